"""What an item is made of when the list tells it in its own way."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from tests.sheets.grids import PATH, grid, sentences, understood
from xl_dunning.rules.ledger import OpenItem
from xl_dunning.sheets.reader import understand


def first(headers: str, values: str, *, payment_term: int | None = None) -> OpenItem:
    """The item of a list with two rows alike, next to number, customer and due date."""
    text = f"Klantnr | Factuurnr | {headers}\n100 | F1 | {values}\n101 | F2 | {values}"
    return understand(grid({"Lijst": text}), path=PATH, payment_term=payment_term).ledger.items[0]


DUE = "Vervaldatum"
ON = "@2026-02-04"


@pytest.mark.parametrize(
    ("headers", "values", "expected"),
    [
        ("Openstaand", "#121", "121.00"),
        ("Bedrag", "#121", "121.00"),  # the only amount there is
        ("Totaal incl. btw | Btw", "#121 | #21", "121.00"),
        ("Bedrag | Betaald", "#121 | #21", "100.00"),  # what is left after the payment
        ("Bedrag | Betaald", "#121 | ", "121.00"),  # nothing paid yet
        ("Debet | Credit", "#121 | ", "121.00"),
        ("Debet | Credit", " | #121", "-121.00"),
        ("Debet | Credit", "#121 | #21", "100.00"),
        ("Openstaand | D/C", "#121 | D", "121.00"),
        ("Openstaand | D/C", "#121 | C", "-121.00"),
        ("Openstaand | D/C", "#-121 | Credit", "-121.00"),  # said twice, meant once
        ("Openstaand | Af Bij", "#121 | Af", "-121.00"),
        ("Openstaand", "121,00 C", "-121.00"),
        ("Openstaand", "#0", "0.00"),
    ],
)
def test_the_open_amount(headers: str, values: str, expected: str) -> None:
    assert str(first(f"{DUE} | {headers}", f"{ON} | {values}").open) == expected


def test_where_the_open_amount_comes_from_is_said_aloud() -> None:
    head = "Klantnr | Factuurnr | Vervaldatum | Bedrag"
    assert sentences(understood(f"{head}\n1 | F1 | {ON} | #121")) == [
        "Blad Lijst, kolom Bedrag: er is geen kolom met het openstaande bedrag; «Bedrag» wordt als "
        "openstaand gelezen. Klopt dat niet, zet dan het openstaande bedrag in een kolom "
        "Openstaand."
    ]
    assert sentences(understood(f"{head} | Betaald\n1 | F1 | {ON} | #121 | #21")) == [
        "Blad Lijst, kolom Bedrag: er is geen kolom met het openstaande bedrag; het is berekend "
        "als «Bedrag» min «Betaald»."
    ]


def test_amount_minus_paid_is_held_against_what_is_open() -> None:
    text = "Klantnr | Factuurnr | Vervaldatum | Factuurbedrag | Al betaald | Openstaand"
    rows = (f"1 | F{n} | {ON} | #121 | #21 | #{'90' if n == 3 else '100'}" for n in range(1, 6))
    assert sentences(understood("\n".join((text, *rows)))) == [
        "Blad Lijst, rij 4, kolom Openstaand: bij factuur F3 is €\xa0121,00 min betaald €\xa021,00 "
        "niet €\xa090,00. Controleer de bedragen."
    ]


@pytest.mark.parametrize(
    ("headers", "values", "term", "due"),
    [
        ("Factuurdatum | Betalingstermijn", "@2026-01-05 | #14", None, "2026-01-19"),
        ("Factuurdatum | Betalingstermijn", "@2026-01-05 | 30 dagen", None, "2026-02-04"),
        ("Factuurdatum | Betalingstermijn", "@2026-01-05 | #14", 30, "2026-01-19"),  # its own first
        ("Factuurdatum", "@2026-01-05", 30, "2026-02-04"),
        ("Factuurdatum | Vervaldatum", "@2026-01-05 | @2026-03-01", 30, "2026-03-01"),
    ],
)
def test_the_due_date_may_follow_from_the_invoice_date(
    headers: str, values: str, term: int | None, due: str
) -> None:
    item = first(f"{headers} | Openstaand", f"{values} | #121", payment_term=term)
    assert (str(item.due_date), item.unreadable) == (due, False)


def test_without_a_due_date_or_a_term_nothing_is_guessed() -> None:
    reading = understood(
        "Klantnr | Factuurnr | Factuurdatum | Openstaand\n1 | F1 | @2026-01-05 | #9"
    )
    assert reading.ledger.items[0].unreadable
    assert sentences(reading) == [
        "Blad Lijst, rij 2: de lijst heeft geen vervaldatum. Zet de betalingstermijn in dagen bij "
        "Instellingen, of voeg een kolom Vervaldatum toe."
    ]


def test_a_term_with_a_condition_is_no_number_of_days() -> None:
    reading = understood(
        "Klantnr | Factuurnr | Factuurdatum | Betalingstermijn | Openstaand\n"
        "1 | F1 | @2026-01-05 | 30 dagen | #9\n2 | F2 | @2026-01-05 | 2% 8 dagen | #9"
    )
    assert [item.unreadable for item in reading.ledger.items] == [False, True]
    assert sentences(reading)[0] == (
        "Blad Lijst, rij 3, kolom Betalingstermijn: «2% 8 dagen» is geen betalingstermijn in "
        "dagen. Typ een heel getal, zoals 30, of vul de vervaldatum in."
    )


def test_a_credit_needs_no_due_date_and_no_number() -> None:
    reading = understood(
        "Klantnr | Factuurnr | Factuurdatum | Vervaldatum | Openstaand\n"
        "1 | F1 | @2026-01-05 | @2026-02-04 | #100\n1 |  | @2026-01-09 |  | #-30"
    )
    credit = reading.ledger.items[1]
    assert (credit.invoice, credit.open, credit.unreadable) == (
        "zonder nummer 09-01-2026",
        Decimal("-30.00"),
        False,
    )
    assert sentences(reading) == [
        "Blad Lijst, rij 3, kolom Factuurnr: deze creditering of betaling heeft geen nummer; zij "
        "wordt met de debiteur verrekend."
    ]


@pytest.mark.parametrize(
    ("header", "value", "expected"),
    [
        ("Betwist", "ja", {"disputed": True}),
        ("Betwist", "x", {"disputed": True}),
        ("Betwist", "nee", {"disputed": False}),
        ("Overslaan", "#1", {"skipped": True}),
        ("Niet opvolgen", "#yes", {"skipped": True}),
        ("Aanmanen", "nee", {"skipped": True, "skip_reason": "Aanmanen: nee"}),  # AFAS
        ("Aanmanen", "ja", {"skipped": False}),
        ("Betaalstatus", "Betaald", {"skipped": True, "skip_reason": "Betaalstatus: Betaald"}),
        ("Betaalstatus", "Deels betaald", {"skipped": False}),
        ("Status", "Not Paid", {"skipped": False}),
        ("IsFullyPaid", "#yes", {"skipped": True, "skip_reason": "IsFullyPaid: ja"}),
        ("Reden overslaan", "wacht op directie", {"skip_reason": "wacht op directie"}),
        ("Automatische incasso", "Ja", {"direct_debit": True}),
        ("Aut. bet./inc.", "nee", {"direct_debit": False}),
        ("Termijn afgesproken", "ja", {"term_agreed": True}),
        ("Termijn afgesproken", "nee", {"term_agreed": False}),
        ("Aanmaningen", "#2", {"reminders_sent": 2}),
        ("Aantal aanmaningen", "3", {"reminders_sent": 3}),
        ("Laatste herinnering", "@2026-03-01", {"last_reminder": date(2026, 3, 1)}),
        ("Factuurbestand", "F1.pdf", {"invoice_file": "F1.pdf"}),
        ("Valuta", "usd", {"currency": "USD"}),
        ("Val", "€", {"currency": "EUR"}),
        ("Omschrijving", "levering  mei", {"description": "levering mei"}),
        ("Factuurbedrag", "#242", {"amount": Decimal("242.00")}),
    ],
)
def test_what_else_a_list_may_tell(header: str, value: str, expected: dict[str, Any]) -> None:
    item = first(f"{DUE} | Openstaand | {header}", f"{ON} | #121 | {value}")
    assert {name: getattr(item, name) for name in expected} == expected


def test_a_paid_status_with_an_open_amount_is_told_and_never_reminded() -> None:
    reading = understood(
        "Klantnr | Factuurnr | Vervaldatum | Openstaand | Status\n"
        f"1 | F1 | {ON} | #100 | Betaald\n2 | F2 | {ON} | #0 | Betaald"
    )
    assert [item.skipped for item in reading.ledger.items] == [True, False]
    assert sentences(reading) == [
        "Blad Lijst, rij 2, kolom Status: de status is «Betaald», maar er staat €\xa0100,00 open. "
        "Deze post wordt overgeslagen; verbeter de status of het bedrag."
    ]


def test_a_dispute_in_the_users_own_words_is_a_dispute() -> None:
    reading = understood(
        "Klantnr | Factuurnr | Vervaldatum | Openstaand | Betwist\n"
        f"1 | F1 | {ON} | #100 | ja\n2 | F2 | {ON} | #7 | kapot geleverd\n3 | F3 | {ON} | #7 | nee"
    )
    assert [item.disputed for item in reading.ledger.items] == [True, True, False]
    assert sentences(reading) == [
        "Blad Lijst, rij 3, kolom Betwist: «kapot geleverd» is geen ja of nee en telt als ja. Typ "
        "ja of nee."
    ]


def test_the_currency_in_the_cells_counts_when_no_column_tells_it() -> None:
    item = first(f"{DUE} | Openstaand", f"{ON} | $ 121.00")
    assert (item.currency, item.open) == ("USD", Decimal("121.00"))
