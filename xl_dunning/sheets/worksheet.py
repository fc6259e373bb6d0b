"""One worksheet, streamed: rows of cells that hold something, and what else the sheet contains."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from xl_dunning.rules.findings import Refusal
from xl_dunning.sheets.empties import without_empties
from xl_dunning.sheets.grid import Cell, CellValue, Row
from xl_dunning.sheets.markup import Attributes, local, stream
from xl_dunning.sheets.serials import day, exact
from xl_dunning.sheets.styles import Styles, padded_text
from xl_dunning.sheets.texts import text_cell

_YES = frozenset({"1", "true"})
_COLUMNS = 16_384
_ROWS = 1_048_576
_TEN_DIGITS = 10
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
    """Names of all other elements, and ``f/v`` (a formula with its value), ``is/r`` (rich text),
    ``@cm``, ``@vm``, ``lost-text`` where seen."""


def read_worksheet(
    open_part: Callable[[], Iterable[bytes]],
    *,
    strings: Sequence[Cell | None],
    styles: Styles,
    date1904: bool,
) -> Scan:
    """Read a worksheet part. The stated dimension is not believed; rows come sorted by number.

    Raises:
        Refusal: FILE_CORRUPT or FILE_WITH_DTD.
    """
    reader = _Reader(strings, styles, date1904=date1904, counts_on=False)
    try:
        reader.read(without_empties(open_part()))
    except _UnnumberedError:
        reader = _Reader(strings, styles, date1904=date1904, counts_on=True)
        reader.read(open_part())
    reader.rows.sort(key=lambda row: row.number)
    return Scan(tuple(reader.rows), frozenset(reader.marks))


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


class _UnnumberedError(Exception):
    """A row or cell without a number of its own, in a sheet whose empty ones were taken out."""


class _Reader:
    """The state of one pass over a worksheet; its methods are called by the XML parser."""

    def __init__(
        self,
        strings: Sequence[Cell | None],
        styles: Styles,
        *,
        date1904: bool,
        counts_on: bool,
    ) -> None:
        self.strings = strings
        self.styles = styles
        self.date1904 = date1904
        self.counts_on = counts_on
        """Whether rows and cells may be numbered by the ones before them."""
        self.rows: list[Row] = []
        self.marks: set[str] = set()
        self.cell_tag = self.value_tag = self.row_tag = ""
        self.rare: Mapping[str, str] = {}
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
        self.reading_aid = False

    def read(self, chunks: Iterable[bytes]) -> None:
        stream(chunks, start=self.start, end=self.end, text=self.characters)

    def start(self, name: str, attributes: Attributes) -> None:
        if name == self.cell_tag:
            self.attributes = attributes
            self.value = self.text = None
            self.formula = self.inline = False
        elif name == self.value_tag:
            self.text = ""
        elif name == self.row_tag:
            self._start_row(attributes)
        else:
            self._start_rare(name)

    def characters(self, data: str) -> None:
        if self.text is not None:
            self.text += data

    def end(self, name: str) -> None:
        if name == self.cell_tag:
            self._end_cell()
        elif name == self.value_tag:
            self.value, self.text = self.text, None
        elif name == self.row_tag:
            if self.cells:
                self.rows.append(Row(self.number, self.cells, self.hidden))
        else:
            self._end_rare(self.rare.get(name))

    def _start_rare(self, name: str) -> None:
        if not self.cell_tag:
            # The root tells the namespace: transitional, strict, or none at all.
            space = name.removesuffix(local(name))
            self.cell_tag, self.value_tag, self.row_tag = space + "c", space + "v", space + "row"
            self.rare = {space + tag: tag for tag in ("f", "is", "t", "r", "rPh")}
        match self.rare.get(name):
            case "f":
                self.formula = True
            case "is":
                self.inline, self.value = True, ""
            case "t":
                self.text = "" if self.inline and not self.reading_aid else None
            case "rPh":
                self.reading_aid = True
            case "r":
                self.marks.add("is/r")
            case _:
                self.marks.add(name)

    def _end_rare(self, tag: str | None) -> None:
        if tag == "t":
            self.value = (self.value or "") + (self.text or "")
            self.text = None
        elif tag == "rPh":
            self.reading_aid = False

    def _start_row(self, attributes: Attributes) -> None:
        stated = attributes.get("r", "")
        self.numbered = stated.isdecimal()
        if not self.numbered and not self.counts_on:
            raise _UnnumberedError
        self._number_row(int(stated[:_TEN_DIGITS]) if self.numbered else self.number + 1)
        self.hidden = attributes.get("hidden", "") in _YES
        self.cells = {}
        self.column = -1

    def _number_row(self, number: int) -> None:
        if not 1 <= number <= _ROWS:
            raise Refusal("FILE_CORRUPT")
        self.number = number

    def _end_cell(self) -> None:
        attributes = self.attributes
        place = attributes.get("r")
        if place is None:
            if not self.counts_on:
                raise _UnnumberedError
            self.column += 1
        else:
            letters = place.rstrip(_DIGITS)
            self.column = column_index(letters)
            if not self.numbered and len(letters) < len(place):
                self._number_row(int(place[len(letters) :][:_TEN_DIGITS]))
                self.numbered = True
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
        try:
            index = int(value)
        except ValueError:
            index = -1
        if 0 <= index < len(self.strings):
            return self.strings[index]
        self.marks.add("lost-text")
        return LOST_TEXT

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
