"""Dates in every spelling that was seen; what could be two days is not read at all."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_dunning.sheets.days import Day, DayOrder, NoDay, day_order, number_day, text_day

LAST = date(2025, 12, 31)


@pytest.mark.parametrize(
    "text",
    [
        "31-12-2025",
        "31/12/2025",
        "31.12.2025",
        "31.12.2025.",
        "31 12 2025",
        "31-12-25",  # two digits: this century
        "2025-12-31",  # ISO
        "2025/12/31",
        "20251231",
        "31 december 2025",
        "31 dec. 2025",
        "31-dec-25",
        "31dec2025",
        "wo 31 dec 2025",
        "woensdag 31 december 2025",
        "31 Dezember 2025",
        "31 décembre 2025",
        "December 31, 2025",  # English, month first in words
        "31-12-2025 00:00:00",  # with a time
        "2025-12-31T00:00:00Z",
        "2025-12-31T23:59:59.999+01:00",
        "  31-12-2025\xa0",  # blanks of all kinds
        "46022",  # the day number of Excel, as text
    ],
)
def test_the_last_day_of_2025_in_every_spelling(text: str) -> None:
    read = text_day(text)
    assert isinstance(read, Day)
    assert read.value == LAST


@pytest.mark.parametrize(
    ("text", "month"),
    [(f"1 {word} 2026", month) for month, words in enumerate(
        ("jan januari january", "feb februari february", "mrt maart march", "apr april",
         "mei may", "jun juni june", "jul juli july", "aug augustus august",
         "sep sept september", "okt oktober oct october", "nov november", "dec december"), 1)
     for word in words.split()],
)  # fmt: skip
def test_months_have_dutch_and_english_names(text: str, month: int) -> None:
    assert text_day(text) == Day(date(2026, month, 1))


@pytest.mark.parametrize(
    ("text", "order", "expected"),
    [
        ("1/2/25", DayOrder.DAY_FIRST, Day(date(2025, 2, 1))),  # the Dutch way
        (
            "1/2/25",
            DayOrder.MONTH_FIRST,
            Day(date(2025, 1, 2)),
        ),  # its column writes the month first
        ("12/31/2025", DayOrder.MONTH_FIRST, Day(LAST)),
        ("1/2/25", DayOrder.MIXED, NoDay("DATE_AMBIGUOUS")),  # its column writes both ways
        ("2/2/25", DayOrder.MIXED, Day(date(2025, 2, 2))),  # the same either way
        ("12/31/2025", DayOrder.MIXED, Day(LAST)),
        ("31/12/2025", DayOrder.MIXED, Day(LAST)),
        ("5-04-2025", DayOrder.DAY_FIRST, Day(date(2025, 4, 5))),
    ],
)
def test_the_column_decides_the_order(text: str, order: DayOrder, expected: Day | NoDay) -> None:
    assert text_day(text, order) == expected


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("31-02-2025", "DATE_IMPOSSIBLE"),
        ("29-02-2026", "DATE_IMPOSSIBLE"),  # no leap year
        ("2025-31-12", "DATE_IMPOSSIBLE"),
        ("00-00-0000", "DATE_IMPOSSIBLE"),  # how databases export nothing
        ("31-12-1899", "DATE_ODD"),  # how Excel shows the number 1
        ("01-01-0001", "DATE_ODD"),
        ("01-01-2926", "DATE_ODD"),  # a slip of the finger
        ("morgen", "DATE_UNREADABLE"),
        ("", "DATE_UNREADABLE"),
        ("12-2025", "DATE_UNREADABLE"),
        ("1 foo 2025", "DATE_UNREADABLE"),
        ("121,00", "DATE_UNREADABLE"),
        ("99999", "DATE_UNREADABLE"),  # no day number of this age
    ],
)
def test_what_is_no_date_is_not_read(text: str, code: str) -> None:
    assert text_day(text) == NoDay(code)


@pytest.mark.parametrize(
    ("texts", "order"),
    [
        (["1/2/25", "31/12/2025"], DayOrder.DAY_FIRST),
        (["1/2/25", "12/31/2025"], DayOrder.MONTH_FIRST),
        (["1/2/25"], DayOrder.DAY_FIRST),  # nothing speaks: the Dutch way
        (["12/31/2025", "31/12/2025"], DayOrder.MIXED),
        (["2025-12-31", "1/2/25"], DayOrder.DAY_FIRST),  # ISO says nothing about the others
    ],
)
def test_a_day_above_twelve_gives_the_order_away(texts: list[str], order: DayOrder) -> None:
    assert day_order(texts) is order


def test_day_numbers_count_from_1900_or_1904() -> None:
    assert number_day(Decimal(46022)) == Day(LAST, serial=True)
    assert number_day(Decimal("46022.75")) == Day(LAST, serial=True)  # with a time of day
    assert number_day(Decimal(44560), date1904=True) == Day(LAST, serial=True)
    assert number_day(Decimal(20251231)) == Day(LAST)  # eight digits are a date, not a number
    assert number_day(Decimal(121)) == NoDay("DATE_UNREADABLE")


@given(st.dates(min_value=date(1980, 1, 1), max_value=date(2099, 12, 31)))
def test_every_date_in_the_usual_notations_comes_back(day: date) -> None:
    for pattern in ("%d-%m-%Y", "%Y-%m-%d", "%Y%m%d", "%d/%m/%Y 12:00"):
        assert text_day(day.strftime(pattern)) == Day(day)


@given(st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 1, 1)))
def test_every_day_number_comes_back(day: date) -> None:
    serial = (day - date(1899, 12, 30)) // timedelta(days=1)
    assert number_day(Decimal(serial)) == Day(day, serial=True)


@given(st.text(max_size=24))
def test_no_text_breaks_the_reader(text: str) -> None:
    assert isinstance(text_day(text, day_order([text])), Day | NoDay)
