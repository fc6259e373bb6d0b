"""The sheet Uitleg: each button, each sheet and column, and what to do when."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from xl_dunning.excel.pages.cells import set_up_page
from xl_dunning.excel.pages.looks import LINE, Looks
from xl_dunning.excel.plan import HelpSection, WorkbookPlan

if TYPE_CHECKING:
    from xlsxwriter.worksheet import Worksheet

NAME = "Uitleg"
_BUTTONS = "De knoppen"
_LETTERS_A_LINE, _LINE_HEIGHT = 118, 13.5


def write_help(sheet: Worksheet, plan: WorkbookPlan, looks: Looks) -> None:
    """Write the sheet."""
    for at, width in enumerate((2, 30, 118)):
        sheet.set_column(at, at, width)
    sheet.set_row(0, 32)
    sheet.write_string(0, 1, "Uitleg", looks.title())
    buttons = HelpSection(
        title=_BUTTONS, lines=tuple((button.label, button.long) for button in plan.buttons)
    )
    first, *others = plan.help
    row = 2
    for section in (first, buttons, *others):
        row = _write_section(sheet, row, section, looks) + 1
    sheet.hide_gridlines(2)
    set_up_page(sheet, title=NAME, header=False)


def _write_section(sheet: Worksheet, row: int, section: HelpSection, looks: Looks) -> int:
    """Write from this row on; returns the row below it."""
    sheet.write_string(row, 1, section.title, looks.section())
    sheet.write_blank(row, 2, None, looks.section())
    sheet.set_row(row, 22)
    edge = {"valign": "top", "text_wrap": True, "bottom": 4, "bottom_color": LINE}
    for term, text in section.lines:
        row += 1
        sheet.write_string(row, 1, term, looks.of(bold=True, **edge))
        sheet.write_string(row, 2, text, looks.of(**edge))
        lines = max(len(textwrap.wrap(text, _LETTERS_A_LINE)), -(-len(term) // 28), 1)
        sheet.set_row(row, _LINE_HEIGHT * lines + 4)
    return row + 1
