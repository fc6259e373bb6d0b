"""The score of a debtor (0 to 100): how much in his history speaks for a late payment.

A sum of six parts, each with a fixed maximum, so that everybody can add it up. Days late and the
share of late payments are drawn to the mean of all debtors (credibility, five invoices): who paid
once, well or badly, is not judged by that one payment. Nothing that happened later lowers what a
late payment adds.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from xl_dunning.rules.findings import Detail
from xl_dunning.rules.risk.credibility import mean_with_prior
from xl_dunning.rules.risk.habits import ENOUGH, Habit, Portfolio, whole_days

MEMORY = 730
"""Days that a broken promise, a dispute or a hand-over stays in mind."""
_STALE = 365
_MANY_DAYS = 45
"""Mean days late that give all points of that part."""
_MANY_INVOICES = 4
"""Late and open: so many usual invoices, thirty days late or more, give all points."""
_PER_PROMISE, _PER_RETURN, _PER_DISPUTE = 5.0, 5.0, 2.5
MIDDLE_FROM, HIGH_FROM = 30, 55
"""The points from which a score is called middle, or high."""


class ScorePart(StrEnum):
    """What adds to a score; its sentence is shown as a reason."""

    DAYS_LATE = "DAYS_LATE"
    SHARE_LATE = "SHARE_LATE"
    OPEN_OVERDUE = "OPEN_OVERDUE"
    PROMISES_BROKEN = "PROMISES_BROKEN"
    HANDED_OVER = "HANDED_OVER"
    RETURNED = "RETURNED"
    DISPUTES = "DISPUTES"


MOST: Mapping[ScorePart, float] = {
    ScorePart.DAYS_LATE: 30.0,
    ScorePart.SHARE_LATE: 25.0,
    ScorePart.OPEN_OVERDUE: 20.0,
    ScorePart.PROMISES_BROKEN: 10.0,
    ScorePart.HANDED_OVER: 10.0,
    ScorePart.DISPUTES: 5.0,
}
"""The most that each part can add, together one hundred; RETURNED shares that of HANDED_OVER."""


class RiskLevel(StrEnum):
    """The score in a word."""

    LOW = "low"
    MIDDLE = "middle"
    HIGH = "high"


@dataclass(frozen=True, slots=True, kw_only=True)
class Contribution:
    """The points that one part adds, and what fills its sentence."""

    part: ScorePart
    points: float
    details: Mapping[str, Detail] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Score:
    """The score with its reasons, those that add most first."""

    points: int
    level: RiskLevel
    contributions: tuple[Contribution, ...]
    thin: bool
    """Fewer than three paid invoices of his own: it leans on all debtors together."""
    stale: date | None
    """The day of his last payment, when that is more than a year ago."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """What a score is made of besides the habit (verleden): counts over the last two years."""

    overdue: float = 0.0
    """What is late and open, in usual invoices; one less than thirty days late counts in part."""
    overdue_invoices: int = 0
    promises: int = 0
    """Promises whose day has passed."""
    broken: int = 0
    partly: int = 0
    """Promises of which a part was paid in time."""
    disputes: int = 0
    returned: int = 0
    """Invoices that stood in the list again after they had gone."""
    handed_over: date | None = None
    """The last day on which something was handed over or taken to court."""


def score(
    habit: Habit, record: Record, everyone: Portfolio, *, reference_date: date
) -> Score | None:
    """The score of one debtor; None when no payment of anybody was seen yet."""
    if everyone.days is None or everyone.share is None:
        return None
    days = mean_with_prior(habit.days, habit.weight, everyone.days)
    share = mean_with_prior(habit.share, habit.weight, everyone.share)
    found = (
        Contribution(
            part=ScorePart.DAYS_LATE,
            points=MOST[ScorePart.DAYS_LATE] * min(days / _MANY_DAYS, 1),
            details={"days": whole_days(habit.average), "count": habit.closed},
        ),
        Contribution(
            part=ScorePart.SHARE_LATE,
            points=MOST[ScorePart.SHARE_LATE] * share,
            details={"late": habit.late, "count": habit.closed},
        ),
        Contribution(
            part=ScorePart.OPEN_OVERDUE,
            points=MOST[ScorePart.OPEN_OVERDUE] * min(record.overdue / _MANY_INVOICES, 1),
            details={"count": record.overdue_invoices},
        ),
        Contribution(
            part=ScorePart.PROMISES_BROKEN,
            points=min(
                _PER_PROMISE * (record.broken + record.partly / 2), MOST[ScorePart.PROMISES_BROKEN]
            ),
            details={"broken": record.broken + record.partly, "count": record.promises},
        ),
        *_out_of_hand(record),
        Contribution(
            part=ScorePart.DISPUTES,
            points=min(_PER_DISPUTE * record.disputes, MOST[ScorePart.DISPUTES]),
            details={"count": record.disputes},
        ),
    )
    points = round(sum(each.points for each in found))
    last = habit.last_paid
    return Score(
        points=points,
        level=_level(points),
        contributions=tuple(
            sorted((each for each in found if each.points > 0), key=lambda each: -each.points)
        ),
        thin=habit.closed < ENOUGH,
        stale=last if last and (reference_date - last).days > _STALE else None,
    )


def _out_of_hand(record: Record) -> tuple[Contribution, ...]:
    """A hand-over gives all points of its part; payments that came back share the same ones."""
    if record.handed_over:
        return (
            Contribution(
                part=ScorePart.HANDED_OVER,
                points=MOST[ScorePart.HANDED_OVER],
                details={"on": record.handed_over},
            ),
        )
    return (
        Contribution(
            part=ScorePart.RETURNED,
            points=min(_PER_RETURN * record.returned, MOST[ScorePart.HANDED_OVER]),
            details={"count": record.returned},
        ),
    )


def _level(points: int) -> RiskLevel:
    if points >= HIGH_FROM:
        return RiskLevel.HIGH
    return RiskLevel.MIDDLE if points >= MIDDLE_FROM else RiskLevel.LOW
