"""An Excel table of the user's: header in row 1, in view while scrolling, with a filter."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from xl_dunning.excel.pages.cells import LAST_ROW, calculate, put, set_up_page
from xl_dunning.excel.pages.columns import InputColumn, offer
from xl_dunning.excel.pages.looks import DARK, LINE, Looks
from xl_dunning.excel.plan import PlanRow

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.worksheet import Worksheet

_HEADER_HEIGHT = 32
"""Points: two lines."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TableColumn:
    """One column of an Excel table as it is written."""

    header: str
    width: float
    look: Format
    header_colour: str = DARK
    formula: str = ""
    """A live formula for every row, in the stored form ``=tbl[[#This Row],[Kolom]]``."""
    extra: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TablePage:
    """A sheet with one table."""

    name: str
    """Of the table, such as ``tblFacturen``."""
    title: str
    """Printed above every page."""
    columns: tuple[TableColumn, ...]
    rows: Sequence[PlanRow]
    pages_wide: int = 1
    frozen: int = 1
    """Columns at the left that stay in view."""
    typed: Mapping[int, InputColumn] = field(default_factory=dict)
    """Index of a column to what may be typed in it."""


def typed_column(column: InputColumn, looks: Looks, *, header_colour: str = DARK) -> TableColumn:
    """The column of a table for what is typed in it."""
    return TableColumn(
        header=column.header,
        width=column.width,
        look=column.look(looks),
        header_colour=header_colour,
        extra=column.extra,
    )


def write_table(sheet: Worksheet, page: TablePage, looks: Looks) -> None:
    """Write the sheet. A table can't be without rows: one empty row stands for none."""
    bottom = max(len(page.rows), 1)
    for at, column in enumerate(page.columns):
        folded = {"level": 1, "hidden": True} if column.extra else {}
        sheet.set_column(at, at, column.width, column.look, folded)
    _mark_folds(sheet, page.columns)
    sheet.add_table(0, 0, bottom, len(page.columns) - 1, _options(page, looks))
    for number in range(1, bottom + 1):
        row = page.rows[number - 1] if page.rows else {}
        for at, column in enumerate(page.columns):
            if column.formula:
                calculate(sheet, number, at, column.formula, column.look)
            else:
                put(sheet, number, at, row.get(column.header), column.look)
    for at, typed in page.typed.items():
        offer(sheet, at, typed)
    sheet.set_row(0, _HEADER_HEIGHT)
    sheet.freeze_panes(1, page.frozen)
    set_up_page(sheet, title=page.title, pages_wide=page.pages_wide)


def underline(sheet: Worksheet, columns: int, looks: Looks) -> None:
    """A thin line below every row that holds something; none below the empty ones.

    Call it after all other rules for these cells: LibreOffice takes the first that holds alone.
    """
    sheet.conditional_format(
        1,
        0,
        LAST_ROW,
        columns - 1,
        {
            "type": "formula",
            "criteria": "=LEN($A2&$B2)>0",
            "format": looks.paint(bottom=1, bottom_color=LINE),
        },
    )


def _options(page: TablePage, looks: Looks) -> dict[str, object]:
    columns = [
        {
            "header": column.header,
            "header_format": looks.header(column.header_colour),
            "format": column.look,
            **({"formula": column.formula} if column.formula else {}),
        }
        for column in page.columns
    ]
    return {"name": page.name, "style": None, "columns": columns}


def _mark_folds(sheet: Worksheet, columns: Sequence[TableColumn]) -> None:
    """The button to unfold stands above the first column after each folded group."""
    for at, column in enumerate(columns):
        if at and columns[at - 1].extra and not column.extra:
            sheet.set_column(at, at, column.width, column.look, {"collapsed": True})
