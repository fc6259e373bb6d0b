"""A list is understood the same from a saved file and from the open workbook."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from openpyxl import Workbook

from tests.office.calc import Office, opened
from tests.office.open_books import in_calc, in_memory
from xl_dunning.sheets.grid import Grid
from xl_dunning.sheets.live import read_grid
from xl_dunning.sheets.opening import open_grid
from xl_dunning.sheets.reader import understand
from xl_dunning.sheets.reading import Reading

Pages = Mapping[str, Sequence[Sequence[Any]]]


def day(*date: int) -> datetime:
    """A day as xlwings gives it."""
    return datetime(*date)  # type: ignore[arg-type]  # noqa: DTZ001 - Excel knows no zones


HEADERS = ("Factuurnummer", "Debiteurnummer", "Debiteurnaam", "Factuurdatum", "Vervaldatum")
MONEY = ("Bedrag", "Openstaand", "Betwist")
LISTS: list[tuple[str, Pages]] = [
    (
        "the sheets of our own workbook",
        {
            "Facturen": [
                (*HEADERS, *MONEY),
                ("F1", "0042", "Café Jansen", day(2026, 9, 1), day(2026, 10, 1), 1210.5, 1210.5),
                ("F2", "0042", "Café Jansen", day(2026, 9, 2), day(2026, 10, 2), 99.99, 0.1 + 0.2),
                ("F3", "7", "Bakker BV", day(2026, 9, 3), day(2026, 10, 3), 50.0, 50.0, True),
                ("F4", "7", "Bakker BV", day(2026, 9, 4), day(2026, 10, 4), -20.0, -20.0, False),
            ],
            "Debiteuren": [
                ("Debiteurnummer", "Naam", "Adres", "Postcode", "Plaats", "Soort"),
                ("0042", "Café Jansen", "Kade 1", "1011 AB", "Amsterdam", "zakelijk"),
                ("7", "Bakker BV", "Plein 2", "9000", "Gent", "zakelijk"),
            ],
            "Afspraken": [
                ("Debiteurnummer", "Factuurnummer", "Soort", "Datum", "Bedrag", "Notitie"),
                ("7", "F3", "betwisting", day(2026, 11, 2), None, "te veel geleverd"),
            ],
            "Instellingen": [
                ("naam", "Eigen BV"),
                ("drempelbedrag", 10.0),
                ("rechtsstelsel", "nl"),
            ],
        },
    ),
    (
        "numbers where keys should be, an error and a bad date",
        {
            "Facturen": [
                (*HEADERS, *MONEY),
                (20260001.0, 42.0, "Jansen", day(2026, 9, 1), day(2026, 10, 1), 10.0, 10.0),
                (20260002.0, 42.0, "Jansen", day(2026, 9, 1), "gisteren", 10.0, 10.0),
                (20260003.0, 42.0, "Jansen", day(2026, 9, 1), day(2026, 10, 1), 10.0, "#N/A"),
                (20260003.0, 42.0, "Jansen", day(2026, 9, 1), day(2026, 10, 1), 10.0, 10.0),
            ],
        },
    ),
    (
        "a title above the headers, an empty row, a total below",
        {
            "Blad1": [
                ("Openstaande posten per 21-11-2026",),
                (),
                (*HEADERS, *MONEY),
                ("F1", "42", "Jansen", day(2026, 9, 1), day(2026, 10, 1), 10.0, 10.0),
                (),
                ("F2", "42", "Jansen", day(2026, 9, 1), day(2026, 10, 1), 15.0, 15.0),
                ("Totaal", None, None, None, None, 25.0, 25.0),
            ],
        },
    ),
]
NAMED = [name for name, _ in LISTS]


def saved(folder: Path, pages: Pages) -> Path:
    book = Workbook()
    book.remove(book.worksheets[0])
    for name, rows in pages.items():
        page = book.create_sheet(name)
        for line in rows:
            page.append(line)
    path = folder / "Debiteuren.xlsx"
    book.save(path)
    return path


def understood(grid: Grid, path: Path) -> Reading:
    """The reading; what kind of file it was is the only thing that may differ."""
    return understand(replace(grid, kind="xlsx", features=()), path=path)


@pytest.mark.parametrize("pages", [pages for _, pages in LISTS], ids=NAMED)
def test_in_memory(tmp_path: Path, pages: Pages) -> None:
    path = saved(tmp_path, pages)
    from_file, live = open_grid(path), read_grid(in_memory(pages))
    assert live.sheets == from_file.sheets
    assert understood(live, path) == understood(from_file, path)


@pytest.mark.office
@pytest.mark.parametrize("pages", [pages for _, pages in LISTS], ids=NAMED)
def test_in_libreoffice(office: Office, tmp_path: Path, pages: Pages) -> None:
    path = saved(tmp_path, pages)
    document = opened(office, path)
    from_file, live = open_grid(path), read_grid(in_calc(document))
    document.ask("close")
    assert live.sheets == from_file.sheets
    assert understood(live, path) == understood(from_file, path)


@pytest.mark.office
def test_all_sheets_of_a_workbook_with_a_hidden_one(office: Office, tmp_path: Path) -> None:
    book = Workbook()
    book.create_sheet("_ribbon").append(["id", "eigenschap", "waarde"])
    book["_ribbon"].sheet_state = "veryHidden"
    book.worksheets[0].append(["Factuurnummer"])
    path = tmp_path / "boek.xlsx"
    book.save(path)
    document = opened(office, path)
    live = read_grid(in_calc(document))
    document.ask("close")
    assert live.sheets == open_grid(path).sheets
    assert [sheet.visible for sheet in live.sheets] == [True, False]
