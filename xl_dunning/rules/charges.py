"""What a letter claims on top of the principal: as far as its stage says and the law allows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from xl_dunning.rules.collection import announced_costs
from xl_dunning.rules.money import ZERO, total
from xl_dunning.rules.owed import ClaimRules, daily_interest, percent_on
from xl_dunning.rules.policy import FIRST_REMINDER_BE, Charge
from xl_dunning.rules.proposal import Charges, Notice
from xl_dunning.rules.term_letters import term_of_letter


def with_charges(notice: Notice, *, rules: ClaimRules, reference_date: date) -> Notice:
    """The notice with its charges; none in another currency than the euro.

    A letter that starts a legal term is to be paid by the last day of that term.
    """
    charge, law = notice.stage.charge, rules.law.country
    if notice.stage.own_letter:
        term = term_of_letter(reference_date, notice.channel, rules=rules)
        notice = replace(notice, pay_by=max(term.last_day, notice.pay_by))
    if notice.currency != "EUR":
        return replace(notice, law=law)
    owed = [decision.owed for decision in notice.decisions]
    announced = announced_vat = daily = costs = vat = ZERO
    percent: Decimal | None = None
    if notice.stage.own_letter:
        announced, announced_vat = announced_costs(
            notice.principal, rules=rules, reference_date=reference_date
        )
    if notice.stage.template == FIRST_REMINDER_BE:
        percent = percent_on(reference_date, kind=notice.debtor.kind, rules=rules)
    if charge is not Charge.NONE:
        # The base of each item's last line: with the interest of full years, less any credit.
        daily = daily_interest(
            total(part.lines[-1].base for part in owed if part.lines),
            kind=notice.debtor.kind,
            rules=rules,
            reference_date=reference_date,
        )
    if charge is Charge.INTEREST_AND_COSTS:
        vat = total(part.costs_vat for part in owed)
        costs = total(part.costs for part in owed) - vat
    return replace(
        notice,
        law=law,
        charges=Charges(
            interest=ZERO if charge is Charge.NONE else total(part.interest for part in owed),
            costs=costs,
            vat=vat,
            announced_costs=announced,
            announced_vat=announced_vat,
            announced_percent=percent,
            daily_interest=daily,
        ),
    )
