"""Values as Excel's own programs give and take them."""

from __future__ import annotations

import re
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Any

from xl_dunning.sheets.grid import Cell, CellValue
from xl_dunning.sheets.serials import day, exact
from xl_dunning.sheets.texts import printable

ERRORS = frozenset(
    {"#N/A", "#VALUE!", "#REF!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"}
)
_TAKEN_FOR_MORE = re.compile(
    r"\s*(?:[-=+@'#€$£(]|[.,]?\d|(?:waar|onwaar|true|false|vrai|faux|wahr|falsch)\s*$"
    r"|(?:jan|feb|mrt|maart|mar|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*[\s./-]*\d"
    r"|[^\W\d_]{3,9}\.?[\s./-]*\d{1,4}\s*$)",
    re.IGNORECASE,
)
"""Texts that an Excel of whatever language may take for a formula, a number, a day or a truth
value: also a short word with a number, which may be a month and a year."""
_LONGEST = 32_767
"""Characters that a cell can hold; the file door cuts at the same place."""
_ERROR_NUMBERS = range(-2_146_826_300, -2_146_826_200)
"""Excel for Windows gives an error that xlwings does not know, such as #SPILL!, as a number."""
_SPOKEN_ERRORS = {
    "#N/B": "#N/A",
    "#WAARDE!": "#VALUE!",
    "#VERW!": "#REF!",
    "#DEEL/0!": "#DIV/0!",
    "#NAAM?": "#NAME?",
    "#GETAL!": "#NUM!",
    "#LEEG!": "#NULL!",
}
_NULL_DAY = datetime(1899, 12, 30)  # noqa: DTZ001 - as Excel's programs count
_MARCH_1900 = date(1900, 3, 1)
_FIRST = date(1900, 1, 1)
_ONE_DAY = timedelta(days=1)
_PHANTOM = 60


def cell_of(value: Any) -> Cell | None:  # noqa: ANN401 - whatever Excel gives
    """What stands in a cell, as the file door would say it; None for an empty one."""
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return _day_cell(value)
    if isinstance(value, bool | date):
        return Cell(value)
    if isinstance(value, str):
        return _text_cell(value)
    return _number_cell(value)


def _number_cell(value: float | Decimal) -> Cell:
    if isinstance(value, int) and value in _ERROR_NUMBERS:
        return Cell(None, error="#VALUE!")
    number = exact(str(value) if isinstance(value, Decimal) else repr(value))
    return Cell(number) if number is not None else Cell(None, error="#VALUE!")


def written(value: CellValue | int) -> Any:  # noqa: ANN401 - whatever Excel takes
    """A value as Excel takes it. Text stays text: a sign in front keeps ``=1+1`` or ``0042`` so.

    A day before 1900, which Excel does not know, becomes text.
    """
    if isinstance(value, str):
        text = printable(value)[:_LONGEST]
        return (f"'{text}" if _TAKEN_FOR_MORE.match(text) else text) or None
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        return _as_moment(value)
    return value


def _text_cell(text: str) -> Cell | None:
    error = _SPOKEN_ERRORS.get(text, text)
    if error in ERRORS:
        return Cell(None, error=error)
    # As in a file, nothing but blanks is nothing; but no escapes of a file stand in it.
    return None if text.isspace() else Cell(printable(text))


def _day_cell(moment: datetime) -> Cell:
    """The day; Excel's programs are one off before March 1900, where Excel counts a day too many.

    A cell that shows a time of day comes as a moment before 1900: it holds a part of a day.
    """
    bare = moment.replace(tzinfo=None)
    serial = exact(repr((bare - _NULL_DAY) / _ONE_DAY)) or Decimal(0)
    if serial > _PHANTOM:
        return Cell(bare.date())
    return Cell(day(serial, date1904=False) or serial)


def _as_moment(value: date) -> datetime | str:
    if value < _FIRST:
        return f"'{value:%d-%m}-{value.year:04d}"
    early = value < _MARCH_1900
    moment = datetime(value.year, value.month, value.day)  # noqa: DTZ001 - a day, as Excel has it
    return moment - _ONE_DAY if early else moment
