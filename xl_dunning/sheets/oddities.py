"""What is odd about a list as a whole: doubled keys, hidden rows, dates as day numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from xl_dunning.rules.findings import Finding, Place, error, warning
from xl_dunning.rules.ledger import OpenItem, doubled_keys
from xl_dunning.sheets.header import Table
from xl_dunning.sheets.values import Values

_ROWS_NAMED = 5


def list_oddities(values: Values, items: Sequence[OpenItem]) -> Iterable[Finding]:
    """Findings about columns, keys and rows that no single row shows."""
    yield from _about_columns(values, items)
    yield from _doubles(values, items)
    yield from _hidden(values.columns.table)


def _about_columns(values: Values, items: Sequence[OpenItem]) -> Iterable[Finding]:
    columns = values.columns
    sheet = columns.table.sheet.name
    for name in sorted(values.serials):
        yield warning("DATE_SERIALS", place=Place(sheet=sheet, column=columns.header(name)))
    if "Debiteurnummer" not in columns.of and "Debiteurnaam" in columns.of:
        yield warning(
            "DEBTOR_BY_NAME", place=Place(sheet=sheet, column=columns.header("Debiteurnaam"))
        )
    if not items:
        yield warning("LIST_EMPTY", place=Place(sheet=sheet))


def _doubles(values: Values, items: Sequence[OpenItem]) -> Iterable[Finding]:
    """One error on every row whose key stands on other rows too."""
    doubled = doubled_keys(tuple(item for item in items if all(item.key)))
    rows: dict[tuple[str, str], list[int]] = {}
    for item in items:
        rows.setdefault(item.key, []).append(item.ref)
    by_number = {row.number: row for row in values.columns.table.rows}
    for item in items:
        if item.key in doubled:
            others = [str(number) for number in rows[item.key] if number != item.ref]
            shown = ", ".join(others[:_ROWS_NAMED]) + (" …" if len(others) > _ROWS_NAMED else "")
            yield error(
                "KEY_DOUBLED",
                debtor=item.debtor,
                invoice=item.invoice,
                place=values.place(by_number[item.ref], "Factuurnummer"),
                rows=f"{'rijen' if len(others) > 1 else 'rij'} {shown}",
            )


def _hidden(table: Table) -> Iterable[Finding]:
    count = sum(row.hidden for row in table.rows)
    if count:
        yield warning("ROWS_HIDDEN", place=Place(sheet=table.sheet.name), count=count)
