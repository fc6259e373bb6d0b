"""Interest on the items of a list: which rate, from which day, how much on the reference date.

Computed over what is open now. Payments that came in before are not known with their dates, so
interest over what was paid late is not claimed: never too much, sometimes too little.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum

from xl_dunning.rules.agreed import agreed_interest
from xl_dunning.rules.claim import claim
from xl_dunning.rules.dates import DayTest, IsWorkingDay
from xl_dunning.rules.figures import Law, RateTable
from xl_dunning.rules.interest import DayCount, InterestTerms, interest_over, total_interest
from xl_dunning.rules.ledger import DebtorKind
from xl_dunning.rules.money import ZERO, Euro
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
    term_assumed: bool = True
    """Whether that was never asked for: then a letter that rests on it says so."""
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

    None is counted when not every day has a known rate: see ``knows_rate_on``.
    """
    if default_since is None or default_since > reference_date:
        return Owed()
    days = (default_since, reference_date)
    if not all(knows_rate_on(day, kind=kind, rules=rules) for day in days):
        return Owed(default_since=default_since)
    terms = interest_terms(kind, rules=rules, first=default_since, last=reference_date)
    if terms is None:
        return Owed(default_since=default_since)
    found = claim(principal, first_interest_day=default_since, as_of=reference_date, terms=terms)
    return Owed(interest=found.interest, lines=found.lines, default_since=default_since)


def interest_terms(
    kind: DebtorKind | None, *, rules: ClaimRules, first: date, last: date
) -> InterestTerms | None:
    """By which rates a debtor of that kind owes interest over those days, both inclusive.

    None when none may be claimed: the settings say so, or, in Belgium, a consumer did not agree
    to any (art. XIX.4 WER). Without an agreed percentage the statutory rates: compounding in the
    Netherlands, simple in Belgium.
    """
    consumer, belgian = kind is not DebtorKind.BUSINESS, rules.law.country == "be"
    if rules.interest == "geen" or (belgian and consumer and not _agreed_by_consumer(rules)):
        return None
    if rules.interest == "wettelijk":
        return InterestTerms(
            table=rules.law.rates["consumer" if consumer else "commercial"],
            compounding=not belgian,
            day_count=rules.day_count,
        )
    return agreed_interest(
        Decimal(rules.interest),
        law=rules.law,
        kind=kind or DebtorKind.CONSUMER,
        first=first,
        last=last,
        day_count=rules.day_count,
    ).terms


def daily_interest(
    base: Euro, *, kind: DebtorKind | None, rules: ClaimRules, reference_date: date
) -> Euro:
    """What each further day adds, in euro, at the rate of the reference date."""
    terms = interest_terms(kind, rules=rules, first=reference_date, last=reference_date)
    if terms is None:
        return ZERO
    lines = interest_over(base, first=reference_date, last=reference_date, terms=terms)
    return total_interest(lines)


def percent_on(day: date, *, kind: DebtorKind | None, rules: ClaimRules) -> Decimal | None:
    """The interest in percent a year that may be claimed on that day; None when none may.

    None as well when the rate of that day is not known.
    """
    if not knows_rate_on(day, kind=kind, rules=rules):
        return None
    terms = interest_terms(kind, rules=rules, first=day, last=day)
    return terms.table.periods(day, day)[0].rate.percent if terms else None


def knows_rate_on(day: date, *, kind: DebtorKind | None, rules: ClaimRules) -> bool:
    """Whether the rate that a debtor of that kind may owe is known on that day."""
    table = _needed(kind, rules=rules)
    return table is None or table.rates[0].valid_from <= day <= table.known_until


def _needed(kind: DebtorKind | None, *, rules: ClaimRules) -> RateTable | None:
    """The statutory table without which nothing can be counted; None when there is none."""
    consumer = kind is not DebtorKind.BUSINESS
    agreed = rules.interest not in ("wettelijk", "geen")
    if rules.interest == "geen" or (agreed and not consumer):
        return None
    return rules.law.rates["consumer" if consumer else "commercial"]


def _agreed_by_consumer(rules: ClaimRules) -> bool:
    return rules.lump_sum_agreed and rules.interest != "wettelijk"
