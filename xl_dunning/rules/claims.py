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

NOTICE_OF_DEFAULT = "ingebrekestelling"
"""The template whose letter brings a debtor in default when its term passes."""

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
    legal_term = in_force(rules.law.numbers["payment_term"], reference_date).value
    accounts: dict[Account, list[Dunned]] = defaultdict(list)
    for decision, case in zip(decisions, cases, strict=True):
        if decision.reason in _NOTHING_OWED or decision.item.currency != "EUR":
            continue
        owed = interest_owed(
            decision.item,
            default_since=_default_since(case, rules=rules, legal_term=legal_term),
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


def _default_since(case: Case, *, rules: ClaimRules, legal_term: int) -> date | None:
    """The first day that bears interest; None when a notice of default must come first."""
    if case.item.due_date is None:
        return None
    return default_since(
        due_date=case.item.due_date,
        kind=case.debtor.kind,
        term_agreed=case.item.term_agreed,
        assume_agreed=rules.term_agreed,
        invoice_date=case.item.invoice_date,
        notice_until=_notice_until(case),
        legal_term=legal_term,
    ).since


def _notice_until(case: Case) -> date | None:
    """The last day of the term that the first notice of default (ingebrekestelling) gave."""
    keys = {stage.key for stage in case.policy.stages if stage.template == NOTICE_OF_DEFAULT}
    terms = [event.pay_by for event in case.events if event.stage in keys and event.pay_by]
    return min(terms, default=None)
