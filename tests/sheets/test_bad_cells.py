"""Cells that can't be read: the row is held and the sentence says where, what, and what to do."""

from __future__ import annotations

import pytest

from tests.sheets.grids import PATH, grid, sentences, understood
from xl_dunning.rules.findings import Severity
from xl_dunning.sheets.reader import understand

HEADERS = "Klantnr | Naam | Factuurnr | Factuurdatum | Vervaldatum | Bedrag | Openstaand | Valuta"
GOOD = "100 | Jansen | F1 | @2026-01-05 | @2026-02-04 | #121 | #121 | EUR"


def with_value(column: str, value: str, *more: str) -> str:
    """A good list of two rows, with that value in row 3."""
    values = ["101", "Pieters", "F2", "@2026-01-06", "@2026-02-05", "#50", "#50", "EUR"]
    values[HEADERS.split(" | ").index(column)] = value
    return "\n".join((HEADERS, GOOD, " | ".join(values), *more))


@pytest.mark.parametrize(
    ("column", "letter", "value", "sentence"),
    [
        ("Vervaldatum", "E", "31-02-2026",
         "«31-02-2026» bestaat niet als datum. Verbeter de datum."),
        ("Vervaldatum", "E", "morgen",
         "«morgen» is geen datum. Typ de datum als dag-maand-jaar, zoals 31-12-2026."),
        ("Vervaldatum", "E", "01-01-2926",
         "«01-01-2926» heeft een jaar dat niet bij een factuur past. Verbeter de datum."),
        ("Vervaldatum", "E", "",
         "de vervaldatum ontbreekt. Vul die in, of vul de factuurdatum en een betalingstermijn "
         "in."),
        ("Vervaldatum", "E", "?",
         "hier staat een formule zonder uitkomst. Open het bestand in Excel, sla het op en probeer "
         "het opnieuw."),
        ("Factuurdatum", "D", "#12",
         "«12» is geen datum. Typ de datum als dag-maand-jaar, zoals 31-12-2026."),
        ("Openstaand", "G", "!#N/A",
         "hier staat de foutmelding #N/B. Herstel de formule of typ de waarde."),
        ("Openstaand", "G", "1.234",
         "«1.234» kan duizendtallen of decimalen bedoelen. Typ het bedrag met twee decimalen, "
         "zoals 1234,00."),
        ("Openstaand", "G", "0,125",
         "«0,125» heeft meer dan twee decimalen. Typ het bedrag in hele centen."),
        ("Openstaand", "G", "n.v.t.",
         "«n.v.t.» is geen bedrag. Typ het bedrag als getal, zoals 1234,56."),
        ("Openstaand", "G", "",
         "hier ontbreekt het bedrag. Vul het in of verwijder de rij."),
        ("Factuurnr", "C", "",
         "het factuurnummer ontbreekt. Vul het in; zonder nummer gaat er geen brief over deze post "
         "uit."),
        ("Factuurnr", "C", "2,0260042E+15",
         "«2,0260042E+15» is als nummer niet te lezen. Typ het nummer als tekst (zet er een "
         "apostrof voor)."),
        ("Factuurnr", "C", "@2026-01-05",
         "«05-01-2026» is als nummer niet te lezen. Typ het nummer als tekst (zet er een apostrof "
         "voor)."),
        ("Klantnr", "A", "",
         "de debiteur ontbreekt. Vul het debiteurnummer in; zonder debiteur gaat er geen brief "
         "over deze post uit."),
        ("Klantnr", "A", "!#REF!",
         "hier staat de foutmelding #VERW!. Herstel de formule of typ de waarde."),
        ("Valuta", "H", "guldens",
         "«guldens» is geen valuta die bij dit bedrag past. Typ een code van drie letters, zoals "
         "EUR."),
    ],
)  # fmt: skip
def test_the_row_is_held_and_the_sentence_is_exact(
    column: str, letter: str, value: str, sentence: str
) -> None:
    reading = understood(with_value(column, value))
    good, bad = reading.ledger.items
    assert (good.unreadable, bad.unreadable, reading.rows[bad.ref]) == (False, True, 3)
    assert sentences(reading) == [f"Blad Lijst, rij 3, kolom {column}: {sentence}"]
    (place,) = [f.place for f in reading.findings if f.severity is Severity.ERROR]
    assert place is not None
    assert place.cell == f"{letter}3"


