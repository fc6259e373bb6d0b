"""A cell is read the same from a saved file and from the open workbook."""

from __future__ import annotations

from datetime import datetime
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from tests.office.calc import Office, opened
from tests.office.open_books import in_calc, in_memory, page_of
from xl_dunning.sheets.grid import Cell, Sheet
from xl_dunning.sheets.live import read_grid
from xl_dunning.sheets.live.cells import cell_of
from xl_dunning.sheets.opening import open_grid

DAY, TIME, EURO = "dd-mm-yyyy", "hh:mm", '"€" #,##0.00'


def at(*moment: int) -> datetime:
    """A moment as xlwings gives it."""
    return datetime(*moment)  # type: ignore[arg-type]  # noqa: DTZ001 - Excel knows no zones


# What is in the file, its number format, and what Excel for Windows gives for it.
CELLS: list[tuple[str, Any, str, Any]] = [
    ("a whole number is one, though Excel knows only fractions", 1210, "General", 1210.0),
    ("the dust of an addition is not an amount", 0.1 + 0.2, "General", 0.1 + 0.2),
    ("an amount just below the cent", 1234.5599999999999, "General", 1234.5599999999999),
    ("a credit", -12.34, "General", -12.34),
    ("an amount shown as euros comes as money", 1210.5, EURO, Decimal("1210.5000")),
    ("a long invoice number keeps its digits", 20260000000123, "0", 20260000000123.0),
    ("a number of sixteen digits", 1234567890123456, "0", 1234567890123456.0),
    ("a percentage is a fraction", 0.21, "0%", 0.21),
    ("a day", at(2026, 11, 21), DAY, at(2026, 11, 21)),
    ("of a moment the day counts", at(2026, 11, 21, 13, 30), DAY, at(2026, 11, 21, 13, 30)),
    ("the last day that exists", at(9999, 12, 31), DAY, at(9999, 12, 31)),
    ("a time of day is no day", 0.5, TIME, at(1899, 12, 30, 12)),
    ("an empty date that became zero", 0, DAY, at(1899, 12, 30)),
    ("1 January 1900: Excel counts one day less", 1, DAY, at(1899, 12, 31)),
    ("28 February 1900", 59, DAY, at(1900, 2, 27)),
    ("29 February 1900, which never was", 60, DAY, at(1900, 2, 28)),
    ("1 March 1900, from where on all agree", 61, DAY, at(1900, 3, 1)),
    ("yes", True, "General", True),
    ("no is not an empty cell", False, "General", False),
    ("a key with zeros in front", "0042", "@", "0042"),
    ("a formula that somebody typed as text", "=1+1", "@", "=1+1"),
    ("Dutch", "Café ’t Hóekje, € 5 — Zuid-Brabantlaan", "General", None),
    ("two lines", "Kade 1\nAchterhuis", "General", None),
    ("blanks only are nothing", "   ", "General", None),
    ("an error is no empty cell", "#N/A", "General", "#N/A"),
    ("a division by zero", "#DIV/0!", "General", "#DIV/0!"),
]


def saved(folder: Path) -> Path:
    """The file with all of these cells."""
    book = Workbook()
    page = book.active
    assert page is not None
    page.title = "Cellen"
    page.append(["Geval", "Waarde"])
    for row, (reason, value, code, _) in enumerate(CELLS, start=2):
        page.cell(row, 1, reason)
        cell = page.cell(row, 2, value)
        cell.number_format = code
        if isinstance(value, str) and value.startswith("="):
            cell.data_type = "s"
    path = folder / "cellen.xlsx"
    book.save(path)
    return path


def by_reason(sheet: Sheet) -> dict[str, Cell | None]:
    """The cell of each case."""
    return {str(row.cells[0].value): row.cells.get(1) for row in sheet.rows[1:]}


def given(value: Any, com: Any) -> Any:  # noqa: ANN401 - whatever Excel gives
    return value if com is None else com


def test_in_memory(tmp_path: Path) -> None:
    from_file = by_reason(open_grid(saved(tmp_path)).sheets[0])
    rows = [(reason, given(value, com)) for reason, value, _, com in CELLS]
    book = in_memory({"Cellen": [("Geval", "Waarde"), *rows]})
    assert by_reason(read_grid(book).sheets[0]) == from_file


@pytest.mark.office
def test_in_libreoffice(office: Office, tmp_path: Path) -> None:
    path = saved(tmp_path)
    document = opened(office, path)
    try:
        assert by_reason(read_grid(in_calc(document)).sheets[0]) == by_reason(
            open_grid(path).sheets[0]
        )
    finally:
        document.ask("close")


@pytest.mark.parametrize(
    ("value", "cell", "reason"),
    [
        ("_x0041_", Cell("_x0041_"), "only a file escapes characters"),
        (-2146826245, Cell(None, error="#VALUE!"), "an error that xlwings does not know"),
        ("#N/B", Cell(None, error="#N/A"), "as a Dutch Excel on a Mac shows it"),
        (float("inf"), Cell(None, error="#VALUE!"), "no number that could be an amount"),
    ],
)
def test_what_only_an_open_workbook_gives(value: Any, cell: Cell, reason: str) -> None:  # noqa: ANN401
    assert cell_of(value) == cell, reason


def test_a_sheet_need_not_begin_in_the_first_cell() -> None:
    book = in_memory({"Blad": [(), (), (None, None, "Factuurnummer"), (), (None, None, 5.0)]})
    (sheet,) = read_grid(book).sheets
    assert [(row.number, dict(row.cells)) for row in sheet.rows] == [
        (3, {2: Cell("Factuurnummer")}),
        (5, {2: Cell(Decimal(5))}),
    ]


@pytest.mark.parametrize(
    ("code", "shown", "reason"),
    [
        ("0000", ["0042", "0007"], "all numbers of the column have the format"),
        ("General", ["", ""], "nothing is added"),
        (None, ["", ""], "with several formats no one knows which"),
    ],
)
def test_leading_zeros_of_a_format(code: str | None, shown: list[str], reason: str) -> None:
    book = in_memory({"Facturen": [("Debiteurnummer", "Bedrag"), (42.0, 1.0), (7.0, 2.0)]})
    page_of(book, "Facturen").formats[1] = code  # type: ignore[assignment]
    (sheet,) = read_grid(book, only=("Facturen",)).sheets
    assert [row.cells[0].shown for row in sheet.rows[1:]] == shown, reason


def test_keys_that_are_text_ask_for_no_format() -> None:
    book = in_memory({"Facturen": [("Debiteurnummer",), ("0042",), ("7",)]})
    read_grid(book, only=("Facturen",))
    assert not book.app.engine.impl.calls["number format"]
