"""What changed in the list since an earlier run: new, paid, gone, changed, back again.

The list is compared with what runs saw of it. It tells what became of an item, never what is to
be done with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from xl_dunning.rules.agreements.states import Judgement
from xl_dunning.rules.events import Event, standing
from xl_dunning.rules.history import events_by_item, payment_under_way
from xl_dunning.rules.ledger import ItemKey, Ledger, OpenItem
from xl_dunning.rules.money import ZERO, Euro
from xl_dunning.rules.risk.broken_promises import BrokenPromise, broken_promises
from xl_dunning.rules.risk.observations import Observation, gone, latest, readable


class Change(StrEnum):
    """What became of an item; the names are part of the JSON contract. Gravest first."""

    RETURNED = "returned"
    """It was gone or paid, and something is open again."""
    CHANGED = "changed"
    """More is open, or its due date, amount or currency is another one."""
    DROPPED = "dropped"
    """The list no longer holds it, and the log knows of no payment: probably paid."""
    PARTLY_PAID = "partly_paid"
    PAID = "paid"
    """Nothing is open any more, or it is gone and the log knows of the payment."""
    NEW = "new"


@dataclass(frozen=True, slots=True, kw_only=True)
class ItemChange:
    """One item that changed; open amounts in its currency, before and now.

    ``before`` is None when the list did not hold it then, ``now`` when it no longer does.
    """

    change: Change
    debtor: str
    invoice: str
    currency: str
    before: Euro | None
    now: Euro | None
    due_before: date | None = None
    due_now: date | None = None
    amount_before: Euro | None = None
    """The amount of the invoice itself, where the list tells it."""
    amount_now: Euro | None = None
    currency_before: str = ""
    """Only when it was another one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Difference:
    """All that changed since an earlier run; empty when there is none to compare with."""

    since: date | None = None
    """The day of that run; None when there was none, or when it kept nothing of the list."""
    items: tuple[ItemChange, ...] = ()
    """Gravest change first, then by debtor and invoice number."""
    broken: tuple[BrokenPromise, ...] = ()

    def of(self, change: Change) -> tuple[ItemChange, ...]:
        """The items of one kind of change."""
        return tuple(item for item in self.items if item.change is change)


def difference(
    seen: Sequence[Observation],
    ledger: Ledger,
    log: Iterable[Event],
    *,
    since: date,
    reference_date: date,
    agreements: Iterable[Judgement] = (),
) -> Difference:
    """What changed between that run and the list on the reference date.

    ``seen`` is what runs saw up to and including the run of ``since``, in the order of recording.
    Rows that can't be read or stand there twice are left out, and so are items of which nothing
    was open then and nothing is open now. ``agreements`` are the promises as they stand.
    """
    known = latest(seen)
    events = standing(log)
    changed = [_change(item, known.get(item.key)) for item in readable(ledger)]
    changed += _gone(known, ledger, events)
    order = list(Change)
    return Difference(
        since=since,
        items=tuple(
            sorted(
                (item for item in changed if item),
                key=lambda item: (order.index(item.change), item.debtor, item.invoice),
            )
        ),
        broken=broken_promises(agreements, ledger, last_run=since, reference_date=reference_date),
    )


def _change(item: OpenItem, before: Observation | None) -> ItemChange | None:
    """What became of an item that the list holds; None when nothing did."""
    change = _kind(item, before)
    if change is None:
        return None
    known = before if before and before.open is not None else None
    return ItemChange(
        change=change,
        debtor=item.debtor,
        invoice=item.invoice,
        currency=item.currency,
        before=known.open if known else None,
        now=item.open,
        due_before=known.due_date if known else None,
        due_now=item.due_date,
        amount_before=known.amount if known else None,
        amount_now=item.amount,
        currency_before=known.currency if known and known.currency != item.currency else "",
    )


def _kind(item: OpenItem, before: Observation | None) -> Change | None:
    now = item.open or ZERO
    was = before.open if before else None
    if not now and not was:
        return None
    if before is None:
        return Change.NEW
    if not was:
        # What was paid and now is a credit is not asked for again.
        return Change.CHANGED if was is not None and now < ZERO else Change.RETURNED
    comparable = before.currency == item.currency and not _corrected(item, before)
    if comparable and was > ZERO and now < was:
        return Change.PARTLY_PAID if now > ZERO else Change.PAID
    return Change.CHANGED if _differs(item, before) else None


def _differs(item: OpenItem, before: Observation) -> bool:
    amounts = (before.amount, item.amount)
    return (
        (before.open, before.due_date, before.currency) != (item.open, item.due_date, item.currency)
        # A list without that column says nothing about it.
        or (None not in amounts and before.amount != item.amount)
    )


def _corrected(item: OpenItem, before: Observation) -> bool:
    """Whether less is open because the invoice itself became that much lower."""
    if item.amount is None or before.amount is None or item.open is None or before.open is None:
        return False
    less = before.amount - item.amount
    return less > ZERO and less == before.open - item.open


def _gone(
    known: Mapping[ItemKey, Observation], ledger: Ledger, events: Sequence[Event]
) -> list[ItemChange]:
    """The items that the list no longer holds, if anything was open on them."""
    about = events_by_item(events)
    found: list[ItemChange] = []
    for seen in gone(known, ledger):
        if not seen.open:
            continue
        item = OpenItem(
            ref=0,
            debtor=seen.debtor,
            invoice=seen.invoice,
            due_date=seen.due_date,
            open=seen.open,
            amount=seen.amount,
        )
        # Without the amount of the invoice, a payment of before may have been booked by then.
        payments = [event for event in about(item) if seen.amount or event.on >= seen.on]
        paid = seen.open > ZERO and payment_under_way(item, payments) >= seen.open
        found.append(
            ItemChange(
                change=Change.PAID if paid else Change.DROPPED,
                debtor=seen.debtor,
                invoice=seen.invoice,
                currency=seen.currency,
                before=seen.open,
                now=None,
                due_before=seen.due_date,
                amount_before=seen.amount,
            )
        )
    return found
