"""Ownership: hidden defined names tell what is ours in the user's workbook.

Header text never decides: a user's own column "Rente" stays hers. Excel moves a name along when
columns are inserted or moved, and keeps it when a header is changed.
"""

from __future__ import annotations

import re
from collections.abc import Collection
from dataclasses import dataclass

from openpyxl.utils import column_index_from_string, get_column_letter, quote_sheetname
from openpyxl.workbook.defined_name import DefinedName, DefinedNameDict
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.worksheet import Worksheet

PREFIX = "_xld."
EXTENT = "_xld.tabel"
"""Names the whole marked table, so that a later, shorter list clears what is out of date."""

_AREA = re.compile(
    r"(?P<sheet>'(?:[^']|'')+'|[^'!]+)!"
    r"\$?(?P<left>[A-Z]{1,3})\$?(?P<top>\d+)(?::\$?(?P<right>[A-Z]{1,3})\$?(?P<bottom>\d+))?"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Area:
    """A rectangle on a sheet; columns and rows count from 1 and are inclusive."""

    sheet: str
    left: int
    top: int
    right: int
    bottom: int

    def __str__(self) -> str:
        """The address as a defined name holds it, such as ``'Blad 1'!$N$1``."""
        start = f"${get_column_letter(self.left)}${self.top}"
        end = f"${get_column_letter(self.right)}${self.bottom}"
        address = start if start == end else f"{start}:{end}"
        return f"{quote_sheetname(self.sheet)}!{address}"


def parse_area(text: str | None) -> Area | None:
    """The rectangle that a defined name points to; None when it is lost (``#REF!``) or no area.

    >>> str(parse_area("Blad1!$N$1:$P$9"))
    "'Blad1'!$N$1:$P$9"
    """
    match = _AREA.fullmatch(text or "")
    if match is None:
        return None
    left, top = column_index_from_string(match["left"]), int(match["top"])
    return Area(
        sheet=unquoted(match["sheet"]),
        left=left,
        top=top,
        right=column_index_from_string(match["right"]) if match["right"] else left,
        bottom=int(match["bottom"]) if match["bottom"] else top,
    )


def unquoted(sheet: str) -> str:
    """A sheet name as a formula writes it, without its quotes.

    >>> unquoted("'Jan''s lijst'")
    "Jan's lijst"
    """
    return sheet.removeprefix("'").removesuffix("'").replace("''", "'")


def column_name(key: str) -> str:
    """The hidden name of a result column."""
    return f"{PREFIX}{key}"


def sheet_name(name: str) -> str:
    """The hidden name that marks a whole sheet as ours."""
    return f"{PREFIX}blad.{re.sub(r'[^A-Za-z0-9_]', '_', name)}"


def beside(wanted: str, taken: Collection[str], *, longest: int = 255) -> str:
    """A name for something of ours that the user has no name for yet; ``taken`` is casefolded.

    >>> beside("Rente", ["rente"]), beside("Rente", ["rente", "rente (xl_dunning)"])
    ('Rente (xl_dunning)', 'Rente (xl_dunning 2)')
    """
    name, number = wanted, 1
    while name.casefold() in taken:
        suffix = " (xl_dunning)" if number == 1 else f" (xl_dunning {number})"
        name = wanted[: longest - len(suffix)] + suffix
        number += 1
    return name


def area_of(book: Workbook, sheet: Worksheet, name: str) -> Area | None:
    """Where our hidden name points to on this sheet; None when it is not there.

    A name of the sheet itself comes first: a copy that the user made of a marked sheet has those.
    """
    for names in (sheet.defined_names, book.defined_names):
        area = parse_area(names[name].attr_text) if name in names else None
        if area is not None and area.sheet.casefold() == sheet.title.casefold():
            return area
    return None


def claim(book: Workbook, name: str, area: Area) -> None:
    """Let our hidden name point to this area.

    The name is the book's own, unless it already serves another sheet that still exists: then the
    sheet gets one of its own, so that two lists in one book don't steal each other's columns.
    """
    sheet = book[area.sheet]
    held = book.defined_names.get(name)
    held_area = parse_area(held.attr_text) if held is not None else None
    elsewhere = held_area is not None and held_area.sheet != area.sheet
    local = name in sheet.defined_names or (
        elsewhere and held_area is not None and held_area.sheet in book.sheetnames
    )
    names: DefinedNameDict = sheet.defined_names if local else book.defined_names
    names[name] = DefinedName(name, attr_text=str(area), hidden=True)
