"""What a terms letter says late payment costs, by the real figures of the law."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.letters.factory import TODAY
from tests.rules.claims_world import D, rules
from xl_dunning.frontends.messages_nl import refusal_text
from xl_dunning.rules.agreements.payment_terms import late_payment
from xl_dunning.rules.costs import costs_by_scale
from xl_dunning.rules.figures import in_force
from xl_dunning.rules.findings import Refusal
from xl_dunning.rules.ledger import DebtorKind
from xl_dunning.rules.owed import CostsMode
from xl_dunning.rules.proposal import LatePayment

CONSUMER, BUSINESS = DebtorKind.CONSUMER, DebtorKind.BUSINESS


def terms(
    kind: DebtorKind | None, *, law: str = "nl", day: str = "2026-11-21", **more: object
) -> LatePayment:
    return late_payment(term=30, kind=kind, rules=rules(law, **more), reference_date=D(day))


@pytest.mark.parametrize(
    ("told", "interest", "flat", "after_letter", "example"),
    [
        # 1,000 x 4% x 30/365 = 3.29; 15% = 150, only after the letter of 6:96 lid 6
        (terms(CONSUMER), ("consumer", "4"), "0.00", 14, ("3.29", "150.00", "0.00", "1153.29")),
        # unknown: the rules that protect most
        (terms(None), ("consumer", "4"), "0.00", 14, ("3.29", "150.00", "0.00", "1153.29")),
        # 1,000 x 10.4% x 30/365 = 8.55; 40 without a letter, 15% after one
        (
            terms(BUSINESS),
            ("commercial", "10.40"),
            "40.00",
            None,
            ("8.55", "150.00", "0.00", "1158.55"),
        ),
        # a percentage of the contract; 21% VAT over 150 = 31.50
        (
            terms(BUSINESS, interest="12", charges_vat=True),
            ("agreed", "12"),
            "40.00",
            None,
            ("9.86", "150.00", "31.50", "1191.36"),
        ),
        # against a consumer an agreed rate counts only when it is higher (6:119 lid 3)
        (
            terms(CONSUMER, interest="3"),
            ("consumer", "4"),
            "0.00",
            14,
            ("3.29", "150.00", "0.00", "1153.29"),
        ),
        (
            terms(CONSUMER, interest="6"),
            ("agreed", "6"),
            "0.00",
            14,
            ("4.93", "150.00", "0.00", "1154.93"),
        ),
        # the user asks no interest, or no costs of businesses
        (
            terms(BUSINESS, interest="geen", business_costs=CostsMode.NONE),
            ("", None),
            "0.00",
            None,
            ("0.00", "0.00", "0.00", "1000.00"),
        ),
        # Belgium: 40 euro between businesses, never by scale
        (
            terms(BUSINESS, law="be"),
            ("commercial", "10.5"),
            "40.00",
            None,
            ("8.63", "40.00", "0.00", "1048.63"),
        ),
        # a Belgian consumer owes only what the contract holds: 65 + 5% of 500 = 90
        (
            terms(CONSUMER, law="be", lump_sum_agreed=True, interest="8", charges_vat=True),
            ("agreed", "8"),
            "0.00",
            14,
            ("6.58", "90.00", "0.00", "1096.58"),
        ),
        # without a percentage only the lump sum
        (
            terms(CONSUMER, law="be", lump_sum_agreed=True),
            ("", None),
            "0.00",
            14,
            ("0.00", "90.00", "0.00", "1090.00"),
        ),
        # without a clause nothing at all
        (
            terms(CONSUMER, law="be", interest="8"),
            ("", None),
            "0.00",
            None,
            ("0.00", "0.00", "0.00", "1000.00"),
        ),
    ],
)
def test_what_being_late_costs(
    told: LatePayment,
    interest: tuple[str, str | None],
    flat: str,
    after_letter: int | None,
    example: tuple[str, str, str, str],
) -> None:
    kind, percent = interest
    assert told.interest == kind
    assert told.percent == (None if percent is None else Decimal(percent))
    assert told.flat_costs == Decimal(flat)
    assert told.free_days == after_letter
    shown = told.example_interest, told.example_costs, told.example_vat, told.example_total
    assert shown == tuple(map(Decimal, example))


def test_the_scale_is_the_one_of_the_law() -> None:
    law = rules("nl").law
    assert terms(CONSUMER).scale == in_force(law.scales["consumer"], TODAY)
    assert terms(BUSINESS).scale == terms(CONSUMER).scale
    assert terms(BUSINESS, law="be").scale is None
    assert terms(CONSUMER, law="be").scale is None


def test_the_longest_term_is_that_between_businesses() -> None:
    assert terms(BUSINESS).term_most == terms(BUSINESS, law="be").term_most == 60
    assert terms(CONSUMER).term_most is None


def test_the_rate_is_that_of_the_day_also_when_the_next_one_is_not_known_yet() -> None:
    # thirty days from here reach into 2027, of which nobody knows the rate
    assert terms(BUSINESS, day="2026-12-31").example_interest == Decimal("8.55")
    # and the rate before 1 July was another
    assert terms(BUSINESS, day="2026-06-30").percent == Decimal("10.15")


@pytest.mark.parametrize(
    ("kind", "term", "more", "sentence"),
    [
        (
            CONSUMER,
            0,
            {},
            "Een betaaltermijn van 0 dagen kan niet in een brief over betalingsvoorwaarden. Kies "
            "ten minste één dag.",
        ),
        # a clause above the maximum is void: it is not repeated in a letter
        (
            CONSUMER,
            30,
            {"law": "be", "lump_sum_agreed": True, "interest": "12.5"},
            "De afgesproken rente van 12,5% is hoger dan een consument mag worden gevraagd (art. "
            "XIX.4 WER); zo'n beding is nietig. Er is geen brief over de voorwaarden gemaakt. "
            "Verlaag de instelling rente en laat uw voorwaarden nakijken.",
        ),
    ],
)
def test_terms_that_can_not_be_told(
    kind: DebtorKind, term: int, more: dict[str, object], sentence: str
) -> None:
    law = str(more.pop("law", "nl"))
    with pytest.raises(Refusal) as refusal:
        late_payment(term=term, kind=kind, rules=rules(law, **more), reference_date=TODAY)
    assert refusal_text(refusal.value) == sentence


def test_a_day_without_a_known_rate_is_refused_and_not_guessed() -> None:
    with pytest.raises(Refusal) as refusal:
        terms(BUSINESS, day="2027-01-01")
    assert refusal.value.code == "RATE_UNKNOWN"


@given(
    kind=st.sampled_from([CONSUMER, BUSINESS, None]),
    law=st.sampled_from(["nl", "be"]),
    day=st.dates(min_value=D("2023-09-01"), max_value=D("2026-12-31")),
    settings=st.fixed_dictionaries(
        {
            "interest": st.sampled_from(["wettelijk", "geen", "5", "8"]),
            "business_costs": st.sampled_from([*CostsMode]),
            "charges_vat": st.booleans(),
            "lump_sum_agreed": st.booleans(),
        }
    ),
)
def test_the_example_never_tells_what_the_letter_does_not(
    kind: DebtorKind | None, law: str, day: date, settings: dict[str, object]
) -> None:
    told = terms(kind, law=law, day=str(day), **settings)
    assert bool(told.example_interest) is (told.percent is not None) is bool(told.interest)
    assert bool(told.example_costs) is (told.scale is not None or bool(told.flat_costs))
    assert bool(told.example_vat) is (told.vat_percent is not None)
    assert (told.free_days is not None) <= (kind is not BUSINESS)
    if told.scale:
        by_scale = costs_by_scale(told.example_principal, scale=told.scale)
        assert told.example_costs == max(by_scale, told.flat_costs)
