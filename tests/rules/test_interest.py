"""What must hold for interest of any amount over any days; figures stand in tests/cases."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from tests.rules.rate_tables import (
    AMOUNTS,
    COMMERCIAL,
    CONSUMER,
    TERMS,
    UNTIMED,
    periods,
)
from xl_dunning.rules.claim import claim
from xl_dunning.rules.figures import Ground, Rate, RateTable
from xl_dunning.rules.findings import Refusal
from xl_dunning.rules.interest import (
    DayCount,
    InterestTerms,
    anniversaries,
    interest_over,
    total_interest,
)
from xl_dunning.rules.money import ZERO, euro
from xl_dunning.rules.quick_interest import interest_counter

CENT = Decimal("0.01")
SIMPLE = InterestTerms(table=CONSUMER, compounding=False)


def one_percent() -> RateTable:
    ground = Ground(article="a", source="s", checked_on=date(2026, 11, 21))
    rate = Rate(valid_from=date.min, percent=Decimal(1), ground=ground)
    return RateTable(key="one", title="een", rates=(rate,), known_until=date.max)


@UNTIMED
@given(AMOUNTS, periods(), TERMS, st.integers(0, 8000))
def test_splitting_a_period_changes_a_cent_at_most_for_each_line_more(
    base: Decimal, days: tuple[date, date], terms: InterestTerms, at: int
) -> None:
    first, last = days
    middle = min(first + timedelta(days=at), last)
    whole = interest_over(base, first=first, last=last, terms=terms)
    parts = (
        *interest_over(base, first=first, last=middle, terms=terms),
        *interest_over(base, first=middle + timedelta(days=1), last=last, terms=terms),
    )
    assert len(parts) <= len(whole) + 1
    assert abs(total_interest(whole) - total_interest(parts)) <= CENT


@UNTIMED
@given(AMOUNTS, periods(), TERMS)
def test_every_day_is_in_exactly_one_line(
    base: Decimal, days: tuple[date, date], terms: InterestTerms
) -> None:
    first, last = days
    found = claim(base, first_interest_day=first, as_of=last, terms=terms)
    assert [line.first for line in found.lines][:1] == [first]
    assert found.lines[-1].last == last
    assert sum(line.days for line in found.lines) == (last - first).days + 1
    assert all(line.first <= line.last for line in found.lines)


@UNTIMED
@given(AMOUNTS, periods(), TERMS, st.integers(1, 400))
def test_more_days_never_give_less_interest(
    base: Decimal, days: tuple[date, date], terms: InterestTerms, fewer: int
) -> None:
    first, last = days
    earlier = claim(base, first_interest_day=first, as_of=last - timedelta(days=fewer), terms=terms)
    later = claim(base, first_interest_day=first, as_of=last, terms=terms)
    assert earlier.interest <= later.interest


@UNTIMED
@given(AMOUNTS, periods(), TERMS)
def test_a_greater_principal_never_gives_less_interest(
    base: Decimal, days: tuple[date, date], terms: InterestTerms
) -> None:
    first, last = days
    less = claim(base, first_interest_day=first, as_of=last, terms=terms)
    more = claim(base + 1, first_interest_day=first, as_of=last, terms=terms)
    assert less.interest <= more.interest


@UNTIMED
@given(AMOUNTS, periods(), TERMS)
@example(Decimal("182.50"), (date(2025, 3, 1), date(2025, 3, 1)), SIMPLE)
@example(
    Decimal("1000.00"), (date(2004, 2, 29), date(2024, 2, 29)), InterestTerms(table=COMMERCIAL)
)
def test_the_quick_way_counts_the_same_cents(
    base: Decimal, days: tuple[date, date], terms: InterestTerms
) -> None:
    """Whole numbers without lines against the lines that a user is shown."""
    first, last = days
    explained = claim(base, first_interest_day=first, as_of=last, terms=terms)
    assert interest_counter(terms)(base, first, last) == total_interest(explained.lines)


@pytest.mark.parametrize(
    ("base", "days", "interest", "why"),
    [
        ("182.50", 1, "0.01", "exactly half a cent goes up"),
        ("182.49", 1, "0.00", "a hair less goes down"),
        ("547.50", 1, "0.02", "one cent and a half goes up"),
        ("547.49", 1, "0.01", "a hair less goes down"),
        ("91.25", 6, "0.02", "a day count that does not divide 365 evenly: 0.015"),
    ],
)
def test_half_a_cent_goes_up_and_dividing_by_365_does_not_blur_it(
    base: str, days: int, interest: str, why: str
) -> None:
    first = date(2025, 3, 1)
    last = first + timedelta(days=days - 1)
    terms = InterestTerms(table=one_percent(), compounding=False)
    (line,) = interest_over(Decimal(base), first=first, last=last, terms=terms)
    assert line.interest == Decimal(interest), why
    assert interest_counter(terms)(Decimal(base), first, last) == Decimal(interest), why


@pytest.mark.parametrize(
    ("first", "last", "cents", "why"),
    [
        (date(2023, 1, 1), date(2023, 12, 31), "365.00", "a common year"),
        (date(2024, 1, 1), date(2024, 12, 31), "365.00", "a leap year is one year as well"),
        (date(2023, 12, 31), date(2024, 1, 1), "2.00", "a day of each: 1/365 and 1/366"),
    ],
)
def test_act_act_gives_every_year_its_own_length(
    first: date, last: date, cents: str, why: str
) -> None:
    terms = InterestTerms(table=one_percent(), compounding=False, day_count=DayCount.ACT_ACT)
    found = interest_over(euro(36500), first=first, last=last, terms=terms)
    assert total_interest(found) == Decimal(cents), why


def test_the_years_of_a_leap_day_end_on_28_february() -> None:
    found = list(anniversaries(date(2024, 2, 29), until=date(2028, 12, 31)))
    assert [f"{day:%d-%m-%Y}" for day in found] == [
        "28-02-2025",
        "28-02-2026",
        "28-02-2027",
        "29-02-2028",
    ]


@pytest.mark.parametrize(
    ("base", "first", "last", "why"),
    [
        (ZERO, date(2025, 1, 1), date(2025, 12, 31), "nothing is owed"),
        (euro(-5), date(2025, 1, 1), date(2025, 12, 31), "a credit bears no interest"),
        (euro(1000), date(2025, 1, 2), date(2025, 1, 1), "not in default yet"),
    ],
)
def test_no_interest(base: Decimal, first: date, last: date, why: str) -> None:
    assert interest_over(base, first=first, last=last, terms=SIMPLE) == (), why
    assert interest_counter(SIMPLE)(base, first, last) == ZERO, why


@pytest.mark.parametrize(
    ("first", "last", "code"),
    [
        (date(2026, 12, 1), date(2027, 1, 1), "RATE_UNKNOWN"),
        (date(1976, 3, 31), date(1977, 1, 1), "RATE_BEFORE_FIRST"),
    ],
)
def test_a_day_without_a_known_rate_is_refused_by_both_ways(
    first: date, last: date, code: str
) -> None:
    for way in (
        lambda: interest_over(euro(1000), first=first, last=last, terms=SIMPLE),
        lambda: interest_counter(SIMPLE)(euro(1000), first, last),
    ):
        with pytest.raises(Refusal) as refusal:
            way()
        assert refusal.value.code == code
