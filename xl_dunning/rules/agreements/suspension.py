"""Suspension (opschorting): when it may be announced, carried out, and when it should end.

The rule stands in the policy: how late, how much, and how many younger invoices are overdue too.
A debtor first gets the announcement with a last day to pay; only after that day somebody suspends,
and when everything overdue was paid, somebody resumes (6:52 and 6:262 BW). An invoice for which a
letter gave time that still runs is no ground for it.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date

from xl_dunning.rules.agreements.side_letters import NAMES_A_DAY, TITLES, SideLetter
from xl_dunning.rules.agreements.states import Suspension, SuspensionState
from xl_dunning.rules.dates import add_days
from xl_dunning.rules.decide import asks_for, dunnable, hold
from xl_dunning.rules.events import Event, EventKind
from xl_dunning.rules.ledger import ItemKey, OpenItem
from xl_dunning.rules.money import ZERO, Euro, total
from xl_dunning.rules.notices import Account, by_age
from xl_dunning.rules.policy import Action, SuspensionRule
from xl_dunning.rules.proposal import Clock, Decision, Reason

_CHANGES = (EventKind.SUSPENSION, EventKind.RESUME)
_OUR_LETTERS = (SideLetter.SUSPENSION_NOTICE, SideLetter.SUSPENDED)
_IN_DOUBT = (Reason.UNREADABLE, Reason.DUPLICATE_KEY)
_TO_COME = (SuspensionState.ANNOUNCE, SuspensionState.ANNOUNCED)


def suspensions(
    decisions: Sequence[Decision],
    log: Sequence[Event],
    *,
    credits_of: Mapping[Account, Sequence[OpenItem]],
    reference_date: date,
) -> tuple[Suspension, ...]:
    """The suspension of every debtor for whom there is one, or should be; by number.

    ``log`` are the standing events, oldest first. One that is announced rests on the items of one
    currency, of euro when those allow it.
    """
    events: dict[str, list[Event]] = defaultdict(list)
    for event in log:
        if event.kind in _CHANGES or event.template == SideLetter.SUSPENSION_NOTICE:
            events[event.debtor].append(event)
    ruled = [each for each in decisions if each.policy.suspension or each.item.debtor in events]
    overdue = _overdue(ruled, log, reference_date=reference_date)
    in_debt = {decision.item.debtor for decision in ruled if _is_debt(decision)}
    found = (
        _suspension(
            debtor,
            overdue.get(debtor, {}),
            events[debtor],
            credits_of=credits_of,
            in_debt=debtor in in_debt,
            day=reference_date,
        )
        for debtor in sorted({*overdue, *events})
    )
    return tuple(each for each in found if each)


def rule_holds(
    rule: SuspensionRule | None, overdue: Sequence[Decision], *, credit: Euro = ZERO
) -> bool:
    """Whether the overdue items of one account, oldest first, allow a suspension.

    ``credit`` is what the debtor has to his credit, as a positive amount.
    """
    return (
        rule is not None
        and bool(overdue)
        and overdue[0].days_overdue >= rule.after
        and total(decision.item.open or ZERO for decision in overdue) - credit >= rule.amount
        and len(overdue) - 1 >= rule.later_unpaid
    )


def wait_for_notice(
    decisions: Iterable[Decision], suspended: Iterable[Suspension], *, reference_date: date
) -> list[Decision]:
    """The decisions, those held that would suspend before the day of the announcement passed."""
    to_come = {each.debtor: each for each in suspended if each.state in _TO_COME}
    waiting: list[Decision] = []
    for decision in decisions:
        suspension = to_come.get(decision.item.debtor)
        rule = decision.policy.suspension
        if not (suspension and rule and asks_for(decision, Action.SUSPEND)):
            waiting.append(decision)
        elif suspension.state is SuspensionState.ANNOUNCED and suspension.until:
            earliest = add_days(suspension.until, 1)
            held = hold(
                decision,
                Reason.TOO_EARLY,
                earliest=earliest,
                clock=Clock.PAY_BY,
                pay_by=suspension.until,
            )
            waiting.append(replace(held, earliest=earliest, clock=Clock.PAY_BY))
        else:
            earliest = add_days(reference_date, rule.notice + 1)
            held = hold(
                decision,
                Reason.TOO_EARLY,
                earliest=earliest,
                clock=Clock.FOLLOW_UP,
                letter=TITLES[SideLetter.SUSPENSION_NOTICE],
            )
            waiting.append(replace(held, earliest=earliest, clock=Clock.FOLLOW_UP))
    return waiting


def not_to_suspend(
    decisions: Iterable[Decision], suspended: Iterable[Suspension]
) -> tuple[Decision, ...]:
    """Those whose turn it is to suspend although the policy's rule does not allow it, or no more.

    That is so when the rule does not hold, and when the debtor was suspended already.
    """
    due = {each.debtor for each in suspended if each.state is SuspensionState.DUE}
    return tuple(
        decision
        for decision in decisions
        if decision.policy.suspension
        and asks_for(decision, Action.SUSPEND)
        and decision.item.debtor not in due
    )


def _overdue(
    decisions: Iterable[Decision], log: Iterable[Event], *, reference_date: date
) -> Mapping[str, Mapping[str, Sequence[Decision]]]:
    """Debtor and currency to the overdue items that nothing of their own holds back, by age."""
    given: dict[ItemKey, date] = {}
    for event in log:
        names_a_day = event.stage or (
            event.template in NAMES_A_DAY and event.template not in _OUR_LETTERS
        )
        if event.pay_by and names_a_day and event.pay_by >= reference_date:
            given[event.debtor, event.invoice] = event.pay_by
    accounts: dict[str, dict[str, list[Decision]]] = defaultdict(lambda: defaultdict(list))
    for decision in sorted(dunnable(decisions), key=by_age):
        item = decision.item
        if decision.days_overdue > 0 and (item.open or ZERO) > ZERO and item.key not in given:
            accounts[item.debtor][item.currency].append(decision)
    return accounts


def _is_debt(decision: Decision) -> bool:
    """Whether the item is overdue and open, or may be: what can't be read is not paid."""
    if decision.reason in _IN_DOUBT:
        return True
    owed = decision.reason is not Reason.PAID and (decision.item.outstanding or ZERO) > ZERO
    return owed and decision.days_overdue > 0


