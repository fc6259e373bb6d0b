"""Phone calls: which of them carry their stage out, and when to ring again.

A call that reached nobody is an attempt. The stage waits for the next attempt on another day, and
after the last one it counts as carried out, so that the letter after it can go out.
"""

from __future__ import annotations

from datetime import date

from xl_dunning.rules.dates import IsWorkingDay, add_days, add_working_days
from xl_dunning.rules.events import Event, EventKind, Outcome

_FAILED = (Outcome.NOT_REACHED, Outcome.VOICEMAIL)
_UNDER_WAY_DAYS = 3
"""Working days that money which is said to be on its way may take to be seen in the list."""


def failed(event: Event) -> bool:
    """Whether the call reached nobody, so that somebody should ring again."""
    return event.kind is EventKind.CALL and event.outcome in _FAILED


def call_back_on(event: Event) -> date | None:
    """The first day on which to ring again; None when the call is done with.

    A day that was agreed on the phone goes before the next day.
    """
    if failed(event):
        return event.until or add_days(event.on, 1)
    return event.until if _to_be_called_back(event) else None


def unfinished(event: Event) -> bool:
    """Whether the call leaves its stage open: nobody was reached, or he asked to be called back."""
    return failed(event) or _to_be_called_back(event)


def promises(event: Event) -> bool:
    """Whether a promise to pay came of it, by phone or otherwise."""
    return event.kind is EventKind.PROMISE or event.outcome in (
        Outcome.PROMISED,
        Outcome.UNDER_WAY,
    )


def promised_until(event: Event, is_working_day: IsWorkingDay) -> date | None:
    """The last day of the promise, inclusive; None for one without a day, which holds nothing."""
    if event.until or event.outcome is not Outcome.UNDER_WAY:
        return event.until
    return add_working_days(event.on, _UNDER_WAY_DAYS, is_working_day)


def _to_be_called_back(event: Event) -> bool:
    return (
        event.kind is EventKind.CALL
        and event.outcome is Outcome.REACHED
        and event.until is not None
    )
