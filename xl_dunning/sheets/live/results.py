"""The results of a run into the open workbook: values only, one block a sheet."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import groupby

from xl_dunning.sheets.grid import Grid
from xl_dunning.sheets.live.book import Book, LiveSheet, find_sheet, known_sheet
from xl_dunning.sheets.live.filters import show_all
from xl_dunning.sheets.live.result_places import places_of
from xl_dunning.sheets.live.writing import PutBack, all_or_nothing, put, wanted_sheet
from xl_dunning.sheets.marking import LIVE_COLUMN, OwnSheet, ResultColumn, WriteOutcome
from xl_dunning.sheets.reading import Layout


def write_results(
    book: Book,
    layout: Layout,
    columns: Sequence[ResultColumn],
    sheets: Sequence[OwnSheet],
    grid: Grid,
) -> WriteOutcome:
    """Write the result columns beside the list and the sheets of ours over what stood there.
    A sheet of ours that was deleted comes back, and no row stays filtered out.

    Looks, widths and highlighting are in the workbook already. ``grid`` is what was read.

    Raises:
        Refusal: LIVE_SHEET_GONE for the list, LIVE_COLUMNS_GONE; LIVE_WRITE_FAILED, and
            then everything is as it was.
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
    ours = [column for column in columns if column.key != LIVE_COLUMN]
    at = places_of(book, layout.sheet, header, ours)
    found = sorted(((at[column.key], column) for column in ours), key=lambda one: one[0])
    sheet = wanted_sheet(book, layout.sheet, just_read=True)
    show_all(sheet, tables=True)
    bottom = max(row.number for row in listed.rows)
    top = layout.header_row + 1
    # Columns beside each other go in one block: mostly all of them.
    for _, group in groupby(enumerate(found), key=lambda one: one[1][0] - one[0]):
        beside = [placed_column for _, placed_column in group]
        rows = [[column.values.get(row) for _, column in beside] for row in range(top, bottom + 1)]
        put(sheet, top, beside[0][0] + 1, rows, old_bottom=bottom, done=done, before=listed)


def _write_sheet(book: Book, own: OwnSheet, grid: Grid, done: list[PutBack]) -> None:
    """Header and rows of a sheet of ours; nothing beside its columns is touched."""
    known = next((one for one in grid.sheets if one.name == own.name), None)
    find = find_sheet if known is None else known_sheet
    sheet = find(book, own.name) or _made(book, own.name, done)
    show_all(sheet)
    if known is not None:
        bottom = max((row.number for row in known.rows), default=1)
    else:
        used = sheet.used_range
        bottom = used.row + used.shape[0] - 1
    width = len(own.columns)
    rows = [tuple(column.header for column in own.columns), *(row[:width] for row in own.rows)]
    put(sheet, 1, 1, rows, old_bottom=bottom, done=done, before=known)


def _made(book: Book, name: str, done: list[PutBack]) -> LiveSheet:
    """A sheet that she deleted, made anew at the end; plain, for its looks went with it."""
    sheet = book.sheets.add(name, after=book.sheets[-1])
    done.append(sheet.delete)
    return sheet
