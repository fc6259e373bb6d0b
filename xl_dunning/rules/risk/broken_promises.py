"""Promises to pay whose day passed since the last run, and that the list shows were not kept."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from xl_dunning.rules.events import Event, EventKind, Outcome
from xl_dunning.rules.history import events_by_item, payment_under_way
from xl_dunning.rules.ledger import ItemKey, Ledger, OpenItem
from xl_dunning.rules.money import ZERO, Euro, total
from xl_dunning.rules.risk.observations import Observation, readable


@dataclass(frozen=True, slots=True, kw_only=True)
class BrokenPromise:
    """A promise to pay that was not kept as far as the list tells; amounts in one currency."""

    debtor: str
    invoice: str
    """Empty when he promised it for all his invoices."""
    on: date
    until: date
    """The last day of the promise, inclusive; it has passed."""
    promised: Euro | None
    """None: everything that was open."""
    before: Euro | None
    """What was open when he promised it; None when no run saw that."""
    now: Euro
    """What is open now, without the payments in the log that the list does not show yet."""
    currency: str = "EUR"
    event: str = ""
    """Id of the promise in the log."""


def broken_promises(
    events: Sequence[Event],
    seen: Sequence[Observation],
    ledger: Ledger,
    *,
    last_run: date,
    reference_date: date,
) -> tuple[BrokenPromise, ...]:
    """The promises (of the standing events) whose last day was since the last run, and not kept.

    That day lies from the day of the last run up to and including the day before the reference
    date: on its last day a promise can still be kept. It was kept when what is open became less
    by the promised amount since it was made. Where no run saw what was open then, less must be
    open now than was promised. A promise that a later one replaced in time is not judged, nor
    that of a debtor with a row that can't be read or with invoices in more than one currency.
    """
    certain = readable(ledger)
    listed = {item.key: item for item in certain}
    doubtful = {item.debtor for item in ledger.items if item.key not in listed}
    about = events_by_item(events)
    found: list[BrokenPromise] = []
    for promise, until in _passed(events, last_run=last_run, reference_date=reference_date):
        then = _open_then(promise, seen)
        keys = then or [item.key for item in certain if _is_about(promise, item)]
        items = [listed[key] for key in keys if key in listed]
        currencies = {item.currency for item in items}
        if promise.debtor in doubtful or len(currencies) != 1:
            continue
        now = total(_still_open(item, about(item)) for item in items)
        before = total(then.values()) if then else None
        if not _kept(promise, before=before, now=now):
            found.append(
                BrokenPromise(
                    debtor=promise.debtor,
                    invoice=promise.invoice,
                    on=promise.on,
                    until=until,
                    promised=promise.amount,
                    before=before,
                    now=now,
                    currency=currencies.pop(),
                    event=promise.id,
                )
            )
    return tuple(sorted(found, key=lambda one: (one.debtor, one.invoice, one.until)))


def _passed(
    events: Iterable[Event], *, last_run: date, reference_date: date
) -> Iterator[tuple[Event, date]]:
    """The promises to be judged, each with its last day."""
    promises = [event for event in events if _is_promise(event)]
    for promise in promises:
        until = promise.until
        if until is None or not last_run <= until < reference_date:
            continue
        if not any(_replaces(other, promise) for other in promises):
            yield promise, until


def _is_promise(event: Event) -> bool:
    return event.kind is EventKind.PROMISE or event.outcome is Outcome.PROMISED


def _replaces(other: Event, promise: Event) -> bool:
    """Whether it is a new promise about the same, made before the old one had passed.

    Of a promise and the phone call that brought it, noted both, only one is judged.
    """
    if other is promise or not other.until or not promise.until:
        return False
    same = (other.debtor, other.invoice) == (promise.debtor, promise.invoice)
    made_later = (other.on, other.sequence, other.id) > (promise.on, promise.sequence, promise.id)
    return same and made_later and other.on <= promise.until <= other.until


def _is_about(promise: Event, item: OpenItem) -> bool:
    """Invoices of after the promise are no part of what he promised."""
    if item.debtor != promise.debtor or (item.open or ZERO) <= ZERO:
        return False
    if promise.invoice:
        return promise.invoice == item.invoice
    return item.invoice_date is None or item.invoice_date <= promise.on


def _open_then(promise: Event, seen: Iterable[Observation]) -> Mapping[ItemKey, Euro]:
    """What was open when the promise was made, as far as runs saw it.

    An invoice that runs saw only after it was promised counts as what the first one saw.
    """
    then: dict[ItemKey, Euro | None] = {}
    for one in seen:
        if one.debtor == promise.debtor and promise.invoice in ("", one.invoice):
            first_sight = promise.invoice and one.key not in then
            if one.on <= promise.on or first_sight:
                then[one.key] = one.open
    return {key: amount for key, amount in then.items() if amount is not None and amount > ZERO}


def _still_open(item: OpenItem, events: Iterable[Event]) -> Euro:
    return max((item.open or ZERO) - payment_under_way(item, events), ZERO)


def _kept(promise: Event, *, before: Euro | None, now: Euro) -> bool:
    if now <= ZERO:
        return True
    if promise.amount is None:
        return False
    if before is None:
        return now < promise.amount
    return before - now >= min(promise.amount, before)
