"""What is to be done about payment plans and suspensions, and what comes first."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.world import World, item, letter, policy
from xl_dunning.rules.agreements.side_letters import SideLetter
from xl_dunning.rules.agreements.todo import Todo, TodoKind
from xl_dunning.rules.events import Event, EventKind, Instalment, Outcome
from xl_dunning.rules.money import euro
from xl_dunning.rules.policy import Action, Stage, SuspensionRule
from xl_dunning.rules.proposal import Reason

DUE = date(2026, 9, 1)
AGREED = date(2026, 10, 1)
FIRST, SECOND, THIRD = date(2026, 11, 2), date(2026, 12, 1), date(2027, 1, 4)
"""A Monday, a Tuesday and a Monday."""


def nov(day: int) -> date:
    return date(2026, 11, day)


def with_plan(*, bank_days: int = 0) -> tuple[World, Event]:
    """An invoice of 900 and three instalments of 300; a late one may wait for seven days."""
    found = World(
        policy=policy(letter("een", 5), letter("twee", 300), correction_days=bank_days),
        items=[item("F", DUE, "900.00")],
    )
    plan = found.record(
        EventKind.PLAN,
        AGREED,
        invoice="F",
        until=THIRD,
        schedule=tuple(Instalment(due_on=day, amount=euro(300)) for day in (FIRST, SECOND, THIRD)),
    )
    return found, plan


def reminded(world: World, plan: Event, on: date, *, pay_by: date) -> None:
    """The letter without which no plan ends."""
    world.record(
        EventKind.LETTER,
        on,
        invoice="F",
        template=SideLetter.INSTALMENT_REMINDER,
        about=plan.id,
        pay_by=pay_by,
    )


def paid(world: World, amount: int, day: date) -> None:
    world.record(EventKind.PAYMENT, day, invoice="F", amount=euro(amount))


def kinds(world: World, day: date) -> Sequence[str]:
    return [todo.kind.value for todo in world.propose(day).todos]


def only(world: World, day: date) -> Todo:
    (todo,) = world.propose(day).todos
    return todo


class TestAPlan:
    @pytest.mark.parametrize(
        ("bank_days", "seen"),
        [
            # Monday the 2nd; late on Tuesday; broken after seven days of grace.
            (0, {2: [], 3: ["instalment_late"], 9: ["instalment_late"], 10: ["plan_broken"]}),
            # A payment of Monday may come in on Tuesday.
            (1, {3: [], 4: ["instalment_late"], 10: ["instalment_late"], 11: ["plan_broken"]}),
        ],
    )
    def test_is_late_from_the_morning_after_and_broken_when_its_grace_is_over(
        self, bank_days: int, seen: dict[int, list[str]]
    ) -> None:
        found, plan = with_plan(bank_days=bank_days)
        reminded(found, plan, nov(3), pay_by=nov(9))
        assert {day: kinds(found, nov(day)) for day in seen} == seen

    def test_says_which_instalment_is_late_and_how_long_it_can_wait(self) -> None:
        found, plan = with_plan()
        paid(found, 100, nov(2))
        todo = only(found, nov(3))
        assert (todo.event, todo.invoices, todo.since) == (plan.id, ("F",), nov(3))
        assert todo.details == {
            "kind": None,
            "number": 1,
            "count": 3,
            "late": 1,
            "due_on": FIRST,
            "left": Decimal("200.00"),
            "last": nov(9),
        }

    def test_is_saved_by_the_money(self) -> None:
        found, _ = with_plan()
        paid(found, 300, nov(4))
        found.items = [item("F", DUE, "600.00")]
        assert kinds(found, nov(4)) == []

    def test_is_done_with_for_this_instalment_once_somebody_spoke_with_the_debtor(self) -> None:
        found, plan = with_plan()
        found.record(EventKind.CALL, nov(3), outcome=Outcome.REACHED)
        # A reminder with a day in December keeps the plan alive until the second one is late too.
        reminded(found, plan, nov(3), pay_by=date(2026, 12, 9))
        assert kinds(found, nov(4)) == []
        todo = only(found, date(2026, 12, 2))
        assert (todo.kind, todo.details["kind"]) == (TodoKind.INSTALMENT_LATE, "more")
        assert (todo.details["late"], todo.details["left"]) == (2, Decimal("600.00"))
        assert (todo.details["number"], todo.since) == (1, nov(3))

    def test_is_never_broken_while_no_reminder_was_sent(self) -> None:
        found, _ = with_plan()
        assert kinds(found, date(2026, 11, 30)) == ["instalment_late"]

    def test_that_was_broken_says_which_instalment_did_it_and_what_was_paid(self) -> None:
        found, plan = with_plan()
        paid(found, 300, nov(2))
        found.items = [item("F", DUE, "600.00")]
        reminded(found, plan, date(2026, 12, 2), pay_by=date(2026, 12, 8))
        todo = only(found, date(2026, 12, 9))
        assert (todo.kind, todo.since, todo.amount) == (
            TodoKind.PLAN_BROKEN,
            date(2026, 12, 9),
            Decimal("600.00"),
        )
        told = {name: todo.details[name] for name in ("kind", "number", "count", "due_on", "paid")}
        assert told == {
            "kind": "instalments",
            "number": 2,
            "count": 3,
            "due_on": SECOND,
            "paid": Decimal("300.00"),
        }

    def test_gives_way_to_a_promise_about_the_late_instalment(self) -> None:
        found, _ = with_plan()
        found.record(EventKind.PROMISE, nov(3), invoice="F", until=nov(6), amount=euro(300))
        assert kinds(found, nov(4)) == []

    def test_without_instalments_is_broken_after_its_day(self) -> None:
        found = World(policy=policy(letter("een", 5)), items=[item("F", DUE)])
        found.record(EventKind.PLAN, AGREED, invoice="F", until=nov(2))
        todo = only(found, nov(3))
        assert (todo.kind, todo.since, todo.details.get("kind")) == (
            TodoKind.PLAN_BROKEN,
            nov(3),
            None,
        )


SUSPEND = Stage(key="stop", title="Stop", action=Action.SUSPEND, after=20)
RULE = SuspensionRule(after=10, amount=euro(100), later_unpaid=1, notice=7)


class TestASuspension:
    def announced(self, *stages: Stage) -> World:
        """Two invoices late, and an announcement that names Monday the 9th."""
        found = World(
            policy=policy(*stages, suspension=RULE),
            items=[item("OUD", date(2026, 10, 1)), item("JONG", date(2026, 10, 12))],
        )
        found.record(
            EventKind.LETTER,
            nov(2),
            invoice="OUD",
            template="opschorting_aankondiging",
            pay_by=nov(9),
        )
        return found

    def test_is_due_when_the_day_of_the_announcement_has_passed(self) -> None:
        found = self.announced(letter("een", 300))
        assert kinds(found, nov(9)) == []
        todo = only(found, nov(10))
        assert (todo.kind, todo.invoices, todo.amount, todo.since) == (
            TodoKind.SUSPEND,
            ("OUD", "JONG"),
            Decimal("200.00"),
            nov(10),
        )

    def test_is_no_thing_apart_where_a_step_of_the_policy_asks_for_it(self) -> None:
        found = self.announced(SUSPEND)
        proposal = found.propose(nov(10))
        assert proposal.todos == ()
        assert {decision.reason for decision in proposal.decisions} == {Reason.DUE}

    def test_ends_in_a_resumption_when_everything_overdue_was_paid(self) -> None:
        found = self.announced(letter("een", 300))
        found.record(EventKind.SUSPENSION, nov(10))
        assert kinds(found, nov(11)) == []
        found.items = [item("OUD", date(2026, 10, 1), "0.00"), item("NIEUW", date(2026, 12, 1))]
        todo = only(found, nov(12))
        assert (todo.kind, todo.invoices, todo.amount, todo.since) == (
            TodoKind.RESUME,
            (),
            Decimal("0.00"),
            nov(10),
        )
        found.record(EventKind.RESUME, nov(12))
        assert kinds(found, nov(12)) == []


def test_what_was_broken_comes_first_and_of_equals_the_most_money() -> None:
    found = World(
        policy=policy(letter("een", 300)),
        items=[item(number, DUE, f"{number}00.00", debtor=number) for number in "1234567"],
    )
    found.record(EventKind.CALL, nov(2), debtor="7", outcome=Outcome.WRONG_NUMBER)
    found.record(EventKind.DISPUTE, nov(2), debtor="6", until=nov(3))
    found.record(EventKind.CALL, nov(2), debtor="5", outcome=Outcome.PLAN_ASKED)
    found.record(
        EventKind.PLAN,
        AGREED,
        debtor="4",
        until=THIRD,
        schedule=(
            Instalment(due_on=FIRST, amount=euro(200)),
            Instalment(due_on=THIRD, amount=euro(200)),
        ),
    )
    found.record(EventKind.SETTLEMENT, AGREED, debtor="3", until=nov(2), amount=euro(200))
    for debtor in ("1", "2"):
        found.record(EventKind.PROMISE, AGREED, debtor=debtor, until=nov(2))
    listed = [(todo.debtor, todo.kind.value) for todo in found.propose(nov(4)).todos]
    assert listed == [
        ("2", "promise_broken"),
        ("1", "promise_broken"),
        ("3", "settlement_broken"),
        ("4", "instalment_late"),
        ("5", "plan_asked"),
        ("6", "dispute_overdue"),
        ("7", "wrong_number"),
    ]
    assert kinds(found, nov(1)) == []


SAID = st.tuples(
    st.sampled_from(EventKind),
    st.sampled_from(["", "A", "B", "C"]),
    st.dates(date(2026, 10, 1), date(2026, 12, 1)),
    st.one_of(st.none(), st.dates(date(2026, 10, 1), date(2026, 12, 1))),
    st.sampled_from([None, euro(40), euro(100)]),
    st.one_of(st.none(), st.sampled_from(Outcome)),
)


@settings(max_examples=200, deadline=None)
@given(
    said=st.lists(SAID, max_size=8),
    opened=st.tuples(*[st.sampled_from(["0.00", "100.00", "60.00"])] * 3),
    day=st.dates(date(2026, 11, 1), date(2026, 12, 31)),
)
def test_whatever_happened_nobody_is_rung_about_what_is_paid_or_twice_about_one_invoice(
    said: list[tuple[EventKind, str, date, date | None, object, Outcome | None]],
    opened: tuple[str, str, str],
    day: date,
) -> None:
    found = World(
        policy=policy(letter("een", 5), letter("twee", 40)),
        items=[item(name, DUE, amount) for name, amount in zip("ABC", opened, strict=True)],
    )
    for kind, invoice, on, until, amount, outcome in said:
        found.record(
            kind,
            on,
            invoice=invoice,
            until=until if until and until >= on else None,
            amount=amount,
            outcome=outcome if kind is EventKind.CALL else None,
        )
    proposal = found.propose(day)
    paid_up = {one.item.invoice for one in proposal.decisions if one.reason is Reason.PAID}
    rung = [
        invoice
        for todo in proposal.todos
        if todo.kind
        in (
            TodoKind.PROMISE_BROKEN,
            TodoKind.SETTLEMENT_BROKEN,
            TodoKind.PLAN_BROKEN,
            TodoKind.INSTALMENT_LATE,
        )
        for invoice in todo.invoices
    ]
    assert len(rung) == len(set(rung))
    for todo in proposal.todos:
        assert paid_up.isdisjoint(todo.invoices)
        assert todo.since <= day
        assert todo.invoices or todo.kind is TodoKind.RESUME
