"""The figures as shipped: known rows of every decade, their ends, and what each must carry."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise

import pytest

from xl_dunning.law.loader import COUNTRIES, figures_of, load_law
from xl_dunning.rules.dates import add_days
from xl_dunning.rules.events import Channel
from xl_dunning.rules.figures import in_force
from xl_dunning.rules.findings import Refusal

TABLES = [(country, key) for country in COUNTRIES for key in load_law(country).rates]

ON_DAY = [
    # country, table, day, percent, why this day
    ("nl", "consumer", date(1976, 4, 1), "8", "the first day that is known"),
    ("nl", "consumer", date(1979, 12, 31), "10", "in the seventies"),
    ("nl", "consumer", date(1980, 4, 1), "12", "the highest, for the first time"),
    ("nl", "consumer", date(1992, 6, 30), "12", "and for the second"),
    ("nl", "consumer", date(1996, 6, 30), "7", "the half-year that others leave out"),
    ("nl", "consumer", date(2004, 1, 31), "5", "a change on 1 February, not on 1 January"),
    ("nl", "consumer", date(2004, 2, 1), "4", "the day itself"),
    ("nl", "consumer", date(2014, 12, 31), "3", "the last day before the low years"),
    ("nl", "consumer", date(2020, 7, 1), "2", "in the low years"),
    ("nl", "consumer", date(2025, 7, 1), "6", "the formula says 5: never derive it"),
    ("nl", "consumer", date(2026, 12, 31), "4", "the last day that is known"),
    ("nl", "commercial", date(2002, 12, 1), "10.35", "the first day of the regime"),
    ("nl", "commercial", date(2004, 3, 1), "9.02", "the doubtful half-year"),
    ("nl", "commercial", date(2008, 1, 1), "11.20", "before the crisis"),
    ("nl", "commercial", date(2013, 3, 15), "7.75", "the last day of seven points"),
    ("nl", "commercial", date(2013, 3, 16), "8.75", "the first day of eight points"),
    ("nl", "commercial", date(2019, 1, 1), "8.00", "thirteen half-years of 8.00"),
    ("nl", "commercial", date(2022, 12, 31), "8.00", "and their last day"),
    ("nl", "commercial", date(2023, 1, 1), "10.50", "not 12, as one page says"),
    ("nl", "commercial", date(2026, 7, 1), "10.40", "the last change"),
    ("be", "commercial", date(2013, 3, 16), "9.0", "eight points for new contracts"),
    ("be", "commercial", date(2021, 5, 1), "8.0", "the low years"),
    ("be", "commercial", date(2024, 12, 31), "12.5", "rounded up to half a percent"),
    ("be", "consumer", date(2026, 11, 21), "10.5", "the same percentage, another article"),
    ("be", "legal", date(1990, 1, 1), "8", "ten years of 8"),
    ("be", "legal", date(2006, 12, 31), "7", "and ten of 7"),
    ("be", "legal", date(2010, 6, 1), "3.25", "doubtful: one source says 3.5"),
    ("be", "legal", date(2026, 1, 1), "4.5", "this year"),
]


@pytest.mark.parametrize(("country", "key", "day", "percent", "why"), ON_DAY)
def test_the_rate_on_a_day(country: str, key: str, day: date, percent: str, why: str) -> None:
    (period,) = load_law(country).rates[key].periods(day, day)
    assert period.rate.percent == Decimal(percent), why


@pytest.mark.parametrize(("country", "key"), TABLES)
def test_a_table_is_in_order_and_known_until_the_end_of_this_year(country: str, key: str) -> None:
    table = load_law(country).rates[key]
    assert all(a.valid_from < b.valid_from for a, b in pairwise(table.rates))
    assert table.known_until == date(2026, 12, 31)
    assert table.country == country


@pytest.mark.parametrize(("country", "key"), TABLES)
def test_no_day_after_the_last_known_one_is_extrapolated(country: str, key: str) -> None:
    table = load_law(country).rates[key]
    table.periods(table.known_until, table.known_until)
    with pytest.raises(Refusal) as refusal:
        table.periods(table.known_until, add_days(table.known_until, 1))
    assert refusal.value.code == "RATE_UNKNOWN"
    with pytest.raises(Refusal) as refusal:
        table.periods(add_days(table.rates[0].valid_from, -1), table.known_until)
    assert refusal.value.code == "RATE_BEFORE_FIRST"


def test_periods_of_one_rate_are_one_period() -> None:
    """Ten half-years of 8.00 are not ten lines: that would round ten times."""
    periods = load_law("nl").rates["commercial"].periods(date(2016, 7, 1), date(2022, 12, 31))
    assert [(period.first, period.last) for period in periods] == [
        (date(2016, 7, 1), date(2022, 12, 31))
    ]


@pytest.mark.parametrize("country", COUNTRIES)
def test_every_value_says_where_it_comes_from_and_when_that_was_read(country: str) -> None:
    grounds = [value.ground for figure in figures_of(country) for value in figure.values]
    grounds += [rate.ground for table in load_law(country).rates.values() for rate in table.rates]
    assert len(grounds) > 40
    for ground in grounds:
        assert ground.article
        assert ground.source
        assert ground.checked_on == date(2026, 11, 21)


@pytest.mark.parametrize(
    ("sent", "days", "why"),
    [
        (date(2026, 6, 30), 2, "the Supreme Court's rule of 2016"),
        (date(2026, 7, 1), 3, "post may take 48 hours"),
        (date(2027, 6, 30), 3, "the last day of that"),
        (date(2027, 7, 1), 4, "post may take 72 hours"),
    ],
)
def test_the_post_takes_longer_from_a_day_on(sent: date, days: int, why: str) -> None:
    post = [rule for rule in load_law("nl").deliveries if rule.channel is Channel.POST]
    found = in_force(post, sent)
    assert found.days == days, why
    assert found.weekdays == frozenset({1, 2, 3, 4, 5}), "Tuesday to Saturday"
    assert bool(found.ground.doubt) == (days > 2)


def test_a_letter_from_before_the_rule_is_refused() -> None:
    post = [rule for rule in load_law("nl").deliveries if rule.channel is Channel.POST]
    with pytest.raises(Refusal) as refusal:
        in_force(post, date(2016, 11, 24))
    assert refusal.value.code == "FIGURE_BEFORE_FIRST"


def test_what_is_doubtful_says_why() -> None:
    doubts = {
        (country, key, rate.valid_from.isoformat())
        for country, key in TABLES
        for rate in load_law(country).rates[key].rates
        if rate.ground.doubt
    }
    assert doubts == {
        ("nl", "commercial", "2004-01-01"),
        ("be", "commercial", "2013-03-16"),
        ("be", "commercial", "2013-07-01"),
        ("be", "commercial", "2026-07-01"),
        ("be", "consumer", "2013-03-16"),
        ("be", "consumer", "2013-07-01"),
        ("be", "consumer", "2026-07-01"),
        ("be", "legal", "2010-01-01"),
    }


def test_the_law_of_another_country_is_refused() -> None:
    with pytest.raises(Refusal) as refusal:
        load_law("de")
    assert refusal.value.code == "LAW_UNKNOWN"


def test_the_law_is_read_once() -> None:
    assert load_law("nl") is load_law("nl")
