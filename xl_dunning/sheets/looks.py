"""How our cells look: as the user's own next to them."""

from __future__ import annotations

from copy import copy
from datetime import date
from decimal import Decimal
from typing import Literal, TypeAlias

from openpyxl.cell.cell import Cell, MergedCell
from openpyxl.styles import Alignment, Font, PatternFill, Protection
from openpyxl.styles.cell_style import StyleArray
from openpyxl.worksheet.worksheet import Worksheet

from xl_dunning.sheets.marking import MarkValue

_Vertical: TypeAlias = Literal["top", "center", "bottom", "justify", "distributed"] | None


def copy_look(model: Cell | MergedCell, cell: Cell | MergedCell) -> None:
    """Give the cell everything of the model: font, fill, border, alignment, format."""
    _give(cell, _look(model))


def alignment(
    value: MarkValue, *, vertical: _Vertical = None, indent: int = 0, wrap: bool = False
) -> Alignment:
    """Dates and counts in the middle, amounts a little off the right edge, text left.

    Otherwise a date and the text in the next column run into each other.
    """
    if isinstance(value, Decimal):
        return Alignment(horizontal="right", indent=1, vertical=vertical)
    if isinstance(value, date | int):
        return Alignment(horizontal="center", vertical=vertical)
    return Alignment(horizontal="left", indent=indent, vertical=vertical, wrap_text=wrap or None)


def font_like(cell: Cell | MergedCell, **changes: str | bool) -> Font:
    """The font of the cell with something changed; a bare Font has no name and falls to a serif."""
    font: Font = copy(cell.font)  # type: ignore[assignment]
    for name, value in changes.items():
        setattr(font, name, value)
    return font


class RowLooks:
    """The look of a result cell: font, border and row shading of the user's row beside it.

    Each combination is made once: setting fonts cell by cell takes longer than saving the file.
    """

    def __init__(self, sheet: Worksheet, *, left: int, right: int) -> None:
        self._sheet = sheet
        self._left = left
        self._right = right
        self._rows: dict[int, tuple[int, int, int, int | None]] = {}
        self._made: dict[tuple[int, int, int, int | None, type], StyleArray] = {}

    def give(self, cell: Cell, value: MarkValue) -> None:
        """Dress a cell of ours; its number format is left to who puts the value in."""
        row = self._rows.get(cell.row)
        if row is None:
            row = self._rows[cell.row] = self._traits(cell.row)
        key = (*row, type(value))
        if key not in self._made:
            last = self._sheet.cell(cell.row, self._right)
            copy_look(last, cell)
            if row[-1] is None:
                cell.fill = PatternFill()
            cell.alignment = alignment(value, vertical=last.alignment.vertical)
            cell.protection = Protection()
            cell.number_format = "General"
            self._made[key] = copy(_look(cell))
        _give(cell, self._made[key])

    def _traits(self, row: int) -> tuple[int, int, int, int | None]:
        """What a row of the user's looks like; its fill counts only when the whole row has it."""
        first, last = (_look(self._sheet.cell(row, side)) for side in (self._left, self._right))
        fill = last.fillId if first.fillId == last.fillId else None
        return last.fontId, last.borderId, last.alignmentId, fill


def _look(cell: Cell | MergedCell) -> StyleArray:
    style: StyleArray | None = cell._style  # type: ignore[union-attr]  # noqa: SLF001 - no public way
    # A cell that the file left out has no look at all yet.
    return StyleArray() if style is None else style


def _give(cell: Cell | MergedCell, style: StyleArray) -> None:
    cell._style = copy(style)  # type: ignore[union-attr]  # noqa: SLF001 - no public way
