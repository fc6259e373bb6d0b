"""Statutory and agreed interest (rente), line by line.

The law (art. 6:119 and 6:119a BW) gives a rate a year and says that after each year the interest
of that year is added to the amount that bears interest. It says nothing of days and cents; the
practice found is kept here: actual days / 365, also in leap years, split at every change of the
rate, at every anniversary of the first interest day and at every payment; each line is rounded
half-up to the cent and the total is the sum of the lines as printed.
"""

from __future__ import annotations

from calendar import isleap
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from dateutil.relativedelta import relativedelta

from xl_dunning.rules.figures import RatePeriod, RateTable
from xl_dunning.rules.money import ZERO, Euro, euro

_DAYS_A_YEAR = 365
_DAYS_A_LEAP_YEAR = 366
_PERCENT = 100


class DayCount(StrEnum):
    """How days become a part of a year."""

    ACT_365 = "act/365"
    """Actual days / 365, also in leap years: what courts and collection programs use."""
    ACT_ACT = "act/act"
    """Days in a leap year / 366."""


@dataclass(frozen=True, slots=True, kw_only=True)
class InterestLine:
    """Interest over some days at one rate; ``first`` and ``last`` are both inclusive."""

    first: date
    last: date
    percent: Decimal
    base: Euro
    interest: Euro
    article: str

    @property
    def days(self) -> int:
        """How many days bear interest."""
        return (self.last - self.first).days + 1


@dataclass(frozen=True, slots=True, kw_only=True)
class InterestTerms:
    """By which rates interest runs, and how it is counted."""

    table: RateTable
    compounding: bool = True
    """Whether the interest of a full year bears interest itself (6:119 lid 2, 6:119a lid 3)."""
    day_count: DayCount = DayCount.ACT_365


def interest_over(
    base: Euro, *, first: date, last: date, terms: InterestTerms
) -> tuple[InterestLine, ...]:
    """The interest over the days from first to last, both inclusive, on one unchanging base.

    Raises:
        Refusal: RATE_UNKNOWN or RATE_BEFORE_FIRST for days without a known rate.
    """
    if first > last or base <= ZERO:
        return ()
    return tuple(
        InterestLine(
            first=period.first,
            last=period.last,
            percent=period.rate.percent,
            base=base,
            interest=_interest(base, period, terms.day_count),
            article=period.rate.ground.article,
        )
        for period in terms.table.periods(first, last)
    )


def anniversaries(first_interest_day: date, *, until: date) -> Iterable[date]:
    """The days on which a full year of interest is added to the base, up to and including until.

    A year that began on 29 February ends on 28 February of a common year.
    """
    years = 1
    while (day := first_interest_day + relativedelta(years=years)) <= until:
        yield day
        years += 1


def total_interest(lines: Sequence[InterestLine]) -> Euro:
    """The sum of the lines as printed."""
    return sum((line.interest for line in lines), start=ZERO)


def _interest(base: Euro, period: RatePeriod, day_count: DayCount) -> Euro:
    """Divides last, so that an exact half cent stays one and goes up."""
    days, year = part_of_year(period.first, period.last, day_count)
    return euro(base * period.rate.percent * days / (year * _PERCENT))


def part_of_year(first: date, last: date, day_count: DayCount) -> tuple[int, int]:
    """The days from first to last, both inclusive, as numerator and denominator of a year."""
    if day_count is DayCount.ACT_365:
        return (last - first).days + 1, _DAYS_A_YEAR
    days = 0
    for year in range(first.year, last.year + 1):
        start, stop = max(first, date(year, 1, 1)), min(last, date(year, 12, 31))
        # A day of a leap year weighs 365 parts of 365 x 366, any other day 366.
        weight = _DAYS_A_YEAR if isleap(year) else _DAYS_A_LEAP_YEAR
        days += ((stop - start).days + 1) * weight
    return days, _DAYS_A_YEAR * _DAYS_A_LEAP_YEAR
