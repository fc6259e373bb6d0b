"""Working days in the Netherlands and Belgium (Algemene termijnenwet art. 3; Belgian holidays).

Dutch law counts 5 May every year and equates Good Friday with the holidays; in practice 5 May is
a day off once in five years only. A pay-by date must hold in law, so the law's list is used.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from functools import lru_cache

from xl_dunning.rules.dates import DayTest, IsWorkingDay

COUNTRIES = ("nl", "be")
"""The jurisdictions (rechtsstelsels) that have a calendar here."""

_CATEGORIES = {"nl": ("public", "optional"), "be": ("public",)}
_SATURDAY = 5


def is_working_day(country: str, *, extra: Iterable[date] = ()) -> IsWorkingDay:
    """The question whether a day is a working day in that country.

    Args:
        country: ``nl`` or ``be``.
        extra: more days off: bridge days named by the government, days the company is closed.

    Raises:
        KeyError: for a country without a calendar.
    """
    closed = frozenset(extra)
    categories = _CATEGORIES[country]

    def answer(day: date) -> bool:
        if day.weekday() >= _SATURDAY or day in closed:
            return False
        return day not in _holidays(country, categories, day.year)

    return answer


def is_holiday(country: str, *, extra: Iterable[date] = ()) -> DayTest:
    """The question whether a day is an official holiday in that country, weekend or not.

    Args and errors as for ``is_working_day``; a plain Saturday or Sunday is no holiday.
    """
    closed = frozenset(extra)
    categories = _CATEGORIES[country]

    def answer(day: date) -> bool:
        return day in closed or day in _holidays(country, categories, day.year)

    return answer


@lru_cache(maxsize=256)
def _holidays(country: str, categories: tuple[str, ...], year: int) -> frozenset[date]:
    # Imported late: it takes a third of a second, which no click on the ribbon may wait for.
    import holidays  # noqa: PLC0415

    return frozenset(holidays.country_holidays(country.upper(), years=year, categories=categories))
