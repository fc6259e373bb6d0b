"""The sheet and the header row are found, wherever they are; our own sheets are never the list."""

from __future__ import annotations

import pytest

from tests.sheets.grids import PATH, grid, sheet, understood
from xl_dunning.sheets.grid import Grid
from xl_dunning.sheets.lexicon import RESULT_HEADERS
from xl_dunning.sheets.reader import understand

LIST = """
Klantnr | Factuurnr | Vervaldatum | Openstaand
100 | F1 | @2026-02-04 | #121
"""


@pytest.mark.parametrize(
    "sheets",
    [
        {"Toelichting": "Deze lijst is gemaakt op | @2026-11-21", "Lijst": LIST},
        # Fewer of the fields that make a list.
        {"Regels": "Factuurnr | Omschrijving | Bedrag\nF1 | stoel | #121", "Lijst": LIST},
        {"Leeg": LIST.strip().splitlines()[0], "Lijst": LIST},
        # Ours, from an earlier run: they hold the same headers.
        {"Belijst": LIST, "Termijnen": LIST, "Controle": LIST, "Logboek": LIST, "Lijst": LIST},
        # Kept for the notes on them, beside a sheet of the user's own, or copied.
        {
            "Termijnen (oud)": LIST,
            "Belijst (xl_dunning 2)": LIST,
            "Controle (2)": LIST,
            "Lijst": LIST,
        },
        {"Debiteuren": "Debiteurnummer | Naam | Adres\n100 | Jansen | Kade 1", "Lijst": LIST},
    ],
    ids=["a note", "invoice lines", "an empty copy", "our own sheets", "kept ones", "debtors"],
)
def test_the_list_is_found_among_other_sheets(sheets: dict[str, str]) -> None:
    assert understand(grid(sheets), path=PATH).layout.sheet == "Lijst"


def test_a_sheet_called_facturen_is_the_list() -> None:
    reading = understand(grid({"Oud": LIST, "Facturen": LIST}), path=PATH)
    assert reading.layout.sheet == "Facturen"


def test_the_sheet_that_the_user_names_is_the_list_capitals_or_not() -> None:
    reading = understand(grid({"Oud": LIST, "Facturen": LIST}), path=PATH, sheet="oud")
    assert reading.layout.sheet == "Oud"


def test_a_hidden_sheet_is_the_list_only_when_no_visible_one_is() -> None:
    hidden = sheet("Verborgen", LIST, visible=False)
    assert understand(Grid("xlsx", (hidden,)), path=PATH).layout.sheet == "Verborgen"
    both = Grid("xlsx", (hidden, sheet("Lijst", LIST)))
    assert understand(both, path=PATH).layout.sheet == "Lijst"


@pytest.mark.parametrize("titles", [0, 1, 6, 45])
def test_the_header_row_may_stand_below_titles(titles: int) -> None:
    above = "\n".join("Openstaande posten per debiteur" for _ in range(titles))
    reading = understood(f"{above}\n{LIST.strip()}" if titles else LIST)
    assert reading.layout.header_row == titles + 1
    assert [row.why for row in reading.skipped] == ["TITLE_ROW"] * titles


def test_a_line_break_inside_a_header_is_a_blank() -> None:
    reading = understand(
        Grid("xlsx", (sheet("Lijst", LIST.replace("Vervaldatum", "Verval·datum")),)), path=PATH
    )
    assert str(reading.ledger.items[0].due_date) == "2026-02-04"


MARKED = f"""
Klantnr | Factuurnr | Vervaldatum | Openstaand | {" | ".join(RESULT_HEADERS)}
100 | F1 | @2026-02-04 | #121 | #290 | herinnering | aanmaning sturen | @2026-02-20 | verlopen |\
 #1.5 | #40 | #162.5
101 | F2 | @2026-12-04 | #50 | #0 |  |  |  | nog niet vervallen | #0 | #0 | #50
"""


def test_our_result_columns_of_an_earlier_run_change_nothing() -> None:
    marked = understood(MARKED)
    plain = "\n".join(
        " | ".join(line.split(" | ")[:4]) for line in MARKED.replace("|\\\n", "|").splitlines()
    )
    assert marked.ledger == understood(plain).ledger
    assert marked.layout.signature == understood(plain).layout.signature
    assert {c.field for c in marked.layout.columns if c.header in RESULT_HEADERS} == {""}


def test_a_users_own_column_dagen_te_laat_is_known_as_such() -> None:
    reading = understood(
        "Klantnr | Factuurnr | Vervaldatum | Openstaand | Dagen te laat\n"
        "100 | F1 | @2026-02-04 | #121 | #7"
    )
    assert reading.layout.columns[4].field == "Dagen te laat"
