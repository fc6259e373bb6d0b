"""Disputes of a whole invoice or of a part, blocks, and direct debits that stay open."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.rules.agreements.days import DUE, codes, day, decision, text
from tests.rules.claims_world import rules as claim_rules
from tests.rules.world import World, item, letter, policy, reachable
from xl_dunning.frontends.messages_nl import finding_text
from xl_dunning.rules.agreements.disputes import disputed_part, open_disputes
from xl_dunning.rules.events import Event, EventKind, Outcome
from xl_dunning.rules.findings import Finding
from xl_dunning.rules.ledger import DebtorKind
from xl_dunning.rules.money import euro
from xl_dunning.rules.policy import Charge
from xl_dunning.rules.proposal import Reason

RULES = policy(letter("een", 1), letter("twee", 8))


def world(*more: str) -> World:
    return World(RULES, [item(number, DUE, "1000.00") for number in ("F1", *more)])


def disputed(at: World, on: int, amount: str | None = None, **more: object) -> Event:
    known = {"invoice": "F1", "amount": euro(amount) if amount else None}
    return at.record(EventKind.DISPUTE, day(on), **{**known, **more})  # type: ignore[arg-type]


def closed(at: World, on: int, invoice: str = "F1") -> Event:
    return at.record(EventKind.DISPUTE_CLOSED, day(on), invoice=invoice)


def only(at: World, days: int, code: str) -> Finding:
    (found,) = (each for each in at.propose(day(days)).findings if each.code == code)
    return found


class TestWhole:
    def test_it_holds_until_somebody_closes_it_and_the_step_comes_then(self) -> None:
        at = world()
        at.run(day(1))
        disputed(at, 3, note="niet geleverd", by="Kim")
        assert text(at, 100) == (
            "De debiteur betwist deze factuur sinds 05-03-2026. Notitie: niet geleverd (Kim)"
        )
        assert at.run(day(100)) == {}
        closed(at, 101)
        assert at.run(day(101)) == {"F1": "twee"}

    @pytest.mark.parametrize("close", ["F1", ""], ids=["of the invoice", "of the debtor"])
    @pytest.mark.parametrize("opened", ["F1", ""], ids=["the invoice", "the debtor"])
    def test_closing_it_for_the_invoice_or_the_debtor(self, opened: str, close: str) -> None:
        at = world()
        disputed(at, 1, invoice=opened)
        assert decision(at, 2).reason is Reason.DISPUTED
        closed(at, 3, invoice=close)
        assert decision(at, 4).reason is Reason.DUE

    def test_what_the_list_says_holds_as_well(self) -> None:
        at = world()
        at.items = [replace(at.items[0], disputed=True)]
        disputed(at, 1, "200.00")
        found = decision(at, 2)
        assert (found.reason, found.item.set_aside) == (Reason.DISPUTED, euro("0.00"))

    def test_one_that_was_opened_by_phone_counts(self) -> None:
        at = world()
        at.record(EventKind.CALL, day(1), invoice="F1", outcome=Outcome.DISPUTED)
        assert decision(at, 2).reason is Reason.DISPUTED


class TestPart:
    """200 of the 1000 are disputed: the rest goes on."""

    def test_the_letter_asks_for_the_rest_only(self) -> None:
        at = world()
        disputed(at, 1, "200.00")
        (sent,) = at.propose(day(2)).notices
        assert [each.open for each in sent.items] == [euro("800.00")]
        assert sent.total == euro("800.00")
        found = decision(at, 2)
        assert (found.item.outstanding, found.item.set_aside) == (euro("1000.00"), euro("200.00"))
        assert text(at, 2) == (
            "Aan de beurt sinds 03-03-2026: Een. Hiervan is € 200,00 betwist; dat deel wordt nu"
            " niet gevorderd."
        )

    def test_interest_and_costs_are_over_the_rest(self) -> None:
        rules = policy(letter("een", 1), letter("twee", 8, charge=Charge.INTEREST_AND_COSTS))
        owed = {}
        for amount in (None, "200.00"):
            at = World(
                rules,
                [item("F1", DUE, "1000.00", term_agreed=True)],
                debtors={"1": reachable("1", kind=DebtorKind.BUSINESS)},
                terms={"claims": claim_rules()},
            )
            at.run(day(1))
            if amount:
                disputed(at, 2, amount)
            owed[amount] = decision(at, 60).owed
        at = World(
            rules,
            [item("F1", DUE, "800.00", term_agreed=True)],
            debtors={"1": reachable("1", kind=DebtorKind.BUSINESS)},
            terms={"claims": claim_rules()},
        )
        at.run(day(1))
        assert owed["200.00"] == decision(at, 60).owed
        assert owed["200.00"].interest < owed[None].interest
        assert owed["200.00"].costs < owed[None].costs

    @pytest.mark.parametrize(
        ("parts", "asked"),
        [
            (["200.00"], "800.00"),
            (["200.00", "300.00"], "500.00"),  # several parts add up
            (["200.00", "800.00"], None),  # nothing is left: disputed as a whole
            (["1000.00"], None),
            (["1500.00"], None),
            (["200.00", None], None),  # one of them is about all of it
        ],
    )
    def test_several_parts(self, parts: list[str | None], asked: str | None) -> None:
        at = world()
        for part in parts:
            disputed(at, 1, part)
        letters = at.propose(day(2)).notices
        assert [each.total for each in letters] == ([euro(asked)] if asked else [])
        assert decision(at, 2).reason is (Reason.DUE if asked else Reason.DISPUTED)

    def test_what_is_paid_is_taken_from_the_rest_and_then_only_the_dispute_is_left(self) -> None:
        at = world()
        disputed(at, 1, "200.00")
        at.pay("F1", "500.00")
        assert decision(at, 2).item.open == euro("300.00")
        at.pay("F1", "300.00")
        assert decision(at, 3).reason is Reason.DISPUTED

    def test_closed_the_whole_invoice_is_asked_for_again(self) -> None:
        at = world()
        disputed(at, 1, "200.00")
        disputed(at, 1, "100.00")
        closed(at, 3)
        (sent,) = at.propose(day(4)).notices
        assert sent.total == euro("1000.00")

    def test_a_part_of_the_debtor_as_a_whole_is_no_part_of_any_invoice(self) -> None:
        at = world("F2")
        disputed(at, 1, "200.00", invoice="")
        assert at.reasons(day(2)) == {"F1": "DISPUTED", "F2": "DISPUTED"}

    def test_by_phone_too(self) -> None:
        at = world()
        at.record(
            EventKind.CALL,
            day(1),
            invoice="F1",
            outcome=Outcome.DISPUTED,
            amount=euro("200.00"),
        )
        assert decision(at, 2).item.open == euro("800.00")

    def test_a_recorded_payment_that_the_list_does_not_show_yet_is_not_taken_for_the_part(
        self,
    ) -> None:
        at = world()
        at.items = [replace(at.items[0], amount=euro("1000.00"))]
        disputed(at, 1, "200.00")
        at.record(EventKind.PAYMENT, day(2), invoice="F1", amount=euro("800.00"))
        assert text(at, 3) == ("Betaling van € 800,00 is vastgelegd; de lijst toont haar nog niet.")


class TestItsDayForAnAnswer:
    def test_passed_it_is_a_finding_and_holds_all_the_same(self) -> None:
        at = world()
        disputed(at, 1, until=day(8), by="Kim")
        assert "DISPUTE_OVERDUE" not in codes(at, 8)
        found = only(at, 9, "DISPUTE_OVERDUE")
        assert finding_text(found) == (
            "Debiteur 1: de betwisting van 03-03-2026 zou uiterlijk 10-03-2026 zijn beantwoord, en"
            " zij staat nog open. Los haar op en leg dat vast (betwisting opgelost). Tot dan wordt"
            " het betwiste bedrag niet gevraagd."
        )
        assert decision(at, 9).reason is Reason.DISPUTED

    def test_one_of_the_whole_debtor_is_told_once(self) -> None:
        at = world("F2", "F3")
        disputed(at, 1, invoice="", until=day(8))
        assert only(at, 9, "DISPUTE_OVERDUE").invoice == ""

    @pytest.mark.parametrize("end", ["closed", "paid"])
    def test_not_when_it_is_over(self, end: str) -> None:
        at = world()
        disputed(at, 1, "200.00", until=day(8))
        if end == "closed":
            closed(at, 9)
        else:
            at.pay("F1", "1000.00")
        assert "DISPUTE_OVERDUE" not in codes(at, 10)


class TestBlock:
    def test_it_runs_up_to_and_including_its_last_day_and_names_who_placed_it(self) -> None:
        at = world()
        at.record(EventKind.BLOCK, day(1), invoice="F1", until=day(10), note="in overleg", by="Kim")
        assert text(at, 10) == "Geblokkeerd tot en met 12-03-2026. Notitie: in overleg (Kim)"
        assert at.run(day(10)) == {}
        assert at.run(day(11)) == {"F1": "een"}

    def test_without_a_day_it_runs_until_it_is_lifted(self) -> None:
        at = world("F2")
        at.record(EventKind.BLOCK, day(1), by="Kim")
        assert text(at, 400) == "Geblokkeerd tot u de blokkade opheft. Notitie: (Kim)"
        at.record(EventKind.UNBLOCK, day(2), invoice="F1")
        assert at.run(day(3)) == {"F1": "een"}


class TestDirectDebit:
    @pytest.mark.parametrize(("days", "late"), [(10, False), (11, True), (60, True)])
    def test_still_open_more_than_ten_days_after_its_due_date(
        self, days: int, *, late: bool
    ) -> None:
        at = world()
        at.debtors = {"1": reachable("1", direct_debit=True)}
        assert ("DIRECT_DEBIT_LATE" in codes(at, days)) is late
        assert decision(at, days).reason is Reason.DIRECT_DEBIT

    def test_it_tells_what_to_do(self) -> None:
        at = world()
        at.items = [replace(at.items[0], direct_debit=True)]
        assert finding_text(only(at, 14, "DIRECT_DEBIT_LATE")) == (
            "Factuur F1 van debiteur 1 gaat via automatische incasso en staat 14 dagen na de"
            " vervaldatum nog open. Is de incasso mislukt of teruggeboekt, maak dan Automatische"
            " incasso leeg; anders komt er geen herinnering."
        )


def test_without_a_dispute_nothing_is_disputed() -> None:
    at = world()
    events = (at.record(EventKind.BLOCK, day(1), invoice="F1", amount=euro("5.00")),)
    assert open_disputes(events) == ()
    assert disputed_part(events, outstanding=euro("10.00")) == euro("0.00")
