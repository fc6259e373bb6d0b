"""Colours per stage, as conditional formats: no cell style of the user's is touched."""

from __future__ import annotations

import re
from collections.abc import Sequence

from openpyxl.formatting.formatting import ConditionalFormatting, ConditionalFormattingList
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font, PatternFill
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from xl_dunning.sheets.marking import Highlight
from xl_dunning.sheets.table_marks import MarkedTable

_OUR_FORMULA = re.compile(r'(?:\$(?P<column>[A-Z]{1,3})\d+|#REF!)="(?:[^"]|"")*"')


def highlight(marked: MarkedTable, highlights: Sequence[Highlight]) -> None:
    """One rule per highlight over the whole table, after the user's own rules.

    The rules follow the data when the user sorts or edits. Those of the last run go.
    """
    sheet = marked.sheet
    rules = _without_ours(sheet, set(marked.columns.values()))
    sheet.conditional_formatting = rules
    if marked.bottom < marked.top:
        return  # a list without rows has nothing to colour
    priority = max((rule.priority for area in rules for rule in area.rules), default=0)
    for number, wanted in enumerate(highlights, start=1):
        letter = get_column_letter(marked.columns[wanted.key])
        word = wanted.word.replace('"', '""')
        rule = Rule(
            type="expression",
            priority=priority + number,
            dxf=DifferentialStyle(
                font=Font(color=wanted.ink),
                fill=PatternFill(fill_type="solid", bgColor=wanted.fill, fgColor=wanted.fill),
            ),
            formula=[f'${letter}{marked.top}="{word}"'],
        )
        rules.add(_areas(marked), rule)


def _areas(marked: MarkedTable) -> str:
    """The user's table and our columns; not what she has in between, such as notes."""
    columns = sorted({*range(marked.left, marked.right + 1), *marked.columns.values()})
    starts = [column for column in columns if column - 1 not in columns]
    ends = [column for column in columns if column + 1 not in columns]
    return " ".join(
        f"{get_column_letter(start)}{marked.top}:{get_column_letter(end)}{marked.bottom}"
        for start, end in zip(starts, ends, strict=True)
    )


def _without_ours(sheet: Worksheet, own: set[int]) -> ConditionalFormattingList:
    kept = ConditionalFormattingList()
    letters = {get_column_letter(column) for column in own}
    for area in sheet.conditional_formatting:
        for rule in area.rules:
            if not _is_ours(area, rule, letters):
                kept.add(area, rule)
    return kept


def _is_ours(area: ConditionalFormatting, rule: Rule, letters: set[str]) -> bool:
    """Whether it asks for a word in one of our columns and paints more than a single column.

    A rule whose column was deleted (``#REF!``) paints nothing any more and goes as well.
    """
    if rule.type != "expression" or len(rule.formula) != 1:
        return False
    match = _OUR_FORMULA.fullmatch(rule.formula[0])
    if match is None or (match["column"] and match["column"] not in letters):
        return False
    return any(part.max_col > part.min_col for part in area.sqref.ranges)
