"""Debtor data from the list itself, from another sheet, or from another file."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from tests.sheets.grids import sentences, understood
from tests.sheets.layouts import book
from xl_dunning.frontends.messages_nl import finding_text, refusal_text
from xl_dunning.rules.findings import Refusal
from xl_dunning.rules.ledger import Debtor, DebtorKind
from xl_dunning.sheets.masters import with_debtors
from xl_dunning.sheets.reader import read_debtors

LIST = """
Klantnr | Naam | Factuurnr | Vervaldatum | Openstaand
100 | Jansen | F1 | @2026-02-04 | #121
"""


def debtor(header: str, value: str) -> Debtor:
    """Debtor 100 from a sheet with number, name and one more column."""
    sheet = f"Debiteurnummer | Naam | Adres | {header}\n100 | Jansen BV | Kade 1 | {value}"
    return understood(LIST, Debiteuren=sheet).ledger.debtor("100")


@pytest.mark.parametrize(
    ("header", "value", "expected"),
    [
        ("T.a.v.", "mevrouw De Wit", {"contact": "mevrouw De Wit"}),
        ("Contactpersoon", "de heer Bos", {"contact": "de heer Bos"}),
        ("Huisnummer", "#12", {"address": "Kade 1 12"}),
        ("Huisnummer | Toevoeging", "#12 | A", {"address": "Kade 1 12 A"}),
        ("Huisnummer | Bus", "#12 | 3", {"address": "Kade 1 12 bus 3"}),  # Belgium
        ("Huisnummer | Bus", "#12 | bus 3", {"address": "Kade 1 12 bus 3"}),
        ("Postcode | Woonplaats", "8911 AA | Leeuwarden",
         {"postcode": "8911 AA", "city": "Leeuwarden"}),
        ("PC | Gemeente", "#9000 | Gent", {"postcode": "9000", "city": "Gent"}),
        ("Land", "NL", {"country": "NL"}),
        ("E-mailadres", "a@example.nl", {"email": "a@example.nl"}),
        ("Telefoonnummer", "0058=58", {"phone": "0058"}),
        ("KvK-nummer", "#12345678", {"kvk": "12345678"}),
        ("Btw-nummer", "NL001234567B01", {"vat_number": "NL001234567B01"}),
        ("Soort", "consument", {"kind": DebtorKind.CONSUMER}),
        ("Soort", "Particulier", {"kind": DebtorKind.CONSUMER}),
        ("Classificatie", "Individueel", {"kind": DebtorKind.CONSUMER}),
        ("Classificatie", "Bedrijf", {"kind": DebtorKind.BUSINESS}),
        ("Soort", "zakelijk", {"kind": DebtorKind.BUSINESS}),
        ("Is Company", "ja", {"kind": DebtorKind.BUSINESS}),
        ("Is Company", "#no", {"kind": DebtorKind.CONSUMER}),
        ("Particulier", "ja", {"kind": DebtorKind.CONSUMER}),
        ("Zakelijk", "nee", {"kind": DebtorKind.CONSUMER}),
        ("Soort", "vereniging", {"kind": None}),  # not known: protected as a consumer
        ("Taal", "Engels", {"language": "en"}),
        ("Taal", "NL", {"language": "nl"}),
        ("Taal", "", {"language": "nl"}),
        ("Beleid", "vier-stappen", {"policy": "vier-stappen"}),
        ("Niet aanmanen tot", "@2026-12-01", {"hold_until": date(2026, 12, 1), "hold": False}),
        ("Niet aanmanen tot", "kerst", {"hold_until": None, "hold": True,
                                        "hold_reason": "Niet aanmanen tot: kerst"}),
        ("Niet aanmanen | Reden", "ja | faillissement",
         {"hold": True, "hold_reason": "faillissement"}),
        ("Aanmanen", "nee", {"hold": True, "hold_reason": "Aanmanen: nee"}),
        ("Aanmanen", "", {"hold": False}),
        ("Automatische incasso", "ja", {"direct_debit": True}),
        ("Aut. bet./inc.", "Nee", {"direct_debit": False}),
        ("Terugkerende levering", "ja", {"recurring": True}),
    ],
)  # fmt: skip
def test_what_a_sheet_with_debtors_tells(header: str, value: str, expected: dict[str, Any]) -> None:
    found = debtor(header, value)
    assert {name: getattr(found, name) for name in expected} == expected


def test_the_columns_of_the_list_itself_tell_the_same() -> None:
    reading = understood(
        "Klantnr | Naam | Adres | Postcode | Plaats | E-mail | Soort klant | Factuurnr"
        " | Vervaldatum | Openstaand\n"
        "100 | Jansen | Kade 1 | 8911 AA | Leeuwarden |  | zakelijk | F1 | @2026-02-04 | #121\n"
        "100 | Jansen | Kade 1 | 8911 AA | Leeuwarden | a@example.nl |  | F2 | @2026-02-04 | #7"
    )
    assert reading.ledger.debtor("100") == Debtor(
        number="100",
        name="Jansen",
        address="Kade 1",
        postcode="8911 AA",
        city="Leeuwarden",
        email="a@example.nl",
        kind=DebtorKind.BUSINESS,
    )
    assert reading.findings == ()


def test_an_address_is_taken_as_a_whole() -> None:
    reading = understood(
        "Klantnr | Naam | Adres | Postcode | Plaats | Factuurnr | Vervaldatum | Openstaand\n"
        "100 | Jansen | Weg 9 | 1000 AA | Amsterdam | F1 | @2026-02-04 | #121",
        Debiteuren="Debiteurnummer | Naam | Adres | Plaats\n100 | Jansen | Kade 1 | Leeuwarden",
    )
    known = reading.ledger.debtor("100")
    assert (known.address, known.postcode, known.city) == ("Kade 1", "", "Leeuwarden")


def test_two_names_for_one_number_are_told() -> None:
    reading = understood(f"{LIST}100 | Pieters | F2 | @2026-02-04 | #7")
    assert reading.ledger.debtor("100").name == "Jansen"
    assert sentences(reading) == [
        "Blad Lijst, rij 3, kolom Naam: bij debiteur 100 staat als naam «Pieters», en eerder in de "
        "lijst «Jansen». De eerste wordt gebruikt; verbeter wat niet klopt."
    ]


@pytest.mark.parametrize("kind", ["?", ""], ids=["unknown word", "blank"])
def test_a_debtor_of_unknown_kind_is_told_once(kind: str) -> None:
    reading = understood(
        f"{LIST}100 | Jansen | F2 | @2026-02-04 | #7\n101 | Pieters | F3 | @2026-02-04 | #7",
        Debiteuren=f"Deb.nr. | Naam | Soort\n100 | Jansen | {kind}\n101 | Pieters | zakelijk",
    )
    assert [
        finding_text(finding)
        for finding in reading.findings
        if finding.code == "DEBTOR_KIND_UNKNOWN"
    ] == [
        "Van debiteur 100 Jansen is niet bekend of het een consument of een bedrijf is; hij wordt "
        "als consument behandeld. Vul bij de debiteur Soort in (consument of zakelijk)."
    ]


def test_a_list_that_knows_no_kinds_at_all_says_so_once() -> None:
    reading = understood(f"{LIST}101 | Pieters | F3 | @2026-02-04 | #7")
    assert [finding_text(finding) for finding in reading.findings] == [
        "Van geen van de 2 debiteuren is bekend of het een consument of een bedrijf is; ze worden "
        "als consument behandeld. Vul bij de debiteuren Soort in (consument of zakelijk)."
    ]


@pytest.mark.parametrize(
    ("listed", "known", "told"),
    [
        ("100", "#100", False),  # text here, a number there
        ("#100.0", "100", False),
        ("00012", "#12", True),  # Excel took the zeros
        ("#12", "00012", True),
    ],
)
def test_numbers_join_exactly_first_and_without_zeros_else(
    listed: str, known: str, told: bool
) -> None:
    reading = understood(
        LIST.replace("100 |", f"{listed} |"),
        Debiteuren=f"Debiteurnummer | Naam | E-mail\n{known} | Jansen | a@example.nl",
    )
    (item,) = reading.ledger.items
    assert reading.ledger.debtor(item.debtor).email == "a@example.nl"
    assert ("DEBTOR_ZEROS" in [finding.code for finding in reading.findings]) is told


def test_zeros_that_leave_a_choice_join_nothing() -> None:
    reading = understood(
        LIST.replace("100 |", "12 |"),
        Debiteuren="Deb.nr. | Naam | E-mail\n00012 | A | a@example.nl\n012 | B | b@example.nl",
    )
    assert reading.ledger.debtor("12").email == ""
    assert sentences(reading) == [
        "Blad Debiteuren: debiteur 12 van de lijst staat niet bij de debiteurgegevens. Voeg hem "
        "toe."
    ]


def test_a_list_without_numbers_joins_on_the_name() -> None:
    reading = understood(
        "Klant | Factuurnr | Vervaldatum | Openstaand\nJansen BV | F1 | @2026-02-04 | #121",
        Debiteuren="Debiteurnummer | Naam | E-mail\n100 | JANSEN BV | a@example.nl",
    )
    assert reading.ledger.debtor("Jansen BV").email == "a@example.nl"
    assert sentences(reading) == [
        "Blad Lijst, kolom Klant: er is geen kolom met debiteurnummers; elke naam geldt als één "
        "debiteur. Let op verschillen in schrijfwijze."
    ]


@pytest.mark.parametrize(
    ("second", "held", "sentence"),
    [
        ("100 | Jansen | a@example.nl", False,
         "Blad Debiteuren, rij 3, kolom Debiteurnummer: debiteur 100 staat ook op rij 2, met "
         "dezelfde gegevens. Verwijder een van beide."),
        ("100 | Jansen | b@example.nl", True,
         "Blad Debiteuren, rij 3, kolom Debiteurnummer: debiteur 100 staat ook op rij 2, met "
         "andere gegevens. Er gaan geen brieven naar deze debiteur tot één rij is verwijderd of "
         "verbeterd."),
    ],
)  # fmt: skip
def test_a_debtor_who_stands_there_twice(second: str, held: bool, sentence: str) -> None:
    sheet = f"Debiteurnummer | Naam | E-mail\n100 | Jansen | a@example.nl\n{second}"
    reading = understood(LIST, Debiteuren=sheet)
    assert reading.ledger.debtor("100").hold is held
    assert sentences(reading) == [sentence]


def test_two_columns_of_numbers_among_the_debtors_are_a_question() -> None:
    with pytest.raises(Refusal) as caught:
        understood(LIST, Debiteuren="Deb.nr. | Klantnr | Naam | Plaats\n1 | 7 | Jansen | Sneek")
    assert refusal_text(caught.value) == (
        "Op blad Debiteuren komen voor Debiteurnummer meer kolommen in aanmerking: kolom A "
        "«Deb.nr.» (1); kolom B «Klantnr» (7). Geef de kolom die niet mee moet doen een andere "
        "kop, zoals «Oud nummer»."
    )


def test_our_own_call_list_is_no_debtor_data() -> None:
    calls = (
        "Debiteurnummer | Naam | Telefoon | E-mail | Taal\n100 | Jansen | 06-1 | x@example.nl | nl"
    )
    reading = understood(LIST, Belijst=calls)
    assert reading.ledger.debtor("100").email == ""


def test_a_row_without_a_number_among_the_debtors_is_told() -> None:
    sheet = "Debiteurnummer | Naam | E-mail\n100 | Jansen | a@example.nl\n | De Boer | b@example.nl"
    assert sentences(understood(LIST, Debiteuren=sheet)) == [
        "Blad Debiteuren, rij 3, kolom Debiteurnummer: deze rij (De Boer) heeft geen "
        "debiteurnummer en is overgeslagen. Vul het nummer in."
    ]


def test_debtors_of_another_file_are_laid_over_the_list(tmp_path: Path) -> None:
    masters, problems = read_debtors(
        book(
            tmp_path,
            {"Relaties": "Export van 21 november\nNummer | Naam | Straat | Plaats | Soort\n"
             "#100 | Jansen BV | Kade 1 | Sneek | zakelijk"},
        )
    )  # fmt: skip
    assert problems == ()
    before = understood(LIST)
    after = with_debtors(before, masters)
    assert after.ledger.debtor("100") == Debtor(
        number="100", name="Jansen BV", address="Kade 1", city="Sneek", kind=DebtorKind.BUSINESS
    )
    assert [finding.code for finding in before.findings] == ["DEBTOR_KIND_UNKNOWN"]
    assert after.findings == ()
