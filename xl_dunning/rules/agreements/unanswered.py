"""What debtors said and nobody answered yet: a plan asked for, a dispute, a wrong number."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence

from xl_dunning.rules.agreements.calls import promises, unfinished
from xl_dunning.rules.agreements.dated_holds import dated_holds
from xl_dunning.rules.agreements.desk import FRESH_DAYS, Desk, is_call, per_currency, to_be_paid
from xl_dunning.rules.agreements.disputes import disputes, open_disputes
from xl_dunning.rules.agreements.side_letters import SideLetter
from xl_dunning.rules.agreements.todo import Todo, TodoKind
from xl_dunning.rules.dates import add_days
from xl_dunning.rules.events import Event, EventKind, Outcome
from xl_dunning.rules.history import events_by_item
from xl_dunning.rules.proposal import Decision, Reason

_AGREED = (Reason.PROMISE_RUNNING, Reason.PLAN_RUNNING)
_NO_CLAIM = (Reason.PAID, Reason.CREDIT_NOTE, Reason.UNREADABLE, Reason.DUPLICATE_KEY)


def plans_asked(log: Iterable[Event], desk: Desk) -> Iterator[Todo]:
    """Wishes for a plan that nobody answered: no offer, no agreement, no talk since."""
    asked: dict[str, Event] = {}
    for event in log:
        if event.on > desk.day:
            continue
        spoken = is_call(event) and not unfinished(event)
        if event.outcome is Outcome.PLAN_ASKED:
            asked[event.debtor] = event
        elif (
            spoken
            or promises(event)
            or event.kind in (EventKind.PLAN, EventKind.SETTLEMENT)
            or event.template == SideLetter.PLAN_PROPOSAL
        ):
            asked.pop(event.debtor, None)
    for debtor, event in asked.items():
        if desk.day > add_days(event.on, FRESH_DAYS):
            continue
        members = desk.items(debtor, _waits_for_offer, invoice=event.invoice)
        holds = [one.details.get("until") for one in members if one.reason is Reason.PLAN_RUNNING]
        yield from per_currency(
            TodoKind.PLAN_ASKED,
            members,
            since=event.on,
            event=event.id,
            details={
                "kind": "waits" if holds else None,
                "on": event.on,
                "until": holds[0] if holds else None,
            },
        )


def _waits_for_offer(decision: Decision) -> bool:
    asked = decision.reason is Reason.PLAN_RUNNING and decision.details.get("kind") == "asked"
    return asked or to_be_paid(decision)


def overdue_answers(log: Sequence[Event], desk: Desk) -> Iterator[Todo]:
    """Disputes that should have been settled by now; until somebody closes them nothing moves."""
    overdue = [
        event
        for event in dated_holds(log)
        if disputes(event) and event.until and event.until < desk.day
    ]
    if not overdue:
        return
    about = events_by_item(log)
    for event in overdue:
        members = [
            decision
            for decision in desk.items(
                event.debtor, lambda one: one.reason not in _NO_CLAIM, invoice=event.invoice
            )
            if event in open_disputes(about(decision.item))
        ]
        last = event.until or desk.day
        yield from per_currency(
            TodoKind.DISPUTE_OVERDUE,
            members,
            since=add_days(last, 1),
            event=event.id,
            details={"on": event.on, "until": last, "by": event.by},
            at_stake=lambda one: one.item.set_aside or one.item.open,
        )


def wrong_numbers(desk: Desk) -> Iterator[Todo]:
    """Debtors of whom the last call found that the number is wrong."""
    for debtor, calls in desk.calls.items():
        last = calls[-1]
        if last.outcome is Outcome.WRONG_NUMBER and desk.day <= add_days(last.on, FRESH_DAYS):
            yield from per_currency(
                TodoKind.WRONG_NUMBER,
                desk.items(debtor, lambda one: to_be_paid(one) or one.reason in _AGREED),
                since=last.on,
                event=last.id,
                details={"on": last.on},
            )
