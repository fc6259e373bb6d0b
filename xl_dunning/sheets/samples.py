"""Looking at one column of a table: its cells, and three of them as the user sees them."""

from __future__ import annotations

from collections.abc import Sequence

from xl_dunning.sheets.grid import Cell, Row
from xl_dunning.sheets.header import Table
from xl_dunning.sheets.words import is_blank, text_of

_ROWS_WEIGHED = 2000
_SAMPLES = 3
_LONGEST_SAMPLE = 40


def column_cells(table: Table, index: int) -> list[Cell]:
    """The filled cells of a column, of so many rows as are needed to judge it."""
    return [
        cell
        for row in table.rows[:_ROWS_WEIGHED]
        if (cell := row.cells.get(index)) is not None
        and not is_blank(cell)
        and row.number not in table.repeats
    ]


def samples(table: Table, index: int, rows: Sequence[Row] | None = None) -> tuple[str, ...]:
    """Up to three different values of a column in Dutch notation; of these rows when given."""
    seen: dict[str, None] = {}
    for row in table.rows if rows is None else rows:
        cell = row.cells.get(index)
        if is_blank(cell) or row.number in table.repeats:
            continue
        text = text_of(cell)
        seen[text if len(text) <= _LONGEST_SAMPLE else f"{text[: _LONGEST_SAMPLE - 1]}…"] = None
        if len(seen) == _SAMPLES:
            break
    return tuple(seen)
