"""Pages as a workbook: one sheet each, real dates and amounts in the cells.

The same pages give the same bytes.
"""

from __future__ import annotations

import io
import math
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from typing import TYPE_CHECKING

from xl_dunning.workflow.pages import CellOfPage, Page, PageColumn, PageTable, Section, Shape

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

_DARK, _LINE = "#1F3A5F", "#C9D1DB"
_A_LETTER = 2.0
"""Millimetres of a page that one letter of a cell takes."""
_OF_CODE = 70
"""Letters in a cell that holds a fingerprint."""
_FULL = 1.1
"""Letters of ours that fit in one unit of width, which is a figure of a larger letter."""
_LINE_HEIGHT, _HIGHEST = 12.5, 400
"""Points; Excel makes no row higher than 409."""
_LONGEST = 32_000
"""Excel takes no longer text in one cell."""
_UNFIT = re.compile("[\x00-\x08\x0b-\x1f\ud800-\udfff\ufffe\uffff]")
"""What no workbook can hold."""
_RIGHT = (Shape.MONEY, Shape.NUMBER, Shape.PERCENT)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Looks:
    """The cell formats that every sheet shares; those of table cells are made as they are used."""

    book: Workbook
    made: dict[tuple[object, ...], Format]

    def of(self, **properties: object) -> Format:
        """The one format with these properties."""
        key = tuple(sorted(properties.items()))
        if key not in self.made:
            base = {"font_name": "Arial", "font_size": 9, "valign": "top"}
            self.made[key] = self.book.add_format({**base, **properties})
        return self.made[key]

    def cell(self, column: PageColumn, currency: str, *, bold: bool) -> Format:
        """How a cell in that column looks."""
        return self.of(
            **({"font_name": "Courier New"} if column.shape is Shape.CODE else {}),
            num_format=_number_format(column.shape, currency),
            bold=bold,
            align="right" if column.shape in _RIGHT else "left",
            indent=1,
            text_wrap=column.shape is Shape.TEXT,
            bottom=1,
            bottom_color=_LINE,
        )

    def header(self, column: PageColumn) -> Format:
        """How the header of that column looks."""
        return self.of(
            bold=True,
            font_color="#FFFFFF",
            bg_color=_DARK,
            align="right" if column.shape in _RIGHT else "left",
            indent=1,
        )


def workbook_of(pages: Sequence[Page], *, day: date, title: str) -> bytes:
    """The workbook; ``day`` is its date of making."""
    # Imported here: most commands write no workbook of their own.
    from xlsxwriter.workbook import Workbook  # noqa: PLC0415

    file = io.BytesIO()
    options = ("strings_to_numbers", "strings_to_formulas", "strings_to_urls")
    with Workbook(file, {**dict.fromkeys(options, False), "in_memory": True}) as book:
        book.set_properties({"title": title, "created": datetime.combine(day, time())})
        looks = _Looks(book=book, made={})
        for page in pages:
            _write(book.add_worksheet(page.name), page, looks)
    return file.getvalue()


def _write(sheet: Worksheet, page: Page, looks: _Looks) -> None:
    widths = _widths(page)
    for index, width in enumerate(widths):
        sheet.set_column(index, index, width)
    sheet.write_string(0, 0, _fit(page.title), looks.of(font_size=14, bold=True, font_color=_DARK))
    sheet.set_row(0, 24)
    at = 2
    for section in page.sections:
        at = 1 + _section(sheet, at, section, looks, widths=widths)
    if len(page.sections) == 1 and page.sections[0].table and not page.sections[0].paragraphs:
        _in_view(sheet, page.sections[0].table)
    sheet.hide_gridlines(2)
    sheet.set_landscape()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&L&8&A&R&8pagina &P van &N")


def _section(
    sheet: Worksheet, at: int, section: Section, looks: _Looks, *, widths: Sequence[float]
) -> int:
    """Write the section from row ``at`` on; returns the row below it."""
    if section.title:
        sheet.write_string(
            at, 0, _fit(section.title), looks.of(font_size=11, bold=True, font_color=_DARK)
        )
        at += 1
    for text in section.paragraphs:
        sheet.merge_range(at, 0, at, len(widths) - 1, _fit(text), looks.of(text_wrap=True))
        _raise(sheet, at, [text], [sum(widths)])
        at += 1
    return _table(sheet, at, section.table, looks, widths=widths) if section.table else at


def _table(
    sheet: Worksheet, at: int, table: PageTable, looks: _Looks, *, widths: Sequence[float]
) -> int:
    """The table with its header in row ``at``; returns the row below it."""
    columns = table.columns
    if table.with_header:
        for index, column in enumerate(columns):
            sheet.write_string(at, index, column.header, looks.header(column))
        at += 1
    for values in (*table.rows, table.totals) if table.totals else table.rows:
        for index, (value, column) in enumerate(zip(values, columns, strict=True)):
            bold = values is table.totals or (not table.with_header and index == 0)
            _cell(sheet, (at, index), value, looks.cell(column, table.currency, bold=bold))
        shown = [
            value if column.shape is Shape.TEXT and isinstance(value, str) else ""
            for value, column in zip(values, columns, strict=True)
        ]
        _raise(sheet, at, shown, widths)
        at += 1
    return at


def _in_view(sheet: Worksheet, table: PageTable) -> None:
    """A table that is alone on its sheet: its header stays in view, with a filter."""
    top = 2
    sheet.autofilter(top, 0, top + max(len(table.rows), 1), len(table.columns) - 1)
    sheet.freeze_panes(top + 1, 0)
    sheet.repeat_rows(top)


def _raise(sheet: Worksheet, row: int, texts: Sequence[str], widths: Sequence[float]) -> None:
    """Make the row as high as its longest text needs: not every program does that by itself."""
    lines = max(
        sum(max(math.ceil(len(line) / (width * _FULL)), 1) for line in (text.splitlines() or [""]))
        for text, width in zip(texts, widths, strict=False)
    )
    sheet.set_row(row, min(_LINE_HEIGHT * lines + 2, _HIGHEST))


def _widths(page: Page) -> list[float]:
    """In letters: each column as wide as the widest table asks."""
    widths: list[float] = [1.0, 1.0]
    for table in (section.table for section in page.sections if section.table):
        for index, column in enumerate(table.columns):
            asked = _OF_CODE if column.shape is Shape.CODE else column.width / _A_LETTER
            if index == len(widths):
                widths.append(asked)
            widths[index] = max(widths[index], asked)
    if sum(widths) < _OF_CODE:  # no table: room for its words
        widths[-1] = _OF_CODE
    return widths


def _cell(sheet: Worksheet, place: tuple[int, int], value: CellOfPage, look: Format) -> None:
    row, column = place
    if isinstance(value, date):
        sheet.write_datetime(row, column, datetime.combine(value, time()), look)
    elif isinstance(value, Decimal | int):
        # Cents have two decimals: the nearest float shows and reads back as the same amount.
        sheet.write_number(row, column, float(value), look)
    elif value:
        sheet.write_string(row, column, _fit(value), look)
    else:
        sheet.write_blank(row, column, None, look)


def _fit(text: str) -> str:
    """The text as a cell can hold it."""
    return _UNFIT.sub("", text)[:_LONGEST]


def _number_format(shape: Shape, currency: str) -> str:
    if shape is Shape.MONEY:
        sign = {"": "", "EUR": '"€" '}.get(currency, f'"{currency}" ')
        return f"{sign}#,##0.00"
    return {Shape.DAY: "dd-mm-yyyy", Shape.NUMBER: "0", Shape.PERCENT: '0.00"%"'}.get(shape, "@")
