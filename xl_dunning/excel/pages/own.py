"""The sheets that the program fills: Belijst, Termijnen, Advies, Controle, Verschil, Logboek.

Looks, dropdowns and the page are made here, per whole column, so that a run writes values only.
"""

from __future__ import annotations

import textwrap
from collections.abc import Sequence
from typing import TYPE_CHECKING

from xl_dunning.excel.pages.cells import LAST_ROW, define_hidden, put, set_up_page
from xl_dunning.excel.pages.looks import DARK, FILL_IN, FILL_IN_LIGHT, LINE, Looks
from xl_dunning.excel.pages.tables import underline
from xl_dunning.sheets.marking import MarkValue, OwnSheet, SheetColumn
from xl_dunning.sheets.names import Area, sheet_name

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_OFFERED_ROWS = 2_000
"""Rows with a dropdown and inside the filter."""
_WRAP_FROM = 24
_HEADER_HEIGHT, _TALLEST = 32, 409


def write_own_sheet(book: Workbook, sheet: Worksheet, own: OwnSheet, looks: Looks) -> None:
    """Write the sheet, with the hidden name by which the program knows it as its own."""
    for at, column in enumerate(own.columns):
        sheet.set_column(at, at, column.width, _look(column, looks))
        colour = FILL_IN if column.to_fill else DARK
        sheet.write_string(0, at, column.header, looks.header(colour))
        if column.choices:
            sheet.data_validation(
                1,
                at,
                _OFFERED_ROWS,
                at,
                {
                    "validate": "list",
                    "source": list(column.choices),
                    "show_error": False,
                    "input_title": column.header,
                    "input_message": "Kies wat er van het telefoontje kwam.",
                },
            )
    for number, values in enumerate(own.rows, start=1):
        sheet.set_row(number, _height(own, values))
        for at, (column, value) in enumerate(zip(own.columns, values, strict=True)):
            put(sheet, number, at, value, _look(column, looks))
    _mark_to_fill(sheet, own, looks)
    underline(sheet, len(own.columns), looks)
    sheet.set_row(0, _HEADER_HEIGHT)
    sheet.freeze_panes(1, own.frozen)
    sheet.autofilter(0, 0, max(_OFFERED_ROWS, len(own.rows)), len(own.columns) - 1)
    set_up_page(sheet, title=own.title, pages_wide=own.pages_wide)
    if own.frozen:
        sheet.repeat_columns(0, own.frozen - 1)
        sheet.print_across()
    place = Area(sheet=own.name, left=1, top=1, right=1, bottom=1)
    define_hidden(book, [(sheet_name(own.name), str(place))])


def _look(column: SheetColumn, looks: Looks) -> Format:
    is_date, is_count = "yy" in column.format, column.format == "0"
    is_amount = bool(column.format) and not is_date and not is_count
    return looks.of(
        num_format=column.format or "General",
        align="center" if is_date or is_count else "right" if is_amount else "left",
        indent=0 if is_date or is_count else 1,
        valign="top",
        text_wrap=_wraps(column),
    )


def _height(own: OwnSheet, values: Sequence[MarkValue]) -> float:
    """Points that the texts of a row need: not every program works that out on opening."""
    lines = 1
    for column, value in zip(own.columns, values, strict=True):
        if isinstance(value, str) and _wraps(column):
            room = max(int(column.width) - 3, 1)
            parts = value.split("\n")
            lines = max(lines, sum(max(len(textwrap.wrap(part, room)), 1) for part in parts))
    return min(lines * 13.5 + 3, _TALLEST)


def _wraps(column: SheetColumn) -> bool:
    return not column.format and (column.wrap or column.width >= _WRAP_FROM)


def _mark_to_fill(sheet: Worksheet, own: OwnSheet, looks: Looks) -> None:
    """The cells that the user fills in: coloured in the rows that hold something."""
    for at, column in enumerate(own.columns):
        if column.to_fill:
            paint = looks.paint(bg_color=FILL_IN_LIGHT, border=1, border_color=LINE)
            rule = {"type": "formula", "criteria": "=LEN($A2&$B2)>0", "format": paint}
            sheet.conditional_format(1, at, LAST_ROW, at, rule)
