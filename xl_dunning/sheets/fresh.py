"""A fresh workbook with the values of the user's list, where her own file can't be kept."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

from openpyxl.cell.cell import Cell as BookCell
from openpyxl.styles import Border, PatternFill, Side
from openpyxl.utils import get_column_letter
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from xl_dunning.sheets.cell_values import put
from xl_dunning.sheets.column_widths import set_width
from xl_dunning.sheets.fresh_values import Role, role_of, typed
from xl_dunning.sheets.grid import Cell, Grid, Row
from xl_dunning.sheets.looks import font_like
from xl_dunning.sheets.printing import set_up_print
from xl_dunning.sheets.reading import Layout

_SIDE_SHEETS = frozenset({"debiteuren", "afspraken", "instellingen", "beleid", "logboek"})
_WITHOUT_HEADER = frozenset({"instellingen"})
_FORBIDDEN = re.compile(r"[\[\]:*?/\\]")
_LONGEST_TITLE = 31
_WIDTHS = (8, 45)
_MOST_DIGITS = 15


def fresh_workbook(grid: Grid, layout: Layout, *, leave_out: Collection[str]) -> Workbook:
    """The list's sheet and the user's other sheets that this program knows, cells in their place.

    Dates and numbers stay what they are; numbers that are names (invoice, debtor, telephone) and
    numbers with leading zeros or too many digits become text. What Excel could not compute shows
    as an error, never as a blank. Sheets whose name is in ``leave_out`` are not taken along.
    """
    book = Workbook()
    book.remove(book.worksheets[0])
    skipped = {name.casefold() for name in leave_out}
    for sheet in grid.sheets:
        name = sheet.name.casefold()
        if sheet.name == layout.sheet:
            made = book.create_sheet(title_for(sheet.name))
            roles = {match.index: role_of(match.field) for match in layout.columns}
            _fill(made, sheet.rows, roles=roles, kind=grid.kind, header_row=layout.header_row)
            _dress(made, layout.header_row, layout=layout)
        elif name in _SIDE_SHEETS and name not in skipped and sheet.rows:
            made = book.create_sheet(title_for(sheet.name))
            header = sheet.rows[0]
            roles = {index: role_of(str(cell.value)) for index, cell in header.cells.items()}
            _fill(made, sheet.rows, roles=roles, kind=grid.kind, header_row=header.number)
            if name not in _WITHOUT_HEADER:
                _dress(made, header.number)
    return book


def retitled(grid: Grid, layout: Layout) -> tuple[Grid, Layout]:
    """The same with a sheet name that Excel allows; a csv file's own name may not be one."""
    title = title_for(layout.sheet)
    sheets = tuple(
        replace(sheet, name=title) if sheet.name == layout.sheet else sheet for sheet in grid.sheets
    )
    return replace(grid, sheets=sheets), replace(layout, sheet=title)


def title_for(name: str) -> str:
    """A sheet name that Excel allows.

    >>> title_for("Openstaande posten [export] 21/11/2026")
    'Openstaande posten _export_ 21_'
    """
    return _FORBIDDEN.sub("_", name)[:_LONGEST_TITLE].strip("' ") or "Lijst"


def _fill(
    made: Worksheet,
    rows: tuple[Row, ...],
    *,
    roles: Mapping[int, Role],
    kind: str,
    header_row: int,
) -> None:
    below = [row for row in rows if row.number > header_row]
    values = typed(below, roles) if kind == "csv" else {}
    lengths: dict[int, int] = {}
    for row in rows:
        for index, cell in row.cells.items():
            target = made.cell(row.number, index + 1)
            if not isinstance(target, BookCell):
                continue
            value = values.get((row.number, index), cell.value)
            role = roles.get(index, Role.OTHER)
            _write(target, replace(cell, value=value), role)
            if row.number >= header_row:
                shown = 10 if isinstance(value, date) else len(str(value or ""))
                lengths[index] = max(lengths.get(index, 0), shown)
        if row.hidden:
            made.row_dimensions[row.number].hidden = True
    for index, length in lengths.items():
        set_width(made, index + 1, min(max(length + 3, _WIDTHS[0]), _WIDTHS[1]))


def _write(target: BookCell, cell: Cell, role: Role) -> None:
    if cell.error or cell.uncalculated:
        target.value = cell.error or "#N/A"
        target.data_type = "e"
    elif isinstance(cell.value, Decimal):
        digits = len(cell.value.as_tuple().digits)
        if cell.shown or role is Role.KEY or digits > _MOST_DIGITS:
            put(target, cell.shown or f"{cell.value:f}")
        else:
            put(target, cell.value, "#,##0.00" if role is Role.AMOUNT else "General")
    else:
        put(target, cell.value)


def _dress(made: Worksheet, header_row: int, layout: Layout | None = None) -> None:
    """A bold header that stays in view, a filter, and a page that can be printed."""
    left = layout.columns[0].index + 1 if layout else 1
    right = layout.columns[-1].index + 1 if layout else made.max_column
    last_row = layout.last_row if layout else made.max_row
    for column in range(left, right + 1):
        header = made.cell(header_row, column)
        header.font = font_like(header, bold=True)
        header.fill = PatternFill(fill_type="solid", fgColor="EDEDED")
        header.border = Border(bottom=Side(style="thin", color="7F7F7F"))
    set_up_print(made, title=made.title, header_row=header_row)
    made.freeze_panes = f"A{header_row + 1}"
    made.auto_filter.ref = (
        f"{get_column_letter(left)}{header_row}:{get_column_letter(right)}{last_row}"
    )
