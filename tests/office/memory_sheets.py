"""The sheets of the spreadsheet program in memory: cells, ranges and tables."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from typing import Any, Protocol, TypeAlias

from tests.office.memory_filters import Filtered, WithFilter

Value: TypeAlias = Any
Place: TypeAlias = tuple[int, int]
Area: TypeAlias = tuple[int, int, int, int]
"""First row, first column, height and width."""
Block: TypeAlias = tuple[tuple[Value, ...], ...]

_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")
_ADDRESS = re.compile(r"([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?")


class ExcelError(Exception):
    """What Excel says when it will not; each system has a class of its own for it."""


class InBook(Protocol):
    """The workbook as its sheets know it."""

    selected: Range
    pages: list[Sheet]

    @property
    def calls(self) -> Counter[str]:
        """What was asked."""


class Sheet:
    """A sheet: values, formulas and tables by their place, counted from 1."""

    def __init__(self, book: InBook, name: str) -> None:
        self.book, self.title = book, name
        self.hidden_by: dict[str, frozenset[int]] = {}
        """Rows filtered out, by the table whose filter it is; empty for the sheet's own."""
        self.api = Filtered(self, "")
        self.visible = True
        self.formats: dict[int, str] = {}
        """Number formats by column, counted from 1."""
        self.formulas: dict[Place, str] = {}
        self.protected = False
        self.tables = Tables(self)
        self._values: dict[Place, Value] = {}
        self._tables: dict[str, Area] = {}

    @property
    def cells_at(self) -> dict[Place, Value]:
        """Everything that stands there."""
        return self._values

    @property
    def table_areas(self) -> dict[str, Area]:
        """The tables, header rows included."""
        return self._tables

    def place_table(self, name: str, area: Area) -> None:
        """Make a table, or let it take up another area."""
        self._tables[name] = area

    def put(self, place: Place, value: Value) -> None:
        """As the file holds it: text stays text."""
        self._values[place] = value

    def read(self, area: Area) -> Block:
        return _block(area, self._values.get)

    def read_formulas(self, area: Area) -> Block:
        return _block(area, lambda at: self.formulas.get(at, self._values.get(at, "")))

    def write(self, area: Area, data: Value) -> None:
        if self.protected:
            raise ExcelError(self.title)
        top, left, height, width = area
        hidden = frozenset().union(*self.hidden_by.values())
        filtered = any(row in hidden for row in range(top, top + height))
        for row in range(height):
            if top + row in hidden:
                continue  # as Excel does, see Filtered
            for column in range(width):
                at = (0, 0) if filtered else (row, column)
                value = data if not isinstance(data, list | tuple) else data[at[0]][at[1]]
                self._take((top + row, left + column), value)

    def used(self) -> Area:
        rows = [row for row, _ in self._values] or [1]
        columns = [column for _, column in self._values] or [1]
        top, left = min(rows), min(columns)
        return top, left, max(rows) - top + 1, max(columns) - left + 1

    def format_of(self, area: Area) -> str | None:
        """The number format of these cells; None when they differ."""
        return self.formats.get(area[1], "General")

    def count(self, what: str) -> None:
        self.book.calls[what] += 1

    @property
    def name(self) -> str:
        self.count("sheet name")
        return self.title

    @property
    def used_range(self) -> Range:
        self.count("used range")
        return Range(self, self.used())

    def range(self, one: Value, other: Value = None) -> Range:
        if isinstance(one, str):
            first, top, end, bottom = _ADDRESS.fullmatch(one.replace("$", "")).groups()  # type: ignore[union-attr]
            one = (int(top), _number(first))
            other = (int(bottom), _number(end)) if end else one
        top, left = one.area[:2] if isinstance(one, Range) else one
        last = other or one
        bottom, right = last.area[:2] if isinstance(last, Range) else last
        return Range(self, (top, left, bottom - top + 1, right - left + 1))

    def delete(self) -> None:
        self.count("delete sheet")
        self.book.pages.remove(self)

    def activate(self) -> None:
        self.count("activate")
        self.book.selected = Range(self, (1, 1, 1, 1))

    def _take(self, at: Place, value: Value) -> None:
        """What Excel makes of a value that a program gives it."""
        self.formulas.pop(at, None)
        if isinstance(value, str):
            if value.startswith("="):
                self.formulas[at] = value
                # As ours do: nothing on an empty row.
                value = "berekend" if (at[0], 1) in self._values else ""
            elif value.startswith("'"):
                value = value[1:]
            elif _NUMBER.fullmatch(value):
                value = float(value.replace(",", "."))
        elif isinstance(value, int) and not isinstance(value, bool):
            value = float(value)
        if value in (None, ""):
            self._values.pop(at, None)
        else:
            assert isinstance(value, str | float | bool | datetime), value
            self._values[at] = value


