"""Whole sheets of ours (Belijst, Controle, Logboek), made anew at every run."""

from __future__ import annotations

import textwrap
from collections.abc import Sequence

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Border, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.hyperlink import Hyperlink
from openpyxl.worksheet.worksheet import Worksheet

from xl_dunning.rules.findings import Finding, warning
from xl_dunning.sheets.cell_values import put
from xl_dunning.sheets.column_widths import set_width
from xl_dunning.sheets.looks import alignment, copy_look, font_like
from xl_dunning.sheets.marking import MarkValue, OwnSheet, SheetColumn
from xl_dunning.sheets.names import EXTENT, Area, area_of, beside, claim, sheet_name
from xl_dunning.sheets.printing import set_up_print

_HEADER_FILL = "1F3A56"
_TO_FILL_HEADER = "8A4B08"
_TO_FILL = "FFF6E0"
_LINE = Side(style="thin", color="D9D9D9")
_WRAP_FROM = 30
_LINE_HEIGHT = 13.5
_TALLEST = 409
_SPARE_ROWS = 1_000
_LONGEST_LIST = 255
_MOST_TITLE = 31
_ENOUGH_HEADERS = 3


def refresh(book: Workbook, own: OwnSheet) -> tuple[Finding, ...]:
    """Make the sheet, or make it anew in its place; never over a sheet of the user's own.

    A sheet is ours when our hidden name points to it, or when it has our columns and no other
    (a Logboek that came from elsewhere). Otherwise ours gets another name, with a finding. A sheet
    of ours on which the user wrote beside our columns is kept under another name as well.
    """
    hers = {
        title.casefold()
        for title in book.sheetnames
        if not _is_ours(book, _sheet(book, title), own)
    }
    title = beside(own.name, hers, longest=_MOST_TITLE)
    old = _sheet(book, title)
    index = book.index(old) if old else len(book.sheetnames)
    state = old.sheet_state if old else "visible"
    active = book.active
    findings: list[Finding] = []
    if old and _has_notes(old, own):
        all_titles = {taken.casefold() for taken in book.sheetnames}
        old.title = beside(f"{own.name} (oud)", all_titles, longest=_MOST_TITLE)
        findings.append(warning("WRITE_NOTES_KEPT", name=title, used=old.title))
    elif old:
        book.remove(old)
    sheet = book.create_sheet(title, index)
    sheet.sheet_state = state
    if old and active is old:
        book.active = index
        for other in book.worksheets:
            other.sheet_view.tabSelected = other is sheet
    _fill(sheet, own)
    claim(book, sheet_name(own.name), Area(sheet=title, left=1, top=1, right=1, bottom=1))
    if title != own.name:
        findings.append(warning("WRITE_SHEET_NAME_TAKEN", name=own.name, used=title))
    return tuple(findings)


def _has_notes(sheet: Worksheet, own: OwnSheet) -> bool:
    """Whether the user wrote beside our columns, or under a header that is not ours.

    The columns of an older version of this program may have been fewer than they are now.
    """
    ours = {column.header for column in own.columns}
    hers = [
        number
        for number, header in enumerate((cell.value for cell in sheet[1]), start=1)
        if number > len(own.columns) or str(header or "").strip() not in ours
    ]
    columns = (sheet.iter_rows(min_col=at, max_col=at, values_only=True) for at in hers)
    return any(value is not None for column in columns for (value,) in column)


def _sheet(book: Workbook, title: str) -> Worksheet | None:
    sheets = (sheet for sheet in book.worksheets if sheet.title.casefold() == title.casefold())
    return next(sheets, None)


def _is_ours(book: Workbook, sheet: Worksheet | None, own: OwnSheet) -> bool:
    if sheet is None or area_of(book, sheet, EXTENT) is not None:
        return False  # a marked list is never a sheet to make anew, whatever its name
    if area_of(book, sheet, sheet_name(own.name)) is not None:
        return True
    found = {str(cell.value).strip() for cell in sheet[1] if cell.value is not None}
    return len(found) >= _ENOUGH_HEADERS and found <= {column.header for column in own.columns}


