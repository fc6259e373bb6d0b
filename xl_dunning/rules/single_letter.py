"""A letter that the user asks for by hand, outside the policy: it moves no item along."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from datetime import date

from xl_dunning.rules.agreements.followups import (
    NOT_OWED,
    letters_about,
    members_of,
    problem_with,
)
from xl_dunning.rules.agreements.occasions import Occasion
from xl_dunning.rules.agreements.side_letters import SideLetter
from xl_dunning.rules.charges import with_charges
from xl_dunning.rules.dates import IsWorkingDay
from xl_dunning.rules.findings import Refusal
from xl_dunning.rules.ledger import Debtor, OpenItem
from xl_dunning.rules.notices import Account, can_be_reached
from xl_dunning.rules.owed import ClaimRules
from xl_dunning.rules.policy import DunningPolicy
from xl_dunning.rules.proposal import Decision, Notice

_BEFORE_DUE = (
    SideLetter.CONFIRMATION,
    SideLetter.PLAN_PROPOSAL,
    SideLetter.PLAN_CONFIRMATION,
    SideLetter.INSTALMENT_REMINDER,
    SideLetter.SETTLEMENT,
    SideLetter.INVOICE_AGAIN,
)
"""Letters that may be about an invoice of which the due date has not passed."""
_WHATEVER_ELSE = (
    SideLetter.INTERRUPTION,
    SideLetter.INTEREST_STATEMENT,
    SideLetter.DISPUTE_ANSWER,
    SideLetter.PLAN_PROPOSAL,
)
"""Letters that may be about items that are disputed, blocked or promised."""


def single_letter(
    decisions: Sequence[Decision],
    *,
    occasion: Occasion,
    debtor: Debtor,
    invoices: Collection[str],
    policy: DunningPolicy,
    credits_of: Mapping[Account, Sequence[OpenItem]],
    rules: ClaimRules,
    reference_date: date,
    is_working_day: IsWorkingDay,
    address_required: bool,
) -> tuple[Notice, ...]:
    """The letter about the debtor's items, one per currency, with what it may claim.

    ``invoices`` narrows it down; empty means all overdue ones, or those that the agreement is
    about. A claim is interrupted or specified whatever else goes on; any other letter is about
    items that are disputed or blocked only when the user names them. Prescribed items are left
    out.

    Raises:
        Refusal: SINGLE_LETTER_NOTHING when nothing of the debtor is open for it,
            SINGLE_LETTER_INVOICE for an invoice that is not, SINGLE_LETTER_HELD when all of it is
            held back, SINGLE_LETTER_NO_CHANNEL without a name and address, FOLLOW_UP_TOO_MUCH or
            FOLLOW_UP_NOT_EURO for an agreement that can't be right.
    """
    members: list[Decision] = []
    if occasion.keys != ():
        early = occasion.letter in _BEFORE_DUE and (invoices or occasion.keys)
        about = [
            decision
            for decision in decisions
            if decision.item.debtor == debtor.number
            and decision.reason not in NOT_OWED
            and (early or decision.days_overdue > 0)
            and decision.details.get("kind") != "prescribed"
        ]
        known = {decision.item.invoice for decision in about}
        if not about:
            raise Refusal("SINGLE_LETTER_NOTHING", debtor=debtor.number)
        for invoice in invoices:
            if invoice not in known:
                raise Refusal("SINGLE_LETTER_INVOICE", debtor=debtor.number, invoice=invoice)
        members = [
            decision
            for decision in about
            if occasion.keys is None or decision.item.key in occasion.keys
        ]
        if not members:
            raise Refusal("SINGLE_LETTER_NOTHING", debtor=debtor.number)
        if not invoices and occasion.letter not in _WHATEVER_ELSE:
            members = members_of(occasion, members)
        if not members:
            raise Refusal("SINGLE_LETTER_HELD", debtor=debtor.number)
    if not can_be_reached(debtor, address_required=address_required):
        raise Refusal("SINGLE_LETTER_NO_CHANNEL", debtor=debtor.number)
    if problem := problem_with(occasion, members):
        raise problem
    return tuple(
        with_charges(notice, rules=rules, reference_date=reference_date)
        for notice in letters_about(
            occasion,
            members,
            debtor=debtor,
            policy=policy,
            credits_of=credits_of,
            reference_date=reference_date,
            is_working_day=is_working_day,
        )
    )
