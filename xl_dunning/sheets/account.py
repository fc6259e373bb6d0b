"""The account of a reading: every column with samples, and every row that is no item."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path

from xl_dunning.sheets.columns import Columns
from xl_dunning.sheets.grid import Grid, column_letter
from xl_dunning.sheets.header import Table
from xl_dunning.sheets.reading import ColumnMatch, Layout, SkippedRow
from xl_dunning.sheets.rowkinds import RowKind, Sorted
from xl_dunning.sheets.samples import samples


def layout_of(grid: Grid, path: Path, matched: Columns, rows: Sequence[Sorted]) -> Layout:
    """Where the table lies and how each of its columns was read."""
    table = matched.table
    field_of = {index: name for name, index in matched.of.items()}
    items = [found.row for found in rows if found.kind is RowKind.ITEM]
    indexes = sorted(table.headers.keys() | field_of.keys())
    return Layout(
        path=path,
        kind=grid.kind,
        sheet=table.sheet.name,
        header_row=table.header_row,
        last_row=rows[-1].row.number if rows else table.header_row,
        columns=tuple(
            ColumnMatch(
                index=index,
                header=table.headers.get(index, column_letter(index)),
                field=field_of.get(index, ""),
                samples=samples(table, index, items),
                why=matched.why.get(field_of.get(index, ""), ""),
            )
            for index in indexes
        ),
        signature=table.signature,
        format=matched.format,
        features=grid.features,
    )


def skipped_rows(table: Table, rows: Iterable[Sorted]) -> Iterable[SkippedRow]:
    """Every row that is no item, those above the table included."""
    titles = (Sorted(row=row, kind=RowKind.TITLE) for row in table.above)
    for found in (*titles, *rows):
        if found.kind is not RowKind.ITEM and found.text:
            yield SkippedRow(
                sheet=table.sheet.name,
                row=found.row.number,
                why=found.kind.value,
                text=found.text,
            )
