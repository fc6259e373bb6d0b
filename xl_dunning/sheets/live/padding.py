"""Leading zeros that only a number format shows: ``42`` that reads ``0042`` is key 0042."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from decimal import Decimal

from xl_dunning.sheets.grid import Cell, Row
from xl_dunning.sheets.live.book import LiveSheet
from xl_dunning.sheets.styles import padded_text, pads
from xl_dunning.sheets.words import compact

_KEYS = frozenset(map(compact, ("Factuurnummer", "Debiteurnummer")))


def with_zeros(sheet: LiveSheet, rows: Sequence[Row]) -> Iterable[Row]:
    """The rows; in columns of keys, whole numbers as their number format shows them.

    Where all keys are text, as in our own workbook, Excel is asked nothing; else one question a
    column. A column with several formats answers none, and its numbers stay as they are.
    """
    codes = {column: code for column in _key_columns(rows) if (code := _code(sheet, rows, column))}
    return [_padded(row, codes) for row in rows] if codes else rows


def _key_columns(rows: Sequence[Row]) -> list[int]:
    headers = next((row.cells for row in rows if row.number == 1), {})
    return [
        column
        for column, header in headers.items()
        if isinstance(header.value, str) and compact(header.value) in _KEYS
    ]


def _code(sheet: LiveSheet, rows: Sequence[Row], column: int) -> str:
    numbers = [row.number for row in rows if _whole(row.cells.get(column)) is not None]
    if not numbers:
        return ""
    area = sheet.range((numbers[0], column + 1), (numbers[-1], column + 1))
    code = area.number_format
    return code if isinstance(code, str) and pads(code) else ""


def _padded(row: Row, codes: dict[int, str]) -> Row:
    cells = dict(row.cells)
    for column, code in codes.items():
        cell = cells.get(column)
        number = _whole(cell)
        if cell is not None and number is not None:
            shown = padded_text(number, code)
            cells[column] = replace(cell, shown=shown if shown != str(number) else "")
    return replace(row, cells=cells)


def _whole(cell: Cell | None) -> int | None:
    value = cell.value if cell else None
    whole = isinstance(value, Decimal) and value >= 0 and value == value.to_integral_value()
    return int(value) if whole and isinstance(value, Decimal) else None
