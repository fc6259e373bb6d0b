"""Vastleggen: a row that is filled in as far as the selection tells; the user does the rest.

A call goes to Belijst, where it counts once its outcome is filled in; what was agreed goes to
Afspraken. Berekenen and Brieven maken take both in.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from decimal import Decimal

from xl_dunning.frontends.live_door import AGREEMENTS, CALLS
from xl_dunning.frontends.messages_nl import counted
from xl_dunning.frontends.ribbon.desk import Press, Told, told
from xl_dunning.frontends.ribbon.selecting import Chosen, debtors_named, headers_of, selected_rows
from xl_dunning.frontends.ribbon.showing import show_cell
from xl_dunning.rules.findings import Refusal
from xl_dunning.sheets.grid import Sheet
from xl_dunning.sheets.live import Book, append_rows, read_grid
from xl_dunning.sheets.words import text_of
from xl_dunning.workflow.importing import DEBTOR, INVOICE, TableValues, Value

_TABLE = "tblAfspraken"
_KINDS = {
    "xldRecordPromise": ("toezegging", "Tot en met"),
    "xldRecordPlan": ("regeling", "Termijnen"),
    "xldRecordDispute": ("betwisting", "Notitie"),
}
"""Control id to the kind of agreement, and the column that the user fills in first."""
_OUTCOME, _LISTED_ON = "Uitkomst", "Belijst van"


def record_agreement(press: Press) -> Told:
    """Rows on Afspraken for the selected invoices, below what stands there.

    Raises:
        Refusal: NOTHING_SELECTED, LIVE_SHEET_GONE, LIVE_WRITE_FAILED.
    """
    kind, first = _KINDS[press.control]
    chosen = selected_rows(press.book)
    sheet = _sheet(press.book, AGREEMENTS)
    headers = headers_of(sheet)
    rows = [{**row, "Soort": kind, "Datum": press.today} for row in _subjects(chosen, kind=kind)]
    top = _bottom(sheet) + 1
    append_rows(press.book, AGREEMENTS, _in_order(headers, rows), top=top, table=_TABLE)
    at = next((index for index, header in headers.items() if header == first), 0)
    show_cell(press.book, AGREEMENTS, row=top, column=at + 1)
    return told(
        "RECORD_AGREEMENT",
        rows=counted(len(rows), "regel", "regels"),
        kind=kind,
        column=first,
        debtors=debtors_named([*dict.fromkeys(row.debtor for row in chosen)]),
    )


def record_call(press: Press) -> Told:
    """The row of the selected debtor on Belijst, made when he has none there.

    Raises:
        Refusal: NOTHING_SELECTED, LIVE_SHEET_GONE, LIVE_WRITE_FAILED.
    """
    first = selected_rows(press.book)[0]
    sheet = _sheet(press.book, CALLS)
    headers = headers_of(sheet)
    at = {header: index for index, header in headers.items()}
    if not {DEBTOR, _OUTCOME, _LISTED_ON} <= at.keys():
        raise Refusal("LIVE_SHEET_GONE", sheet=CALLS)
    row = first.row if first.sheet == CALLS else _row_of(sheet, at[DEBTOR], first.debtor)
    if row is None:
        row = _bottom(sheet) + 1
        typed: dict[str, Value] = {
            DEBTOR: first.debtor,
            "Naam": _plain(first, "Debiteurnaam") or _plain(first, "Naam"),
            "Facturen": first.invoice or None,
            # Not the day of the call: that alone would already be half of an answer.
            _LISTED_ON: press.today,
        }
        append_rows(press.book, CALLS, _in_order(headers, [typed]), top=row)
    show_cell(press.book, CALLS, row=row, column=at[_OUTCOME] + 1)
    return told("RECORD_CALL", debtor=first.debtor)


def _subjects(chosen: Sequence[Chosen], *, kind: str) -> list[dict[str, Value]]:
    """What each new row is about: an invoice; for a plan the debtor, as one plan covers more."""
    if kind != "regeling":
        return [
            {DEBTOR: row.debtor, INVOICE: row.invoice or None, "Bedrag": _open(row)}
            for row in chosen
        ]
    of: dict[str, list[Chosen]] = {}
    for row in chosen:
        of.setdefault(row.debtor, []).append(row)
    return [
        {
            DEBTOR: debtor,
            INVOICE: rows[0].invoice or None if len(rows) == 1 else None,
            "Bedrag": sum((amount for row in rows if (amount := _open(row))), Decimal()) or None,
        }
        for debtor, rows in of.items()
    ]


def _open(row: Chosen) -> Decimal | None:
    """What is open of the selected invoice."""
    value = row.cells["Openstaand"].value if "Openstaand" in row.cells else None
    return value if isinstance(value, Decimal) else None


def _plain(row: Chosen, header: str) -> str:
    return text_of(row.cells.get(header))


def _sheet(book: Book, name: str) -> Sheet:
    sheets = read_grid(book, only=(name,)).sheets
    if not sheets or not headers_of(sheets[0]):
        raise Refusal("LIVE_SHEET_GONE", sheet=name)
    return sheets[0]


def _bottom(sheet: Sheet) -> int:
    """The last row on which anything stands."""
    return max(row.number for row in sheet.rows)


def _row_of(sheet: Sheet, column: int, debtor: str) -> int | None:
    """The first row of that debtor below the headers."""
    return next(
        (
            row.number
            for row in sheet.rows
            if row.number > 1 and text_of(row.cells.get(column)) == debtor
        ),
        None,
    )


def _in_order(headers: Mapping[int, str], rows: Sequence[TableValues]) -> list[tuple[Value, ...]]:
    """The values of each row from the first column on."""
    width = max(headers) + 1
    return [tuple(row.get(headers.get(at, "")) for at in range(width)) for row in rows]
