"""A broken promise is something to do besides the steps of the policy, until it is done with."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.rules.todos_world import (
    DUE,
    FRIDAY,
    MONDAY,
    SATURDAY,
    TUESDAY,
    called,
    kinds,
    only,
    promised,
    world,
)
from tests.rules.world import item, letter
from xl_dunning.rules.agreements.desk import to_be_paid
from xl_dunning.rules.agreements.todo import TodoKind
from xl_dunning.rules.decide import hold
from xl_dunning.rules.events import EventKind, Outcome
from xl_dunning.rules.money import euro
from xl_dunning.rules.proposal import Reason

BANK_DAYS = {0: SATURDAY, 1: TUESDAY}
"""The morning after: a payment of Friday that takes one bank day is seen on Monday."""


class TestABrokenPromise:
    @pytest.mark.parametrize("bank_days", BANK_DAYS)
    def test_is_on_the_list_from_the_morning_after_corrected_for_bank_days(
        self, bank_days: int
    ) -> None:
        found = world(bank_days=bank_days)
        promised(found)
        first = BANK_DAYS[bank_days]
        assert kinds(found, date.fromordinal(first.toordinal() - 1)) == []
        assert kinds(found, first) == ["promise_broken"]

    def test_tells_what_was_promised_and_what_is_at_stake(self) -> None:
        found = world()
        event = promised(found, amount=euro(300))
        todo = only(found, MONDAY)
        assert (todo.debtor, todo.currency, todo.invoices, todo.amount) == (
            "1",
            "EUR",
            ("F",),
            Decimal("500.00"),
        )
        assert (todo.since, todo.event) == (SATURDAY, event.id)
        assert todo.details == {
            "on": date(2026, 11, 6),
            "until": FRIDAY,
            "promised": Decimal("300.00"),
            "paid": Decimal("0.00"),
            "times": 1,
        }

    def test_stays_with_what_came_in_of_it(self) -> None:
        found = world()
        promised(found)
        found.record(EventKind.PAYMENT, FRIDAY, invoice="F", amount=euro(200))
        found.items = [replace(item("F", DUE, "300.00"), amount=euro(500))]  # the list shows it
        todo = only(found, MONDAY)
        assert (todo.amount, todo.details["paid"]) == (Decimal("300.00"), Decimal("200.00"))

    @pytest.mark.parametrize(
        "changes",
        [
            {"open": euro(0)},  # paid, though late
            {"open": euro(-5)},
            {"disputed": True},  # first the dispute
            {"skipped": True},
            {"unreadable": True},
            {"due_date": date(2026, 12, 31)},  # not even due: nothing to ring about
        ],
        ids=str,
    )
    def test_is_nothing_to_do_where_the_item_asks_for_no_payment(
        self, changes: dict[str, object]
    ) -> None:
        found = world()
        promised(found)
        found.items = [replace(found.items[0], **changes)]  # type: ignore[arg-type]
        assert kinds(found, MONDAY) == []

    @pytest.mark.parametrize(
        ("kind", "details"),
        [
            (EventKind.PROMISE, {"until": date(2026, 11, 20)}),  # a new promise
            (EventKind.PLAN, {"until": date(2026, 12, 20)}),
            (EventKind.SETTLEMENT, {"until": date(2026, 11, 20), "amount": euro(400)}),
            (EventKind.DISPUTE, {}),
            (EventKind.BLOCK, {}),
            (EventKind.HANDOVER, {}),
            (EventKind.CALL, {"outcome": Outcome.REACHED}),  # somebody spoke with him
            (EventKind.CALL, {"outcome": None}),
            (EventKind.PAYMENT, {"amount": euro(500)}),
        ],
    )
    def test_is_done_with_once_something_was_agreed_or_said(
        self, kind: EventKind, details: dict[str, object]
    ) -> None:
        found = world()
        promised(found)
        found.record(kind, MONDAY, invoice="F", **details)  # type: ignore[arg-type]
        assert kinds(found, MONDAY) == []

    def test_is_not_done_with_by_a_call_of_before_its_last_day(self) -> None:
        found = world()
        promised(found)
        called(found, FRIDAY, Outcome.REACHED)
        assert kinds(found, MONDAY) == ["promise_broken"]

    def test_is_not_done_with_by_a_call_that_a_run_logged_as_not_made(self) -> None:
        found = world()
        promised(found)
        called(found, MONDAY, None, run="2026-11-16-1")
        assert kinds(found, MONDAY) == ["promise_broken"]

    def test_comes_back_the_next_day_when_nobody_was_reached_three_times_in_all(self) -> None:
        found = world()
        promised(found)
        seen = []
        for day in (16, 17, 18):
            called(found, date(2026, 11, day), Outcome.NOT_REACHED)
            seen += [kinds(found, date(2026, 11, later)) for later in (day, day + 1)]
        assert seen == [[], ["promise_broken"], [], ["promise_broken"], [], []]

    def test_comes_back_on_the_day_on_which_he_asked_to_be_called(self) -> None:
        found = world()
        promised(found)
        called(found, MONDAY, Outcome.REACHED, until=date(2026, 11, 19))
        assert [kinds(found, date(2026, 11, day)) for day in (18, 19)] == [[], ["promise_broken"]]

    def test_stays_when_the_next_letter_went_out_that_morning(self) -> None:
        found = world()
        found.run(date(2026, 11, 2))
        promised(found)
        found.policy = replace(found.policy, stages=(letter("een", 5), letter("twee", 30, wait=7)))
        assert found.run(MONDAY) == {"F": "twee"}
        assert kinds(found, MONDAY) == ["promise_broken"]

    @pytest.mark.parametrize(("days", "listed"), [(30, True), (31, False)])
    def test_is_left_to_the_policy_after_a_month(self, days: int, *, listed: bool) -> None:
        found = world()
        promised(found)
        day = date.fromordinal(FRIDAY.toordinal() + days)
        assert bool(kinds(found, day)) is listed

    def test_takes_the_place_of_one_that_had_not_ended_yet_and_counts_once(self) -> None:
        found = world()
        promised(found)
        second = promised(found, until=MONDAY)
        todo = only(found, TUESDAY)
        assert (todo.event, todo.details["times"]) == (second.id, 1)

    def test_is_not_counted_with_a_plan_that_was_broken(self) -> None:
        found = world()
        found.record(EventKind.PLAN, date(2026, 11, 1), invoice="F", until=date(2026, 11, 5))
        promised(found)
        assert only(found, MONDAY).details["times"] == 1

    @pytest.mark.parametrize(
        ("why", "rung"),
        [
            ("rate", True),  # we lack the percentage for a letter; he owes all the same
            ("law", True),
            ("block", False),
            ("handover", False),
            ("prescribed", False),  # nothing can be claimed any more
        ],
    )
    def test_is_to_be_rung_about_when_only_our_letter_can_not_be_made(
        self, why: str, *, rung: bool
    ) -> None:
        (decision,) = world().propose(MONDAY).decisions
        assert to_be_paid(hold(decision, Reason.BLOCKED, kind=why)) is rung

    def test_is_forgotten_when_a_later_promise_was_kept(self) -> None:
        """What he promised last is what counts: a part of it, and he paid that."""
        found = world(replace(item("F", DUE, "400.00"), amount=euro(500)))
        promised(found)
        found.record(
            EventKind.PROMISE, SATURDAY, invoice="F", until=date(2026, 11, 20), amount=euro(100)
        )
        found.record(EventKind.PAYMENT, TUESDAY, invoice="F", amount=euro(100))
        assert kinds(found, date(2026, 11, 24)) == []

    def test_of_a_whole_debtor_names_his_overdue_invoices_oldest_first(self) -> None:
        found = world(
            item("JONG", date(2026, 10, 20)),
            item("OUD", DUE),
            item("LATER", date(2026, 12, 1)),
            item("ANDER", DUE, debtor="2"),
        )
        promised(found, invoice="", amount=None)
        assert only(found, MONDAY).invoices == ("OUD", "JONG")

    def test_in_two_currencies_is_two_things_to_do(self) -> None:
        found = world(item("E", DUE, "100.00"), item("U", DUE, "70.00", currency="USD"))
        promised(found, invoice="", amount=None)
        assert [(todo.currency, todo.amount) for todo in found.propose(MONDAY).todos] == [
            ("EUR", Decimal("100.00")),
            ("USD", Decimal("70.00")),
        ]

    def test_of_money_that_was_under_way_is_one_too(self) -> None:
        found = world()
        called(found, date(2026, 11, 9), Outcome.UNDER_WAY, invoice="F")
        todo = only(found, FRIDAY)  # three working days to be seen in the list
        assert (todo.kind, todo.details["kind"]) == (TodoKind.PROMISE_BROKEN, "under_way")

    def test_of_a_settlement_says_that_it_was_one(self) -> None:
        found = world()
        found.record(
            EventKind.SETTLEMENT, date(2026, 11, 6), invoice="F", until=FRIDAY, amount=euro(400)
        )
        todo = only(found, MONDAY)
        assert (todo.kind, todo.details["promised"]) == (
            TodoKind.SETTLEMENT_BROKEN,
            Decimal("400.00"),
        )
