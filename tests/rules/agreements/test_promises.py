"""Promises to pay: running, kept, kept in part or broken, by the list and by the log."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.rules.agreements.days import DUE, day
from tests.rules.agreements.promise_world import (
    BROKEN,
    KEPT,
    PARTLY,
    RULES,
    RUNNING,
    SOON,
    judged,
    promised,
    world,
)
from tests.rules.world import World, item
from xl_dunning.rules.agreements.states import AgreementState
from xl_dunning.rules.events import EventKind
from xl_dunning.rules.money import euro

TABLE = [
    # Promised, paid on which day and how much (seen by the run of that day), judged on day, state
    ("1000.00", [], 10, RUNNING),  # the last day itself
    ("1000.00", [], 11, BROKEN),
    ("1000.00", [(8, "1000.00")], 9, KEPT),  # before its day
    ("1000.00", [(8, "400.00")], 10, RUNNING),
    ("1000.00", [(8, "400.00")], 11, PARTLY),
    ("1000.00", [(8, "400.00"), (10, "600.00")], 11, KEPT),
    ("1000.00", [(12, "1000.00")], 13, BROKEN),  # a run of day 11 saw it open: too late
    ("400.00", [(8, "400.00")], 11, KEPT),  # a part was promised, and that came in
    ("400.00", [(8, "399.99")], 11, PARTLY),  # a cent is missing
    (None, [(8, "400.00")], 11, PARTLY),  # without an amount: all that is open
    (None, [(8, "1000.00")], 11, KEPT),
    ("2000.00", [(8, "1000.00")], 11, KEPT),  # more than is open can't be promised
]


@pytest.mark.parametrize(("amount", "payments", "days", "state"), TABLE)
def test_runs_on_every_day_tell_how_a_promise_stands(
    amount: str | None, payments: list[tuple[int, str]], days: int, state: AgreementState
) -> None:
    at = world()
    for today in range(days):
        if today == 3:  # agreed on day 3 for day 10
            promised(at, 3, 10, amount)
        for paid_on, paid in payments:
            if paid_on == today:
                at.pay("F1", paid)
        at.run(day(today))
    assert judged(at, days).state is state


@pytest.mark.parametrize(
    ("bank_days", "last"),
    [
        (0, 10),  # Thursday 12 March, as it was promised
        (1, 11),  # Friday
        (2, 14),  # the weekend is no bank day: Monday
    ],
)
def test_bank_days_are_working_days_in_which_the_money_may_still_come_in(
    bank_days: int, last: int
) -> None:
    at = world(replace(RULES, correction_days=bank_days))
    promised(at, 3, 10)
    assert (judged(at, last).state, judged(at, last).holds_until) == (RUNNING, day(last))
    assert judged(at, last + 1).state is BROKEN


class TestRunsOnceAWeek:
    """Nobody looked at the list in between: what the next run sees came in time."""

    def test_money_of_before_the_last_day_is_seen_after_it(self) -> None:
        at = world()
        at.run(day(0))
        promised(at, 3, 10)
        at.run(day(7))
        at.pay("F1", "1000.00")
        assert judged(at, 14).state is KEPT
        at.run(day(14))
        assert judged(at, 21).state is KEPT

    def test_money_that_the_first_run_after_it_did_not_see_came_too_late(self) -> None:
        at = world()
        at.run(day(0))
        promised(at, 3, 10)
        at.run(day(14))
        at.pay("F1", "1000.00")
        assert judged(at, 21).state is BROKEN

    def test_what_the_list_of_today_shows_goes_before_what_a_run_of_today_saw(self) -> None:
        at = world()
        at.run(day(2))
        promised(at, 3, 10)
        at.run(day(11))
        at.pay("F1", "1000.00")
        assert judged(at, 11).state is KEPT

    def test_an_invoice_that_left_the_list_was_paid(self) -> None:
        at = world()
        at.run(day(0))
        promised(at, 3, 10)
        at.run(day(7))
        at.items = []
        assert (judged(at, 14).state, judged(at, 14).paid) == (KEPT, euro("1000.00"))


class TestByTheLog:
    """Payments may be recorded before the list shows them."""

    def logged(self, at: World, on: int, amount: str, invoice: str = "F1") -> None:
        at.record(EventKind.PAYMENT, day(on), invoice=invoice, amount=euro(amount))

    def test_a_recorded_payment_keeps_it(self) -> None:
        at = world()
        at.run(day(2))
        promised(at, 3, 10)
        self.logged(at, 9, "1000.00")
        assert judged(at, 11).state is KEPT

    def test_the_same_money_in_list_and_log_counts_once(self) -> None:
        at = world()
        at.run(day(2))
        promised(at, 3, 10)
        self.logged(at, 9, "400.00")
        at.pay("F1", "400.00")
        at.run(day(10))
        assert (judged(at, 11).state, judged(at, 11).paid) == (PARTLY, euro("400.00"))

    def test_other_money_on_another_invoice_counts_beside_it(self) -> None:
        at = world(RULES, item("F2", DUE, "500.00", invoice_date=day(-30)))
        at.run(day(2))
        promised(at, 3, 10, invoice="")
        self.logged(at, 9, "500.00", invoice="F2")  # the list does not show it yet
        at.pay("F1", "1000.00")
        assert (judged(at, 11).state, judged(at, 11).paid) == (KEPT, euro("1500.00"))

    def test_money_of_before_the_promise_or_after_its_day_does_not_count(self) -> None:
        at = world()
        at.run(day(2))
        promised(at, 3, 10)
        self.logged(at, 2, "300.00")
        self.logged(at, 11, "1000.00")
        assert (judged(at, 12).state, judged(at, 12).paid) == (BROKEN, euro("0.00"))

    def test_money_on_the_debtor_as_a_whole_counts_for_his_promise(self) -> None:
        at = world()
        at.run(day(2))
        promised(at, 3, 10)
        at.record(EventKind.INSTALMENT, day(8), amount=euro("1000.00"))
        assert judged(at, 11).state is KEPT


class TestInDoubt:
    """What can't be read is not paid, and money that went back was not paid after all."""

    @pytest.mark.parametrize(
        "doubt",
        [{"unreadable": True}, {"unreadable": True, "open": None}],
        ids=["unreadable", "no amount"],
    )
    def test_a_row_that_can_not_be_read_keeps_no_promise(self, doubt: dict[str, object]) -> None:
        at = world(RULES, item("F2", DUE, "500.00", invoice_date=day(-30)))
        at.run(day(2))
        promised(at, 3, 10, invoice="")
        at.items[0] = replace(at.items[0], **doubt)  # type: ignore[arg-type]
        assert (judged(at, 11).state, judged(at, 11).paid) == (BROKEN, euro("0.00"))

    def test_a_payment_that_was_taken_back_does_not_either(self) -> None:
        at = world()
        at.run(day(2))
        promised(at, 3, 10)
        at.pay("F1", "1000.00")
        at.run(day(9))
        at.run(day(11))
        assert judged(at, 12).state is KEPT
        at.items = [item("F1", DUE, "1000.00", invoice_date=day(-30))]
        assert judged(at, 13).state is BROKEN

    def test_a_promise_of_before_the_first_run_is_judged_by_what_that_saw(self) -> None:
        at = world()
        promised(at, -3, 10, "300.00")
        at.pay("F1", "800.00")  # 200 are left: somebody who promised 300 owed at least that
        assert (judged(at, 11).state, judged(at, 11).paid) == (PARTLY, euro("100.00"))
        at.items = [replace(at.items[0], amount=euro("1000.00"))]
        assert judged(at, 11).paid == euro("100.00")

    @pytest.mark.parametrize("seen", ["in a run of that day", "in the list of that day"])
    def test_one_of_the_day_of_the_first_run_is_judged_by_it_alone(self, seen: str) -> None:
        at = World(RULES, [item("F1", DUE, "200.00")])
        promised(at, 3, 10, "300.00")
        if "run" in seen:
            at.run(day(3))
            assert judged(at, 5).promised == euro("200.00")
        assert (judged(at, 3).promised, judged(at, 3).paid) == (euro("200.00"), euro("0.00"))


def test_a_promise_that_is_taken_back_never_was() -> None:
    at = world(SOON)
    at.void([promised(at, 3, 10)], day(4))
    assert at.propose(day(5)).agreements == ()
    assert at.run(day(5)) == {"F1": "een"}
