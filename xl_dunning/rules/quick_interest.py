"""The total interest of a claim without payments, for lists of very many claims.

The same cents as ``claim`` finds line by line, counted in whole numbers: no line is made, no date
is built. A test holds the two together for any claim.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from xl_dunning.rules.figures import RateTable
from xl_dunning.rules.interest import DayCount, InterestTerms, part_of_year
from xl_dunning.rules.money import ZERO, Euro

Count: TypeAlias = Callable[[Euro, date, date], Euro]
"""Principal, first interest day and last day (both inclusive) to the interest, in euro."""

_RATE_PARTS = 10_000
"""Percentages have at most four decimals."""
_CENTS = -2


def interest_counter(terms: InterestTerms) -> Count:
    """A function that counts interest by these terms; make it once, call it for every claim.

    The function raises RATE_UNKNOWN or RATE_BEFORE_FIRST for days without a known rate.
    """
    table = terms.table
    starts, percents = _merged(table)
    known_until = table.known_until.toordinal()
    year = 365 * 100 * _RATE_PARTS
    by_days = terms.day_count is DayCount.ACT_365

    def over(base: int, first: int, last: int) -> int:
        """Interest in cents over days that hold no anniversary."""
        at = bisect_right(starts, first) - 1
        found = 0
        while first <= last:
            end = min(last, starts[at + 1] - 1) if at + 1 < len(starts) else last
            if by_days:
                found += (2 * base * percents[at] * (end - first + 1) + year) // (2 * year)
            else:
                found += _by_calendar(base * percents[at], first, end)
            first = end + 1
            at += 1
        return found

    def count(principal: Euro, first: date, last: date) -> Euro:
        day, end = first.toordinal(), last.toordinal()
        if principal <= ZERO or day > end:
            return ZERO
        if end > known_until or day < starts[0]:
            table.periods(first, last)  # raises, with the right words
        base = cents = int(principal.scaleb(2))
        years = 1
        if terms.compounding:
            while (anniversary := _anniversary(first, years)) <= end:
                base += over(base, day, anniversary - 1)
                day = anniversary
                years += 1
        return Decimal(base - cents + over(base, day, end)).scaleb(_CENTS)

    return count


def _merged(table: RateTable) -> tuple[list[int], list[int]]:
    """Where the rate really changes, and what it is from there in parts of a percent."""
    starts: list[int] = []
    percents: list[int] = []
    for rate in table.rates:
        percent = int(rate.percent * _RATE_PARTS)
        if not percents or percents[-1] != percent:
            starts.append(rate.valid_from.toordinal())
            percents.append(percent)
    return starts, percents


def _anniversary(first: date, years: int) -> int:
    """29 February becomes the 28th in a common year."""
    try:
        return first.replace(year=first.year + years).toordinal()
    except ValueError:
        return date(first.year + years, 2, 28).toordinal()


def _by_calendar(product: int, first: int, last: int) -> int:
    days, year = part_of_year(date.fromordinal(first), date.fromordinal(last), DayCount.ACT_ACT)
    parts = year * 100 * _RATE_PARTS
    return (2 * product * days + parts) // (2 * parts)
