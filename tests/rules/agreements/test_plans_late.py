"""An instalment that is late is reminded of, and a plan that is broken ends by a letter."""

from __future__ import annotations

import pytest

from tests.rules.agreements.days import day, decision, text
from tests.rules.agreements.plan_world import (
    BROKEN,
    LATE,
    RUNNING,
    billed,
    judged,
    parts,
    planned,
    world,
)
from tests.rules.world import World, letter, policy
from xl_dunning.rules.agreements.states import AgreementState
from xl_dunning.rules.events import EventKind
from xl_dunning.rules.money import euro
from xl_dunning.rules.policy import Charge
from xl_dunning.rules.proposal import Reason


class TestLateAndBroken:
    """Two instalments of 600, due on day 14 (a Monday) and day 28; a week of grace."""

    @pytest.fixture
    def at(self) -> World:
        made = world()
        planned(made, 3, parts("600.00", "600.00"))
        return made

    @pytest.mark.parametrize(
        ("days", "state", "reason"),
        [
            (9, RUNNING, Reason.PLAN_RUNNING),
            (14, RUNNING, Reason.PLAN_RUNNING),  # its own day
            (15, LATE, Reason.PLAN_RUNNING),
            (22, LATE, Reason.PLAN_RUNNING),  # the last day that the reminder names
            (23, BROKEN, Reason.TOO_EARLY),  # the letter that says so goes out first
        ],
    )
    def test_from_its_day_to_the_end_of_the_grace(
        self, at: World, days: int, state: AgreementState, reason: Reason
    ) -> None:
        if days > 15:
            at.run(day(15))  # sends the reminder, which names day 22
        assert judged(at, days).state is state
        assert decision(at, days).reason is reason

    def test_bank_days_come_before_it_is_late_at_all(self) -> None:
        at = world(correction_days=2)
        planned(at, 3, parts("600.00", "600.00"))
        assert [judged(at, days).state for days in (16, 17)] == [
            RUNNING,  # Monday the 14th, Tuesday and Wednesday for the bank
            LATE,
        ]

    def test_it_is_not_broken_before_a_reminder_was_sent(self, at: World) -> None:
        """The letters about the plan say that it ends only when a reminder did not help."""
        assert [judged(at, days).state for days in (22, 60)] == [LATE, LATE]
        at.run(day(60))  # the reminder names a day a week later
        assert [judged(at, days).state for days in (67, 68)] == [LATE, BROKEN]

    def test_s25e_a_part_of_an_instalment_is_late_all_the_same(self, at: World) -> None:
        at.pay("F1", "100.00")
        assert judged(at, 15).state is LATE
        assert [part.left for part in judged(at, 15).instalments] == [
            euro("500.00"),
            euro("600.00"),
        ]
        assert text(at, 15) == (
            "Betalingsregeling van 05-03-2026: termijn 1 van 16-03-2026 is te laat; er staat"
            " € 500,00 van open. De klant krijgt daar een herinnering van; helpt die niet, dan"
            " vervalt de regeling."
        )

    def test_the_text_tells_what_is_paid_and_what_comes_next(self, at: World) -> None:
        at.pay("F1", "600.00")
        assert text(at, 15) == (
            "Betalingsregeling van 05-03-2026, tot en met 30-03-2026: € 600,00 van € 1.200,00 is"
            " betaald. De volgende termijn is € 600,00 op 30-03-2026."
        )

    def test_a_late_instalment_is_reminded_once_with_the_days_of_grace_to_pay(
        self, at: World
    ) -> None:
        (sent,) = at.propose(day(15)).notices
        assert (sent.stage.template, sent.pay_by) == ("regeling_herinnering", day(22))
        assert sent.arrangement is not None
        assert [part.late for part in sent.arrangement.instalments] == [True, False]
        at.run(day(15))
        assert [at.letters(day(days)) for days in (16, 21, 22)] == [[], [], []]

    def test_it_is_broken_only_after_the_day_that_the_reminder_named(self, at: World) -> None:
        at.run(day(18))  # names day 25
        assert [judged(at, days).state for days in (22, 25, 26)] == [LATE, LATE, BROKEN]

    def test_the_next_instalment_gets_a_reminder_of_its_own(self, at: World) -> None:
        at.run(day(15))
        at.pay("F1", "600.00")
        at.run(day(20))
        assert at.letters(day(28)) == []
        assert at.letters(day(29)) == ["regeling_herinnering F1"]

    def test_paid_late_but_before_the_letter_it_goes_on(self, at: World) -> None:
        at.run(day(15))
        at.pay("F1", "600.00")
        assert judged(at, 23).state is RUNNING
        assert at.letters(day(23)) == []

    def test_s25g_broken_it_is_ended_by_one_letter_and_the_dunning_goes_on_one_step(
        self, at: World
    ) -> None:
        at.run(day(15))
        (ended,) = at.propose(day(23)).notices
        assert (ended.stage.template, ended.pay_by) == ("regeling_verbroken", day(37))
        assert text(at, 23) == (
            "Eerst gaat de brief “Betalingsregeling vervallen” uit. Daarna wacht Twee tot"
            " 09-04-2026."
        )
        assert at.run(day(23)) == {}
        assert [at.run(day(days)) for days in (24, 37)] == [{}, {}]
        assert text(at, 38) == (
            "Aan de beurt sinds 09-04-2026: Twee. De betalingsregeling is niet nagekomen; er is"
            " € 0,00 van binnengekomen."
        )
        assert at.run(day(38)) == {"F1": "twee"}
        assert [at.run(day(days)) for days in (60, 90)] == [{"F1": "drie"}, {}]
        assert at.steps("F1") == ["een", "twee", "drie"]
        told = [event.template for event in at.log if event.about]
        assert told == ["regeling_herinnering", "regeling_verbroken"]

    def test_paid_in_full_after_that_letter_it_is_over_all_the_same(self, at: World) -> None:
        at.run(day(15))
        at.run(day(23))
        at.pay("F1", "600.00")
        at.run(day(30))
        assert judged(at, 31).state is BROKEN
        assert at.run(day(38)) == {"F1": "twee"}

    def test_no_reminder_and_no_end_once_the_invoice_left_the_list(self, at: World) -> None:
        at.items = []
        assert [at.letters(day(days)) for days in (15, 23, 40)] == [[], [], []]

    def test_a_new_plan_takes_the_place_of_a_broken_one(self, at: World) -> None:
        at.run(day(15))
        planned(at, 24, parts("600.00", "600.00", first=35))
        assert decision(at, 25).reason is Reason.PLAN_RUNNING
        assert at.letters(day(25)) == []  # nobody is told that the old one is over

    def test_a_promise_after_it_puts_its_letters_off(self, at: World) -> None:
        at.record(EventKind.PROMISE, day(15), invoice="F1", until=day(25))
        assert [at.letters(day(days)) for days in (16, 25)] == [[], []]
        assert at.letters(day(26)) == ["regeling_herinnering F1"]

    def test_undone_the_reminder_goes_out_again(self, at: World) -> None:
        at.run(day(15))
        at.void([event for event in at.log if event.on == day(15)], day(15))
        assert at.letters(day(16)) == ["regeling_herinnering F1"]

    def test_its_confirmation_names_its_last_day_and_nothing_waits_for_that(self) -> None:
        at = world(confirm=True)
        planned(at, 3, parts("600.00", "600.00", apart=100))
        at.run(day(3))
        assert at.log[-1].pay_by == day(114)
        assert at.letters(day(15)) == ["regeling_herinnering F1"]
        at.run(day(15))
        assert [judged(at, days).state for days in (22, 23)] == [LATE, BROKEN]
        at.run(day(23))
        assert at.run(day(40)) == {"F1": "twee"}

    def test_the_letter_that_ends_it_asks_for_what_the_steps_so_far_asked_for(self) -> None:
        at = World(
            policy(letter("een", 1), letter("twee", 8, charge=Charge.INTEREST), plan_grace=7),
            [billed("F1", "1200.00")],
        )
        at.run(day(1))
        at.run(day(8))
        planned(at, 9, parts("600.00", "600.00"))
        at.run(day(15))
        (ended,) = at.propose(day(23)).notices
        assert (ended.stage.template, ended.stage.charge) == (
            "regeling_verbroken",
            Charge.INTEREST,
        )
