"""Payment plans: S25 of facts/dunning.md, late and broken instalments, and what follows."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.rules.agreements.days import DUE, codes, day, decision, text
from tests.rules.world import World, item, letter, policy
from xl_dunning.rules.agreements.plans import overlapping
from xl_dunning.rules.agreements.schedule import Every, schedule
from xl_dunning.rules.agreements.states import AgreementState, Judgement
from xl_dunning.rules.events import Event, EventKind, Instalment, Outcome
from xl_dunning.rules.findings import Refusal
from xl_dunning.rules.ledger import OpenItem
from xl_dunning.rules.money import Euro, euro, total
from xl_dunning.rules.policy import Charge
from xl_dunning.rules.proposal import Reason

RUNNING, LATE, KEPT, BROKEN = (
    AgreementState.RUNNING,
    AgreementState.LATE,
    AgreementState.KEPT,
    AgreementState.BROKEN,
)
RULES = policy(letter("een", 1), letter("twee", 8), letter("drie", 30, pay_within=8), plan_grace=7)


def parts(*amounts: str, first: int = 14, apart: int = 14) -> tuple[Instalment, ...]:
    """Instalments from that day on, so many days apart."""
    return tuple(
        Instalment(due_on=day(first + apart * at), amount=euro(amount))
        for at, amount in enumerate(amounts)
    )


def billed(invoice: str, amount: str, *, left: str = "") -> OpenItem:
    """An invoice of that amount, issued a month before it is due."""
    found = item(invoice, DUE, left or amount, invoice_date=day(-30))
    return replace(found, amount=euro(amount))


def planned(
    at: World, on: int, agreed: tuple[Instalment, ...], invoice: str = "F1", **more: object
) -> Event:
    return at.record(
        EventKind.PLAN,
        day(on),
        invoice=invoice,
        schedule=agreed,
        until=agreed[-1].due_on,
        **more,  # type: ignore[arg-type]
    )


def world(amount: str = "1200.00", **more: object) -> World:
    """One invoice that had its first letter, and was seen by that run."""
    at = World(
        replace(RULES, **more),  # type: ignore[arg-type]
        [billed("F1", amount)],
    )
    at.run(day(1))
    return at


def judged(at: World, days: int) -> Judgement:
    return at.propose(day(days)).agreements[-1]


def paid_of_each(at: World, days: int) -> list[Euro]:
    return [part.paid for part in judged(at, days).instalments]


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
            (21, LATE, Reason.PLAN_RUNNING),  # a week of grace
            (22, BROKEN, Reason.TOO_EARLY),  # the letter that says so goes out first
        ],
    )
    def test_from_its_day_to_the_end_of_the_grace(
        self, at: World, days: int, state: AgreementState, reason: Reason
    ) -> None:
        assert judged(at, days).state is state
        assert decision(at, days).reason is reason

    def test_bank_days_come_before_it_is_late_at_all(self) -> None:
        at = world(correction_days=2)
        planned(at, 3, parts("600.00", "600.00"))
        assert [judged(at, days).state for days in (16, 17, 23, 24)] == [
            RUNNING,  # Monday the 14th, Tuesday and Wednesday for the bank
            LATE,
            LATE,
            BROKEN,
        ]

    def test_s25e_a_part_of_an_instalment_is_late_all_the_same(self, at: World) -> None:
        at.pay("F1", "100.00")
        assert judged(at, 15).state is LATE
        assert [part.left for part in judged(at, 15).instalments] == [
            euro("500.00"),
            euro("600.00"),
        ]
        assert text(at, 15) == (
            "Betalingsregeling van 05-03-2026: termijn 1 van 16-03-2026 is te laat; er staat"
            " € 500,00 van open. Is dat na 23-03-2026 nog zo, dan vervalt de regeling."
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
        assert at.letters(day(26)) == ["regeling_verbroken F1"]

    def test_undone_the_reminder_goes_out_again(self, at: World) -> None:
        at.run(day(15))
        at.void([event for event in at.log if event.on == day(15)], day(15))
        assert at.letters(day(16)) == ["regeling_herinnering F1"]

    def test_its_confirmation_names_its_last_day_and_nothing_waits_for_that(self) -> None:
        at = world(confirm=True)
        planned(at, 3, parts("600.00", "600.00", apart=100))
        at.run(day(3))
        assert at.log[-1].pay_by == day(114)
        assert [judged(at, days).state for days in (21, 22)] == [LATE, BROKEN]
        at.run(day(22))
        assert at.run(day(37)) == {"F1": "twee"}

    def test_the_letter_that_ends_it_asks_for_what_the_steps_so_far_asked_for(self) -> None:
        at = World(
            policy(letter("een", 1), letter("twee", 8, charge=Charge.INTEREST), plan_grace=7),
            [billed("F1", "1200.00")],
        )
        at.run(day(1))
        at.run(day(8))
        planned(at, 9, parts("600.00", "600.00"))
        (ended,) = at.propose(day(22)).notices
        assert (ended.stage.template, ended.stage.charge) == (
            "regeling_verbroken",
            Charge.INTEREST,
        )


class TestSecondPlan:
    """S25f: a second active plan for the same invoices."""

    def new(self, on: int, invoice: str = "F1", debtor: str = "1") -> Event:
        agreed = parts("100.00", first=on + 7)
        return Event(
            id="new",
            on=day(on),
            debtor=debtor,
            invoice=invoice,
            kind=EventKind.PLAN,
            schedule=agreed,
            until=agreed[-1].due_on,
        )

    @pytest.mark.parametrize(
        ("on", "invoice", "debtor", "overlaps"),
        [
            (10, "F1", "1", True),
            (10, "", "1", True),  # of the whole debtor, the invoice included
            (10, "F2", "1", False),
            (10, "F1", "2", False),
            (28, "F1", "1", True),  # the last day of the first one
            (29, "F1", "1", False),  # it has ended
        ],
    )
    def test_beside_one_that_runs(
        self, on: int, invoice: str, debtor: str, *, overlaps: bool
    ) -> None:
        at = world()
        first = planned(at, 3, parts("600.00", "600.00"))
        assert overlapping(self.new(on, invoice, debtor), at.log) is (first if overlaps else None)

    def test_one_that_a_letter_ended_does_not_run(self) -> None:
        at = world()
        planned(at, 3, parts("600.00", "600.00"))
        at.run(day(23))
        assert overlapping(self.new(24), at.log) is None

    def test_two_on_the_sheet_are_a_finding_and_the_last_one_counts(self) -> None:
        at = world()
        first = planned(at, 3, parts("600.00", "600.00", first=60))
        planned(at, 4, parts("1200.00", first=10))
        (found,) = (each for each in at.propose(day(5)).findings if each.code == "PLANS_OVERLAP")
        assert found.details == {"first": day(3), "second": day(4), "id": first.id}
        assert at.letters(day(11)) == ["regeling_herinnering F1"]  # of the last one only
        at.run(day(11))
        assert at.letters(day(19)) == ["regeling_verbroken F1"]

    def test_one_after_the_other_is_none(self) -> None:
        at = world()
        planned(at, 3, parts("600.00", first=10))
        planned(at, 25, parts("1200.00", first=40))
        assert "PLANS_OVERLAP" not in codes(at, 26)


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
