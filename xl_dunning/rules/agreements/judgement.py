"""Promises, plans and settlements on a day: running, kept, late or broken.

Every agreement holds letters back up to and including its last day and the bank days after it, in
which a payment of that last day may still come in.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from xl_dunning.rules.agreements.calls import promised_until, promises
from xl_dunning.rules.agreements.plans import PlanDays, instalments_of, is_plan, plan_days
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


def is_agreement(event: Event) -> bool:
    """Whether it is a promise, a plan or a settlement."""
    return promises(event) or event.kind in (EventKind.SETTLEMENT, EventKind.PLAN)


def judge_all(log: Iterable[Event], bench: Bench) -> Mapping[str, Judgement]:
    """Event id to the judgement of every promise, plan and settlement in the standing log."""
    events = tuple(log)
    letters: dict[str, list[Event]] = {}
    for event in events:
        if event.about:
            letters.setdefault(event.about, []).append(event)
    found: dict[str, Judgement] = {}
    latest: dict[tuple[str, str], Judgement] = {}
    for event in events:
        judged = judge(event, bench, letters=letters.get(event.id, ()))
        if judged is None:
            continue
        found[event.id] = judged
        if promises(event):
            before = latest.get((event.debtor, event.invoice))
            if before and before.failed and event.on <= before.until <= judged.until:
                found[before.event.id] = replace(before, state=AgreementState.REPLACED)
            latest[event.debtor, event.invoice] = judged
    return found


def last_words(judged: Iterable[Judgement]) -> tuple[Judgement, ...]:
    """What stands of the agreements: each with only the invoices about which it is the last.

    ``judged`` comes oldest first. An amount or instalments that were agreed about several invoices
    say nothing about some of these, so such an agreement is left out once it is partly replaced.
    """
    every = tuple(judged)
    last = {key: each for each in every for key in each.keys}
    found = []
    for each in every:
        keys = tuple(key for key in each.keys if last[key] is each)
        whole = keys == each.keys or not (each.event.amount or is_plan(each.event))
        if keys and whole:
            found.append(replace(each, keys=keys))
    return tuple(found)


def judge(event: Event, bench: Bench, *, letters: Iterable[Event] = ()) -> Judgement | None:
    """How the agreement stands; ``letters`` are those that were sent about it.

    None for any other event, for an agreement without a last day, and for one about nothing that
    a list ever held: nobody can tell how that stands.
    """
    until = _last_day(event, bench.is_working_day)
    keys = _keys(event, bench.trail) if until else ()
    if until is None or not keys:
        return None
    if is_plan(event):
        return _plan(event, bench, keys=keys, letters=letters)
    trail, today = bench.trail, bench.reference_date
    last = add_working_days(until, bench.bank_days(event.debtor), bench.is_working_day)
    counted = _counted(event, keys, trail)
    owed = _owed_then(event, counted, trail, agreed=event.amount or ZERO)
    promised = min(event.amount, owed) if event.amount and owed else event.amount or owed
    paid = _paid(event, counted, trail, owed=owed, by=last)
    if today > last:
        # Money that was taken back since was not paid after all.
        paid = min(paid, _paid(event, counted, trail, owed=owed, by=today))
    return Judgement(
        event=event,
        state=_state(promised, paid, over=today > last),
        until=until,
        holds_until=last,
        promised=promised,
        paid=paid,
        keys=keys,
    )


def _last_day(event: Event, is_working_day: IsWorkingDay) -> date | None:
    """The last day of a promise, plan or settlement; None for anything else."""
    if is_plan(event):
        return event.schedule[-1].due_on
    return promised_until(event, is_working_day) if is_agreement(event) else None


def _state(promised: Euro, paid: Euro, *, over: bool) -> AgreementState:
    if paid >= promised:
        return AgreementState.KEPT
    if not over:
        return AgreementState.RUNNING
    return AgreementState.PARTLY if paid else AgreementState.BROKEN


def _plan(
    event: Event, bench: Bench, *, keys: tuple[ItemKey, ...], letters: Iterable[Event]
) -> Judgement:
    trail, today = bench.trail, bench.reference_date
    counted = _counted(event, keys, trail)
    agreed = total(part.amount for part in event.schedule)
    owed = _owed_then(event, counted, trail, agreed=agreed)
    paid = _paid(event, counted, trail, owed=owed, by=today)
    if total(trail.listed.get(key, ZERO) for key in counted) <= ZERO:
        # Interest and costs in the plan are not in the list: with its invoices it is paid.
        paid = max(paid, agreed)
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
    """The items that an agreement is about, as far as a list ever held them.

    One with the whole debtor is about what he owed then: an invoice of a later day is not in it.
    """
    if event.invoice:
        key = (event.debtor, event.invoice)
        return (key,) if key in trail.items else ()
    of_debtor = trail.of_debtor.get(event.debtor, ())
    return tuple(sorted(key for key in of_debtor if trail.known_on(key, event.on)))


def _counted(event: Event, keys: tuple[ItemKey, ...], trail: Trail) -> tuple[ItemKey, ...]:
    """The items by which it is judged: an amount that was agreed is euro when any of them is."""
    if event.amount is None and not is_plan(event):
        return keys
    return tuple(key for key in keys if trail.items[key].currency == "EUR") or keys


def _owed_then(event: Event, keys: Sequence[ItemKey], trail: Trail, *, agreed: Euro) -> Euro:
    """What was open of the items when it was agreed.

    When nobody had looked at the items by then it was at least what was agreed, as far as the
    invoices allow: nobody agrees to pay more than he owes, and in a settlement he pays less.
    """
    seen = max(total(trail.open_on(key, event.on) for key in keys), ZERO)
    if trail.looked_at(keys, event.on):
        return seen
    amounts = [trail.items[key].amount for key in keys]
    invoiced = total(amount for amount in amounts if amount) if all(amounts) else None
    if event.kind is EventKind.SETTLEMENT and ZERO < seen <= agreed:
        return max(seen, agreed if invoiced is None else invoiced)
    return max(seen, agreed if invoiced is None else min(agreed, invoiced))


def _paid(event: Event, keys: Sequence[ItemKey], trail: Trail, *, owed: Euro, by: date) -> Euro:
    """What came in from the day of the agreement to the other one, both inclusive."""
    paid = trail.paid(keys, debtor=event.debtor, since=event.on, by=by)
    return max(paid, owed - total(trail.open_by(key, by) for key in keys))
