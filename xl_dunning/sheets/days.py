"""Dates as people and packages type them, one column at a time.

``1/2/25`` is the first of February unless a day above 12 stands in the month's place somewhere in
its column: then the column writes the month first. When both happen, only the certain ones are
read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import TypeAlias

from xl_dunning.sheets.words import trimmed

_MONTH_WORDS = (
    "jan januari january janvier janv januar",
    "feb februari february fevrier fevr februar févr février",
    "mrt maart mar march mars märz mär maa",
    "apr april avril avr",
    "mei may mai",
    "jun juni june juin",
    "jul juli july juillet juil",
    "aug augustus august aout août",
    "sep sept september septembre",
    "okt oktober oct october octobre",
    "nov november novembre",
    "dec december décembre decembre déc dez dezember",
)
_MONTHS = {word: month for month, words in enumerate(_MONTH_WORDS, 1) for word in words.split()}
_TIME = re.compile(
    r"(?:[ t]|, )\d{1,2}:\d{2}(?::\d{2}(?:[.,]\d+)?)?(?: ?[ap]m)?(?:z| ?[+-]\d\d:?\d\d)?$"
)
_YEAR_FIRST = re.compile(r"(\d{4})[-/. ](\d{1,2})[-/. ](\d{1,2})")
_EIGHT_DIGITS = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)")
_MONTH_WORD = re.compile(
    r"(?:[a-zéû]{2,9}[.,]? )?(\d{1,2})(?:e|ste|de|\.)?[-/. ]*([a-zéûä]{3,9})\.?[-/., ]*(\d{4}|\d\d)"
)
_MONTH_WORD_FIRST = re.compile(r"([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})")
_TWO_NUMBERS = re.compile(r"(?:[a-z]{2,9}[.,]? )?(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d\d)")
_SERIAL = re.compile(r"\d{5}(?:[.,]\d+)?")
_LAST_MONTH = 12
_CENTURY_PIVOT = 80
_SERIALS = range(20_000, 80_001)
_EXCEL_DAY_ZERO = date(1899, 12, 30)
_DAYS_TO_1904 = 1462
_YEARS = range(1980, 2101)


class DayOrder(Enum):
    """The order in which a column writes day and month."""

    DAY_FIRST = "dmy"
    MONTH_FIRST = "mdy"
    MIXED = "?"


@dataclass(frozen=True, slots=True)
class Day:
    """A date that was read; ``serial`` when it stood there as a bare day number."""

    value: date
    serial: bool = False


@dataclass(frozen=True, slots=True)
class NoDay:
    """Why a value is not one certain date: a code."""

    code: str


ReadDay: TypeAlias = Day | NoDay


@dataclass(frozen=True, slots=True)
class _Parts:
    """Year and two numbers; ``fixed`` when they are known to be month and day."""

    year: int
    first: int
    second: int
    fixed: bool


@lru_cache(maxsize=4096)
def _parts(text: str) -> _Parts | None:
    plain = _TIME.sub("", trimmed(text).casefold().rstrip("."))
    for pattern in (_YEAR_FIRST, _EIGHT_DIGITS):
        if match := pattern.fullmatch(plain):
            return _Parts(int(match[1]), int(match[2]), int(match[3]), fixed=True)
    if (match := _MONTH_WORD.fullmatch(plain)) and match[2] in _MONTHS:
        return _Parts(_year(match[3]), _MONTHS[match[2]], int(match[1]), fixed=True)
    if (match := _MONTH_WORD_FIRST.fullmatch(plain)) and match[1] in _MONTHS:
        return _Parts(int(match[3]), _MONTHS[match[1]], int(match[2]), fixed=True)
    if match := _TWO_NUMBERS.fullmatch(plain):
        return _Parts(_year(match[3]), int(match[1]), int(match[2]), fixed=False)
    return None


def _year(digits: str) -> int:
    number = int(digits)
    if len(digits) > 2:  # noqa: PLR2004 - a year of two digits lacks its century
        return number
    return 2000 + number if number < _CENTURY_PIVOT else 1900 + number


def day_order(texts: Iterable[str]) -> DayOrder:
    """The order that the texts of one column show together; day first when nothing speaks.

    >>> day_order(["1/2/25", "12/31/25"]).name, day_order(["1/2/25"]).name
    ('MONTH_FIRST', 'DAY_FIRST')
    """
    day_first = month_first = False
    for text in texts:
        parts = _parts(text)
        if parts and not parts.fixed:
            day_first = day_first or parts.first > _LAST_MONTH
            month_first = month_first or parts.second > _LAST_MONTH
    if day_first and month_first:
        return DayOrder.MIXED
    return DayOrder.MONTH_FIRST if month_first else DayOrder.DAY_FIRST


def looks_like_date(text: str) -> bool:
    """Whether the text has the shape of a date, possible or not."""
    return _parts(text) is not None


def text_day(text: str, order: DayOrder = DayOrder.DAY_FIRST, *, date1904: bool = False) -> ReadDay:
    """The date that a text stands for, in a column with that order.

    Codes: DATE_UNREADABLE, DATE_IMPOSSIBLE (31 February), DATE_AMBIGUOUS, DATE_ODD (a year that no
    invoice has).
    """
    plain = trimmed(text)
    if _SERIAL.fullmatch(plain):
        return number_day(Decimal(plain.replace(",", ".")), date1904=date1904)
    parts = _parts(text)
    if parts is None:
        return NoDay("DATE_UNREADABLE")
    month, day = parts.first, parts.second
    if not parts.fixed:
        swapped = order is DayOrder.MONTH_FIRST
        if order is DayOrder.MIXED:
            if max(month, day) <= _LAST_MONTH and month != day:
                return NoDay("DATE_AMBIGUOUS")
            swapped = day > _LAST_MONTH
        if not swapped:
            month, day = day, month
    try:
        return plausible(date(parts.year, month, day))
    except ValueError:
        return NoDay("DATE_IMPOSSIBLE")


def is_serial(value: Decimal) -> bool:
    """Whether a bare number may be a day number of Excel (years 1954 to 2119)."""
    return int(value) in _SERIALS


def number_day(value: Decimal, *, date1904: bool = False) -> ReadDay:
    """The date that a bare number in a date column stands for: 20261231 or a day number."""
    if _EIGHT_DIGITS.fullmatch(f"{value:f}"):
        return text_day(f"{value:f}")
    if not is_serial(value):
        return NoDay("DATE_UNREADABLE")
    days = int(value) + (_DAYS_TO_1904 if date1904 else 0)
    day = plausible(_EXCEL_DAY_ZERO + timedelta(days=days))
    return Day(day.value, serial=True) if isinstance(day, Day) else day


def plausible(value: date) -> ReadDay:
    """The date, unless it lies where no invoice lies."""
    return Day(value) if value.year in _YEARS else NoDay("DATE_ODD")
