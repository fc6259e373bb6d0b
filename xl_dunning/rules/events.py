"""Events (gebeurtenissen): the append-only log of what was really carried out.

An event never changes. A mistake is taken back by a later ``void`` event that names it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
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
    PASSED_OVER = "passed-over"
    """A step that somebody decided not to take, so that the next one can come."""


class Outcome(StrEnum):
    """What came of a phone call (uitkomst); the names are those of ``log add call --outcome``."""

    REACHED = "reached"
    NOT_REACHED = "not-reached"
    VOICEMAIL = "voicemail"
    WRONG_NUMBER = "wrong-number"
    NOT_RECEIVED = "not-received"
    """The debtor says that he never got the invoice."""
    DISPUTED = "disputed"
    PROMISED = "promised"
    PLAN_ASKED = "plan-asked"
    UNDER_WAY = "under-way"
    """The debtor says that the money is on its way."""


class Channel(StrEnum):
    """How it reached the debtor."""

    POST = "post"
    EMAIL = "email"
    PHONE = "phone"


@dataclass(frozen=True, slots=True, kw_only=True)
class Instalment:
    """One part of a payment plan (termijn): the last day to pay it, inclusive, and euro."""

    due_on: date
    amount: Euro


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
    outcome: Outcome | None = None
    """For a call: what came of it; None when nobody noted it."""
    schedule: tuple[Instalment, ...] = ()
    """For a plan: its instalments, oldest first."""
    by: str = ""
    """Who on our side made it so, such as whoever placed a block."""
    template: str = ""
    """For a letter: the template that it was made from."""
    about: str = ""
    """For a letter outside the policy: the id of the event that it confirms or follows."""


def standing(events: Iterable[Event]) -> tuple[Event, ...]:
    """The events that still count, oldest first: no void events and nothing that was voided.

    A void event can itself be voided; then what it took back stands again.
    """
    ordered = sorted(events, key=lambda event: (event.on, event.sequence, event.id))
    gone = taken_back(ordered)
    return tuple(
        event for event in ordered if event.kind is not EventKind.VOID and event.id not in gone
    )


def taken_back(events: Iterable[Event]) -> Mapping[str, Event]:
    """The ids of the events that were taken back, each with the void event that does it."""
    gone: dict[str, Event] = {}
    # Voids are judged newest first, so that a void that was taken back takes nothing back itself.
    voids = [event for event in events if event.kind is EventKind.VOID]
    for event in sorted(voids, key=lambda event: (event.sequence, event.on), reverse=True):
        if event.id not in gone:
            gone[event.voids] = event
    return gone
