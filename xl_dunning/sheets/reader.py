"""The door to a list: a file goes in; items, debtors and an account of every row come out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from xl_dunning.rules.findings import Finding, Place, Refusal, error, warning
from xl_dunning.rules.ledger import Debtor, Ledger, OpenItem, doubled_keys
from xl_dunning.sheets.choosing import choose_table
from xl_dunning.sheets.columns import Columns, match_columns
from xl_dunning.sheets.debtors import DebtorRow, debtor_on_row, find_debtor_table, read_debtor_rows
from xl_dunning.sheets.essentials import (
    how_amounts_were_taken,
    refuse_contradictions,
    refuse_purchases,
    require_essentials,
)
from xl_dunning.sheets.grid import Grid, Row, column_letter
from xl_dunning.sheets.header import Table
from xl_dunning.sheets.items import ReadItem, amounts_disagree, read_item
from xl_dunning.sheets.joining import joined, merged_rows, unknown_kinds, without_doubles
from xl_dunning.sheets.opening import open_grid
from xl_dunning.sheets.reading import ColumnMatch, Layout, Reading, SkippedRow
from xl_dunning.sheets.rowkinds import RowKind, Sorted, heading_debtors, sort_rows
from xl_dunning.sheets.samples import samples
from xl_dunning.sheets.sidesheets import read_side_sheets
from xl_dunning.sheets.values import Values

_NOTHING: Mapping[str, str] = MappingProxyType({})
_NONE_REMEMBERED: Mapping[str, Mapping[str, str]] = MappingProxyType({})
_ROWS_NAMED = 5


def read_list(
    path: Path,
    *,
    sheet: str | None = None,
    password: str | None = None,
    columns: Mapping[str, str] = _NOTHING,
    remembered: Mapping[str, Mapping[str, str]] = _NONE_REMEMBERED,
    payment_term: int | None = None,
) -> Reading:
    """Read the open-items list in a file.

    ``columns`` are the user's answers: field (such as ``Vervaldatum``) to the header or letter of
    her column; ``-Saldo`` turns the sign, an empty text says that the list lacks the field.
    ``remembered`` holds earlier answers by header signature. ``payment_term`` is the number of
    days from invoice date to due date where the list has no due date.

    Raises:
        Refusal: those of ``open_grid`` and ``understand``.
    """
    return understand(
        open_grid(path, password=password),
        path=path,
        sheet=sheet,
        columns=columns,
        remembered=remembered,
        payment_term=payment_term,
    )


def read_debtors(
    path: Path, *, password: str | None = None
) -> tuple[Mapping[str, Debtor], tuple[Finding, ...]]:
    """Read debtor data that was exported apart: number to debtor, and what was odd.

    Raises:
        Refusal: those of ``open_grid``, and NO_DEBTORS.
    """
    grid = open_grid(path, password=password)
    table = find_debtor_table(grid, apart_from=None)
    if table is None:
        raise Refusal("NO_DEBTORS", file=path.name)
    return _masters(table, grid)


def understand(
    grid: Grid,
    *,
    path: Path,
    sheet: str | None = None,
    columns: Mapping[str, str] = _NOTHING,
    remembered: Mapping[str, Mapping[str, str]] = _NONE_REMEMBERED,
    payment_term: int | None = None,
) -> Reading:
    """Understand a grid as an open-items list; ``path`` is only passed on.

    Raises:
        Refusal: SHEET_UNKNOWN, SHEET_TIE, NO_TABLE, COLUMN_TIE, COLUMN_MISSING, the unusable
            answers (COLUMN_FIELD_UNKNOWN, COLUMN_UNKNOWN, COLUMN_DOUBLED), PURCHASES_MIXED,
            PURCHASES_LIST, ALL_NEGATIVE, DATES_SWAPPED, AMOUNTS_SWAPPED.
    """
    table = choose_table(grid, sheet=sheet)
    matched = match_columns(table, answers=columns, remembered=remembered)
    values = Values(columns=matched, date1904=grid.date1904)
    refuse_purchases(values)
    rows = sort_rows(values)
    headings = heading_debtors(row.heading for row in rows if row.heading)
    require_essentials(matched, headings=bool(headings))
    read = [
        (read_item(values, r.row, heading=_heading(r, headings), payment_term=payment_term), r.row)
        for r in rows
        if r.kind is RowKind.ITEM
    ]
    items = tuple(found.item for found, _ in read)
    refuse_contradictions(values, items)
    own, debtor_findings = merged_rows(_debtors_in_list(values, read))
    ledger, join_findings = _joined_to_sheet(grid, table, Ledger(items=items, debtors=own))
    side = read_side_sheets(grid, apart_from=table.sheet)
    return Reading(
        ledger=ledger,
        layout=_layout(grid, path, matched, rows),
        rows={item.ref: item.ref for item in items},
        skipped=tuple(_skipped(table, rows)),
        findings=(
            *matched.findings,
            *how_amounts_were_taken(matched),
            *_about_columns(values, items),
            *(finding for found, _ in read for finding in found.findings),
            *(f for found, row in read for f in amounts_disagree(values, found, row)),
            *(finding for row in rows for finding in row.findings),
            *_doubles(values, items),
            *_hidden(table),
            *debtor_findings,
            *join_findings,
            *unknown_kinds(ledger),
            *side.findings,
        ),
        settings=side.settings,
        agreements=side.agreements,
        log=side.log,
        policy=side.policy,
    )


def _masters(table: Table, grid: Grid) -> tuple[dict[str, Debtor], tuple[Finding, ...]]:
    matched = match_columns(table, answers={}, remembered={}, debtors=True)
    values = Values(columns=matched, date1904=grid.date1904)
    rows, problems = read_debtor_rows(values)
    masters, doubles = without_doubles(rows)
    return masters, (*matched.findings, *problems, *doubles)


def _joined_to_sheet(
    grid: Grid, table: Table, ledger: Ledger
) -> tuple[Ledger, tuple[Finding, ...]]:
    found = find_debtor_table(grid, apart_from=table.sheet)
    if found is None:
        return ledger, ()
    masters, problems = _masters(found, grid)
    whole, findings = joined(ledger, masters, place=Place(sheet=found.sheet.name))
    return whole, (*problems, *findings)


def _heading(row: Sorted, headings: Mapping[int, tuple[str, str]]) -> tuple[str, str] | None:
    return headings.get(row.heading.number) if row.heading else None


def _debtors_in_list(values: Values, read: Sequence[tuple[ReadItem, Row]]) -> Iterable[DebtorRow]:
    for found, row in read:
        if not found.item.debtor:
            continue
        debtor = debtor_on_row(values, row, number=found.item.debtor, problems=[], in_list=True)
        yield DebtorRow(
            debtor=replace(debtor, name=found.name), place=values.place(row, "Debiteurnaam")
        )


def _layout(grid: Grid, path: Path, matched: Columns, rows: Sequence[Sorted]) -> Layout:
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


def _skipped(table: Table, rows: Iterable[Sorted]) -> Iterable[SkippedRow]:
    titles = (Sorted(row=row, kind=RowKind.TITLE) for row in table.above)
    for found in (*titles, *rows):
        if found.kind is not RowKind.ITEM and found.text:
            yield SkippedRow(
                sheet=table.sheet.name,
                row=found.row.number,
                why=found.kind.value,
                text=found.text,
            )


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
