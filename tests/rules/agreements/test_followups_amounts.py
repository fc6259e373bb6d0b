"""What the letters that a run makes by itself ask for, in which currency, less which credits."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.rules.agreements.days import DUE, codes, day
from tests.rules.agreements.followup_world import (
    FAR,
    OCCASIONS,
    call,
    finding,
    logged,
    only,
    plan,
    promise,
    settlement,
    world,
)
from tests.rules.claims_world import rules as claim_rules
from tests.rules.world import World, item, letter, policy, reachable
from xl_dunning.rules.events import Event, EventKind, Outcome
from xl_dunning.rules.ledger import DebtorKind
from xl_dunning.rules.money import ZERO, euro
from xl_dunning.rules.policy import Charge, SuspensionRule


class TestWhatIsStillToBePaid:
    def test_a_confirmation_asks_for_what_is_left_of_the_promise(self) -> None:
        at = world()
        promise(at, amount="600.00")
        at.pay("F1", "200.00")
        sent = only(at, 4)
        assert sent.arrangement is not None
        assert sent.arrangement.amount == euro("400.00")

    def test_a_settlement_tells_the_claim_with_what_the_steps_asked_for(self) -> None:
        at = world()
        at.policy = replace(
            at.policy, stages=(letter("een", 1, charge=Charge.INTEREST_AND_COSTS), FAR)
        )
        at.run(day(1))
        logged(at, EventKind.SETTLEMENT, 3, until=day(20), amount=euro("700.00"))
        assert only(at, 4).stage.charge is Charge.INTEREST_AND_COSTS

    @pytest.mark.parametrize(
        ("agreed", "asked"),
        [
            (lambda at: promise(at, amount="1000.01"), "1000.01"),
            (lambda at: plan(at, "600.00", "600.00"), "1200.00"),
            (lambda at: settlement(at, "1000.00"), "1000.00"),  # nothing is taken off
        ],
    )
    def test_more_than_may_be_claimed_is_a_finding_and_no_letter(
        self, agreed: Callable[[World], Event], asked: str
    ) -> None:
        at = world()
        agreed(at)
        assert at.letters(day(4)) == []
        found = finding(at, 4, "FOLLOW_UP_TOO_MUCH")
        assert found.details["asked"] == euro(asked)
        assert found.details["claim"] == euro("1000.00")

    def test_a_plan_with_interest_and_costs_tells_the_whole_claim(self) -> None:
        at = World(
            policy(letter("een", 1), FAR, confirm=True),
            [item("F1", DUE, "1000.00", term_agreed=True, invoice_date=day(-30))],
            debtors={"1": reachable("1", kind=DebtorKind.BUSINESS)},
            terms={"claims": claim_rules()},
        )
        at.run(day(1))
        plan(at, "550.00", "500.00")  # 1000 and some costs
        sent = only(at, 17)
        assert sent.stage.charge is Charge.INTEREST_AND_COSTS
        assert sent.total >= euro("1050.00")


class TestCurrencies:
    """An amount that was agreed is euro."""

    def dollars(self, at: World) -> None:
        at.items = [replace(each, currency="USD") for each in at.items]

    @pytest.mark.parametrize(
        "agreed",
        [
            lambda at: promise(at, amount="500.00"),
            lambda at: plan(at, "500.00", "500.00"),
            lambda at: settlement(at, "500.00"),
        ],
    )
    def test_in_another_currency_the_user_writes_the_letter(
        self, agreed: Callable[[World], Event]
    ) -> None:
        at = world()
        self.dollars(at)
        agreed(at)
        assert at.letters(day(4)) == []
        assert "FOLLOW_UP_NOT_EURO" in codes(at, 4)

    @pytest.mark.parametrize("template", ["factuur_opnieuw", "bevestiging_afspraak", "opschorting"])
    def test_without_an_amount_the_letter_is_in_that_currency(self, template: str) -> None:
        at = world()
        self.dollars(at)
        OCCASIONS[template](at)
        assert (only(at, 4).currency, only(at, 4).total) == ("USD", euro("1000.00"))

    def test_both_currencies_of_a_debtor_get_a_letter_of_their_own(self) -> None:
        at = world("100.00", "200.00")
        at.items[1] = replace(at.items[1], currency="USD")
        call(at, 3, Outcome.NOT_RECEIVED, "")
        assert at.letters(day(4)) == ["factuur_opnieuw F1", "factuur_opnieuw F2"]


class TestCredits:
    def with_credit(self, amount: str) -> World:
        at = world("1000.00")
        at.policy = replace(
            at.policy, suspension=SuspensionRule(after=1, amount=ZERO, notice=5), confirm=False
        )
        at.items.append(item("C1", None, amount, ref=9))
        return at

    def test_a_letter_that_asks_for_all_settles_what_he_has_to_his_credit(self) -> None:
        sent = only(self.with_credit("-300.00"), 4)
        assert sent.stage.template == "opschorting_aankondiging"
        assert (sent.total, [each.invoice for each in sent.credits]) == (euro("700.00"), ["C1"])

    def test_and_is_not_made_when_that_covers_it(self) -> None:
        assert self.with_credit("-1000.00").letters(day(4)) == []

    def test_one_about_a_single_invoice_settles_nothing(self) -> None:
        at = world("1000.00")
        at.items.append(item("C1", None, "-300.00", ref=9))
        call(at, 3, Outcome.NOT_RECEIVED)
        assert only(at, 4).credits == ()
