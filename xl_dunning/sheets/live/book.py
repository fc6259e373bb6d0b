"""The open workbook itself, as xlwings gives it."""

from __future__ import annotations

import weakref
from collections.abc import MutableMapping
from typing import Any, TypeAlias

Book: TypeAlias = Any
"""An ``xlwings.Book``. This package does not import xlwings: whoever has a book has it already."""
LiveSheet: TypeAlias = Any
"""An ``xlwings.Sheet``."""
Block: TypeAlias = tuple[tuple[Any, ...], ...]
"""Values of a rectangle as Excel gives or takes them, row by row."""

_found: dict[int, tuple[weakref.ref[Any], MutableMapping[str, LiveSheet]]] = {}
"""The sheets that were found, by the identity of their book: to compare books asks Excel."""


def find_sheet(book: Book, name: str) -> LiveSheet | None:
    """The sheet of that name as it is now; None when there is none."""
    known = _known(book)
    known.pop(name, None)
    try:
        known[name] = book.sheets[name]
    except Exception:  # noqa: BLE001 - every system has an error of its own for this
        return None
    return known[name]


def known_sheet(book: Book, name: str) -> LiveSheet | None:
    """The sheet as it was last found in this book; looked for when it never was.

    Only for what was read a moment ago, while a button works: later she may have deleted it.
    """
    return _known(book).get(name) or find_sheet(book, name)


def _known(book: Book) -> MutableMapping[str, LiveSheet]:
    held = _found.get(id(book))
    if held is None or held[0]() is not book:
        number = id(book)
        held = (weakref.ref(book, lambda _: _found.pop(number, None)), {})
        _found[number] = held
    return held[1]
