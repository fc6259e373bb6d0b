"""Pages as a workbook: one sheet each, real dates and amounts in the cells.

The same pages give the same bytes.
"""

from __future__ import annotations

import io
import math
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING

from xl_dunning.workflow.pages import CellOfPage, Page, PageColumn, PageTable, Shape

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_DARK, _LINE = "#1F3A5F", "#C9D1DB"
_A_LETTER = 2.1
"""Millimetres of a page that one letter of a cell takes."""
_OF_CODE = 68
"""Letters in a cell that holds a fingerprint."""
_LINE_HEIGHT = 13.5
"""Points."""
_LONGEST = 32_000
"""Excel takes no longer text in one cell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Looks:
    """The cell formats that every sheet shares, and a maker of more."""

    book: Workbook
    title: Format
    heading: Format
    text: Format
    made: dict[tuple[str, bool], Format]

    def of(self, column: PageColumn, currency: str, *, bold: bool) -> Format:
        """The format of a cell in that column."""
        number = _number_format(column.shape, currency)
        if (number, bold) not in self.made:
            right = column.shape in (Shape.MONEY, Shape.NUMBER, Shape.PERCENT)
            self.made[number, bold] = self.book.add_format(
                {
                    "font_name": "Courier New" if column.shape is Shape.CODE else "Arial",
                    "font_size": 9,
                    "num_format": number,
                    "bold": bold,
                    "align": "right" if right else "left",
                    "valign": "top",
                    "text_wrap": column.shape is Shape.TEXT,
                    "bottom": 1,
                    "bottom_color": _LINE,
                }
            )
        return self.made[number, bold]


def workbook_of(pages: Sequence[Page], *, day: date, title: str) -> bytes:
    """The workbook; ``day`` is its date of making."""
    # Imported here: most commands write no workbook of their own.
    from xlsxwriter.workbook import Workbook  # noqa: PLC0415

    file = io.BytesIO()
    options = ("strings_to_numbers", "strings_to_formulas", "strings_to_urls")
    with Workbook(file, {**dict.fromkeys(options, False), "in_memory": True}) as book:
        book.set_properties({"title": title, "created": datetime.combine(day, time())})
        looks = _looks(book)
        for page in pages:
            _write(book.add_worksheet(page.name), page, looks)
    return file.getvalue()


def _looks(book: Workbook) -> _Looks:
    def look(**changes: object) -> Format:
        return book.add_format({"font_name": "Arial", "font_size": 9, **changes})

    return _Looks(
        book=book,
        title=look(font_size=14, bold=True, font_color=_DARK),
        heading=look(bold=True, font_color="#FFFFFF", bg_color=_DARK, text_wrap=True, valign="top"),
        text=look(text_wrap=True, valign="top"),
        made={},
    )


def _write(sheet: Worksheet, page: Page, looks: _Looks) -> None:
    widths = _widths(page)
    for index, width in enumerate(widths):
        sheet.set_column(index, index, width)
    sheet.write_string(0, 0, page.title, looks.title)
    sheet.set_row(0, 24)
    at, below = (
        2,
        looks.book.add_format(
            {"font_name": "Arial", "font_size": 11, "bold": True, "font_color": _DARK}
        ),
    )
    for section in page.sections:
        if section.title:
            sheet.write_string(at, 0, section.title, below)
            at += 1
        for text in section.paragraphs:
            at = _paragraph(sheet, at, text, widths=widths, look=looks.text)
        if section.table:
            at = _table(sheet, at, section.table, looks, alone=len(page.sections) == 1)
        at += 1
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&8&A&R&8pagina &P van &N")


def _widths(page: Page) -> list[float]:
    """In letters: each column as wide as the widest table asks."""
    widths: list[float] = []
    for table in (section.table for section in page.sections if section.table):
        for index, column in enumerate(table.columns):
            asked = _OF_CODE if column.shape is Shape.CODE else column.width / _A_LETTER
            if index == len(widths):
                widths.append(asked)
            widths[index] = max(widths[index], asked)
    return widths or [100.0]


def _paragraph(
    sheet: Worksheet, at: int, text: str, *, widths: Sequence[float], look: Format
) -> int:
    """A text over the whole width, as high as it needs to be."""
    lines = sum(
        max(math.ceil(len(line) / (sum(widths) * 0.95)), 1) for line in text.splitlines() or [""]
    )
    if len(widths) > 1:
        sheet.merge_range(at, 0, at, len(widths) - 1, text[:_LONGEST], look)
    else:
        sheet.write_string(at, 0, text[:_LONGEST], look)
    sheet.set_row(at, _LINE_HEIGHT * lines)
    return at + 1


def _table(sheet: Worksheet, at: int, table: PageTable, looks: _Looks, *, alone: bool) -> int:
    """The table with its header in row ``at``; returns the row below it."""
    top = at
    if table.with_header:
        for index, column in enumerate(table.columns):
            sheet.write_string(at, index, column.header, looks.heading)
        at += 1
    for values in table.rows:
        for index, (value, column) in enumerate(zip(values, table.columns, strict=True)):
            label = not table.with_header and index == 0
            _cell(sheet, (at, index), value, looks.of(column, table.currency, bold=label))
        at += 1
    if table.with_header and alone and table.rows:
        sheet.autofilter(top, 0, at - 1, len(table.columns) - 1)
        sheet.freeze_panes(top + 1, 0)
        sheet.repeat_rows(top)
    if table.totals:
        for index, (value, column) in enumerate(zip(table.totals, table.columns, strict=True)):
            _cell(sheet, (at, index), value, looks.of(column, table.currency, bold=True))
        at += 1
    return at


def _cell(sheet: Worksheet, place: tuple[int, int], value: CellOfPage, look: Format) -> None:
    row, column = place
    if isinstance(value, date):
        sheet.write_datetime(row, column, datetime.combine(value, time()), look)
    elif isinstance(value, Decimal | int):
        # Cents have two decimals: the nearest float shows and reads back as the same amount.
        sheet.write_number(row, column, float(value), look)
    elif value:
        sheet.write_string(row, column, value[:_LONGEST], look)
    else:
        sheet.write_blank(row, column, None, look)


def _number_format(shape: Shape, currency: str) -> str:
    if shape is Shape.MONEY:
        sign = {"": "", "EUR": '"€" '}.get(currency, f'"{currency}" ')
        return f"{sign}#,##0.00"
    return {Shape.DAY: "dd-mm-yyyy", Shape.NUMBER: "0", Shape.PERCENT: '0.00"%"'}.get(shape, "@")
