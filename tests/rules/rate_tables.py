"""Rates and days for tests: the real tables, and what Hypothesis draws from."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

from hypothesis import settings
from hypothesis import strategies as st

from xl_dunning.law.loader import load_law
from xl_dunning.rules.claim import Payment
from xl_dunning.rules.interest import DayCount, InterestTerms

CONSUMER = load_law("nl").rates["consumer"]
COMMERCIAL = load_law("nl").rates["commercial"]
UNTIMED = settings(deadline=None)
"""A busy machine and the first look at a holiday are no failures."""

FIRST, LAST = date(2003, 1, 1), date(2026, 12, 31)

DAYS = st.dates(FIRST, LAST)
AMOUNTS = st.decimals(Decimal("0.01"), Decimal("250000.00"), places=2)
TERMS = st.builds(
    InterestTerms,
    table=st.sampled_from([CONSUMER, COMMERCIAL]),
    compounding=st.booleans(),
    day_count=st.sampled_from(DayCount),
)


@st.composite
def periods(draw: st.DrawFn) -> tuple[date, date]:
    """A first and a last day; some begin on 29 February, some last a day, some twenty years."""
    first = draw(st.one_of(DAYS, st.sampled_from([date(2004, 2, 29), date(2020, 2, 29)])))
    days = draw(st.one_of(st.integers(0, 1200), st.integers(0, 8000)))
    return first, min(first + timedelta(days=days), LAST)


PAYMENTS = st.lists(st.builds(Payment, on=DAYS, amount=AMOUNTS), max_size=4)
