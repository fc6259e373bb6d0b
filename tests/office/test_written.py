"""What is written into the open workbook is what is read from it again."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.office.calc import Office, document
from tests.office.open_books import in_calc, in_memory
from xl_dunning.sheets.grid import CellValue
from xl_dunning.sheets.live import read_grid, write_values
from xl_dunning.sheets.live.cells import ERRORS, written
from xl_dunning.sheets.texts import printable

FIRST, LAST = date(1900, 1, 1), date(9999, 12, 31)

amounts = st.decimals(min_value=-(10**9), max_value=10**9, places=2, allow_nan=False)
texts = st.text(st.characters(codec="utf-8"), max_size=40) | st.sampled_from(
    ["=1+1", "+31 6 1234", "-", "@jan", "'s-Hertogenbosch", "0042", "1-3-2026", "waar", "12%"]
)
# Over Excel's own door the text #N/A and the error #N/A are the same.
texts = texts.filter(lambda text: text not in ERRORS)
values = st.none() | st.booleans() | st.dates(FIRST, LAST) | amounts | texts


def read_back(book: Any, sheet: str = "Blad") -> dict[tuple[int, int], CellValue]:  # noqa: ANN401
    grid = read_grid(book, only=(sheet,))
    return {
        (row.number, column): cell.value
        for row in grid.sheets[0].rows
        for column, cell in row.cells.items()
    }


def kept(value: CellValue) -> CellValue:
    """What a workbook keeps: text without characters that no workbook holds, blanks as nothing."""
    if isinstance(value, Decimal):
        return value.normalize() + 0
    if not isinstance(value, str):
        return value
    text = printable(value)
    return None if not text or text.isspace() else text


@given(st.lists(st.tuples(values, values), min_size=1, max_size=6))
def test_every_value_comes_back(rows: list[tuple[CellValue, CellValue]]) -> None:
    book = in_memory({"Blad": []})
    write_values(book, "Blad", top=2, left=1, rows=rows, old_bottom=0)
    assert read_back(book) == {
        (2 + at, column): kept(value)
        for at, row in enumerate(rows)
        for column, value in enumerate(row)
        if kept(value) is not None
    }


TRICKY: list[tuple[str, CellValue]] = [
    ("a formula in somebody's export stays text", "=1+1"),
    ("so does a telephone number", "+31 6 12345678"),
    ("and a key with zeros in front", "0042"),
    ("and what looks like a day", "1-3-2026"),
    ("a place that begins with an apostrophe keeps it", "’s-Hertogenbosch"),
    ("also the straight one", "'s-Hertogenbosch"),
    ("Dutch, with the euro", "Café ’t Hóekje: € 5, zuiveringszout — 20 %"),
    ("two lines", "Kade 1\nAchterhuis"),
    ("the longest text that a cell holds", "x" * 32_767),
    ("an amount to the cent", Decimal("1234567.89")),
    ("an ordinary day", date(2026, 11, 21)),
    ("the last day before the one that never was", date(1900, 2, 28)),
    ("the first day of Excel", date(1900, 1, 1)),
    ("yes", True),
]


def test_the_tricky_ones_in_memory() -> None:
    book = in_memory({"Blad": []})
    rows = [(value,) for _, value in TRICKY]
    write_values(book, "Blad", top=1, left=1, rows=rows, old_bottom=0)
    assert list(read_back(book).values()) == [value for _, value in TRICKY]


@pytest.mark.office
def test_the_tricky_ones_in_libreoffice(office: Office) -> None:
    live = document(office, ("Blad",))
    book = in_calc(live)
    rows = [(value,) for _, value in TRICKY]
    write_values(book, "Blad", top=1, left=1, rows=rows, old_bottom=0)
    found = read_back(book)
    live.ask("close")
    assert list(found.values()) == [value for _, value in TRICKY]


@pytest.mark.parametrize(
    ("text", "given", "reason"),
    [
        ("=1+1", "'=1+1", "a formula"),
        ("mei 2026", "'mei 2026", "a month in Dutch"),
        ("août 2026", "'août 2026", "a month in French: Flanders is next to Wallonia"),
        ("Waar", "'Waar", "a truth value in Dutch"),
        ("(12)", "'(12)", "a negative number to a bookkeeper"),
        ("#N/A", "'#N/A", "an error"),
        (" 12", "' 12", "a number behind a blank"),
        ("Kade 1 hoog", "Kade 1 hoog", "text that nobody takes for more"),
        ("F2026-001", "F2026-001", "nor this"),
    ],
)
def test_what_excel_would_take_for_more_gets_a_sign_in_front(
    text: str, given: str, reason: str
) -> None:
    assert written(text) == given, reason


def test_a_text_that_is_too_long_is_cut_as_in_a_file() -> None:
    book = in_memory({"Blad": []})
    write_values(book, "Blad", top=1, left=1, rows=[("x" * 40_000,)], old_bottom=0)
    assert read_back(book) == {(1, 0): "x" * 32_767}


def test_a_day_before_excel_becomes_text() -> None:
    book = in_memory({"Blad": []})
    write_values(book, "Blad", top=1, left=1, rows=[(date(1899, 12, 31),)], old_bottom=0)
    assert read_back(book) == {(1, 0): "31-12-1899"}


def test_old_rows_below_are_cleared_and_those_beside_stay() -> None:
    book = in_memory({"Blad": [("a", "mijn"), ("b", "mijn"), ("c", "mijn")]})
    write_values(book, "Blad", top=1, left=1, rows=[("nieuw",)], old_bottom=3)
    assert read_back(book) == {(1, 0): "nieuw", (1, 1): "mijn", (2, 1): "mijn", (3, 1): "mijn"}
