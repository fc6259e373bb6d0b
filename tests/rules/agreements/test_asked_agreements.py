"""Letters asked for by hand about a promise, a proposal or a plan."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.rules.agreements.asked_world import (
    PARTS,
    invoices,
    made,
    planned,
    prepared,
    refused,
    told,
    two_overdue,
)
from tests.rules.agreements.days import day
from tests.rules.world import World
from xl_dunning.rules.agreements.side_letters import SideLetter
from xl_dunning.rules.events import EventKind, Outcome
from xl_dunning.rules.money import euro


@pytest.fixture
def at() -> World:
    return two_overdue()


def promised(at: World, on: int, **more: object) -> None:
    at.record(EventKind.PROMISE, day(on), **more)  # type: ignore[arg-type]


class TestConfirmation:
    def test_of_what_was_promised_in_the_last_talk(self, at: World) -> None:
        for number, amount in (("F1", "400.00"), ("F2", "100.00")):
            at.record(
                EventKind.CALL,
                day(3),
                invoice=number,
                outcome=Outcome.PROMISED,
                until=day(20),
                amount=euro(amount),
            )
        (notice,) = made(at, SideLetter.CONFIRMATION)
        assert invoices((notice,)) == ["F1", "F2"]
        assert notice.arrangement is not None
        assert (notice.arrangement.amount, notice.arrangement.until) == (euro("500.00"), day(20))

    def test_of_the_promise_about_the_invoice_that_is_named(self, at: World) -> None:
        at.record(EventKind.PROMISE, day(3), invoice="F1", until=day(20))
        at.record(EventKind.PROMISE, day(4), invoice="F2", until=day(30))
        found = told(at, SideLetter.CONFIRMATION, invoices=("F1",))
        assert (found.keys, found.arrangement.until) == ({("1", "F1")}, day(20))

    def test_not_of_one_whose_day_has_passed(self, at: World) -> None:
        at.record(EventKind.PROMISE, day(3), invoice="F1", until=day(8))
        assert refused(at, SideLetter.CONFIRMATION) == (
            "LETTER_AGREEMENT_OVER",
            {"debtor": "1", "on": day(3), "until": day(8)},
        )

    def test_of_one_that_only_the_user_knows(self, at: World) -> None:
        (notice,) = made(
            at, SideLetter.CONFIRMATION, until=day(20), amount=euro("300.00"), invoices=("F1",)
        )
        assert invoices((notice,)) == ["F1"]
        assert notice.arrangement is not None
        assert (notice.arrangement.amount, notice.arrangement.event) == (euro("300.00"), "")

    def test_of_a_promise_corrected_in_the_same_talk_only_the_last_amount(self, at: World) -> None:
        for amount in ("400.00", "450.00"):
            promised(at, 3, invoice="F1", until=day(20), amount=euro(amount))
        (notice,) = made(at, SideLetter.CONFIRMATION)
        assert invoices((notice,)) == ["F1"]
        assert notice.arrangement is not None
        assert notice.arrangement.amount == euro("450.00")

    @pytest.mark.parametrize("named", [(), ("F1",)])
    def test_not_of_one_after_which_a_settlement_was_agreed(
        self, at: World, named: tuple[str, ...]
    ) -> None:
        promised(at, 3, invoice="F1", until=day(20))
        at.record(EventKind.SETTLEMENT, day(4), invoice="F1", until=day(30), amount=euro("700.00"))
        assert refused(at, SideLetter.CONFIRMATION, invoices=named) == (
            "LETTER_NEEDS_AGREEMENT",
            {"template": "bevestiging_afspraak"},
        )
        assert told(at, SideLetter.SETTLEMENT).arrangement.amount == euro("700.00")

    def test_of_one_about_everything_only_what_was_not_agreed_otherwise_since(
        self, at: World
    ) -> None:
        promised(at, 3, until=day(20))
        at.record(EventKind.SETTLEMENT, day(4), invoice="F1", until=day(30), amount=euro("700.00"))
        assert invoices(made(at, SideLetter.CONFIRMATION)) == ["F2", "F9"]

    def test_not_of_an_amount_for_several_invoices_of_which_one_was_settled(
        self, at: World
    ) -> None:
        promised(at, 3, until=day(20), amount=euro("900.00"))
        at.record(EventKind.SETTLEMENT, day(4), invoice="F1", until=day(30), amount=euro("700.00"))
        assert refused(at, SideLetter.CONFIRMATION)[0] == "LETTER_NEEDS_AGREEMENT"

    def test_instalments_that_stand_with_a_promise_make_no_plan(self, at: World) -> None:
        promised(at, 3, invoice="F1", until=day(20), amount=euro("400.00"), schedule=PARTS)
        found = told(at, SideLetter.CONFIRMATION).arrangement
        assert (found.until, found.amount, found.instalments) == (day(20), euro("400.00"), ())
        for letter in (SideLetter.PLAN_CONFIRMATION, SideLetter.PLAN_BROKEN):
            assert refused(at, letter)[0] == "LETTER_NEEDS_AGREEMENT"

    def test_the_next_step_waits_for_its_day_although_nothing_was_promised_in_the_log(
        self, at: World
    ) -> None:
        at.record(
            EventKind.LETTER,
            day(10),
            invoice="F1",
            template="bevestiging_afspraak",
            pay_by=day(40),
        )
        assert at.run(day(35)) == {"F2": "twee"}
        assert at.run(day(41)) == {"F1": "twee"}


class TestProposal:
    def test_it_gives_a_week_to_answer_and_no_longer_than_the_first_instalment(
        self, at: World
    ) -> None:
        assert told(at, SideLetter.PLAN_PROPOSAL, schedule=PARTS).arrangement.until == day(17)
        found = told(at, SideLetter.PLAN_PROPOSAL, 15, schedule=PARTS)
        assert found.arrangement.until == day(20)

    @pytest.mark.parametrize(
        ("more", "code"),
        [
            ({}, "LETTER_NEEDS_INSTALMENTS"),
            ({"schedule": PARTS, "until": day(21)}, "LETTER_ANSWER_TOO_LATE"),
            ({"schedule": (replace(PARTS[0], due_on=day(9)),)}, "LETTER_DAY_PAST"),
            ({"schedule": (replace(PARTS[0], amount=euro("5000")),)}, "FOLLOW_UP_TOO_MUCH"),
        ],
    )
    def test_refused(self, at: World, more: dict[str, Any], code: str) -> None:
        assert refused(at, SideLetter.PLAN_PROPOSAL, **more)[0] == code

    def test_about_an_invoice_that_is_not_due_yet_when_it_is_named(self, at: World) -> None:
        parts = (replace(PARTS[0], amount=euro("90.00")),)
        notices = made(at, SideLetter.PLAN_PROPOSAL, schedule=parts, invoices=("F9",))
        assert invoices(notices) == ["F9"]


class TestPlans:
    def test_nothing_late_nothing_to_remind_of(self, at: World) -> None:
        planned(at)
        assert refused(at, SideLetter.INSTALMENT_REMINDER)[0] == "LETTER_NOTHING_LATE"

    def test_a_reminder_gives_the_grace_of_the_policy(self, at: World) -> None:
        prepared(at, ("late",))
        (notice,) = made(at, SideLetter.INSTALMENT_REMINDER)
        assert notice.pay_by == day(21)  # nine days: a Saturday, so Monday

    def test_the_user_may_end_a_plan_that_runs(self, at: World) -> None:
        planned(at)
        assert invoices(made(at, SideLetter.PLAN_BROKEN)) == ["F1", "F2"]  # F9 is not due

    def test_but_not_one_that_was_paid(self, at: World) -> None:
        at.record(EventKind.PLAN, day(3), invoice="F1", schedule=PARTS, until=day(50))
        at.pay("F1", "800.00")
        assert refused(at, SideLetter.PLAN_BROKEN) == ("LETTER_PLAN_KEPT", {"debtor": "1"})
        assert refused(at, SideLetter.PLAN_CONFIRMATION)[0] == "LETTER_AGREEMENT_OVER"
