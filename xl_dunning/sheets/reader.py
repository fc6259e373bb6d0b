"""The door to a list: a file goes in; items, debtors and an account of every row come out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from types import MappingProxyType

from xl_dunning.rules.findings import Finding, Place, Refusal
from xl_dunning.rules.ledger import Debtor, Ledger
from xl_dunning.sheets.account import layout_of, skipped_rows
from xl_dunning.sheets.choosing import choose_table
from xl_dunning.sheets.columns import match_columns
from xl_dunning.sheets.debtors import DebtorRow, debtor_on_row, find_debtor_table, read_debtor_rows
from xl_dunning.sheets.essentials import (
    how_amounts_were_taken,
    refuse_contradictions,
    refuse_purchases,
    require_essentials,
)
from xl_dunning.sheets.grid import Grid, Row
from xl_dunning.sheets.header import Table
from xl_dunning.sheets.items import ReadItem, amounts_disagree, read_item
from xl_dunning.sheets.joining import joined, merged_rows, partner, without_doubles
from xl_dunning.sheets.masters import unknown_kinds
from xl_dunning.sheets.oddities import list_oddities
from xl_dunning.sheets.opening import open_grid
from xl_dunning.sheets.reading import Reading, TableRow
from xl_dunning.sheets.rowkinds import RowKind, Sorted, heading_debtors, sort_rows
from xl_dunning.sheets.sidesheets import read_side_sheets
from xl_dunning.sheets.values import Values

_NOTHING: Mapping[str, str] = MappingProxyType({})
_NONE_REMEMBERED: Mapping[str, Mapping[str, str]] = MappingProxyType({})


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

    ``columns`` are the user's answers: field (such as ``Vervaldatum``) to the header or letter of
    her column; ``-Saldo`` turns the sign, an empty text says that the list lacks the field.
    ``remembered`` holds earlier answers by header signature. ``payment_term`` is the number of
    days from invoice date to due date where the list has no due date.

    Raises:
        Refusal: SHEET_UNKNOWN, SHEET_TIE, NO_TABLE, COLUMN_TIE, COLUMN_MISSING, the unusable
            answers (COLUMN_FIELD_UNKNOWN, COLUMN_UNKNOWN, COLUMN_DOUBLED), PURCHASES_MIXED,
            PURCHASES_LIST, ALL_NEGATIVE, RUNNING_BALANCE, DATES_SWAPPED, AMOUNTS_SWAPPED.
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
    debtor_problems: list[Finding] = []
    own, debtor_findings = merged_rows(_debtors_in_list(values, read, debtor_problems))
    ledger, join_findings = _joined_to_sheet(grid, table, Ledger(items=items, debtors=own))
    side = read_side_sheets(grid, apart_from=table.sheet)
    return Reading(
        ledger=ledger,
        layout=layout_of(grid, path, matched, rows),
        rows={item.ref: item.ref for item in items},
        skipped=tuple(skipped_rows(table, rows)),
        findings=(
            *matched.findings,
            *how_amounts_were_taken(matched),
            *list_oddities(values, items),
            *(finding for found, _ in read for finding in found.findings),
            *(f for found, row in read for f in amounts_disagree(values, found, row)),
            *(finding for row in rows for finding in row.findings),
            *_new(debtor_problems, than=[f for found, _ in read for f in found.findings]),
            *debtor_findings,
            *join_findings,
            *unknown_kinds(ledger),
            *side.findings,
        ),
        settings=side.settings,
        agreements=tuple(_with_list_number(row, ledger) for row in side.agreements),
        log=side.log,
        calls=side.calls,
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


def _with_list_number(row: TableRow, ledger: Ledger) -> TableRow:
    """The row with the debtor number as the list writes it, which may differ in zeros in front."""
    number = row.values.get("Debiteurnummer")
    if not isinstance(number, str):
        return row
    here = dict.fromkeys(item.debtor for item in ledger.items)
    found = partner(number, here) or number
    return replace(row, values={**row.values, "Debiteurnummer": found})


def _heading(row: Sorted, headings: Mapping[int, tuple[str, str]]) -> tuple[str, str] | None:
    return headings.get(row.heading.number) if row.heading else None


def _debtors_in_list(
    values: Values, read: Sequence[tuple[ReadItem, Row]], problems: list[Finding]
) -> Iterable[DebtorRow]:
    for found, row in read:
        number = found.item.debtor
        if not number:
            continue
        own: list[Finding] = []
        debtor = debtor_on_row(values, row, number=number, problems=own, in_list=True)
        problems += [replace(problem, debtor=number) for problem in own]
        yield DebtorRow(
            debtor=replace(debtor, name=found.name), place=values.place(row, "Debiteurnaam")
        )


def _new(findings: Iterable[Finding], *, than: Iterable[Finding]) -> Iterable[Finding]:
    """The findings about cells that were not reported as part of an item already."""
    known = {(finding.code, finding.place) for finding in than}
    return (finding for finding in findings if (finding.code, finding.place) not in known)
