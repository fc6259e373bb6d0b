"""A run killed anywhere between its first and last step sends nothing twice and loses nothing."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.acceptance import killing
from tests.acceptance.company import ROOT, environment

pytestmark = pytest.mark.skipif(not hasattr(os, "fork"), reason="needs fork and kill -9")

POINTS = 24
INVOICES = {"F1", "F2", "F3", "F4"}


@pytest.fixture(scope="module")
def killed(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    """Folders as the kills left them, in the order of the steps."""
    base = tmp_path_factory.mktemp("gedood")
    subprocess.run(
        [sys.executable, "-m", "tests.acceptance.killing", str(base), str(POINTS)],
        cwd=ROOT,
        env=environment(),
        check=True,
    )
    steps = (folder for folder in base.iterdir() if folder.name.isdecimal())
    return sorted(steps, key=lambda folder: int(folder.name))


def test_after_a_kill_at_any_step_the_next_run_makes_it_whole(killed: list[Path]) -> None:
    assert len(killed) >= 20
    twice = []
    for folder in killed:
        company = killing.company_in(folder)

        rerun = company.run(killing.DAY)

        twice.append(set(rerun.carried_out) == INVOICES)
        assert set(rerun.carried_out) in (INVOICES, set()), folder
        logged = company.logged()
        assert sorted((row["Factuurnummer"], row["Fase"]) for row in logged) == [
            (invoice, stage) for invoice in sorted(INVOICES) for stage in ("een", "twee")
        ], folder
        assert company.letters_on_disk() == {
            row["Document"]: row["Vingerafdruk"] for row in logged
        }, folder
        strays = [name for name in company.files() if ".bezig" in name or ".tmp" in name]
        assert strays == [], folder
        assert "Reden" in [cell.value for cell in load_workbook(company.output)["Facturen"][1]]
    # One moment divides them: killed before it nothing was sent, from it on everything was.
    assert twice == sorted(twice, reverse=True)
    assert set(twice) == {True, False}
