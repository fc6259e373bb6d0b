"""Promises to pay: running, kept, kept in part or broken, by the list and by the log."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.rules.agreements.days import DUE, day, decision, text
from tests.rules.world import World, item, letter, policy
from xl_dunning.rules.agreements.states import AgreementState, Judgement
from xl_dunning.rules.events import Event, EventKind, Outcome
from xl_dunning.rules.ledger import OpenItem
from xl_dunning.rules.money import euro
from xl_dunning.rules.policy import DunningPolicy
from xl_dunning.rules.proposal import Reason

RULES = policy(letter("een", 30), letter("twee", 60))
"""Far away: only the promise itself is looked at, unless the test says otherwise."""
SOON = policy(letter("een", 1), letter("twee", 8))
RUNNING, KEPT, PARTLY, BROKEN = (
    AgreementState.RUNNING,
    AgreementState.KEPT,
    AgreementState.PARTLY,
    AgreementState.BROKEN,
)


def world(rules: DunningPolicy = RULES, *more: OpenItem) -> World:
    return World(rules, [item("F1", DUE, "1000.00", invoice_date=day(-30)), *more])


def promised(
    at: World, on: int, until: int, amount: str | None = None, invoice: str = "F1"
) -> Event:
    return at.record(
        EventKind.PROMISE,
        day(on),
        invoice=invoice,
        until=day(until),
        amount=euro(amount) if amount else None,
    )


def judged(at: World, days: int) -> Judgement:
    """How the last agreement in the log stands on that day."""
    return at.propose(day(days)).agreements[-1]


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


class TestWhatTheReasonTells:
    def test_while_it_runs(self) -> None:
        at = world(SOON)
        promised(at, 3, 10)
        assert text(at, 10) == (
            "Betaaltoezegging van 05-03-2026, tot en met 12-03-2026. Tot die dag komt er geen"
            " brief."
        )

    def test_during_the_bank_days_after_it(self) -> None:
        at = world(replace(SOON, correction_days=1))
        promised(at, 3, 10)
        assert text(at, 11) == (
            "De afspraak van 05-03-2026 liep tot en met 12-03-2026. Een betaling kan nog onderweg"
            " zijn; tot en met 13-03-2026 komt er geen brief."
        )

    def test_on_the_morning_after_it_was_broken(self) -> None:
        at = world(SOON)
        at.run(day(2))
        promised(at, 3, 10)
        at.pay("F1", "400.00")
        assert text(at, 11) == (
            "Aan de beurt sinds 13-03-2026: Twee. De toezegging tot en met 12-03-2026 is niet"
            " nagekomen; er is € 400,00 van binnengekomen."
        )

    def test_no_more_once_a_step_has_followed_it(self) -> None:
        at = world(policy(letter("een", 1), letter("twee", 8), letter("drie", 9)))
        at.run(day(2))
        promised(at, 3, 10)
        at.run(day(11))
        assert "niet nagekomen" not in text(at, 20)

    def test_nor_when_a_later_one_was_kept(self) -> None:
        at = world(SOON)
        at.run(day(2))
        promised(at, 3, 10)
        promised(at, 11, 13, "400.00")
        at.run(day(12))
        at.pay("F1", "400.00")
        assert text(at, 14) == "Aan de beurt sinds 16-03-2026: Twee."

    def test_that_a_second_promise_follows_one_that_was_broken(self) -> None:
        at = world(SOON)
        at.run(day(2))
        promised(at, 3, 10)
        promised(at, 11, 20)
        assert text(at, 12) == (
            "Nieuwe betaaltoezegging van 13-03-2026, tot en met 22-03-2026; de vorige, tot en met"
            " 12-03-2026, is niet nagekomen. Tot die dag komt er geen brief."
        )

    def test_that_money_was_said_to_be_under_way_and_never_came(self) -> None:
        at = world(SOON)
        at.run(day(2))
        at.record(EventKind.CALL, day(3), invoice="F1", outcome=Outcome.UNDER_WAY)
        assert text(at, 11) == (
            "Aan de beurt sinds 11-03-2026: Twee. Op 05-03-2026 zei de debiteur dat de betaling"
            " onderweg was; er is € 0,00 binnengekomen."
        )


def test_a_promise_that_is_taken_back_never_was() -> None:
    at = world(SOON)
    at.void([promised(at, 3, 10)], day(4))
    assert at.propose(day(5)).agreements == ()
    assert at.run(day(5)) == {"F1": "een"}


def test_a_kept_promise_of_a_part_holds_until_its_day_and_says_nothing_after_it() -> None:
    at = world(SOON)
    at.run(day(2))
    promised(at, 3, 10, "400.00")
    at.pay("F1", "400.00")
    at.run(day(5))
    assert decision(at, 10).reason is Reason.PROMISE_RUNNING
    assert text(at, 11) == "Aan de beurt sinds 13-03-2026: Twee."
