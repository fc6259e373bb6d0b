"""What each row below the header is: an item, or a heading, subtotal, total, repeated header, note.

When in doubt a row is an item: then it is reported as one that can't be read, and not lost.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from enum import StrEnum

from xl_dunning.rules.findings import Finding, warning
from xl_dunning.rules.money import ZERO, Euro
from xl_dunning.sheets.amounts import looks_like_amount
from xl_dunning.sheets.days import looks_like_date
from xl_dunning.sheets.grid import Cell, Row
from xl_dunning.sheets.values import Values
from xl_dunning.sheets.words import is_blank, key_text, text_of

AMOUNTS = ("Openstaand", "Bedrag", "Betaald", "Debet", "Credit")
DATES = ("Factuurdatum", "Vervaldatum")
DEBTOR = ("Debiteurnummer", "Debiteurnaam")

_TOTAL = re.compile(
    r"\W*(?:(?:sub|eind|generaal|algemeen|grand|gesamt)[ -]?)?(?:totaal|totalen|total|summe|somme"
    r"|saldo|eindsaldo|beginsaldo|ending balance|initial balance)\b",
    re.IGNORECASE,
)
_HEADING = re.compile(
    r"\W*(?:debiteur|klant|relatie|konto|kunde|rekening|account|customer|partner)\b\W*",
    re.IGNORECASE,
)
_HEADING_CELLS = 2


class RowKind(StrEnum):
    """Why a row is no item; the values stand in the contract of ``--json``."""

    ITEM = "ITEM"
    TITLE = "TITLE_ROW"
    HEADER = "HEADER_ROW"
    GROUP = "GROUP_ROW"
    SUBTOTAL = "SUBTOTAL_ROW"
    TOTAL = "TOTAL_ROW"
    NOTE = "NOTE_ROW"


@dataclass(slots=True, kw_only=True)
class Sorted:
    """A row and what it is; for an item the heading that it stands under."""

    row: Row
    kind: RowKind
    heading: Row | None = None
    findings: list[Finding] = field(default_factory=list)

    @property
    def text(self) -> str:
        """The row as one line."""
        return _line(self.row)


@dataclass(slots=True)
class _Sums:
    """Running sums per amount field, of the whole list and since the last heading or subtotal."""

    whole: dict[str, Euro | None] = field(default_factory=dict)
    part: dict[str, Euro | None] = field(default_factory=dict)
    items: int = 0
    """Items in this part."""

    def add(self, name: str, value: Euro | None) -> None:
        for sums in (self.whole, self.part):
            before = sums.get(name, ZERO)
            sums[name] = None if before is None or value is None else before + value

    def close_part(self) -> None:
        self.part = {}
        self.items = 0


def sort_rows(values: Values) -> list[Sorted]:
    """Every row of the table with its kind, in order."""
    sums = _Sums()
    sorted_: list[Sorted] = []
    for row in values.columns.table.rows:
        found = _first_look(values, row, sums)
        sorted_.append(found)
        if found.kind is RowKind.ITEM:
            for name in AMOUNTS:
                if not values.blank(row, name):
                    sums.add(name, values.money(row, name, []))
            sums.items += 1
        elif found.kind in {RowKind.SUBTOTAL, RowKind.GROUP}:
            sums.close_part()
    _look_back(values, sorted_)
    return sorted_


def _first_look(values: Values, row: Row, sums: _Sums) -> Sorted:
    if row.number in values.columns.table.repeats:
        return Sorted(row=row, kind=RowKind.HEADER)
    named = not values.blank(row, "Factuurnummer") and not _label(values, row, "Factuurnummer")
    held = {name for name in AMOUNTS if _like(values.cell(row, name), looks_like_amount)}
    dated = any(_like(values.cell(row, name), looks_like_date) for name in DATES)
    said = any(_TOTAL.match(text) for text in _label_texts(values, row))
    if held and not dated and not named:
        return _with_amounts(values, row, sums, held=held, said=said)
    if dated or held:
        kind = RowKind.ITEM
    elif said:
        kind = RowKind.SUBTOTAL
    else:
        kind = RowKind.GROUP if _is_heading(values, row, named=named) else RowKind.ITEM
    return Sorted(row=row, kind=kind)


def _with_amounts(values: Values, row: Row, sums: _Sums, *, held: set[str], said: bool) -> Sorted:
    """A row with amounts, but without a number or date: a total when it says so or adds up."""
    read = {name: values.money(row, name, []) for name in held}
    part = sums.items > 0 and all(v is not None and sums.part.get(n) == v for n, v in read.items())
    whole = bool(sums.whole) and all(
        v is not None and sums.whole.get(n) == v for n, v in read.items()
    )
    headed = any(_HEADING.match(text) for text in _label_texts(values, row))
    if not (part or whole or said or headed):
        return Sorted(row=row, kind=RowKind.ITEM)
    found = Sorted(row=row, kind=RowKind.TOTAL if whole and not part else RowKind.SUBTOTAL)
    for name, value in read.items():
        known = sums.part.get(name) if sums.items else sums.whole.get(name)
        if not (part or whole) and value is not None and known is not None:
            found.findings.append(
                warning(
                    "TOTAL_DIFFERS",
                    place=values.place(row, name),
                    total=value,
                    sum=known,
                )
            )
    return found


def _like(cell: Cell | None, looks: Callable[[str], bool]) -> bool:
    """Whether a cell holds a value and not just words: headings stand in any column."""
    if cell is None or is_blank(cell):
        return False
    return looks(cell.value) if isinstance(cell.value, str) else True


def _label(values: Values, row: Row, name: str) -> bool:
    """Whether words such as «Totaal» stand where this field's value would."""
    cell = values.cell(row, name)
    text = text_of(cell) if cell is not None and isinstance(cell.value, str) else ""
    return bool(_TOTAL.match(text) or _HEADING.match(text))


