"""Columns that leave a doubt are a question; the answer is kept and still held to the values."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sheets.grids import read_list
from tests.sheets.layouts import book
from tests.sheets.test_columns import matched, refused
from xl_dunning.frontends.messages_nl import finding_text
from xl_dunning.rules.findings import Refusal

DOUBT = """
Klantnr | Factuurnr | Vervaldatum | Vervaldag | Openstaand
100 | F1 | @2026-02-04 | @2026-03-04 | #121
101 | F2 | @2026-02-05 | @2026-03-05 | #50
"""


def test_two_columns_that_fit_equally_well_are_a_question(tmp_path: Path) -> None:
    assert refused(tmp_path, DOUBT) == (
        "Voor Vervaldatum komen meer kolommen in aanmerking: kolom C «Vervaldatum» (04-02-2026 · "
        "05-02-2026); kolom D «Vervaldag» (04-03-2026 · 05-03-2026). Kies er één, bijvoorbeeld "
        'met --column "Vervaldatum=D".'
    )


def test_several_questions_are_asked_at_once(tmp_path: Path) -> None:
    text = refused(
        tmp_path,
        """
Klantnr | Factuurnr | Vervaldatum | Vervaldag | Openstaand | Restbedrag
100 | F1 | @2026-02-04 | @2026-03-04 | #121 | #100
101 | F2 | @2026-02-05 | @2026-03-05 | #50 | #40
""",
    )
    assert [line.split(" komen")[0] for line in text.splitlines()] == [
        "Voor Vervaldatum",
        "- Voor Openstaand",
    ]


@pytest.mark.parametrize("answer", ["Vervaldag", "vervaldag ", "D", "d"])
def test_the_answer_is_a_header_or_a_letter(answer: str, tmp_path: Path) -> None:
    reading = read_list(book(tmp_path, {"Lijst": DOUBT}), columns={"vervaldatum": answer})
    assert [str(item.due_date) for item in reading.ledger.items] == ["2026-03-04", "2026-03-05"]
    assert {c.why for c in reading.layout.columns if c.field == "Vervaldatum"} == {"confirmed"}


def test_a_remembered_answer_counts_for_the_same_headers_only(tmp_path: Path) -> None:
    first = read_list(book(tmp_path, {"Lijst": DOUBT}), columns={"Vervaldatum": "D"})
    memory = {first.layout.signature: {"Vervaldatum": "Vervaldag"}}
    again = read_list(book(tmp_path, {"Lijst": DOUBT}), remembered=memory)
    assert again.ledger == first.ledger
    other = DOUBT.replace("Klantnr", "Klantnummer")
    with pytest.raises(Refusal, match="COLUMN_TIE"):
        read_list(book(tmp_path, {"Lijst": other}), remembered=memory)


def test_a_new_answer_wins_over_a_remembered_one(tmp_path: Path) -> None:
    path = book(tmp_path, {"Lijst": DOUBT})
    signature = read_list(path, columns={"Vervaldatum": "D"}).layout.signature
    reading = read_list(
        path, columns={"Vervaldatum": "C"}, remembered={signature: {"Vervaldatum": "D"}}
    )
    assert str(reading.ledger.items[0].due_date) == "2026-02-04"


@pytest.mark.parametrize(
    ("columns", "sentence"),
    [
        (
            {"Vervaldatum": "Uiterlijk"},
            "Voor Vervaldatum is kolom «Uiterlijk» opgegeven, maar die staat niet in de lijst. "
            "Gevonden koppen: «Klantnr», «Factuurnr», «Vervaldatum», «Vervaldag», «Openstaand».",
        ),
        (
            {"Vervaldatum": "Z"},  # nothing stands there, and a run would remember it
            "Voor Vervaldatum is kolom «Z» opgegeven, maar die staat niet in de lijst.",
        ),
        (
            {"Vervaldatm": "D"},
            "«Vervaldatm» is geen gegeven dat een kolom kan krijgen. Kies uit: Factuurnummer, "
            "Debiteurnummer, Debiteurnaam, Factuurdatum, Vervaldatum,",
        ),
    ],
)
def test_an_answer_that_points_nowhere_is_refused(
    columns: dict[str, str], sentence: str, tmp_path: Path
) -> None:
    assert refused(tmp_path, DOUBT, columns=columns).startswith(sentence)


def test_an_answer_with_a_doubled_header_asks_for_the_letter(tmp_path: Path) -> None:
    text = DOUBT.replace("Vervaldag", "Vervaldatum")
    assert refused(tmp_path, text, columns={"Vervaldatum": "Vervaldatum"}) == (
        "Voor Vervaldatum is kolom «Vervaldatum» opgegeven, maar die kop staat er meer dan eens, "
        'in de kolommen C en D. Kies met de letter, bijvoorbeeld --column "Vervaldatum=C".'
    )


def test_an_answer_is_still_held_against_the_values(tmp_path: Path) -> None:
    text = DOUBT.replace("Vervaldag", "Nota").replace("@2026-03-0", "N")
    reading = read_list(book(tmp_path, {"Lijst": text}), columns={"Vervaldatum": "Nota"})
    assert finding_text(reading.findings[0]) == (
        "Blad Lijst, kolom Nota: deze kolom is gekozen voor Vervaldatum, maar de waarden passen "
        "daar niet bij (N4 · N5). Controleer of dit de goede kolom is."
    )


def test_an_empty_answer_says_that_the_list_lacks_the_field(tmp_path: Path) -> None:
    text = DOUBT.replace("Vervaldag", "Niet opvolgen").replace("@2026-03", "@2026-04")
    assert "Niet aanmanen tot" not in matched(tmp_path, text, columns={"Niet aanmanen tot": ""})
    found = matched(tmp_path, DOUBT, columns={"Vervaldatum": "C", "Openstaand": "E", "Bedrag": ""})
    assert found["Openstaand"] == "Openstaand"


@pytest.mark.parametrize(
    ("text", "field", "header"),
    [
        # Twice the same values: the first will do.
        ("Klantnr | Factuurnr | Vervaldatum | Openstaand | Openstaand bedrag\n"
         "1 | F1 | @2026-02-04 | #5 | #5\n2 | F2 | @2026-02-05 | #6 | #6", "Openstaand",
         "Openstaand"),
        # One of both is empty.
        ("Klantnr | Factuurnr | Vervaldatum | Openstaand bedrag | Openstaand\n"
         "1 | F1 | @2026-02-04 |  | #5\n2 | F2 | @2026-02-05 |  | #6", "Openstaand",
         "Openstaand"),
        # Amount − paid = open tells which is open.
        ("Klantnr | Factuurnr | Vervaldatum | Openstaand | Restbedrag | Bedrag | Al betaald\n"
         "1 | F1 | @2026-02-04 | #100 | #90 | #100 | #10\n"
         "2 | F2 | @2026-02-05 | #50 | #30 | #50 | #20", "Openstaand", "Restbedrag"),
        # The days too late, counted from one and the same day, tell which is the due date.
        ("Klantnr | Factuurnr | Vervaldag | Vervaldatum | Openstaand | Dagen te laat\n"
         "1 | F1 | @2026-01-01 | @2026-02-04 | #100 | #10\n"
         "2 | F2 | @2026-01-01 | @2026-02-05 | #50 | #9", "Vervaldatum", "Vervaldatum"),
        # An invoice number is not repeated.
        ("Klantnr | Voucher nr. | Documentnr. | Vervaldatum | Openstaand\n" + "\n".join(
            f"{n} | V{n % 2} | D{n} | @2026-02-04 | #{n}" for n in range(1, 9)),
         "Factuurnummer", "Documentnr."),
    ],
    ids=["copies", "empty", "arithmetic", "days", "unique"],
)  # fmt: skip
def test_values_break_a_tie_when_they_prove_something(
    text: str, field: str, header: str, tmp_path: Path
) -> None:
    assert matched(tmp_path, text)[field] == header


def test_the_second_naam_is_the_debtor_when_each_number_has_one_of_its_own(tmp_path: Path) -> None:
    reading = read_list(
        book(
            tmp_path,
            {
                "Lijst": """
Naam | Klantnr | Naam | Factuurnr | Vervaldatum | Openstaand
Verkoop | 100 | Jansen | F1 | @2026-02-04 | #121
Verkoop | 101 | Pieters | F2 | @2026-02-05 | #50
"""
            },
        )
    )
    assert [reading.ledger.debtor(n).name for n in ("100", "101")] == ["Jansen", "Pieters"]


def test_a_doubt_about_an_amount_nobody_needs_is_only_told(tmp_path: Path) -> None:
    reading = read_list(
        book(
            tmp_path,
            {
                "Lijst": """
Klantnr | Factuurnr | Vervaldatum | Openstaand | Factuurbedrag | Totaalbedrag
100 | F1 | @2026-02-04 | #100 | #121 | #131
101 | F2 | @2026-02-05 | #50 | #60.5 | #70
"""
            },
        )
    )
    assert finding_text(reading.findings[0]) == (
        "Blad Lijst: voor Bedrag komen meer kolommen in aanmerking: kolom E «Factuurbedrag» "
        "(121 · 60,5); kolom F «Totaalbedrag» (131 · 70). Er is er geen gelezen. Wilt u er toch "
        'een gebruiken, kies die dan met --column "Bedrag=F".'
    )
