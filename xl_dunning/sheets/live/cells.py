"""Values as Excel's own programs give and take them."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal
from typing import Any

from xl_dunning.sheets.grid import Cell, CellValue
from xl_dunning.sheets.serials import exact
from xl_dunning.sheets.texts import text_cell

ERRORS = frozenset(
    {"#N/A", "#VALUE!", "#REF!", "#DIV/0!", "#NAME?", "#NUM!", "#NULL!", "#SPILL!", "#CALC!"}
)
_TAKEN_FOR_MORE = re.compile(
    r"\s*(?:[-=+@'#€$(]|[.,]?\d|(?:waar|onwaar|true|false)\s*$"
    r"|(?:jan|feb|mrt|maart|mar|apr|mei|may|jun|jul|aug|sep|okt|oct|nov|dec)[a-z]*[\s./-]*\d)",
    re.IGNORECASE,
)
"""Texts that Excel takes for a formula, a number, a day or a truth value."""
_UNSHOWABLE = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f]")


def cell_of(value: Any) -> Cell | None:  # noqa: ANN401 - whatever Excel gives
    """What stands in a cell, as the file door would say it; None for an empty one."""
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return Cell(value.date())
    if isinstance(value, bool | date):
        return Cell(value)
    if isinstance(value, str):
        return Cell(None, error=value) if value in ERRORS else text_cell(value)
    number = exact(str(value) if isinstance(value, Decimal) else repr(value))
    return Cell(number) if number is not None else Cell(None, error="#VALUE!")


def written(value: CellValue | int) -> Any:  # noqa: ANN401 - whatever Excel takes
    """A value as Excel takes it. Text stays text: a sign in front keeps ``=1+1`` or ``0042`` so."""
    if isinstance(value, str):
        text = _UNSHOWABLE.sub("", value)
        return (f"'{text}" if _TAKEN_FOR_MORE.match(text) else text) or None
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime(value.year, value.month, value.day)  # noqa: DTZ001 - a day, as Excel has it
    return value
