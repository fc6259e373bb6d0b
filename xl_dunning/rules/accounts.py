"""The reasons that a debtor's account as a whole gives: net credit, direct debit, minimum."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from xl_dunning.rules.decide import asks_for, dunnable, hold
from xl_dunning.rules.ledger import Ledger, OpenItem
from xl_dunning.rules.money import ZERO, Euro, total
from xl_dunning.rules.notices import Account, account_of, can_be_reached
from xl_dunning.rules.policy import Action
from xl_dunning.rules.proposal import Decision, Reason
from xl_dunning.rules.reasons import Case


def credits_by_account(cases: Iterable[Case]) -> Mapping[Account, Sequence[OpenItem]]:
    """The credit notes and unallocated payments that may be settled, oldest first."""
    credits_of: dict[Account, list[OpenItem]] = defaultdict(list)
    for case in cases:
        item = case.item
        if item.open is not None and item.open < ZERO and not (item.unreadable or case.doubled):
            credits_of[account_of(item)].append(item)
    for items in credits_of.values():
        items.sort(key=lambda item: (item.invoice_date or date.max, item.invoice))
    return credits_of


def settle_accounts(
    decisions: Sequence[Decision],
    credits_of: Mapping[Account, Sequence[OpenItem]],
    *,
    ledger: Ledger,
    minimum_amount: Euro,
    address_required: bool,
) -> list[Decision]:
    """The decisions, with those held back that the account of the debtor does not allow.

    The dunnable total of an account is the sum of its overdue items that nothing holds back,
    less its credits. A credit that covers all of them, or all of one letter, keeps them back.
    """
    accounts: dict[Account, list[Decision]] = defaultdict(list)
    for decision in dunnable(decisions):
        accounts[account_of(decision.item)].append(decision)
    held: dict[int, Decision] = {}
    for account, members in accounts.items():
        credit = _open(credits_of.get(account, ()))
        balance = _open(decision.item for decision in members) + credit
        limit = max(members[0].policy.minimum_amount, minimum_amount)
        reached = can_be_reached(ledger.debtor(account[0]), address_required=address_required)
        decided = [
            _held(
                decision,
                credit=credit,
                balance=balance,
                limit=limit,
                debit=ledger.debtor(account[0]).direct_debit or decision.item.direct_debit,
                reached=reached,
            )
            for decision in members
        ]
        held |= {decision.item.ref: decision for decision in _uncovered(decided, credit=credit)}
    return [held.get(decision.item.ref, decision) for decision in decisions]


def _held(
    decision: Decision, *, credit: Euro, balance: Euro, limit: Euro, debit: bool, reached: bool
) -> Decision:
    if credit and balance <= ZERO:
        return hold(decision, Reason.NET_CREDIT, credit=credit, balance=balance)
    if debit:
        return hold(decision, Reason.DIRECT_DEBIT)
    if balance < limit:
        return hold(decision, Reason.BELOW_MINIMUM, balance=balance, minimum=limit)
    if asks_for(decision, Action.LETTER) and not reached:
        return hold(decision, Reason.NO_CHANNEL)
    return decision


def _uncovered(decisions: Sequence[Decision], *, credit: Euro) -> list[Decision]:
    """Hold the letter whose items the credit pays in full, though other items stay open."""
    due = [decision for decision in decisions if asks_for(decision, Action.LETTER)]
    balance = _open(decision.item for decision in due) + credit
    if not due or not credit or balance > ZERO:
        return list(decisions)
    covered = {decision.item.ref for decision in due}
    return [
        hold(decision, Reason.NET_CREDIT, credit=credit, balance=balance)
        if decision.item.ref in covered
        else decision
        for decision in decisions
    ]


def _open(items: Iterable[OpenItem]) -> Euro:
    return total(item.open for item in items if item.open is not None)
