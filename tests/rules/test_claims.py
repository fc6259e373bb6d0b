"""Interest and costs through a proposal: on the very day they may be claimed, not a day earlier."""

from __future__ import annotations

from dataclasses import replace
from datetime import timedelta
from decimal import Decimal

import pytest

from tests.rules.claims_world import D, costs, on, world
from tests.rules.world import item, reachable
from xl_dunning.rules.events import Channel, EventKind
from xl_dunning.rules.ledger import DebtorKind
from xl_dunning.rules.money import ZERO, euro, total
from xl_dunning.rules.owed import CostsMode
from xl_dunning.rules.proposal import Reason


class TestConsumer:
    """Costs need a 14-dagenbrief and its whole term."""

    @pytest.mark.parametrize(
        ("sent", "channel", "first_day"),
        [
            # by post three delivery days (Tuesday to Saturday) since 1 July 2026
            ("2026-11-02", Channel.POST, "2026-11-20"),  # Monday: delivered Thu 5, day 14 Thu 19
            ("2026-11-05", Channel.POST, "2026-11-25"),  # Thursday: delivered Tue 10, last Tue 24
            # delivered Fri 4 December, day 14 is Fri 18
            ("2026-12-01", Channel.POST, "2026-12-19"),
            # 25 and 26 December, Sunday and Monday carry no post; day 14 is Wed 13 January
            ("2026-12-23", Channel.POST, "2027-01-14"),
            # by e-mail on the day itself; Christmas Day moves the last day to Monday 28 December
            ("2026-12-11", Channel.EMAIL, "2026-12-29"),
            ("2026-11-21", Channel.EMAIL, "2026-12-08"),  # Saturday 5 December moves to Monday 7
        ],
    )
    def test_costs_appear_on_the_day_after_the_term_and_not_a_day_earlier(
        self, sent: str, channel: Channel, first_day: str
    ) -> None:
        found = world(DebtorKind.CONSUMER)
        for invoice in ("A", "B"):
            found.record(EventKind.LETTER, D("2026-09-05"), invoice=invoice, stage="herinnering")
            found.record(
                EventKind.LETTER,
                D(sent),
                invoice=invoice,
                stage="veertiendagenbrief",
                channel=channel,
                document="brief.docx",
            )
        day = D(sent)
        while day < D(first_day):
            assert costs(found, day) == ZERO
            day += timedelta(days=1)
        # 15 % over 100 + 350 together, not twice the minimum of 40
        assert costs(found, day) == Decimal("67.50")

    def test_without_that_letter_no_costs_are_ever_claimed(self) -> None:
        found = world(DebtorKind.CONSUMER)
        found.record(EventKind.LETTER, D("2026-09-05"), invoice="A", stage="herinnering")
        assert costs(found, D("2026-12-31")) == ZERO

    def test_two_letters_of_two_days_have_each_their_own_term_and_scale(self) -> None:
        found = world(DebtorKind.CONSUMER)
        for invoice, sent in (("A", "2026-10-05"), ("B", "2026-11-02")):
            found.record(
                EventKind.LETTER,
                D(sent),
                invoice=invoice,
                stage="veertiendagenbrief",
                channel=Channel.POST,
                document=f"{invoice}.docx",
            )
        assert costs(found, D("2026-11-10")) == Decimal("40.00")
        assert costs(found, D("2026-11-20")) == Decimal("92.50")  # 40.00 and 52.50

    def test_the_letter_announces_the_exact_costs_and_claims_none(self) -> None:
        found = world(DebtorKind.CONSUMER)
        found.run(D("2026-09-07"))
        (notice,) = found.propose(D("2026-11-21")).notices
        assert notice.stage.key == "veertiendagenbrief"
        assert notice.total == notice.principal == euro(450)
        assert notice.charges.announced_costs == Decimal("67.50")
        assert notice.pay_by == D("2026-12-10")  # delivered Thu 26 November, day 14 Thu 10

    def test_the_next_letter_waits_for_the_legal_term_and_then_claims_the_costs(self) -> None:
        found = world(DebtorKind.CONSUMER)
        found.run(D("2026-09-07"))
        found.run(D("2026-11-21"))
        for event in found.log[-2:]:
            assert event.pay_by == D("2026-12-10")
        assert on(found, "2026-12-11")["A"].reason is Reason.TOO_EARLY  # a day of correction
        (notice,) = found.propose(D("2026-12-12")).notices
        assert notice.stage.key == "sommatie"
        interest = total(decision.owed.interest for decision in notice.decisions)
        assert interest > ZERO
        assert notice.charges.costs == Decimal("67.50")
        assert notice.total == notice.principal + interest + Decimal("67.50")

    def test_a_letter_of_which_nobody_knows_how_it_was_sent_gives_no_costs(self) -> None:
        found = world(DebtorKind.CONSUMER)
        found.record(EventKind.LETTER, D("2026-10-01"), invoice="A", stage="veertiendagenbrief")
        assert costs(found, D("2026-12-31")) == ZERO

    def test_a_debtor_of_unknown_kind_is_a_consumer(self) -> None:
        found = world(DebtorKind.CONSUMER)
        found.debtors = {"1": reachable("1")}
        found.record(EventKind.LETTER, D("2026-09-05"), invoice="A", stage="herinnering")
        assert costs(found, D("2026-12-31")) == ZERO

    def test_vat_is_added_only_when_the_settings_say_so(self) -> None:
        found = world(DebtorKind.CONSUMER, charges_vat=True)
        found.run(D("2026-09-07"))
        (notice,) = found.propose(D("2026-11-21")).notices
        assert notice.charges.announced_vat == Decimal("14.18")  # 21 % of 67.50 is 14.175


