"""Beta distributions: how sure we are of a chance, and whether one chance beats another.

Everything is summed over a fixed grid in the angle t, with chance x = sin²(t), 0 < t < π/2. There
the density is sin(t)^(2a - 1) cos(t)^(2b - 1), without a spike at either end when a and b are at
least one half; the midpoint rule on so smooth a curve is right to far more digits than are shown.
"""

from __future__ import annotations

import math
from bisect import bisect_left
from dataclasses import dataclass
from functools import lru_cache
from itertools import accumulate

LEAST = 0.5
"""The smallest parameter: that of Jeffreys' prior, half a success or half a failure."""

_CELLS = 192
_WIDTH = math.pi / 2 / _CELLS
_LOG_SIN = tuple(math.log(math.sin((cell + 0.5) * _WIDTH)) for cell in range(_CELLS))
_LOG_COS = tuple(reversed(_LOG_SIN))


@dataclass(frozen=True, slots=True, kw_only=True)
class Beta:
    """A chance of which we know ``successes`` against ``failures``, both at least one half."""

    successes: float
    failures: float

    @property
    def mean(self) -> float:
        """The best estimate of the chance."""
        return self.successes / (self.successes + self.failures)

    def quantile(self, share: float) -> float:
        """The chance below which that share of the distribution lies (0 < share < 1)."""
        below = _cumulative(self.successes, self.failures)
        cell = bisect_left(below, share)
        start = below[cell - 1] if cell else 0.0
        inside = (share - start) / (below[cell] - start)
        return math.sin((cell + inside) * _WIDTH) ** 2


def exceeds(one: Beta, other: Beta) -> float:
    """The probability that the one chance is higher than the other, the two being independent.

    P(X > Y), the integral of the density of X times the distribution function of Y.
    """
    density = _cells(one.successes, one.failures)
    below = _cumulative(other.successes, other.failures)
    half = _cells(other.successes, other.failures)
    return sum(
        mass * (under - own / 2) for mass, under, own in zip(density, below, half, strict=True)
    )


@lru_cache(maxsize=4096)
def _cells(successes: float, failures: float) -> tuple[float, ...]:
    """The probability in each cell of the grid."""
    up, down = 2 * successes - 1, 2 * failures - 1
    logs = [up * sine + down * cosine for sine, cosine in zip(_LOG_SIN, _LOG_COS, strict=True)]
    top = max(logs)
    masses = [math.exp(log - top) for log in logs]
    whole = sum(masses)
    return tuple(mass / whole for mass in masses)


@lru_cache(maxsize=4096)
def _cumulative(successes: float, failures: float) -> tuple[float, ...]:
    """The probability up to the end of each cell."""
    return tuple(accumulate(_cells(successes, failures)))
