"""Payment plans: S25 of facts/dunning.md, late and broken instalments, and what follows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.rules.agreements.days import day, decision, text
from tests.rules.agreements.plan_world import (
    KEPT,
    RULES,
    billed,
    judged,
    paid_of_each,
    parts,
    planned,
    world,
)
from tests.rules.world import World
from xl_dunning.rules.agreements.schedule import Every, schedule
from xl_dunning.rules.events import EventKind, Outcome
from xl_dunning.rules.findings import Refusal
from xl_dunning.rules.money import euro, total
from xl_dunning.rules.proposal import Reason


class TestSchedule:
    @pytest.mark.parametrize(
        ("debt", "each", "amounts"),
        [
            ("3600", "600", ["600.00"] * 6),  # S25a
            ("1000", "333.34", ["333.34", "333.34", "333.32"]),  # S25b: the last takes the cents
            ("100", "100", ["100.00"]),
            ("100.01", "100", ["100.00", "0.01"]),
        ],
    )
    def test_equal_parts_and_the_last_one_takes_what_is_left(
        self, debt: str, each: str, amounts: list[str]
    ) -> None:
        found = schedule(euro(debt), each=euro(each), first=date(2026, 12, 1))
        assert [f"{part.amount:.2f}" for part in found] == amounts

    def test_months_are_counted_from_the_first_day_also_at_their_end(self) -> None:
        found = schedule(euro("5"), each=euro("1"), first=date(2026, 12, 31), every=Every.MONTH)
        assert [part.due_on for part in found] == [
            date(2026, 12, 31),
            date(2027, 1, 31),
            date(2027, 2, 28),
            date(2027, 3, 31),
            date(2027, 4, 30),
        ]

    def test_no_plan_is_longer_than_ten_years_of_months(self) -> None:
        with pytest.raises(Refusal) as refusal:
            schedule(euro("121"), each=euro("1"), first=date(2026, 12, 1))
        assert refusal.value.code == "PLAN_TOO_LONG"


class TestMatching:
    """S25c: payments go to the oldest instalment, whatever they were meant for."""

    @pytest.mark.parametrize(
        ("payments", "paid"),
        [
            (["300.00"], ["300.00", "0.00", "0.00", "0.00"]),
            (["150.00"], ["150.00", "0.00", "0.00", "0.00"]),
            (["500.00"], ["300.00", "200.00", "0.00", "0.00"]),
            (["300.00", "150.00"], ["300.00", "150.00", "0.00", "0.00"]),
        ],
    )
    def test_money_in_the_list_is_matched_oldest_first(
        self, payments: list[str], paid: list[str]
    ) -> None:
        at = world()
        planned(at, 3, parts(*["300.00"] * 4))
        for number, amount in enumerate(payments):
            at.pay("F1", amount)
            at.run(day(8 + number))
        assert paid_of_each(at, 12) == [euro(amount) for amount in paid]

    def test_instalments_in_the_log_count_and_the_same_money_only_once(self) -> None:
        at = world()
        planned(at, 3, parts(*["300.00"] * 4))
        at.record(EventKind.INSTALMENT, day(8), invoice="F1", amount=euro("300.00"))
        assert paid_of_each(at, 9)[:2] == [euro("300.00"), euro("0.00")]
        at.pay("F1", "300.00")
        assert paid_of_each(at, 10)[:2] == [euro("300.00"), euro("0.00")]

    def test_money_of_before_the_plan_is_none_of_it(self) -> None:
        at = world()
        at.pay("F1", "200.00")
        at.run(day(2))
        planned(at, 3, parts("500.00", "500.00"))
        assert paid_of_each(at, 9) == [euro("0.00"), euro("0.00")]

    def test_a_plan_of_before_the_first_run_is_judged_by_what_is_left(self) -> None:
        at = World(RULES, [billed("F1", "1200.00", left="600.00")])
        planned(at, 3, parts(*["300.00"] * 4))
        assert paid_of_each(at, 9) == [euro(paid) for paid in ("300.00", "300.00", "0.00", "0.00")]


def test_s25d_everything_paid_closes_the_plan_and_nothing_follows() -> None:
    at = world("300.00")
    planned(at, 3, parts("150.00", "150.00"))
    at.pay("F1", "300.00")
    assert judged(at, 20).state is KEPT
    assert [at.letters(day(days)) for days in (20, 40, 80)] == [[], [], []]


def test_with_its_invoices_gone_a_plan_is_closed_also_when_it_held_costs() -> None:
    at = world("1000.00")
    planned(at, 3, parts("550.00", "550.00"))  # with 100 of interest and costs
    assert judged(at, 9).paid == euro("0.00")  # nothing came in yet
    at.pay("F1", "550.00")
    at.run(day(15))
    assert paid_of_each(at, 16) == [euro("550.00"), euro("0.00")]
    at.items = []
    assert (judged(at, 30).state, judged(at, 30).paid) == (KEPT, euro("1100.00"))


def test_a_plan_with_costs_of_before_the_first_run_is_not_paid_from_its_first_day() -> None:
    at = World(RULES, [billed("F1", "1000.00")])
    planned(at, 3, parts("550.00", "550.00"))
    assert paid_of_each(at, 9) == [euro("0.00"), euro("0.00")]


def test_s25h_a_later_due_date_is_a_plan_of_one_instalment() -> None:
    at = world()
    planned(at, 3, parts("1200.00", first=30))
    assert text(at, 25) == (
        "Betalingsregeling van 05-03-2026, tot en met 01-04-2026: € 0,00 van € 1.200,00 is"
        " betaald. De volgende termijn is € 1.200,00 op 01-04-2026."
    )
    assert at.letters(day(31)) == ["regeling_herinnering F1"]
    at.pay("F1", "1200.00")
    assert at.letters(day(31)) == []


def test_a_plan_of_the_whole_debtor_matches_what_comes_in_on_any_of_its_invoices() -> None:
    at = world()
    at.items.append(billed("F2", "300.00"))
    at.run(day(2))
    planned(at, 3, parts("500.00", "500.00", "500.00"), invoice="")
    at.pay("F2", "300.00")
    at.pay("F1", "200.00")
    at.run(day(8))
    assert paid_of_each(at, 9) == [euro("500.00"), euro("0.00"), euro("0.00")]
    assert total(part.left for part in judged(at, 9).instalments) == euro("1000.00")


def test_what_comes_in_on_dollars_is_no_instalment_in_euro() -> None:
    at = world()
    at.items.append(replace(billed("U1", "300.00"), currency="USD"))
    at.run(day(2))
    planned(at, 3, parts("600.00", "600.00"), invoice="")
    at.pay("U1", "300.00")
    at.run(day(8))
    assert paid_of_each(at, 9) == [euro("0.00"), euro("0.00")]


def test_a_schedule_is_enough_to_know_its_last_day() -> None:
    at = world()
    agreed = parts("600.00", "600.00")
    at.record(EventKind.PLAN, day(3), invoice="F1", schedule=agreed)
    assert judged(at, 4).until == day(28)


def test_a_plan_without_instalments_holds_until_its_day_and_says_when_it_was_not_kept() -> None:
    at = world()
    at.record(EventKind.PLAN, day(3), invoice="F1", until=day(20))
    assert text(at, 20) == "Afspraak of betalingsregeling van 05-03-2026, tot en met 22-03-2026."
    assert text(at, 21).startswith(
        "Aan de beurt sinds 23-03-2026: Twee. De betalingsregeling is niet nagekomen;"
    )
    assert at.run(day(21)) == {"F1": "twee"}


class TestTalks:
    """Before there is a plan: the debtor asked for one, or we made an offer."""

    def test_the_wish_is_over_when_there_is_a_plan(self) -> None:
        at = world()
        at.record(EventKind.CALL, day(3), invoice="F1", outcome=Outcome.PLAN_ASKED)
        assert decision(at, 4).details["kind"] == "asked"
        planned(at, 4, parts("1200.00", first=6))
        assert decision(at, 5).details["kind"] == "instalments"
        at.pay("F1", "1200.00")
        assert judged(at, 8).state is KEPT
        assert decision(at, 8).reason is Reason.PAID

    def test_an_offer_gives_the_debtor_until_its_day_to_answer(self) -> None:
        at = world()
        at.record(EventKind.CALL, day(3), invoice="F1", outcome=Outcome.PLAN_ASKED)
        at.record(
            EventKind.LETTER, day(4), invoice="F1", pay_by=day(14), template="regeling_voorstel"
        )
        assert text(at, 14) == (
            "Op 06-03-2026 hebben wij een betalingsregeling voorgesteld; de debiteur kan tot en met"
            " 16-03-2026 antwoorden."
        )
        assert at.run(day(15)) == {"F1": "twee"}
