"""Terms that run from a letter: what must hold on any day; worked examples stand in tests/cases."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.rate_tables import UNTIMED
from xl_dunning.law.calendar import is_holiday, is_working_day
from xl_dunning.law.loader import load_law
from xl_dunning.rules.deadlines import Deadline, delivered_on, delivery_of, letter_deadline
from xl_dunning.rules.events import Channel
from xl_dunning.rules.findings import Refusal

SENT = st.dates(date(2023, 9, 1), date(2032, 12, 31))
CHANNELS = st.sampled_from([Channel.POST, Channel.EMAIL])
COUNTRIES = st.sampled_from(["nl", "be"])


def term(sent: date, channel: Channel, country: str = "nl", days: int | None = None) -> Deadline:
    return letter_deadline(
        sent,
        channel=channel,
        law=load_law(country),
        is_holiday=is_holiday(country),
        is_working_day=is_working_day(country),
        delivery_days=days,
    )


@UNTIMED
@given(SENT, CHANNELS, COUNTRIES)
def test_a_debtor_has_fourteen_full_days_and_ends_on_a_working_day(
    sent: date, channel: Channel, country: str
) -> None:
    found = term(sent, channel, country)
    assert found.sent <= found.delivered <= found.term_starts
    assert found.last_day >= found.term_starts + timedelta(days=13)
    assert found.last_day <= found.term_starts + timedelta(days=13 + 4), "Easter takes four days"
    assert is_working_day(country)(found.last_day)
    assert found.costs_from == found.last_day + timedelta(days=1)


@UNTIMED
@given(SENT, CHANNELS, COUNTRIES)
def test_a_later_letter_never_ends_sooner(sent: date, channel: Channel, country: str) -> None:
    next_day = sent + timedelta(days=1)
    assert term(sent, channel, country).last_day <= term(next_day, channel, country).last_day


@UNTIMED
@given(SENT, st.integers(0, 6))
def test_slower_post_only_gives_more_time(sent: date, days: int) -> None:
    slow, slower = (term(sent, Channel.POST, days=each) for each in (days, days + 1))
    assert slow.last_day <= slower.last_day


@UNTIMED
@given(SENT)
def test_post_arrives_from_tuesday_to_saturday_and_never_on_a_holiday(sent: date) -> None:
    rule = delivery_of(load_law("nl"), Channel.POST, on=sent)
    holiday = is_holiday("nl")
    arrived = delivered_on(sent, delivery=rule, is_holiday=holiday)
    assert arrived.weekday() in {1, 2, 3, 4, 5}
    assert not holiday(arrived)


@UNTIMED
@given(SENT)
def test_an_email_in_belgium_starts_the_term_on_the_next_calendar_day(sent: date) -> None:
    assert term(sent, Channel.EMAIL, "be").term_starts == sent + timedelta(days=1)


EASTER_2027 = [
    # sent, delivered, last day, why; two delivery days
    ("2027-03-08 ma", "2027-03-10 wo", "2027-03-24 wo", "ends before Good Friday"),
    ("2027-03-09 di", "2027-03-11 do", "2027-03-25 do", "the last day before it"),
    ("2027-03-10 wo", "2027-03-12 vr", "2027-03-30 di", "Good Friday to Easter Monday: Tuesday"),
    ("2027-03-11 do", "2027-03-13 za", "2027-03-30 di", "the Saturday between"),
    ("2027-03-12 vr", "2027-03-16 di", "2027-03-30 di", "a Tuesday by itself"),
    ("2027-03-24 wo", "2027-03-27 za", "2027-04-12 ma", "no post on Good Friday"),
    ("2027-03-25 do", "2027-03-30 di", "2027-04-13 di", "Saturday, then nothing until Tuesday"),
    ("2027-04-22 do", "2027-04-24 za", "2027-05-10 ma", "ends on a Saturday after Ascension Day"),
    ("2027-04-26 ma", "2027-04-29 do", "2027-05-13 do", "no post on King's Day, a Tuesday"),
    ("2027-05-04 di", "2027-05-08 za", "2027-05-24 ma", "no post on 5 May and Ascension Day"),
]
WEEKDAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")


@pytest.mark.parametrize(("sent", "delivered", "last_day", "why"), EASTER_2027)
def test_a_dutch_spring_full_of_holidays(
    sent: str, delivered: str, last_day: str, why: str
) -> None:
    found = term(date.fromisoformat(sent[:10]), Channel.POST, days=2)
    shown = [
        f"{day.isoformat()} {WEEKDAYS[day.weekday()]}" for day in (found.delivered, found.last_day)
    ]
    assert shown == [delivered, last_day], why


def test_a_belgian_reminder_at_christmas() -> None:
    """Wednesday 23 December: working days are 24, 28 and 29; the 29th is day one."""
    found = term(date(2026, 12, 23), Channel.POST, "be")
    assert (found.term_starts, found.last_day) == (date(2026, 12, 29), date(2027, 1, 11))


@pytest.mark.parametrize(
    ("sent", "channel", "country"),
    [
        (date(2016, 11, 24), Channel.POST, "nl"),
        (date(2023, 8, 31), Channel.POST, "be"),
        (date(2012, 6, 30), Channel.EMAIL, "nl"),
    ],
)
def test_a_letter_from_before_the_rule_is_refused(
    sent: date, channel: Channel, country: str
) -> None:
    with pytest.raises(Refusal) as refusal:
        term(sent, channel, country)
    assert refusal.value.code == "FIGURE_BEFORE_FIRST"
