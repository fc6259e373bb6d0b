"""All sheets together, in their order, as one workbook without ribbon and VBA."""

from __future__ import annotations

import io
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from functools import partial
from typing import TYPE_CHECKING

from xl_dunning.excel.pages import (
    debtors,
    figures,
    help,  # noqa: A004 - the sheet Uitleg
    invoices,
    overview,
    own,
    policy,
    settings,
    start,
    workings,
)
from xl_dunning.excel.pages.cells import code_name, put
from xl_dunning.excel.pages.looks import Looks
from xl_dunning.excel.plan import WorkbookPlan
from xl_dunning.sheets.marking import MarkValue

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

MADE = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)
"""A fixed day of making: the same plan gives the same bytes."""
SHEETS: Mapping[str, str] = {
    "Start": "#1F3A5F",
    "Facturen": "#D94801",
    "Debiteuren": "#D94801",
    "Afspraken": "#D94801",
    "Belijst": "#2E7D6B",
    "Overzicht": "#1F3A5F",
    "Beleid": "#8A8F98",
    "Instellingen": "#8A8F98",
    "Termijnen": "#2E7D6B",
    "Advies": "#2E7D6B",
    "Controle": "#2E7D6B",
    "Verschil": "#2E7D6B",
    "Logboek": "#2E7D6B",
    "Uitleg": "#1F3A5F",
}
"""The sheets in their order, each with the colour of its tab: what the user fills in, what the
program fills in, what is set once, and what only tells."""


def workbook_sheets(plan: WorkbookPlan) -> bytes:
    """The workbook with all its sheets as an .xlsx, with code names for VBA on each of them.

    The same plan gives the same bytes.
    """
    # Imported here: a press of a button may ask this package for a formula, and makes no workbook.
    from xlsxwriter.workbook import Workbook  # noqa: PLC0415

    file = io.BytesIO()
    options = ("strings_to_numbers", "strings_to_formulas", "strings_to_urls")
    with Workbook(file, {**dict.fromkeys(options, False), "in_memory": True}) as book:
        book.set_properties({"title": "Debiteuren", "created": MADE})
        book.set_vba_name("ThisWorkbook")
        book.set_size(1920 * 15 // 2, 1080 * 15 // 2)
        looks = Looks(book)
        writers = _writers(book, plan, looks)
        for title, colour in SHEETS.items():
            sheet = book.add_worksheet(title)
            sheet.set_vba_name(code_name(title))
            sheet.set_tab_color(colour)
            writers[title](sheet)
        figures.define_columns(book, plan)
        hidden = book.add_worksheet(workings.NAME)
        hidden.set_vba_name(code_name(workings.NAME))
        workings.write_workings(book, hidden, looks)
        for title, rows in plan.hidden_sheets.items():
            write_hidden(book, title, rows, looks)
    return file.getvalue()


def _writers(
    book: Workbook, plan: WorkbookPlan, looks: Looks
) -> Mapping[str, Callable[[Worksheet], None]]:
    made: dict[str, Callable[[Worksheet], None]] = {
        each.name: partial(_write_own, book, each.name, plan, looks) for each in plan.own_sheets
    }
    return made | {
        start.NAME: lambda sheet: start.write_start(book, sheet, plan, looks),
        invoices.NAME: lambda sheet: invoices.write_invoices(book, sheet, plan, looks),
        debtors.DEBTORS: lambda sheet: debtors.write_debtors(sheet, plan, looks),
        debtors.AGREEMENTS: lambda sheet: debtors.write_agreements(sheet, plan, looks),
        overview.NAME: lambda sheet: overview.write_overview(book, sheet, plan, looks),
        policy.NAME: lambda sheet: policy.write_policy(book, sheet, plan, looks),
        settings.NAME: lambda sheet: settings.write_settings(book, sheet, plan, looks),
        help.NAME: lambda sheet: help.write_help(sheet, plan, looks),
    }


def _write_own(
    book: Workbook, name: str, plan: WorkbookPlan, looks: Looks, sheet: Worksheet
) -> None:
    own.write_own_sheet(book, sheet, plan.own_sheet(name), looks)


def write_hidden(
    book: Workbook, title: str, rows: Sequence[Sequence[MarkValue | bool]], looks: Looks
) -> None:
    """A sheet for the program alone, with a code name for VBA: rows from A1."""
    sheet = book.add_worksheet(title)
    sheet.set_vba_name(code_name(title))
    for number, values in enumerate(rows):
        for at, value in enumerate(values):
            put(sheet, number, at, value, looks.of())
    sheet.very_hidden()