def _label_texts(values: Values, row: Row) -> Iterable[str]:
    """Texts that may label the row; a name or description may begin with such a word by chance."""
    told = {values.columns.of.get(name) for name in ("Debiteurnaam", "Omschrijving")}
    for index, cell in row.cells.items():
        if isinstance(cell.value, str) and index not in told:
            yield text_of(cell)


def _is_heading(values: Values, row: Row, *, named: bool) -> bool:
    filled = [index for index, cell in row.cells.items() if not is_blank(cell)]
    if any(row.cells[i].error or row.cells[i].uncalculated for i in filled):
        return False
    debtor = {values.columns.of[name] for name in DEBTOR if values.has(name)}
    if set(filled) <= debtor:
        return True
    if len(filled) > _HEADING_CELLS:
        return False
    key = key_text(values.cell(row, "Factuurnummer")) or ""
    # One word with a digit in the column of the numbers may be an invoice that lost its data.
    return not (named and debtor and " " not in key and any(sign.isdigit() for sign in key))


def _look_back(values: Values, rows: list[Sorted]) -> None:
    """What only the rows below can tell: a heading heads items, the last total ends the list."""
    own_debtor = any(values.has(name) for name in DEBTOR)
    item_follows = any_item = total_follows = False
    for found in reversed(rows):
        match found.kind:
            case RowKind.ITEM:
                item_follows = any_item = True
            case RowKind.GROUP if not item_follows or (own_debtor and not _names(values, found)):
                found.kind = RowKind.NOTE
            case RowKind.SUBTOTAL | RowKind.TOTAL:
                item_follows = False
                last = not any_item and not total_follows and "sub" not in found.text.casefold()
                found.kind = RowKind.TOTAL if last else RowKind.SUBTOTAL
                total_follows = True
    heading: Row | None = None
    for found in rows:
        if found.kind is RowKind.GROUP:
            heading = found.row
        elif found.kind in {RowKind.SUBTOTAL, RowKind.TOTAL}:
            heading = None
        elif found.kind is RowKind.ITEM:
            found.heading = heading


def _names(values: Values, found: Sorted) -> bool:
    """Whether a heading says which debtor it is for."""
    return (
        any(not values.blank(found.row, name) for name in DEBTOR)
        or bool(_HEADING.match(found.text))
        or bool(re.match(r"[A-Z]{0,3}-?\d{2,}\b", found.text))
    )


def _line(row: Row) -> str:
    return " ".join(text_of(cell) for _, cell in sorted(row.cells.items()) if not is_blank(cell))


def _without_word(heading: str) -> str:
    """The heading without «Debiteur» or the like in front; further on it belongs to the name."""
    word = _HEADING.match(heading)
    return heading[word.end() :] if word else heading


def heading_debtors(headings: Iterable[Row]) -> dict[int, tuple[str, str]]:
    """Row number of each heading to the debtor's number and name.

    A number in front is believed when every heading has one: «365 Techniek BV» is a name.
    """
    texts = {row.number: _without_word(_line(row)) for row in headings}
    pattern = re.compile(r"([A-Z]{0,3}-?\d{2,})\b\W*(.*)")
    found = {number: pattern.fullmatch(text) for number, text in texts.items()}
    if all(found.values()):
        return {n: (m[1], m[2].strip()) for n, m in found.items() if m}
    return {number: ("", text) for number, text in texts.items()}
