"""A click starts a Python of its own: it loads what it needs, and no more."""

from __future__ import annotations

import subprocess
import sys

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

_LOADED = """
import sys
import xl_dunning.ribbon
from xl_dunning.frontends.ribbon import _button
_button({control!r})
print(" ".join(sorted({{name.partition(".")[0] for name in sys.modules}})))
"""


def loaded(control: str) -> set[str]:
    """The packages that are in memory once the button can be served, in a process of its own."""
    done = subprocess.run(
        [sys.executable, "-c", _LOADED.format(control=control)],
        capture_output=True,
        text=True,
        check=True,
        env=environment(),
    )
    return set(done.stdout.split())


def test_every_button_has_its_line() -> None:
    assert list(NEEDS) == list(BUTTONS)


@pytest.mark.parametrize("control", BUTTONS)
def test_a_button_loads_what_it_needs(control: str) -> None:
    there = loaded(control)
    needs, why = NEEDS[control]
    assert there & NEVER.keys() == set(), control
    assert (DATABASE in there) == ("database" in needs), why
    assert bool(there & set(LETTERS)) == ("letters" in needs), why
    assert "xlwings" not in there, "it is loaded when Excel calls, and only then"
