"""What reading and writing the open workbook asks of Excel: the same for few rows and for many."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from tests.office.open_books import in_memory
from xl_dunning.sheets.live import (
    read_grid,
    read_state,
    replace_table,
    selection,
    write_results,
    write_state,
    write_values,
)
from xl_dunning.sheets.marking import OwnSheet, ResultColumn, SheetColumn
from xl_dunning.sheets.reading import Layout

READ = ("Facturen", "Debiteuren", "Afspraken", "Instellingen", "Beleid", "Belijst", "Logboek")
OWN = ("Belijst", "Termijnen", "Advies", "Controle", "Verschil", "Logboek")
MOST = 60
FEW, MANY = 10, 10_000


def book_of(rows: int) -> Any:  # noqa: ANN401 - an xlwings Book
    """A workbook with that many rows on every sheet."""
    lines = [("Factuurnummer", "Fase", "Rente"), *[("F", "oud", 1.0)] * rows]
    book = in_memory(dict.fromkeys(dict.fromkeys((*READ, *OWN, "_ribbon")), lines))
    page = book.impl.pages[0]
    page.place_table("tblFacturen", (1, 1, rows + 1, 3))
    book.impl.selected = page.range("A2:A3")
    return book


def all_results(book: Any, rows: int) -> None:  # noqa: ANN401 - as above
    """Read whatever is read, write whatever is written."""
    grid = read_grid(book, only=READ)
    columns = [
        ResultColumn(key=header.lower(), header=header, values=dict.fromkeys(range(2, rows), "x"))
        for header in ("Fase", "Rente")
    ]
    sheets = [
        OwnSheet(name=name, title="", columns=(SheetColumn(header="Datum"),), rows=(("x",),) * rows)
        for name in OWN
    ]
    layout = Layout(
        path=Path("x.xlsm"),
        kind="xlsm",
        sheet="Facturen",
        header_row=1,
        last_row=rows + 1,
        columns=(),
        signature="",
    )
    write_results(book, layout, columns, sheets, grid)


COSTS = [
    ("reading seven sheets and writing the list and six sheets", all_results, 49),
    ("one sheet", lambda book, _: read_grid(book, only=("Facturen",)), 3),
    ("the state", lambda book, _: read_state(book), 2),
    ("the state, changed", lambda book, _: write_state(book, {("melding", "tekst"): "x"}), 3),
    ("the selection", lambda book, _: selection(book), 3),
    (
        "a block beside a table",
        lambda book, rows: write_values(
            book, "Facturen", top=2, left=1, rows=[("x",)] * rows, old_bottom=rows
        ),
        6,
    ),
    (
        "a whole table, a row longer",
        lambda book, rows: replace_table(
            book,
            "Facturen",
            "tblFacturen",
            [("x", None, "y")] * (rows + 1),
            formulas={"Fase": "=1"},
        ),
        12,
    ),
]


@pytest.mark.parametrize(("what", "do", "cost"), COSTS, ids=[what for what, _, _ in COSTS])
def test_the_questions_are_counted(what: str, do: Any, cost: int) -> None:  # noqa: ANN401
    asked = []
    for rows in (FEW, MANY):
        book = book_of(rows)
        calls = book.app.engine.impl.calls
        calls.clear()
        do(book, rows)
        asked.append(sum(calls.values()))
    assert asked == [cost, cost], what
    assert cost <= MOST
