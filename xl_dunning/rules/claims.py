"""Interest and costs for all items of a list: what the law allows on the reference date."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date

from xl_dunning.rules.collection import CostShare, Dunned, costs_of_account
from xl_dunning.rules.dates import add_days
from xl_dunning.rules.decide import asks_for
from xl_dunning.rules.default_ import default_since
from xl_dunning.rules.figures import in_force
from xl_dunning.rules.ledger import DebtorKind, OpenItem
from xl_dunning.rules.money import ZERO, Euro, total
from xl_dunning.rules.notices import Account, account_of
from xl_dunning.rules.owed import ClaimRules, interest_owed
from xl_dunning.rules.policy import NOTICE_OF_DEFAULT, Action
from xl_dunning.rules.proposal import Decision, Reason
from xl_dunning.rules.reasons import Case
from xl_dunning.rules.term_letters import TermLetter, term_letter

_NOTHING_OWED = (
    Reason.UNREADABLE,
    Reason.DUPLICATE_KEY,
    Reason.PAID,
    Reason.CREDIT_NOTE,
    Reason.NOT_DUE,
)
_HELD_BACK = (
    Reason.DISPUTED,
    Reason.BLOCKED,
    Reason.SKIPPED,
    Reason.PROMISE_RUNNING,
    Reason.PLAN_RUNNING,
    Reason.DIRECT_DEBIT,
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
            items,
            kind=members[0][1].debtor.kind,
            rules=rules,
            reference_date=reference_date,
            credit=-credit,
        )
        for item in items:
            ref = item.decision.item.ref
            share = shares.get(ref, CostShare(costs=ZERO))
            owed = replace(item.decision.owed, costs=share.costs + share.vat, costs_vat=share.vat)
            claimed[ref] = replace(item.decision, owed=owed)
    return [claimed.get(decision.item.ref, decision) for decision in decisions]


def _after_credit(
    members: Sequence[tuple[Decision, Case]], credit: Euro
) -> Iterator[tuple[tuple[Decision, Case], Euro]]:
    """The members with what is left of each: credit goes to the furthest, then the oldest item.

    Items that get a letter today come first, for the letter settles the credit; those that
    something holds back (disputed, promised ...) come last.
    """
    ordered = sorted(
        members,
        key=lambda member: (
            not asks_for(member[0], Action.LETTER),
            member[0].reason in _HELD_BACK,
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
    due_date = case.item.due_date
    if due_date is None:
        return None
    since, letter = starts(case, due_date, rules=rules, day=day)
    owed = interest_owed(
        principal,
        default_since=since,
        kind=case.debtor.kind,
        rules=rules,
        reference_date=day,
    )
    if owed.default_since is None:
        return None
    return Dunned(
        decision=replace(decision, owed=owed),
        principal=principal,
        events=case.events,
        letter=letter,
    )


def starts(
    case: Case, due_date: date, *, rules: ClaimRules, day: date
) -> tuple[date | None, TermLetter | None]:
    """The first day that bears interest, and for a consumer the letter that gives right to costs.

    The day is None as long as a notice of default must come first; in Belgium as long as a
    consumer had no first reminder, for interest runs only after its waiting period (XIX.2 WER).
    """
    consumer = case.debtor.kind is not DebtorKind.BUSINESS
    if consumer and rules.law.country == "be":
        letter, _ = term_letter(case, rules=rules, default_since=add_days(due_date, 1))
        return (letter.costs_from if letter else None), letter
    since = default_since(
        due_date=due_date,
        kind=case.debtor.kind,
        term_agreed=case.item.term_agreed,
        assume_agreed=rules.term_agreed,
        legal_term=in_force(rules.law.numbers["payment_term"], day).value,
        invoice_date=case.item.invoice_date,
        notice_until=_notice_until(case),
    ).since
    if since is None or not consumer:
        return since, None
    letter, _ = term_letter(case, rules=rules, default_since=since)
    return since, letter


def _notice_until(case: Case) -> date | None:
    """The last day of the term that the first notice of default (ingebrekestelling) gave.

    One that only the list tells of (ingelezen) gives none: nobody knows its term.
    """
    keys = {stage.key for stage in case.policy.stages if stage.template == NOTICE_OF_DEFAULT}
    terms = [
        until
        for event in case.events
        if event.stage in keys and (until := event.pay_by or event.until)
    ]
    return min(terms, default=None)
