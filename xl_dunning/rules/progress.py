"""How far the log has brought one item along the stages of its policy."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import takewhile

from xl_dunning.rules.agreements.calls import failed, unfinished
from xl_dunning.rules.agreements.side_letters import NAMES_A_DAY, SideLetter
from xl_dunning.rules.events import Event, EventKind
from xl_dunning.rules.policy import Action, Stage


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
    """Calls of the next stage that reached nobody, since the step before it or the last talk."""
    call_back: Event | None = None
    """The last call since the step before, when somebody is to ring again."""
    misfit: Event | None = None
    """A step that does not fit: one before it is missing, or the policy does not know it."""


_NOTHING_YET = Progress()


def progress(stages: Sequence[Stage], events: Iterable[Event]) -> Progress:
    """How far the standing events (oldest first, of one item) have brought it along the stages.

    A step counts when it is the next one; an imported step stands for all before it too. A step
    of the whole debtor moves only the items whose turn it was. A call that reached nobody is no
    step until the last attempt that its stage asks for; attempts of before the item's turn came
    count for nothing.
    """
    log = tuple(events)
    if not log:
        return _NOTHING_YET
    number = {stage.key: position for position, stage in enumerate(stages, start=1)}
    level = 0
    calls: list[Event] = []
    counted: list[Event] = []
    misfit: Event | None = None
    for event in log:
        if event.kind is EventKind.CALL and (not event.stage or unfinished(event)):
            turn = stages[level] if level < len(stages) else None
            if turn is None or not _is_about(event, turn):
                continue
            calls.append(event)
            if not failed(event) or _attempts(calls) < turn.attempts:
                continue
        stage = event.stage or _taken_without_saying(event, stages, level=level)
        if not stage:
            continue
        reached = number.get(stage, 0)
        risen = _level_after(event, reached, level=level, tried=any(map(failed, calls)))
        if risen is None:
            misfit = event if event.invoice else misfit
            continue
        if event.kind is EventKind.IMPORTED and reached >= level:
            misfit = None
        calls = [] if risen > level else calls
        level = risen
        counted.append(event)
    named = [event.pay_by for event in (*counted, *_side_letters(log)) if event.pay_by]
    return Progress(
        level=level,
        step_on=max((event.on for event in counted), default=None),
        pay_by=max(named, default=None),
        attempts=_attempts(calls),
        call_back=calls[-1] if calls and unfinished(calls[-1]) else None,
        misfit=misfit,
    )


def _taken_without_saying(event: Event, stages: Sequence[Stage], *, level: int) -> str:
    """The key of the next stage, when the event is what that stage asks for; else empty.

    Whoever notes a plan when it is the turn of a plan has carried that out, and so has a letter
    that proposes one; the same for a suspension.
    """
    turn = stages[level] if level < len(stages) else None
    if turn is None:
        return ""
    is_plan = event.kind is EventKind.PLAN or event.template == SideLetter.PLAN_PROPOSAL
    does = (is_plan and turn.action is Action.PROPOSE_PLAN) or (
        event.kind is EventKind.SUSPENSION and turn.action is Action.SUSPEND
    )
    return turn.key if does else ""


def _level_after(event: Event, reached: int, *, level: int, tried: bool) -> int | None:
    """The level that a step brings the item to, perhaps the same; None when it does not fit.

    ``reached`` is the number of its stage, 0 when the policy does not know it. The step after a
    call for which somebody ``tried`` in vain fits too: whoever took it found that enough.
    """
    if not reached:
        return None
    if event.kind is EventKind.IMPORTED and reached >= level:
        return reached
    if reached == level + 1 or (reached == level + 2 and tried):
        return reached
    return level if event.invoice and reached <= level else None


def _is_about(event: Event, turn: Stage) -> bool:
    """Whether a call that is no step by itself concerns the next stage.

    A talk outside the stages does too: whoever asked to be called back gets no letter before.
    """
    if failed(event):
        return event.stage == turn.key and turn.action is Action.CALL
    return event.stage in ("", turn.key)


def _attempts(calls: Sequence[Event]) -> int:
    """How often nobody was reached since the last talk."""
    return sum(1 for _ in takewhile(failed, reversed(calls)))


def _side_letters(log: Iterable[Event]) -> list[Event]:
    return [event for event in log if not event.stage and event.template in NAMES_A_DAY]
