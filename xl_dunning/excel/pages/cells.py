"""Values into cells, and what every sheet shares: width of the page, names, codes for VBA."""

from __future__ import annotations

import re
from collections.abc import Iterable
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING, TypeAlias

from xl_dunning.sheets.marking import MarkValue

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

CellContent: TypeAlias = MarkValue | bool
LAST_ROW = 1_048_575
"""Last row of a sheet, counted from 0 as XlsxWriter does."""
_A4 = 9


def put(sheet: Worksheet, row: int, column: int, value: CellContent, look: Format) -> None:
    """One value, row and column from 0; text never turns into a number, formula or link."""
    if isinstance(value, bool):
        sheet.write_boolean(row, column, value, look)
    elif isinstance(value, date):
        sheet.write_datetime(row, column, datetime.combine(value, time()), look)
    elif isinstance(value, Decimal | int):
        # Cents have two decimals: the nearest float shows and reads back as the same amount.
        sheet.write_number(row, column, float(value), look)
    elif value:
        sheet.write_string(row, column, value, look)
    else:
        sheet.write_blank(row, column, None, look)


def calculate(sheet: Worksheet, row: int, column: int, formula: str, look: Format) -> None:
    """A live formula. Its result is stored as an empty text: then every program works it out on
    opening, and who reads the file without doing so sees an empty cell and no wrong figure.
    """
    sheet.write_formula(row, column, formula, look, "")


def set_up_page(
    sheet: Worksheet, *, title: str, header: bool = True, pages_wide: int = 1, pages_high: int = 0
) -> None:
    """Landscape A4, as wide as the page, the header row on every page, title and page number."""
    sheet.set_landscape()
    sheet.set_paper(_A4)
    sheet.fit_to_pages(pages_wide, pages_high)
    sheet.set_margins(left=0.4, right=0.4, top=0.7, bottom=0.7)
    sheet.set_header(f"&L&9{title.replace('&', '&&')}", {"margin": 0.3})
    sheet.set_footer("&L&9&D&R&9&P / &N", {"margin": 0.3})
    if header:
        sheet.repeat_rows(0)


def define_hidden(book: Workbook, names: Iterable[tuple[str, str]]) -> None:
    """Defined names that no list of Excel shows: name and area, such as ``'Facturen'!$S$1``."""
    for name, area in names:
        book.define_name(name, f"={area}")
        # XlsxWriter keeps [name, sheet, area, hidden] and has no way of its own to hide one.
        book.defined_names[-1][3] = True


def code_name(title: str) -> str:
    """What VBA calls the sheet.

    >>> code_name("Facturen"), code_name("_ribbon"), code_name("xl-dunning.conf")
    ('BladFacturen', 'BladRibbon', 'BladXlDunningConf')
    """
    words = re.findall(r"[A-Za-z0-9]+", title)
    return "Blad" + "".join(word[:1].upper() + word[1:] for word in words)
