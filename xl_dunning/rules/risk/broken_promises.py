"""Promises to pay whose time ran out since the last run, and that were not kept."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from xl_dunning.rules.agreements.calls import promises
from xl_dunning.rules.agreements.states import Judgement
from xl_dunning.rules.ledger import Ledger
from xl_dunning.rules.money import ZERO, Euro, total
from xl_dunning.rules.risk.observations import readable


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
    """What was open when he promised it."""
    now: Euro
    """What is open now."""
    currency: str = "EUR"
    event: str = ""
    """Id of the promise in the log."""


def broken_promises(
    judged: Iterable[Judgement], ledger: Ledger, *, last_run: date, reference_date: date
) -> tuple[BrokenPromise, ...]:
    """Those that held letters back until a day from the last run up to the day before this one.

    How each stands is judged elsewhere (``rules.agreements.judgement``). Left out is what is no
    longer open, and the promise of a debtor with a row that can't be read.
    """
    certain = {item.key: item for item in readable(ledger)}
    doubtful = {item.debtor for item in ledger.items if item.key not in certain}
    found: list[BrokenPromise] = []
    for each in judged:
        event = each.event
        if not (promises(event) and each.failed and last_run <= each.holds_until < reference_date):
            continue
        items = [certain[key] for key in each.keys if key in certain]
        now = total(max(item.open or ZERO, ZERO) for item in items)
        currencies = {item.currency for item in items}
        if event.debtor in doubtful or now <= ZERO or len(currencies) != 1:
            continue
        found.append(
            BrokenPromise(
                debtor=event.debtor,
                invoice=event.invoice,
                on=event.on,
                until=each.until,
                promised=event.amount,
                before=now + each.paid,
                now=now,
                currency=currencies.pop(),
                event=event.id,
            )
        )
    return tuple(sorted(found, key=lambda one: (one.debtor, one.invoice, one.until)))
