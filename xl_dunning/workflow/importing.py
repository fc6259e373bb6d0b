"""Bringing a new export into the list that the user works in: her marks stay, amounts are new.

The rows are those of the tables Facturen and Debiteuren: canonical header to value.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from xl_dunning.rules.ledger import ItemKey

Value: TypeAlias = str | int | Decimal | date | bool | None
TableValues: TypeAlias = Mapping[str, Value]
"""One row of a table: header to value; blank cells may be left out."""

DEBTOR, INVOICE = "Debiteurnummer", "Factuurnummer"
OF_EXPORT = (
    INVOICE,
    DEBTOR,
    "Debiteurnaam",
    "Factuurdatum",
    "Vervaldatum",
    "Bedrag",
    "Openstaand",
    "Valuta",
    "Betalingstermijn",
)
"""What the books know better than the user's sheet."""
_DECISIVE = ("Factuurdatum", "Vervaldatum", "Bedrag", "Openstaand", "Valuta")
_REASON, _SKIP = "Reden overslaan", "Overslaan"
FROM_EXPORT = "volgens de export: "
"""Begins the reason of a hold that the export asked for, so that the next export can lift it."""

_LEAST_SUSPECT = 5
"""So few invoices may well have been paid all at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Merged:
    """The new rows of a table, and what became of the old ones."""

    rows: tuple[dict[str, Value], ...]
    added: tuple[ItemKey, ...]
    gone: tuple[TableValues, ...]
    """Rows that the export does not have any more: paid, mostly."""
    known: int
    """How many of the old rows are still there."""

    @property
    def is_suspect(self) -> bool:
        """Whether so much is gone that it may be the wrong list, or a part of one."""
        before = self.known + len(self.gone)
        return before >= _LEAST_SUSPECT and 2 * len(self.gone) > before


def merge_invoices(
    known: Sequence[TableValues], exported: Sequence[TableValues], *, computed: Iterable[str]
) -> Merged:
    """The rows of Facturen after an import: the known ones in their order, then the new ones.

    An invoice is known by the number of its debtor and its own. Zeros in front may differ as long
    as that leaves no doubt; then the spelling that the user has stays, for her log has it too.
    What the export does not tell stays as it was. ``computed`` are the headers of the result
    columns: they are emptied where an amount or a date changed.
    """
    results = tuple(computed)
    known = [row for row in known if not is_empty(row)]
    key = _comparable(_invoice_key, known, exported)
    waiting: dict[ItemKey, list[TableValues]] = defaultdict(list)
    for row in exported:
        waiting[key(row)].append(row)
    rows: list[dict[str, Value]] = []
    gone: list[TableValues] = []
    for row in known:
        same = waiting.get(key(row))
        if same:
            rows.append(_updated(row, same.pop(0), results))
        else:
            gone.append(row)
    left = {id(row) for found in waiting.values() for row in found}
    number = _comparable(_debtor_key, known, exported)
    spelled = {number(row): row.get(DEBTOR) for row in reversed(known)}
    new = [
        {**row, DEBTOR: spelled.get(number(row), row.get(DEBTOR))}
        for row in exported
        if id(row) in left
    ]
    return Merged(
        rows=(*rows, *new),
        added=tuple(_invoice_key(row) for row in new),
        gone=tuple(gone),
        known=len(rows),
    )


def merge_debtors(known: Sequence[TableValues], exported: Sequence[TableValues]) -> Merged:
    """The rows of Debiteuren after an import: empty cells are filled, nothing is replaced.

    Debtors whom the export does not name stay: they may come back.
    """
    known = [row for row in known if not is_empty(row)]
    key = _comparable(_debtor_key, known, exported)
    told = {key(row): row for row in exported}
    rows = [
        {**told.get(key(row), {}), **{h: value for h, value in row.items() if not _blank(value)}}
        for row in known
    ]
    seen = {key(row) for row in known}
    new = [{**row} for number, row in told.items() if number not in seen]
    return Merged(
        rows=(*rows, *new),
        added=tuple(_debtor_key(row) for row in new),
        gone=(),
        known=len(rows),
    )


def is_empty(row: TableValues) -> bool:
    """Whether nothing but blanks stands on the row, or zeros that a formula left."""
    return all(_blank(value) for header, value in row.items() if header != "Dagen te laat")


def _updated(mine: TableValues, export: TableValues, results: Sequence[str]) -> dict[str, Value]:
    """My row with what the export knows better."""
    better = {
        header: value
        for header, value in export.items()
        if _blank(mine.get(header))
        # A list without that column tells nothing; but an open amount that it lacks is not hers.
        or (header in OF_EXPORT and (header == "Openstaand" or not _blank(value)))
    }
    row = {**mine, **better}
    if not _blank(export.get("Omschrijving")):
        row["Omschrijving"] = export["Omschrijving"]
    if _text(mine, _REASON).startswith(FROM_EXPORT):
        row[_SKIP], row[_REASON] = export.get(_SKIP), export.get(_REASON)
    # The numbers are known under either spelling; hers is the one that her other sheets have.
    row[DEBTOR] = mine.get(DEBTOR)
    row[INVOICE] = mine.get(INVOICE)
    if any(_differs(mine.get(header), row.get(header)) for header in _DECISIVE):
        row |= dict.fromkeys(results)
    return row


def _differs(one: Value, other: Value) -> bool:
    return (None if _blank(one) else one) != (None if _blank(other) else other)


def _comparable(
    key: Callable[[TableValues], ItemKey], *tables: Sequence[TableValues]
) -> Callable[[TableValues], ItemKey]:
    """Keys without zeros in front, save where one table has two that differ in nothing else."""
    ambiguous: set[ItemKey] = set()
    for rows in tables:
        spelled: dict[ItemKey, ItemKey] = {}
        for row in rows:
            exact = key(row)
            if spelled.setdefault(_plain(exact), exact) != exact:
                ambiguous.add(_plain(exact))

    def comparable(row: TableValues) -> ItemKey:
        exact = key(row)
        plain = _plain(exact)
        return exact if plain in ambiguous else plain

    return comparable


def _plain(key: ItemKey) -> ItemKey:
    debtor, invoice = key
    return debtor.lstrip("0").casefold(), invoice.lstrip("0").casefold()


def _debtor_key(row: TableValues) -> ItemKey:
    return _text(row, DEBTOR), ""


def _invoice_key(row: TableValues) -> ItemKey:
    """What an invoice is known by; one without number by its amount and date."""
    invoice = _text(row, INVOICE)
    if not invoice:
        parts = (row.get("Factuurdatum"), row.get("Bedrag"), row.get("Openstaand"))
        invoice = " ".join("" if _blank(part) else str(part) for part in parts)
    return _text(row, DEBTOR), invoice


def _text(row: TableValues, header: str) -> str:
    value = row.get(header)
    return "" if value is None else str(value).strip()


def _blank(value: Value) -> bool:
    return value is None or (isinstance(value, str) and not value.strip())
