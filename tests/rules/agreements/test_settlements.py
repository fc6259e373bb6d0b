"""Settlements: less than the claim, by a last day; after it the whole claim revives."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.rules.agreements.days import DUE, day, decision, text
from tests.rules.world import World, item, letter, policy
from xl_dunning.rules.agreements.states import AgreementState
from xl_dunning.rules.events import Event, EventKind
from xl_dunning.rules.ledger import OpenItem
from xl_dunning.rules.money import euro
from xl_dunning.rules.proposal import Reason

RULES = policy(letter("een", 1), letter("twee", 8), letter("drie", 20))


def billed(amount: str, *, left: str = "") -> OpenItem:
    found = item("F1", DUE, left or amount, invoice_date=day(-30))
    return replace(found, amount=euro(amount))


def settled(at: World, on: int, until: int, amount: str | None = "700.00") -> Event:
    """A settlement of the invoice of 1000 for less."""
    return at.record(
        EventKind.SETTLEMENT,
        day(on),
        invoice="F1",
        until=day(until),
        amount=euro(amount) if amount else None,
    )


@pytest.fixture
def at() -> World:
    """An invoice of 1000 that had its first letter and is settled for 700 by day 10."""
    made = World(RULES, [billed("1000.00")])
    made.run(day(1))
    settled(made, 3, 10)
    return made


def test_until_its_day_it_holds_every_letter(at: World) -> None:
    assert text(at, 10) == (
        "Schikking van 05-03-2026: € 700,00, tot en met 12-03-2026. Is dat dan niet binnen, dan"
        " geldt weer de hele vordering."
    )
    assert at.run(day(10)) == {}


def test_kept_the_rest_is_never_asked_again(at: World) -> None:
    at.pay("F1", "700.00")
    at.run(day(9))
    for days in (11, 30, 400):
        assert decision(at, days).reason is Reason.PAID
        assert at.run(day(days)) == {}
    assert text(at, 401) == "De schikking van € 700,00 is op tijd betaald. Boek het restant af."


def test_in_two_parts_it_is_kept_as_well(at: World) -> None:
    at.pay("F1", "300.00")
    at.run(day(5))
    at.pay("F1", "400.00")
    at.run(day(10))
    assert decision(at, 11).reason is Reason.PAID


@pytest.mark.parametrize("paid", ["0.00", "300.00", "699.99"])
def test_not_kept_the_whole_claim_revives(at: World, paid: str) -> None:
    at.pay("F1", paid)
    found = decision(at, 11)
    assert (found.reason, found.item.open) == (Reason.DUE, euro("1000.00") - euro(paid))
    assert at.run(day(11)) == {"F1": "twee"}


def test_the_reason_tells_what_came_in_by_then(at: World) -> None:
    at.pay("F1", "300.00")
    assert text(at, 11) == (
        "Aan de beurt sinds 13-03-2026: Twee. De schikking van 05-03-2026 is niet op tijd betaald:"
        " tot en met 12-03-2026 kwam er € 300,00 binnen. De hele vordering geldt weer."
    )


def test_money_that_came_too_late_lowers_what_is_open_and_revives_no_settlement(at: World) -> None:
    at.run(day(11))
    at.pay("F1", "700.00")
    at.run(day(12))
    found = decision(at, 25)
    assert (found.reason, found.item.open) == (Reason.DUE, euro("300.00"))


def test_with_bank_days_the_money_of_the_last_day_is_still_in_time() -> None:
    at = World(replace(RULES, correction_days=1), [billed("1000.00")])
    at.run(day(2))
    settled(at, 3, 10)
    at.run(day(11))  # Friday 13 March: one bank day after the last day
    at.pay("F1", "700.00")
    assert decision(at, 14).reason is Reason.PAID


def test_a_payment_that_is_taken_back_revives_the_claim(at: World) -> None:
    at.pay("F1", "700.00")
    at.run(day(9))
    at.run(day(11))
    assert decision(at, 12).reason is Reason.PAID
    at.items = [billed("1000.00")]
    assert decision(at, 20).reason is Reason.DUE


class TestSeenLate:
    """The first run after the settlement comes after its last day."""

    def test_with_an_earlier_run_the_list_tells_what_came_in(self, at: World) -> None:
        at.pay("F1", "700.00")
        assert decision(at, 30).reason is Reason.PAID

    @pytest.mark.parametrize(
        ("left", "reason"),
        [
            ("300.00", Reason.PAID),  # 700 of the invoice came in, and less than that is left
            ("800.00", Reason.DUE),  # 200 came in some day: not the settlement
            ("0.00", Reason.PAID),
        ],
    )
    def test_without_one_the_amount_of_the_invoice_does(self, left: str, reason: Reason) -> None:
        at = World(RULES, [billed("1000.00", left=left)])
        if left == "0.00":
            at.items = [replace(at.items[0], open=euro("0.00"))]
        settled(at, 3, 10)
        assert decision(at, 30).reason is reason

    def test_without_that_either_it_counts_as_not_kept(self) -> None:
        at = World(RULES, [item("F1", DUE, "300.00")])
        settled(at, 3, 10)
        (found,) = at.propose(day(30)).agreements
        assert found.state is AgreementState.PARTLY
        assert decision(at, 30).reason is Reason.DUE


def test_a_settlement_without_an_amount_holds_like_a_promise_and_settles_nothing() -> None:
    at = World(RULES, [billed("1000.00")])
    at.run(day(1))
    settled(at, 3, 10, amount=None)
    at.pay("F1", "700.00")
    assert decision(at, 10).reason is Reason.PROMISE_RUNNING
    assert decision(at, 11).reason is Reason.DUE


def test_of_the_whole_debtor_it_settles_all_that_he_owed_then_and_nothing_later() -> None:
    at = World(RULES, [billed("1000.00"), item("F2", DUE, "500.00", invoice_date=day(-20))])
    at.run(day(1))
    at.record(EventKind.SETTLEMENT, day(3), until=day(10), amount=euro("900.00"))
    at.items = [
        replace(at.items[1], open=euro("600.00"), invoice="F1", ref=1),
        item("F9", day(1), "70.00", invoice_date=day(5)),
        item("C1", None, "-20.00", invoice_date=day(-20)),
    ]
    found = {each.item.invoice: each.reason for each in at.propose(day(12)).decisions}
    assert found == {"F1": Reason.PAID, "F9": Reason.DUE, "C1": Reason.CREDIT_NOTE}
