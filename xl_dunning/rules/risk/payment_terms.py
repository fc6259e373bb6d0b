"""Advice on payment terms (betalingstermijn): who should get shorter ones, or pay in advance.

For new orders only: a term that was agreed stays as agreed. Payment in advance is advised for
businesses only: whether a consumer may be asked for everything in advance is not sourced here.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum

from xl_dunning.rules.ledger import Debtor, DebtorKind
from xl_dunning.rules.risk.credibility import mean_with_prior
from xl_dunning.rules.risk.habits import Habit, Portfolio, whole_days

FEWEST_PAID = 5
"""Paid invoices of his own below which nothing is advised."""
LATE_DAYS, _SHARE = 14.0, 0.5
"""Days late on average, and the share late, from which a shorter term is advised."""
_MANY_DAYS, _MOST_SHARE = 40.0, 0.75
"""The same for payment in advance."""
_SHORT_TERM = 14
"""Days: a term that is not longer can't be made shorter in a useful way."""


class TermsChange(StrEnum):
    """What to agree for new orders."""

    SHORTER = "TERMS_SHORTER"
    IN_ADVANCE = "TERMS_IN_ADVANCE"


@dataclass(frozen=True, slots=True, kw_only=True)
class TermsAdvice:
    """The advice with what it rests on."""

    change: TermsChange
    days: int
    """Mean days late over his paid invoices."""
    count: int
    """His paid invoices."""
    term: int | None
    """His usual term in days; None when the list doesn't tell."""


def advise_terms(debtor: Debtor, habit: Habit, everyone: Portfolio) -> TermsAdvice | None:
    """The advice; None when he pays well enough, or when too little of his own is known.

    Days and share are drawn to the mean of all debtors before they are weighed, but only down:
    nobody gets a shorter term because others pay late.
    """
    if habit.closed < FEWEST_PAID or everyone.days is None or everyone.share is None:
        return None
    days = min(habit.days, mean_with_prior(habit.days, habit.weight, everyone.days))
    share = min(habit.share, mean_with_prior(habit.share, habit.weight, everyone.share))
    if days < LATE_DAYS or share < _SHARE:
        return None
    short = habit.term is not None and habit.term <= _SHORT_TERM
    very_late = days >= _MANY_DAYS and share >= _MOST_SHARE
    ahead = debtor.kind is DebtorKind.BUSINESS and (short or very_late)
    if short and not ahead:
        return None
    return TermsAdvice(
        change=TermsChange.IN_ADVANCE if ahead else TermsChange.SHORTER,
        days=whole_days(habit.average),
        count=habit.closed,
        term=habit.term,
    )
