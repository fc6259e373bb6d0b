"""One worksheet, streamed: rows of cells that hold something, and what else the sheet contains."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from xl_dunning.rules.findings import Refusal
from xl_dunning.sheets.grid import Cell, CellValue, Row
from xl_dunning.sheets.markup import Attributes, local, stream
from xl_dunning.sheets.serials import day, exact
from xl_dunning.sheets.styles import Styles, padded_text
from xl_dunning.sheets.texts import text_cell

_YES = frozenset({"1", "true"})
_COLUMNS = 16_384
_DIGITS = "0123456789"
UNCALCULATED = Cell(None, uncalculated=True)
LOST_TEXT = Cell(None, error="#REF!")
"""A cell that points at a text which the file does not hold."""
NO_NUMBER = Cell(None, error="#VALUE!")


@dataclass(frozen=True, slots=True)
class Scan:
    """What one worksheet part holds."""

    rows: tuple[Row, ...]
    marks: frozenset[str]
    """Local names of all other elements, and ``f/v``, ``@cm``, ``@vm``, ``is/r`` where seen."""


def read_worksheet(
    chunks: Iterable[bytes], *, strings: Sequence[Cell | None], styles: Styles, date1904: bool
) -> Scan:
    """Read a worksheet part. The stated dimension is not believed; rows come sorted by number.

    Raises:
        Refusal: FILE_CORRUPT or FILE_WITH_DTD.
    """
    reader = _Reader(strings, styles, date1904=date1904)
    stream(chunks, start=reader.start, end=reader.end, text=reader.characters)
    reader.rows.sort(key=lambda row: row.number)
    return Scan(tuple(reader.rows), frozenset(map(local, reader.marks)))


@lru_cache(maxsize=_COLUMNS)
def column_index(letters: str) -> int:
    """The index of column letters, A is 0; -1 when they name no column of a sheet.

    >>> column_index("A"), column_index("XFD"), column_index("XFE"), column_index("1")
    (0, 16383, -1, -1)
    """
    index = 0
    for letter in letters.upper():
        if not "A" <= letter <= "Z":
            return -1
        index = index * 26 + ord(letter) - 64
    return index - 1 if index <= _COLUMNS else -1


class _Reader:
    """The state of one pass over a worksheet; its methods are called by the XML parser."""

    __slots__ = (
        "attributes",
        "cell",
        "cells",
        "column",
        "date1904",
        "formula",
        "hidden",
        "inline",
        "marks",
        "names",
        "number",
        "numbered",
        "phonetic",
        "rows",
        "strings",
        "styles",
        "text",
        "value",
    )

    def __init__(self, strings: Sequence[Cell | None], styles: Styles, *, date1904: bool) -> None:
        self.strings = strings
        self.styles = styles
        self.date1904 = date1904
        self.rows: list[Row] = []
        self.marks: set[str] = set()
        self.names: tuple[str, ...] = ()
        self.cells: dict[int, Cell] = {}
        self.number = 0
        self.numbered = True
        self.hidden = False
        self.column = -1
        self.attributes: Attributes = {}
        self.text: str | None = None
        self.value: str | None = None
        self.formula = False
        self.inline = False
        self.phonetic = False

    def start(self, name: str, attributes: Attributes) -> None:
        if not self.names:
            # The root tells the namespace: transitional, strict, or none at all.
            space = name.removesuffix(local(name))
            self.names = tuple(space + tag for tag in ("c", "v", "row", "f", "is", "t", "rPh"))
        cell, value, row, formula, inline, text, phonetic = self.names
        if name == cell:
            self.attributes = attributes
            self.value = self.text = None
            self.formula = self.inline = False
        elif name == value:
            self.text = ""
        elif name == row:
            self._start_row(attributes)
        elif name == formula:
            self.formula = True
        elif name == inline:
            self.inline = True
            self.value = ""
        elif name == text:
            self.text = "" if self.inline and not self.phonetic else None
        elif name == phonetic:
            self.phonetic = True
        else:
            self.marks.add(name)

    def characters(self, data: str) -> None:
        if self.text is not None:
            self.text += data

    def end(self, name: str) -> None:
        cell, value, row, _, inline, text, phonetic = self.names
        if name == cell:
            self._end_cell()
        elif name == value:
            self.value, self.text = self.text, None
        elif name == row:
            if self.cells:
                self.rows.append(Row(self.number, self.cells, self.hidden))
        elif name == text:
            if self.inline and self.text is not None:
                self.value = (self.value or "") + self.text
            self.text = None
        elif name == inline:
            self.text = None
        elif name == phonetic:
            self.phonetic = False

    def _start_row(self, attributes: Attributes) -> None:
        stated = attributes.get("r", "")
        self.numbered = stated.isdecimal()
        self.number = int(stated) if self.numbered else self.number + 1
        self.hidden = attributes.get("hidden", "") in _YES
        self.cells = {}
        self.column = -1

    def _end_cell(self) -> None:
        attributes = self.attributes
        place = attributes.get("r")
        if place is None:
            self.column += 1
        else:
            letters = place.rstrip(_DIGITS)
            self.column = column_index(letters)
            if not self.numbered and len(letters) < len(place):
                self.number, self.numbered = int(place[len(letters) :]), True
        if self.value is None and not self.formula:
            return
        if not 0 <= self.column < _COLUMNS:
            raise Refusal("FILE_CORRUPT")
        if found := self._cell(attributes):
            self.cells[self.column] = found

    def _cell(self, attributes: Attributes) -> Cell | None:
        kind = attributes.get("t", "n")
        value = self.value
        if self.formula:
            if value is None or (not value and kind != "str"):
                return UNCALCULATED
            self.marks.add("f/v")
        if "cm" in attributes or "vm" in attributes:
            self.marks.update("@" + key for key in ("cm", "vm") if key in attributes)
        if not value:
            return None
        if kind == "n":
            return self._number(value, attributes.get("s", "0"))
        return self._shared(value) if kind == "s" else _typed_cell(value, kind)

    def _shared(self, value: str) -> Cell | None:
        index = int(value) if value.strip().isdecimal() else -1
        return self.strings[index] if 0 <= index < len(self.strings) else LOST_TEXT

    def _number(self, value: str, style: str) -> Cell:
        number = exact(value)
        if number is None:
            return NO_NUMBER
        if style in self.styles.dates:
            return Cell(day(number, date1904=self.date1904) or number)
        pad = self.styles.padded.get(style)
        if pad and number >= 0 and number == number.to_integral_value():
            shown = padded_text(int(number), pad)
            return Cell(number, shown=shown if shown != str(number) else "")
        return Cell(number)


def _typed_cell(value: str, kind: str) -> Cell | None:
    if kind == "e":
        return Cell(None, error=value)
    if kind == "b":
        return Cell(value.strip() in _YES)
    return Cell(_iso_day(value)) if kind == "d" else text_cell(value)


def _iso_day(text: str) -> CellValue:
    try:
        return date.fromisoformat(text[:10])
    except ValueError:
        return text
