"""Several writes into the open workbook as one: when a later one fails, the earlier go back."""

from __future__ import annotations

from collections.abc import Sequence

from xl_dunning.frontends.ribbon.tables import LiveTable
from xl_dunning.rules.findings import Refusal
from xl_dunning.sheets.grid import Grid
from xl_dunning.sheets.live import Book, write_values
from xl_dunning.sheets.marking import OwnSheet
from xl_dunning.workflow.importing import TableValues


def put_all(
    book: Book,
    *tables: tuple[LiveTable, Sequence[TableValues]],
    sheet: OwnSheet,
    grid: Grid,
) -> None:
    """Write the tables in this order and then the sheet: all of it or nothing.

    Raises:
        Refusal: LIVE_WRITE_FAILED; the workbook is as it was.
    """
    written: list[LiveTable] = []
    try:
        for table, rows in tables:
            table.write(book, rows)
            written.append(table)
        put_sheet(book, sheet, grid)
    except Refusal:
        for table in reversed(written):
            table.write(book, table.rows)
        raise


def put_sheet(book: Book, sheet: OwnSheet, grid: Grid) -> None:
    """Write a sheet of ours over what stood there; ``grid`` tells how far that went."""
    old = next((one.rows for one in grid.sheets if one.name == sheet.name), None)
    if old is None:
        raise Refusal("LIVE_SHEET_GONE", sheet=sheet.name)
    width = len(sheet.columns)
    write_values(
        book,
        sheet.name,
        top=2,
        left=1,
        rows=[tuple(row)[:width] for row in sheet.rows] or [(None,) * width],
        old_bottom=old[-1].number if old else 1,
    )
