"""Two columns that could both be a field: what only the values can tell."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from decimal import Decimal

from xl_dunning.rules.money import euro
from xl_dunning.sheets import amounts, days
from xl_dunning.sheets.grid import Cell
from xl_dunning.sheets.header import Table
from xl_dunning.sheets.samples import column_cells
from xl_dunning.sheets.words import key_text, text_of

_UNIQUE = 0.95
_REPEATED = 0.8
_MOSTLY = 0.9


def narrowed(
    table: Table, field: str, candidates: Sequence[int], settled: Mapping[str, int]
) -> list[int]:
    """The candidates that remain; more than one is a tie that only the user can break."""
    if len(candidates) <= 1:
        return list(candidates)
    left = [index for index in candidates if column_cells(table, index)] or list(candidates[:1])
    left = _without_copies(table, left)
    if len(left) > 1:
        left = _proven(table, field, left, settled) or left
    return left


def _without_copies(table: Table, candidates: Sequence[int]) -> list[int]:
    kept: dict[tuple[str, ...], int] = {}
    for index in candidates:
        kept.setdefault(tuple(text_of(row.cells.get(index)) for row in table.rows), index)
    return list(kept.values())


def _proven(
    table: Table, field: str, candidates: Sequence[int], settled: Mapping[str, int]
) -> list[int]:
    match field:
        case "Factuurnummer":
            unique = [i for i in candidates if _distinct(table, i) >= _UNIQUE]
            others = [i for i in candidates if i not in unique]
            return unique if all(_distinct(table, i) < _REPEATED for i in others) else []
        case "Debiteurnaam" if "Debiteurnummer" in settled:
            return [i for i in candidates if _follows(table, i, settled["Debiteurnummer"])]
        case "Vervaldatum" if "Dagen te laat" in settled:
            return [i for i in candidates if _same_day(table, i, settled["Dagen te laat"])]
        case "Openstaand" if {"Bedrag", "Betaald"} <= settled.keys():
            known = settled["Bedrag"], settled["Betaald"]
            return [i for i in candidates if _adds_up(table, i, *known)]
        case _:
            return []


def _distinct(table: Table, index: int) -> float:
    keys = [key_text(cell) for cell in column_cells(table, index)]
    return len(set(keys)) / len(keys) if keys else 0


def _follows(table: Table, name: int, number: int) -> bool:
    """Whether a debtor has one name, and different debtors have different names."""
    names: dict[str, set[str]] = defaultdict(set)
    for row in table.rows:
        key = key_text(row.cells.get(number))
        if key and row.number not in table.repeats:
            names[key].add(text_of(row.cells.get(name)))
    one_each = sum(len(found) == 1 for found in names.values())
    different = len({name for found in names.values() for name in found})
    return bool(names) and min(one_each, different) >= _MOSTLY * len(names)


def _same_day(table: Table, due: int, late: int) -> bool:
    """Whether due date plus days too late is the same day on every row."""
    texts = [text_of(cell) for cell in column_cells(table, due)]
    order = days.day_order(texts)
    seen = set()
    for row in table.rows:
        day = days.text_day(text_of(row.cells.get(due)), order)
        count = row.cells.get(late)
        if isinstance(day, days.Day) and count and isinstance(count.value, Decimal):
            seen.add(day.value.toordinal() + int(count.value))
    return len(seen) == 1


def _adds_up(table: Table, open_: int, amount: int, paid: int) -> bool:
    rows = [
        tuple(_amount(row.cells.get(index)) for index in (open_, amount, paid))
        for row in table.rows
    ]
    full = [(o, a, p or Decimal(0)) for o, a, p in rows if o is not None and a is not None]
    return bool(full) and sum(a - p == o for o, a, p in full) >= _MOSTLY * len(full)


def _amount(cell: Cell | None) -> Decimal | None:
    if cell is None:
        return None
    if isinstance(cell.value, Decimal):
        return euro(cell.value)
    read = amounts.text_amount(cell.value) if isinstance(cell.value, str) else None
    return read.value if isinstance(read, amounts.Amount) else None
