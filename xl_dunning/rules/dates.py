"""Whole days: legal days are dates, never moments."""

from __future__ import annotations

import calendar
from collections.abc import Callable
from datetime import date, timedelta
from typing import TypeAlias

DayTest: TypeAlias = Callable[[date], bool]
"""Answers a question about a day."""

IsWorkingDay: TypeAlias = DayTest
"""Answers whether offices and banks work on that day; the law room supplies the real one."""


def add_days(day: date, days: int) -> date:
    """The day that lies so many days later (or earlier, when negative)."""
    return day + timedelta(days=days)


def end_of_month(day: date) -> date:
    """The last day of the month in which the day lies."""
    return day.replace(day=calendar.monthrange(day.year, day.month)[1])


def first_working_day(day: date, is_working_day: IsWorkingDay) -> date:
    """The day itself when it is a working day, else the next one that is."""
    while not is_working_day(day):
        day = add_days(day, 1)
    return day


def add_working_days(day: date, days: int, is_working_day: IsWorkingDay) -> date:
    """The day that lies so many working days later; with 0 the day itself."""
    while days > 0:
        day = add_days(day, 1)
        days -= is_working_day(day)
    return day