class Range:
    """A rectangle of cells: first row, first column, height and width."""

    api = has_array = True
    max_cells_per_read = max_cells_per_write = None
    options: Value = None

    def __init__(self, sheet: Sheet, area: Area) -> None:
        self.sheet, self.area = sheet, area
        self.row, self.column, *self.shape = area

    def __len__(self) -> int:
        return int(self.shape[0] * self.shape[1])

    def __call__(self, row: int, column: int) -> Range:
        return Range(self.sheet, (self.row + row - 1, self.column + column - 1, 1, 1))

    @property
    def address(self) -> str:
        self.sheet.count("address")
        top, left, height, width = self.area
        last = f"${_letters(left + width - 1)}${top + height - 1}"
        first = f"${_letters(left)}${top}"
        return first if first == last else f"{first}:{last}"

    @property
    def raw_value(self) -> Value:
        self.sheet.count("read")
        block = self.sheet.read(self.area)
        return block[0][0] if len(self) == 1 else block

    @raw_value.setter
    def raw_value(self, data: Value) -> None:
        self.sheet.count("write")
        self.sheet.write(self.area, data)

    @property
    def formula(self) -> Value:
        self.sheet.count("read formulas")
        return self.sheet.read_formulas(self.area)

    @formula.setter
    def formula(self, data: Value) -> None:
        self.raw_value = data

    @property
    def number_format(self) -> str | None:
        self.sheet.count("number format")
        return self.sheet.format_of(self.area)

    def select(self) -> None:
        self.sheet.count("select")
        self.sheet.book.selected = self


class Tables:
    """The Excel tables of a sheet."""

    api = 1

    def __init__(self, sheet: Sheet) -> None:
        self.sheet = sheet

    def __call__(self, name: str) -> Table:
        self.sheet.count("table")
        if name not in self.sheet.table_areas:
            raise ExcelError(name)
        return Table(self.sheet, name)

    def __iter__(self) -> Iterator[Table]:
        self.sheet.count("tables")
        return (Table(self.sheet, name) for name in self.sheet.table_areas)


class Table:
    """An Excel table, header row included."""

    def __init__(self, sheet: Sheet, name: str) -> None:
        self.sheet, self.name = sheet, name
        self.api = WithFilter(Filtered(sheet, name))

    @property
    def range(self) -> Range:
        self.sheet.count("table range")
        return Range(self.sheet, self.sheet.table_areas[self.name])

    @property
    def header_row_range(self) -> Range:
        top, left, _, width = self.sheet.table_areas[self.name]
        return Range(self.sheet, (top, left, 1, width))

    def resize(self, area: Value) -> None:
        self.sheet.count("resize")
        self.sheet.place_table(self.name, area.impl.area)


def _block(area: Area, at: Value) -> Block:
    top, left, height, width = area
    return tuple(
        tuple(at((row, column)) for column in range(left, left + width))
        for row in range(top, top + height)
    )


def _letters(number: int) -> str:
    letters = ""
    while number:
        number, rest = divmod(number - 1, 26)
        letters = chr(65 + rest) + letters
    return letters


def _number(letters: str) -> int:
    number = 0
    for letter in letters:
        number = number * 26 + ord(letter) - 64
    return number
