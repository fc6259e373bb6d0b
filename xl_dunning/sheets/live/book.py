"""The open workbook itself, as xlwings gives it."""

from __future__ import annotations

from typing import Any, TypeAlias

Book: TypeAlias = Any
"""An ``xlwings.Book``. This package does not import xlwings: whoever has a book has it already."""
LiveSheet: TypeAlias = Any
"""An ``xlwings.Sheet``."""
Block: TypeAlias = tuple[tuple[Any, ...], ...]
"""Values of a rectangle as Excel gives or takes them, row by row."""


def find_sheet(book: Book, name: str) -> LiveSheet | None:
    """The sheet of that name; None when there is none."""
    try:
        return book.sheets[name]
    except Exception:  # noqa: BLE001 - every system has an error of its own for this
        return None
