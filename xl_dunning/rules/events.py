"""Events (gebeurtenissen): the append-only log of what was really carried out.

An event never changes. A mistake is taken back by a later ``void`` event that names it.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from xl_dunning.rules.money import Euro


class EventKind(StrEnum):
    """What happened; the names are those of ``log add``."""

    LETTER = "letter"
    EMAIL = "email"
    CALL = "call"
    PROMISE = "promise"
    PLAN = "plan"
    INSTALMENT = "instalment"
    DISPUTE = "dispute"
    DISPUTE_CLOSED = "dispute-closed"
    BLOCK = "block"
    UNBLOCK = "unblock"
    SUSPENSION = "suspension"
    RESUME = "resume"
    PAYMENT = "payment"
    CREDIT = "credit"
    SETTLEMENT = "settlement"
    HANDOVER = "handover"
    LEGAL = "legal"
    INTERRUPTION = "interruption"
    VOID = "void"
    IMPORTED = "imported"


class Channel(StrEnum):
    """How it reached the debtor."""

    POST = "post"
    EMAIL = "email"
    PHONE = "phone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """One line of the log.

    ``invoice`` is empty when it concerns the whole debtor. ``until`` and ``pay_by`` are inclusive.
    ``sequence`` orders events of one day as they were recorded.
    """

    id: str
    on: date
    debtor: str
    kind: EventKind
    invoice: str = ""
    stage: str = ""
    """Key of the stage that this event carried out; empty when it carried out none."""
    channel: Channel | None = None
    pay_by: date | None = None
    amount: Euro | None = None
    until: date | None = None
    note: str = ""
    document: str = ""
    sha256: str = ""
    run: str = ""
    voids: str = ""
    """For a void event: the id of the event that it takes back."""
    sequence: int = 0


def standing(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events that still count, oldest first: no void events and nothing that was voided.

    A void event can itself be voided; then what it took back stands again.
    """
    ordered = sorted(events, key=lambda event: (event.on, event.sequence, event.id))
    taken_back: set[str] = set()
    # Voids are judged newest first, so that a void that was taken back takes nothing back itself.
    voids = [event for event in ordered if event.kind is EventKind.VOID]
    for event in sorted(voids, key=lambda event: (event.sequence, event.on), reverse=True):
        if event.id not in taken_back:
            taken_back.add(event.voids)
    return tuple(
        event
        for event in ordered
        if event.kind is not EventKind.VOID and event.id not in taken_back
    )
