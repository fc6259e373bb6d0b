"""Excel tables: all rows replaced at once, the table grown or shrunk to fit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from xl_dunning.rules.findings import Refusal
from xl_dunning.sheets.grid import CellValue
from xl_dunning.sheets.live.book import Book, LiveSheet
from xl_dunning.sheets.live.filters import show_all
from xl_dunning.sheets.live.writing import all_or_nothing, put, wanted_sheet


def table_end(book: Book, sheet: str, table: str) -> tuple[int, int]:
    """The last row and column of a table, counted from 1.

    Raises:
        Refusal: LIVE_SHEET_GONE, LIVE_TABLE_GONE.
    """
    _, whole = _found(wanted_sheet(book, sheet), sheet, table)
    height, width = whole.shape
    return whole.row + height - 1, whole.column + width - 1


def append_rows(
    book: Book,
    sheet: str,
    rows: Sequence[Sequence[CellValue | int]],
    *,
    top: int,
    table: str = "",
) -> None:
    """Write rows from row ``top`` on, where nothing stands yet; a ``table`` grows to hold them.

    Raises:
        Refusal: LIVE_SHEET_GONE, LIVE_TABLE_GONE; LIVE_WRITE_FAILED, and then it is as it was.
    """
    page = wanted_sheet(book, sheet)
    bottom = top + len(rows) - 1
    with all_or_nothing() as done:
        show_all(page, tables=bool(table))
        if table:
            place, whole = _found(page, sheet, table)
            height, width = whole.shape
            if whole.row + height - 1 < bottom:
                done.append(lambda: place.resize(whole))
                right = whole.column + width - 1
                place.resize(page.range((whole.row, whole.column), (bottom, right)))
        put(page, top, 1, rows, old_bottom=bottom, done=done)


def _found(page: LiveSheet, sheet: str, table: str) -> tuple[Any, Any]:
    """The table and the range that it takes up."""
    try:
        place = page.tables[table]
        whole = place.range
    except Exception as problem:
        raise Refusal("LIVE_TABLE_GONE", sheet=sheet, table=table) from problem
    return place, whole


def replace_table(
    book: Book,
    sheet: str,
    table: str,
    rows: Sequence[Sequence[CellValue | int]],
    *,
    formulas: Mapping[str, str],
) -> None:
    """Put these rows into the table in the place of its own; each as wide as the table.

    ``formulas`` are header to formula for the columns that compute; one is given for all rows. A
    table without rows keeps one empty row, as Excel wants it.

    Raises:
        Refusal: LIVE_SHEET_GONE, LIVE_TABLE_GONE; LIVE_WRITE_FAILED, and then it is as it was.
    """
    page = wanted_sheet(book, sheet)
    place, whole = _found(page, sheet, table)
    headers = [str(text) for text in place.header_row_range.options(ndim=1).value]
    top, left, old_bottom = whole.row, whole.column, whole.row + whole.shape[0] - 1
    right = left + len(headers) - 1
    bottom = top + max(1, len(rows))
    with all_or_nothing() as done:
        show_all(page, tables=True)
        # The table first grows and last shrinks: her formulas on it never see half of it.
        if bottom > old_bottom:
            done.append(lambda: place.resize(whole))
            place.resize(page.range((top, left), (bottom, right)))
        blank: list[list[CellValue]] = [[None] * len(headers)]
        put(
            page,
            top + 1,
            left,
            rows or blank,
            old_bottom=old_bottom,
            done=done,
            with_formulas=True,
        )
        for header, formula in formulas.items():
            column = left + headers.index(header)
            area = page.range((top + 1, column), (bottom, column))
            area.formula = formula
        if bottom < old_bottom:
            done.append(lambda: place.resize(whole))
            place.resize(page.range((top, left), (bottom, right)))
