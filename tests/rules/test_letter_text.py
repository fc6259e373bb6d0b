"""Which words make a 14-dagenbrief valid, and which cost the creditor all his costs."""

from __future__ import annotations

from datetime import date

import pytest

from xl_dunning.frontends.messages_nl import finding_text
from xl_dunning.rules.letter_text import Promised, check_fourteen_day_text

PROMISED = Promised(
    principal="€\N{NO-BREAK SPACE}735,54",
    costs="€\N{NO-BREAK SPACE}110,33",
    vat="",
    iban="NL91 ABNA 0417 1643 00",
    letter_date=date(2026, 11, 21),
)
TERM = "binnen veertien dagen, te rekenen vanaf de dag nadat deze brief bij u is bezorgd"
AMOUNTS = "Kosten: € 110,33 over € 735,54."
GOOD = f"Betaal {TERM}. {AMOUNTS}"


def codes(text: str, promised: Promised = PROMISED) -> list[str]:
    found = check_fourteen_day_text(text, template="brief.docx", promised=promised)
    return [finding.code.removeprefix("FOURTEEN_DAY_") for finding in found]


@pytest.mark.parametrize(
    "term",
    [
        TERM,
        # 2.5 item 2: both wordings that the Supreme Court named, in words and digits
        "binnen veertien dagen vanaf de dag nadat deze brief bij u is bezorgd",
        "binnen 14 dagen vanaf de dag nadat u deze brief hebt ontvangen",
        "binnen veertien (14) dagen vanaf de dag nadat deze aanmaning bij u is bezorgd",
        "binnen vijftien dagen nadat deze brief bij u is bezorgd",
        "binnen 15 dagen nadat u dit bericht hebt ontvangen",
        # split over lines, with capitals
        "Binnen veertien dagen,\nte rekenen vanaf de dag\nnadat deze brief bij u is bezorgd",
        "within fourteen days, counted from the day after this letter was delivered to you",
        "within 14 days from the day after the day on which this letter was delivered to you",
        "within fifteen days after you received this letter",
    ],
)
def test_an_accepted_wording_of_the_term(term: str) -> None:
    assert codes(f"Betaal {term}. {AMOUNTS} Binnen die termijn betaalt u geen kosten.") == []


@pytest.mark.parametrize(
    "term",
    [
        # a day too short: the term starts on the day after delivery
        "binnen veertien dagen nadat deze brief bij u is bezorgd",
        "binnen 14 dagen na ontvangst van deze brief",
        # 2.5 item 3: what courts refused
        "binnen 14 dagen na heden",
        "binnen veertien dagen na dagtekening van deze brief",
        "binnen 14 dagen na de datum van deze brief",
        "binnen 14 dagen vanaf vandaag",
        "binnen 14 dagen na verzending",
        "binnen twee weken",
        "within 14 days of the date of this letter",
        "within fourteen days from today",
        # no term at all
        "zo spoedig mogelijk",
    ],
)
def test_any_other_wording_is_refused(term: str) -> None:
    found = codes(f"Betaal {term}. {AMOUNTS}")
    assert "TERM_MISSING" in found
    assert ("TERM_FORBIDDEN" in found) is (term != "zo spoedig mogelijk")


@pytest.mark.parametrize(
    "besides",
    [
        "Betaal in elk geval binnen 8 dagen.",
        "De termijn loopt vanaf heden.",
        "De termijn van veertien dagen na verzending is fataal.",
        "Betaal binnen één week.",
    ],
)
def test_a_second_term_beside_a_good_one_confuses_and_is_refused(besides: str) -> None:
    assert codes(f"{GOOD} {besides}") == ["TERM_FORBIDDEN"]


