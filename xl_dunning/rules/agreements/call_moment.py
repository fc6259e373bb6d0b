"""At what part of the day to call: another one after each time that nobody answered."""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from xl_dunning.rules.events import Event, EventKind, Outcome


class DayPart(StrEnum):
    """A part of the day in which to call (dagdeel), in the order in which they are tried."""

    MORNING = "morning"
    AFTERNOON = "afternoon"
    EVENING = "evening"
    """After 18:00."""


UNANSWERED = frozenset({Outcome.NOT_REACHED, Outcome.VOICEMAIL})
"""Outcomes of a call in which nobody was spoken to."""
_CONTACTS = frozenset(
    {
        EventKind.LETTER,
        EventKind.EMAIL,
        EventKind.CALL,
        EventKind.PROMISE,
        EventKind.PLAN,
        EventKind.SETTLEMENT,
        EventKind.DISPUTE,
    }
)


def day_part(events: Iterable[Event], *, stage: str) -> DayPart:
    """The part of the day for the next call of that stage.

    ``events`` are the standing events about one item, oldest first. Only unanswered calls of that
    stage, or of none, since the last other contact count; after the evening it is morning again.
    """
    parts = tuple(DayPart)
    return parts[unanswered_calls(events, stage=stage) % len(parts)]


def unanswered_calls(events: Iterable[Event], *, stage: str) -> int:
    """How many calls of that stage, or of none, nobody answered since the last other contact."""
    count = 0
    for event in events:
        if event.outcome in UNANSWERED:
            count += event.stage in ("", stage)
        elif event.kind in _CONTACTS:
            count = 0
    return count
