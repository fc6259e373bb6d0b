"""The sheets beside the list: settings, agreements, the log and a policy of one's own."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.sheets.grids import read_list, sentences, understood
from tests.sheets.layouts import book
from xl_dunning.casefile import agreements, call_row, mirror
from xl_dunning.rules.findings import Place
from xl_dunning.sheets import sidesheets

LIST = """
Debiteurnummer | Factuurnummer | Vervaldatum | Openstaand
00012 | F1 | @2026-02-04 | #121
"""


def test_settings_are_keys_and_values_as_typed() -> None:
    reading = understood(
        LIST,
        Instellingen="""
Instelling | Waarde
naam· | Voorbeeld BV
drempelbedrag | #25
adres verplicht | #no
iban
kvk | 01234567=1234567
~
peiling | @2026-11-21
""",
    )
    assert reading.settings == {
        "naam": "Voorbeeld BV",
        "drempelbedrag": Decimal(25),
        "adres verplicht": False,
        "iban": None,
        "kvk": "01234567",
        "peiling": date(2026, 11, 21),
    }


def test_a_first_setting_called_naam_is_no_header() -> None:
    assert understood(LIST, Instellingen="Naam | Voorbeeld BV").settings == {"Naam": "Voorbeeld BV"}


def test_a_blank_setting_is_not_read_from_its_explanation() -> None:
    """In our own workbook what a setting means, and an example, stand beside its value."""
    reading = understood(
        LIST,
        Instellingen="""
            Instelling    | Waarde       | Wat het betekent      | Voorbeeld
            Uw bedrijf    |              |                       |
            naam          | Voorbeeld BV | Zo heet uw bedrijf    | Jansen BV
            beleid        |              | Hoe u aanmaant        | standaard
            """,
    )
    assert reading.settings == {"Uw bedrijf": None, "naam": "Voorbeeld BV", "beleid": None}


def test_an_error_in_a_setting_is_told_with_its_cell() -> None:
    reading = understood(LIST, Instellingen="naam | !#NAME?")
    assert reading.settings == {"naam": None}
    assert sentences(reading) == [
        "Blad Instellingen, rij 1, kolom naam: hier staat de foutmelding #NAAM?. Herstel de "
        "formule of typ de waarde."
    ]


def test_agreements_have_typed_values_and_the_number_as_the_list_writes_it() -> None:
    reading = understood(
        LIST,
        Afspraken="""
Afspraken met klanten
Debiteurnummer | Factuurnummer | Soort | Datum | Bedrag | Tot en met | Notitie
#12 | F1 | toezegging | 1-2-2026 | € 100,00 | @2026-02-15 | belt terug
""",
    )
    (row,) = reading.agreements
    assert row.place == Place(sheet="Afspraken", row=3)
    assert row.values == {
        "Debiteurnummer": "00012",
        "Factuurnummer": "F1",
        "Soort": "toezegging",
        "Datum": date(2026, 2, 1),
        "Bedrag": Decimal("100.00"),
        "Tot en met": date(2026, 2, 15),
        "Notitie": "belt terug",
    }


@pytest.mark.parametrize(
    ("day", "amount", "read"),
    [
        ("3-4-2026", "€ 1.234,5", Decimal("1234.50")),
        ("2026-04-03", "12.50", Decimal("12.50")),
        ("3 april 2026", "12,5", Decimal("12.50")),
    ],
)
def test_a_day_and_an_amount_typed_as_text_are_read_like_those_of_the_list(
    day: str, amount: str, read: Decimal
) -> None:
    reading = understood(LIST, Logboek=f"Datum | Gebeurtenis | Bedrag\n{day} | betaling | {amount}")
    (row,) = reading.log
    assert (row.values["Datum"], row.values["Bedrag"]) == (date(2026, 4, 3), read)


def test_the_log_keeps_what_it_can_not_read_as_typed_for_the_case_file_to_tell() -> None:
    reading = understood(
        LIST,
        Logboek="""
