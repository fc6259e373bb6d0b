"""Shrinkage of chances: the prior that all debtors give, and what one debtor adds to it."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xl_dunning.rules.risk.beta_binomial import Tally, posterior, prior
from xl_dunning.rules.risk.betas import LEAST, Beta

tallies = st.lists(
    st.integers(1, 30).flatmap(
        lambda times: st.floats(0, 1).map(lambda part: Tally(times=times, helped=times * part))
    ),
    min_size=1,
    max_size=25,
)


def drawn(dice: random.Random, beta: Beta, *, debtors: int, most: int) -> list[Tally]:
    """Debtors whose chances are spread like that Beta, each asked some times."""
    found: list[Tally] = []
    for _ in range(debtors):
        chance = dice.betavariate(beta.successes, beta.failures)
        times = dice.randint(1, most)
        helped = sum(dice.random() < chance for _ in range(times))
        found.append(Tally(times=times, helped=helped))
    return found


class TestPrior:
    @pytest.mark.parametrize(("wins", "losses"), [(2, 2), (6, 3), (1, 4), (12, 18)], ids=str)
    def test_finds_the_spread_that_the_debtors_were_drawn_from(
        self, wins: float, losses: float
    ) -> None:
        truth = Beta(successes=wins, failures=losses)
        dice = random.Random(7)  # noqa: S311 - no secret
        found = prior(drawn(dice, truth, debtors=1500, most=12))
        assert found.mean == pytest.approx(truth.mean, abs=0.02)
        assert found.successes + found.failures == pytest.approx(wins + losses, rel=0.25)

    def test_is_never_surer_of_the_mean_than_its_attempts_allow(self) -> None:
        """Four debtors who did just the same say little about a fifth."""
        found = prior([Tally(times=3, helped=1.5)] * 4)
        assert found.mean == pytest.approx(0.5)
        assert found.successes + found.failures <= 12

    def test_lets_nobody_decide_for_all_because_he_was_asked_often(self) -> None:
        often = Tally(times=200, helped=0)
        found = prior([often, *[Tally(times=3, helped=3), Tally(times=3, helped=2)] * 5])
        assert found.mean > 0.5, "by attempts it would be 0.11"

    def test_never_knows_for_certain(self) -> None:
        found = prior([Tally(times=20, helped=20)] * 30)
        assert found.failures >= LEAST
        assert found.mean < 1

    @settings(deadline=None)
    @given(counts=tallies)
    def test_is_sound_whatever_was_counted(self, counts: list[Tally]) -> None:
        found = prior(counts)
        assert min(found.successes, found.failures) >= LEAST
        assert 0 < found.mean < 1

    @settings(deadline=None)
    @given(counts=tallies, seed=st.integers(0, 99))
    def test_does_not_depend_on_the_order(self, counts: list[Tally], seed: int) -> None:
        dice = random.Random(seed)  # noqa: S311 - no secret
        mixed = dice.sample(counts, len(counts))
        assert prior(mixed).mean == pytest.approx(prior(counts).mean)


class TestPosterior:
    def test_one_lucky_payment_is_no_better_than_twenty_of_twenty_two(self) -> None:
        before = Beta(successes=2, failures=2)
        lucky = posterior(before, Tally(times=1, helped=1))
        proven = posterior(before, Tally(times=22, helped=20))
        assert (round(lucky.mean, 2), round(proven.mean, 2)) == (0.6, 0.85)
        assert lucky.quantile(0.1) < proven.quantile(0.1)

    def test_who_did_nothing_yet_has_the_chance_of_all(self) -> None:
        before = Beta(successes=3, failures=1)
        assert posterior(before, Tally(times=0, helped=0)) == before

    @settings(deadline=None)
    @given(counts=tallies)
    def test_lies_between_his_own_share_and_the_mean_of_all(self, counts: list[Tally]) -> None:
        before, own = prior(counts), counts[0]
        low, high = sorted((before.mean, own.helped / own.times))
        assert low - 1e-9 <= posterior(before, own).mean <= high + 1e-9
