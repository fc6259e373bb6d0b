"""What the live formulas of Start and Overzicht count over, as defined names of whole columns.

Whole columns, for a list grows and shrinks: by a button, by typing below the table, in Excel and
in LibreOffice, which does not always let a formula that names a table grow with it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from xl_dunning.excel.pages import invoices
from xl_dunning.excel.plan import WorkbookPlan
from xl_dunning.sheets.grid import column_letter
from xl_dunning.sheets.marking import OwnSheet

if TYPE_CHECKING:
    from xlsxwriter.workbook import Workbook

CURRENCY = "Munt"
"""Defined name of the cell with the currency that Overzicht counts in."""
_NAMED = {
    "Factuurnummer": "Lijst_factuur",
    "Debiteurnummer": "Lijst_debiteur",
    "Debiteurnaam": "Lijst_naam",
    "Vervaldatum": "Lijst_vervaldatum",
    "Openstaand": "Lijst_open",
    "Valuta": "Lijst_valuta",
    "Betwist": "Lijst_betwist",
    "Dagen te laat": "Lijst_dagen",
    "Fase": "Lijst_fase",
    "Actie": "Lijst_actie",
}


def define_columns(book: Workbook, plan: WorkbookPlan) -> None:
    """Name the columns of Facturen that are counted over."""
    headers = [column.header for column in invoices.COLUMNS]
    headers += [column.header for column in plan.result_columns]
    for header, name in _NAMED.items():
        letter = column_letter(headers.index(header))
        book.define_name(name, f"={invoices.NAME}!${letter}:${letter}")


def own_column(own: OwnSheet, header: str) -> str:
    """A whole column of a sheet of ours, as a formula names it: ``Belijst!$A:$A``."""
    letter = column_letter([column.header for column in own.columns].index(header))
    return f"{own.name}!${letter}:${letter}"


def open_sum(*criteria: str) -> str:
    """The open amount of the items in the currency of Overzicht that meet the criteria.

    Each criterion is a range and what it must be, such as ``Lijst_dagen,0``. An item without a
    currency is in euro.
    """
    return _both("SUMIFS(Lijst_open,{0}{1})", criteria)


def open_count(*criteria: str) -> str:
    """How many invoices with something open in that currency meet the criteria; no credits."""
    return _both('COUNTIFS(Lijst_open,">0",{0}{1})', criteria)


def _both(function: str, criteria: tuple[str, ...]) -> str:
    more = "".join(f",{each}" for each in criteria)
    stated = function.format(f"Lijst_valuta,{CURRENCY}", more)
    left_out = function.format('Lijst_valuta,"="', more)
    return f'({stated}+IF({CURRENCY}="EUR",{left_out},0))'
