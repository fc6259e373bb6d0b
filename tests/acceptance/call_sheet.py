"""A company that has calls to make, and its Belijst as somebody fills it in."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from tests.acceptance.books import Row
from tests.acceptance.company import Company, act, letter
from xl_dunning.casefile.call_row import FILL_IN

LIST = """
    Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand
    F1            | 1              | 2026-03-02  | 600.00
    F2            | 1              | 2026-03-01  | 500.00
    F3            | 2              | 2026-03-02  | 200.00
"""
WITHOUT_1 = """
    Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand
    F3            | 2              | 2026-03-02  | 200.00
"""
MONDAY, TUESDAY, WEDNESDAY = "2026-03-16", "2026-03-17", "2026-03-18"


def calling_company(company: Company) -> Company:
    """A company whose Belijst of Monday asks for a call to debtor 1 and one to debtor 2."""
    company.policy(act("bellen", "call", 10), letter("brief", 40)).listed(LIST)
    company.run(MONDAY)
    return company


def row_of(sheet: Worksheet, debtor: str) -> tuple[int, dict[str, int]]:
    """The row of the debtor on the Belijst, and header to column."""
    columns = {str(cell.value): at for at, cell in enumerate(sheet[1], start=1)}
    column = columns["Debiteurnummer"]
    (row,) = (at for at in range(2, sheet.max_row + 1) if sheet.cell(at, column).value == debtor)
    return row, columns


def fill_in(book: Path, debtor: str, **cells: Any) -> None:  # noqa: ANN401 - as typed
    """Type on the row of the debtor; underscores stand for the blanks of a header."""
    opened = load_workbook(book)
    row, columns = row_of(opened["Belijst"], debtor)
    for header, value in cells.items():
        opened["Belijst"].cell(row, columns[header.replace("_", " ")]).value = value
    opened.save(book)


def calls(company: Company, book: Path | None = None) -> list[Row]:
    """The phone calls in the Logboek, by invoice."""
    rows = company.sheet("Logboek", book=book)
    found = [row for row in rows if row["Gebeurtenis"] == "telefoon"]
    return sorted(found, key=lambda row: str(row["Factuurnummer"]))


def typed_on(company: Company, debtor: str, book: Path | None = None) -> Row:
    """What stands in the cells to fill in on the row of the debtor."""
    (row,) = (row for row in company.sheet("Belijst", book=book) if row["Debiteurnummer"] == debtor)
    return {header: row[header] for header in FILL_IN if row[header] is not None}