Id | Datum | Debiteurnummer | Factuurnummer | Gebeurtenis | Fase | Kanaal | Betalen voor | Bedrag
e1 | @2026-02-10 | 00012 | F1 | brief | herinnering | post | @2026-02-24 | #121
 | 31-02-2026 | 00012 | F1 | telefoon |  | telefoon |  | veel
""",
    )
    first, second = (row.values for row in reading.log)
    assert first == {
        "Id": "e1",
        "Datum": date(2026, 2, 10),
        "Debiteurnummer": "00012",
        "Factuurnummer": "F1",
        "Gebeurtenis": "brief",
        "Fase": "herinnering",
        "Kanaal": "post",
        "Betalen voor": date(2026, 2, 24),
        "Bedrag": Decimal("121.00"),
    }
    assert (second["Id"], second["Datum"], second["Bedrag"]) == (None, "31-02-2026", "veel")
    assert sentences(reading) == []


CALL = {
    "Actie": "Bellen",
    "Debiteurnummer": "00012",
    "Facturen": "F1\nF2",
    "Belscript": "Dag.\nHoe gaat het?",
    "Uitkomst": "toezegging ",
    "Datum afspraak": "1-3-2026",
    "Bedrag": "€ 50,00",
    "Notitie": 7,
    "Gebeld op": "morgen",
    "Belijst van": date(2026, 2, 13),
}


@pytest.mark.parametrize(
    "name",
    [
        "Belijst",
        "Belijst (xl_dunning)",  # beside one of the user's own
        "belijst (xl_dunning 2)",
    ],
)
def test_the_call_list_is_read_with_what_was_typed_on_it(tmp_path: Path, name: str) -> None:
    path = book(tmp_path, {"Lijst": LIST, name: " | ".join(sidesheets.CALL_HEADERS)})
    opened = load_workbook(path)
    opened[name].append([CALL.get(header) for header in sidesheets.CALL_HEADERS])
    opened.save(path)

    (row,) = read_list(path).calls

    assert row.place == Place(sheet=name, row=2)
    assert {header: value for header, value in row.values.items() if value} == {
        **CALL,
        "Uitkomst": "toezegging",
        "Datum afspraak": date(2026, 3, 1),
        "Bedrag": Decimal("50.00"),
        "Notitie": "7",
    }


def test_a_call_list_of_the_users_own_is_none_of_ours() -> None:
    own = "Debiteurnummer | Naam | Uitkomst | Notitie\n12 | Jansen | gesproken | !#REF!"
    reading = understood(LIST, Belijst=own)
    assert (reading.calls, sentences(reading)) == ((), [])


def test_a_policy_keeps_its_own_headers_and_values() -> None:
    reading = understood(
        LIST, Beleid="key | title | after\nherinnering | Betalingsherinnering | #3"
    )
    (row,) = reading.policy
    assert row.values == {
        "key": "herinnering",
        "title": "Betalingsherinnering",
        "after": Decimal(3),
    }


def test_without_side_sheets_there_is_nothing_beside_the_list() -> None:
    reading = understood(LIST)
    assert (reading.settings, reading.agreements, reading.log, reading.policy) == ({}, (), (), ())
    assert reading.calls == ()


def test_the_columns_are_those_that_the_case_file_reads_and_writes() -> None:
    """Two rooms that may not import each other: what the one writes the other must know."""
    assert sidesheets.LOG_HEADERS == mirror.HEADERS
    assert sidesheets.AGREEMENT_HEADERS == agreements.HEADERS
    assert sidesheets.CALL_HEADERS == call_row.HEADERS


def test_what_stands_under_another_header_explains_a_setting_and_is_not_its_value() -> None:
    reading = understood(
        LIST,
        Instellingen="""
Instelling | Waarde | Wat het betekent
naam | Voorbeeld BV | boven de brief
iban |  | waar het geld naartoe moet
""",
    )
    assert reading.settings["naam"] == "Voorbeeld BV"
    assert reading.settings["iban"] is None
