"""xlsx and xlsm to a grid, by our own streaming reader."""

from __future__ import annotations

from functools import partial

from xl_dunning.sheets.features import features
from xl_dunning.sheets.grid import Cell, Grid, Sheet
from xl_dunning.sheets.package import Package, part_chunks
from xl_dunning.sheets.styles import Styles, read_styles
from xl_dunning.sheets.texts import read_strings
from xl_dunning.sheets.workbook_parts import read_skeleton
from xl_dunning.sheets.worksheet import read_worksheet


def read_ooxml(package: Package, workbook: str, *, kind: str) -> Grid:
    """Read a whole workbook whose main part is ``workbook``.

    Raises:
        Refusal: FILE_CORRUPT, FILE_WITH_DTD or FILE_WITHOUT_SHEETS.
    """
    skeleton = read_skeleton(package, workbook)
    strings: list[Cell | None] = []
    rich = False
    styles = Styles()
    if skeleton.strings:
        strings, rich = read_strings(part_chunks(package, skeleton.strings))
    if skeleton.styles:
        styles = read_styles(part_chunks(package, skeleton.styles))
    marks = {"is/r"} if rich else set()
    sheets: list[Sheet] = []
    for sheet in skeleton.sheets:
        scan = read_worksheet(
            partial(part_chunks, package, sheet.part),
            strings=strings,
            styles=styles,
            date1904=skeleton.date1904,
        )
        marks |= scan.marks
        sheets.append(Sheet(sheet.name, scan.rows, sheet.visible))
    return Grid(kind, tuple(sheets), skeleton.date1904, features(package, marks))
