"""What changed in the list since the last run: which run that is, and what runs saw up to it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date

from xl_dunning.rules.agreements.states import Judgement
from xl_dunning.rules.events import Event
from xl_dunning.rules.ledger import Ledger
from xl_dunning.rules.risk.difference import Difference, difference
from xl_dunning.rules.risk.observations import Observation
from xl_dunning.workflow.ports import Run


def since_last_run(
    runs: Sequence[Run],
    observations: Iterable[Observation],
    ledger: Ledger,
    log: Iterable[Event],
    *,
    reference_date: date,
    agreements: Iterable[Judgement] = (),
) -> Difference:
    """The difference with the last run of an earlier day that stands; empty when there is none.

    Runs of the same day are no measure: the second would show nothing of what the first did. A
    letter by hand is none either, for it tells nothing about the list.

    What was seen by a run that was undone since counts as seen: to undo a run takes its steps
    back, not what the list told on that day, and later runs kept only what had changed by then.
    What was seen after the last run that stands does not count; so the run that is made again
    after an undo shows the same difference.
    """
    at = max(
        (
            position
            for position, run in enumerate(runs)
            if not run.undone and not run.by_hand and run.reference_date < reference_date
        ),
        default=None,
    )
    if at is None:
        return Difference()
    counted = {run.id for run in runs[: at + 1]}
    seen = [observation for observation in observations if observation.run in counted]
    if not seen:
        return Difference()  # that run was made by a program that did not look yet
    return difference(
        seen,
        ledger,
        log,
        since=runs[at].reference_date,
        reference_date=reference_date,
        agreements=agreements,
    )
