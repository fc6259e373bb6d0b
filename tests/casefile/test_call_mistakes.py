"""What is wrong with a row of the Belijst is named with its cell, and the row stays."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.casefile.called import TUESDAY, Book, row
from xl_dunning.casefile.rows import CellValue
from xl_dunning.rules.findings import Place, Severity
from xl_dunning.rules.money import euro

STAYS = " De rij is niet ingelezen en staat weer op de Belijst; tot zij klopt, wacht deze debiteur."


@pytest.mark.parametrize(
    ("cells", "said"),
    [
        (
            {"Notitie": "belt terug"},
            "kolom Uitkomst: u hebt iets ingevuld, maar niet wat het gesprek opleverde. Kies een "
            "uitkomst, of maak uw cellen op deze rij leeg.",
        ),
        (
            {"Gebeld_op": TUESDAY},
            "kolom Uitkomst: u hebt iets ingevuld, maar niet wat het gesprek opleverde. Kies een "
            "uitkomst, of maak uw cellen op deze rij leeg.",
        ),
        (
            {"Actie": "Overdragen", "Bedrag": euro("100")},  # a note alone would be fine
            "kolom Uitkomst: u hebt iets ingevuld, maar niet wat het gesprek opleverde. Kies een "
            "uitkomst, of maak uw cellen op deze rij leeg.",
        ),
        (
            {"Uitkomst": "gesproken"},
            'kolom Uitkomst: de uitkomst "gesproken" is onbekend. Kies bereikt, niet bereikt, '
            "voicemail, verkeerd nummer, factuur niet ontvangen, betwist, toezegging, regeling "
            "gevraagd of betaling onderweg.",
        ),
        (
            {"Uitkomst": "toezegging", "Bedrag": euro("100")},
            "kolom Datum afspraak: bij deze toezegging staat niet tot en met welke dag zij loopt. "
            "Vul de dag in waarop de klant uiterlijk betaalt.",
        ),
        (
            {"Uitkomst": "toezegging", "Datum_afspraak": "eind december"},
            'kolom Datum afspraak: "eind december" is geen datum. Typ dag-maand-jaar, zoals '
            "31-12-2026.",
        ),
        (
            {"Uitkomst": "toezegging", "Datum_afspraak": date(2026, 11, 15)},
            "kolom Datum afspraak: de afgesproken dag 15-11-2026 ligt vóór het gesprek van "
            "16-11-2026. Verbeter de dag.",
        ),
        (
            {"Uitkomst": "toezegging", "Datum_afspraak": date(2062, 12, 1)},
            "kolom Datum afspraak: de afgesproken dag 01-12-2062 ligt meer dan een jaar na het "
            "gesprek. Verbeter de dag. Is er echt zo'n lange afspraak, leg haar dan vast op het "
            "blad Afspraken.",
        ),
        (
            {"Uitkomst": "betwist", "Bedrag": "1.000"},
            'kolom Bedrag: "1.000" is geen eenduidig bedrag. Typ het als 1234,56.',
        ),
        (
            {"Uitkomst": "betaling onderweg", "Bedrag": euro("0")},
            "kolom Bedrag: 0 kan niet het bedrag zijn. Typ een bedrag boven nul, of maak de cel "
            "leeg.",
        ),
        (
            {"Uitkomst": "bereikt", "Gebeld_op": date(2026, 11, 18)},
            "kolom Gebeld op: het gesprek zou op 18-11-2026 zijn, na de peildatum 17-11-2026. "
            "Verbeter de dag, of maak de cel leeg: dan geldt de dag van de lijst.",
        ),
        (
            {"Uitkomst": "bereikt", "Gebeld_op": date(2025, 11, 16)},
            "kolom Gebeld op: het gesprek zou op 16-11-2025 zijn, maar deze lijst is van "
            "16-11-2026. Verbeter de dag, of maak de cel leeg: dan geldt de dag van de lijst.",
        ),
        (
            {"Uitkomst": "bereikt", "Facturen": "F1, F9, F8"},
            "kolom Facturen: factuur F9, F8 van debiteur 10023 is niet bekend. Verbeter het "
            "nummer, of haal het weg uit deze cel.",
        ),
        (
            {"Uitkomst": "bereikt", "Facturen": None},
            "kolom Facturen: de facturen ontbreken. Typ hier weer over welke facturen u belde.",
        ),
        (
            {"Uitkomst": "bereikt", "Fase": "bellen (F2)"},
            "kolom Fase: hier staat niet meer bij elke factuur welke fase het is (“bellen (F2)”). "
            "Typ één fase voor alle facturen, zoals bellen.",
        ),
        (  # of a policy that is no longer used, or mistyped
            {"Uitkomst": "bereikt", "Fase": "belen"},
            "kolom Fase: het beleid kent de fase “belen” niet. Typ de korte naam van de stap, "
            "zoals bellen.",
        ),
        (
            {"Uitkomst": "bereikt", "Debiteurnummer": date(2026, 1, 2)},
            "kolom Debiteurnummer: Excel heeft van dit nummer de datum 02-01-2026 gemaakt. Geef "
            "de cel de opmaak Tekst en typ het nummer opnieuw.",
        ),
        (
            {"Uitkomst": "bereikt", "Belijst_van": "maandag"},
            'kolom Belijst van: "maandag" is geen datum. Typ dag-maand-jaar, zoals 31-12-2026.',
        ),
        (
            {"Uitkomst": "bereikt", "Belijst_van": None},
            "kolom Gebeld op: de dag van het gesprek ontbreekt. Vul Gebeld op in.",
        ),
        (
            {
                "Uitkomst": "bereikt",
                "Belijst_van": None,
                "Gebeld_op": TUESDAY,
                "Debiteurnummer": "999",
                "Facturen": None,
                "Fase": None,
            },
            "kolom Debiteurnummer: debiteur 999 komt in de lijst niet voor. Verbeter het nummer, "
            "of maak uw cellen op deze rij leeg.",
        ),
    ],
)
def test_a_row_that_is_not_certain_is_named_and_stays(
    cells: dict[str, CellValue], said: str
) -> None:
    book = Book()
    filled = row(5, **cells)
    assert book.read(filled, replace(filled, place=Place(sheet="Belijst", row=9))) == []
    (entry,) = book.not_taken  # two workbooks hold it: it stays once
    assert entry.row is filled
    assert all(finding.severity is Severity.ERROR for finding in entry.findings)
    assert f"Blad Belijst, rij 5, {said}{STAYS}" in book.said


def test_a_row_without_its_debtor_stays_as_well() -> None:
    book = Book()
    book.read(row(Uitkomst="bereikt", Debiteurnummer=None, Facturen=None, Belijst_van=None))
    assert book.said[0] == (
        "Blad Belijst, rij 2, kolom Debiteurnummer: het debiteurnummer ontbreekt. Vul het in. De"
        " rij is niet ingelezen en staat weer op de Belijst."
    )


def test_everything_that_is_wrong_with_a_row_is_told_at_once() -> None:
    book = Book()
    book.read(row(Uitkomst="gesproken", Datum_afspraak="morgen", Bedrag="veel"))
    (entry,) = book.not_taken
    assert [finding.place and finding.place.column for finding in entry.findings] == [
        "Datum afspraak",
        "Bedrag",
        "Uitkomst",
    ]