def _fill(sheet: Worksheet, own: OwnSheet) -> None:
    for number, column in enumerate(own.columns, start=1):
        set_width(sheet, number, column.width)
        header = sheet.cell(1, number)
        put(header, column.header)
        header.font = font_like(header, bold=True, color="FFFFFF")
        fill = _TO_FILL_HEADER if column.to_fill else _HEADER_FILL
        header.fill = PatternFill(fill_type="solid", fgColor=fill)
        header.alignment = Alignment(horizontal="left", indent=1, vertical="center", wrap_text=True)
    sheet.row_dimensions[1].height = _height([column.header for column in own.columns], own) + 9
    models: dict[tuple[int, type, bool], Cell | MergedCell] = {}
    for row, values in enumerate(own.rows, start=2):
        sheet.row_dimensions[row].height = _height(values, own)
        for number, (column, value) in enumerate(zip(own.columns, values, strict=True), start=1):
            cell = sheet.cell(row, number)
            target = own.links.get((row - 2, number - 1))
            kind = (number, type(value), target is not None)
            if kind in models:
                copy_look(models[kind], cell)
            else:
                models[kind] = cell
                _dress(cell, value, column, linked=target is not None)
            put(cell, value, column.format)
            if target:
                cell.hyperlink = Hyperlink(ref=cell.coordinate, location=target)
    last_row = len(own.rows) + 1
    last = get_column_letter(len(own.columns))
    sheet.freeze_panes = f"{get_column_letter(own.frozen + 1)}2"
    sheet.auto_filter.ref = f"A1:{last}{last_row}"
    for number, column in enumerate(own.columns, start=1):
        _offer_choices(sheet, column, get_column_letter(number), last_row)
    set_up_print(
        sheet, title=own.title, header_row=1, pages_wide=own.pages_wide, on_each_page=own.frozen
    )


def _dress(cell: Cell | MergedCell, value: MarkValue, column: SheetColumn, *, linked: bool) -> None:
    cell.border = Border(bottom=_LINE)
    cell.alignment = alignment(value, vertical="top", indent=1, wrap=_wraps(column))
    if column.to_fill:
        cell.fill = PatternFill(fill_type="solid", fgColor=_TO_FILL)
        cell.border = Border(bottom=_LINE, left=_LINE, right=_LINE)
    if linked:
        cell.font = font_like(cell, color="0563C1", underline="single")


def _height(values: Sequence[MarkValue], own: OwnSheet) -> float:
    """The height in points that wrapped texts need; not every program works it out on opening."""
    lines = 1
    for column, value in zip(own.columns, values, strict=True):
        if isinstance(value, str) and (_wraps(column) or value == column.header):
            room = max(int(column.width) - 3, 1)
            lines = max(lines, sum(_lines(part, room, column) for part in value.split("\n")))
    return min(lines * _LINE_HEIGHT + 3, _TALLEST)


def _wraps(column: SheetColumn) -> bool:
    return column.wrap or column.width >= _WRAP_FROM


def _lines(text: str, room: int, column: SheetColumn) -> int:
    """How many lines the text takes; in a narrow column whole words leave much room unused."""
    if column.wrap and len(text) > room:
        return len(textwrap.wrap(text, room))
    return max(1, -(-len(text) // room))


def _offer_choices(sheet: Worksheet, column: SheetColumn, letter: str, last_row: int) -> None:
    """A dropdown, also on empty rows below; another word stays allowed.

    Excel holds at most 255 characters of choices and splits them at commas; what doesn't fit
    gets no dropdown.
    """
    listed = ",".join(column.choices)
    if not listed or len(listed) > _LONGEST_LIST or listed.count(",") >= len(column.choices):
        return
    quoted = listed.replace('"', '""')
    choice = DataValidation(type="list", formula1=f'"{quoted}"', allow_blank=True)
    choice.showErrorMessage = False
    choice.add(f"{letter}2:{letter}{last_row + _SPARE_ROWS}")
    sheet.add_data_validation(choice)
