"""How far the log has brought one item along the stages of its policy."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from xl_dunning.rules.agreements.calls import failed, unfinished
from xl_dunning.rules.agreements.side_letters import NAMES_A_DAY
from xl_dunning.rules.events import Event, EventKind
from xl_dunning.rules.policy import Stage


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far an item has come along the stages that apply to its debtor."""

    level: int = 0
    """Number of stages carried out; 0 when none was."""
    step_on: date | None = None
    """Day of the latest step."""
    pay_by: date | None = None
    """Latest pay-by date that a letter named, inclusive."""
    attempts: int = 0
    """Calls of the next stage that reached nobody, since the step before it."""
    call_back: Event | None = None
    """The last call of the next stage, when somebody is to ring again."""
    misfit: Event | None = None
    """A step that does not fit: one before it is missing, or the policy does not know it."""


def progress(stages: Sequence[Stage], events: Iterable[Event]) -> Progress:
    """How far the standing events (oldest first, of one item) have brought it along the stages.

    A step counts when it is the next one; an imported step stands for all before it too. A step
    of the whole debtor moves only the items whose turn it was. A call that reached nobody is no
    step until the last attempt that its stage asks for.
    """
    log = tuple(events)
    number = {stage.key: position for position, stage in enumerate(stages, start=1)}
    level = 0
    counted: list[Event] = []
    misfit: Event | None = None
    for event in _steps(stages, log):
        reached = number.get(event.stage)
        if reached is None:
            misfit = event if event.invoice else misfit
        elif event.kind is EventKind.IMPORTED and reached >= level:
            level, misfit = reached, None
            counted.append(event)
        elif reached == level + 1:
            level = reached
            counted.append(event)
        elif event.invoice and reached <= level:
            counted.append(event)
        elif event.invoice:
            misfit = event
    named = [event.pay_by for event in (*counted, *_side_letters(log)) if event.pay_by]
    next_key = stages[level].key if level < len(stages) else None
    calls = [event for event in log if event.stage and event.stage == next_key]
    return Progress(
        level=level,
        step_on=max((event.on for event in counted), default=None),
        pay_by=max(named, default=None),
        attempts=sum(failed(event) for event in calls),
        call_back=next((event for event in reversed(calls) if unfinished(event)), None),
        misfit=misfit,
    )


def _steps(stages: Sequence[Stage], log: Iterable[Event]) -> list[Event]:
    """The events that carried a stage out; of attempts to ring only the last that is asked for."""
    most: Mapping[str, int] = {stage.key: stage.attempts for stage in stages}
    attempts: Counter[str] = Counter()
    steps: list[Event] = []
    for event in log:
        attempts[event.stage] += failed(event)
        is_last = failed(event) and attempts[event.stage] == most.get(event.stage)
        if event.stage and (is_last or not unfinished(event)):
            steps.append(event)
    return steps


def _side_letters(log: Iterable[Event]) -> list[Event]:
    return [event for event in log if not event.stage and event.template in NAMES_A_DAY]
