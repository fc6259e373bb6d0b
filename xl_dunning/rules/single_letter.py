"""A letter that the user asks for by hand, outside the policy: it moves no item along."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from xl_dunning.rules.charges import with_charges
from xl_dunning.rules.dates import IsWorkingDay, add_days, first_working_day
from xl_dunning.rules.findings import Refusal
from xl_dunning.rules.ledger import Debtor
from xl_dunning.rules.notices import by_age, can_be_reached, channel_for
from xl_dunning.rules.owed import ClaimRules
from xl_dunning.rules.policy import Action, Charge, Stage
from xl_dunning.rules.proposal import Decision, Notice, Reason

_NOT_OWED = (
    Reason.UNREADABLE,
    Reason.DUPLICATE_KEY,
    Reason.PAID,
    Reason.CREDIT_NOTE,
    Reason.NOT_DUE,
)


def single_letter(
    decisions: Sequence[Decision],
    *,
    template: str,
    title: str,
    debtor: Debtor,
    invoices: Collection[str],
    rules: ClaimRules,
    reference_date: date,
    is_working_day: IsWorkingDay,
    address_required: bool,
) -> tuple[Notice, ...]:
    """The letter about the debtor's overdue items, one per currency, with the interest on them.

    ``invoices`` narrows it down; empty means all. Disputed and promised items are included: a
    claim is interrupted or specified whatever else goes on. Prescribed items are left out.

    Raises:
        Refusal: SINGLE_LETTER_NOTHING when nothing of the debtor is overdue, SINGLE_LETTER_INVOICE
            for an invoice that is not, SINGLE_LETTER_NO_CHANNEL without a name and address.
    """
    about = [
        decision
        for decision in decisions
        if decision.item.debtor == debtor.number
        and decision.reason not in _NOT_OWED
        and decision.details.get("kind") != "prescribed"
    ]
    known = {decision.item.invoice for decision in about}
    if not about:
        raise Refusal("SINGLE_LETTER_NOTHING", debtor=debtor.number)
    for invoice in invoices:
        if invoice not in known:
            raise Refusal("SINGLE_LETTER_INVOICE", debtor=debtor.number, invoice=invoice)
    if not can_be_reached(debtor, address_required=address_required):
        raise Refusal("SINGLE_LETTER_NO_CHANNEL", debtor=debtor.number)
    stage = Stage(
        key="",
        title=title,
        action=Action.LETTER,
        after=1,
        template=template,
        charge=Charge.INTEREST,
    )
    by_currency: dict[str, list[Decision]] = defaultdict(list)
    for decision in about:
        if not invoices or decision.item.invoice in invoices:
            by_currency[decision.item.currency].append(replace(decision, next_stage=stage))
    return tuple(
        with_charges(
            Notice(
                debtor=debtor,
                currency=currency,
                stage=stage,
                decisions=tuple(sorted(members, key=by_age)),
                credits=(),
                pay_by=first_working_day(
                    add_days(reference_date, stage.pay_within), is_working_day
                ),
                channel=channel_for(debtor),
                policy=replace(members[0].policy, stages=(stage,)),
            ),
            rules=rules,
            reference_date=reference_date,
        )
        for currency, members in sorted(by_currency.items())
    )
