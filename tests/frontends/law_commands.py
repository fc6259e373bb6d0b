"""The commands about the law, run for tests: in an empty folder, answers as objects."""

from __future__ import annotations

import json
from typing import Any

from tests.acceptance.company import Outcome, cli

AGES = {"LAW_STALE"}
"""Findings that come with the calendar: after 1 January nobody may have looked."""


def answered(*words: object) -> dict[str, Any]:
    """What the command says with --json; ``codes`` are those of its findings."""
    done = cli(*words, "--json")
    assert done.code == 0, done.err
    found: dict[str, Any] = json.loads(done.out)
    found["codes"] = [each["code"] for each in found["findings"] if each["code"] not in AGES]
    return found


def claim(*words: object) -> dict[str, Any]:
    """The answer of the command claim."""
    return answered("claim", *words)


def refused(*words: object) -> Outcome:
    """What is said when nothing is done."""
    done = cli(*words)
    assert done.code in {1, 2}
    assert done.out == ""
    return done
