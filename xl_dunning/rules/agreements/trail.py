"""What was open of each item on each day, as far as the runs saw it, and what came in since.

Runs see the list on some days only. What came in by a day is therefore what the first run after
that day saw: a payment in time is never missed because nobody looked.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from xl_dunning.rules.events import Event, EventKind
from xl_dunning.rules.ledger import ItemKey, Ledger
from xl_dunning.rules.money import ZERO, Euro, total
from xl_dunning.rules.risk.observations import Observation

_INCOMING = (EventKind.PAYMENT, EventKind.CREDIT, EventKind.INSTALMENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trail:
    """The observations and payments of a list, by item; made by ``trail_of``."""

    listed: Mapping[ItemKey, Euro]
    """What is open of each item in the list of today."""
    seen: Mapping[ItemKey, Sequence[Observation]]
    of_debtor: Mapping[str, Sequence[ItemKey]]
    """Debtor number to all his items that the list holds now or once held."""
    issued: Mapping[ItemKey, date]
    """The invoice date of each item, as far as it is known."""
    runs: Sequence[date]
    """The days before the reference date on which runs looked at the list, in order."""
    payments: Mapping[str, Sequence[Event]]
    """Debtor number to the payments, credits and instalments in his log."""

    def known_on(self, key: ItemKey, day: date) -> bool:
        """Whether the item was there on that day; one without an invoice date always was."""
        issued = self.issued.get(key)
        return issued is None or issued <= day

    def open_on(self, key: ItemKey, day: date) -> Euro:
        """What was open at the end of the day, by what was seen up to then.

        Before the first look at an item: what that look saw.
        """
        seen = self.seen.get(key, ())
        if not seen:
            return self.listed.get(key, ZERO)
        at = bisect_right([look.on for look in seen], day)
        return (seen[at - 1] if at else seen[0]).open or ZERO

    def open_by(self, key: ItemKey, day: date) -> Euro:
        """What was open when a run looked for the first time after the day; else now."""
        at = bisect_right(self.runs, day)
        if at == len(self.runs):
            return self.listed.get(key, ZERO)
        return self.open_on(key, self.runs[at])

    def paid(self, keys: Iterable[ItemKey], *, debtor: str, since: date, by: date) -> Euro:
        """What came in on these items from one day to another, both inclusive, in euro.

        The list tells it by what is less open, the log by what was recorded; the same money may
        stand in both, so the larger of the two counts.
        """
        wanted = set(keys)
        less_open = total(
            max(self.open_on(key, since) - self.open_by(key, by), ZERO) for key in wanted
        )
        recorded = total(
            event.amount
            for event in self.payments.get(debtor, ())
            if event.amount is not None
            and since <= event.on <= by
            and (not event.invoice or (debtor, event.invoice) in wanted)
        )
        return max(less_open, recorded)


def trail_of(
    ledger: Ledger,
    log: Iterable[Event],
    *,
    reference_date: date,
    observations: Iterable[Observation] = (),
    runs: Iterable[date] = (),
) -> Trail:
    """The trail of a list; ``log`` are the standing events, ``runs`` the days of earlier runs."""
    seen: dict[ItemKey, list[Observation]] = defaultdict(list)
    looked_on = set(runs)
    for look in observations:
        seen[look.key].append(look)
        looked_on.add(look.on)
    for looks in seen.values():
        looks.sort(key=lambda look: look.on)
    payments: dict[str, list[Event]] = defaultdict(list)
    for event in log:
        if event.kind in _INCOMING:
            payments[event.debtor].append(event)
    listed = {item.key: max(item.open, ZERO) for item in ledger.items if item.open is not None}
    of_debtor: dict[str, list[ItemKey]] = defaultdict(list)
    for key in dict.fromkeys((*listed, *seen)):
        of_debtor[key[0]].append(key)
    dated = ((look.key, look.invoice_date) for looks in seen.values() for look in looks)
    listed_on = ((item.key, item.invoice_date) for item in ledger.items)
    return Trail(
        issued={key: day for key, day in (*dated, *listed_on) if day},
        listed=listed,
        of_debtor=of_debtor,
        seen=seen,
        runs=sorted(day for day in looked_on if day < reference_date),
        payments=payments,
    )
