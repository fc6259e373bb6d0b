"""What may be advised: never past the policy and the law, and never to whom was given time."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import TypeAlias

import pytest

from tests.rules.world import World, call, item, letter, policy, reachable
from xl_dunning.rules.events import EventKind, Outcome
from xl_dunning.rules.ledger import Debtor, OpenItem
from xl_dunning.rules.policy import Action, DunningPolicy, Stage
from xl_dunning.rules.proposal import Decision, Reason
from xl_dunning.rules.risk.candidates import is_held, other_steps, own_step

D = date.fromisoformat
DUE = D("2026-03-01")
LATER = D("2026-06-01")
KNOWN = reachable("1", phone="020-1234567")
INVOICE = item("F", DUE)
Happened: TypeAlias = tuple[EventKind, str, dict[str, object]]
PLAN = Stage(key="regeling", title="Regeling", action=Action.PROPOSE_PLAN, after=20)
AGENCY = Stage(key="bureau", title="Bureau", action=Action.HANDOVER, after=50)
RULES = policy(
    letter("een", 5), call("bellen", 12), PLAN, letter("drie", 30), AGENCY, minimum_interval=7
)


def decided(
    today: str,
    *taken: tuple[str, str],
    rules: DunningPolicy = RULES,
    events: Sequence[Happened] = (),
    debtor: Debtor = KNOWN,
    invoice: OpenItem = INVOICE,
) -> tuple[Decision, tuple[str, ...]]:
    """The decision on one invoice, and what may be done: the policy's own step first."""
    world = World(rules, [invoice], {"1": debtor})
    for day, stage in taken:
        kind = EventKind.CALL if stage == "bellen" else EventKind.LETTER
        world.record(kind, D(day), invoice="F", stage=stage)
    for kind, day, details in events:
        world.record(kind, D(day), invoice="F", **details)  # type: ignore[arg-type]
    (decision,) = world.propose(D(today)).decisions
    own = own_step(decision)
    others = other_steps(decision, debtor, world.log, reference_date=D(today))
    return decision, tuple(each.step for each in (*((own,) if own else ()), *others))


def may(
    today: str,
    *taken: tuple[str, str],
    rules: DunningPolicy = RULES,
    events: Sequence[Happened] = (),
    debtor: Debtor = KNOWN,
) -> tuple[str, ...]:
    """What may be done."""
    return decided(today, *taken, rules=rules, events=events, debtor=debtor)[1]


ONE = ("2026-03-06", "een")
TWO = ("2026-03-13", "bellen")
THREE = ("2026-03-21", "regeling")
FOUR = ("2026-03-31", "drie")
FIVE = ("2026-04-20", "bureau")


@pytest.mark.parametrize(
    ("today", "taken", "steps"),
    [
        ("2026-03-06", (), ("een", "call")),  # a letter is due; a friendly call may come first
        ("2026-03-13", (ONE,), ("call",)),  # the call is the policy's own
        ("2026-03-21", (ONE, TWO), ("regeling", "call")),
        ("2026-03-31", (ONE, TWO, THREE), ("drie", "call", "regeling")),  # the plan once more
        ("2026-04-20", (ONE, TWO, THREE, FOUR), ("bureau", "call", "regeling")),
        ("2026-05-20", (ONE, TWO, THREE, FOUR, FIVE), ()),  # the agency has it
    ],
)
def test_step_by_step(
    today: str, taken: tuple[tuple[str, str], ...], steps: tuple[str, ...]
) -> None:
    assert may(today, *taken) == steps


class TestTooEarly:
    def test_a_call_may_come_before_the_first_letter(self) -> None:
        assert may("2026-03-04") == ("call",)

    def test_not_within_the_interval_after_the_last_contact(self) -> None:
        assert may("2026-03-12", ONE) == ()
        assert may("2026-03-20", ONE, TWO) == ("call",)

    def test_not_before_the_day_that_the_last_letter_gave(self) -> None:
        given: Happened = (
            EventKind.LETTER,
            "2026-03-06",
            {"stage": "een", "pay_by": D("2026-03-25")},
        )
        assert may("2026-03-20", events=[given]) == ()
        assert may("2026-03-26", events=[given]) == ("call",)

    def test_a_call_that_nobody_made_is_no_contact(self) -> None:
        passed: Happened = (
            EventKind.CALL,
            "2026-03-13",
            {"stage": "bellen", "run": "2026-03-13-1"},
        )
        assert may("2026-03-15", ONE, events=[passed]) == ("call",)


class TestPhone:
    def test_without_a_number_nobody_is_phoned(self) -> None:
        assert may("2026-03-06", debtor=reachable("1")) == ("een",)

    def test_a_number_that_was_wrong_is_not_tried_again(self) -> None:
        wrong: Happened = (EventKind.CALL, "2026-02-20", {"outcome": Outcome.WRONG_NUMBER})
        right: Happened = (EventKind.CALL, "2026-02-25", {"outcome": Outcome.REACHED})
        assert may("2026-03-06", events=[wrong]) == ("een",)
        assert may("2026-03-06", events=[wrong, right]) == ("een", "call")


class TestPlan:
    def test_not_before_the_policy_has_come_to_it(self) -> None:
        assert "regeling" not in may("2026-03-13", ONE)

    def test_not_again_after_a_plan_that_came_of_it(self) -> None:
        agreed: Happened = (EventKind.PLAN, "2026-03-22", {"until": D("2026-03-24")})
        assert may("2026-03-31", ONE, TWO, THREE, events=[agreed]) == ("drie", "call")

    def test_never_when_the_policy_has_none(self) -> None:
        rules = policy(letter("een", 5), letter("drie", 30))
        assert may("2026-03-31", ONE, rules=rules) == ("drie", "call")


@pytest.mark.parametrize(
    ("events", "more", "reason"),
    [
        ([(EventKind.DISPUTE, "2026-03-02", {})], {}, Reason.DISPUTED),
        ([(EventKind.BLOCK, "2026-03-02", {})], {}, Reason.BLOCKED),
        ([(EventKind.HANDOVER, "2026-03-02", {})], {}, Reason.BLOCKED),
        ([(EventKind.PROMISE, "2026-03-02", {"until": LATER})], {}, Reason.PROMISE_RUNNING),
        ([(EventKind.PLAN, "2026-03-02", {"until": LATER})], {}, Reason.PLAN_RUNNING),
        ([], {"skipped": True}, Reason.SKIPPED),
        ([], {"direct_debit": True}, Reason.DIRECT_DEBIT),
        ([], {"unreadable": True}, Reason.UNREADABLE),
    ],
)
def test_for_a_held_item_nothing_may_be_done(
    events: list[Happened], more: dict[str, bool], reason: Reason
) -> None:
    held = replace(INVOICE, **more)  # type: ignore[arg-type]
    decision, steps = decided("2026-03-06", events=events, invoice=held)
    assert decision.reason is reason
    assert is_held(decision)
    assert steps == ()


def test_without_an_address_only_the_telephone_is_left() -> None:
    assert may("2026-03-06", debtor=Debtor(number="1", phone="020-1234567")) == ("call",)
