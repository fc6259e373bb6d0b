"""Which step an item may take, and since when: the staging rule.

earliest(s) = the latest of
    due date + after(s) [to the end of that month] + correction days,
    date of the previous step + the larger of minimum interval and wait(s),
    pay-by date named in the previous letter + 1 + correction days,
    end of any promise, plan or block + 1,
    the day on which to ring again a debtor who was not reached

For the first stage the second line does not apply, and no stage named a pay-by date before it. An
item may act on every reference date on or after the earliest day; never on the exact day only.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from xl_dunning.rules.agreements.calls import call_back_on
from xl_dunning.rules.dates import add_days, end_of_month
from xl_dunning.rules.policy import DunningPolicy, Stage
from xl_dunning.rules.progress import Progress
from xl_dunning.rules.proposal import Clock


def days_overdue(due_date: date, *, reference_date: date) -> int:
    """Whole days past the due date; 0 up to and including that date."""
    return max((reference_date - due_date).days, 0)


def ripe_on(stage: Stage, *, due_date: date, correction_days: int) -> date:
    """The first day on which the stage fits the age of the invoice."""
    day = add_days(due_date, stage.after)
    if stage.end_of_month:
        day = end_of_month(day)
    return add_days(day, correction_days)


def wait_before(position: int, stages: Sequence[Stage]) -> int:
    """Days between the previous stage and the one at the position (0-based, at least 1)."""
    stage = stages[position]
    return stage.after - stages[position - 1].after if stage.wait is None else stage.wait


def earliest(
    *,
    due_date: date,
    stages: Sequence[Stage],
    progress: Progress,
    policy: DunningPolicy,
    hold_until: date | None,
) -> tuple[date, Clock]:
    """The first day of the next step and the line of the rule that decided it.

    ``hold_until`` is the last day of a promise, plan or block, inclusive. The item must not have
    reached its last stage. Of equal days the line that stands first in the rule is named.
    """
    position = progress.level
    stage = stages[position]
    days = [
        (
            ripe_on(stage, due_date=due_date, correction_days=policy.correction_days),
            Clock.DUE_DATE,
        )
    ]
    if position and progress.step_on:
        gap = max(policy.minimum_interval, wait_before(position, stages))
        days.append((add_days(progress.step_on, gap), Clock.PREVIOUS_STEP))
    if progress.pay_by:
        days.append((add_days(progress.pay_by, 1 + policy.correction_days), Clock.PAY_BY))
    if hold_until:
        days.append((add_days(hold_until, 1), Clock.HOLD_END))
    if progress.call_back and (again := call_back_on(progress.call_back)):
        days.append((again, Clock.CALL_BACK))
    return max(days, key=lambda line: line[0])
