"""What the list held on the day of each run (waarnemingen): the trail that payments leave.

Only changes are kept: an item that was new, whose open amount changed, or that the list no longer
held. They judge promises and plans and feed the risk score; no step ever rests on them alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date

from xl_dunning.rules.ledger import ItemKey, Ledger, doubled_keys
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


def changes(
    observations: Iterable[Observation], ledger: Ledger, *, on: date, run: str = ""
) -> tuple[Observation, ...]:
    """What the list tells on that day that was not known yet, in the order of the list.

    Rows that can't be read or stand there twice tell nothing: what was known of them stays.
    """
    known = latest(observations)
    doubled = doubled_keys(ledger.items)
    seen: set[ItemKey] = set()
    found: list[Observation] = []
    for item in ledger.items:
        seen.add(item.key)
        before = known.get(item.key)
        if item.unreadable or item.open is None or item.key in doubled:
            continue
        if before is None or before.open != item.open or before.due_date != item.due_date:
            found.append(
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
            )
    found += [
        Observation(
            on=on,
            debtor=gone.debtor,
            invoice=gone.invoice,
            open=None,
            currency=gone.currency,
            due_date=gone.due_date,
            invoice_date=gone.invoice_date,
            amount=gone.amount,
            run=run,
        )
        for key, gone in known.items()
        if key not in seen and gone.open is not None
    ]
    return tuple(found)
