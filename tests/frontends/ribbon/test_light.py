"""A click starts a Python of its own: it loads what it needs, and no more."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.acceptance.company import environment
from xl_dunning.frontends.ribbon import BUTTONS

NEVER = {
    "numpy": "nothing here computes with arrays",
    "pandas": "as numpy, and half a second",
    "typer": "there is no command line in Excel",
    "click": "as typer",
    "rich": "there is no terminal in Excel",
    "openpyxl": "the workbook is open already",
    "xlsxwriter": "no workbook is made",
}
DATABASE = "sqlalchemy"
LETTERS = ("docxtpl", "docx", "jinja2", "lxml")

NEEDS: dict[str, tuple[frozenset[str], str]] = {
    "xldImport": (frozenset({"database"}), "answers about columns are remembered in the case file"),
    "xldCheck": (frozenset({"database"}), "the log tells which rows it knows"),
    "xldCompute": (frozenset({"database", "letters"}), "as the round, templates included"),
    "xldLetters": (frozenset({"database", "letters"}), "it makes and records them"),
    "xldLettersSelected": (frozenset({"database", "letters"}), "as xldLetters"),
    "xldMails": (frozenset({"database"}), "the log tells which letters; they are on disk"),
    "xldCalls": (frozenset({"database", "letters"}), "as xldCompute"),
    "xldRecordCall": (frozenset(), "a row on a sheet"),
    "xldRecordPromise": (frozenset(), "a row on a sheet"),
    "xldRecordPlan": (frozenset(), "a row on a sheet"),
    "xldRecordDispute": (frozenset(), "a row on a sheet"),
    "xldPreview": (frozenset({"database", "letters"}), "a letter by the log"),
    "xldHandover": (frozenset({"database", "letters"}), "a dossier, recorded; then as xldCompute"),
    "xldUndo": (frozenset({"database", "letters"}), "the log changes; then as xldCompute"),
    "xldOverview": (frozenset(), "a sheet comes in view"),
    "xldPolicy": (frozenset(), "rows on a sheet, from files"),
    "xldSettings": (frozenset(), "a sheet comes in view"),
    "xldHelp": (frozenset(), "a sheet comes in view"),
    "xldTest": (frozenset(), "it only tells what it is"),
}

_PRESSED = """
import sys
from pathlib import Path

from tests.frontends.ribbon.bench import debtor, invoice, workbook
from xl_dunning.sheets.live import write_state

folder, control, choice = Path(sys.argv[1]), sys.argv[2], sys.argv[3]
bench = workbook(folder, [invoice("2026-001", "1", 100.0, late=20)], [debtor("1")])
bench.select("Facturen", "2026-001")
bench.choose_export(folder / "export.csv")
before = set(sys.modules)
if control == "xldLettersSelected":
    bench.press(control)
bench.press(control, choice)
print(" ".join(sorted({name.partition(".")[0] for name in {*sys.modules} - before})))
"""
_EXPORT = """Factuurnummer;Debiteurnummer;Debiteurnaam;Factuurdatum;Vervaldatum;Openstaand
2026-001;1;Klant 1;01-09-2026;01-10-2026;100,00
"""
_CHOICES = {"xldPolicy": "2", "xldLettersSelected": "1"}


def loaded(control: str, folder: Path) -> set[str]:
    """The packages that a click brought into the memory of a process of its own."""
    (folder / "export.csv").write_text(_EXPORT, encoding="utf-8")
    if control in {"xldMails", "xldUndo"}:
        click("xldLetters", folder)
    return click(control, folder)


def click(control: str, folder: Path) -> set[str]:
    done = subprocess.run(
        [sys.executable, "-c", _PRESSED, folder, control, _CHOICES.get(control, "")],
        capture_output=True,
        text=True,
        check=False,
        env=environment(),
    )
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def test_every_button_has_its_line() -> None:
    assert list(NEEDS) == list(BUTTONS)


@pytest.mark.parametrize("control", BUTTONS)
def test_a_button_loads_what_it_needs(tmp_path: Path, control: str) -> None:
    there = loaded(control, tmp_path)
    needs, why = NEEDS[control]
    assert there & NEVER.keys() == set(), control
    assert (DATABASE in there) == ("database" in needs), why
    assert bool(there & set(LETTERS)) == ("letters" in needs), why


def test_a_process_that_was_not_called_by_excel_needs_no_xlwings() -> None:
    done = subprocess.run(
        [sys.executable, "-c", "import sys, xl_dunning.ribbon; print('xlwings' in sys.modules)"],
        capture_output=True,
        text=True,
        check=True,
        env=environment(),
    )
    assert done.stdout == "False\n"
