"""Stand-in until helper C's live door is merged. Not to land."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import Any, TypeAlias

from xl_dunning.sheets.grid import Cell, CellValue, Grid, Row, Sheet
from xl_dunning.sheets.marking import MarkValue, OwnSheet, ResultColumn, WriteOutcome
from xl_dunning.sheets.reading import Layout

Book: TypeAlias = Any


@dataclass(frozen=True, slots=True)
class Selection:
    sheet: str
    rows: tuple[int, ...]


def _cell(value: Any) -> Cell | None:  # noqa: ANN401
    if value is None or value == "":
        return None
    if isinstance(value, datetime):
        return Cell(value.date())
    if isinstance(value, bool | date | str):
        return Cell(value)
    return Cell(Decimal(repr(value)).normalize())


def read_grid(book: Book, *, only: Collection[str] | None = None) -> Grid:
    sheets = []
    for sheet in book.sheets:
        if only is not None and sheet.name not in only:
            continue
        used = sheet.used_range
        values = used.options(ndim=2).value
        rows = []
        for r, line in enumerate(values, start=used.row):
            cells = {
                c: cell
                for c, value in enumerate(line, start=used.column - 1)
                if (cell := _cell(value)) is not None
            }
            if cells:
                rows.append(Row(r, cells))
        sheets.append(Sheet(sheet.name, tuple(rows)))
    return Grid("xlsm", tuple(sheets))


def _out(value: CellValue | MarkValue) -> Any:  # noqa: ANN401
    if isinstance(value, Decimal):
        return float(value)
    if isinstance(value, date) and not isinstance(value, datetime):
        return datetime(value.year, value.month, value.day)  # noqa: DTZ001
    return value


def write_values(
    book: Book,
    sheet: str,
    *,
    top: int,
    left: int,
    rows: Sequence[Sequence[MarkValue]],
    old_bottom: int,
) -> None:
    width = max((len(row) for row in rows), default=1)
    block = [[_out(v) for v in row] + [None] * (width - len(row)) for row in rows]
    block += [[None] * width] * max(0, old_bottom - (top + len(block) - 1))
    if block:
        book.sheets[sheet].range(
            (top, left), (top + len(block) - 1, left + width - 1)
        ).value = block


def write_results(
    book: Book,
    layout: Layout,
    columns: Sequence[ResultColumn],
    sheets: Sequence[OwnSheet],
    grid: Grid,
) -> WriteOutcome:
    headers: Sequence[Any] = book.sheets[layout.sheet].range((1, 1), (1, 60)).value
    for column in columns:
        if column.key == "dagen_te_laat" or column.header not in headers:
            continue
        at = headers.index(column.header) + 1
        rows = [[column.values.get(row)] for row in range(2, layout.last_row + 1)]
        write_values(book, layout.sheet, top=2, left=at, rows=rows, old_bottom=layout.last_row)
    for own in sheets:
        sheet = book.sheets[own.name]
        bottom = sheet.used_range.last_cell.row
        width = len(own.columns)
        write_values(
            book,
            own.name,
            top=1,
            left=1,
            rows=[[c.header for c in own.columns], *[list(row)[:width] for row in own.rows]],
            old_bottom=bottom,
        )
    return WriteOutcome(kept=True)


def replace_table(
    book: Book,
    sheet: str,
    table: str,
    rows: Sequence[Sequence[MarkValue]],
    *,
    formulas: Mapping[str, str],
) -> None:
    place = book.sheets[sheet].tables[table]
    whole = place.range
    top, left, old, width = whole.row, whole.column, whole.last_cell.row, len(whole.columns)
    write_values(
        book,
        sheet,
        top=top + 1,
        left=left,
        rows=rows or [[None] * width],
        old_bottom=old,
    )
    last = top + max(1, len(rows))
    place.resize(book.sheets[sheet].range((top, left), (last, left + width - 1)))
    headers = place.header_row_range.value
    for header, formula in formulas.items():
        at = left + headers.index(header)
        book.sheets[sheet].range((top + 1, at), (last, at)).formula = formula


def selection(book: Book) -> Selection:
    chosen = book.selection
    return Selection(chosen.sheet.name, tuple(range(chosen.row, chosen.last_cell.row + 1)))


def read_state(book: Book) -> dict[tuple[str, str], Any]:
    used = book.sheets["_ribbon"].used_range.options(ndim=2).value
    return {(str(row[0]), str(row[1])): row[2] for row in used[1:] if row[0]}


def write_state(book: Book, state: Mapping[tuple[str, str], Any]) -> None:
    now = {**read_state(book), **state}
    rows = [[name, prop, value] for (name, prop), value in now.items()]
    write_values(book, "_ribbon", top=2, left=1, rows=rows, old_bottom=len(rows) + 1)


def defined_value(book: Book, name: str) -> CellValue:
    try:
        return book.names[name].refers_to_range.value
    except Exception:  # noqa: BLE001
        return None
