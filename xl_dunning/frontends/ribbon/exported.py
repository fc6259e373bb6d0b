"""The rows of an export as the tables Facturen and Debiteuren hold them."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from xl_dunning.rules.findings import Finding, Severity
from xl_dunning.rules.ledger import Debtor, DebtorKind, OpenItem
from xl_dunning.sheets.grid import Cell, Grid
from xl_dunning.sheets.reading import Reading
from xl_dunning.sheets.words import text_of
from xl_dunning.workflow.importing import FROM_EXPORT, TableValues, Value

UNSURE = "? "
"""Stands before what could not be read with certainty: so no later reading takes it for sure."""

_UNTIL_FURTHER_NOTICE = "tot nader order"
_FLAGS = {True: "ja", False: "nee", None: None}
_KINDS = {DebtorKind.CONSUMER: "consument", DebtorKind.BUSINESS: "zakelijk", None: None}
_OPTIONAL = ("Omschrijving", "Betalingstermijn")
"""Columns that only an export which has them may change."""


def invoice_rows(reading: Reading, grid: Grid) -> tuple[TableValues, ...]:
    """One row for every item of the export, also those that could not be read."""
    sheet = next(sheet for sheet in grid.sheets if sheet.name == reading.layout.sheet)
    cells_of = {row.number: row.cells for row in sheet.rows}
    at = {column.field: column.index for column in reading.layout.columns if column.field}
    fields = {column.header: column.field for column in reading.layout.columns if column.field}
    wrong: dict[int, list[Finding]] = {}
    for finding in reading.findings:
        if finding.severity is Severity.ERROR and finding.place and finding.place.row:
            wrong.setdefault(finding.place.row, []).append(finding)
    rows: list[TableValues] = []
    for item in reading.ledger.items:
        number = reading.rows[item.ref]
        cells = {name: cells_of[number].get(index) for name, index in at.items()}
        values = _values(item, reading.ledger.debtor(item.debtor), cells)
        if item.unreadable:
            values |= _unsure(values, cells, wrong.get(number, ()), fields)
        rows.append(values)
    return tuple(rows)


def _values(item: OpenItem, debtor: Debtor, cells: Mapping[str, Cell | None]) -> dict[str, Value]:
    values: dict[str, Value] = {
        "Factuurnummer": item.invoice,
        "Debiteurnummer": item.debtor,
        "Debiteurnaam": debtor.name or _typed(cells.get("Debiteurnaam")),
        "Factuurdatum": item.invoice_date,
        "Vervaldatum": item.due_date,
        "Bedrag": item.amount,
        "Openstaand": item.outstanding,
        "Valuta": item.currency,
        "Termijn afgesproken": _FLAGS[item.term_agreed],
        "Betwist": _FLAGS[item.disputed or None],
        "Overslaan": _FLAGS[item.skipped or None],
        "Reden overslaan": f"{FROM_EXPORT}{item.skip_reason or 'overslaan'}"
        if item.skipped
        else None,
        "Factuurbestand": item.invoice_file or None,
        "Aanmaningen": item.reminders_sent or None,
        "Laatste herinnering": item.last_reminder,
    }
    if "Omschrijving" in cells:
        values["Omschrijving"] = item.description
    if "Betalingstermijn" in cells:
        values["Betalingstermijn"] = _typed(cells["Betalingstermijn"])
    return values


def _unsure(
    values: Mapping[str, Value],
    cells: Mapping[str, Cell | None],
    wrong: Iterable[Finding],
    fields: Mapping[str, str],
) -> dict[str, Value]:
    """The cells that were in doubt, as the export shows them, marked so that they stay so."""
    doubted = {fields.get((finding.place and finding.place.column) or "", "") for finding in wrong}
    shown = {
        name: f"{UNSURE}{text_of(cell)}"
        for name in doubted & values.keys()
        if (cell := cells.get(name)) is not None
    }
    if not shown.keys() & {"Vervaldatum", "Openstaand", "Factuurdatum"}:
        # Whatever it was that kept the item inside: here it must do so as well.
        due = values.get("Vervaldatum")
        shown["Vervaldatum"] = f"{UNSURE}{due:%d-%m-%Y}" if hasattr(due, "year") else UNSURE.strip()
    return {**shown}


def debtor_rows(reading: Reading) -> tuple[TableValues, ...]:
    """One row for every debtor with an item; only what the export tells of him."""
    numbers = dict.fromkeys(item.debtor for item in reading.ledger.items if item.debtor)
    by_bank = {item.debtor for item in reading.ledger.items if item.direct_debit}
    return tuple(
        _debtor(reading.ledger.debtor(number), direct_debit=number in by_bank) for number in numbers
    )


def _debtor(debtor: Debtor, *, direct_debit: bool) -> TableValues:
    """The row of a debtor. Facturen has no column for direct debit: one invoice speaks for all."""
    told: dict[str, Value] = {
        "Debiteurnummer": debtor.number,
        "Naam": debtor.name,
        "T.a.v.": debtor.contact,
        "Adres": debtor.address,
        "Postcode": debtor.postcode,
        "Plaats": debtor.city,
        "Land": debtor.country,
        "E-mail": debtor.email,
        "Telefoon": debtor.phone,
        "Soort": _KINDS[debtor.kind],
        # Dutch is what an empty cell means, and nobody may have said it.
        "Taal": "" if debtor.language == "nl" else debtor.language,
        "Beleid": debtor.policy,
        "Niet aanmanen tot": debtor.hold_until or (_UNTIL_FURTHER_NOTICE if debtor.hold else None),
        "Reden": debtor.hold_reason,
        "KvK": debtor.kvk,
        "Btw-nummer": debtor.vat_number,
        "Automatische incasso": _FLAGS[debtor.direct_debit or direct_debit or None],
        "Terugkerende levering": _FLAGS[debtor.recurring or None],
    }
    return {header: value for header, value in told.items() if value not in ("", None)}


def _typed(cell: Cell | None) -> Value:
    if cell is None:
        return None
    return text_of(cell) if cell.shown or cell.error else cell.value
