"""The record of each debtor (verleden): what beside his payments makes up a score."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta

from xl_dunning.rules.events import Event, EventKind
from xl_dunning.rules.proposal import Decision, Reason
from xl_dunning.rules.risk.habits import Habit
from xl_dunning.rules.risk.learned import Learned
from xl_dunning.rules.risk.promise_history import Kept
from xl_dunning.rules.risk.score import MEMORY, Record

_FULLY_LATE = 30
"""Days overdue from which an open invoice counts in full."""
_NOT_LATE_BY_HIM = (Reason.DISPUTED, Reason.DIRECT_DEBIT)
_MOST_RETURNED = 2
"""More invoices than this that come back on one day were missing from the list by mistake."""


def records(
    log: Iterable[Event],
    owed: Mapping[str, Sequence[Decision]],
    learned: Learned,
    *,
    reference_date: date,
) -> Mapping[str, Record]:
    """The record of each debtor of ``owed``; ``log`` holds the standing events, oldest first."""
    since = reference_date - timedelta(days=MEMORY)
    disputes: Counter[str] = Counter()
    handed_over: dict[str, date] = {}
    for event in log:
        if not since <= event.on <= reference_date:
            continue
        if event.kind is EventKind.DISPUTE:
            disputes[event.debtor] += 1
        elif event.kind in (EventKind.HANDOVER, EventKind.LEGAL):
            handed_over[event.debtor] = event.on
    returned = _returned(learned, since=since)
    return {
        number: Record(
            overdue=sum(_in_usual_invoices(decision, learned) for decision in decisions),
            overdue_invoices=sum(_is_late(decision) for decision in decisions),
            promises=len(learned.promises.get(number, ())),
            broken=sum(kept is Kept.BROKEN for kept in learned.promises.get(number, ())),
            partly=sum(kept is Kept.PARTLY for kept in learned.promises.get(number, ())),
            disputes=disputes[number],
            returned=returned[number],
            handed_over=handed_over.get(number),
        )
        for number, decisions in owed.items()
    }


def _is_late(decision: Decision) -> bool:
    return decision.days_overdue > 0 and decision.reason not in _NOT_LATE_BY_HIM


def _in_usual_invoices(decision: Decision, learned: Learned) -> float:
    item = decision.item
    if item.open is None or not _is_late(decision):
        return 0.0
    own = learned.habits.get(item.debtor, Habit()).usual
    usual = own.get(item.currency) or learned.everyone.usual.get(item.currency) or item.open
    return float(item.open / usual) * min(decision.days_overdue / _FULLY_LATE, 1)


def _returned(learned: Learned, *, since: date) -> Counter[str]:
    """By debtor how many of his invoices came back into the list after they had gone."""
    came_back = [
        (day, episode.debtor)
        for episodes in learned.episodes.values()
        for episode in episodes
        for day in episode.returned
        if day >= since
    ]
    on_day = Counter(day for day, _ in came_back)
    return Counter(debtor for day, debtor in came_back if on_day[day] <= _MOST_RETURNED)
