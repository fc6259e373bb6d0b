"""Which sheet holds the list; two that could both be it are a question, not a guess."""

from __future__ import annotations

from xl_dunning.rules.findings import Refusal
from xl_dunning.sheets.grid import Grid
from xl_dunning.sheets.header import Table, find_table, marked_before
from xl_dunning.sheets.sidesheets import is_side_sheet
from xl_dunning.sheets.words import compact

_CANONICAL = "facturen"
_ESSENTIAL = (
    frozenset({"Factuurnummer"}),
    frozenset({"Openstaand", "Bedrag", "Debet"}),
    frozenset({"Debiteurnummer", "Debiteurnaam"}),
)


def choose_table(grid: Grid, *, sheet: str | None) -> Table:
    """The table with the open items. Raises Refusal SHEET_UNKNOWN, SHEET_TIE or NO_TABLE."""
    if sheet is not None:
        return _named(grid, sheet)
    tables = _tables(grid, visible=True) or _tables(grid, visible=False)
    if not tables:
        raise Refusal("NO_TABLE", sheets=_names(grid))
    canonical = [table for table in tables if compact(table.sheet.name) == _CANONICAL]
    if canonical:
        return canonical[0]
    best = max(_score(table) for table in tables)
    equal = [table for table in tables if _score(table) == best]
    if len(equal) > 1:
        raise Refusal(
            "SHEET_TIE",
            sheets=" en ".join(f"«{table.sheet.name}»" for table in equal),
            first=equal[0].sheet.name,
        )
    return equal[0]


def _named(grid: Grid, name: str) -> Table:
    found = next((s for s in grid.sheets if compact(s.name) == compact(name)), None)
    if found is None:
        raise Refusal("SHEET_UNKNOWN", sheet=name, sheets=_names(grid))
    table = find_table(found)
    if table is None:
        raise Refusal("NO_TABLE", sheets=f"«{found.name}»")
    return table


def _tables(grid: Grid, *, visible: bool) -> list[Table]:
    found = [
        table
        for sheet in grid.sheets
        if sheet.visible is visible
        and not is_side_sheet(sheet.name)
        and (table := find_table(sheet)) is not None
        and _is_list(table)
    ]
    # An empty copy of the table is no rival of one with rows; but Debiteuren.xlsm is never about
    # another sheet than its own Facturen, also when nothing was imported yet.
    return [table for table in found if table.rows or _is_our_own(table)] or found


def _is_our_own(table: Table) -> bool:
    return compact(table.sheet.name) == _CANONICAL and marked_before(table.headers)


def _is_list(table: Table) -> bool:
    """Whether it may be a list of open items; what it lacks is told once it is chosen."""
    return table.core > 1


def _score(table: Table) -> tuple[int, int]:
    essentials = sum(bool(table.fields & group) for group in _ESSENTIAL)
    return essentials, table.core


def _names(grid: Grid) -> str:
    return ", ".join(f"«{s.name}»" for s in grid.sheets if s.visible) or "geen"
