"""A spreadsheet program in memory, under the real front end of xlwings.

It does what Excel does with values: one kind of number, text that looks like a number becomes one
unless a sign stands before it, a formula where text begins with ``=``. It computes nothing. Every
question that would go to Excel is counted. A protected sheet refuses to be written.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from datetime import datetime
from pathlib import Path
from typing import Any, TypeAlias

import xlwings

Value: TypeAlias = Any
Place: TypeAlias = tuple[int, int]

_NUMBER = re.compile(r"-?\d+(?:[.,]\d+)?")
_ADDRESS = re.compile(r"([A-Z]+)(\d+)(?::([A-Z]+)(\d+))?")
ROWS, COLUMNS = 1_048_576, 16_384


class ExcelError(Exception):
    """What Excel says when it will not; each system has a class of its own for it."""


class Engine:
    """Registered with xlwings; ``type`` is that of a program on this computer."""

    type = "desktop"
    name = "memory"

    def __init__(self) -> None:
        self.calls: Counter[str] = Counter()
        self.apps = Apps(self)

    @staticmethod
    def prepare_xl_data_element(value: Value, _: Value) -> Value:
        return "" if value is None else value

    @staticmethod
    def clean_value_data(
        data: Value, _dates: Value, empty: Value, _numbers: Value, errors: Value
    ) -> Value:
        def one(value: Value) -> Value:
            if value is None:
                return empty
            return None if str(value).startswith("#") and not errors else value

        return [[one(value) for value in row] for row in data]


class Apps:
    """The one program that runs."""

    def __init__(self, engine: Engine) -> None:
        self._app = App(engine)

    def keys(self) -> list[int]:
        return [self._app.pid]

    def __iter__(self) -> Iterator[App]:
        return iter([self._app])

    def __len__(self) -> int:
        return 1

    def __getitem__(self, _: int) -> App:
        return self._app


class App:
    """The program."""

    pid = api = 1

    def __init__(self, engine: Engine) -> None:
        self.engine = engine
        self.books = Books(self)

    @property
    def selection(self) -> Range:
        self.engine.calls["selection"] += 1
        return self.books.active.selected

    def activate(self, _: bool) -> None:
        self.engine.calls["activate app"] += 1


class Books:
    """The open workbooks; the last one is in front."""

    api = 1

    def __init__(self, app: App) -> None:
        self.app = app
        self.open_books: list[Book] = []

    @property
    def active(self) -> Book:
        return self.open_books[-1]

    def add(self) -> Book:
        self.open_books.append(Book(self.app))
        return self.open_books[-1]

    def __iter__(self) -> Iterator[Book]:
        return iter(self.open_books)

    def __len__(self) -> int:
        return len(self.open_books)

    def __call__(self, number: int) -> Book:
        return self.open_books[number - 1]


class Book:
    """A workbook."""

    api = 1

    def __init__(self, app: App) -> None:
        self.app = app
        self.fullname = ""
        self.pages: list[Sheet] = []
        self.defined: dict[str, Range] = {}
        self.selected: Range
        self.sheets = Sheets(self)
        self.names = Names(self)

    @property
    def name(self) -> str:
        return Path(self.fullname).name

    def activate(self) -> None:
        self.app.engine.calls["activate book"] += 1


class Sheets:
    """The sheets by name or number."""

    api = 1

    def __init__(self, book: Book) -> None:
        self.book = book

    def __len__(self) -> int:
        return len(self.book.pages)

    def __call__(self, key: str | int) -> Sheet:
        self.book.app.engine.calls["sheet"] += 1
        if isinstance(key, int):
            return self.book.pages[key - 1]
        for sheet in self.book.pages:
            if sheet.title.casefold() == key.casefold():
                return sheet
        raise ExcelError(key)

    def __iter__(self) -> Iterator[Sheet]:
        self.book.app.engine.calls["sheets"] += 1
        return iter(self.book.pages)


class Names:
    """Defined names of the book."""

    api = 1

    def __init__(self, book: Book) -> None:
        self.book = book

    def __call__(self, name: str) -> Name:
        self.book.app.engine.calls["name"] += 1
        if name not in self.book.defined:
            raise ExcelError(name)
        return Name(self.book.defined[name])

    def __contains__(self, name: str) -> bool:
        return name in self.book.defined


class Name:
    """A defined name."""

    api = 1

    def __init__(self, area: Range) -> None:
        self.refers_to_range = area


class Sheet:
    """A sheet: values, formulas and tables by their place, counted from 1."""

    api = 1

    def __init__(self, book: Book, name: str) -> None:
        self.book, self.title = book, name
        self.cells_at: dict[Place, Value] = {}
        self.formulas: dict[Place, str] = {}
        self.table_areas: dict[str, tuple[int, int, int, int]] = {}
        self.protected = False
        self.tables = Tables(self)

    def count(self, what: str) -> None:
        self.book.app.engine.calls[what] += 1

    @property
    def name(self) -> str:
        self.count("sheet name")
        return self.title

    @property
    def used_range(self) -> Range:
        self.count("used range")
        rows = [row for row, _ in self.cells_at] or [1]
        columns = [column for _, column in self.cells_at] or [1]
        top, left = min(rows), min(columns)
        return Range(self, (top, left, max(rows) - top + 1, max(columns) - left + 1))

    def range(self, one: Value, other: Value = None) -> Range:
        if isinstance(one, str):
            first, top, last, bottom = _ADDRESS.fullmatch(one.replace("$", "")).groups()  # type: ignore[union-attr]
            one = (int(top), _number(first))
            other = (int(bottom), _number(last)) if last else one
        top, left = one
        bottom, right = other or one
        return Range(self, (top, left, bottom - top + 1, right - left + 1))

    def activate(self) -> None:
        self.count("activate")
        self.book.selected = Range(self, (1, 1, 1, 1))


class Range:
    """A rectangle of cells: first row, first column, height and width."""

    api = has_array = True
    max_cells_per_read = max_cells_per_write = None
    options: Value = None

    def __init__(self, sheet: Sheet, area: tuple[int, int, int, int]) -> None:
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
        return self._block(self.sheet.cells_at.get)

    @raw_value.setter
    def raw_value(self, data: Value) -> None:
        self.sheet.count("write")
        if self.sheet.protected:
            raise ExcelError(self.sheet.title)
        top, left, height, width = self.area
        for row in range(height):
            for column in range(width):
                value = data if not isinstance(data, list | tuple) else data[row][column]
                self._set((top + row, left + column), value)

    @property
    def formula(self) -> Value:
        self.sheet.count("read formulas")
        sheet = self.sheet
        return self._block(lambda at: sheet.formulas.get(at, sheet.cells_at.get(at, "")))

    @formula.setter
    def formula(self, data: Value) -> None:
        self.raw_value = data

    def select(self) -> None:
        self.sheet.count("select")
        self.sheet.book.selected = self

    def _block(self, at: Value) -> tuple[tuple[Value, ...], ...]:
        top, left, height, width = self.area
        return tuple(
            tuple(at((row, column)) for column in range(left, left + width))
            for row in range(top, top + height)
        )

    def _set(self, at: Place, value: Value) -> None:
        sheet = self.sheet
        sheet.formulas.pop(at, None)
        if isinstance(value, str):
            if value.startswith("="):
                sheet.formulas[at] = value
                # As ours do: nothing on an empty row.
                value = "berekend" if (at[0], 1) in sheet.cells_at else ""
            elif value.startswith("'"):
                value = value[1:]
            elif _NUMBER.fullmatch(value):
                value = float(value.replace(",", "."))
        elif isinstance(value, int) and not isinstance(value, bool):
            value = float(value)
        if value in (None, ""):
            sheet.cells_at.pop(at, None)
        else:
            assert isinstance(value, str | float | bool | datetime), value
            sheet.cells_at[at] = value


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


class Table:
    """An Excel table, header row included."""

    api = 1

    def __init__(self, sheet: Sheet, name: str) -> None:
        self.sheet, self.name = sheet, name

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
        self.sheet.table_areas[self.name] = area.impl.area


def excel() -> Engine:
    """The program, started and in use by xlwings."""
    engine = Engine()
    registered = xlwings.Engine(impl=engine)
    xlwings.engines.add(registered)
    registered.activate()
    return engine


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
