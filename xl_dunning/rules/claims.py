"""Interest and costs for all items of a list: what the law allows on the reference date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from xl_dunning.rules.collection import Dunned, costs_of_account
from xl_dunning.rules.default_ import default_since
from xl_dunning.rules.figures import in_force
from xl_dunning.rules.notices import Account, account_of
from xl_dunning.rules.owed import ClaimRules, interest_owed
from xl_dunning.rules.proposal import Decision, Reason
from xl_dunning.rules.reasons import Case

_NOTHING_OWED = (
    Reason.UNREADABLE,
    Reason.DUPLICATE_KEY,
    Reason.PAID,
    Reason.CREDIT_NOTE,
    Reason.NOT_DUE,
)


def with_claims(
    decisions: Sequence[Decision],
    cases: Sequence[Case],
    *,
    rules: ClaimRules,
    reference_date: date,
) -> list[Decision]:
    """The decisions with the interest and costs that may be claimed on top of each item.

    ``cases`` belong to the decisions one by one. What a letter really charges is decided by its
    stage; an item that is disputed or promised bears interest all the same.
    """
    statutory_term = in_force(rules.law.numbers["payment_term"], reference_date).value
    accounts: dict[Account, list[Dunned]] = defaultdict(list)
    for decision, case in zip(decisions, cases, strict=True):
        if decision.reason in _NOTHING_OWED or decision.item.currency != "EUR":
            continue
        since = default_since(
            decision.item,
            kind=case.debtor.kind,
            policy=case.policy,
            events=case.events,
            term_agreed=rules.term_agreed,
            statutory_term=statutory_term,
        )
        owed = interest_owed(
            decision.item,
            default_since=since,
            kind=case.debtor.kind,
            rules=rules,
            reference_date=reference_date,
        )
        if owed.default_since:
            accounts[account_of(decision.item)].append(
                Dunned(decision=replace(decision, owed=owed), events=case.events)
            )
    kind_of = {account_of(case.item): case.debtor.kind for case in cases}
    claimed: dict[int, Decision] = {}
    for account, items in accounts.items():
        shares = costs_of_account(
            items, kind=kind_of[account], rules=rules, reference_date=reference_date
        )
        for item in items:
            ref = item.decision.item.ref
            owed = replace(item.decision.owed, costs=shares.get(ref, item.decision.owed.costs))
            claimed[ref] = replace(item.decision, owed=owed)
    return [claimed.get(decision.item.ref, decision) for decision in decisions]
