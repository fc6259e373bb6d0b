"""Interest on 200,000 claims, beside a loop that adds it up day by day."""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from datetime import date, timedelta
from decimal import Decimal

import pytest

from xl_dunning.law.loader import load_law
from xl_dunning.rules.claim import claim
from xl_dunning.rules.figures import RateTable
from xl_dunning.rules.interest import InterestTerms, anniversaries, total_interest
from xl_dunning.rules.quick_interest import interest_counter

CLAIMS = 200_000
SAMPLE = 200
"""So many claims are counted in the two slow ways; their time is scaled."""
AS_OF = date(2026, 11, 21)
TABLE = load_law("nl").rates["consumer"]
Owed = tuple[Decimal, date]


def claims() -> list[Owed]:
    """Due in the second half of 2023: 6, 7, 6 and 4%, so three changes, and two or three years."""
    chance = random.Random(17)  # noqa: S311 - figures to count with, no secret
    return [
        (
            Decimal(chance.randint(1_000, 2_000_000)).scaleb(-2),
            date(2023, 7, 1) + timedelta(days=chance.randrange(184)),
        )
        for _ in range(CLAIMS)
    ]


def day_by_day(principal: Decimal, first: date, table: RateTable) -> Decimal:
    """What a beginner would write: a rate and a part of a year for each day."""
    base, grown = principal, Decimal(0)
    years = set(anniversaries(first, until=AS_OF))
    day = first
    while day <= AS_OF:
        if day in years:
            base, grown = base + grown, Decimal(0)
        rate = next(rate for rate in reversed(table.rates) if rate.valid_from <= day)
        grown += base * rate.percent / 100 / 365
        day += timedelta(days=1)
    return base + grown - principal


def seconds(counted: Sequence[Owed], way: object) -> float:
    assert callable(way)
    start = time.process_time()
    for principal, first in counted:
        way(principal, first)
    return time.process_time() - start


def test_two_hundred_thousand_claims_over_three_rate_changes(
    capsys: pytest.CaptureFixture[str],
) -> None:
    all_claims = claims()
    sample = all_claims[:SAMPLE]
    terms = InterestTerms(table=TABLE)
    count = interest_counter(terms)

    def explained(principal: Decimal, first: date) -> Decimal:
        lines = claim(principal, first_interest_day=first, as_of=AS_OF, terms=terms).lines
        return total_interest(lines)

    for principal, first in sample:
        quick = count(principal, first, AS_OF)
        assert quick == explained(principal, first)
        assert abs(quick - day_by_day(principal, first, TABLE)) <= Decimal("0.05")

    quick_time = seconds(all_claims, lambda principal, first: count(principal, first, AS_OF))
    naive = seconds(sample, lambda principal, first: day_by_day(principal, first, TABLE))
    shown = seconds(sample, explained)
    ratio = (naive / SAMPLE) / (quick_time / CLAIMS)
    with capsys.disabled():
        print(  # noqa: T201 - the figures are what this file is for
            f"\n{CLAIMS:,} claims in {quick_time:.2f} s: {quick_time / CLAIMS * 1e6:.1f} µs each; "
            f"line by line {shown / SAMPLE * 1e6:.0f} µs, "
            f"day by day {naive / SAMPLE * 1e6:.0f} µs: {ratio:.0f} times as long"
        )
    assert ratio >= 20
