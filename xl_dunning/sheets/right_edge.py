"""Where our columns may stand: right of everything that the user has there."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from openpyxl.utils import column_index_from_string
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.formula import ArrayFormula
from openpyxl.worksheet.worksheet import Worksheet

from xl_dunning.sheets.addresses import bounds
from xl_dunning.sheets.grid import Grid
from xl_dunning.sheets.names import PREFIX, unquoted

LAST_COLUMN = 16_384
_TEXTS = re.compile(r'"[^"]*"')
_REFERENCE = re.compile(
    r"(?:(?P<sheet>'(?:[^']|'')+'|[^\W\d][\w.]*)!)?"
    r"(?<![\w.])(?:\$?(?P<left>[A-Z]{1,3})\$?(?P<top>\d*)"
    r"(?::\$?(?P<right>[A-Z]{1,3})\$?(?P<bottom>\d*))?"
    r"|(?P<rows>\$?\d+:\$?\d+))(?![\w.(!])"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Reach:
    """A formula of the user's that looks at columns where ours would stand."""

    where: str
    """Sheet and cell of the formula, or the name that holds it."""
    column: int
    """Last column that it looks at."""


def last_used(sheet: Worksheet, *, grid: Grid, top: int, bottom: int, own: set[int]) -> int:
    """The last column (from 1) that the user has something in, in the rows from top to bottom.

    ``own`` are our columns. Merged cells and Excel tables count also where they are empty.
    """
    rows = next((found.rows for found in grid.sheets if found.name == sheet.title), ())
    used = [
        column + 1
        for row in rows
        if top <= row.number <= bottom
        for column in row.cells
        if column + 1 not in own
    ]
    merged = [area.bounds for area in sheet.merged_cells.ranges]
    tables = [bounds(table.ref) for table in sheet.tables.values()]
    for _, first, right, last in (*merged, *tables):
        if first <= bottom and last >= top and right not in own:
            used.append(right)
    return max(used, default=0)


def furthest_reach(
    book: Workbook, sheet: Worksheet, *, top: int, bottom: int, beyond: int, own: set[int]
) -> Reach | None:
    """The formula or name that reaches furthest to the right of column ``beyond``, if one does.

    A reach over whole rows (or up to the last column) can't be evaded and counts as well; a
    formula about our own columns is not one that was there before us.
    """
    furthest: Reach | None = None
    for where, home, formula in _formulas(book):
        for area_sheet, left, first, right, last in _references(formula, home):
            if area_sheet.casefold() != sheet.title.casefold() or left in own:
                continue
            if first <= bottom and last >= top and right > max(beyond, _column(furthest)):
                furthest = Reach(where=where, column=right)
    return furthest


def _column(reach: Reach | None) -> int:
    return reach.column if reach else 0


def _formulas(book: Workbook) -> Iterator[tuple[str, str, str]]:
    """Every formula: where it stands, the sheet that its bare references mean, its text."""
    for name, defined in book.defined_names.items():
        if not name.startswith((PREFIX, "_xlnm.")) and defined.attr_text:
            yield name, "", defined.attr_text
    for sheet in book.worksheets:
        for row in sheet.iter_rows():
            for cell in row:
                if cell.data_type == "f":
                    formula = cell.value
                    text = formula.text if isinstance(formula, ArrayFormula) else str(formula)
                    yield f"{sheet.title}!{cell.coordinate}", sheet.title, text or ""


def _references(formula: str, home: str) -> Iterable[tuple[str, int, int, int, int]]:
    for match in _REFERENCE.finditer(_TEXTS.sub('""', formula)):
        sheet = unquoted(match["sheet"] or home)
        if match["rows"]:
            first, last = (int(part.strip("$")) for part in match["rows"].split(":"))
            yield sheet, 1, first, LAST_COLUMN, last
            continue
        if not match["top"] and not match["right"]:
            continue  # a bare word of one to three letters is a name, not a cell
        left = column_index_from_string(match["left"])
        right = column_index_from_string(match["right"] or match["left"])
        first = int(match["top"] or 1)
        last = int(match["bottom"] or (1_048_576 if match["right"] else first))
        if right <= LAST_COLUMN:
            yield sheet, left, first, right, last
