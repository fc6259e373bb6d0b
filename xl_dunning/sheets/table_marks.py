"""Our result columns beside the user's table, found again and replaced on every run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.utils import get_column_letter
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

from xl_dunning.rules.findings import Finding, Place, Refusal, warning
from xl_dunning.sheets.cell_values import put
from xl_dunning.sheets.column_widths import set_width
from xl_dunning.sheets.grid import Grid
from xl_dunning.sheets.growing import grow
from xl_dunning.sheets.looks import RowLooks, copy_look
from xl_dunning.sheets.marking import MarkValue, ResultColumn
from xl_dunning.sheets.names import EXTENT, Area, area_of, beside, claim, column_name
from xl_dunning.sheets.reading import Layout
from xl_dunning.sheets.right_edge import LAST_COLUMN, furthest_reach, last_used


@dataclass(frozen=True, slots=True, kw_only=True)
class MarkedTable:
    """Where everything stands now; columns count from 1."""

    sheet: Worksheet
    left: int
    right: int
    """Last column of the user's own table."""
    top: int
    """First row of data."""
    bottom: int
    columns: Mapping[str, int]
    """Key of each result column to its column."""
    findings: tuple[Finding, ...] = ()


def mark_table(
    book: Workbook, *, layout: Layout, columns: Sequence[ResultColumn], grid: Grid
) -> MarkedTable:
    """Write the result columns and let tables and filters grow along.

    Rows without a value are emptied, but for a formula that the user put there.

    Raises:
        Refusal: WRITE_NO_ROOM when the sheet has no free columns left.
    """
    sheet = book[layout.sheet]
    found = _found(book, sheet, layout=layout, columns=columns)
    own = set(found.values())
    user_columns = [match.index + 1 for match in layout.columns if match.index + 1 not in own]
    right = max(user_columns)
    missing = [column for column in columns if column.key not in found]
    findings: tuple[Finding, ...] = ()
    if missing:
        start, findings = _room(
            book, sheet, layout=layout, grid=grid, own=own, right=right, needed=len(missing)
        )
        for offset, column in enumerate(missing):
            set_width(sheet, start + offset, column.width)
            found[column.key] = start + offset
    marked = MarkedTable(
        sheet=sheet,
        left=min(user_columns),
        right=right,
        top=layout.header_row + 1,
        bottom=layout.last_row,
        columns={column.key: found[column.key] for column in columns},
        findings=findings,
    )
    _write_headers(marked, columns)
    before = area_of(book, sheet, EXTENT)
    last_row = max(layout.last_row, before.bottom if before else 0)
    looks = RowLooks(sheet, left=marked.left, right=marked.right)
    for column in columns:
        _write_values(marked, column, last_row=last_row, looks=looks)
    grow(sheet, header_row=layout.header_row, right=right, own=marked.columns.values())
    _claim_all(book, marked)
    return marked


def _found(
    book: Workbook, sheet: Worksheet, *, layout: Layout, columns: Sequence[ResultColumn]
) -> dict[str, int]:
    """Our columns of the last run. One that now holds data of the list is the user's again."""
    read = {match.index + 1: match.header for match in layout.columns if match.field}
    found: dict[str, int] = {}
    for column in columns:
        area = area_of(book, sheet, column_name(column.key))
        if area is None or area.left in found.values():
            continue
        if read.get(area.left, column.header).casefold() == column.header.casefold():
            found[column.key] = area.left
    return _back_in_step(sheet, found, columns, header_row=layout.header_row)


def _back_in_step(
    sheet: Worksheet,
    found: dict[str, int],
    columns: Sequence[ResultColumn],
    *,
    header_row: int,
) -> dict[str, int]:
    """The same columns, by their headers where a program moved the cells but not the names.

    Such a program leaves the name of one column of ours pointing at another; believing it would
    write over the user's column beside it.
    """
    headers = {column.key: column.header for column in columns}
    at = {place: str(sheet.cell(header_row, place).value) for place in found.values()}
    if not any(
        at[place] in headers.values() and at[place] != headers[key] for key, place in found.items()
    ):
        return found
    row: dict[str, list[int]] = {}
    for place, (cell,) in enumerate(sheet.iter_cols(min_row=header_row, max_row=header_row), 1):
        row.setdefault(str(cell.value), []).append(place)
    return {key: places[0] for key in found if len(places := row.get(headers[key], [])) == 1}


def _room(
    book: Workbook,
    sheet: Worksheet,
    *,
    layout: Layout,
    grid: Grid,
    own: set[int],
    right: int,
    needed: int,
) -> tuple[int, tuple[Finding, ...]]:
    """The first column for new result columns, and what the user should know about it."""
    top, bottom = layout.header_row, layout.last_row
    used = last_used(sheet, grid=grid, top=top, bottom=bottom, own=own)
    edge = max(right, used, *own, 0)
    place = Place(sheet=sheet.title)
    findings: tuple[Finding, ...] = ()
    reach = furthest_reach(book, sheet, top=top, bottom=bottom, beyond=edge, own=own)
    if reach and reach.column + needed <= LAST_COLUMN:
        edge = reach.column
        findings = (
            warning(
                "WRITE_PAST_FORMULA",
                place=place,
                formula=reach.where,
                column=get_column_letter(edge + 1),
            ),
        )
    elif reach:
        findings = (warning("WRITE_INSIDE_FORMULA", place=place, formula=reach.where),)
    if edge + needed > LAST_COLUMN:
        raise Refusal("WRITE_NO_ROOM", sheet=sheet.title, needed=needed)
    return edge + 1, findings


def _write_headers(marked: MarkedTable, columns: Sequence[ResultColumn]) -> None:
    """Headers in the style of the last one of the table; one that the user renamed stays so."""
    sheet, row = marked.sheet, marked.top - 1
    model = sheet.cell(row, marked.right)
    taken = {
        str(cell.value).casefold()
        for (cell,) in sheet.iter_cols(min_row=row, max_row=row)
        if cell.value is not None and cell.column not in marked.columns.values()
    }
    for column in columns:
        cell = sheet.cell(row, marked.columns[column.key])
        if cell.value is None and isinstance(cell, Cell):
            put(cell, beside(column.header, taken))
            copy_look(model, cell)


def _write_values(
    marked: MarkedTable, column: ResultColumn, *, last_row: int, looks: RowLooks
) -> None:
    place = marked.columns[column.key]
    for row in range(marked.top, max(last_row, *column.values, marked.top) + 1):
        cell = marked.sheet.cell(row, place)
        if isinstance(cell, MergedCell):
            continue
        value: MarkValue = column.values.get(row)
        if value is not None:
            looks.give(cell, value)
            put(cell, value, column.format)
        elif cell.data_type != "f":
            cell.value = None


def _claim_all(book: Workbook, marked: MarkedTable) -> None:
    title, header_row = marked.sheet.title, marked.top - 1
    for key, place in marked.columns.items():
        area = Area(sheet=title, left=place, top=header_row, right=place, bottom=header_row)
        claim(book, column_name(key), area)
    whole = Area(
        sheet=title,
        left=marked.left,
        top=header_row,
        right=max((marked.right, *marked.columns.values())),
        bottom=marked.bottom,
    )
    claim(book, EXTENT, whole)
