"""How many days after the due date invoices are paid, open ones counted for what they tell.

An open invoice tells that it was not paid up to now (censored on the right); one that was late
when the first run saw it tells nothing of the days before (truncated on the left). So for each day
t the hazard is counted over the invoices then in view: paid on day t, of those open at its start.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import accumulate

EARLIEST, LATEST = -60, 365
"""Days after the due date that are told apart; what lies beyond is only known to lie there."""
_SIZE = LATEST - EARLIEST + 1
_ENOUGH_PAID = 0.95
"""No question is asked about what lies beyond this share."""

_ROUNDING = 1e-9


@dataclass(frozen=True, slots=True, kw_only=True)
class Span:
    """One invoice: in view after day ``entry``, until it was paid or last seen on day ``exit``."""

    entry: int
    exit: int
    paid: bool
    weight: float = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Spans:
    """All invoices of one debtor, gathered by day."""

    entries: tuple[int, ...] = ()
    exits: tuple[int, ...] = ()
    """Both sorted."""
    changes: Mapping[int, int] = field(default_factory=dict)
    """Day to how many more are in view at its start than at that of the day before."""
    paid: Mapping[int, int] = field(default_factory=dict)
    """Day to how many were paid on it."""

    def in_view_after(self, day: int) -> int:
        """How many were open and in view at the start of the next day."""
        return bisect_right(self.entries, day) - bisect_right(self.exits, day)


@dataclass(frozen=True, slots=True, kw_only=True)
class Curve:
    """The hazard of each day from ``EARLIEST`` on: the chance to be paid on it, if not before."""

    hazard: tuple[float, ...]
    in_view: tuple[int, ...]
    """How many invoices were open and in view at the start of the day."""

    def known_after(self, day: int) -> int:
        """How many invoices were still open and in view at the start of the next day."""
        return self.in_view[min(_index(day) + 1, _SIZE - 1)]


@dataclass(frozen=True, slots=True, kw_only=True)
class Remaining:
    """What is to be expected of an invoice that is unpaid at the end of day ``after``."""

    after: int
    unpaid: tuple[float, ...]
    """The chance that it is still unpaid at the end of each day that follows."""

    def quantile(self, share: float) -> int | None:
        """The first day by which it is paid with that chance (at most 0.95).

        None when the history does not reach so far.
        """
        wanted = 1 - share + _ROUNDING
        days = bisect_left(self.unpaid, -wanted, key=lambda left: -left)
        return self.after + days + 1 if days < len(self.unpaid) else None

    def paid_within(self, days: int) -> float:
        """The chance that it is paid in so many days."""
        return 1 - self.unpaid[min(days, len(self.unpaid)) - 1] if self.unpaid else 0.0


def product_limit(spans: Iterable[Span]) -> Curve:
    """The curve of all invoices together, each for its weight.

    Kaplan and Meier (1958), with delayed entry: unpaid(t) = Π (1 - dᵤ / nᵤ) over the days u up to
    t. One invoice of mean weight that is never paid is added to each n, so that a day on which
    only few were in view does not decide for all.
    """
    counted = tuple(spans)
    paid = [0.0] * _SIZE
    for span in counted:
        if span.paid and span.exit <= LATEST:
            paid[_index(span.exit)] += span.weight
    at_risk = _at_risk((span.entry, span.exit, span.weight) for span in counted)
    in_view = _at_risk((span.entry, span.exit, 1) for span in counted)
    mean = sum(span.weight for span in counted) / len(counted) if counted else 1.0
    return Curve(
        hazard=tuple(d / (n + mean) for d, n in zip(paid, at_risk, strict=True)),
        in_view=tuple(round(number) for number in in_view),
    )


def gathered(spans: Sequence[Span]) -> Spans:
    """The invoices of one debtor, by day."""
    changes: Counter[int] = Counter()
    for span in spans:
        changes[span.entry + 1] += 1
        changes[span.exit + 1] -= 1
    return Spans(
        entries=tuple(sorted(span.entry for span in spans)),
        exits=tuple(sorted(span.exit for span in spans)),
        changes=changes,
        paid=Counter(span.exit for span in spans if span.paid),
    )


def remaining(own: Spans, common: Curve, *, pseudo: float, after: int) -> Remaining:
    """What is to be expected of one more invoice of the debtor with the invoices ``own``.

    The posterior mean under a beta process (Hjort, 1990) with constant c = ``pseudo``: the hazard
    of each day is (dₜ + c hₜ) / (nₜ + c), where h is the common hazard. Without own invoices that
    is the common curve, with many the Kaplan-Meier curve of his own.
    """
    start = _index(after) + EARLIEST
    at_risk = own.in_view_after(start) + pseudo
    more, paid = own.changes.get, own.paid.get
    unpaid: list[float] = []
    left = 1.0
    for day, hazard in enumerate(common.hazard[start + 1 - EARLIEST :], start + 1):
        if day > start + 1:
            at_risk += more(day, 0)
        left *= 1 - (paid(day, 0) + pseudo * hazard) / at_risk
        unpaid.append(left)
        if left <= 1 - _ENOUGH_PAID:
            break
    return Remaining(after=after, unpaid=tuple(unpaid))


def _at_risk(spans: Iterable[tuple[int, int, float]]) -> list[float]:
    """By day: the weight in view at its start, from the day after the entry to the exit."""
    steps = [0.0] * (_SIZE + 1)
    for entry, leave, weight in spans:
        first = 0 if entry < EARLIEST else _index(entry) + 1
        last = _index(leave)
        if first <= last:
            steps[first] += weight
            steps[last + 1] -= weight
    return [max(number, 0.0) for number in accumulate(steps[:_SIZE])]


def _index(day: int) -> int:
    return min(max(day, EARLIEST), LATEST) - EARLIEST
