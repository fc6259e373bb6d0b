"""Amounts in every spelling that was seen; what could mean two things is not read at all."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_dunning.sheets.amounts import (
    Amount,
    DecimalSign,
    NoAmount,
    decimal_sign,
    number_amount,
    text_amount,
)

COMMA, POINT = DecimalSign.COMMA, DecimalSign.POINT
UNDECIDED, MIXED = DecimalSign.UNDECIDED, DecimalSign.MIXED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("€ 1.234,56", "1234.56"),  # as Dutch Excel shows it
        ("€\xa01.234,56", "1234.56"),  # with a non-breaking blank
        ("EUR 1234,5", "1234.50"),  # one decimal
        ("1234,56 EUR", "1234.56"),
        ("1,234.56", "1234.56"),  # English: the last sign is the decimal one
        ("1 234,56", "1234.56"),  # French blanks
        ("1'234.56", "1234.56"),  # Swiss
        ("1’234.56", "1234.56"),
        ("1.234.567,89", "1234567.89"),
        ("1.234.567", "1234567.00"),  # twice the same sign can only be thousands
        ("1234", "1234.00"),
        ("0", "0.00"),
        (",5", "0.50"),
        ("-", "0.00"),  # how the format «financieel» writes nothing
        ("–", "0.00"),
        ("-12,50", "-12.50"),
        ("€ -12,50", "-12.50"),
        ("€ - 12,50", "-12.50"),
        ("12,50-", "-12.50"),  # SAP
        ("(12,50)", "-12.50"),  # accountants
        ("€ (12,50)", "-12.50"),
        ("\N{MINUS SIGN}5,00", "-5.00"),  # the real minus sign
        ("+5,00", "5.00"),
        ("1.234,56 D", "1234.56"),
        ("1.234,56 C", "-1234.56"),  # credit lowers what the debtor owes
        ("1.234,56 Cr", "-1234.56"),
        ("12,00 af", "-12.00"),
        ("12,00 bij", "12.00"),
        ("12,00 Debet", "12.00"),
    ],
)
def test_a_text_that_can_mean_one_amount_is_that_amount(text: str, expected: str) -> None:
    assert text_amount(text) == Amount(Decimal(expected), currency=_currency(text))


def _currency(text: str) -> str:
    return "EUR" if "€" in text or "EUR" in text else ""


@pytest.mark.parametrize("text", ["€ -", "€\xa0-\xa0\xa0", "- €"])
def test_a_dash_beside_a_currency_sign_is_nothing(text: str) -> None:
    assert text_amount(text) == Amount(Decimal("0.00"))


@pytest.mark.parametrize(
    ("text", "currency"), [("$ 5.00", "USD"), ("US$ 5.00", "USD"), ("£5.00", "GBP"), ("5,00", "")]
)
def test_the_currency_in_the_cell_is_kept(text: str, currency: str) -> None:
    assert text_amount(text) == Amount(Decimal("5.00"), currency=currency)


@pytest.mark.parametrize(
    ("text", "sign", "code"),
    [
        ("1.234", UNDECIDED, "AMOUNT_AMBIGUOUS"),  # a thousand, or a bit more than one
        ("1,234", UNDECIDED, "AMOUNT_AMBIGUOUS"),
        ("1.234", MIXED, "AMOUNT_AMBIGUOUS"),  # its column writes both ways
        ("1,234", COMMA, "AMOUNT_AMBIGUOUS"),  # three decimals where cents are usual
        ("12.340", POINT, "AMOUNT_AMBIGUOUS"),
        ("1234.567", UNDECIDED, "AMOUNT_TOO_FINE"),  # can't be thousands, is no cents
        ("0,125", UNDECIDED, "AMOUNT_TOO_FINE"),
        ("n.v.t.", UNDECIDED, "AMOUNT_UNREADABLE"),
        ("", UNDECIDED, "AMOUNT_UNREADABLE"),
        ("12.34.56", UNDECIDED, "AMOUNT_UNREADABLE"),  # groups of two
        ("1.23.456", UNDECIDED, "AMOUNT_UNREADABLE"),
        ("1,234,56", UNDECIDED, "AMOUNT_UNREADABLE"),
        ("31-12-2026", UNDECIDED, "AMOUNT_UNREADABLE"),
        ("(-5,00)", UNDECIDED, "AMOUNT_UNREADABLE"),  # two minuses: cancel out or say it twice?
        ("-5,00-", UNDECIDED, "AMOUNT_UNREADABLE"),
        ("-5,00 C", UNDECIDED, "AMOUNT_UNREADABLE"),
        ("(5,00", UNDECIDED, "AMOUNT_UNREADABLE"),
        ("€ 5,00 USD", UNDECIDED, "AMOUNT_UNREADABLE"),
        ("12,50 per maand", UNDECIDED, "AMOUNT_UNREADABLE"),
    ],
)
def test_what_is_not_certain_is_not_read(text: str, sign: DecimalSign, code: str) -> None:
    assert text_amount(text, sign) == NoAmount(code)


@pytest.mark.parametrize(
    ("texts", "sign"),
    [
        (["1.234,56", "1.234"], COMMA),
        (["12,5", "1.234"], COMMA),
        (["1,234.56", "1,234"], POINT),
        (["99.10"], POINT),
        (["1.234.567"], COMMA),  # two points can only be thousands
        (["1.234", "1,234", "12"], UNDECIDED),
        (["-", "", "n.v.t."], UNDECIDED),
        (["1.234,56", "1,234.56"], MIXED),
    ],
)
def test_a_column_decides_by_its_certain_amounts(texts: list[str], sign: DecimalSign) -> None:
    assert decimal_sign(texts) is sign


def test_the_column_reads_its_thousands() -> None:
    assert text_amount("1.234", COMMA) == Amount(Decimal("1234.00"))
    assert text_amount("1,234", POINT) == Amount(Decimal("1234.00"))


@pytest.mark.parametrize(
    ("number", "expected", "rounded"),
    [
        ("121", "121.00", False),
        ("1234.5600000000001", "1234.56", False),  # noise of a float
        ("0.1000000000000000055", "0.10", False),
        ("1210.333333333333", "1210.33", True),  # a real third: said aloud
        ("0.005", "0.01", True),  # half up
    ],
)
def test_numbers_are_cents(number: str, expected: str, rounded: bool) -> None:
    assert number_amount(Decimal(number)) == Amount(Decimal(expected), rounded=rounded)


@given(st.integers(min_value=-(10**12), max_value=10**12))
def test_every_amount_in_dutch_and_english_notation_comes_back(cents: int) -> None:
    value = Decimal(cents) / 100
    english = f"{value:,.2f}"
    dutch = english.translate(str.maketrans(",.", ".,"))
    assert text_amount(english) == text_amount(dutch) == Amount(value)


@given(st.text(max_size=20))
def test_no_text_breaks_the_reader(text: str) -> None:
    read = text_amount(text, decimal_sign([text]))
    assert isinstance(read, Amount | NoAmount)
