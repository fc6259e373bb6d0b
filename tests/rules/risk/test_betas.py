"""Beta distributions, held to exact sums and to draws of Python's own generator."""

from __future__ import annotations

import math
import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xl_dunning.rules.risk.betas import LEAST, Beta, exceeds

parameters = st.floats(min_value=LEAST, max_value=400)
betas = st.builds(Beta, successes=parameters, failures=parameters)


def exact_below(beta: Beta, chance: float) -> float:
    """The distribution function for whole parameters: a binomial tail, without any integral."""
    wins, size = round(beta.successes), round(beta.successes + beta.failures) - 1
    return sum(
        math.comb(size, k) * chance**k * (1 - chance) ** (size - k) for k in range(wins, size + 1)
    )


def exact_exceeds(one: Beta, other: Beta) -> float:
    """P(one > other) for a whole first parameter, in closed form (Evan Miller's formula)."""
    a, b, c, d = one.successes, one.failures, other.successes, other.failures

    def log_beta(x: float, y: float) -> float:
        return math.lgamma(x) + math.lgamma(y) - math.lgamma(x + y)

    return sum(
        math.exp(log_beta(c + i, b + d) - math.log(b + i) - log_beta(1 + i, b) - log_beta(c, d))
        for i in range(round(a))
    )


@pytest.mark.parametrize("share", [0.025, 0.1, 0.5, 0.9, 0.975])
@pytest.mark.parametrize(
    ("wins", "losses"), [(1, 1), (2, 3), (1, 9), (21, 3), (3, 40), (120, 260), (300, 300)]
)
def test_a_quantile_leaves_its_share_below_it(wins: int, losses: int, share: float) -> None:
    beta = Beta(successes=wins, failures=losses)
    assert exact_below(beta, beta.quantile(share)) == pytest.approx(share, abs=0.002)


@pytest.mark.parametrize(
    ("one", "other"),
    [((1, 1), (1, 1)), ((21, 3), (2, 1)), ((5, 5), (7, 3)), ((1, 9), (9, 1)), ((200, 180), (9, 9))],
)
def test_one_chance_exceeds_another_as_often_as_the_closed_form_says(
    one: tuple[int, int], other: tuple[int, int]
) -> None:
    first, second = (Beta(successes=a, failures=b) for a, b in (one, other))
    assert exceeds(first, second) == pytest.approx(exact_exceeds(first, second), abs=1e-4)


def test_half_a_success_is_in_reach_of_the_grid() -> None:
    """The least parameters have their weight at the ends, where a grid in the chance fails."""
    dice = random.Random(1)  # noqa: S311 - no secret
    drawn = [dice.betavariate(LEAST, 2.5) > dice.betavariate(3, 1.5) for _ in range(40_000)]
    found = exceeds(Beta(successes=LEAST, failures=2.5), Beta(successes=3, failures=1.5))
    assert found == pytest.approx(sum(drawn) / len(drawn), abs=0.01)
    # The arcsine law: the quantile of Beta(1/2, 1/2) is sin²(π share / 2).
    arcsine = Beta(successes=LEAST, failures=LEAST)
    assert arcsine.quantile(0.1) == pytest.approx(math.sin(math.pi * 0.1 / 2) ** 2, abs=1e-6)


@settings(deadline=None)
@given(one=betas, other=betas)
def test_either_exceeds_the_other(one: Beta, other: Beta) -> None:
    assert exceeds(one, other) + exceeds(other, one) == pytest.approx(1)


@settings(deadline=None)
@given(beta=betas, more=st.floats(min_value=0.01, max_value=50))
def test_what_helped_once_more_has_the_better_chance(beta: Beta, more: float) -> None:
    better = Beta(successes=beta.successes + more, failures=beta.failures)
    assert better.mean > beta.mean
    assert better.quantile(0.1) >= beta.quantile(0.1) - 1e-9
    assert exceeds(better, beta) >= 0.5 - 1e-9


@settings(deadline=None)
@given(beta=betas)
def test_the_range_holds_the_middle(beta: Beta) -> None:
    assert 0 <= beta.quantile(0.1) <= beta.quantile(0.5) <= beta.quantile(0.9) <= 1
