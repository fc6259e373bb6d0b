"""Whatever is written into a sheet by two other libraries comes out as it went in."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeAlias

import openpyxl
import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st

from xl_dunning.sheets.opening import open_grid

Typed: TypeAlias = str | int | float | bool | date | None

# XML holds no other control characters; both libraries escape or refuse them in their own ways.
TEXTS = st.text(
    st.characters(exclude_categories=("Cs", "Cc"), exclude_characters="\ufffe\uffff"), max_size=20
).filter(lambda text: "_x" not in text and not text.startswith(("=", "{", "http", "ftp", "mailto")))
CELLS = st.one_of(
    st.none(),
    TEXTS,
    st.integers(min_value=-(10**15) + 1, max_value=10**15 - 1),
    # Cents up to a hundred million: the amounts that a list holds.
    st.integers(min_value=-(10**10), max_value=10**10).map(lambda cents: cents / 100),
    st.booleans(),
    st.dates(min_value=date(1900, 3, 1), max_value=date(9999, 12, 31)),
)
SHEETS = st.lists(st.lists(CELLS, max_size=6), max_size=6)


def as_read(value: Typed) -> object:
    if isinstance(value, float):
        return Decimal(repr(value)) if value % 1 else Decimal(int(value))
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    return None if isinstance(value, str) and not value.strip() else value


def expected(rows: list[list[Typed]]) -> list[tuple[int, dict[int, object]]]:
    found = (
        (
            number,
            {
                column: seen
                for column, value in enumerate(row)
                if (seen := as_read(value)) is not None
            },
        )
        for number, row in enumerate(rows, start=1)
    )
    return [(number, cells) for number, cells in found if cells]


def read_back(content: bytes) -> list[tuple[int, dict[int, object]]]:
    with TemporaryDirectory() as folder:
        path = Path(folder) / "lijst.xlsx"
        path.write_bytes(content)
        rows = open_grid(path).sheets[0].rows
    return [
        (row.number, {column: cell.value for column, cell in row.cells.items()}) for row in rows
    ]


@settings(max_examples=60, deadline=None)
@given(SHEETS)
def test_written_by_xlsxwriter(rows: list[list[Typed]]) -> None:
    buffer = BytesIO()
    with xlsxwriter.Workbook(buffer, {"in_memory": True}) as book:
        sheet = book.add_worksheet()
        day = book.add_format({"num_format": "d mmm yyyy"})
        for number, row in enumerate(rows):
            for column, value in enumerate(row):
                if isinstance(value, date):
                    sheet.write_datetime(number, column, value, day)
                elif isinstance(value, str):
                    sheet.write_string(number, column, value)
                elif value is not None:
                    sheet.write(number, column, value)

    assert read_back(buffer.getvalue()) == expected(rows)


@settings(max_examples=60, deadline=None)
@given(SHEETS)
def test_written_by_openpyxl(rows: list[list[Typed]]) -> None:
    book = openpyxl.Workbook()
    assert book.active is not None
    for number, row in enumerate(rows, start=1):
        for column, value in enumerate(row, start=1):
            cell = book.active.cell(number, column)
            cell.value = value
            if isinstance(value, str):
                cell.data_type = "s"
    buffer = BytesIO()
    book.save(buffer)

    assert read_back(buffer.getvalue()) == expected(rows)
