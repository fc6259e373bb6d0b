"""Which column is which field: by name and value together, and asked when both leave a doubt."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path

import pytest

from tests.sheets.grids import read_list
from tests.sheets.layouts import book
from xl_dunning.frontends.messages_nl import refusal_text
from xl_dunning.rules.findings import Refusal
from xl_dunning.sheets.words import compact

CORE = "Factuurnummer", "Debiteurnummer", "Debiteurnaam", "Factuurdatum", "Vervaldatum"
MONEY = "Bedrag", "Openstaand", "Betaald"


def matched(folder: Path, text: str, *, columns: Mapping[str, str] | None = None) -> dict[str, str]:
    """Field to header, as it was read."""
    reading = read_list(book(folder, {"Lijst": text}), columns=columns or {})
    return {column.field: column.header for column in reading.layout.columns if column.field}


def refused(folder: Path, text: str, *, columns: Mapping[str, str] | None = None) -> str:
    """The sentences of the refusal."""
    with pytest.raises(Refusal) as caught:
        read_list(book(folder, {"Lijst": text}), columns=columns or {})
    return refusal_text(caught.value)


def test_headers_are_compared_without_capitals_blanks_dots_and_accents() -> None:
    spellings = "Factuurnr.", "factuur nr", "FACTUURNR", "Factuur-\nnr", " Factuur_Nr ", "factuurNr"
    assert {compact(spelling) for spelling in spellings} == {"factuurnr"}


NEVER_AMOUNTS = (
    "Bedrag excl. btw",
    "Totaal excl. btw",
    "Btw-bedrag",
    "BTW",
    "Btw",
    "Kredietlimiet",
    "Krediet Limiet",
    "Valutabedrag",
    "Koers",
    "Factuur Gbl.",
    "Untaxed Amount",
    "Untaxed Amount Signed",
    "0-30",
    "1 - 30 Dagen",
    "31 - 60",
    "Age ≤ 30 d.",
    "30",
    "60",
    "90+",
    "> 90",
    "Ouder",
    "Huidig",
    "Vervallen bedrag",
    "Betalingskorting",
    "Financieringslimiet",
    "Discount rate",
    "Rente",
    "Incassokosten",
    "Te vorderen",
)
NEVER_NUMBERS = (
    "Crediteurnummer",
    "Leveranciersnr.",
    "Ordernummer",
    "Bestelnummer",
    "Betaalnr.",
    "IBAN-nr.",
    "Rek.nr.",
    "DocumentID",
    "Periode",
    "Dossiernummer",
    "Clrng doc.",
)
NEVER_DATES = (
    "Datum laatste herinnering",
    "Betaaldatum",
    "Datum betaald",
    "Entry Date",
    "Aanmaakdatum",
    "Leverdatum",
)


@pytest.mark.parametrize("header", [*NEVER_AMOUNTS, *NEVER_NUMBERS, *NEVER_DATES])
def test_headers_that_must_never_be_read_as_a_core_field(header: str, tmp_path: Path) -> None:
    value = "@2026-02-01" if header in NEVER_DATES else "#100.5"
    if header in NEVER_NUMBERS:
        value = "#77"
    found = matched(
        tmp_path,
        f"""
{header} | Klantnr | Klantnaam | Factuurnr | Factuurdatum | Vervaldatum | Factuurbedrag | Open
{value} | #1 | Jansen | F1 | @2026-01-05 | @2026-02-04 | #121 | #121
{value} | #2 | Pieters | F2 | @2026-01-05 | @2026-02-04 | #50 | #50
""",
    )
    assert header not in {found.get(field) for field in (*CORE, *MONEY)}
    alone = refused(tmp_path, f"Klantnaam | Vervaldatum | {header}\nJansen | @2026-01-05 | {value}")
    assert "ontbreekt: Factuurnummer en Openstaand" in alone


@pytest.mark.parametrize(
    ("header", "values", "field"),
    [
        ("Debiteur", ("100", "101"), "Debiteurnummer"),  # Twinfield
        ("Debiteur", ("Jansen BV", "Pieters"), "Debiteurnaam"),
        ("Klant", ("K-100", "K-101"), "Debiteurnummer"),
        ("Klant", ("KPN", "ASML"), "Debiteurnaam"),
        ("Contact", ("Jansen BV", "Pieters"), "Debiteurnaam"),  # Moneybird
    ],
)
def test_values_decide_between_number_and_name(
    header: str, values: tuple[str, str], field: str, tmp_path: Path
) -> None:
    text = f"{header} | Factuurnr | Vervaldatum | Openstaand\n"
    text += "\n".join(f"{value} | F{value} | @2026-02-04 | #121" for value in values)
    assert matched(tmp_path, text)[field] == header


@pytest.mark.parametrize(
    ("header", "value", "field"),
    [
        ("Boekstuk", "@2026-01-05", "Factuurdatum"),  # AFAS
        ("Boekstuk", "2026001", ""),  # a number, but the list has a Factuurnr
        ("Betaald", "#21", "Betaald"),
        ("Betaald", "nee", "Status"),
        ("Soort", "Verkoop", "Richting"),
        ("Soort", "particulier", "Soort"),
        ("Type", "Bedrijf", "Soort"),
        ("Factuur", "#121.5", "Bedrag"),  # AFAS
        ("Openstaand", "ja", ""),  # no amount at all
    ],
)
def test_values_decide_what_a_header_means(
    header: str, value: str, field: str, tmp_path: Path
) -> None:
    found = matched(
        tmp_path,
        f"""
Klantnr | Factuurnr | Vervaldatum | Saldo | {header}
100 | F1 | @2026-02-04 | #100 | {value}
101 | F2 | @2026-02-05 | #50 | {value}
102 | F3 | @2026-02-06 | #60 | {value}
""",
    )
    assert {name for name, taken in found.items() if taken == header} == ({field} - {""})
