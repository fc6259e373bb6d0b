"""Suspension (opschorting): when it may be announced, carried out, and when it should end.

The rule stands in the policy: how late, how much, and how many younger invoices are overdue too.
A debtor first gets the announcement with a last day to pay; only after that day somebody suspends,
and when everything overdue was paid, somebody resumes (6:52 and 6:262 BW).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from xl_dunning.rules.agreements.side_letters import SideLetter
from xl_dunning.rules.agreements.states import Suspension, SuspensionState
from xl_dunning.rules.decide import dunnable
from xl_dunning.rules.events import Event, EventKind
from xl_dunning.rules.money import ZERO, total
from xl_dunning.rules.notices import Account, account_of
from xl_dunning.rules.policy import SuspensionRule
from xl_dunning.rules.proposal import Decision, Reason

_CHANGES = (EventKind.SUSPENSION, EventKind.RESUME)


def suspensions(
    decisions: Sequence[Decision],
    log: Iterable[Event],
    *,
    reference_date: date,
) -> tuple[Suspension, ...]:
    """The suspension of every debtor for whom there is one, or should be; by number."""
    events: dict[str, list[Event]] = defaultdict(list)
    for event in log:
        if event.kind in _CHANGES or event.template == SideLetter.SUSPENSION_NOTICE:
            events[event.debtor].append(event)
    overdue = overdue_by_account(decisions)
    with_debt = {
        decision.item.debtor
        for decision in decisions
        if decision.days_overdue > 0
        and decision.reason is not Reason.PAID
        and (decision.item.outstanding or ZERO) > ZERO
    }
    dunned = {debtor for debtor, _ in overdue}
    accounts = [*overdue, *((debtor, "EUR") for debtor in events if debtor not in dunned)]
    found = (
        _suspension(
            account,
            overdue.get(account, ()),
            events[account[0]],
            in_debt=account[0] in with_debt,
            day=reference_date,
        )
        for account in sorted(accounts)
    )
    return tuple(each for each in found if each)


def overdue_by_account(decisions: Iterable[Decision]) -> Mapping[Account, Sequence[Decision]]:
    """The overdue items that nothing of their own holds back, oldest first, by account."""
    accounts: dict[Account, list[Decision]] = defaultdict(list)
    for decision in dunnable(decisions):
        if decision.days_overdue > 0 and (decision.item.open or ZERO) > ZERO:
            accounts[account_of(decision.item)].append(decision)
    for members in accounts.values():
        members.sort(key=lambda decision: (-decision.days_overdue, decision.item.invoice))
    return accounts


def rule_holds(rule: SuspensionRule | None, overdue: Sequence[Decision]) -> bool:
    """Whether the overdue items of one account, oldest first, allow a suspension."""
    return (
        rule is not None
        and bool(overdue)
        and overdue[0].days_overdue >= rule.after
        and total(decision.item.open or ZERO for decision in overdue) >= rule.amount
        and len(overdue) - 1 >= rule.later_unpaid
    )


def _suspension(
    account: Account,
    overdue: Sequence[Decision],
    events: Sequence[Event],
    *,
    in_debt: bool,
    day: date,
) -> Suspension | None:
    since = until = None
    for event in events:
        if event.kind is EventKind.RESUME:
            since = until = None
        elif event.kind is EventKind.SUSPENSION:
            since = event.on
        else:
            until = event.pay_by
    rule = overdue[0].policy.suspension if overdue else None
    if since:
        state = SuspensionState.SUSPENDED if in_debt else SuspensionState.RESUME
    elif not rule_holds(rule, overdue):
        return None
    elif until is None:
        state = SuspensionState.ANNOUNCE
    else:
        state = SuspensionState.ANNOUNCED if day <= until else SuspensionState.DUE
    return Suspension(
        debtor=account[0],
        currency=account[1],
        state=state,
        items=tuple(decision.item for decision in overdue),
        until=until,
        since=since,
    )
