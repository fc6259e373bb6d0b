"""Which of its letters an item gets in which run, and the day that the letter names."""

from __future__ import annotations

from dataclasses import replace

from tests.rules.agreements.days import DUE, day
from tests.rules.agreements.followup_world import (
    CONFIRMS,
    call,
    logged,
    only,
    plan,
    promise,
    world,
)
from tests.rules.world import World, item, letter, policy
from xl_dunning.rules.events import EventKind, Outcome
from xl_dunning.rules.money import ZERO
from xl_dunning.rules.policy import Action, Stage, SuspensionRule


class TestTogether:
    """An item gets one letter with a day of its own per run."""

    def test_the_invoice_first_and_the_confirmation_in_a_later_run(self) -> None:
        at = world()
        call(at, 3, Outcome.NOT_RECEIVED)
        promise(at)
        assert at.letters(day(4)) == ["factuur_opnieuw F1"]
        at.run(day(4))
        assert at.letters(day(4)) == []  # a second run of the same day makes nothing
        assert at.letters(day(5)) == ["bevestiging_afspraak F1"]

    def test_no_suspension_is_announced_to_whoever_never_got_the_invoice(self) -> None:
        at = world(confirm=False)
        at.policy = replace(at.policy, suspension=SuspensionRule(after=1, amount=ZERO))
        call(at, 3, Outcome.NOT_RECEIVED)
        assert at.letters(day(4)) == ["factuur_opnieuw F1"]
        at.run(day(4))
        assert [at.letters(day(days)) for days in (5, 18)] == [[], []]
        assert at.letters(day(21)) == ["opschorting_aankondiging F1"]

    def test_a_plan_over_an_item_that_is_disputed_now_is_not_confirmed_in_part(self) -> None:
        at = world("400.00", "600.00")
        plan(at, "500.00", "500.00", invoice="")
        logged(at, EventKind.DISPUTE, 4, "F2")
        assert at.letters(day(4)) == []
        logged(at, EventKind.DISPUTE_CLOSED, 5, "F2")
        assert at.letters(day(5)) == ["regeling_bevestiging F1 F2"]


class TestDays:
    def test_an_invoice_that_is_not_due_yet_is_sent_again_and_keeps_its_own_day(self) -> None:
        at = World(CONFIRMS, [item("F1", day(40))])
        call(at, 3, Outcome.NOT_RECEIVED)
        assert only(at, 4).pay_by == day(42)  # day 40 is a Saturday
        assert only(at, 4).stage.attach_invoice

    def test_a_debtor_who_never_got_anything_gets_what_is_overdue(self) -> None:
        at = world("100.00", "200.00")
        at.items.append(item("F9", day(90), ref=9))
        call(at, 3, Outcome.NOT_RECEIVED, "")
        assert at.letters(day(4)) == ["factuur_opnieuw F1 F2"]

    def test_the_day_of_a_letter_is_a_working_day(self) -> None:
        at = world()
        promise(at, until=20)  # a Sunday
        assert only(at, 4).pay_by == day(21)

    def test_a_letter_of_the_future_waits_for_its_day(self) -> None:
        at = world()
        call(at, 6, Outcome.NOT_RECEIVED)
        assert at.letters(day(4)) == []
        assert at.letters(day(6)) == ["factuur_opnieuw F1"]


class TestHandover:
    STEP = Stage(key="incasso", title="Incasso", action=Action.HANDOVER, after=2)

    def test_a_step_of_the_whole_debtor_tells_of_all_that_is_overdue(self) -> None:
        at = World(
            policy(letter("een", 1), self.STEP, confirm=True),
            [item("F1", DUE, ref=1), item("F2", day(2), ref=2)],
        )
        at.run(day(1))
        at.record(EventKind.HANDOVER, day(3), stage="incasso")
        assert at.run(day(3)) == {}, "F2 gets no first letter of ours any more"
        told = [event.invoice for event in at.log if event.template == "overdracht"]
        assert told == ["F1", "F2"]

    def test_it_says_so_in_the_past_tense_and_names_no_day_to_pay_any_more(self) -> None:
        at = world()
        logged(at, EventKind.HANDOVER, 3)
        sent = only(at, 4)
        assert (sent.stage.action, sent.pay_by) == (Action.HANDOVER, day(4))
