"""What a step asks for, noted without naming the step: it counts all the same."""

from __future__ import annotations

import pytest

from tests.rules.agreements.days import day
from tests.rules.world import World, item, letter, policy
from xl_dunning.rules.agreements.side_letters import SideLetter
from xl_dunning.rules.events import EventKind
from xl_dunning.rules.policy import Action, Stage

PLAN = Stage(key="regeling", title="Regeling", action=Action.PROPOSE_PLAN, after=8)
STOP = Stage(key="opschorten", title="Opschorten", action=Action.SUSPEND, after=8)


def level(stage: Stage, kind: EventKind, *, after_letter: bool = True, **more: object) -> int:
    at = World(policy(letter("een", 1), stage, letter("twee", 30)), [item("F1", day(0))])
    if after_letter:
        at.run(day(1))
    at.record(kind, day(9), invoice="F1", **more)  # type: ignore[arg-type]
    (decision,) = at.propose(day(10)).decisions
    return decision.stage_number


@pytest.mark.parametrize(
    ("stage", "kind", "more", "reached"),
    [
        (PLAN, EventKind.PLAN, {"until": day(40)}, 2),  # agreed: there is nothing left to propose
        (PLAN, EventKind.LETTER, {"template": SideLetter.PLAN_PROPOSAL.value}, 2),
        (STOP, EventKind.SUSPENSION, {}, 2),
        (PLAN, EventKind.SUSPENSION, {}, 1),  # something else
        (STOP, EventKind.PLAN, {"until": day(40)}, 1),
        (PLAN, EventKind.LETTER, {"template": SideLetter.CONFIRMATION.value}, 1),
    ],
)
def test_it_counts_when_it_is_what_the_next_stage_asks_for(
    stage: Stage, kind: EventKind, more: dict[str, object], reached: int
) -> None:
    assert level(stage, kind, **more) == reached  # type: ignore[arg-type]


def test_it_does_not_count_before_the_turn_of_that_stage() -> None:
    assert level(PLAN, EventKind.PLAN, after_letter=False, until=day(40)) == 0


@pytest.mark.parametrize(
    ("kind", "last"), [(EventKind.HANDOVER, Action.HANDOVER), (EventKind.LEGAL, Action.LEGAL)]
)
def test_no_letter_follows_a_handover_that_was_a_step_of_the_policy(
    kind: EventKind, last: Action
) -> None:
    away = Stage(key="weg", title="Weg", action=last, after=8)
    at = World(policy(letter("een", 1), away, letter("twee", 30)), [item("F1", day(0))])
    at.run(day(1))
    at.record(kind, day(9), invoice="F1", stage="weg")
    assert at.run(day(60)) == {}
    assert at.reasons(day(60)) == {"F1": "BLOCKED"}
    at.record(EventKind.UNBLOCK, day(61), invoice="F1")  # the agency gave it back
    assert at.run(day(62)) == {"F1": "twee"}
