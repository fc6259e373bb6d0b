"""A row of the sheet Belijst as phone calls: one event about each invoice that it names."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from xl_dunning.casefile.call_row import CalledRow
from xl_dunning.casefile.rows import spaceless
from xl_dunning.rules.events import Channel, Event, EventKind, Outcome
from xl_dunning.rules.instalments import paid_of_each
from xl_dunning.rules.ledger import Ledger
from xl_dunning.rules.money import ZERO, Euro, total

_MONEY_TO_COME = {Outcome.PROMISED: "toegezegd", Outcome.UNDER_WAY: "onderweg"}
"""Outcomes whose amount goes to the oldest invoice first, and the word for such an amount."""


def events_of_row(called: CalledRow, ledger: Ledger) -> tuple[Event, ...]:
    """The calls that the row tells, their ids still to come.

    An amount to come goes to the invoices that were due first, to each at most what is open of
    it. An invoice for which nothing is left was talked about all the same: it counts as reached.
    """
    shares = _shares(called, ledger) if _is_divided(called) else {}
    return tuple(_event(called, invoice, shares) for invoice in called.stages)


def says(recorded: Event, event: Event, called: CalledRow) -> bool:
    """Whether what was recorded follows from the row, which now gives this event.

    What was open may have changed since, and with it how the amount was divided.
    """
    if called.on_typed and recorded.on != event.on:
        return False
    if spaceless(recorded.by) != spaceless(called.by):
        return False
    amount, possible = event.amount, [event]
    if _is_divided(called):
        amount = recorded.amount
        possible = [_nothing_left(called, event), *_with_a_share(called, event)]
    told = (recorded.outcome, recorded.until, spaceless(recorded.note))
    return recorded.amount == amount and told in {
        (other.outcome, other.until, spaceless(other.note)) for other in possible
    }


def adds_up(called: CalledRow, recorded: Sequence[Event]) -> bool:
    """Whether the shares that were recorded are together the amount of the row."""
    shares = [event.amount for event in recorded if event.amount is not None]
    if not (shares and _is_divided(called)):
        return True
    less = spaceless(_with(called.note, _less_open(called)))
    return total(shares) == called.amount or any(spaceless(e.note) == less for e in recorded)


def _is_divided(called: CalledRow) -> bool:
    """Whether the row has an amount that several invoices share."""
    return (
        called.amount is not None
        and called.outcome in _MONEY_TO_COME
        and all(invoice for invoice in called.stages)
    )


def _shares(called: CalledRow, ledger: Ledger) -> dict[str, Euro]:
    """Invoice to its share of the amount, oldest due first."""
    items = {item.invoice: item for item in ledger.items if item.debtor == called.debtor}
    due = {number: item.due_date or date.max for number, item in items.items()}
    numbers = sorted(called.stages, key=lambda number: (due.get(number, date.max), number))
    open_of_each = [
        max(items[number].open or ZERO, ZERO) if number in items else ZERO for number in numbers
    ]
    shares = paid_of_each(open_of_each, paid=called.amount or ZERO)
    return dict(zip(numbers, shares, strict=True))


def _event(called: CalledRow, invoice: str, shares: Mapping[str, Euro]) -> Event:
    amount, note = called.amount, called.note
    if called.amount is not None and len(called.stages) > 1 and not shares:
        # Nobody can tell to which of the invoices it belongs.
        amount, note = None, _with(note, f"bedrag {_money(called.amount)}")
    event = Event(
        id="",
        on=called.on,
        debtor=called.debtor,
        invoice=invoice,
        kind=EventKind.CALL,
        stage=called.stages[invoice] if called.is_call else "",
        channel=Channel.PHONE if called.outcome else None,
        amount=amount,
        until=called.until,
        note=note,
        outcome=called.outcome,
        by=called.by,
    )
    if not shares:
        return event
    if not shares[invoice]:
        return _nothing_left(called, event)
    whole, less = _with_a_share(called, replace(event, amount=shares[invoice]))
    last = [number for number, share in shares.items() if share][-1]
    return less if invoice == last and total(shares.values()) != called.amount else whole


def _nothing_left(called: CalledRow, event: Event) -> Event:
    """The event of an invoice for which nothing is left of the amount."""
    note = _with(called.note, f"{_told(called)}; voor deze factuur blijft daarvan niets over")
    return replace(event, outcome=Outcome.REACHED, until=None, amount=None, note=note)


def _with_a_share(called: CalledRow, event: Event) -> tuple[Event, Event]:
    """The event of an invoice with a share: as typed, and when there was less open than that."""
    whole = replace(event, outcome=called.outcome, until=called.until, note=called.note)
    return whole, replace(whole, note=_with(called.note, _less_open(called)))


def _less_open(called: CalledRow) -> str:
    return f"{_told(called)}; er stond minder open"


def _told(called: CalledRow) -> str:
    word = _MONEY_TO_COME[called.outcome] if called.outcome else ""
    return f"{word} is {_money(called.amount or ZERO)}"


def _with(note: str, addition: str) -> str:
    """The note of the user with a remark of ours behind it."""
    return f"{note} ({addition})" if note else addition


def _money(amount: Euro) -> str:
    return f"{amount:,.2f}".translate(str.maketrans(",.", ".,"))
