"""What the list held on the day of each run (waarnemingen): the trail that payments leave.

Only changes are kept: an item that was new, whose amounts or due date changed, or that the list no
longer held. They judge promises and plans and feed the risk score; no step ever rests on them
alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from xl_dunning.rules.ledger import ItemKey, Ledger, OpenItem, doubled_keys
from xl_dunning.rules.money import Euro


@dataclass(frozen=True, slots=True, kw_only=True)
class Observation:
    """One item as a run saw it; amounts in its currency.

    ``open`` is None when the list no longer held the item: mostly because it was paid.
    """

    on: date
    debtor: str
    invoice: str
    open: Euro | None
    currency: str = "EUR"
    due_date: date | None = None
    invoice_date: date | None = None
    amount: Euro | None = None
    run: str = ""

    @property
    def key(self) -> ItemKey:
        """Debtor number and invoice number."""
        return self.debtor, self.invoice


def latest(observations: Iterable[Observation]) -> Mapping[ItemKey, Observation]:
    """The last observation of each item; they come in the order in which they were recorded."""
    return {observation.key: observation for observation in observations}


def readable(ledger: Ledger) -> tuple[OpenItem, ...]:
    """The items of which the list tells what is open, in its order.

    Rows that can't be read or stand there twice tell nothing.
    """
    doubled = doubled_keys(ledger.items)
    return tuple(
        item
        for item in ledger.items
        if not item.unreadable and item.open is not None and item.key not in doubled
    )


def gone(known: Mapping[ItemKey, Observation], ledger: Ledger) -> tuple[Observation, ...]:
    """What was last seen of the items that the list no longer holds.

    A row whose debtor or invoice number can't be read may be any of those that share its other
    number: of them nothing is said.
    """
    held = {item.key for item in ledger.items}
    nameless = {item.key for item in ledger.items if bool(item.debtor) != bool(item.invoice)}
    return tuple(
        seen
        for key, seen in known.items()
        if key not in held
        and seen.open is not None
        and nameless.isdisjoint({(seen.debtor, ""), ("", seen.invoice)})
    )


def changes(
    observations: Iterable[Observation], ledger: Ledger, *, on: date, run: str = ""
) -> tuple[Observation, ...]:
    """What the list tells on that day that was not known yet, in the order of the list.

    Rows that can't be read or stand there twice tell nothing: what was known of them stays.
    """
    known = latest(observations)
    found = [
        Observation(
            on=on,
            debtor=item.debtor,
            invoice=item.invoice,
            open=item.open,
            currency=item.currency,
            due_date=item.due_date,
            invoice_date=item.invoice_date,
            amount=item.amount,
            run=run,
        )
        for item in readable(ledger)
        if _tells_more(item, known.get(item.key))
    ]
    found += [
        Observation(
            on=on,
            debtor=seen.debtor,
            invoice=seen.invoice,
            open=None,
            currency=seen.currency,
            due_date=seen.due_date,
            invoice_date=seen.invoice_date,
            amount=seen.amount,
            run=run,
        )
        for seen in gone(known, ledger)
    ]
    return tuple(found)


def _tells_more(item: OpenItem, before: Observation | None) -> bool:
    return (
        before is None
        or (before.open, before.due_date, before.currency)
        != (item.open, item.due_date, item.currency)
        # A list without that column says nothing about it.
        or item.amount not in (None, before.amount)
    )
