"""What must hold for the costs over any principal, in both countries."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.rate_tables import UNTIMED
from xl_dunning.law.loader import load_law
from xl_dunning.rules.costs import costs_by_scale, vat_on_costs
from xl_dunning.rules.figures import CostScale, in_force
from xl_dunning.rules.money import ZERO, euro

ON = date(2026, 11, 21)
SCALES = [in_force(load_law(country).scales["consumer"], ON) for country in ("nl", "be")]
PRINCIPALS = st.decimals(Decimal("0.01"), Decimal("3000000.00"), places=2)


@pytest.mark.parametrize("scale", SCALES, ids=["nl", "be"])
@UNTIMED
@given(principal=PRINCIPALS, more=PRINCIPALS)
def test_a_greater_principal_never_costs_less(
    scale: CostScale, principal: Decimal, more: Decimal
) -> None:
    less = costs_by_scale(principal, scale=scale)
    assert less <= costs_by_scale(principal + more, scale=scale)


@pytest.mark.parametrize("scale", SCALES, ids=["nl", "be"])
@UNTIMED
@given(principal=PRINCIPALS)
def test_costs_stay_between_minimum_and_maximum(scale: CostScale, principal: Decimal) -> None:
    costs = costs_by_scale(principal, scale=scale)
    assert scale.minimum <= costs <= scale.maximum
    assert costs == euro(costs)


@UNTIMED
@given(principal=PRINCIPALS)
def test_the_dutch_brackets_join_without_a_jump(principal: Decimal) -> None:
    scale = SCALES[0]
    step = costs_by_scale(principal + Decimal("0.01"), scale=scale)
    assert step - costs_by_scale(principal, scale=scale) <= Decimal("0.01")


@UNTIMED
@given(first=PRINCIPALS, second=PRINCIPALS)
def test_adding_up_never_costs_a_consumer_more_than_one_letter_each(
    first: Decimal, second: Decimal
) -> None:
    """Why 6:96 lid 7 orders to add up: a lower percentage above, and one minimum."""
    scale = SCALES[0]
    apart = costs_by_scale(first, scale=scale) + costs_by_scale(second, scale=scale)
    # Rounding apart may lose half a cent twice.
    assert costs_by_scale(first + second, scale=scale) <= apart + Decimal("0.01")


@pytest.mark.parametrize("principal", [ZERO, euro("-0.01"), euro(-5000)])
@pytest.mark.parametrize("scale", SCALES, ids=["nl", "be"])
def test_nothing_owed_costs_nothing(scale: CostScale, principal: Decimal) -> None:
    assert costs_by_scale(principal, scale=scale) == ZERO


def test_vat_is_rounded_half_up() -> None:
    assert vat_on_costs(euro("40.50"), percent=Decimal(21)) == euro("8.51")  # 8.505
    assert vat_on_costs(euro("110.33"), percent=Decimal(21)) == euro("23.17")  # 23.1693
