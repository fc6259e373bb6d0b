"""What debtors say on the phone, and disputes, ask for an answer until there is one."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from tests.rules.todos_world import (
    DUE,
    FRIDAY,
    MONDAY,
    TUESDAY,
    called,
    kinds,
    only,
    promised,
    world,
)
from tests.rules.world import World, item
from xl_dunning.rules.agreements.todo import TodoKind
from xl_dunning.rules.events import EventKind, Outcome
from xl_dunning.rules.money import euro


class TestWhatWasSaidOnThePhone:
    def asked(self, **more: object) -> World:
        found = world()
        called(found, MONDAY, Outcome.PLAN_ASKED, **more)
        return found

    def test_a_plan_that_was_asked_for_waits_for_an_offer(self) -> None:
        todo = only(self.asked(invoice="F"), MONDAY)
        assert (todo.kind, todo.invoices, todo.since) == (TodoKind.PLAN_ASKED, ("F",), MONDAY)
        assert todo.details == {"kind": "waits", "on": MONDAY, "until": date(2026, 11, 23)}

    def test_it_still_does_when_letters_wait_no_longer(self) -> None:
        todo = only(self.asked(), date(2026, 11, 24))
        assert (todo.details["kind"], todo.details["until"]) == (None, None)

    @pytest.mark.parametrize(
        ("kind", "details"),
        [
            (EventKind.LETTER, {"template": "regeling_voorstel", "pay_by": date(2026, 11, 24)}),
            (EventKind.PLAN, {"until": date(2026, 12, 20)}),
            (EventKind.PROMISE, {"until": date(2026, 11, 24)}),
            (EventKind.CALL, {"outcome": Outcome.REACHED}),  # told that it can't be
        ],
    )
    def test_an_answer_ends_it(self, kind: EventKind, details: dict[str, object]) -> None:
        found = self.asked()
        found.record(kind, TUESDAY, **details)  # type: ignore[arg-type]
        assert kinds(found, TUESDAY) == []

    def test_a_call_that_reached_nobody_does_not(self) -> None:
        found = self.asked()
        called(found, TUESDAY, Outcome.VOICEMAIL)
        assert kinds(found, TUESDAY) == ["plan_asked"]

    def test_nor_does_a_call_that_a_run_logged_as_not_made(self) -> None:
        found = self.asked()
        called(found, TUESDAY, None, run="2026-11-17-1")
        assert kinds(found, TUESDAY) == ["plan_asked"]

    def test_a_wrong_number_is_to_be_looked_up_while_a_promise_runs_too(self) -> None:
        found = world()
        called(found, date(2026, 11, 12), Outcome.WRONG_NUMBER)
        promised(found)
        assert kinds(found, FRIDAY) == ["wrong_number"]

    def test_a_wrong_number_is_to_be_looked_up_until_another_call_was_made(self) -> None:
        found = world()
        called(found, MONDAY, Outcome.WRONG_NUMBER)
        todo = only(found, TUESDAY)
        assert (todo.kind, todo.since, todo.amount) == (
            TodoKind.WRONG_NUMBER,
            MONDAY,
            Decimal("500.00"),
        )
        called(found, TUESDAY, Outcome.NOT_REACHED)
        assert kinds(found, TUESDAY) == []

    def test_nobody_is_to_be_called_who_owes_nothing_any_more(self) -> None:
        for outcome in (Outcome.WRONG_NUMBER, Outcome.PLAN_ASKED):
            found = world(item("F", DUE, "0.00"))
            called(found, MONDAY, outcome)
            assert kinds(found, TUESDAY) == []


class TestADispute:
    def disputed(self, **more: object) -> World:
        found = world()
        found.record(EventKind.DISPUTE, MONDAY, invoice="F", **more)  # type: ignore[arg-type]
        return found

    def test_is_on_the_list_when_the_day_for_the_answer_has_passed(self) -> None:
        found = self.disputed(until=TUESDAY, by="Marit")
        assert kinds(found, TUESDAY) == []
        todo = only(found, date(2026, 11, 18))
        assert (todo.kind, todo.amount, todo.since) == (
            TodoKind.DISPUTE_OVERDUE,
            Decimal("500.00"),
            date(2026, 11, 18),
        )
        assert todo.details == {"on": MONDAY, "until": TUESDAY, "by": "Marit"}

    def test_stays_there_however_long_it_takes(self) -> None:
        assert kinds(self.disputed(until=TUESDAY), date(2028, 1, 1)) == ["dispute_overdue"]

    def test_of_a_part_is_about_that_part(self) -> None:
        found = self.disputed(until=TUESDAY, amount=euro(120))
        assert only(found, date(2026, 11, 20)).amount == Decimal("120.00")

    @pytest.mark.parametrize(
        ("kind", "details"),
        [
            (EventKind.DISPUTE_CLOSED, {"invoice": "F"}),
            (EventKind.DISPUTE_CLOSED, {}),  # all of that debtor
            (EventKind.DISPUTE, {"invoice": "F", "until": date(2026, 12, 1)}),  # a new day
            (EventKind.DISPUTE, {"invoice": "F"}),  # without a day: nothing to remind of
        ],
    )
    def test_is_done_with_when_it_was_closed_or_got_another_day(
        self, kind: EventKind, details: dict[str, object]
    ) -> None:
        found = self.disputed(until=TUESDAY)
        found.record(kind, date(2026, 11, 19), **details)  # type: ignore[arg-type]
        assert kinds(found, date(2026, 11, 20)) == []

    def test_of_a_whole_debtor_names_the_invoices_that_are_still_disputed(self) -> None:
        found = world(item("A", DUE), item("B", DUE), item("C", DUE, "0.00"))
        found.record(EventKind.DISPUTE, MONDAY, until=TUESDAY)
        assert only(found, date(2026, 11, 20)).invoices == ("A", "B")
        found.record(EventKind.DISPUTE_CLOSED, date(2026, 11, 20), invoice="A")
        assert only(found, date(2026, 11, 20)).invoices == ("B",)
