"""Blocks and disputes with a day: which of them a calendar still shows."""

from __future__ import annotations

from datetime import date
from itertools import count

import pytest

from xl_dunning.rules.agreements.dated_holds import dated_holds
from xl_dunning.rules.events import Event, EventKind, Outcome

DAY = date(2026, 11, 30)
LATER = date(2026, 12, 31)
K = EventKind


def log(*said: tuple[EventKind, str, date | None]) -> list[Event]:
    """Events of debtor 1 in that order: kind, invoice and last day."""
    ids = count()
    return [
        Event(
            id=str(next(ids)), on=date(2026, 11, 1), debtor="1", kind=kind, invoice=inv, until=day
        )
        for kind, inv, day in said
    ]


@pytest.mark.parametrize(
    ("said", "left"),
    [
        ([(K.BLOCK, "F", DAY)], ["0"]),
        ([(K.BLOCK, "F", None)], []),  # until somebody lifts it: no day to show
        ([(K.BLOCK, "F", DAY), (K.UNBLOCK, "F", None)], []),
        ([(K.BLOCK, "F", DAY), (K.UNBLOCK, "", None)], []),  # all of the debtor
        ([(K.BLOCK, "", DAY), (K.UNBLOCK, "F", None)], ["0"]),  # his other invoices stay
        ([(K.BLOCK, "F", DAY), (K.UNBLOCK, "G", None)], ["0"]),
        ([(K.BLOCK, "F", DAY), (K.BLOCK, "F", LATER)], ["0", "1"]),  # the longest counts
        ([(K.BLOCK, "F", DAY), (K.DISPUTE_CLOSED, "F", None)], ["0"]),  # another matter
        ([(K.DISPUTE, "F", DAY)], ["0"]),
        ([(K.DISPUTE, "F", DAY), (K.DISPUTE_CLOSED, "", None)], []),
        ([(K.DISPUTE, "F", DAY), (K.UNBLOCK, "F", None)], ["0"]),
        ([(K.DISPUTE, "F", DAY), (K.DISPUTE, "F", LATER)], ["1"]),  # a new day for the answer
        ([(K.DISPUTE, "F", DAY), (K.DISPUTE, "", LATER)], ["0", "1"]),
        ([(K.DISPUTE, "F", DAY), (K.DISPUTE, "F", None)], []),
        ([(K.DISPUTE_CLOSED, "F", None), (K.DISPUTE, "F", DAY)], ["1"]),  # disputed once more
        ([(K.PROMISE, "F", DAY)], []),
    ],
)
def test_what_stands_and_has_a_day_is_shown(
    said: list[tuple[EventKind, str, date | None]], left: list[str]
) -> None:
    assert [event.id for event in dated_holds(log(*said))] == left


def test_a_dispute_on_the_phone_is_one_too() -> None:
    call = Event(id="t", on=DAY, debtor="1", kind=K.CALL, outcome=Outcome.DISPUTED, until=LATER)
    assert dated_holds([call]) == (call,)


def test_of_another_debtor_nothing_is_lifted() -> None:
    (block,) = log((K.BLOCK, "F", DAY))
    lifted = Event(id="l", on=DAY, debtor="2", kind=K.UNBLOCK)
    assert dated_holds([block, lifted]) == (block,)
