"""Beta-binomial shrinkage: what a debtor did so far, seen against all debtors together.

Empirical Bayes: the chances of the debtors are taken to be spread like a Beta distribution, whose
mean and spread are estimated from all of them (the prior). What one debtor did is then added to it
(the posterior): with s and f counted, Beta(a, b) becomes Beta(a + s, b + f). Whoever did little
stays near the mean of all; whoever did much stands for himself.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xl_dunning.rules.risk.betas import LEAST, Beta

_USUAL_CORRELATION = 0.2
"""How alike two answers of one debtor are, as long as the history can't tell."""
_WEIGHT_OF_USUAL = 1.0
"""How much that guess weighs, in attempts beyond the first of a debtor (times the variance)."""
_MOST_CORRELATION = 0.9


@dataclass(frozen=True, slots=True, kw_only=True)
class Tally:
    """How often one debtor was asked, and how often it helped; in parts when one letter was for
    several invoices of which some were paid.
    """

    times: int
    helped: float


def prior(counts: Sequence[Tally]) -> Beta:
    """The spread of the chances over the debtors, one count per debtor with ``times`` at least 1.

    Method of moments after Kleinman (1973): p = Σ wᵢpᵢ / Σ wᵢ and S = Σ wᵢ(pᵢ - p)², of which the
    expectation gives the correlation r within a debtor; first with wᵢ = nᵢ, then once more with
    wᵢ = nᵢ / (1 + r(nᵢ - 1)), so that debtors who were asked very often do not decide for all.
    The strength a + b = (1 - r) / r is never more than the number of attempts: the mean of all
    is not known any better than that. Half an attempt that helped and half one that did not are
    added, so that nothing is ever certain.
    """
    correlation = 0.0
    for _ in range(2):
        weights = [count.times / (1 + correlation * (count.times - 1)) for count in counts]
        correlation = _correlation(counts, weights)
    shares = [count.helped / count.times for count in counts]
    weights = [count.times / (1 + correlation * (count.times - 1)) for count in counts]
    helped = sum(weight * share for weight, share in zip(weights, shares, strict=True))
    mean = (helped + LEAST) / (sum(weights) + 2 * LEAST)
    strength = min((1 - correlation) / correlation, sum(count.times for count in counts))
    strength = max(strength, LEAST / mean, LEAST / (1 - mean))
    # Rounded up where the mean itself would push a parameter just below the least.
    return Beta(successes=max(mean * strength, LEAST), failures=max((1 - mean) * strength, LEAST))


def posterior(before: Beta, count: Tally) -> Beta:
    """What is known of a debtor's chance after what he did."""
    return Beta(
        successes=before.successes + count.helped,
        failures=before.failures + count.times - count.helped,
    )


def _correlation(counts: Sequence[Tally], weights: Sequence[float]) -> float:
    whole = sum(weights)
    shares = [count.helped / count.times for count in counts]
    mean = sum(w * share for w, share in zip(weights, shares, strict=True)) / whole
    spread = sum(w * (share - mean) ** 2 for w, share in zip(weights, shares, strict=True))
    within = sum(
        w / count.times * (1 - w / whole) for w, count in zip(weights, counts, strict=True)
    )
    between = sum(w * (1 - w / whole) for w in weights) - within
    variance = mean * (1 - mean)
    found = spread - variance * within + _WEIGHT_OF_USUAL * _USUAL_CORRELATION
    return min(max(found / (variance * between + _WEIGHT_OF_USUAL), 0.01), _MOST_CORRELATION)
