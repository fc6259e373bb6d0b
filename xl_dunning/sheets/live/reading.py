"""The open workbook as a grid: each sheet in one read."""

from __future__ import annotations

from collections.abc import Collection
from typing import Any

from xl_dunning.sheets.grid import Grid, Row, Sheet
from xl_dunning.sheets.live.book import Block, Book, LiveSheet, find_sheet
from xl_dunning.sheets.live.cells import cell_of
from xl_dunning.sheets.live.errors import values_of
from xl_dunning.sheets.live.padding import with_zeros


def read_grid(book: Book, *, only: Collection[str] | None = None) -> Grid:
    """The workbook as it is now, saved or not; ``only`` names the sheets that are wanted.

    A sheet that is not there is left out. It is what ``open_grid`` gives for the saved file, but
    that rows which are filtered out are rows as any other, that wanted sheets count as visible,
    and that leading zeros which only a number format shows are known where all numbers of a
    column of keys have the same format.
    """
    if only is None:
        sheets = list(book.sheets)
        return Grid(
            "xlsm",
            tuple(_read(sheet, sheet.name, visible=bool(sheet.visible)) for sheet in sheets),
        )
    found = ((name, find_sheet(book, name)) for name in only)
    return Grid("xlsm", tuple(_read(sheet, name) for name, sheet in found if sheet is not None))


def used_block(sheet: LiveSheet) -> tuple[int, int, Block]:
    """First row, first column (from 1) and values of all that is in use on a sheet."""
    used = sheet.used_range
    return used.row, used.column, values_of(used)


def defined_value(book: Book, name: str) -> Any:  # noqa: ANN401 - whatever stands there
    """What the cell with that defined name holds; None when there is no such name."""
    try:
        return book.names[name].refers_to_range.value
    except Exception:  # noqa: BLE001 - every system has an error of its own for this
        return None


def _read(sheet: LiveSheet, name: str, *, visible: bool = True) -> Sheet:
    top, left, values = used_block(sheet)
    rows: list[Row] = []
    for number, line in enumerate(values, start=top):
        cells = {
            at: cell
            for at, value in enumerate(line, start=left - 1)
            if (cell := cell_of(value)) is not None
        }
        if cells:
            rows.append(Row(number, cells))
    return Sheet(name, tuple(with_zeros(sheet, rows)), visible)
