"""Interest on the items of a list: which rate, from which day, how much on the reference date.

Computed over what is open now. Payments that came in before are not known with their dates, so
interest over what was paid late is not claimed: never too much, sometimes too little.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from xl_dunning.rules.claim import claim
from xl_dunning.rules.dates import DayTest, IsWorkingDay
from xl_dunning.rules.figures import Law, RateTable
from xl_dunning.rules.interest import DayCount, InterestTerms
from xl_dunning.rules.ledger import DebtorKind
from xl_dunning.rules.money import ZERO, Euro, euro
from xl_dunning.rules.proposal import Owed


class CostsMode(StrEnum):
    """How collection costs of a business are counted over several invoices."""

    SUM = "sum"
    """The scale over the summed principals: common and moderate."""
    PER_INVOICE = "per_invoice"
    """The scale over each invoice, at least the legal floor for each."""
    NONE = "none"


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimRules:
    """What the law and the user's settings say about claims on top of the principal."""

    law: Law
    is_working_day: IsWorkingDay
    is_holiday: DayTest
    interest: str = "wettelijk"
    """wettelijk, geen, or an agreed percentage a year such as ``8`` or ``7.5``."""
    term_agreed: bool = True
    """Whether payment terms count as agreed where the list does not say."""
    business_costs: CostsMode = CostsMode.SUM
    charges_vat: bool = False
    """Whether VAT over collection costs may be added (Besluit BIK, art. 2 lid 3)."""
    lump_sum_agreed: bool = False
    """Belgium: whether the contract with consumers holds a clause on lump sum and interest."""
    day_count: DayCount = DayCount.ACT_365


def interest_owed(
    principal: Euro,
    *,
    default_since: date | None,
    kind: DebtorKind | None,
    rules: ClaimRules,
    reference_date: date,
) -> Owed:
    """The interest on a principal in euro, up to and including the reference date.

    None is counted for a reference date after the last known rate: see ``knows_rates_on``.
    """
    if default_since is None or default_since > reference_date:
        return Owed()
    terms = interest_terms(kind, rules=rules)
    if terms is None or reference_date > terms.table.known_until:
        return Owed(default_since=default_since)
    found = claim(principal, first_interest_day=default_since, as_of=reference_date, terms=terms)
    return Owed(interest=found.interest, lines=found.lines, default_since=default_since)


def interest_terms(kind: DebtorKind | None, *, rules: ClaimRules) -> InterestTerms | None:
    """By which rates a debtor of that kind owes interest; None when none may be claimed.

    Netherlands: the statutory rates, compounding; an agreed percentage counts in full against a
    business, against a consumer only where it is higher (6:119 lid 3), and is simple interest.
    Belgium: businesses by the law of 2 August 2002, simple; consumers only as far as agreed, and
    never more than that rate (art. XIX.4 WER).
    """
    if rules.interest == "geen":
        return None
    consumer = kind is not DebtorKind.BUSINESS
    belgian = rules.law.country == "be"
    if belgian and consumer and not rules.lump_sum_agreed:
        return None
    statutory = rules.law.rates["consumer" if consumer and not belgian else "commercial"]
    agreed = _agreed(rules.interest)
    if agreed is None:
        if belgian and consumer:
            return None
        return InterestTerms(table=statutory, compounding=not belgian, day_count=rules.day_count)
    if consumer:
        limit = min if belgian else max
        table = _each(statutory, lambda percent: limit(percent, agreed))
    else:
        table = _each(statutory, lambda _: agreed)
    return InterestTerms(table=table, compounding=False, day_count=rules.day_count)


def daily_interest(
    base: Euro, *, kind: DebtorKind | None, rules: ClaimRules, reference_date: date
) -> Euro:
    """What each further day adds, in euro, at the rate of the reference date."""
    terms = interest_terms(kind, rules=rules)
    if terms is None:
        return ZERO
    (period,) = terms.table.periods(reference_date, reference_date)
    return euro(base * period.rate.percent / 100 / 365)


def knows_rates_on(day: date, *, rules: ClaimRules) -> bool:
    """Whether all rates are known on that day."""
    return all(table.known_until >= day for table in rules.law.rates.values())


def _agreed(interest: str) -> Decimal | None:
    return None if interest == "wettelijk" else Decimal(interest)


def _each(table: RateTable, change: Callable[[Decimal], Decimal]) -> RateTable:
    """The same periods with other percentages."""
    return replace(
        table,
        rates=tuple(replace(rate, percent=change(rate.percent)) for rate in table.rates),
    )
