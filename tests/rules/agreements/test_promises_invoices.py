"""Which invoices a promise is about: all of the debtor, one of later, or none at all."""

from __future__ import annotations

from dataclasses import replace

from tests.rules.agreements.days import DUE, day, decision
from tests.rules.agreements.promise_world import (
    BROKEN,
    KEPT,
    PARTLY,
    RULES,
    SOON,
    judged,
    promised,
    world,
)
from tests.rules.world import World, item
from xl_dunning.rules.money import euro
from xl_dunning.rules.proposal import Reason


class TestOfTheWholeDebtor:
    def test_an_amount_over_several_invoices_one_of_which_vanished(self) -> None:
        at = world(
            RULES,
            item("F2", DUE, "500.00", invoice_date=day(-30)),
            item("F3", DUE, "250.00", invoice_date=day(-30)),
        )
        at.run(day(0))
        promised(at, 3, 10, "1500.00", invoice="")
        at.items = [each for each in at.items if each.invoice != "F1"]
        at.run(day(9))
        assert (judged(at, 11).state, judged(at, 11).paid) == (PARTLY, euro("1000.00"))
        at = replace(at, run_days=[day(0)], observations=at.observations[:3])
        at.pay("F2", "500.00")
        assert judged(at, 11).state is KEPT

    def test_an_invoice_of_that_day_is_in_it_and_one_of_a_later_day_is_not(self) -> None:
        at = world(
            RULES,
            item("F8", day(20), "70.00", invoice_date=day(3)),
            item("F9", day(20), "70.00", invoice_date=day(4)),
        )
        promised(at, 3, 10, invoice="")
        assert judged(at, 4).keys == (("1", "F1"), ("1", "F8"))
        assert decision(at, 9, "F9").reason is Reason.NOT_DUE
        assert decision(at, 9, "F1").reason is Reason.PROMISE_RUNNING

    def test_nor_is_one_without_a_date_that_the_next_run_did_not_see(self) -> None:
        at = World(RULES, [item("F1", DUE, "1000.00")])
        at.run(day(0))
        promised(at, 3, 10, invoice="")
        at.run(day(4))
        at.items.append(item("F9", day(1), "70.00"))
        at.run(day(5))
        assert judged(at, 6).keys == (("1", "F1"),)

    def test_also_when_that_run_was_the_first_one(self) -> None:
        at = World(RULES, [item("F1", DUE, "1000.00")])
        promised(at, -1, 10, invoice="")
        at.run(day(0))
        at.items.append(item("F9", day(1), "70.00"))
        at.run(day(5))
        assert judged(at, 6).keys == (("1", "F1"),)

    def test_when_nobody_knows_what_the_runs_saw_it_may_be_in_it(self) -> None:
        at = World(RULES, [item("F1", DUE, "1000.00")], run_days=[day(0), day(4)])
        promised(at, 3, 10, invoice="")
        assert judged(at, 6).keys == (("1", "F1"),)

    def test_one_that_the_next_run_saw_may_be_in_it(self) -> None:
        at = World(RULES, [item("F1", DUE, "1000.00")])
        at.run(day(0))
        promised(at, 3, 10, invoice="")
        at.items.append(item("F9", day(1), "70.00"))
        at.run(day(4))
        assert judged(at, 6).keys == (("1", "F1"), ("1", "F9"))

    def test_an_amount_is_euro_and_judged_by_what_is_in_euro(self) -> None:
        at = world(RULES, item("U1", DUE, "800.00", currency="USD", invoice_date=day(-30)))
        at.run(day(0))
        promised(at, 3, 10, "1000.00", invoice="")
        at.pay("U1", "800.00")
        assert (judged(at, 11).state, judged(at, 11).paid) == (BROKEN, euro("0.00"))
        assert decision(at, 9, "U1").reason in (Reason.PROMISE_RUNNING, Reason.PAID)


def test_a_promise_for_an_invoice_that_is_issued_later_holds_it_then() -> None:
    at = world(SOON)
    promised(at, 3, 10, invoice="F9")
    assert at.propose(day(4)).agreements == ()  # nobody can tell yet what it is about
    at.items.append(item("F9", day(5), "70.00", invoice_date=day(4)))
    assert judged(at, 6).promised == euro("70.00")
    assert decision(at, 8, "F9").reason is Reason.PROMISE_RUNNING
    assert decision(at, 11, "F9").reason is Reason.DUE


def test_that_is_judged_by_what_was_open_when_it_was_first_seen() -> None:
    at = world(SOON)
    at.run(day(2))
    promised(at, 3, 10, invoice="F9")
    at.run(day(4))
    at.items.append(item("F9", day(5), "70.00", invoice_date=day(4)))
    at.run(day(12))
    at.pay("F9", "70.00")
    at.run(day(13))
    assert (judged(at, 14).state, judged(at, 14).promised) == (BROKEN, euro("70.00"))


def test_nothing_is_said_of_a_promise_about_what_no_list_ever_held() -> None:
    at = world()
    at.run(day(0))
    promised(at, 3, 10, invoice="F99")
    assert at.propose(day(20)).agreements == ()
