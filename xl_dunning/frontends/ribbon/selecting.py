"""What the user selected: rows on a sheet, and the debtors and invoices that stand on them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xl_dunning.rules.findings import Refusal
from xl_dunning.sheets.grid import Cell, Grid, Row, Sheet
from xl_dunning.sheets.live import Book, read_grid, selection
from xl_dunning.sheets.words import compact, text_of

_MOST_NAMED = 5
_DEBTOR, _INVOICE = compact("Debiteurnummer"), compact("Factuurnummer")


@dataclass(frozen=True, slots=True, kw_only=True)
class Chosen:
    """One selected row that is about a debtor."""

    sheet: str
    row: int
    debtor: str
    invoice: str
    """Empty where the sheet tells of no single invoice."""
    cells: dict[str, Cell]
    """Header to cell."""


def selected_debtors(book: Book, known: Grid) -> tuple[str, ...]:
    """The debtors on the selected rows, each once; ``known`` are sheets that were read already.

    Raises:
        Refusal: NOTHING_SELECTED.
    """
    return tuple(dict.fromkeys(row.debtor for row in selected_rows(book, known)))


def debtors_named(debtors: Sequence[str]) -> str:
    """The first few by number, and how many more.

    >>> debtors_named(["7"]), debtors_named(["1", "2", "3", "4", "5", "6"])
    ('debiteur 7', 'debiteuren 1, 2, 3, 4, 5 en nog 1')
    """
    first, more = ", ".join(debtors[:_MOST_NAMED]), len(debtors) - _MOST_NAMED
    word = "debiteur" if len(debtors) == 1 else "debiteuren"
    return f"{word} {first}" + (f" en nog {more}" if more > 0 else "")


def selected_rows(book: Book, known: Grid | None = None) -> tuple[Chosen, ...]:
    """The selected rows that are about a debtor, in the order of the sheet.

    Raises:
        Refusal: NOTHING_SELECTED when none is.
    """
    chosen = selection(book)
    found = [sheet for sheet in (known.sheets if known else ()) if sheet.name == chosen.sheet]
    sheets = found or read_grid(book, only=(chosen.sheet,)).sheets
    rows = tuple(row for sheet in sheets for row in _rows(sheet, chosen.rows))
    if not rows:
        raise Refusal("NOTHING_SELECTED")
    return rows


def _rows(sheet: Sheet, numbers: tuple[int, ...]) -> list[Chosen]:
    headers = headers_of(sheet)
    wanted = frozenset(numbers)
    found: list[Chosen] = []
    for row in sheet.rows:
        if row.number not in wanted or row.number == 1:
            continue
        cells = {header: row.cells[at] for at, header in headers.items() if at in row.cells}
        plain = {compact(header): cell for header, cell in cells.items()}
        debtor = text_of(plain[_DEBTOR]) if _DEBTOR in plain else ""
        if debtor:
            found.append(
                Chosen(
                    sheet=sheet.name,
                    row=row.number,
                    debtor=debtor,
                    invoice=text_of(plain[_INVOICE]) if _INVOICE in plain else "",
                    cells=cells,
                )
            )
    return found


def headers_of(sheet: Sheet) -> dict[int, str]:
    """Column index to header, from the first row."""
    first = next((row for row in sheet.rows if row.number == 1), Row(1, {}))
    return {at: text_of(cell) for at, cell in sorted(first.cells.items()) if text_of(cell)}


def one_debtor(book: Book, known: Grid) -> str:
    """The debtor on the selected rows.

    Raises:
        Refusal: NOTHING_SELECTED; ONE_DEBTOR_ONLY when the rows are of more than one.
    """
    first, *more = selected_debtors(book, known)
    if more:
        raise Refusal("ONE_DEBTOR_ONLY", count=1 + len(more))
    return first
