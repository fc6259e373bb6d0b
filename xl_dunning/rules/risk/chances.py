"""The chance that a step brings money from a debtor within fourteen days, and how sure that is."""

from __future__ import annotations

from dataclasses import dataclass

from xl_dunning.rules.risk.attempts import WINDOW, StepKind
from xl_dunning.rules.risk.beta_binomial import Tally, posterior
from xl_dunning.rules.risk.betas import LEAST, Beta
from xl_dunning.rules.risk.learned import Experience, Learned
from xl_dunning.rules.risk.survival import Remaining

FEWEST = 10
"""Attempts of one kind, over all debtors, below which no chance is named."""
_OUTSIDE = 0.1
"""The part of the distribution on each side of the range: it holds eight out of ten."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Chance:
    """An estimated chance (kans) with its range, and what it rests on."""

    belief: Beta
    times: int
    """How often it was tried, over all debtors."""
    own: int
    """How often with this debtor."""

    @property
    def mean(self) -> float:
        """The best estimate."""
        return self.belief.mean

    @property
    def low(self) -> float:
        """The lower end of the 80 % credible interval."""
        return self.belief.quantile(_OUTSIDE)

    @property
    def high(self) -> float:
        """The upper end of the 80 % credible interval."""
        return self.belief.quantile(1 - _OUTSIDE)


def is_enough(experience: Experience) -> bool:
    """Whether a step was tried often enough to name a chance of it."""
    return experience.times >= FEWEST


def chance_of(step: StepKind, debtor: str, learned: Learned) -> Chance | None:
    """The chance of a step with a debtor; None when it was hardly ever tried with anybody."""
    found = learned.experience.get(step)
    if found is None or not is_enough(found):
        return None
    count = found.by_debtor.get(debtor, Tally(times=0, helped=0.0))
    return Chance(belief=posterior(found.spread, count), times=found.times, own=count.times)


def chance_of_waiting(ahead: Remaining, *, in_view: float, times: int) -> Chance | None:
    """The chance that an invoice is paid within fourteen days if the policy just goes on.

    ``in_view`` counts the invoices of the debtor, and those that stand for all, that it rests on
    at that age; ``times`` the invoices of all debtors followed to that age. None when those are
    hardly any.
    """
    if times < FEWEST:
        return None
    paid = ahead.paid_within(WINDOW)
    return Chance(
        belief=Beta(
            successes=max(paid * in_view, LEAST), failures=max((1 - paid) * in_view, LEAST)
        ),
        times=times,
        own=0,
    )
