"""Which letter in the log starts the term after which a consumer owes costs; and what stops it."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal
from typing import Any

import pytest

from tests.rules.claims_world import D, costs, on, world
from tests.rules.world import World, item
from xl_dunning.rules.events import Channel, Event, EventKind
from xl_dunning.rules.ledger import DebtorKind
from xl_dunning.rules.money import ZERO, euro, total
from xl_dunning.rules.proposal import Clock, Reason

CONSUMER = DebtorKind.CONSUMER
SCALE = Decimal("67.50")  # 15 % over 100 + 350


def dunned(found: World, sent: str, **more: object) -> list[Event]:
    """Both invoices got their reminder in September, and the 14-dagenbrief on that day."""
    letter: dict[str, object] = {"kind": EventKind.LETTER, "channel": Channel.POST, **more}
    events = []
    for invoice in ("A", "B"):
        if not any(event.invoice == invoice for event in found.log):
            found.record(EventKind.LETTER, D("2026-09-06"), invoice=invoice, stage="herinnering")
        details: dict[str, Any] = {key: letter[key] for key in letter if key != "kind"}
        kind = EventKind(str(letter["kind"]))
        events.append(
            found.record(kind, D(sent), invoice=invoice, stage="veertiendagenbrief", **details)
        )
    return events


def codes(found: World, day: str) -> set[str]:
    return {finding.code for finding in found.propose(D(day)).findings}


@pytest.mark.parametrize(
    ("sent", "letter", "finding"),
    [
        # before the due dates of 1 and 2 September: there was no default yet (6:96 lid 6)
        ("2026-08-25", {}, "TERM_LETTER_BEFORE_DEFAULT"),
        # known from the list only: nobody knows what it said and when it arrived
        ("2026-10-01", {"kind": EventKind.IMPORTED}, "TERM_LETTER_IMPORTED"),
        # by post and by e-mail have different terms
        ("2026-10-01", {"channel": None}, "TERM_LETTER_CHANNEL"),
        ("2026-10-01", {"channel": Channel.PHONE}, "TERM_LETTER_CHANNEL"),
    ],
)
def test_a_letter_without_force_gives_no_costs_and_says_why(
    sent: str, letter: dict[str, object], finding: str
) -> None:
    found = world(CONSUMER)
    dunned(found, sent, **letter)
    assert costs(found, D("2026-12-31")) == ZERO
    assert finding in codes(found, "2026-12-31")


def test_a_letter_older_than_the_rule_about_delivery_does_not_stop_the_run() -> None:
    found = world(CONSUMER)
    found.items = [replace(entry, due_date=D("2016-01-05")) for entry in found.items]
    dunned(found, "2016-02-01")
    assert costs(found, D("2026-12-01")) == ZERO
    assert "TERM_LETTER_BEFORE_LAW" in codes(found, "2026-12-01")


def test_a_new_correct_letter_mends_one_that_went_out_too_early() -> None:
    found = world(CONSUMER)
    dunned(found, "2026-08-25")
    dunned(found, "2026-10-01", channel=Channel.EMAIL)  # last day Thursday 15 October
    assert costs(found, D("2026-10-15")) == ZERO
    assert costs(found, D("2026-10-16")) == SCALE
    assert not codes(found, "2026-10-16") & {"TERM_LETTER_BEFORE_DEFAULT"}


def test_of_two_letters_that_count_the_last_one_does() -> None:
    found = world(CONSUMER)
    dunned(found, "2026-10-01", channel=Channel.EMAIL)
    dunned(found, "2026-11-02")  # delivered Thursday 5, last day Thursday 19 November
    assert costs(found, D("2026-11-19")) == ZERO
    assert costs(found, D("2026-11-20")) == SCALE


def test_a_letter_that_was_taken_back_gives_no_costs() -> None:
    found = world(CONSUMER)
    letters = dunned(found, "2026-10-01")
    assert costs(found, D("2026-12-01")) == SCALE
    found.void(letters, D("2026-12-01"))
    assert costs(found, D("2026-12-01")) == ZERO


def test_the_next_step_waits_for_the_term_of_a_letter_logged_by_hand() -> None:
    found = world(CONSUMER)
    # Wednesday before Christmas: delivered Tuesday 29, last day Wednesday 13 January
    dunned(found, "2026-12-23")
    waiting = on(found, "2027-01-13")["A"]
    assert (waiting.reason, waiting.clock) == (Reason.TOO_EARLY, Clock.PAY_BY)
    assert waiting.earliest == D("2027-01-15")  # and a day of correction
    assert costs(found, D("2027-01-14")) == SCALE


def test_a_term_that_the_letter_made_longer_is_kept() -> None:
    found = world(CONSUMER)
    dunned(found, "2026-11-02", pay_by=D("2026-11-30"))
    assert costs(found, D("2026-11-30")) == ZERO
    assert costs(found, D("2026-12-01")) == SCALE


class TestCredit:
    """What the debtor has to his credit bears no costs, now or later."""

    def test_it_is_settled_in_the_gravest_letter_so_that_this_announces_the_right_costs(
        self,
    ) -> None:
        found = world(CONSUMER)
        found.record(EventKind.LETTER, D("2026-09-06"), invoice="B", stage="herinnering")
        found.items.append(replace(item("CR", D("2026-09-20"), "-50.00"), ref=3))
        reminder, fourteen = found.propose(D("2026-10-01")).notices
        assert (reminder.stage.key, fourteen.stage.key) == ("herinnering", "veertiendagenbrief")
        assert (reminder.principal, fourteen.principal) == (euro(100), euro(300))
        assert fourteen.charges.announced_costs == Decimal("45.00")

    def test_a_disputed_invoice_does_not_take_it_from_the_letter(self) -> None:
        found = world(CONSUMER)
        for invoice in ("A", "B"):
            found.record(EventKind.LETTER, D("2026-09-06"), invoice=invoice, stage="herinnering")
        found.record(EventKind.DISPUTE, D("2026-09-20"), invoice="A")
        found.items.append(replace(item("CR", D("2026-09-20"), "-50.00"), ref=3))
        found.run(D("2026-10-01"))
        (notice,) = found.propose(D("2026-11-01")).notices
        assert notice.principal == euro(300)
        assert notice.charges.costs == Decimal("45.00")
        assert {line.base for own in notice.decisions for line in own.owed.lines} == {euro(300)}

    def test_the_costs_charged_are_those_announced(self) -> None:
        found = world(CONSUMER)
        found.run(D("2026-09-07"))
        found.items.append(replace(item("CR", D("2026-09-20"), "-120.00"), ref=3))
        (announced,) = found.propose(D("2026-10-01")).notices
        found.run(D("2026-10-01"))
        (charged,) = found.propose(D("2026-11-01")).notices
        assert announced.charges.announced_costs == charged.charges.costs == Decimal("49.50")


class TestPayments:
    """A payment within the term lowers the costs, a later one does not (HR 2016:2704, 3.8)."""

    @pytest.mark.parametrize(
        ("paid_on", "expected"),
        [
            ("2026-10-20", "40.00"),  # on the last day: 15 % over the 100 that was left
            ("2026-10-21", "150.00"),  # a day later: over all that was open then
        ],
    )
    def test_one_that_was_logged_and_booked(self, paid_on: str, expected: str) -> None:
        found = world(CONSUMER)
        found.items = [replace(item("A", D("2026-09-01"), "1000.00"), amount=euro(1000), ref=1)]
        dunned(found, "2026-10-01")
        found.items = [replace(found.items[0], open=euro(100))]
        found.record(EventKind.PAYMENT, D(paid_on), invoice="A", amount=euro(900))
        assert costs(found, D("2026-11-01")) == Decimal(expected)

    def test_one_that_the_list_does_not_show_yet_does_not_raise_the_costs(self) -> None:
        found = world(CONSUMER)
        found.items = [replace(item("A", D("2026-09-01"), "1000.00"), amount=euro(1000), ref=1)]
        dunned(found, "2026-10-01")
        found.record(EventKind.PAYMENT, D("2026-10-25"), invoice="A", amount=euro(900))
        assert costs(found, D("2026-11-01")) == Decimal("150.00")


class TestNoAgreedTerm:
    """A day that only stands on the invoice is not fatal: notice of default comes first."""

    def test_the_consumer_gets_notice_first_and_interest_after_its_term(self) -> None:
        found = world(CONSUMER, term_agreed=False)
        stages: list[str] = []
        day = D("2026-09-02")
        while day <= D("2026-11-30"):
            if stage := found.run(day).get("A"):
                stages.append(stage)
            notice = [event.pay_by for event in found.log if event.stage == "ingebrekestelling"]
            passed = bool(notice and notice[0] and day > notice[0])
            assert (on(found, day.isoformat())["A"].owed.default_since is not None) == passed
            day += timedelta(days=1)
        assert stages == ["herinnering", "ingebrekestelling", "veertiendagenbrief", "sommatie"]

    def test_with_an_agreed_term_nobody_gets_that_letter(self) -> None:
        found = world(CONSUMER)
        found.run(D("2026-09-07"))
        assert found.run(D("2026-10-01")) == {"A": "veertiendagenbrief", "B": "veertiendagenbrief"}

    def test_one_that_was_logged_by_hand_counts_from_the_day_it_named(self) -> None:
        found = world(CONSUMER, term_agreed=False)
        found.record(EventKind.LETTER, D("2026-09-06"), invoice="A", stage="herinnering")
        found.record(
            EventKind.LETTER,
            D("2026-09-25"),
            invoice="A",
            stage="ingebrekestelling",
            until=D("2026-10-09"),
        )
        assert on(found, "2026-10-09")["A"].owed.default_since is None
        assert on(found, "2026-10-10")["A"].owed.default_since == D("2026-10-10")


class TestBelgianConsumer:
    """Interest only after the first reminder and its waiting period (art. XIX.2 and XIX.4 WER)."""

    def test_interest_and_lump_sum_start_on_the_same_day(self) -> None:
        found = world(CONSUMER, country="be", lump_sum_agreed=True, interest="8")
        (letter,) = found.propose(D("2026-11-02")).notices
        assert letter.charges.announced_percent == Decimal(8)
        assert letter.pay_by == D("2026-11-18")  # the term that the letter names is the law's
        found.run(D("2026-11-02"))
        for day, owes in (("2026-11-18", False), ("2026-11-19", True)):
            decisions = on(found, day).values()
            assert bool(total(own.owed.interest for own in decisions)) is owes
            assert bool(total(own.owed.costs for own in decisions)) is owes

    def test_vat_is_never_added(self) -> None:
        found = world(CONSUMER, country="be", lump_sum_agreed=True, charges_vat=True)
        found.run(D("2026-09-08"))
        (notice,) = found.propose(D("2026-10-20")).notices
        assert (notice.charges.costs, notice.charges.vat) == (Decimal("60.00"), ZERO)


class TestDailyInterest:
    def test_it_counts_over_what_bears_interest_and_over_nothing_else(self) -> None:
        found = world(DebtorKind.BUSINESS)
        found.items = [
            replace(item("A", D("2026-08-01"), "10000.00"), ref=1),
            # not agreed, and no thirty days since: not in default
            replace(
                item("B", D("2026-11-15"), "5000.00"),
                term_agreed=False,
                invoice_date=D("2026-11-01"),
                ref=2,
            ),
        ]
        for day, stage in (("2026-08-05", "herinnering"), ("2026-08-25", "aanmaning")):
            found.record(EventKind.LETTER, D(day), invoice="A", stage=stage, channel=Channel.POST)
        (notice,) = found.propose(D("2026-11-21")).notices
        assert notice.principal == euro(15000)
        assert notice.charges.daily_interest == Decimal("2.85")  # 10,000 x 10.40 % / 365
