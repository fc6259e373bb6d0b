"""Working days as the law counts them: Algemene termijnenwet art. 3, and the Belgian holidays."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from dateutil.easter import easter
from hypothesis import given
from hypothesis import strategies as st

from xl_dunning.law.calendar import COUNTRIES, _holidays, is_working_day
from xl_dunning.rules.dates import add_days, first_working_day

DUTCH_WORKING_DAY = is_working_day("nl")
BELGIAN_WORKING_DAY = is_working_day("be")

# Year; Good Friday, Easter Monday, King's Day, 5 May, Ascension Day, Whit Monday, Christmas.
ATW = {
    2025: ("18-04", "21-04", "26-04", "05-05", "29-05", "09-06", "25-12", "26-12", "01-01"),
    2026: ("03-04", "06-04", "27-04", "05-05", "14-05", "25-05", "25-12", "26-12", "01-01"),
    2027: ("26-03", "29-03", "27-04", "05-05", "06-05", "17-05", "25-12", "26-12", "01-01"),
    2028: ("14-04", "17-04", "27-04", "05-05", "25-05", "05-06", "25-12", "26-12", "01-01"),
}


def days_of(year: int) -> list[date]:
    return [
        date(year, 1, 1) + timedelta(days=n)
        for n in range((date(year + 1, 1, 1) - date(year, 1, 1)).days)
    ]


@pytest.mark.parametrize("year", ATW)
def test_dutch_weekdays_off_are_exactly_those_of_the_law(year: int) -> None:
    by_law = {date(year, int(text[3:]), int(text[:2])) for text in ATW[year]}
    weekdays_off = {
        day for day in days_of(year) if day.weekday() < 5 and not DUTCH_WORKING_DAY(day)
    }
    assert weekdays_off == {day for day in by_law if day.weekday() < 5}


@pytest.mark.parametrize(
    ("day", "working", "why"),
    [
        (date(2026, 11, 20), True, "an ordinary Friday"),
        (date(2026, 11, 21), False, "Saturday"),
        (date(2026, 11, 22), False, "Sunday"),
        (date(2025, 4, 26), False, "King's Day a day early: the 27th is a Sunday"),
        (date(2026, 5, 5), False, "5 May counts every year, not once in five"),
        (date(2027, 3, 26), False, "Good Friday is equated with the holidays"),
        (date(2026, 5, 1), True, "1 May is no Dutch holiday"),
        (date(2026, 12, 31), True, "New Year's Eve"),
        (date(2026, 7, 21), True, "the Belgian national day"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_a_dutch_day(day: date, *, working: bool, why: str) -> None:
    assert DUTCH_WORKING_DAY(day) is working, why


def test_belgian_weekdays_off_in_2026() -> None:
    weekdays_off = [
        f"{day:%d-%m}"
        for day in days_of(2026)
        if day.weekday() < 5 and not BELGIAN_WORKING_DAY(day)
    ]
    # 15 August (Saturday) and 1 November (Sunday) fall in a weekend this year.
    assert weekdays_off == [
        "01-01",  # New Year
        "06-04",  # Easter Monday
        "01-05",  # Labour Day
        "14-05",  # Ascension Day
        "25-05",  # Whit Monday
        "21-07",  # national day
        "11-11",  # Armistice
        "25-12",  # Christmas; the 26th is no holiday, and a Saturday
    ]


@pytest.mark.parametrize(
    ("day", "working", "why"),
    [
        (date(2025, 12, 26), True, "second Christmas day is no Belgian holiday"),
        (date(2027, 3, 26), True, "nor is Good Friday"),
        (date(2026, 4, 27), True, "nor the Dutch King's Day"),
        (date(2025, 8, 15), False, "Assumption"),
        (date(2027, 11, 1), False, "All Saints"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_a_belgian_day(day: date, *, working: bool, why: str) -> None:
    assert BELGIAN_WORKING_DAY(day) is working, why


def test_days_of_our_own_can_be_added_and_stay_out_of_other_calendars() -> None:
    bridge_day = date(2026, 5, 15)
    own = is_working_day("nl", extra=[bridge_day])
    assert not own(bridge_day)
    assert own(date(2026, 5, 18))
    assert DUTCH_WORKING_DAY(bridge_day)


@pytest.mark.parametrize(
    ("day", "first", "why"),
    [
        (date(2026, 12, 25), date(2026, 12, 28), "Christmas, then a weekend"),
        (date(2027, 3, 26), date(2027, 3, 30), "Good Friday to the Tuesday after Easter"),
        (date(2026, 5, 5), date(2026, 5, 6), "a single day"),
        (date(2026, 11, 20), date(2026, 11, 20), "a working day is its own first"),
    ],
    ids=lambda value: value if isinstance(value, str) else None,
)
def test_a_pay_by_date_moves_to_the_first_working_day(day: date, first: date, why: str) -> None:
    assert first_working_day(day, DUTCH_WORKING_DAY) == first, why


@given(st.sampled_from(COUNTRIES), st.dates(date(1990, 1, 1), date(2060, 12, 31)))
def test_within_five_days_there_is_always_a_working_day(country: str, day: date) -> None:
    first = first_working_day(day, is_working_day(country))
    assert add_days(day, 0) <= first <= add_days(day, 4)


@given(st.sampled_from(COUNTRIES), st.dates(date(1990, 1, 1), date(2060, 12, 31)))
def test_no_working_day_falls_in_a_weekend_and_easter_monday_is_never_one(
    country: str, day: date
) -> None:
    answer = is_working_day(country)
    assert not (answer(day) and day.weekday() >= 5)
    assert not answer(easter(day.year) + timedelta(days=1))


def test_asking_often_is_cheap_because_a_year_is_worked_out_once() -> None:
    _holidays.cache_clear()
    for _ in range(100):
        for day in days_of(2026):
            DUTCH_WORKING_DAY(day)
    assert _holidays.cache_info().misses == 1, "36,500 questions"


def test_a_country_without_a_calendar_is_refused_at_once() -> None:
    with pytest.raises(KeyError):
        is_working_day("de")
