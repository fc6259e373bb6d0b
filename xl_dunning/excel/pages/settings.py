"""The sheet Instellingen: every setting with what it means and an example, in groups."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, Any

from xl_dunning.excel.pages.cells import put, set_up_page
from xl_dunning.excel.pages.columns import InputColumn, Kind, validation
from xl_dunning.excel.pages.days_late import USUAL_TERM
from xl_dunning.excel.pages.looks import (
    FILL_IN_LIGHT,
    LINE,
    OURS,
    PALE,
    PLAIN_AMOUNT,
    Looks,
)
from xl_dunning.excel.plan import SettingKind, SettingLine, WorkbookPlan

if TYPE_CHECKING:
    from xlsxwriter.format import Format
    from xlsxwriter.workbook import Workbook
    from xlsxwriter.worksheet import Worksheet

NAME = "Instellingen"
HEADERS = ("Instelling", "Waarde", "Wat het betekent", "Voorbeeld")
_WIDTHS = (26, 40, 88, 34)
_LETTERS_A_LINE = 84
_VALUE = 1
_TERM_KEY = "betalingstermijn"
SENDER_KEYS = ("naam", "iban")
"""Without these no letter is made: Start tells whether they are filled in."""
_KINDS = {SettingKind.AMOUNT: Kind.MONEY, SettingKind.DAYS: Kind.COUNT}


def write_settings(book: Workbook, sheet: Worksheet, plan: WorkbookPlan, looks: Looks) -> None:
    """Write the sheet, and names for the settings that live formulas look at."""
    for at, (header, width) in enumerate(zip(HEADERS, _WIDTHS, strict=True)):
        sheet.set_column(at, at, width)
        sheet.write_string(0, at, header, looks.header())
    sheet.set_row(0, 24)
    row = 1
    for group in plan.setting_groups:
        for at in range(len(HEADERS)):
            look = looks.of(bold=True, bg_color=PALE, font_color=OURS, indent=1)
            put(sheet, row, at, group.title if at == 0 else None, look)
        sheet.set_row(row, 22)
        row += 1
        for line in group.lines:
            _write_line(sheet, row, line, plan, looks)
            if line.key == _TERM_KEY:
                book.define_name(USUAL_TERM, f"={NAME}!$B${row + 1}")
            if line.key in SENDER_KEYS:
                book.define_name(sender_name(line.key), f"={NAME}!$B${row + 1}")
            row += 1
    sheet.freeze_panes(1, 1)
    sheet.hide_gridlines(2)
    set_up_page(sheet, title=NAME)


def sender_name(key: str) -> str:
    """The defined name of the cell with a setting about the sender.

    >>> sender_name("iban")
    'Eigen_iban'
    """
    return f"Eigen_{key}"


def _write_line(
    sheet: Worksheet, row: int, line: SettingLine, plan: WorkbookPlan, looks: Looks
) -> None:
    edge: dict[str, Any] = {
        "bottom": 1,
        "bottom_color": LINE,
        "valign": "top",
        "align": "left",
        "text_wrap": True,
    }
    sheet.set_row(row, 4 + 13.5 * max(len(textwrap.wrap(line.about, _LETTERS_A_LINE)), 1))
    put(sheet, row, 0, line.key, looks.of(indent=1, bold=True, **edge))
    put(sheet, row, _VALUE, plan.settings.get(line.key), _value_look(line, looks, edge))
    put(sheet, row, 2, line.about, looks.of(indent=1, **edge))
    put(sheet, row, 3, line.example or None, looks.muted(indent=1, italic=True, **edge))
    rule = validation(
        InputColumn(
            header=line.key,
            width=0,
            kind=_KINDS.get(line.kind, Kind.TEXT),
            choices=line.choices,
            strict=line.strict,
        )
    )
    if rule:
        sheet.data_validation(row, _VALUE, row, _VALUE, rule)


def _value_look(line: SettingLine, looks: Looks, edge: dict[str, Any]) -> Format:
    formats = {SettingKind.AMOUNT: PLAIN_AMOUNT, SettingKind.DAYS: "0"}
    # A telephone or company number keeps its zeros when Excel takes the cell for text.
    return looks.of(
        num_format=formats.get(line.kind, "@"),
        indent=1,
        bg_color=FILL_IN_LIGHT,
        left=1,
        right=1,
        left_color=LINE,
        right_color=LINE,
        **edge,
    )
