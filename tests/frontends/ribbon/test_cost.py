"""What a click asks of Excel: as much for ten thousand invoices as for ten, and never much."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

import pytest

from tests.frontends.ribbon.bench import Bench, debtor, invoice, workbook
from tests.frontends.ribbon.exports import export
from xl_dunning.frontends.ribbon import BUTTONS

MOST = 60
"""Questions to Excel, of whatever kind; each may take a millisecond or more."""
FEW, MANY = 10, 10_000

Before: TypeAlias = Callable[[Bench], object]


def nothing(_: Bench) -> None:
    """The workbook as it was opened."""


def a_round(bench: Bench) -> None:
    bench.press("xldLetters")


def a_handover_asked(bench: Bench) -> None:
    """A whole dossier needs what most lists have not; so here the question is counted."""
    bench.select("Facturen", "F0")


def an_export(bench: Bench) -> None:
    many = len(bench.rows("Facturen"))
    rows = [invoice(f"F{at}", f"{at % 5}", 10.0, late=20) for at in range(1, many + 1)]
    bench.choose_export(export(bench.folder / "export.xlsx", rows))


def one_row(bench: Bench) -> None:
    bench.select("Facturen", "F0")


CLICKS: list[tuple[str, str, Before]] = [
    ("xldImport", "", an_export),
    ("xldCheck", "", nothing),
    ("xldCompute", "", nothing),
    ("xldLetters", "", nothing),
    ("xldLettersSelected", "1", one_row),
    ("xldMails", "", a_round),
    ("xldCalls", "", nothing),
    ("xldRecordCall", "", one_row),
    ("xldRecordPromise", "", one_row),
    ("xldRecordPlan", "", one_row),
    ("xldRecordDispute", "", one_row),
    ("xldPreview", "", one_row),
    ("xldHandover", "", a_handover_asked),
    ("xldUndo", "", a_round),
    ("xldOverview", "", nothing),
    ("xldPolicy", "2", nothing),
    ("xldSettings", "", nothing),
    ("xldHelp", "", nothing),
    ("xldTest", "", nothing),
]


def company(folder: Path, rows: int) -> Bench:
    """Five debtors, so that the letters are few and the rows are many."""
    return workbook(
        folder,
        [invoice(f"F{at}", f"{at % 5}", 10.0, late=20) for at in range(rows)],
        [debtor(f"{number}") for number in range(5)],
    )


def asked(folder: Path, rows: int, control: str, choice: str, before: Before) -> int:
    folder.mkdir()
    bench = company(folder, rows)
    before(bench)
    if control == "xldLettersSelected":
        bench.press(control)  # asked first, and then counted
    bench.press(control, choice)
    return bench.calls()


def test_every_button_is_counted() -> None:
    assert [control for control, _, _ in CLICKS] == list(BUTTONS)


@pytest.mark.parametrize(("control", "choice", "before"), CLICKS, ids=list(BUTTONS))
def test_a_click_asks_no_more_when_there_are_more_rows(
    tmp_path: Path, control: str, choice: str, before: Before
) -> None:
    few = asked(tmp_path / "few", FEW, control, choice, before)
    many = asked(tmp_path / "many", MANY, control, choice, before)
    assert few == many
    assert many <= MOST