class TestBusiness:
    """At least € 40 by law, the scale once a letter was sent; interest from the first day."""

    @pytest.mark.parametrize(
        ("day", "expected"),
        [
            ("2026-09-01", "0.00"),  # the due date
            ("2026-09-02", "40.00"),  # the first day of default of A
            ("2026-11-21", "40.00"),  # nobody was written to
        ],
    )
    def test_without_a_letter_the_floor_of_the_law(self, day: str, expected: str) -> None:
        assert costs(world(DebtorKind.BUSINESS), D(day)) == Decimal(expected)

    def test_after_a_letter_the_scale_over_the_sum(self) -> None:
        found = world(DebtorKind.BUSINESS)
        found.run(D("2026-09-08"))
        assert costs(found, D("2026-09-08")) == Decimal("67.50")

    @pytest.mark.parametrize(
        ("mode", "expected"),
        [
            (CostsMode.PER_INVOICE, "92.50"),  # 40.00 and 52.50
            (CostsMode.NONE, "0.00"),
        ],
    )
    def test_or_as_the_settings_say(self, mode: CostsMode, expected: str) -> None:
        found = world(DebtorKind.BUSINESS, business_costs=mode)
        found.run(D("2026-09-08"))
        assert costs(found, D("2026-10-08")) == Decimal(expected)

    def test_interest_runs_from_the_day_after_the_due_date(self) -> None:
        found = world(DebtorKind.BUSINESS)
        assert on(found, "2026-09-01")["A"].owed.interest == ZERO
        assert on(found, "2026-11-21")["A"].owed.default_since == D("2026-09-02")
        # 81 days at 10.40 % over 100
        assert on(found, "2026-11-21")["A"].owed.interest == Decimal("2.31")

    def test_without_an_agreed_term_from_thirty_days_after_the_invoice(self) -> None:
        found = world(DebtorKind.BUSINESS, term_agreed=False)
        found.items = [replace(entry, invoice_date=D("2026-08-25")) for entry in found.items]
        assert on(found, "2026-11-21")["A"].owed.default_since == D("2026-09-25")

    def test_the_reminder_claims_nothing_the_aanmaning_interest_the_sommatie_all(self) -> None:
        found = world(DebtorKind.BUSINESS)
        charged = []
        for day in ("2026-09-08", "2026-10-01", "2026-11-02"):
            (notice,) = found.propose(D(day)).notices
            charges = notice.charges
            charged.append((notice.stage.key, charges.interest > ZERO, charges.costs > ZERO))
            assert notice.total == notice.principal + charges.interest + charges.costs
            found.run(D(day))
        assert charged == [
            ("herinnering", False, False),
            ("aanmaning", True, False),
            ("sommatie", True, True),
        ]


