"""One claim as a whole, day by day around the dates that matter."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from xl_dunning.law.calendar import is_holiday, is_working_day
from xl_dunning.law.loader import load_law
from xl_dunning.rules.claim import Payment
from xl_dunning.rules.claim_question import ClaimQuestion, LetterSent
from xl_dunning.rules.events import Channel
from xl_dunning.rules.findings import Refusal
from xl_dunning.rules.ledger import DebtorKind
from xl_dunning.rules.money import ZERO, euro
from xl_dunning.rules.single_claim import ClaimAnswer, answer

CONSUMER = ClaimQuestion(
    principal=euro(1000), due=date(2026, 9, 30), as_of=date(2026, 12, 31), kind=DebtorKind.CONSUMER
)
BUSINESS = replace(CONSUMER, kind=DebtorKind.BUSINESS)


def asked(question: ClaimQuestion, country: str = "nl") -> ClaimAnswer:
    return answer(
        question,
        law=load_law(country),
        is_holiday=is_holiday(country),
        is_working_day=is_working_day(country),
    )


def codes(found: ClaimAnswer) -> list[str]:
    return [finding.code for finding in found.findings]


def costs_by_day(question: ClaimQuestion, first: date, days: int, country: str) -> list[str]:
    """Each day with the costs on it, from the first day on."""
    return [
        f"{day:%d-%m} {asked(replace(question, as_of=day), country).costs.net}"
        for day in (first + timedelta(days=number) for number in range(days))
    ]


class TestCostsOfAConsumerAppearOnTheVeryDay:
    @pytest.mark.parametrize(
        ("country", "letter", "first", "walk", "why"),
        [
            (
                "nl",
                LetterSent(on=date(2026, 11, 2)),
                date(2026, 11, 18),
                ["18-11 0.00", "19-11 0.00", "20-11 150.00", "21-11 150.00"],
                "post: delivered Thursday 5, fourteen days to Thursday 19 November",
            ),
            (
                "nl",
                LetterSent(on=date(2026, 11, 2), channel=Channel.EMAIL),
                date(2026, 11, 15),
                ["15-11 0.00", "16-11 0.00", "17-11 150.00"],
                "e-mail: delivered the same day",
            ),
            (
                "nl",
                LetterSent(on=date(2026, 11, 7), channel=Channel.EMAIL),
                date(2026, 11, 20),
                ["20-11 0.00", "21-11 0.00", "22-11 0.00", "23-11 0.00", "24-11 150.00"],
                "the fourteenth day is a Saturday: Monday is in time as well",
            ),
            (
                "nl",
                LetterSent(on=date(2026, 12, 11), channel=Channel.EMAIL),
                date(2026, 12, 24),
                [
                    "24-12 0.00",
                    "25-12 0.00",
                    "26-12 0.00",
                    "27-12 0.00",
                    "28-12 0.00",
                    "29-12 150.00",
                ],
                "the fourteenth day is Christmas, and a weekend follows",
            ),
            (
                "be",
                LetterSent(on=date(2026, 11, 2)),
                date(2026, 11, 17),
                ["17-11 0.00", "18-11 0.00", "19-11 90.00"],
                "Belgium by post: the third working day is day one",
            ),
            (
                "be",
                LetterSent(on=date(2026, 11, 2), channel=Channel.EMAIL),
                date(2026, 11, 15),
                ["15-11 0.00", "16-11 0.00", "17-11 90.00"],
                "Belgium by e-mail",
            ),
        ],
    )
    def test_and_not_a_day_earlier(
        self, country: str, letter: LetterSent, first: date, walk: list[str], why: str
    ) -> None:
        question = replace(CONSUMER, letter=letter)
        assert costs_by_day(question, first, len(walk), country) == walk, why

    def test_a_letter_at_easter(self) -> None:
        question = replace(
            CONSUMER,
            due=date(2026, 2, 28),
            letter=LetterSent(on=date(2026, 3, 18), delivery_days=2),
        )
        assert costs_by_day(question, date(2026, 4, 3), 5, "nl") == [
            "03-04 0.00",  # the fourteenth day, Good Friday
            "04-04 0.00",  # Saturday
            "05-04 0.00",  # Easter
            "06-04 0.00",  # Easter Monday
            "07-04 0.00",  # the first working day: still in time
        ]
        assert costs_by_day(question, date(2026, 4, 8), 1, "nl") == ["08-04 150.00"]


class TestALetterThatDoesNotCount:
    @pytest.mark.parametrize(
        ("sent", "code", "why"),
        [
            (date(2026, 9, 30), "LETTER_BEFORE_DEFAULT", "on the due date he is not in default"),
            (date(2026, 9, 1), "LETTER_BEFORE_DEFAULT", "long before"),
            (date(2027, 1, 4), "LETTER_AFTER_DAY", "after the day of the claim"),
        ],
    )
    def test_gives_no_costs(self, sent: date, code: str, why: str) -> None:
        found = asked(replace(CONSUMER, letter=LetterSent(on=sent)))
        assert found.costs.net == ZERO, why
        assert code in codes(found)

    def test_for_a_business_changes_nothing(self) -> None:
        found = asked(replace(BUSINESS, letter=LetterSent(on=date(2026, 11, 2))))
        assert found.costs.net == euro(150)
        assert "LETTER_NOT_NEEDED" in codes(found)


class TestPayments:
    def test_inside_the_term_lower_the_costs_and_do_not_go_to_them(self) -> None:
        found = asked(
            replace(
                CONSUMER,
                letter=LetterSent(on=date(2026, 11, 2)),
                payments=(Payment(on=date(2026, 11, 19), amount=euro(500)),),
            )
        )
        (allocation,) = found.claim.allocations
        assert allocation.share.costs == ZERO
        left = euro(1000) - allocation.share.principal
        assert found.costs.net == euro(left * Decimal("0.15"))

    def test_on_the_day_after_the_term_go_to_the_costs_first(self) -> None:
        found = asked(
            replace(
                CONSUMER,
                letter=LetterSent(on=date(2026, 11, 2)),
                payments=(Payment(on=date(2026, 11, 20), amount=euro(500)),),
            )
        )
        (allocation,) = found.claim.allocations
        assert allocation.share.costs == euro(150)
        assert found.costs.net == ZERO

    def test_go_to_the_costs_before_the_vat_over_them(self) -> None:
        found = asked(
            replace(
                CONSUMER,
                vat=True,
                letter=LetterSent(on=date(2026, 11, 2)),
                payments=(Payment(on=date(2026, 11, 20), amount=euro(160)),),
            )
        )
        assert (found.costs.net, found.costs.vat) == (ZERO, euro("21.50"))  # 31.50 - 10.00

    def test_of_everything_in_time_leave_nothing(self) -> None:
        paid = (Payment(on=date(2026, 9, 30), amount=euro(1000)),)
        for question in (CONSUMER, BUSINESS):
            assert asked(replace(question, payments=paid)).total == ZERO

    def test_that_came_a_day_late_leave_a_business_the_floor(self) -> None:
        paid = (Payment(on=date(2026, 10, 2), amount=euro("1000.57")),)
        found = asked(replace(BUSINESS, payments=paid))
        assert (found.claim.principal, found.costs.net) == (ZERO, euro(40))
        assert found.costs.article == "art. 6:96 lid 4 BW"

    def test_of_an_unknown_letter_go_to_interest_and_principal_and_that_is_said(self) -> None:
        paid = (Payment(on=date(2026, 10, 31), amount=euro(500)),)
        found = asked(replace(CONSUMER, payments=paid))
        assert "PAYMENTS_BEFORE_COSTS" in codes(found)
        assert found.claim.allocations[0].share.costs == ZERO

    def test_after_the_day_wait_and_that_is_said(self) -> None:
        paid = (Payment(on=date(2027, 1, 1), amount=euro(500)),)
        found = asked(replace(CONSUMER, payments=paid))
        assert found.claim.principal == euro(1000)
        assert "PAYMENT_AFTER_DAY" in codes(found)

    def test_of_too_much_are_said(self) -> None:
        found = asked(
            replace(CONSUMER, payments=(Payment(on=date(2026, 10, 1), amount=euro(2000)),))
        )
        assert found.total == ZERO
        assert "OVERPAID" in codes(found)


def test_on_the_due_date_nothing_is_owed_but_the_principal() -> None:
    for question in (CONSUMER, BUSINESS):
        found = asked(replace(question, as_of=question.due))
        assert found.total == euro(1000)
        assert codes(found) == ["CLAIM_NOT_DUE"]


def test_a_consumer_without_a_letter_is_told_when_the_costs_are_due() -> None:
    found = asked(CONSUMER)
    assert found.costs.net == euro(150)
    assert codes(found) == ["COSTS_ONLY_AFTER_LETTER"]


class TestABelgianConsumer:
    def test_owes_no_interest_that_was_not_agreed(self) -> None:
        found = asked(CONSUMER, "be")
        assert found.claim.interest == ZERO
        assert codes(found) == ["BE_CONSUMER_NO_INTEREST", "BE_LUMP_SUM_ONLY_AGREED"]

    def test_owes_agreed_interest_after_the_waiting_period_only(self) -> None:
        without = asked(replace(CONSUMER, agreed=Decimal(8)), "be")
        assert "BE_INTEREST_AFTER_REMINDER" in codes(without)
        question = replace(CONSUMER, agreed=Decimal(8), letter=LetterSent(on=date(2026, 11, 2)))
        (line,) = asked(question, "be").claim.lines
        assert (line.first, line.percent) == (date(2026, 11, 19), Decimal(8))
        in_term = asked(replace(question, as_of=date(2026, 11, 18)), "be")
        assert in_term.claim.interest == ZERO

    def test_owes_a_small_creditor_interest_from_the_day_after_the_reminder(self) -> None:
        question = replace(
            CONSUMER,
            agreed=Decimal(8),
            small_creditor=True,
            letter=LetterSent(on=date(2026, 11, 2)),
        )
        (line,) = asked(question, "be").claim.lines
        assert line.first == date(2026, 11, 3)

    def test_owes_the_legal_rate_when_more_was_agreed_than_is_allowed(self) -> None:
        question = replace(CONSUMER, agreed=Decimal(12), letter=LetterSent(on=date(2026, 11, 2)))
        found = asked(question, "be")
        assert [line.percent for line in found.claim.lines] == [Decimal("4.5")]
        assert "BE_RATE_TOO_HIGH" in codes(found)

    def test_owes_no_vat_over_the_lump_sum(self) -> None:
        found = asked(replace(CONSUMER, vat=True), "be")
        assert found.costs.vat == ZERO
        assert "VAT_NOT_BELGIAN" in codes(found)


def test_a_doubtful_rate_is_named() -> None:
    found = asked(replace(BUSINESS, due=date(2026, 6, 30), as_of=date(2026, 7, 2)), "be")
    assert "FIGURE_DOUBTFUL" in codes(found)
    earlier = asked(replace(BUSINESS, due=date(2026, 5, 1), as_of=date(2026, 6, 30)), "be")
    assert "FIGURE_DOUBTFUL" not in codes(earlier)


def test_a_principal_below_zero_is_refused() -> None:
    with pytest.raises(Refusal) as refusal:
        asked(replace(CONSUMER, principal=euro(-1)))
    assert refusal.value.code == "PRINCIPAL_NEGATIVE"
