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


def copy_look(model: Cell | MergedCell, cell: Cell) -> None:
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
    return Alignment(horizontal="left", indent=indent, vertical=vertical, wrap_text=wrap)


def font_like(cell: Cell | MergedCell, **changes: str | bool) -> Font:
    """The font of the cell with something changed; a bare Font has no name and falls to a serif."""
    font: Font = copy(cell.font)  # type: ignore[assignment]
    for name, value in changes.items():
        setattr(font, name, value)
    return font


class RowLooks:
    """The look of a result cell: font, border and row shading of the user's row, our own format.

    Each combination is made once: setting fonts cell by cell takes longer than saving the file.
    """

    def __init__(self, sheet: Worksheet, *, left: int, right: int) -> None:
        self._sheet = sheet
        self._left = left
        self._right = right
        self._made: dict[tuple[int, int, int, int, type, str], StyleArray] = {}

    def give(self, cell: Cell, value: MarkValue, number_format: str) -> None:
        """Dress a cell of ours. A fill is taken over only when the user's whole row has it."""
        last = self._sheet.cell(cell.row, self._right)
        model, first = _look(last), _look(self._sheet.cell(cell.row, self._left))
        shaded = first.fillId == model.fillId
        fill = model.fillId if shaded else 0
        key = (
            model.fontId,
            model.borderId,
            model.alignmentId,
            fill,
            type(value),
            number_format,
        )
        if key not in self._made:
            copy_look(last, cell)
            if not shaded:
                cell.fill = PatternFill()
            cell.alignment = alignment(value, vertical=last.alignment.vertical)
            cell.protection = Protection()
            cell.number_format = number_format
            self._made[key] = copy(_look(cell))
        _give(cell, self._made[key])


def _look(cell: Cell | MergedCell) -> StyleArray:
    style: StyleArray = cell._style  # type: ignore[union-attr]  # noqa: SLF001 - no public way
    return style


def _give(cell: Cell, style: StyleArray) -> None:
    cell._style = copy(style)  # type: ignore[attr-defined]  # noqa: SLF001 - no public way
