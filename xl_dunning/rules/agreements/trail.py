"""What was open of each item on each day, as far as the runs saw it, and what came in since.

Runs see the list on some days only. What came in by a day is therefore what the first run after
that day saw: a payment in time is never missed because nobody looked.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from xl_dunning.rules.events import Event, EventKind
from xl_dunning.rules.ledger import ItemKey, Ledger, OpenItem, doubled_keys
from xl_dunning.rules.money import ZERO, Euro, total
from xl_dunning.rules.risk.observations import Observation

_INCOMING = (EventKind.PAYMENT, EventKind.CREDIT, EventKind.INSTALMENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Trail:
    """The observations and payments of a list, by item; made by ``trail_of``."""

    listed: Mapping[ItemKey, Euro]
    """What is open of each item in the list of today; of a row in doubt what was seen last."""
    items: Mapping[ItemKey, OpenItem | Observation]
    """What is known besides: the row of today, else the last look at it."""
    seen: Mapping[ItemKey, Sequence[Observation]]
    of_debtor: Mapping[str, Sequence[ItemKey]]
    """Debtor number to all his items that the list holds now or once held."""
    today: date
    """The reference date, on which the list itself is looked at."""
    runs: Sequence[date]
    """The days before it on which runs looked at the list, in order."""
    since: date
    """The day of the first observation: nobody knows what the list held before."""
    payments: Mapping[str, Sequence[Event]]
    """Debtor number to the payments, credits and instalments in his log."""

    def known_on(self, key: ItemKey, day: date) -> bool:
        """Whether the item was there on that day.

        Without an invoice date: whether the first run after the day saw it.
        """
        issued = self.items[key].invoice_date
        if issued:
            return issued <= day
        at = bisect_right(self.runs, day)
        if at == len(self.runs) or self.runs[at] < self.since:
            return True
        return any(look.on <= self.runs[at] for look in self.seen.get(key, ())[:1])

    def looked_at(self, keys: Iterable[ItemKey], day: date) -> bool:
        """Whether somebody looked at one of these items on that day or before."""
        seen = any(look.on <= day for key in keys for look in self.seen.get(key, ())[:1])
        return seen or self.today <= day

    def open_on(self, key: ItemKey, day: date) -> Euro:
        """What was open on the day: the most of what the looks before and after it saw."""
        before = self._last_look(key, day)
        after = self.open_by(key, day)
        return after if before is None else max(before, after)

    def open_by(self, key: ItemKey, day: date) -> Euro:
        """What was open when a run looked for the first time after the day; else now."""
        at = bisect_right(self.runs, day)
        if at == len(self.runs):
            return self.listed.get(key, ZERO)
        seen = self._last_look(key, self.runs[at])
        looks = self.seen.get(key)
        if seen is None:
            # It came in the list later: what the first look at it saw.
            return (looks[0].open or ZERO) if looks else self.listed.get(key, ZERO)
        return seen

    def paid(self, keys: Collection[ItemKey], *, debtor: str, since: date, by: date) -> Euro:
        """What came in on these items from one day to another, both inclusive, in euro.

        The list tells it by what is less open, the log by what was recorded. The same money may
        stand in both, so of each item the larger of the two counts.
        """
        logged: dict[str, Euro] = defaultdict(lambda: ZERO)
        for event in self.payments.get(debtor, ()):
            of_these = not event.invoice or (debtor, event.invoice) in keys
            if event.amount and of_these and since <= event.on <= by:
                logged[event.invoice] += event.amount
        of_each = total(
            max(self._less_open(key, since=since, by=by), logged.get(key[1], ZERO)) for key in keys
        )
        return max(of_each, total(logged.values()))

    def _less_open(self, key: ItemKey, *, since: date, by: date) -> Euro:
        before, after = self.open_on(key, since), self.open_by(key, by)
        return max(max(before, ZERO) - max(after, ZERO), ZERO)

    def _last_look(self, key: ItemKey, day: date) -> Euro | None:
        looks = self.seen.get(key, ())
        at = bisect_right(looks, day, key=lambda look: look.on)
        return (looks[at - 1].open or ZERO) if at else None


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
    doubled = doubled_keys(ledger.items)
    listed: dict[ItemKey, Euro] = {}
    items: dict[ItemKey, OpenItem | Observation] = {key: looks[-1] for key, looks in seen.items()}
    for item in ledger.items:
        key, amount = item.key, item.open or ZERO
        if (item.unreadable or item.open is None or key in doubled) and key in seen:
            amount = seen[key][-1].open or ZERO
        listed[key], items[key] = amount, item
    of_debtor: dict[str, list[ItemKey]] = defaultdict(list)
    for key in items:
        of_debtor[key[0]].append(key)
    return Trail(
        listed=listed,
        items=items,
        seen=seen,
        of_debtor=of_debtor,
        today=reference_date,
        runs=sorted(day for day in looked_on if day < reference_date),
        since=min((looks[0].on for looks in seen.values()), default=date.max),
        payments=payments,
    )
