"""Looking at one column of a table: its cells, and three of them as the user sees them."""

from __future__ import annotations

from collections.abc import Sequence

from xl_dunning.sheets.grid import Cell, Row
from xl_dunning.sheets.header import Table
from xl_dunning.sheets.words import compact, is_blank, text_of

_ROWS_WEIGHED = 2000
_SAMPLES = 3
_LONGEST_SAMPLE = 40


def repeats_header(table: Table, row: Row) -> bool:
    """Whether a row below the header says the header again, as blocks and pages do."""
    filled = [(index, cell.value) for index, cell in row.cells.items() if not is_blank(cell)]
    same = sum(
        isinstance(value, str) and compact(value) == compact(table.headers.get(index, ""))
        for index, value in filled
    )
    return len(filled) > 1 and same * 2 > len(filled)


def column_cells(table: Table, index: int) -> list[Cell]:
    """The filled cells of a column, of so many rows as are needed to judge it."""
    return [
        cell
        for row in table.rows[:_ROWS_WEIGHED]
        if (cell := row.cells.get(index)) is not None
        and not is_blank(cell)
        and not repeats_header(table, row)
    ]


def samples(table: Table, index: int, rows: Sequence[Row] | None = None) -> tuple[str, ...]:
    """Up to three different values of a column in Dutch notation; of these rows when given."""
    seen: dict[str, None] = {}
    for row in table.rows if rows is None else rows:
        cell = row.cells.get(index)
        if is_blank(cell) or repeats_header(table, row):
            continue
        text = text_of(cell)
        seen[text if len(text) <= _LONGEST_SAMPLE else f"{text[: _LONGEST_SAMPLE - 1]}…"] = None
        if len(seen) == _SAMPLES:
            break
    return tuple(seen)
