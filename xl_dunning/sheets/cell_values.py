"""Putting a value into a cell so that Excel takes it for what it is."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE, Cell, MergedCell

from xl_dunning.sheets.grid import CellValue
from xl_dunning.sheets.marking import DATE_FORMAT, MONEY_FORMAT, MarkValue

_STARTS_A_FORMULA = ("=", "+", "-", "@", "\t", "\r")


def put(cell: Cell | MergedCell, value: MarkValue | CellValue, number_format: str = "") -> None:
    """Write a value with its number format; without one, dates and amounts get the Dutch one.

    Text stays text: neither ``=1+1`` nor ``#N/A`` from somebody's export becomes more than that,
    and it stays so when the user edits the cell. Characters that no workbook can hold are left
    out. Empty text empties the cell. The inside of merged cells holds nothing and stays so.
    """
    if isinstance(cell, MergedCell):
        return
    if isinstance(value, str):
        text = ILLEGAL_CHARACTERS_RE.sub("", value)
        cell.value = text or None
        if text:
            cell.data_type = "s"
        cell.quotePrefix = text.startswith(_STARTS_A_FORMULA)
        return
    # The format first: openpyxl gives a date in a cell without one an American format.
    cell.number_format = number_format or default_format(value)
    cell.value = value


def default_format(value: MarkValue | CellValue) -> str:
    """The number format of a value that came without one."""
    if isinstance(value, date):
        return DATE_FORMAT
    return MONEY_FORMAT if isinstance(value, Decimal) else "General"