@pytest.mark.parametrize(
    ("besides", "wrong"),
    [
        # RBMNE:2016:1575: a date that was one day short
        ("Betaal uiterlijk op 5 december 2026.", True),
        ("Betaal uiterlijk op 05-12-2026.", True),
        ("Please pay by 5 December 2026.", True),
        ("Please pay by 5 Dec 2026.", True),
        # days that are over: due dates, the letter itself
        ("Vervallen op 01-11-2026, in verzuim sinds 2 november 2026.", False),
        ("Utrecht, 21 november 2026", False),
        # looks like a date and is none
        ("Factuur 45-13-2026 en 2026-12-05-A", False),
    ],
)
def test_no_day_to_come_is_named(besides: str, wrong: bool) -> None:
    assert codes(f"{GOOD} {besides}") == (["DATE_NAMED"] if wrong else [])


@pytest.mark.parametrize(
    ("text", "wrong"),
    [
        (f"Betaal {TERM}. Kosten: € 110,33.", ["AMOUNT_MISSING"]),
        (f"Betaal {TERM}. U betaalt € 735,54 en anders ook kosten.", ["AMOUNT_MISSING"]),
        (f"{GOOD} IBAN NL91ABNA0417164300", []),
        # a number that looks like an account: the VAT number of the sender
        (f"{GOOD} Btw NL001234567B01 · IBAN NL91 ABNA 0417 1643 00 · BIC ABNANL2A", []),
        (f"{GOOD} Of op BE71 0961 2345 6769 BIC GKCCBEBB", ["SECOND_ACCOUNT"]),
    ],
)
def test_principal_costs_and_one_account_are_named(text: str, wrong: list[str]) -> None:
    assert codes(text) == wrong


@pytest.mark.parametrize(
    ("reason", "wrong"),
    [
        ("Wij kunnen de btw niet verrekenen en verhogen de kosten met € 23,17.", []),
        ("We cannot deduct the VAT of € 23,17.", []),
        ("De btw is € 23,17.", ["VAT_UNEXPLAINED"]),
        ("Wij kunnen de btw niet verrekenen.", ["AMOUNT_MISSING"]),
    ],
)
def test_vat_is_named_with_its_reason(reason: str, wrong: list[str]) -> None:
    with_vat = Promised(
        principal=PROMISED.principal,
        costs=PROMISED.costs,
        vat="€\N{NO-BREAK SPACE}23,17",
        iban="",
        letter_date=PROMISED.letter_date,
    )
    assert codes(f"{GOOD} {reason}", with_vat) == wrong


def test_the_user_reads_what_is_wrong_and_what_to_write() -> None:
    text = "Betaal binnen 14 dagen na heden, uiterlijk op 5 december 2026."
    found = check_fourteen_day_text(text, template="brief.docx", promised=PROMISED)
    assert [finding_text(finding) for finding in found] == [
        "Sjabloon brief.docx: de wettelijke termijn ontbreekt. Neem letterlijk over: „binnen "
        "veertien dagen, te rekenen vanaf de dag nadat deze brief bij u is bezorgd”. Met een "
        "andere termijn mag u geen incassokosten rekenen.",
        "Sjabloon brief.docx: „binnen 14 dagen na heden” is geen geldige termijn of spreekt de "
        "wettelijke termijn tegen. Haal dit weg; met een onduidelijke termijn mag u geen "
        "incassokosten rekenen.",
        "Sjabloon brief.docx: de brief noemt de datum 05-12-2026. Die kan te vroeg zijn voor wie "
        "de brief laat krijgt, en dan mag u geen incassokosten rekenen. Noem geen datum om te "
        "betalen.",
        "Sjabloon brief.docx: het bedrag €\N{NO-BREAK SPACE}735,54 staat niet in de brief. Een "
        "14-dagenbrief noemt de hoofdsom en de precieze kosten; vergelijk met het meegeleverde "
        "sjabloon.",
        "Sjabloon brief.docx: het bedrag €\N{NO-BREAK SPACE}110,33 staat niet in de brief. Een "
        "14-dagenbrief noemt de hoofdsom en de precieze kosten; vergelijk met het meegeleverde "
        "sjabloon.",
    ]
