"""The sender, and the code that a bank app reads."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.letters.factory import COMPANY
from xl_dunning.frontends.messages_nl import finding_text
from xl_dunning.letters.qr import payment_code, payment_text
from xl_dunning.letters.sender import sender_problems
from xl_dunning.rules.findings import Severity


def test_a_complete_company_has_no_problems() -> None:
    assert sender_problems(COMPANY) == ()


@pytest.mark.parametrize(
    ("changes", "severity", "sentence"),
    [
        (
            {"name": " "},
            Severity.ERROR,
            "De naam van uw eigen bedrijf ontbreekt. Vul die in bij Instellingen; zonder afzender "
            "worden geen brieven gemaakt.",
        ),
        (
            {"iban": ""},
            Severity.ERROR,
            "Het IBAN van uw eigen bedrijf ontbreekt. Vul het in bij Instellingen; zonder "
            "rekeningnummer worden geen brieven gemaakt.",
        ),
        # one digit changed
        (
            {"iban": "NL91 ABNA 0417 1643 01"},
            Severity.ERROR,
            "Het IBAN van uw eigen bedrijf, NL91 ABNA 0417 1643 01, klopt niet. Verbeter het bij "
            "Instellingen; tot dan worden geen brieven gemaakt.",
        ),
        (
            {"address": ""},
            Severity.WARNING,
            "Het adres of de plaats van uw eigen bedrijf ontbreekt en staat dus niet in de "
            "brieven. Vul beide in bij Instellingen.",
        ),
        (
            {"phone": "", "email": ""},
            Severity.WARNING,
            "Het telefoonnummer en e-mailadres van uw eigen bedrijf ontbreken: in de brieven staat "
            "niet hoe een klant u bereikt. Vul er ten minste één in bij Instellingen.",
        ),
    ],
)
def test_each_gap_in_the_own_company_is_told(
    changes: dict[str, str], severity: Severity, sentence: str
) -> None:
    (problem,) = sender_problems(replace(COMPANY, **changes))
    assert problem.severity is severity
    assert finding_text(problem) == sentence


@pytest.mark.parametrize(
    "iban", ["nl91abna0417164300", "NL91 ABNA 0417 1643 00", "BE68539007547034"]
)
def test_an_iban_may_be_typed_with_blanks_and_small_letters(iban: str) -> None:
    assert sender_problems(replace(COMPANY, iban=iban)) == ()


def said(**changes: object) -> str | None:
    known: dict[str, object] = {
        "name": "Houthandel De Vries B.V.",
        "iban": "NL91 ABNA 0417 1643 00",
        "amount": Decimal("1210.00"),
        "currency": "EUR",
        "text": "debiteur 10023, factuur 2026-0117",
    }
    return payment_text(**{**known, **changes})  # type: ignore[arg-type]


def test_the_code_says_what_the_standard_asks() -> None:
    assert said() == (
        "BCD\n002\n1\nSCT\n\nHouthandel De Vries B.V.\nNL91ABNA0417164300\nEUR1210.00\n\n\n"
        "debiteur 10023, factuur 2026-0117"
    )


@pytest.mark.parametrize(
    "changes",
    [
        {"currency": "USD"},
        {"amount": Decimal("0.00")},
        {"amount": Decimal("-5.00")},
        {"amount": Decimal("1000000000.00")},
        {"iban": "NL91ABNA0417164301"},
        {"name": "\n"},
    ],
)
def test_a_payment_that_a_bank_would_refuse_has_no_code(changes: dict[str, object]) -> None:
    assert said(**changes) is None


def test_a_line_break_in_the_name_does_not_shift_the_fields() -> None:
    text = said(name="De Vries\nNL00EVIL0000000000")
    assert text is not None
    assert text.split("\n")[5:7] == ["De Vries NL00EVIL0000000000", "NL91ABNA0417164300"]


def test_the_longest_content_fits_the_largest_code_that_is_allowed() -> None:
    text = said(name="Ü" * 80, text="€" * 200, amount=Decimal("999999999.99"))
    assert text is not None
    assert len(text.encode()) <= 331


def test_the_same_payment_gives_the_same_picture() -> None:
    codes = [
        payment_code(name="A", iban=COMPANY.iban, amount=Decimal("1.00"), currency="EUR", text="x")
        for _ in range(2)
    ]
    assert codes[0] == codes[1]
    assert codes[0] is not None
    assert codes[0].png.startswith(b"\x89PNG")
