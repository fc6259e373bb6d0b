"""The expected pay date of an open invoice: the day that a run will probably see it paid."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

from xl_dunning.rules.risk.survival import Remaining

_FEWEST_CLOSED = 10
"""Payments over all debtors below which no date is named."""
_FEWEST_IN_VIEW = 5
"""Invoices that were followed to this age, below which no date is named."""
_OUTSIDE = 0.1


@dataclass(frozen=True, slots=True, kw_only=True)
class PayDate:
    """When an invoice will probably be paid; all days lie after the reference date."""

    expected: date | None
    """The middle: as likely before it as after; None when the history does not reach so far."""
    earliest: date
    """Nine out of ten come later, or on this day."""
    latest: date | None
    """Nine out of ten come by this day; None when the history does not reach so far."""


def pay_date(ahead: Remaining, *, due_date: date, followed: int, payments: int) -> PayDate | None:
    """The pay date of an invoice: the median of the time that is left, given that it is open.

    The range holds eight out of ten. ``followed`` counts the invoices of all debtors that were
    followed to this age, ``payments`` all those that were seen paid. None when too few are.
    """
    if payments < _FEWEST_CLOSED or followed < _FEWEST_IN_VIEW:
        return None
    middle, first, last = (ahead.quantile(share) for share in (0.5, _OUTSIDE, 1 - _OUTSIDE))
    if first is None:
        return None
    return PayDate(
        expected=_day(due_date, middle),
        earliest=due_date + timedelta(days=first),
        latest=_day(due_date, last),
    )


def _day(due_date: date, late: int | None) -> date | None:
    return None if late is None else due_date + timedelta(days=late)
