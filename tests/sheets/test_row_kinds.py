"""Rows that are no items: headings, subtotals, totals, repeated headers, notes."""

from __future__ import annotations

import pytest

from tests.sheets.grids import PATH, grid, sentences, sheet, understood
from xl_dunning.sheets.grid import Grid
from xl_dunning.sheets.reader import understand

HEADERS = "Klantnr | Naam | Factuurnr | Factuurdatum | Vervaldatum | Openstaand"
ONE = "100 | Jansen | F1 | @2026-01-05 | @2026-02-04 | #100"
TWO = "101 | Pieters | F2 | @2026-01-06 | @2026-02-05 | #50.5"
LIST = f"{HEADERS}\n{ONE}\n{TWO}"


def why(*rows: str) -> dict[int, str]:
    """Row to what it was taken for; items are left out."""
    return {row.row: row.why for row in understood("\n".join((HEADERS, *rows))).skipped}


@pytest.mark.parametrize(
    ("row", "expected"),
    [
        ("Totaal |  |  |  |  | #150.5", "TOTAL_ROW"),
        (" |  | Totaal |  |  | #150.5", "TOTAL_ROW"),  # in the column of the numbers
        (" | Totaal |  |  |  | #150.5", "TOTAL_ROW"),
        (" |  |  | Totaal: |  | #150.5", "TOTAL_ROW"),  # in the column of the dates
        (" |  |  |  |  | #150.5", "TOTAL_ROW"),  # no word, but it adds up
        (" |  |  |  |  | 150,50", "TOTAL_ROW"),  # and as text
        ("Saldo |  |  |  |  | #150.5", "TOTAL_ROW"),
        ("Grand Total |  |  |  |  | #150.5", "TOTAL_ROW"),
        ("Eindtotaal |  |  |  |  | ?", "TOTAL_ROW"),  # a formula without a result
        ("Subtotaal |  |  |  |  | #150.5", "SUBTOTAL_ROW"),
        (HEADERS, "HEADER_ROW"),
        ("Lijst gemaakt op 21 november", "NOTE_ROW"),
        (" |  |  |  | einde van de lijst", "NOTE_ROW"),
        ("100 | Jansen", "NOTE_ROW"),  # a debtor without a post below it
    ],
)
def test_a_last_row_that_is_no_item(row: str, expected: str) -> None:
    assert why(ONE, TWO, row) == {4: expected}


@pytest.mark.parametrize(
    "row",
    [
        " |  |  |  |  | #150.49",  # adds up to something else
        "102 | Totaal Bouw BV |  |  |  | #7",  # a name that begins like a total
        "102 | De Boer | F3",  # lost its dates and amount
        " |  | F3",
        "102 | De Boer |  | @2026-01-07 |  | #8",  # lost its number
        " |  |  |  | @2026-02-06 | ",
    ],
)
def test_what_is_not_surely_a_total_or_note_is_an_item_that_is_held(row: str) -> None:
    reading = understood(f"{LIST}\n{row}")
    assert [item.unreadable for item in reading.ledger.items] == [False, False, True]
    assert reading.skipped == ()


def test_subtotals_between_items_and_the_total_of_all() -> None:
    assert why(ONE, "Totaal |  |  |  |  | #100", TWO, " |  |  |  |  | #50.5",
               "Totaal |  |  |  |  | #150.5") == {
        3: "SUBTOTAL_ROW", 5: "SUBTOTAL_ROW", 6: "TOTAL_ROW",
    }  # fmt: skip


def test_a_total_that_does_not_add_up_is_told() -> None:
    reading = understood(f"{LIST}\nTotaal |  |  |  |  | #250.5")
    assert sentences(reading) == [
        "Blad Lijst, rij 4, kolom Openstaand: het totaal €\xa0250,50 is niet de som van de regels "
        "erboven (€\xa0150,50). Controleer of de lijst volledig is."
    ]


HEADED = """
Factuurnr | Vervaldatum | Openstaand
Debiteur: 10023 - Jansen BV
F1 | @2026-02-04 | #100
Debiteur: 10031 - 365 Techniek BV
F2 | @2026-02-05 | #50.5
F3 | @2026-02-06 | #7
Totaal |  | #157.5
F4 | @2026-02-06 | #9
"""


def test_a_debtor_in_a_heading_counts_for_the_items_below_it_and_no_further() -> None:
    reading = understood(HEADED)
    assert [item.debtor for item in reading.ledger.items] == ["10023", "10031", "10031", ""]
    assert reading.ledger.debtor("10031").name == "365 Techniek BV"
    assert [row.why for row in reading.skipped] == ["GROUP_ROW", "GROUP_ROW", "SUBTOTAL_ROW"]
    assert reading.ledger.items[-1].unreadable


def test_a_number_in_front_is_a_number_only_when_every_heading_has_one() -> None:
    text = HEADED.replace("Debiteur: 10023 - ", "").replace("Debiteur: 10031 - ", "")
    assert [item.debtor for item in understood(text).ledger.items] == [
        "Jansen BV",
        "365 Techniek BV",
        "365 Techniek BV",
        "",
    ]


def test_only_the_word_in_front_of_a_heading_is_left_out() -> None:
    text = HEADED.replace("Jansen BV", "Jansen Klant BV").replace("Debiteur: 10031", "10031")
    ledger = understood(text).ledger
    assert [item.debtor for item in ledger.items] == ["10023", "10031", "10031", ""]
    assert ledger.debtor("10023").name == "Jansen Klant BV"


def test_hidden_rows_are_read_and_counted() -> None:
    hidden = Grid("xlsx", (sheet("Lijst", LIST, hidden=frozenset({3})),))
    reading = understand(hidden, path=PATH)
    assert len(reading.ledger.items) == 2
    assert sentences(reading) == [
        "Blad Lijst: 1 verborgen rij(en) zijn meegelezen. Verwijder ze als ze niet mee mogen doen."
    ]


def test_the_table_ends_at_its_last_item_or_skipped_row() -> None:
    text = f"{LIST}\n~\n~\nTotaal |  |  |  |  | #150.5\n~"
    layout = understand(grid({"Lijst": text}), path=PATH).layout
    assert (layout.header_row, layout.last_row) == (1, 6)
