"""Blocks and disputes with a last day that stand in the log: what a calendar shows of them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable

from xl_dunning.rules.agreements.disputes import disputes
from xl_dunning.rules.events import Event, EventKind


def dated_holds(log: Iterable[Event]) -> tuple[Event, ...]:
    """The blocks and disputes with a last day that nobody lifted, of standing events.

    A later dispute about the same replaces the day of the one before it. Lifting one for a whole
    debtor lifts those of his invoices too, not the other way round.
    """
    by_debtor: dict[str, list[Event]] = defaultdict(list)
    for event in log:
        left = by_debtor[event.debtor]
        left[:] = [held for held in left if not _ends(event, held)]
        if event.kind is EventKind.BLOCK or disputes(event):
            left.append(event)
    return tuple(event for left in by_debtor.values() for event in left if event.until)


def _ends(event: Event, held: Event) -> bool:
    """Whether the event lifts what was held before it, or comes in its place."""
    covers = event.invoice in ("", held.invoice)
    if event.kind is EventKind.UNBLOCK:
        return covers and held.kind is EventKind.BLOCK
    if event.kind is EventKind.DISPUTE_CLOSED:
        return covers and disputes(held)
    return disputes(event) and disputes(held) and event.invoice == held.invoice
