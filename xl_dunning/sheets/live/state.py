"""The hidden sheet with the state of the tab: id, property, value. Python writes, VBA reads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TypeAlias

from xl_dunning.sheets.grid import CellValue
from xl_dunning.sheets.live.book import Book
from xl_dunning.sheets.live.cells import written
from xl_dunning.sheets.live.reading import used_block
from xl_dunning.sheets.live.writing import all_or_nothing, set_block, wanted_sheet

StateKey: TypeAlias = tuple[str, str]
"""Id (a control, ``boek``, ``melding``, ``invoer``) and property."""
StateValue: TypeAlias = str | bool

SHEET = "_ribbon"


def read_state(book: Book) -> dict[StateKey, CellValue]:
    """Every row of the state sheet.

    Raises:
        Refusal: LIVE_SHEET_GONE when this is no workbook of ours.
    """
    _, _, values = used_block(wanted_sheet(book, SHEET))
    return _rows(values)


def write_state(book: Book, state: Mapping[StateKey, StateValue]) -> None:
    """Set these rows; the others stay.

    Raises:
        Refusal: LIVE_SHEET_GONE; LIVE_WRITE_FAILED, and then it is as it was.
    """
    sheet = wanted_sheet(book, SHEET)
    _, _, values = used_block(sheet)
    now = {**_rows(values), **state}
    rows = [[name, prop, written(value)] for (name, prop), value in now.items()]
    with all_or_nothing():  # one write: there is nothing to put back
        set_block(sheet.range((2, 1), (1 + len(rows), 3)), rows)


def _rows(values: tuple[tuple[CellValue, ...], ...]) -> dict[StateKey, CellValue]:
    return {
        (str(row[0]), str(row[1])): row[2]
        for row in values[1:]
        if len(row) > 2 and row[0] and row[1]  # noqa: PLR2004 - id, property, value
    }
