"""Payment episodes (betaalverlopen): what became of each invoice, as far as runs and log tell.

A run that no longer sees an invoice in the list tells only that it was settled before that day:
its day is an upper bound of the day of payment. A payment in the log gives the day itself.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from xl_dunning.rules.events import Event, EventKind
from xl_dunning.rules.ledger import ItemKey
from xl_dunning.rules.money import ZERO, Euro, total
from xl_dunning.rules.risk.booked import NOTHING, Booked, booked_by_item, settled_on, within
from xl_dunning.rules.risk.observations import Observation


@dataclass(frozen=True, slots=True, kw_only=True)
class Level:
    """The open amount (stand) from a day on, in the currency of the invoice."""

    on: date
    left: Euro
    exact: bool
    """Whether a payment in the log gives the day; otherwise it is an upper bound."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Episode:
    """One invoice from the first run that saw it until it was paid, or until today.

    Credit notes have none, and a credit note is no payment.
    """

    debtor: str
    invoice: str
    currency: str
    due_date: date | None
    """The latest due date that the list gave, the last day to pay in time."""
    invoice_date: date | None
    first_seen: date
    first_open: Euro
    levels: tuple[Level, ...]
    """Every later change, oldest first; an invoice that came back was not paid in between."""
    seen_open_on: date
    """The last day of a run that certainly saw it open; the reference date while it is open."""
    ended_on: date | None
    """The day it was credited, or handed over or taken to court: what came later tells nothing."""
    returned: tuple[date, ...]
    """The days on which it stood in the list again after it had gone."""

    @property
    def key(self) -> ItemKey:
        """Debtor number and invoice number."""
        return self.debtor, self.invoice

    @property
    def paid(self) -> Level | None:
        """The payment that settled it; None while it is open, or when it ended otherwise."""
        if self.ended_on or not self.levels or self.levels[-1].left > ZERO:
            return None
        return self.levels[-1]

    @property
    def days_late(self) -> int | None:
        """Whole days past the due date on which it was paid, 0 when in time; None when unknown.

        Without an exact day it counts as late only when a run saw it open after its due date.
        """
        paid, due_date = self.paid, self.due_date
        if paid is None or due_date is None:
            return None
        if not paid.exact and self.seen_open_on <= due_date:
            return 0
        return max((paid.on - due_date).days, 0)

    def open_on(self, day: date) -> Euro:
        """What was open at the end of that day; the first known amount before it was seen."""
        left = self.first_open
        for level in self.levels:
            if level.on <= day:
                left = level.left
        return left


def run_days(
    observations: Iterable[Observation], log: Iterable[Event], *, reference_date: date
) -> list[date]:
    """The days on which a run is known to have looked at the list, the reference date included.

    A run leaves a trace when the list had changed, or when it carried out a step itself; a letter
    that was asked for by hand looks at no list as a whole.
    """
    days = {each.on for each in observations}
    days |= {
        event.on
        for event in log
        if event.run and event.stage and event.kind is not EventKind.IMPORTED
    }
    return sorted({day for day in days if day < reference_date} | {reference_date})


def episodes(
    observations: Iterable[Observation], log: Sequence[Event], *, reference_date: date
) -> tuple[Episode, ...]:
    """The episodes of all invoices seen up to and including the reference date.

    ``log`` holds the standing events, oldest first.
    """
    known = sorted(
        (each for each in observations if each.on <= reference_date), key=lambda each: each.on
    )
    looked = run_days(known, log, reference_date=reference_date)
    booked = booked_by_item(log, reference_date=reference_date)
    by_item: dict[ItemKey, list[Observation]] = defaultdict(list)
    for observation in known:
        by_item[observation.key].append(observation)
    return tuple(
        _episode(seen, booked.get(key, NOTHING), booked.get((key[0], ""), NOTHING), looked)
        for key, seen in by_item.items()
        if (seen[0].open or ZERO) > ZERO
    )


def _episode(
    seen: Sequence[Observation], booked: Booked, of_debtor: Booked, looked: Sequence[date]
) -> Episode:
    first = seen[0]
    changes, returned = _changes(seen)
    levels, credited = _dated(first, changes, booked, today=looked[-1])
    gone = levels[-1].on if levels and levels[-1].left <= ZERO else None
    ends = [
        day
        for day in (credited, booked.handed_over, of_debtor.handed_over)
        if day and first.on <= day and (gone is None or day <= gone)
    ]
    return Episode(
        debtor=first.debtor,
        invoice=first.invoice,
        currency=first.currency,
        due_date=next((each.due_date for each in reversed(seen) if each.due_date), None),
        invoice_date=first.invoice_date,
        first_seen=first.on,
        first_open=first.open or ZERO,
        levels=tuple(levels),
        seen_open_on=max(looked[bisect_left(looked, gone) - 1], first.on) if gone else looked[-1],
        ended_on=min(ends, default=None),
        returned=returned,
    )


def _changes(seen: Sequence[Observation]) -> tuple[list[tuple[date, Euro]], tuple[date, ...]]:
    """Day and open amount of each change after the first sight, and the days of coming back."""
    changes: list[tuple[date, Euro]] = []
    returned: list[date] = []
    left = seen[0].open or ZERO
    for each in seen[1:]:
        now = max(each.open or ZERO, ZERO)
        if now > ZERO and changes and changes[-1][1] <= ZERO:
            changes.pop()
            left = changes[-1][1] if changes else seen[0].open or ZERO
            returned.append(each.on)
        if now != left:
            changes.append((each.on, now))
            left = now
    return changes, tuple(returned)


def _dated(
    first: Observation, changes: Sequence[tuple[date, Euro]], booked: Booked, *, today: date
) -> tuple[list[Level], date | None]:
    """The changes with their exact day where the log knows it, and the day of a credit."""
    levels: list[Level] = []
    left, since = first.open or ZERO, first.on
    credited: date | None = None
    for day, now in changes:
        credited = settled_on(booked.credits, left - now, since=since, until=day) or credited
        exact = settled_on(booked.payments, left - now, since=since, until=day)
        levels.append(Level(on=exact or day, left=now, exact=exact is not None))
        left, since = now, day
    # In the log, and not in the list yet.
    late = within(booked.payments, since=since, until=today)
    if left > ZERO and late:
        rest = max(left - total(entry.amount for entry in late), ZERO)
        levels.append(Level(on=late[-1].on, left=rest, exact=True))
    return levels, credited if left <= ZERO else None
