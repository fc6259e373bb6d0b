"""Small workbooks, typed as they are read; a first line of headers, cells divided by ``|``::

    Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand
    F1            | 1              | 2026-11-01  | 100.00

An ISO day becomes a date cell and a figure a number cell, except in columns of keys; a cell
between quotes stays text.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

import xlsxwriter

Row: TypeAlias = dict[str, Any]

_TEXT = {"Factuurnummer", "Debiteurnummer", "Postcode", "Telefoon", "Id", "Ronde"}


def table(text: str) -> list[Row]:
    """The rows of a typed table, by header."""
    typed = [line for line in text.splitlines() if line.strip()]
    header, *lines = ([cell.strip() for cell in line.split("|")] for line in typed)
    return [
        {name: _cell(name, cell) for name, cell in zip(header, line, strict=True)} for line in lines
    ]


def with_debtors(sheets: Mapping[str, str | Sequence[Row]]) -> dict[str, list[Row]]:
    """The sheets, with a sheet Debiteuren in which every debtor can be reached."""
    read = {
        name: table(rows) if isinstance(rows, str) else [dict(row) for row in rows]
        for name, rows in sheets.items()
    }
    if "Debiteuren" not in read:
        numbers = dict.fromkeys(row["Debiteurnummer"] for row in read["Facturen"])
        read["Debiteuren"] = [reachable(number) for number in numbers if number]
    return read


def reachable(number: str, **more: object) -> Row:
    """A business with an address."""
    return {
        "Debiteurnummer": number,
        "Naam": f"Klant {number} BV",
        "Adres": f"Straat {number}",
        "Postcode": "1234 AB",
        "Plaats": "Utrecht",
        "Soort": "zakelijk",
        **more,
    }


def write_book(path: Path, sheets: Mapping[str, Sequence[Row]]) -> Path:
    """Write an xlsx file with those sheets."""
    with xlsxwriter.Workbook(path, {"default_date_format": "dd-mm-yyyy"}) as book:
        for name, rows in sheets.items():
            sheet = book.add_worksheet(name)
            headers = list(dict.fromkeys(header for row in rows for header in row))
            sheet.write_row(0, 0, headers)
            for number, row in enumerate(rows, start=1):
                for column, header in enumerate(headers):
                    _write(sheet, number, column, row.get(header))
    return path


def _write(sheet: Any, row: int, column: int, value: object) -> None:  # noqa: ANN401 - untyped
    if isinstance(value, date):
        sheet.write_datetime(row, column, value)
    elif isinstance(value, int | float):
        sheet.write_number(row, column, value)
    elif value not in (None, ""):
        sheet.write_string(row, column, str(value))


def _cell(header: str, typed: str) -> str | float | date:
    if typed.startswith('"'):
        return typed.strip('"')
    if header in _TEXT:
        return typed
    for kind in (date.fromisoformat, float):
        try:
            return kind(typed)
        except ValueError:
            continue
    return typed
