"""Excel tables and filters that take in the columns we add to a list."""

from __future__ import annotations

from collections.abc import Collection

from openpyxl.worksheet.table import TableColumn
from openpyxl.worksheet.worksheet import Worksheet

from xl_dunning.sheets.addresses import address, bounds


def grow(sheet: Worksheet, *, header_row: int, right: int, own: Collection[int]) -> None:
    """Let the table or filter whose header this is take in our columns, so that they sort along.

    ``right`` is the last column of the user's list. A table only takes in what is next to it.
    """
    for table in sheet.tables.values():
        left, top, edge, bottom = bounds(table.ref)
        if top != header_row or not left <= right <= edge:
            continue
        while edge + 1 in own:
            edge += 1
            # Ids must be unique in the table, and its names equal to the cells of its header.
            number = max(column.id for column in table.tableColumns) + 1
            name = str(sheet.cell(header_row, edge).value)
            table.tableColumns.append(TableColumn(id=number, name=name))
        table.ref = address(left, top, edge, bottom)
        if table.autoFilter is not None and table.autoFilter.ref:
            left, top, _, bottom = bounds(table.autoFilter.ref)
            table.autoFilter.ref = address(left, top, edge, bottom)
    if sheet.auto_filter.ref:
        left, top, edge, bottom = bounds(sheet.auto_filter.ref)
        if top == header_row:
            sheet.auto_filter.ref = address(left, top, max((edge, *own)), bottom)
