"""Credibility: drawing the mean of few invoices to the mean of all debtors."""

from __future__ import annotations

import random

import pytest

from xl_dunning.rules.risk.credibility import (
    USUAL,
    common_mean,
    mean_with_prior,
    pseudo_count,
)


def test_a_mean_is_drawn_to_the_common_one_as_five_invoices_do() -> None:
    assert mean_with_prior(40, 5, 10) == 25
    assert mean_with_prior(40, 0, 10) == 10
    assert mean_with_prior(40, 95, 10) == 38.5


def test_one_debtor_with_a_thousand_invoices_does_not_decide_for_all() -> None:
    assert common_mean([(0, 1000), (30, 20), (30, 20)]) == pytest.approx(18.5, abs=0.1)
    assert common_mean([]) is None
    assert common_mean([(40, 0.0)]) is None


def test_the_worked_example_of_k() -> None:
    """Groups 0 2, 10 12 and 20 22: within 2, between the means 100 less the noise of 2 / 2."""
    assert pseudo_count([[0, 2], [10, 12], [20, 22]]) == 1.0, "2 / 99, and not below one"
    # Within 32, between 4² - 32 / 2 and so nothing left: the most that is allowed.
    assert pseudo_count([[0, 8], [4, 12]]) == 20


def test_k_finds_what_the_values_were_drawn_with() -> None:
    dice = random.Random(5)  # noqa: S311 - no secret
    middles = [dice.gauss(20, 6) for _ in range(600)]
    groups = [[dice.gauss(middle, 15) for _ in range(dice.randint(1, 9))] for middle in middles]
    assert pseudo_count(groups) == pytest.approx((15 / 6) ** 2, rel=0.2)


@pytest.mark.parametrize("groups", [[], [[]], [[1.0, 2.0]], [[1.0], [5.0]], [[3.0] * 4, [3.0] * 4]])
def test_without_any_difference_to_learn_from_it_is_the_usual_one(
    groups: list[list[float]],
) -> None:
    assert pseudo_count(groups) == USUAL
