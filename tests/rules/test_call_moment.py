"""At what part of the day to call: another one after each time that nobody answered."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_dunning.rules.agreements.call_moment import DayPart, day_part, unanswered_calls
from xl_dunning.rules.events import Event, EventKind, Outcome

MONDAY = date(2026, 11, 2)


def happened(*lines: str) -> list[Event]:
    """``voicemail`` is a call of the stage bellen, ``-:voicemail`` of none."""
    events = []
    for number, line in enumerate(lines):
        stage, _, word = line.rpartition(":")
        outcome = Outcome(word) if word in set(Outcome) else None
        kind = EventKind.CALL if outcome or word == "call" else EventKind(word)
        events.append(
            Event(
                id=str(number),
                on=MONDAY + timedelta(days=number),
                debtor="1",
                invoice="F1",
                kind=kind,
                stage=(stage or ("bellen" if kind is EventKind.CALL else "")).strip("-"),
                outcome=outcome,
            )
        )
    return events


@pytest.mark.parametrize(
    ("before", "part"),
    [
        ((), DayPart.MORNING),  # nobody called yet
        (("voicemail",), DayPart.AFTERNOON),
        (("not-reached", "voicemail"), DayPart.EVENING),
        (("not-reached", "not-reached", "not-reached"), DayPart.MORNING),  # round again
        (("not-reached",) * 4, DayPart.AFTERNOON),
        (("not-reached", "reached"), DayPart.MORNING),  # he was spoken to
        (("not-reached", "call"), DayPart.MORNING),  # a call of which nobody noted the outcome
        (("not-reached", "letter", "voicemail"), DayPart.AFTERNOON),  # counts from the letter
        (("not-reached", "promise"), DayPart.MORNING),
        (("not-reached", "wrong-number"), DayPart.MORNING),  # there is a new number to try
        (("nabellen:not-reached", "voicemail"), DayPart.AFTERNOON),  # another stage counts apart
        (("-:not-reached", "voicemail"), DayPart.EVENING),  # tried out of turn is tried as well
        (("not-reached", "payment"), DayPart.AFTERNOON),  # money is no contact
    ],
)
def test_the_part_of_the_day_follows_from_the_calls_that_nobody_answered(
    before: tuple[str, ...], part: DayPart
) -> None:
    assert day_part(happened(*before), stage="bellen") is part


@given(st.lists(st.sampled_from(["not-reached", "voicemail", "reached", "letter", "payment"])))
def test_one_more_try_is_always_at_the_next_part_of_the_day(lines: list[str]) -> None:
    parts = list(DayPart)
    before = day_part(happened(*lines), stage="bellen")
    after = day_part(happened(*lines, "not-reached"), stage="bellen")
    assert parts.index(after) == (parts.index(before) + 1) % len(parts)
    assert unanswered_calls(happened(*lines, "letter"), stage="bellen") == 0
