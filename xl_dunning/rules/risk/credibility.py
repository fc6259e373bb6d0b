"""Credibility: how many invoices of his own a debtor needs to speak for himself."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

USUAL = 5.0
"""As many invoices as the mean of all counts for, as long as the history can't tell better."""
_LIMITS = (1.0, 20.0)


def mean_with_prior(own: float, weight: float, common: float, *, pseudo: float = USUAL) -> float:
    """The mean of a debtor, drawn to the common one: (w m + k M) / (w + k).

    Bühlmann's credibility premium; ``weight`` counts his invoices, ``pseudo`` is k.
    """
    return (weight * own + pseudo * common) / (weight + pseudo)


def common_mean(means: Iterable[tuple[float, float]], *, pseudo: float = USUAL) -> float | None:
    """The mean over the debtors, each (mean, weight) counted for its credibility w / (w + k).

    One debtor with a thousand invoices does not decide for all. None without any debtor.
    """
    counted = [(mean, weight / (weight + pseudo)) for mean, weight in means if weight > 0]
    whole = sum(weight for _, weight in counted)
    return sum(mean * weight for mean, weight in counted) / whole if whole else None


def pseudo_count(groups: Sequence[Sequence[float]]) -> float:
    """Bühlmann's k: the variance within debtors divided by the variance between their means.

    The unbiased estimators of Bühlmann and Straub (1970), one group of values per debtor; within
    one and twenty, and the usual value when nobody has two values or all are alike.
    """
    filled = [group for group in groups if group]
    whole = sum(len(group) for group in filled)
    spare = whole - len(filled)
    if spare < 1 or len(filled) < 2:  # noqa: PLR2004 - two of a kind tell a difference
        return USUAL
    means = [sum(group) / len(group) for group in filled]
    inside = sum(
        (value - mean) ** 2 for group, mean in zip(filled, means, strict=True) for value in group
    )
    within = inside / spare
    middle = sum(sum(group) for group in filled) / whole
    outside = sum(
        len(group) * (mean - middle) ** 2 for group, mean in zip(filled, means, strict=True)
    )
    size = whole - sum(len(group) ** 2 for group in filled) / whole
    between = (outside - (len(filled) - 1) * within) / size
    if between <= 0:
        return _LIMITS[1] if within > 0 else USUAL
    return min(max(within / between, _LIMITS[0]), _LIMITS[1])
