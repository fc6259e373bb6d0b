"""From when until when a table speaks: days in order, no gap between, and a last known day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise

from xl_dunning.rules.dates import add_days
from xl_dunning.rules.fields import Fields

OPEN, HALF_YEAR, YEAR = "open", "half-year", "year"
EVERY = {word: word for word in (OPEN, HALF_YEAR, YEAR)}
"""How often a rate is fixed; an open one holds until it is changed."""

_JUNE = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """The first day of a row, and the last one that it names itself, inclusive."""

    valid_from: date
    through: date | None = None


def half_year_end(day: date) -> date:
    """30 June or 31 December, whichever comes first after the day."""
    return date(day.year, 6, 30) if day.month <= _JUNE else date(day.year, 12, 31)


def check_order(fields: Fields, days: Sequence[date]) -> None:
    """Every row must start after the one before it."""
    for before, after in pairwise(days):
        if after == before:
            fields.error("LAW_DOUBLED", "valid_from", day=after)
        elif after < before:
            fields.error("LAW_UNSORTED", "valid_from", day=after, before=before)


def check_gaps(fields: Fields, rows: Sequence[Span], *, every: str) -> date:
    """Refuse days between two rows about which neither speaks; returns the last day known.

    For rows that are in order.
    """
    for row, following in pairwise(rows):
        end = _end(row, every)
        if row.through and row.through >= following.valid_from:
            fields.error("LAW_OVERLAP", "through", through=row.through, day=following.valid_from)
        elif every != OPEN and add_days(end, 1) < following.valid_from:
            fields.error(
                "LAW_GAP",
                "valid_from",
                first=add_days(end, 1),
                last=add_days(following.valid_from, -1),
            )
    return _end(rows[-1], every)


def _end(row: Span, every: str) -> date:
    if row.through:
        return row.through
    if every == YEAR:
        return date(row.valid_from.year, 12, 31)
    return half_year_end(row.valid_from)
