"""Agreed interest (overeengekomen rente): when it takes the place of the statutory one.

Netherlands: against a consumer only as far as it is higher (6:119 lid 3 BW), against a business any
other percentage (6:119a lid 8). Belgium: against a consumer only up to the maximum of art. XIX.4
WER, and a clause above it is void, so that only the legal rate remains; against a business any.
A contract that says nothing of compounding gives simple interest.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from xl_dunning.rules.figures import Ground, Law, Rate, RateTable
from xl_dunning.rules.interest import DayCount, InterestTerms
from xl_dunning.rules.ledger import DebtorKind


class AgreedEffect(StrEnum):
    """Whether the agreed percentage counts."""

    ALWAYS = "always"
    SOMETIMES = "sometimes"
    """Only in the periods in which it is higher than the statutory one."""
    NEVER = "never"
    """It is nowhere higher; the statutory interest applies as if nothing was agreed."""
    VOID = "void"
    """It is higher than allowed; the legal rate applies."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AgreedInterest:
    """By which rates interest runs when a percentage was agreed."""

    terms: InterestTerms
    effect: AgreedEffect


def agreed_interest(
    percent: Decimal,
    *,
    law: Law,
    kind: DebtorKind,
    first: date,
    last: date,
    compounding: bool = False,
    day_count: DayCount = DayCount.ACT_365,
) -> AgreedInterest:
    """What an agreed percentage a year means over the days from first to last, both inclusive.

    Raises:
        Refusal: RATE_UNKNOWN or RATE_BEFORE_FIRST where it must be compared with the statutory one.
    """
    if kind is DebtorKind.BUSINESS:
        article = "art. 6:119a BW" if law.country == "nl" else "wet van 2 augustus 2002"
        table = _flat(percent, article)
        effect = AgreedEffect.ALWAYS
    elif law.country == "be":
        highest = min(period.rate.percent for period in law.rates["consumer"].periods(first, last))
        void = percent > highest
        table = law.rates["legal"] if void else _flat(percent, "art. XIX.4 WER")
        effect = AgreedEffect.VOID if void else AgreedEffect.ALWAYS
    else:
        statutory = law.rates["consumer"]
        higher = [percent > period.rate.percent for period in statutory.periods(first, last)]
        if not any(higher):
            terms = InterestTerms(table=statutory, day_count=day_count)
            return AgreedInterest(terms=terms, effect=AgreedEffect.NEVER)
        table = _at_least(statutory, percent)
        effect = AgreedEffect.ALWAYS if all(higher) else AgreedEffect.SOMETIMES
    terms = InterestTerms(
        table=table,
        compounding=compounding and effect is not AgreedEffect.VOID,
        day_count=day_count,
    )
    return AgreedInterest(terms=terms, effect=effect)


def _at_least(statutory: RateTable, percent: Decimal) -> RateTable:
    """The statutory table with the agreed percentage wherever that is higher."""
    return replace(
        statutory,
        rates=tuple(
            _agreed(percent, since=rate.valid_from, article="art. 6:119 lid 3 BW")
            if percent > rate.percent
            else rate
            for rate in statutory.rates
        ),
    )


def _flat(percent: Decimal, article: str) -> RateTable:
    """One percentage for all days."""
    return RateTable(
        key="agreed",
        title="overeengekomen rente",
        rates=(_agreed(percent, since=date.min, article=article),),
        known_until=date.max,
    )


def _agreed(percent: Decimal, *, since: date, article: str) -> Rate:
    ground = Ground(article=f"contract, {article}", source="overeenkomst", checked_on=date.max)
    return Rate(valid_from=since, percent=percent, ground=ground)
