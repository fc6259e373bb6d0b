"""Disputes (betwistingen): of a whole invoice, or of a part, so that the rest goes on.

A dispute ends when somebody closes it, never by itself: a day that was set for the answer is there
to be reminded of. A part can only be disputed of one invoice; about a whole debtor it would be a
guess which invoice it is about, and then all of them wait.
"""

from __future__ import annotations

from collections.abc import Iterable

from xl_dunning.rules.events import Event, EventKind, Outcome
from xl_dunning.rules.money import ZERO, Euro, total


def disputes(event: Event) -> bool:
    """Whether the event opens a dispute, by phone or otherwise."""
    return event.kind is EventKind.DISPUTE or event.outcome is Outcome.DISPUTED


def open_disputes(events: Iterable[Event]) -> tuple[Event, ...]:
    """The disputes that nobody closed, of standing events about one item, oldest first."""
    left: list[Event] = []
    for event in events:
        if disputes(event):
            left.append(event)
        elif event.kind is EventKind.DISPUTE_CLOSED:
            left = []
    return tuple(left)


def disputed_part(events: Iterable[Event], *, outstanding: Euro) -> Euro:
    """How much of the invoice is disputed while the rest is not, in euro; 0 without such a part."""
    found = open_disputes(events)
    if not found or not all(event.invoice and event.amount for event in found):
        return ZERO
    part = total(event.amount for event in found if event.amount)
    return part if ZERO < part < outstanding else ZERO
