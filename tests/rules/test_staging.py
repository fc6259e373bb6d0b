"""Which step, and since when: the staging rule, line by line and as scenarios."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.rules.world import World, call, item, letter, policy
from xl_dunning.rules.events import EventKind
from xl_dunning.rules.progress import Progress
from xl_dunning.rules.proposal import Clock
from xl_dunning.rules.staging import days_overdue, earliest

D = date.fromisoformat
THREE = policy(letter("een", 3), letter("twee", 10), letter("drie", 20), letter("vier", 30))


@pytest.mark.parametrize(
    ("due", "today", "days"),
    [
        ("2026-11-21", "2026-11-21", 0),  # the due date itself still counts as in time
        ("2026-11-20", "2026-11-21", 1),  # the first day late
        ("2026-12-01", "2026-11-21", 0),  # never negative
        ("2024-02-28", "2024-03-01", 2),  # over a leap day
    ],
)
def test_days_overdue_count_from_the_day_after_the_due_date(
    due: str, today: str, days: int
) -> None:
    assert days_overdue(D(due), reference_date=D(today)) == days


@pytest.mark.parametrize(
    ("rules", "come", "hold", "day", "clock"),
    [
        # due 1 March, after = 3: first possible on 4 March
        ({}, Progress(), None, "2026-03-04", Clock.DUE_DATE),
        # correction days push the age clock
        ({"correction_days": 2}, Progress(), None, "2026-03-06", Clock.DUE_DATE),
        # for the first stage the last line applies too: the hold's end + 1
        ({}, Progress(), "2026-06-10", "2026-06-11", Clock.HOLD_END),
        # step 1 was late on day 14: step 2 not before day 14 + (10 - 3)
        (
            {},
            Progress(level=1, step_on=D("2026-03-15")),
            None,
            "2026-03-22",
            Clock.PREVIOUS_STEP,
        ),
        # the minimum interval wins when it is longer than the gap of 7
        (
            {"minimum_interval": 10},
            Progress(level=1, step_on=D("2026-03-15")),
            None,
            "2026-03-25",
            Clock.PREVIOUS_STEP,
        ),
        # the letter gave until 29 March: the day after it
        (
            {},
            Progress(level=1, step_on=D("2026-03-15"), pay_by=D("2026-03-29")),
            None,
            "2026-03-30",
            Clock.PAY_BY,
        ),
        # and correction days after that
        (
            {"correction_days": 2},
            Progress(level=1, step_on=D("2026-03-15"), pay_by=D("2026-03-29")),
            None,
            "2026-04-01",
            Clock.PAY_BY,
        ),
        # age decides when all else is long past
        (
            {},
            Progress(level=2, step_on=D("2026-03-05"), pay_by=D("2026-03-06")),
            None,
            "2026-03-21",
            Clock.DUE_DATE,
        ),
    ],
)
def test_the_latest_line_of_the_rule_decides(
    rules: dict[str, object], come: Progress, hold: str | None, day: str, clock: Clock
) -> None:
    found = earliest(
        due_date=D("2026-03-01"),
        stages=THREE.stages,
        progress=come,
        policy=replace(THREE, **rules),  # type: ignore[arg-type]
        hold_until=D(hold) if hold else None,
    )
    assert found == (D(day), clock)


def test_an_end_of_month_stage_waits_for_the_end_of_the_month_in_which_it_is_ripe() -> None:
    rules = policy(letter("een", 30, end_of_month=True))
    day, _ = earliest(
        due_date=D("2026-01-15"),
        stages=rules.stages,
        progress=Progress(),
        policy=rules,
        hold_until=None,
    )
    assert day == D("2026-02-28")  # 15 January + 30 = 14 February, then to the end


def test_a_wait_of_its_own_replaces_the_difference_of_the_thresholds() -> None:
    world = World(
        policy(letter("een", 1), letter("twee", 8, wait=21)), [item("F", D("2026-03-01"))]
    )
    assert world.run(D("2026-03-02")) == {"F": "een"}
    assert world.run(D("2026-03-22")) == {}
    assert world.run(D("2026-03-23")) == {"F": "twee"}


class TestScenario:
    """The scenarios of the fact sheet, in one list with one invoice unless it says otherwise."""

    def test_s2_a_proposal_that_was_never_carried_out_is_no_history(self) -> None:
        world = World(policy(letter("een", 5), letter("twee", 20)), [item("F", D("2025-11-21"))])
        for day in ("2026-05-21", "2026-09-21", "2026-11-21"):
            (decision,) = world.propose(D(day)).decisions
            assert decision.stage_number == 0
            assert decision.next_stage is not None
            assert decision.next_stage.key == "een"

    def test_s5_a_block_freezes_the_level_and_release_goes_on_one_step(self) -> None:
        world = World(
            policy(letter("een", 5), letter("twee", 20), letter("drie", 40)),
            [item("F", D("2026-01-01"))],
        )
        assert world.run(D("2026-01-05")) == {}  # day 4
        assert world.run(D("2026-01-06")) == {"F": "een"}  # day 5
        world.record(EventKind.BLOCK, D("2026-01-10"), invoice="F")
        assert world.reasons(D("2026-01-31")) == {"F": "BLOCKED"}
        assert world.propose(D("2026-01-31")).decisions[0].stage_number == 1
        world.record(EventKind.UNBLOCK, D("2026-01-31"), invoice="F")
        assert world.run(D("2026-01-31")) == {"F": "twee"}
        world.pay("F", "100.00")
        assert world.reasons(D("2026-02-20")) == {"F": "PAID"}

    def test_s7_an_old_item_climbs_one_step_at_a_time(self) -> None:
        world = World(
            policy(letter("een", 15), letter("twee", 30), letter("drie", 40), minimum_interval=7),
            [item("F", D("2026-01-01"))],
        )
        first = D("2026-03-02")  # 60 days late, no history
        assert world.run(first) == {"F": "een"}
        assert world.run(first) == {}
        assert world.run(D("2026-03-16")) == {}
        assert world.run(D("2026-03-17")) == {"F": "twee"}  # 15 days after the first
        assert world.run(D("2026-03-26")) == {}
        assert world.run(D("2026-03-27")) == {"F": "drie"}  # 10 days after the second

    def test_s13_undoing_brings_the_same_proposal_back(self) -> None:
        world = World(THREE, [item("X", D("2026-01-01")), item("Y", D("2026-01-02"))])
        before = world.propose(D("2026-01-05"))
        assert world.run(D("2026-01-05")) == {"X": "een", "Y": "een"}
        world.void(world.log, D("2026-01-05"))
        assert world.propose(D("2026-01-05")) == before

    def test_s15_the_same_run_twice_issues_nothing_the_second_time(self) -> None:
        world = World(THREE, [item("F", D("2026-01-01"))])
        assert world.run(D("2026-02-01")) == {"F": "een"}
        assert world.run(D("2026-02-01")) == {}

    def test_s20_a_block_until_a_day_includes_that_day(self) -> None:
        world = World(THREE, [item("F", D("2026-05-01"))])
        world.record(EventKind.BLOCK, D("2026-05-20"), until=D("2026-06-10"))
        assert world.run(D("2026-06-10")) == {}
        assert world.run(D("2026-06-11")) == {"F": "een"}

    def test_s20_a_letter_with_two_weeks_to_pay_holds_the_next_one_until_the_day_after(
        self,
    ) -> None:
        rules = policy(letter("een", 1, pay_within=14), letter("twee", 2))
        world = World(rules, [item("F", D("2026-03-01"))])
        assert world.run(D("2026-03-02")) == {"F": "een"}  # Monday; pay by Monday 16 March
        assert world.run(D("2026-03-16")) == {}
        assert world.run(D("2026-03-17")) == {"F": "twee"}

    def test_s35_the_last_stage_is_not_repeated(self) -> None:
        world = World(policy(letter("een", 1)), [item("F", D("2026-01-01"))])
        assert world.run(D("2026-01-02")) == {"F": "een"}
        assert world.reasons(D("2026-03-01")) == {"F": "LAST_STAGE"}

    def test_a_missed_day_loses_no_letter(self) -> None:
        world = World(THREE, [item("F", D("2026-01-01"))])
        assert world.run(D("2026-01-29")) == {"F": "een"}  # the computer was off for weeks

    def test_a_reversed_payment_resumes_at_the_same_level(self) -> None:
        world = World(THREE, [item("F", D("2026-01-01"))])
        world.run(D("2026-01-04"))
        world.pay("F", "100.00")
        assert world.reasons(D("2026-01-20")) == {"F": "PAID"}
        world.pay("F", "-100.00")
        assert world.run(D("2026-01-20")) == {"F": "twee"}


class TestCalls:
    """A call is carried out when it is logged; a run only puts it on the list."""

    RULES = policy(letter("een", 1), call("bellen", 8, skip_after=5), letter("twee", 15))

    def world(self) -> World:
        world = World(self.RULES, [item("F", D("2026-03-01"))])
        world.run(D("2026-03-02"))
        return world

    def test_a_call_waits_until_it_is_logged(self) -> None:
        world = World(
            policy(letter("een", 1), call("bellen", 8), letter("twee", 15)),
            [item("F", D("2026-03-01"))],
        )
        world.run(D("2026-03-02"))
        for day in ("2026-03-10", "2026-05-01", "2026-08-01"):
            proposal = world.propose(D(day))
            assert [decision.item.invoice for decision in proposal.calls] == ["F"]
            assert world.run(D(day)) == {}

    def test_a_logged_call_moves_every_item_of_the_debtor_whose_turn_it_was(self) -> None:
        world = World(self.RULES, [item("F", D("2026-03-01")), item("G", D("2026-03-08"))])
        world.run(D("2026-03-02"))
        world.run(D("2026-03-09"))
        world.record(EventKind.CALL, D("2026-03-10"), stage="bellen")
        levels = {
            decision.item.invoice: decision.stage_number
            for decision in world.propose(D("2026-03-10")).decisions
        }
        assert levels == {"F": 2, "G": 2}  # both had their letter; the call was about both

    def test_a_call_logged_before_an_invoice_got_its_letter_does_not_count_for_it(self) -> None:
        world = World(self.RULES, [item("F", D("2026-03-01")), item("G", D("2026-03-20"))])
        world.run(D("2026-03-02"))
        world.record(EventKind.CALL, D("2026-03-10"), stage="bellen")
        assert world.run(D("2026-03-21"))["G"] == "een"

    def test_a_call_not_made_in_time_is_passed_over_and_the_next_step_waits_its_turn(self) -> None:
        world = self.world()
        assert world.run(D("2026-03-09")) == {}  # on the call list from today
        assert world.run(D("2026-03-14")) == {}  # day 5: it may still be made
        assert world.steps("F") == ["een"]
        world.run(D("2026-03-15"))
        assert world.steps("F") == ["een", "bellen"]
        assert world.run(D("2026-03-21")) == {}
        assert world.run(D("2026-03-22")) == {"F": "twee"}

    def test_a_call_that_no_run_ever_listed_is_not_passed_over(self) -> None:
        world = self.world()
        world.run(D("2026-06-01"))
        assert world.steps("F") == ["een"]

    def test_a_call_stage_with_after_zero_acts_on_the_due_date_itself(self) -> None:
        world = World(policy(call("bellen", 0)), [item("F", D("2026-03-10"))])
        assert world.reasons(D("2026-03-09")) == {"F": "NOT_DUE"}
        assert world.reasons(D("2026-03-10")) == {"F": "DUE"}
