"""Hands a debtor over again and again, each time killed (``kill -9``) somewhere else.

A program of its own, as ``killing`` is: ``python -m tests.acceptance.killing_handover BASE COUNT``.
"""

from __future__ import annotations

import sys
from pathlib import Path

from tests.acceptance.company import Company
from tests.acceptance.handing_over import DAY, line, ready, settings_of
from tests.acceptance.killing import leave_killed


def company_in(folder: Path) -> Company:
    """The company in the folder."""
    return Company(folder=folder, settings=settings_of(Company(folder=folder)))


def prepare(folder: Path) -> None:
    """A company whose letters went out."""
    folder.mkdir()
    ready(Company(folder=folder), line("F1"), line("F2"), rounds=["2026-09-07"])


def words_of_handover(folder: Path) -> list[object]:
    """The handover that is killed, as it is typed."""
    _, *words = company_in(folder).words("--as-of", DAY, "--debtor", "1")
    return ["handover", *words]


if __name__ == "__main__":
    leave_killed(Path(sys.argv[1]), int(sys.argv[2]), prepare=prepare, words=words_of_handover)
