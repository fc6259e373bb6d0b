"""What is to be done besides the steps of the policy, by how the agreements stand today.

A broken agreement is on the list from the morning after its last day, bank days included, until
somebody spoke with the debtor, made a new agreement or was paid. What was broken more than a month
ago is left to the steps of the policy.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from datetime import date

from xl_dunning.rules.agreements.calls import promises
from xl_dunning.rules.agreements.desk import FRESH_DAYS, Desk, desk_of, per_currency, to_be_paid
from xl_dunning.rules.agreements.states import (
    AgreementState,
    Judgement,
    Suspension,
    SuspensionState,
)
from xl_dunning.rules.agreements.todo import Todo, TodoKind
from xl_dunning.rules.agreements.unanswered import overdue_answers, plans_asked, wrong_numbers
from xl_dunning.rules.dates import add_days
from xl_dunning.rules.decide import asks_for
from xl_dunning.rules.events import Event, EventKind, Outcome
from xl_dunning.rules.findings import Detail
from xl_dunning.rules.ledger import ItemKey
from xl_dunning.rules.money import ZERO, total
from xl_dunning.rules.policy import Action
from xl_dunning.rules.proposal import Decision, Reason


def todos(
    decisions: Sequence[Decision],
    log: Sequence[Event],
    judged: Sequence[Judgement],
    suspended: Iterable[Suspension],
    *,
    reference_date: date,
) -> tuple[Todo, ...]:
    """Everything to be done besides the steps of the policy: the most urgent first, then the most.

    ``log`` are the standing events and ``judged`` the agreements in it, both oldest first.
    """
    desk = desk_of(decisions, log, reference_date=reference_date)
    found = (
        *_broken(judged, desk),
        *_late(judged, desk),
        *_suspensions(suspended, desk),
        *plans_asked(log, desk),
        *overdue_answers(log, desk),
        *wrong_numbers(desk),
    )
    urgency = list(TodoKind)
    return tuple(
        sorted(
            found,
            key=lambda todo: (
                urgency.index(todo.kind),
                -todo.amount,
                todo.debtor,
                todo.currency,
                todo.invoices,
            ),
        )
    )


def _broken(judged: Sequence[Judgement], desk: Desk) -> Iterator[Todo]:
    """Promises, settlements and plans that were not kept; of each item only the last one."""
    last: dict[ItemKey, str] = {key: each.event.id for each in judged for key in each.keys}
    times: Counter[str] = Counter()
    for each in judged:
        if not each.failed:
            continue
        event = each.event
        times[event.debtor] += promises(event)
        members = [
            decision
            for decision in desk.items(event.debtor, to_be_paid)
            if last.get(decision.item.key) == event.id
        ]
        ended = each.holds_until if event.kind is EventKind.PLAN else each.until
        fresh = desk.day <= add_days(each.holds_until, FRESH_DAYS)
        if fresh and desk.to_call(event.debtor, after=ended):
            yield from per_currency(
                _kind_of_broken(each),
                members,
                since=add_days(ended, 1),
                event=event.id,
                details=_details_of_broken(each, times=times[event.debtor]),
            )


def _kind_of_broken(judged: Judgement) -> TodoKind:
    event = judged.event
    if event.kind is EventKind.PLAN:
        return TodoKind.PLAN_BROKEN
    if event.kind is EventKind.SETTLEMENT and event.amount is not None:
        return TodoKind.SETTLEMENT_BROKEN
    return TodoKind.PROMISE_BROKEN


def _details_of_broken(judged: Judgement, *, times: int) -> dict[str, Detail]:
    """``times`` counts the promises of this debtor that were not kept, this one included."""
    details: dict[str, Detail] = {
        "on": judged.event.on,
        "until": judged.until,
        "promised": judged.promised,
        "paid": judged.paid,
        "times": times,
    }
    if unpaid := next((part for part in judged.instalments if part.left), None):
        details |= {
            "kind": "instalments",
            "number": unpaid.number,
            "count": len(judged.instalments),
            "due_on": unpaid.due_on,
        }
    elif judged.event.outcome is Outcome.UNDER_WAY:
        details["kind"] = "under_way"
    return details


def _late(judged: Iterable[Judgement], desk: Desk) -> Iterator[Todo]:
    """Plans of which an instalment is late that can still be paid."""
    for each in judged:
        late = [part for part in each.instalments if part.late]
        if each.state is not AgreementState.LATE or not late:
            continue
        debtor, keys = each.event.debtor, set(each.keys)
        members = [
            decision
            for decision in desk.items(debtor, lambda one: one.reason is Reason.PLAN_RUNNING)
            if decision.item.key in keys
        ]
        if desk.to_call(debtor, after=late[-1].due_on):
            yield from per_currency(
                TodoKind.INSTALMENT_LATE,
                members,
                since=add_days(late[0].due_on, 1),
                event=each.event.id,
                details={
                    "kind": "more" if len(late) > 1 else None,
                    "number": late[0].number,
                    "count": len(each.instalments),
                    "late": len(late),
                    "due_on": late[0].due_on,
                    "left": total(part.left for part in late),
                    "last": each.holds_until,
                },
            )


def _suspensions(suspended: Iterable[Suspension], desk: Desk) -> Iterator[Todo]:
    """What is to be suspended where no step of the policy says so today, and what to resume."""
    for each in suspended:
        begun = each.since if each.since and each.since <= desk.day else None
        if each.state is SuspensionState.RESUME and begun:
            yield Todo(
                kind=TodoKind.RESUME,
                debtor=each.debtor,
                currency=each.currency,
                invoices=(),
                since=begun,
                details={"since": begun},
            )
        by_step = desk.items(each.debtor, lambda one: asks_for(one, Action.SUSPEND))
        if each.state is SuspensionState.DUE and each.until and not by_step:
            yield Todo(
                kind=TodoKind.SUSPEND,
                debtor=each.debtor,
                currency=each.currency,
                invoices=tuple(item.invoice for item in each.items),
                amount=total(item.open or ZERO for item in each.items),
                since=add_days(each.until, 1),
                details={"until": each.until},
            )
