"""What late payment costs a customer, from the figures of the law and the user's settings.

For the letter that tells new or existing customers the payment terms. It claims nothing: which
costs one invoice really brings is for ``collection`` and ``owed``, by the same figures.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from xl_dunning.rules.collection import announced_costs, vat_over
from xl_dunning.rules.costs import costs_by_scale
from xl_dunning.rules.dates import add_days
from xl_dunning.rules.figures import Law, Rate, RateTable, in_force
from xl_dunning.rules.findings import Refusal
from xl_dunning.rules.interest import InterestTerms, interest_over, total_interest
from xl_dunning.rules.ledger import DebtorKind
from xl_dunning.rules.money import Euro, euro
from xl_dunning.rules.owed import ClaimRules, CostsMode, interest_terms
from xl_dunning.rules.proposal import LatePayment

AGREED = "agreed"
"""Key of an interest that rests on the contract; the others are keys of the law's rate tables."""

_PRINCIPAL, _DAYS = euro(1000), 30
"""Of the worked example: an amount that any reader can check in his head."""


def late_payment(
    *, term: int, kind: DebtorKind | None, rules: ClaimRules, reference_date: date
) -> LatePayment:
    """The payment term in days, and what being late costs a customer of that kind on that day.

    An unknown kind is told what holds for a consumer.

    Raises:
        Refusal: PAYMENT_TERM_NONE for a term of no days, TERMS_RATE_VOID for an agreed rate that
            a Belgian consumer may not be asked, RATE_UNKNOWN, RATE_BEFORE_FIRST and
            FIGURE_BEFORE_FIRST for a day without figures.
    """
    if term <= 0:
        raise Refusal("PAYMENT_TERM_NONE", days=term)
    business = kind is DebtorKind.BUSINESS
    told = LatePayment(term=term, example_principal=_PRINCIPAL, example_days=_DAYS)
    told = _with_interest(told, kind=kind, rules=rules, day=reference_date)
    with_costs = _with_costs_of_business if business else _with_costs_of_consumer
    return with_costs(told, rules=rules, day=reference_date)


def _with_interest(
    told: LatePayment, *, kind: DebtorKind | None, rules: ClaimRules, day: date
) -> LatePayment:
    terms = interest_terms(kind, rules=rules, first=day, last=day)
    if terms is None:
        return told
    rate = terms.table.periods(day, day)[0].rate
    which = _which(rate, rules.law)
    if which == "legal":
        # A clause that asks too much is void: to repeat it in a letter would be misleading.
        raise Refusal("TERMS_RATE_VOID", percent=rules.interest.replace(".", ","))
    lines = interest_over(
        told.example_principal,
        first=day,
        last=add_days(day, told.example_days - 1),
        terms=replace(terms, table=_lasting(rate, terms)),
    )
    return replace(
        told, percent=rate.percent, interest=which, example_interest=total_interest(lines)
    )


def _with_costs_of_consumer(told: LatePayment, *, rules: ClaimRules, day: date) -> LatePayment:
    """Only after a letter whose term passed unused; in Belgium only when they were agreed."""
    if rules.law.country == "be" and not rules.lump_sum_agreed:
        return told
    costs, vat = announced_costs(told.example_principal, rules=rules, reference_date=day)
    return replace(
        told,
        scale=in_force(rules.law.scales["consumer"], day),
        free_days=in_force(rules.law.numbers["letter_term"], day).value,
        vat_percent=_vat_percent(vat, rules, day),
        example_costs=costs,
        example_vat=vat,
    )


def _with_costs_of_business(told: LatePayment, *, rules: ClaimRules, day: date) -> LatePayment:
    """A fixed amount from the first day of default; in the Netherlands the scale after a letter."""
    told = replace(told, term_most=in_force(rules.law.numbers["payment_term_most"], day).value)
    if rules.business_costs is CostsMode.NONE:
        return told
    flat = in_force(rules.law.amounts["business_floor"], day).value
    if rules.law.country == "be":
        return replace(told, flat_costs=flat, example_costs=flat)
    scale = in_force(rules.law.scales["consumer"], day)
    costs = max(flat, costs_by_scale(told.example_principal, scale=scale))
    vat = vat_over(costs, rules, day)
    return replace(
        told,
        flat_costs=flat,
        scale=scale,
        vat_percent=_vat_percent(vat, rules, day),
        example_costs=costs,
        example_vat=vat,
    )


def _vat_percent(vat: Euro, rules: ClaimRules, day: date) -> Decimal | None:
    return in_force(rules.law.percentages["vat"], day).value if vat else None


def _which(rate: Rate, law: Law) -> str:
    """The table of the law that the rate stands in; a rate that stands in none was agreed."""
    return next((key for key, table in law.rates.items() if rate in table.rates), AGREED)


def _lasting(rate: Rate, terms: InterestTerms) -> RateTable:
    """A table in which that rate holds on every day: what comes after it is not known yet."""
    return replace(terms.table, rates=(replace(rate, valid_from=date.min),), known_until=date.max)
