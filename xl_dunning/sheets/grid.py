"""A workbook as it was found: sheets of rows of cells, before anything is understood.

Every file kind is brought to this one shape. Row numbers and column letters are those that the
user sees, also where the file leaves rows or cells out.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TypeAlias

CellValue: TypeAlias = str | Decimal | date | bool | None
"""Text as typed, an exact number, a whole day, a truth value, or nothing."""


@dataclass(frozen=True, slots=True)
class Cell:
    """One cell that holds something."""

    value: CellValue
    error: str = ""
    """The error that Excel shows here, such as ``#N/A``; then value is None."""
    uncalculated: bool = False
    """A formula without a saved result: the value is unknown, not blank."""
    shown: str = ""
    """A whole number as its zero-padding format shows it (``0042``); empty when it is the same."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row that holds at least one cell; ``cells`` maps column index (A is 0) to cell."""

    number: int
    cells: Mapping[int, Cell]
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """One worksheet. Rows without any content are left out."""

    name: str
    rows: tuple[Row, ...]
    visible: bool = True


@dataclass(frozen=True, slots=True)
class Grid:
    """A whole file: what kind it was, its sheets, and what a rewriting would lose."""

    kind: str
    """xlsx, xlsm, xls, xlsb, ods or csv."""
    sheets: tuple[Sheet, ...]
    date1904: bool = False
    """Plain serial numbers count from 1 January 1904; real dates are already right."""
    features: tuple[str, ...] = field(default=())
    """Codes of what openpyxl would drop or damage on saving (facts: pictures, formulas ...)."""


def column_letter(index: int) -> str:
    """The letter of a column index.

    >>> column_letter(0), column_letter(25), column_letter(26)
    ('A', 'Z', 'AA')
    """
    letters = ""
    index += 1
    while index:
        index, remainder = divmod(index - 1, 26)
        letters = chr(65 + remainder) + letters
    return letters
