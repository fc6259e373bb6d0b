"""Lists that would lead to wrong letters are refused as a whole: why, and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.sheets.grids import PATH, grid, understood
from tests.sheets.layouts import book
from xl_dunning.frontends.messages_nl import refusal_text
from xl_dunning.rules.findings import Refusal
from xl_dunning.sheets.reader import read_debtors, understand

LIST = "Klantnr | Factuurnr | Factuurdatum | Vervaldatum | Bedrag | Openstaand"


def refused(sheets: Mapping[str, str], *, sheet: str | None = None) -> str:
    with pytest.raises(Refusal) as caught:
        understand(grid(sheets), path=PATH, sheet=sheet)
    return refusal_text(caught.value)


ROW = "100 | F1 | @2026-01-05 | @2026-02-04 | #121 | #121"


def three(row: str) -> str:
    return "\n".join(row.replace("F1", f"F{number}") for number in (1, 2, 3))


@pytest.mark.parametrize(
    ("sheets", "sentence"),
    [
        (
            {"Blad1": "dit is | een brief", "Blad2": "#1 | #2"},
            "Op geen enkel blad («Blad1», «Blad2») is een rij met kolomkoppen van openstaande "
            "posten gevonden. Zet boven de kolommen koppen als Factuurnummer, Debiteurnummer, "
            "Vervaldatum en Openstaand, of kies het blad met --sheet.",
        ),
        (
            {"Openstaand": f"{LIST}\n{ROW}", "Betaald": f"{LIST}\n{ROW}"},
            "De bladen «Openstaand» en «Betaald» kunnen allebei de lijst met openstaande posten "
            'zijn. Kies er één, bijvoorbeeld met --sheet "Openstaand".',
        ),
        (
            {
                "Blad1": "Klantnr | Vervaldatum | Openstaandd bedrag | Btw\n"
                "1 | @2026-02-04 | #5 | #1"
            },
            "Op blad Blad1 (koppen in rij 1) ontbreekt: Factuurnummer en Openstaand. Gevonden "
            "koppen: «Klantnr», «Vervaldatum», «Openstaandd bedrag», «Btw». Bedoelt u misschien "
            "«Openstaandd bedrag»? Geef de kolom aan, bijvoorbeeld met --column "
            '"Factuurnummer=kop van uw kolom".',
        ),
        (
            {"Blad1": "Factuurnr | Vervaldatum | Openstaand\nF1 | @2026-02-04 | #5"},
            "Op blad Blad1 (koppen in rij 1) ontbreekt: Debiteurnummer. Gevonden koppen: "
            "«Factuurnr», «Vervaldatum», «Openstaand». Geef de kolom aan, bijvoorbeeld met "
            '--column "Debiteurnummer=kop van uw kolom".',
        ),
        (
            {
                "Blad1": "Relatie | Bedrag | Factuurdatum | Vervaldatum | Factuurnr | Richting\n"
                "Jansen | #5 | @2026-01-05 | @2026-02-04 | F1 | Verkoop\n"
                "Kantoor BV | #9 | @2026-01-05 | @2026-02-04 | F2 | Inkoop"
            },
            "Op blad Blad1 staan ook inkopen: rij 3, kolom «Richting» zegt «Inkoop». Maak een "
            "nieuwe export met alleen verkopen.",
        ),
        (
            {
                "Blad1": "Crediteurnummer | Factuurnr | Vervaldatum | Openstaand\n"
                "7 | F | @2026-02-04 | #5"
            },
            "Blad Blad1 is een lijst van crediteuren (kolom «Crediteurnummer»). Maak een export "
            "van de openstaande posten van debiteuren.",
        ),
        (
            {"Blad1": f"{LIST}\n{three(ROW.replace('#', '#-'))}"},
            "(Bijna) alle bedragen in kolom «Openstaand» zijn negatief. Sommige pakketten "
            'schrijven vorderingen zo. Draai het teken met --column "Openstaand=-Openstaand", of '
            'bevestig met --column "Openstaand=Openstaand" dat het tegoeden zijn.',
        ),
        (
            {"Blad1": f"{LIST}\n{three('1 | F1 | @2026-02-04 | @2026-01-05 | #9 | #9')}"},
            "In de meeste rijen ligt de vervaldatum («Vervaldatum») vóór de factuurdatum "
            "(«Factuurdatum»). Controleer de kolommen en geef de goede aan, bijvoorbeeld met "
            '--column "Vervaldatum=Vervaldatum".',
        ),
        (
            {"Blad1": f"{LIST}\n{three('1 | F1 | @2026-01-05 | @2026-02-04 | #8 | #9')}"},
            "In de meeste rijen is het openstaande bedrag («Openstaand») hoger dan het "
            "factuurbedrag («Bedrag»). Controleer de kolommen en geef de goede aan, bijvoorbeeld "
            'met --column "Openstaand=Openstaand".',
        ),
        (
            {
                "Kaart": "Klantnr | Factuurnr | Datum | Debet | Credit | Saldo\n"
                "1 | F1 | @2026-01-05 | #100 |  | #100\n"
                "1 | F2 | @2026-01-06 | #50 |  | #150\n"
                "1 | F1 | @2026-01-20 |  | #100 | #50"
            },
            "Kolom «Saldo» is een doorlopend saldo, niet wat per factuur openstaat. Maak een "
            "export van de openstaande posten, of geef de goede kolom aan, bijvoorbeeld met "
            '--column "Openstaand=Bedrag".',
        ),
    ],
    ids=[
        "no table at all",
        "two sheets alike",
        "no number, and an amount that looks misspelt",
        "no debtor, and no headings either",
        "purchases among sales",
        "purchases only",
        "signs turned",
        "dates swapped",
        "amounts swapped",
        "a ledger card",
    ],
)
def test_the_sentence_of_the_refusal(sheets: Mapping[str, str], sentence: str) -> None:
    assert refused(sheets) == sentence


def test_an_unknown_sheet_is_told_with_the_sheets_that_are_there() -> None:
    assert refused({"Blad1": f"{LIST}\n{ROW}", "Blad2": "x"}, sheet="Blad3") == (
        "Er is geen blad «Blad3». Dit bestand heeft: «Blad1», «Blad2». Kies een van deze met "
        "--sheet."
    )


def test_a_file_without_debtor_data_is_refused_as_such(tmp_path: Path) -> None:
    with pytest.raises(Refusal) as caught:
        read_debtors(book(tmp_path, {"Blad1": "Klantnr | Omzet\n1 | #5"}, name="klanten.xlsx"))
    assert refusal_text(caught.value) == (
        "In «klanten.xlsx» staan geen debiteurgegevens. Er moet een blad zijn met een kolom "
        "Debiteurnummer en kolommen als Naam, Adres, Postcode, Plaats of E-mail."
    )


def test_the_sign_is_turned_when_the_user_says_so() -> None:
    text = f"{LIST}\n{three(ROW.replace('#', '#-'))}"
    reading = understand(grid({"Blad1": text}), path=PATH, columns={"Openstaand": "-Openstaand"})
    assert [str(item.open) for item in reading.ledger.items] == ["121.00"] * 3


def test_all_negative_stands_when_the_user_confirms_it() -> None:
    text = f"{LIST}\n{three(ROW.replace('#', '#-'))}"
    reading = understand(grid({"Blad1": text}), path=PATH, columns={"Openstaand": "Openstaand"})
    assert [str(item.open) for item in reading.ledger.items] == ["-121.00"] * 3


def test_two_credits_alone_are_no_reason_to_refuse() -> None:
    two = "\n".join(three(ROW.replace("#", "#-")).splitlines()[:2])
    assert len(understood(f"{LIST}\n{two}").ledger.items) == 2


def test_a_list_without_rows_is_read_and_told() -> None:
    reading = understood(LIST)
    assert reading.ledger.items == ()
    assert [finding.code for finding in reading.findings] == ["LIST_EMPTY"]
