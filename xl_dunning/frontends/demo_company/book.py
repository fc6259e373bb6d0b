"""The workbook of the example company, as an administrator would keep it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from xl_dunning.casefile import agreements, mirror
from xl_dunning.frontends.demo_company.company import Company, Row, Value
from xl_dunning.rules.money import total

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

INVOICE_WIDTHS: Mapping[str, float] = {
    "Factuurnummer": 14,
    "Debiteurnummer": 15,
    "Debiteurnaam": 36,
    "Factuurdatum": 13,
    "Vervaldatum": 13,
    "Bedrag": 12,
    "Openstaand": 12,
    "Valuta": 8,
    "Omschrijving": 34,
    "Betalingstermijn": 15,
    "Termijn afgesproken": 12,
    "Betwist": 9,
    "Overslaan": 11,
    "Reden overslaan": 27,
    "Factuurbestand": 15,
    "Aanmaningen": 13,
    "Laatste herinnering": 12,
}
DEBTOR_WIDTHS: Mapping[str, float] = {
    "Debiteurnummer": 15,
    "Naam": 38,
    "T.a.v.": 22,
    "Adres": 26,
    "Postcode": 10,
    "Plaats": 18,
    "Land": 20,
    "E-mail": 40,
    "Telefoon": 18,
    "Soort": 11,
    "Taal": 6,
    "Beleid": 15,
    "Niet aanmanen tot": 14,
    "Reden": 40,
    "KvK": 11,
    "Btw-nummer": 14,
    "Automatische incasso": 14,
    "Terugkerende levering": 14,
}
_AGREEMENT_WIDTHS = dict(zip(agreements.HEADERS, (15, 14, 13, 12, 12, 12, 48, 46, 18), strict=True))
_LOG_WIDTHS = dict.fromkeys(mirror.HEADERS, 14.0) | {
    "Notitie": 48.0,
    "Uitkomst": 22.0,
    "Door": 18.0,
    "Sjabloon": 20.0,
}
_SETTING_WIDTHS: Mapping[str, float] = {"Instelling": 18, "Waarde": 42}

_TITLE_ROWS = 2
_HEADER_HEIGHT = 30
"""Points: two lines."""
_DARK, _LINE = "#1F3864", "#BFBFBF"


@dataclass(frozen=True, slots=True, kw_only=True)
class _Looks:
    """The cell formats of the workbook."""

    title: Format
    header: Format
    day: Format
    amount: Format
    count: Format
    plain: Format
    total: Format
    total_amount: Format

    def of(self, value: Value) -> Format:
        """The format that fits the value."""
        if isinstance(value, date):
            return self.day
        if isinstance(value, Decimal):
            return self.amount
        return self.count if isinstance(value, int) else self.plain


def write_book(company: Company, path: Path) -> None:
    """Write the sheets Facturen, Debiteuren, Afspraken, Logboek and Instellingen to a new file."""
    # Imported here: the other commands never make a demo.
    from xlsxwriter.workbook import Workbook  # noqa: PLC0415

    with Workbook(path, {"strings_to_numbers": False, "strings_to_formulas": False}) as book:
        book.set_properties({"title": company.title, "company": str(company.settings["naam"])})
        looks = _looks(book)
        _invoices(book.add_worksheet("Facturen"), company, looks)
        for name, widths, rows in (
            ("Debiteuren", DEBTOR_WIDTHS, company.debtors),
            ("Afspraken", _AGREEMENT_WIDTHS, company.agreements),
            ("Logboek", _LOG_WIDTHS, company.log),
        ):
            _table(book.add_worksheet(name), widths, rows, looks)
        settings = [{"Instelling": key, "Waarde": value} for key, value in company.settings.items()]
        _table(book.add_worksheet("Instellingen"), _SETTING_WIDTHS, settings, looks)


def _looks(book: Workbook) -> _Looks:
    base: dict[str, Any] = {"font_name": "Calibri", "font_size": 10}
    amount = "#,##0.00_ ;[Red]-#,##0.00_ "

    def look(**changes: object) -> Format:
        return book.add_format({**base, **changes})

    return _Looks(
        title=look(bold=True, font_size=14, font_color=_DARK),
        header=look(
            bold=True, font_color="#FFFFFF", bg_color=_DARK, valign="vcenter", text_wrap=True
        ),
        day=look(num_format="dd-mm-yyyy", align="center"),
        amount=look(num_format=amount),
        count=look(num_format="0", align="center"),
        plain=look(),
        total=look(bold=True, top=1, top_color=_LINE),
        total_amount=look(bold=True, top=1, top_color=_LINE, num_format=amount),
    )


def _invoices(sheet: Worksheet, company: Company, looks: _Looks) -> None:
    """The open items under a title, and a total below them, as a package exports them."""
    sheet.write_string(0, 0, company.title, looks.title)
    sheet.set_row(0, 24)
    _table(sheet, INVOICE_WIDTHS, company.invoices, looks, top=_TITLE_ROWS)
    headers = list(INVOICE_WIDTHS)
    below = _TITLE_ROWS + 1 + len(company.invoices)
    for column in range(len(headers)):
        sheet.write_blank(below, column, None, looks.total)
    sheet.write_string(below, 0, "Totaal", looks.total)
    for header in ("Bedrag", "Openstaand"):
        amounts = (row[header] for row in company.invoices)
        whole = total(amount for amount in amounts if isinstance(amount, Decimal))
        # A figure and no formula: exports hold figures, and so the program can keep this very file.
        sheet.write_number(below, headers.index(header), float(whole), looks.total_amount)
    sheet.set_landscape()
    sheet.fit_to_pages(1, 0)
    sheet.repeat_rows(_TITLE_ROWS)


def _table(
    sheet: Worksheet,
    widths: Mapping[str, float],
    rows: Sequence[Row],
    looks: _Looks,
    *,
    top: int = 0,
) -> None:
    """A table with its header on the row ``top`` (0-based), in view while scrolling."""
    for column, (header, width) in enumerate(widths.items()):
        sheet.set_column(column, column, width, looks.plain)
        sheet.write_string(top, column, header, looks.header)
    sheet.set_row(top, _HEADER_HEIGHT)
    for number, row in enumerate(rows, start=top + 1):
        for column, header in enumerate(widths):
            _write(sheet, number, column, row.get(header), looks)
    sheet.freeze_panes(top + 1, 1)
    sheet.autofilter(top, 0, top + max(len(rows), 1), len(widths) - 1)


def _write(sheet: Worksheet, row: int, column: int, value: Value, looks: _Looks) -> None:
    look = looks.of(value)
    if isinstance(value, date):
        sheet.write_datetime(row, column, value, look)
    elif isinstance(value, Decimal | int):
        # Cents have two decimals: the nearest float shows and reads back as the same amount.
        sheet.write_number(row, column, float(value), look)
    elif value is None:
        sheet.write_blank(row, column, None, look)
    else:
        sheet.write_string(row, column, value, look)
