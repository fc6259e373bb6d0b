"""What the log tells of money and hand-overs, gathered per invoice and per debtor."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from xl_dunning.rules.events import Event, EventKind
from xl_dunning.rules.ledger import ItemKey
from xl_dunning.rules.money import ZERO, Euro, total

_PAYMENTS = (EventKind.PAYMENT, EventKind.INSTALMENT)
_OUT_OF_OUR_HANDS = (EventKind.HANDOVER, EventKind.LEGAL)
_TOLD = {*_PAYMENTS, *_OUT_OF_OUR_HANDS, EventKind.CREDIT, EventKind.UNBLOCK}


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Money that the log says came in, or was credited; euro."""

    on: date
    amount: Euro


@dataclass(slots=True, kw_only=True)
class Booked:
    """The entries about one invoice (or, without an invoice, about one debtor), oldest first."""

    payments: list[Entry] = field(default_factory=list)
    credits: list[Entry] = field(default_factory=list)
    handed_over: date | None = None
    """The first day since which an agency or a court has it."""


NOTHING = Booked()


def booked_by_item(log: Sequence[Event], *, reference_date: date) -> Mapping[ItemKey, Booked]:
    """The entries by debtor and invoice number; standing events, oldest first."""
    found: dict[ItemKey, Booked] = {}
    for event in log:
        if event.kind not in _TOLD or event.on > reference_date:
            continue
        booked = found.setdefault((event.debtor, event.invoice), Booked())
        if event.kind in _PAYMENTS and event.amount:
            booked.payments.append(Entry(on=event.on, amount=event.amount))
        elif event.kind is EventKind.CREDIT and event.amount:
            booked.credits.append(Entry(on=event.on, amount=event.amount))
        elif event.kind in _OUT_OF_OUR_HANDS:
            booked.handed_over = booked.handed_over or event.on
        elif event.kind is EventKind.UNBLOCK:
            booked.handed_over = None
    return found


def within(entries: Sequence[Entry], *, since: date, until: date) -> list[Entry]:
    """The entries after the day ``since``, up to and including ``until``."""
    return [entry for entry in entries if since < entry.on <= until]


def settled_on(entries: Sequence[Entry], amount: Euro, *, since: date, until: date) -> date | None:
    """The day of the last entry after ``since`` when together they explain that amount."""
    counted = within(entries, since=since, until=until)
    if amount <= ZERO or not counted or total(entry.amount for entry in counted) < amount:
        return None
    return counted[-1].on
