"""What may be advised for an item: never more than the policy and the law allow on that day."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from xl_dunning.rules.events import Event, EventKind, Outcome
from xl_dunning.rules.ledger import Debtor
from xl_dunning.rules.policy import Action, Stage
from xl_dunning.rules.proposal import Clock, Decision, Reason
from xl_dunning.rules.risk.attempts import CALL, StepKind

_FREE = (Reason.DUE, Reason.TOO_EARLY, Reason.LAST_STAGE, Reason.NO_CHANNEL)
"""Reasons that hold nothing: whatever else may be advised, it is not in their way."""
_GIVEN_TIME = (Clock.PAY_BY, Clock.HOLD_END)
"""The debtor was told until when he can pay: then nobody phones him before that day."""
_OUT_OF_OUR_HANDS = (Action.HANDOVER, Action.LEGAL)
_CONTACTS = (EventKind.LETTER, EventKind.EMAIL, EventKind.CALL)


@dataclass(frozen=True, slots=True, kw_only=True)
class Candidate:
    """A step that may be taken today (mogelijke stap)."""

    action: Action
    stage: Stage | None
    """The stage that it carries out; None for a friendly call outside the policy."""

    @property
    def step(self) -> StepKind:
        """What its experience is counted under."""
        return self.stage.key if self.stage and self.action is not Action.CALL else CALL


def is_held(decision: Decision) -> bool:
    """Whether nothing at all is to be done about the item now."""
    return decision.reason not in _FREE


def own_step(decision: Decision) -> Candidate | None:
    """The policy's own step, when it is due now."""
    stage = decision.next_stage
    if not decision.due_now or stage is None:
        return None
    return Candidate(action=stage.action, stage=stage)


def other_steps(
    decision: Decision, debtor: Debtor, events: Sequence[Event], *, reference_date: date
) -> tuple[Candidate, ...]:
    """What else may be done: a friendly call, or proposing a plan where the policy has come to it.

    Not for an item that is held, that somebody else has, or whose debtor was given time; and not
    within the policy's minimum interval after the last contact. ``events`` are the standing
    events about the item, oldest first.
    """
    stage = decision.stage
    if (
        is_held(decision)
        or (stage and stage.action in _OUT_OF_OUR_HANDS)
        or (decision.reason is Reason.TOO_EARLY and decision.clock in _GIVEN_TIME)
        or _lately_spoken(decision, events, reference_date=reference_date)
    ):
        return ()
    own = own_step(decision)
    found: list[Candidate] = []
    if _can_be_phoned(debtor, events) and not (own and own.action is Action.CALL):
        found.append(Candidate(action=Action.CALL, stage=None))
    if plan := _plan_again(decision, events):
        found.append(Candidate(action=Action.PROPOSE_PLAN, stage=plan))
    return tuple(found)


def _lately_spoken(decision: Decision, events: Iterable[Event], *, reference_date: date) -> bool:
    interval = timedelta(days=max(decision.policy.minimum_interval, 1))
    return any(
        event.on + interval > reference_date
        for event in events
        # A call that a run wrote down was passed over.
        if event.kind in _CONTACTS and not (event.kind is EventKind.CALL and event.run)
    )


def _can_be_phoned(debtor: Debtor, events: Iterable[Event]) -> bool:
    """Whether there is a number, and the last call did not find that it is a wrong one."""
    outcomes = [event.outcome for event in events if event.kind is EventKind.CALL]
    return bool(debtor.phone) and outcomes[-1:] != [Outcome.WRONG_NUMBER]


def _plan_again(decision: Decision, events: Sequence[Event]) -> Stage | None:
    """The plan stage that was carried out already, unless a plan came of it."""
    if any(event.kind is EventKind.PLAN and event.until for event in events):
        return None
    taken = {event.stage for event in events}
    plans = (
        stage
        for stage in decision.policy.stages
        if stage.action is Action.PROPOSE_PLAN and stage.key in taken
    )
    return next(plans, None)
