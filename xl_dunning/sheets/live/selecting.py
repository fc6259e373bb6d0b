"""Which rows the user selected."""

from __future__ import annotations

import re
from dataclasses import dataclass

from xl_dunning.sheets.live.book import Book

_ROWS = re.compile(r"\$?[A-Z]*\$?(\d+)(?::\$?[A-Z]*\$?(\d+))?")
_MOST_ROWS = 20_000
"""A whole column that is selected has a million rows; nobody means the empty ones."""


@dataclass(frozen=True, slots=True)
class Selection:
    """The sheet in view and the numbers of the selected rows, as the user sees them."""

    sheet: str
    rows: tuple[int, ...]


def selection(book: Book) -> Selection:
    """What is selected now; no rows when it is no range of cells."""
    try:
        # What xlwings' own word for it does beside this asks Excel four times.
        chosen = book.app.impl.selection
    except Exception:  # noqa: BLE001 - a chart is selected; every system says so in its own way
        chosen = None
    if chosen is None:
        return Selection("", ())
    rows: set[int] = set()
    for part in chosen.address.split(","):
        if match := _ROWS.fullmatch(part):
            first, last = int(match[1]), int(match[2] or match[1])
            rows.update(range(first, min(last, first + _MOST_ROWS) + 1))
        else:  # whole columns
            rows.update(range(1, _MOST_ROWS + 1))
    return Selection(chosen.sheet.name, tuple(sorted(rows)))
