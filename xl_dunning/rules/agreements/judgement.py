"""Promises, plans and settlements on a day: running, kept, late or broken.

Every agreement holds letters back up to and including its last day and the bank days after it, in
which a payment of that last day may still come in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from xl_dunning.rules.agreements.calls import promised_until, promises
from xl_dunning.rules.agreements.plans import PlanDays, instalments_of, plan_days
from xl_dunning.rules.agreements.states import AgreementState, Judgement
from xl_dunning.rules.agreements.trail import Trail
from xl_dunning.rules.dates import IsWorkingDay, add_working_days
from xl_dunning.rules.events import Event, EventKind
from xl_dunning.rules.ledger import ItemKey
from xl_dunning.rules.money import ZERO, Euro, total

BankDaysOf: TypeAlias = Callable[[str], int]
"""Debtor number to the working days that a payment to us may take to be seen."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Bench:
    """What judgements rest on, besides the log itself."""

    trail: Trail
    is_working_day: IsWorkingDay
    reference_date: date
    bank_days: BankDaysOf
    plan_grace: BankDaysOf
    """Debtor number to the days that a late instalment may still be paid without consequence."""


def judge_all(log: Iterable[Event], bench: Bench) -> Mapping[str, Judgement]:
    """Event id to the judgement of every promise, plan and settlement in the standing log."""
    events = tuple(log)
    letters: dict[str, list[Event]] = {}
    for event in events:
        if event.about:
            letters.setdefault(event.about, []).append(event)
    found: dict[str, Judgement] = {}
    for event in events:
        judged = judge(event, bench, letters=letters.get(event.id, ()))
        if judged:
            found[event.id] = judged
    return found


def judge(event: Event, bench: Bench, *, letters: Iterable[Event] = ()) -> Judgement | None:
    """How the agreement stands; None for any other event, and for one without a last day.

    ``letters`` are those that were sent about it.
    """
    if event.kind is EventKind.PLAN and event.schedule:
        return _plan(event, bench, letters=letters)
    if not (promises(event) or event.kind in (EventKind.SETTLEMENT, EventKind.PLAN)):
        return None
    until = promised_until(event, bench.is_working_day)
    if until is None:
        return None
    keys = _keys(event, bench.trail)
    last = add_working_days(until, bench.bank_days(event.debtor), bench.is_working_day)
    open_then = total(bench.trail.open_on(key, event.on) for key in keys)
    promised = min(event.amount, open_then) if event.amount and open_then else event.amount
    promised = open_then if promised is None else promised
    paid = bench.trail.paid(keys, debtor=event.debtor, since=event.on, by=last)
    return Judgement(
        event=event,
        state=_state(promised, paid, over=bench.reference_date > last),
        until=until,
        holds_until=last,
        promised=promised,
        paid=paid,
        keys=keys,
    )


def _state(promised: Euro, paid: Euro, *, over: bool) -> AgreementState:
    if paid >= promised > ZERO:
        return AgreementState.KEPT
    if not over:
        return AgreementState.RUNNING
    return AgreementState.PARTLY if paid else AgreementState.BROKEN


def _plan(event: Event, bench: Bench, *, letters: Iterable[Event]) -> Judgement:
    keys = _keys(event, bench.trail)
    agreed = total(part.amount for part in event.schedule)
    trail, today = bench.trail, bench.reference_date
    paid = trail.paid(keys, debtor=event.debtor, since=event.on, by=today)
    if not any(look.on <= event.on for key in keys for look in trail.seen.get(key, ())):
        # Nobody saw the list before the plan began. What is less open than the plan is for came
        # in: too much rather than too little, for a paid instalment must not be asked again.
        paid = max(paid, agreed - total(trail.listed.get(key, ZERO) for key in keys))
    days = plan_days(
        event,
        paid=paid,
        letters=letters,
        bank_days=bench.bank_days(event.debtor),
        grace=bench.plan_grace(event.debtor),
        is_working_day=bench.is_working_day,
        reference_date=today,
    )
    return Judgement(
        event=event,
        state=_plan_state(days, paid=paid, agreed=agreed, today=today),
        until=event.schedule[-1].due_on,
        holds_until=days.holds_until,
        promised=agreed,
        paid=min(paid, agreed),
        keys=keys,
        instalments=instalments_of(event, paid=paid, late_from=days.late_from, on=today),
    )


def _plan_state(days: PlanDays, *, paid: Euro, agreed: Euro, today: date) -> AgreementState:
    if paid >= agreed:
        return AgreementState.KEPT
    if today > days.holds_until:
        return AgreementState.BROKEN
    late = days.late_from is not None and today >= days.late_from
    return AgreementState.LATE if late else AgreementState.RUNNING


def _keys(event: Event, trail: Trail) -> tuple[ItemKey, ...]:
    """The items that an agreement is about.

    One with the whole debtor is about what he owed then: an invoice of a later day is not in it.
    """
    if event.invoice:
        return ((event.debtor, event.invoice),)
    of_debtor = trail.of_debtor.get(event.debtor, ())
    return tuple(key for key in of_debtor if trail.known_on(key, event.on))
