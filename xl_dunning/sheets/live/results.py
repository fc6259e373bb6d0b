"""The results of a run into the open workbook: values only, one block a sheet."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from xl_dunning.rules.findings import Refusal
from xl_dunning.sheets.grid import Grid
from xl_dunning.sheets.live.book import Book
from xl_dunning.sheets.live.writing import PutBack, all_or_nothing, put, wanted_sheet
from xl_dunning.sheets.marking import OwnSheet, ResultColumn, WriteOutcome
from xl_dunning.sheets.reading import Layout
from xl_dunning.sheets.words import compact

LIVE = frozenset({"dagen_te_laat"})
"""Result columns that are formulas in the workbook, right before any button is pressed."""


def write_results(
    book: Book,
    layout: Layout,
    columns: Sequence[ResultColumn],
    sheets: Sequence[OwnSheet],
    grid: Grid,
) -> WriteOutcome:
    """Write the result columns beside the list and the sheets of ours over what stood there.

    Looks, widths and highlighting are in the workbook already. ``grid`` is what was read.

    Raises:
        Refusal: LIVE_SHEET_GONE, LIVE_COLUMNS_GONE; LIVE_WRITE_FAILED, and then everything is as
            it was.
    """
    with all_or_nothing() as done:
        _write_columns(book, layout, columns, grid, done)
        for own in sheets:
            _write_sheet(book, own, grid, done)
    return WriteOutcome(kept=True)


def _write_columns(
    book: Book,
    layout: Layout,
    columns: Sequence[ResultColumn],
    grid: Grid,
    done: list[PutBack],
) -> None:
    listed = next(sheet for sheet in grid.sheets if sheet.name == layout.sheet)
    header = next(row for row in listed.rows if row.number == layout.header_row)
    at = {compact(str(cell.value)): index for index, cell in header.cells.items()}
    placed = [
        (at.get(compact(column.header)), column) for column in columns if column.key not in LIVE
    ]
    missing = [column.header for index, column in placed if index is None]
    if missing:
        raise Refusal("LIVE_COLUMNS_GONE", sheet=layout.sheet, columns=", ".join(missing))
    found = sorted(
        ((index, column) for index, column in placed if index is not None), key=lambda one: one[0]
    )
    sheet = wanted_sheet(book, layout.sheet)
    bottom = max(row.number for row in listed.rows)
    top = layout.header_row + 1
    # Columns beside each other go in one block: mostly all of them.
    for _, group in groupby(enumerate(found), key=lambda one: one[1][0] - one[0]):
        beside = [placed_column for _, placed_column in group]
        rows = [[column.values.get(row) for _, column in beside] for row in range(top, bottom + 1)]
        put(sheet, top, beside[0][0] + 1, rows, old_bottom=bottom, done=done)


def _write_sheet(book: Book, own: OwnSheet, grid: Grid, done: list[PutBack]) -> None:
    """Header and rows of a sheet of ours; nothing beside its columns is touched."""
    sheet = wanted_sheet(book, own.name)
    known = next((one for one in grid.sheets if one.name == own.name), None)
    if known is not None:
        bottom = max((row.number for row in known.rows), default=1)
    else:
        used = sheet.used_range
        bottom = used.row + used.shape[0] - 1
    width = len(own.columns)
    rows = [tuple(column.header for column in own.columns), *(row[:width] for row in own.rows)]
    put(sheet, 1, 1, rows, old_bottom=bottom, done=done)
