"""The hidden sheet with the state of the tab: id, property, value. Python writes, VBA reads."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, TypeAlias

from xl_dunning.sheets.grid import CellValue
from xl_dunning.sheets.live.book import Book, LiveSheet
from xl_dunning.sheets.live.cells import written
from xl_dunning.sheets.live.errors import values_of
from xl_dunning.sheets.live.writing import all_or_nothing, set_block, wanted_sheet

StateKey: TypeAlias = tuple[str, str]
"""Id (a control, ``boek``, ``melding``, ``invoer``) and property."""
StateValue: TypeAlias = str | bool

SHEET = "_ribbon"
_MOST_ROWS = 500
"""Many more than there are; to ask how far the sheet is in use would be one question more."""


def read_state(book: Book) -> dict[StateKey, CellValue]:
    """Every row of the state sheet.

    Raises:
        Refusal: LIVE_SHEET_GONE when this is no workbook of ours.
    """
    return _rows(values_of(_area(wanted_sheet(book, SHEET))))


def write_state(book: Book, state: Mapping[StateKey, StateValue]) -> None:
    """Set these rows; the others stay.

    Raises:
        Refusal: LIVE_SHEET_GONE; LIVE_WRITE_FAILED, and then it is as it was.
    """
    sheet = wanted_sheet(book, SHEET)
    now = {**_rows(values_of(_area(sheet))), **state}
    rows = [[name, prop, written(value)] for (name, prop), value in now.items()]
    with all_or_nothing():  # one write: there is nothing to put back
        set_block(sheet.range((2, 1), (1 + len(rows), 3)), rows)


def _area(sheet: LiveSheet) -> Any:  # noqa: ANN401 - an xlwings Range
    return sheet.range((1, 1), (_MOST_ROWS, 3))


def _rows(values: tuple[tuple[CellValue, ...], ...]) -> dict[StateKey, CellValue]:
    return {(str(row[0]), str(row[1])): row[2] for row in values[1:] if row[0] and row[1]}
