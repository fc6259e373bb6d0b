"""A spreadsheet program in memory, under the real front end of xlwings.

It does what Excel does with values: one kind of number, text that looks like a number becomes one
unless a sign stands before it, a formula where text begins with ``=``. It computes nothing. Every
question that would go to Excel is counted. A protected sheet refuses to be written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import xlwings

from tests.office.memory_sheets import ExcelError, Range, Sheet, Value


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

    @property
    def calls(self) -> Counter[str]:
        return self.app.engine.calls

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

    def add(self, before: Value, after: Sheet | None, name: str) -> Sheet:
        self.book.app.engine.calls["add sheet"] += 1
        assert before is None
        made = Sheet(self.book, name)
        pages = self.book.pages
        pages.insert(pages.index(after) + 1 if after else 0, made)
        return made

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

    @property
    def refers_to(self) -> str:
        self.refers_to_range.sheet.count("refers to")
        return f"={self.refers_to_range.sheet.title}!{self.refers_to_range.address}"


def excel() -> Engine:
    """The program, started and in use by xlwings."""
    engine = Engine()
    registered = xlwings.Engine(impl=engine)
    xlwings.engines.add(registered)
    registered.activate()
    return engine
