"""Collection costs (buitengerechtelijke incassokosten): a scale over the principal only.

Netherlands: Besluit vergoeding voor buitengerechtelijke incassokosten, art. 2. Belgium: the lump
sums of Boek XIX WER, art. XIX.4. Never over interest or costs.
"""

from __future__ import annotations

from decimal import Decimal

from xl_dunning.rules.figures import CostScale
from xl_dunning.rules.money import ZERO, Euro, euro

_PERCENT = 100


def costs_by_scale(principal: Euro, *, scale: CostScale) -> Euro:
    """The costs over a principal in euro, within the scale's minimum and maximum.

    Principals of one debtor that can be dunned together are added up before (6:96 lid 7 BW).
    Nothing is owed over a principal of zero or less.
    """
    if principal <= ZERO:
        return ZERO
    bracket = max(
        (bracket for bracket in scale.brackets if principal > bracket.above),
        key=lambda bracket: bracket.above,
    )
    costs = euro(bracket.fixed + (principal - bracket.above) * bracket.percent / _PERCENT)
    return min(max(costs, scale.minimum), scale.maximum)


def vat_on_costs(costs: Euro, *, percent: Decimal) -> Euro:
    """VAT over collection costs, in euro.

    Only when the creditor uses a collection service on which VAT is due, can't deduct that VAT,
    and says so in the letter (Besluit, art. 2 lid 3).
    """
    return euro(costs * percent / _PERCENT)


def reminder_fee(nth_of_year: int, *, free: int, fee: Euro) -> Euro:
    """The most that a first reminder may cost in Belgium, in euro, postage apart (art. XIX.2 WER).

    ``nth_of_year`` counts the unpaid due dates of one regular delivery in the calendar year, this
    one included; the first ``free`` ones cost nothing.
    """
    return fee if nth_of_year > free else ZERO
