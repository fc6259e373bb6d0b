"""From which day interest runs, when a claim is prescribed, and what an agreed rate does."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest

from xl_dunning.frontends.messages_nl import finding_text
from xl_dunning.law.loader import load_law
from xl_dunning.rules.agreed import AgreedEffect, agreed_interest
from xl_dunning.rules.default_ import DefaultGround, default_since
from xl_dunning.rules.findings import Severity
from xl_dunning.rules.ledger import DebtorKind
from xl_dunning.rules.prescription import prescription, prescription_finding

DUE, INVOICED = date(2026, 3, 31), date(2026, 3, 1)
CONSUMER, BUSINESS = DebtorKind.CONSUMER, DebtorKind.BUSINESS
AGREED, THIRTY = DefaultGround.TERM_AGREED, DefaultGround.THIRTY_DAYS
NOTICE, NEEDED = DefaultGround.NOTICE_OF_DEFAULT, DefaultGround.NOTICE_NEEDED


@pytest.mark.parametrize(
    ("kind", "agreed", "assumed", "notice_until", "since", "ground"),
    [
        # An agreed day is fatal, for whomever.
        (CONSUMER, True, False, None, date(2026, 4, 1), AGREED),
        (BUSINESS, True, False, None, date(2026, 4, 1), AGREED),
        # Not agreed: a business owes interest from D+31, received on 1 March: 1 April.
        (BUSINESS, False, True, None, date(2026, 4, 1), THIRTY),
        # Not agreed: a consumer must be given notice of default first.
        (CONSUMER, False, True, None, None, NEEDED),
        (CONSUMER, False, True, date(2026, 4, 20), date(2026, 4, 21), NOTICE),
        # A notice whose term ends before the due date brings nothing forward.
        (CONSUMER, False, True, date(2026, 3, 20), date(2026, 4, 1), NOTICE),
        # Unknown: as the setting says.
        (CONSUMER, None, True, None, date(2026, 4, 1), AGREED),
        (CONSUMER, None, False, None, None, NEEDED),
        # An unknown debtor counts as a consumer.
        (None, False, False, None, None, NEEDED),
    ],
)
def test_default_begins(
    kind: DebtorKind | None,
    *,
    agreed: bool | None,
    assumed: bool,
    notice_until: date | None,
    since: date | None,
    ground: DefaultGround,
) -> None:
    found = default_since(
        due_date=DUE,
        kind=kind,
        term_agreed=agreed,
        assume_agreed=assumed,
        legal_term=30,
        invoice_date=INVOICED,
        notice_until=notice_until,
    )
    assert (found.since, found.ground) == (since, ground)


@pytest.mark.parametrize(
    ("invoiced", "due", "since", "why"),
    [
        (date(2026, 3, 1), date(2026, 3, 15), date(2026, 4, 1), "14 days on the invoice: D+31"),
        (date(2026, 3, 1), date(2026, 4, 30), date(2026, 5, 1), "60 days: time that was given"),
        (None, date(2026, 3, 31), date(2026, 5, 1), "receipt unknown: the due date stands for it"),
        (date(2026, 2, 1), date(2026, 2, 28), date(2026, 3, 4), "over the end of February"),
    ],
)
def test_a_business_without_an_agreed_day(
    invoiced: date | None, due: date, since: date, why: str
) -> None:
    found = default_since(
        due_date=due,
        kind=BUSINESS,
        term_agreed=False,
        assume_agreed=False,
        legal_term=30,
        invoice_date=invoiced,
    )
    assert found.since == since, why


class TestPrescription:
    @pytest.mark.parametrize(
        ("on", "code", "why"),
        [
            (date(2026, 12, 14), None, "91 days before"),
            (date(2026, 12, 15), "PRESCRIPTION_NEAR", "90 days before"),
            (date(2027, 3, 15), "PRESCRIPTION_NEAR", "the last day itself"),
            (date(2027, 3, 16), "PRESCRIBED", "too late"),
        ],
    )
    def test_warns_ninety_days_before(self, on: date, code: str | None, why: str) -> None:
        found = prescription_finding(prescription(date(2022, 3, 15), years=5), on=on)
        assert (found.code if found else None) == code, why

    def test_says_until_when_a_letter_must_have_arrived(self) -> None:
        found = prescription_finding(
            prescription(date(2022, 3, 15), years=5),
            on=date(2027, 1, 4),
            debtor="10023",
            invoice="2022-0117",
        )
        assert found
        assert found.severity is Severity.WARNING
        assert finding_text(found) == (
            "Factuur 2022-0117 van debiteur 10023 verjaart: een stuitingsbrief moet uiterlijk op "
            "15-03-2027 zijn aangekomen. Verstuur hem aangetekend en per e-mail."
        )

    def test_an_interruption_on_the_last_day_is_in_time(self) -> None:
        found = prescription(date(2022, 3, 15), years=5, interrupted_on=[date(2027, 3, 15)])
        assert found.last_day == date(2032, 3, 15)

    def test_one_interruption_after_another_goes_on(self) -> None:
        days = [date(2030, 1, 1), date(2026, 1, 1)]
        assert prescription(date(2022, 3, 15), years=5, interrupted_on=days).last_day == date(
            2035, 1, 1
        )

    def test_a_reminder_from_before_the_due_date_interrupts_nothing(self) -> None:
        found = prescription(date(2022, 3, 15), years=5, interrupted_on=[date(2022, 3, 1)])
        assert found.last_day == date(2027, 3, 15)


class TestAnAgreedRate:
    """2024 bore 7%, 2025 6%, 2026 4% for consumers; 12.5% to 10.15% between businesses."""

    @pytest.mark.parametrize(
        ("percent", "effect", "percents", "compounding"),
        [
            ("8", AgreedEffect.ALWAYS, ["8"], False),
            ("7", AgreedEffect.SOMETIMES, ["7"], False),
            ("5", AgreedEffect.SOMETIMES, ["7", "6", "5"], False),
            ("4", AgreedEffect.NEVER, ["7", "6", "4"], True),
            ("2", AgreedEffect.NEVER, ["7", "6", "4"], True),
        ],
    )
    def test_counts_against_a_consumer_only_where_it_is_higher(
        self, percent: str, effect: AgreedEffect, percents: list[str], *, compounding: bool
    ) -> None:
        found = agreed_interest(
            Decimal(percent),
            law=load_law("nl"),
            kind=CONSUMER,
            first=date(2024, 1, 1),
            last=date(2026, 11, 21),
        )
        periods = found.terms.table.periods(date(2024, 1, 1), date(2026, 11, 21))
        assert found.effect is effect
        assert [str(period.rate.percent) for period in periods] == percents
        assert found.terms.compounding is compounding

    @pytest.mark.parametrize("percent", ["2", "18"])
    @pytest.mark.parametrize("country", ["nl", "be"])
    def test_counts_against_a_business_whatever_it_is(self, country: str, percent: str) -> None:
        found = agreed_interest(
            Decimal(percent),
            law=load_law(country),
            kind=BUSINESS,
            first=date(1999, 1, 1),
            last=date(2030, 1, 1),
        )
        (period,) = found.terms.table.periods(date(1999, 1, 1), date(2030, 1, 1))
        assert period.rate.percent == Decimal(percent), "no table is asked, so no day is unknown"
        assert not found.terms.compounding

    @pytest.mark.parametrize(
        ("percent", "effect", "percents"),
        [
            ("8", AgreedEffect.ALWAYS, ["8"]),
            ("10.5", AgreedEffect.ALWAYS, ["10.5"]),
            ("10.6", AgreedEffect.VOID, ["4.5"]),
        ],
    )
    def test_above_the_belgian_maximum_for_consumers_is_void(
        self, percent: str, effect: AgreedEffect, percents: list[str]
    ) -> None:
        first, last = date(2025, 7, 1), date(2026, 11, 21)
        found = agreed_interest(
            Decimal(percent), law=load_law("be"), kind=CONSUMER, first=first, last=last
        )
        periods = found.terms.table.periods(first, last)
        assert found.effect is effect
        assert [str(period.rate.percent) for period in periods] == percents

    def test_bears_interest_itself_only_when_that_was_agreed(self) -> None:
        found = agreed_interest(
            Decimal(8),
            law=load_law("nl"),
            kind=BUSINESS,
            first=date(2024, 1, 1),
            last=date(2026, 1, 1),
            compounding=True,
        )
        assert found.terms.compounding
