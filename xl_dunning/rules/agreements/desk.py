"""What is known of every debtor when the list of things to do is made."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from xl_dunning.rules.agreements.calls import call_back_on, failed, unfinished
from xl_dunning.rules.agreements.todo import Todo, TodoKind
from xl_dunning.rules.events import Event, EventKind
from xl_dunning.rules.findings import Detail
from xl_dunning.rules.money import ZERO, Euro, total
from xl_dunning.rules.notices import by_age
from xl_dunning.rules.proposal import Decision, Reason

FRESH_DAYS = 30
"""What lies further back is left to the steps of the policy."""
_ATTEMPTS = 3
_TO_BE_PAID = (
    Reason.DUE,
    Reason.TOO_EARLY,
    Reason.LAST_STAGE,
    Reason.NO_CHANNEL,
    Reason.HISTORY_GAP,
)
_OUR_OWN_WANT = ("rate", "law")
"""Why no letter can be made of what the debtor owes: a figure is lacking, or the law forbids it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Desk:
    """The items of each debtor and the calls with him, on the reference date."""

    decisions: Mapping[str, Sequence[Decision]]
    """Debtor number to his items, the oldest due date first."""
    calls: Mapping[str, Sequence[Event]]
    """Debtor number to the calls that somebody made, the oldest first."""
    day: date

    def items(
        self, debtor: str, wanted: Callable[[Decision], bool], *, invoice: str = ""
    ) -> list[Decision]:
        """His items that are wanted; with an invoice only that one."""
        return [
            decision
            for decision in self.decisions.get(debtor, ())
            if invoice in ("", decision.item.invoice) and wanted(decision)
        ]

    def to_call(self, debtor: str, *, after: date) -> bool:
        """Whether to ring him today about what came up after that day.

        Not once somebody spoke with him. Whoever was not reached comes back on the day for it, and
        no more after the third attempt.
        """
        calls = [call for call in self.calls.get(debtor, ()) if call.on > after]
        if any(not unfinished(call) for call in calls) or sum(map(failed, calls)) >= _ATTEMPTS:
            return False
        again = call_back_on(calls[-1]) if calls else None
        return again is None or again <= self.day


def desk_of(decisions: Iterable[Decision], log: Iterable[Event], *, reference_date: date) -> Desk:
    """The desk on that day; ``log`` are the standing events, oldest first."""
    of_debtor: dict[str, list[Decision]] = defaultdict(list)
    for decision in decisions:
        of_debtor[decision.item.debtor].append(decision)
    for own in of_debtor.values():
        own.sort(key=by_age)
    calls: dict[str, list[Event]] = defaultdict(list)
    for event in log:
        if is_call(event) and event.on <= reference_date:
            calls[event.debtor].append(event)
    return Desk(decisions=of_debtor, calls=calls, day=reference_date)


def is_call(event: Event) -> bool:
    """Whether somebody rang: a run logs the calls that nobody made, and those are none."""
    return event.kind is EventKind.CALL and not (event.run and event.outcome is None)


def to_be_paid(decision: Decision) -> bool:
    """Whether it is overdue, and nothing but the clock or ourselves holds it back."""
    if decision.reason is Reason.BLOCKED:
        return decision.details.get("kind") in _OUR_OWN_WANT
    return decision.reason in _TO_BE_PAID


def per_currency(
    kind: TodoKind,
    members: Iterable[Decision],
    *,
    since: date,
    event: str = "",
    details: Mapping[str, Detail],
    at_stake: Callable[[Decision], Euro | None] = lambda decision: decision.item.open,
) -> Iterator[Todo]:
    """One thing to do per currency of these items of one debtor, which come oldest first."""
    groups: dict[tuple[str, str], list[Decision]] = defaultdict(list)
    for decision in members:
        groups[decision.item.debtor, decision.item.currency].append(decision)
    for (debtor, currency), own in sorted(groups.items()):
        yield Todo(
            kind=kind,
            debtor=debtor,
            currency=currency,
            invoices=tuple(decision.item.invoice for decision in own),
            amount=total(at_stake(decision) or ZERO for decision in own),
            since=since,
            event=event,
            details=details,
        )