def _suspension(
    debtor: str,
    overdue: Mapping[str, Sequence[Decision]],
    events: Sequence[Event],
    *,
    credits_of: Mapping[Account, Sequence[OpenItem]],
    in_debt: bool,
    day: date,
) -> Suspension | None:
    since: date | None = None
    resumed: date | None = None
    named: dict[str, date] = {}
    for event in events:
        if event.kind in _CHANGES:
            since = event.on if event.kind is EventKind.SUSPENSION else None
            resumed = event.on if event.kind is EventKind.RESUME else None
            named = {}
        elif event.pay_by:
            named[event.invoice] = event.pay_by
    if since:
        return Suspension(
            debtor=debtor,
            currency=min(overdue, default="EUR"),
            state=SuspensionState.SUSPENDED if in_debt else SuspensionState.RESUME,
            items=tuple(decision.item for members in overdue.values() for decision in members),
            since=since,
        )
    for currency, members in sorted(overdue.items()):
        credit = -total(item.open or ZERO for item in credits_of.get((debtor, currency), ()))
        rule = members[0].policy.suspension
        # Whoever was resumed while something was open gets that time anew.
        if rule and resumed and day < add_days(resumed, rule.after):
            continue
        if rule_holds(rule, members, credit=credit):
            # An announcement holds as long as something that it named is not paid.
            days = [named[each.item.invoice] for each in members if each.item.invoice in named]
            until = max(days, default=None)
            state = SuspensionState.DUE
            if until is None:
                state = SuspensionState.ANNOUNCE
            elif day <= until:
                state = SuspensionState.ANNOUNCED
            items = tuple(decision.item for decision in members)
            return Suspension(
                debtor=debtor, currency=currency, state=state, items=items, until=until
            )
    return None