class TestBelgium:
    """Boek XIX for consumers, the law of 2 August 2002 for businesses."""

    def test_a_consumer_owes_nothing_on_top_without_a_clause_in_the_contract(self) -> None:
        found = world(DebtorKind.CONSUMER, country="be")
        found.run(D("2026-09-08"))
        decision = on(found, "2026-12-01")["A"]
        assert (decision.owed.interest, decision.owed.costs) == (ZERO, ZERO)

    @pytest.mark.parametrize(("agreed", "announced"), [(False, "0.00"), (True, "60.00")])
    def test_the_first_reminder_is_free_and_names_only_what_the_contract_holds(
        self, agreed: bool, announced: str
    ) -> None:
        found = world(DebtorKind.CONSUMER, country="be", lump_sum_agreed=agreed)
        (notice,) = found.propose(D("2026-11-02")).notices
        assert notice.stage.key == "eerste_herinnering"
        assert notice.total == notice.principal
        assert notice.charges.announced_costs == Decimal(announced)
        assert notice.pay_by >= D("2026-11-18")  # the last day of the waiting period

    @pytest.mark.parametrize(
        ("sent", "channel", "first_day"),
        [
            ("2026-11-02", Channel.POST, "2026-11-19"),  # third working day Thu 5 is day one
            ("2026-11-02", Channel.EMAIL, "2026-11-17"),
        ],
    )
    def test_the_lump_sum_follows_the_free_reminder_and_its_waiting_period(
        self, sent: str, channel: Channel, first_day: str
    ) -> None:
        found = world(DebtorKind.CONSUMER, country="be", lump_sum_agreed=True)
        for invoice in ("A", "B"):
            found.record(
                EventKind.LETTER,
                D(sent),
                invoice=invoice,
                stage="eerste_herinnering",
                channel=channel,
            )
        assert costs(found, D(first_day) - timedelta(days=1)) == ZERO
        assert costs(found, D(first_day)) == Decimal("60.00")  # 30 + 10 % of (450 - 150)

    def test_a_business_owes_the_fixed_forty_and_simple_interest(self) -> None:
        found = world(DebtorKind.BUSINESS, country="be")
        found.run(D("2026-09-08"))
        assert costs(found, D("2026-11-21")) == Decimal("40.00")


def test_after_the_last_known_rate_letters_that_charge_are_held() -> None:
    found = world(DebtorKind.BUSINESS)
    found.run(D("2026-09-08"))
    proposal = found.propose(D("2030-01-02"))
    assert [decision.reason for decision in proposal.decisions] == [Reason.BLOCKED] * 2
    assert [finding.code for finding in proposal.findings] == ["RATES_OUTDATED"]
    assert not proposal.notices


def test_what_the_debtor_has_to_his_credit_bears_no_interest_and_no_costs() -> None:
    found = world(DebtorKind.CONSUMER)
    found.items.append(replace(item("CREDIT", None, "-150.00"), ref=3))
    found.run(D("2026-09-07"))
    (letter,) = found.propose(D("2026-10-01")).notices
    assert letter.principal == Decimal("300.00")
    assert letter.charges.announced_costs == Decimal("45.00")  # 15 % over 300
    found.run(D("2026-10-01"))
    assert costs(found, D("2026-12-31")) == Decimal("45.00")  # not a cent more than announced
    later = on(found, "2026-12-31")
    assert later["A"].owed.interest == ZERO  # paid by the credit
    assert later["B"].owed.interest > ZERO