def test_a_day_that_could_be_two_is_held_when_its_column_writes_both_ways() -> None:
    reading = understood(
        with_value("Vervaldatum", "1/2/2026", GOOD.replace("@2026-02-04", "12/31/2026"),
                   GOOD.replace("@2026-02-04", "31/12/2026").replace("F1", "F9"))
        .replace("| F1 | @2026-01-05 | 12", "| F8 | @2026-01-05 | 12")
    )  # fmt: skip
    assert [str(item.due_date) for item in reading.ledger.items] == [
        "2026-02-04",
        "None",
        "2026-12-31",
        "2026-12-31",
    ]
    assert sentences(reading) == [
        "Blad Lijst, rij 3, kolom Vervaldatum: «1/2/2026» kan twee datums zijn, want in deze kolom "
        "staat soms de maand voorop. Typ de datum als dag-maand-jaar, zoals 31-12-2026."
    ]


def test_a_column_with_certain_amounts_decides_the_uncertain_one() -> None:
    text = with_value(
        "Openstaand", "1.234", GOOD.replace("F1", "F3").replace("#121 |", "9.121,50 |")
    )
    assert [str(item.open) for item in understood(text).ledger.items] == [
        "121.00",
        "1234.00",
        "9121.50",
    ]


@pytest.mark.parametrize(
    ("column", "value", "sentence"),
    [
        ("Openstaand", "#50.33333333",
         "«50,33333333» heeft meer dan twee decimalen en is afgerond op €\xa050,33."),
        ("Factuurnr", "#1234567890123456",
         "«1234567890123456» is een getal van meer dan 15 cijfers; Excel kan de laatste cijfers "
         "hebben veranderd. Bewaar zulke nummers als tekst."),
        ("Vervaldatum", "@2026-01-01",
         "de vervaldatum 01-01-2026 ligt vóór de factuurdatum 06-01-2026. Controleer beide "
         "datums."),
        ("Bedrag", "#40",
         "van factuur F2 staat €\xa050,00 open, meer dan het factuurbedrag €\xa040,00. Controleer "
         "de bedragen."),
    ],
)  # fmt: skip
def test_doubts_are_told_and_hold_nothing(column: str, value: str, sentence: str) -> None:
    reading = understood(with_value(column, value))
    assert not any(item.unreadable for item in reading.ledger.items)
    assert sentences(reading)[0].endswith(f": {sentence}")


def test_noise_behind_the_cents_is_no_news() -> None:
    reading = understood(with_value("Openstaand", "#50.00000000000001"))
    assert reading.ledger.items[1].open == 50
    assert sentences(reading) == []


@pytest.mark.parametrize(
    ("date1904", "serial", "due"), [(False, "#46057", "2026-02-04"), (True, "#44595", "2026-02-04")]
)
def test_day_numbers_are_dates_and_said_aloud(date1904: bool, serial: str, due: str) -> None:
    text = with_value("Vervaldatum", serial)
    reading = understand(grid({"Lijst": text}, date1904=date1904), path=PATH)
    assert str(reading.ledger.items[1].due_date) == due
    assert sentences(reading) == [
        "Blad Lijst, kolom Vervaldatum: hier staan datums als dagnummers van Excel (zoals 46022). "
        "Ze zijn als datum gelezen; controleer er één."
    ]


@pytest.mark.parametrize(
    ("value", "key"),
    [
        ("#20260042.0", "20260042"),  # a float has no place in a key
        ("20260042.0", "20260042"),  # nor its text in a csv
        ("0042=42", "0042"),  # the number format keeps the zeros
        ("·\xa0F-7\u200b·", "F-7"),  # blanks of every kind
        ("0042", "0042"),
        ("INV/2026/0001", "INV/2026/0001"),
    ],
)
def test_keys_stay_the_text_that_the_user_sees(value: str, key: str) -> None:
    assert understood(with_value("Factuurnr", value)).ledger.items[1].invoice == key


def test_the_same_number_twice_names_the_other_row_on_both() -> None:
    assert sentences(understood("\n".join((HEADERS, GOOD, GOOD, GOOD.replace("F1", "F2"))))) == [
        "Blad Lijst, rij 2, kolom Factuurnr: factuur F1 van debiteur 100 staat ook op rij 3. Beide "
        "blijven liggen tot één ervan weg is of een ander nummer heeft.",
        "Blad Lijst, rij 3, kolom Factuurnr: factuur F1 van debiteur 100 staat ook op rij 2. Beide "
        "blijven liggen tot één ervan weg is of een ander nummer heeft.",
    ]
