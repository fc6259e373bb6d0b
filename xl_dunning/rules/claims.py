"""Interest and costs for all items of a list: what the law allows on the reference date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from xl_dunning.rules.collection import Dunned, costs_of_account
from xl_dunning.rules.default_ import default_since
from xl_dunning.rules.figures import in_force
from xl_dunning.rules.ledger import OpenItem
from xl_dunning.rules.money import ZERO, Euro, total
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
    credits_of: Mapping[Account, Sequence[OpenItem]],
    rules: ClaimRules,
    reference_date: date,
) -> list[Decision]:
    """The decisions with the interest and costs that may be claimed on top of each item.

    ``cases`` belong to the decisions one by one. What a letter really charges is decided by its
    stage; an item that is disputed or promised bears interest all the same. What the debtor has
    to his credit counts as paid, so that it bears no interest and no costs.
    """
    accounts: dict[Account, list[tuple[Decision, Case]]] = defaultdict(list)
    for decision, case in zip(decisions, cases, strict=True):
        if decision.reason not in _NOTHING_OWED and decision.item.currency == "EUR":
            accounts[account_of(decision.item)].append((decision, case))
    claimed: dict[int, Decision] = {}
    for account, members in accounts.items():
        credit = total(item.open for item in credits_of.get(account, ()) if item.open)
        items = [
            dunned
            for member, principal in _after_credit(members, -credit)
            if (dunned := _dunned(*member, principal, rules=rules, day=reference_date))
        ]
        shares = costs_of_account(
            items, kind=members[0][1].debtor.kind, rules=rules, reference_date=reference_date
        )
        for item in items:
            ref = item.decision.item.ref
            owed = replace(item.decision.owed, costs=shares.get(ref, ZERO))
            claimed[ref] = replace(item.decision, owed=owed)
    return [claimed.get(decision.item.ref, decision) for decision in decisions]


def _after_credit(
    members: Sequence[tuple[Decision, Case]], credit: Euro
) -> Iterator[tuple[tuple[Decision, Case], Euro]]:
    """The members with what is left of each: credit goes to the furthest, then the oldest item."""
    ordered = sorted(
        members,
        key=lambda member: (
            -member[0].stage_number,
            member[0].item.due_date or date.max,
            member[0].item.invoice,
        ),
    )
    for member in ordered:
        amount = member[0].item.open or ZERO
        settled = min(amount, credit)
        credit -= settled
        yield member, amount - settled


def _dunned(
    decision: Decision, case: Case, principal: Euro, *, rules: ClaimRules, day: date
) -> Dunned | None:
    """The item with its interest; None as long as its debtor is not in default."""
    legal_term = in_force(rules.law.numbers["payment_term"], day).value
    owed = interest_owed(
        principal,
        default_since=_default_since(case, rules=rules, legal_term=legal_term),
        kind=case.debtor.kind,
        rules=rules,
        reference_date=day,
    )
    if owed.default_since is None:
        return None
    return Dunned(decision=replace(decision, owed=owed), principal=principal, events=case.events)


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
