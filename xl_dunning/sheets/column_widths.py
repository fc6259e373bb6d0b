"""Widths of columns, also where one width was set for a whole run of columns."""

from __future__ import annotations

from copy import copy

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet


def set_width(sheet: Worksheet, column: int, width: float) -> None:
    """Give one column a width and show it; the columns around it keep what they had.

    Excel stores one entry for a run of equal columns ("M:XFD hidden"). An entry of our own inside
    such a run would overlap it, and Excel calls a file with overlapping entries damaged.
    """
    dimensions = sheet.column_dimensions
    for letter in list(dimensions):
        run = dimensions[letter]
        run.reindex()
        first, last = run.min or 0, run.max or 0
        if not first <= column <= last:
            continue
        del dimensions[letter]
        for start, end in ((first, column - 1), (column + 1, last)):
            if start <= end:
                part = copy(run)
                part.index = get_column_letter(start)
                part.min, part.max = start, end
                dimensions[part.index] = part
    own = dimensions[get_column_letter(column)]
    own.width = width
    own.hidden = False
