"""The tables of the workbook as rows of values, and back."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from xl_dunning.frontends.ribbon.selecting import headers_of
from xl_dunning.rules.findings import Refusal
from xl_dunning.sheets.grid import Cell, Grid
from xl_dunning.sheets.live import Book, replace_table, table_end
from xl_dunning.sheets.words import text_of
from xl_dunning.workflow.importing import DEBTOR, INVOICE, TableValues, Value


@dataclass(frozen=True, slots=True, kw_only=True)
class LiveTable:
    """An Excel table as it stands on its sheet, header in the first row."""

    sheet: str
    name: str
    headers: tuple[str, ...]
    rows: tuple[TableValues, ...]
    formulas: Mapping[str, str]
    """Header to the formula of its column; her own calculated columns too."""

    def write(self, book: Book, rows: Sequence[TableValues]) -> None:
        """Put these rows in the place of the ones there.

        Raises:
            Refusal: LIVE_WRITE_FAILED; the table is as it was.
        """
        replace_table(
            book,
            self.sheet,
            self.name,
            [[_written(row.get(header)) for header in self.headers] for row in rows],
            formulas=self.formulas,
        )


def read_table(book: Book, grid: Grid, *, sheet: str, name: str, typed: Sequence[str]) -> LiveTable:
    """The table of that name; ``typed`` are headers whose columns never hold a formula of ours.

    Raises:
        Refusal: LIVE_SHEET_GONE, LIVE_TABLE_GONE, LIVE_BELOW_TABLE.
    """
    found = next((one for one in grid.sheets if one.name == sheet), None)
    if found is None:
        raise Refusal("LIVE_SHEET_GONE", sheet=sheet)
    bottom, right = table_end(book, sheet, name)
    headers = {at: header for at, header in headers_of(found).items() if at < right}
    rows = {
        row.number: {
            header: _value(header, row.cells[at])
            for at, header in headers.items()
            if at in row.cells
        }
        for row in found.rows
        if row.number > 1
    }
    _refuse_below(sheet, rows, bottom=bottom)
    return LiveTable(
        sheet=sheet,
        name=name,
        headers=tuple(headers.values()),
        rows=tuple(rows.values()),
        formulas=_formulas(book, sheet, headers, typed),
    )


def _refuse_below(sheet: str, rows: Mapping[int, TableValues], *, bottom: int) -> None:
    """What stands below the table and is no row of it would be written over.

    A row that Excel did not take into the table by itself, but tells which debtor it is of, is one
    all the same.
    """
    for number, row in rows.items():
        if number > bottom and not row.get(DEBTOR) and any(row.values()):
            raise Refusal("LIVE_BELOW_TABLE", sheet=sheet, row=number)


def _formulas(
    book: Book, sheet: str, headers: Mapping[int, str], typed: Sequence[str]
) -> dict[str, str]:
    """The formulas of the first row below the headers: in a table they hold for the column."""
    width = max(headers) + 1
    below = book.sheets[sheet].range((2, 1), (2, width)).formula
    first = below[0] if width > 1 else (below,)
    return {
        header: text
        for at, header in headers.items()
        if header not in typed and isinstance(text := first[at], str) and text.startswith("=")
    }


def _value(header: str, cell: Cell) -> Value:
    """The value of a cell; a number of a debtor or an invoice is a name, not an amount."""
    if header in (DEBTOR, INVOICE):
        return text_of(cell)
    return cell.error or cell.value


def _written(value: Value) -> Value:
    return None if value == "" else value
