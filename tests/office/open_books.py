"""Workbooks as the program has them open: in memory by their values, or a file in LibreOffice."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

import xlwings

from tests.office.calc import CalcSheet, Document
from tests.office.memory_excel import excel
from tests.office.memory_sheets import Sheet, Value


def in_memory(sheets: Mapping[str, Sequence[Sequence[Value]]]) -> Any:  # noqa: ANN401 - a Book
    """An ``xlwings.Book`` with these rows from A1 on; the values as Excel gives them."""
    book = _book()
    for name, rows in sheets.items():
        page = Sheet(book.impl, name)
        for row, line in enumerate(rows, start=1):
            for column, value in enumerate(line, start=1):
                if value is not None:
                    page.put((row, column), value)
        book.impl.pages.append(page)
    return book


def in_calc(document: Document) -> Any:  # noqa: ANN401 - a Book
    """An ``xlwings.Book`` over a document that is open in LibreOffice."""
    book = _book()
    for name in document.ask("sheets"):
        page = CalcSheet(book.impl, name, document=document)
        page.visible = document.ask("is_visible", name)
        book.impl.pages.append(page)
    return book


def page_of(book: Any, name: str) -> Sheet:  # noqa: ANN401 - a Book
    """The sheet as the program itself holds it."""
    pages: list[Sheet] = book.impl.pages
    return next(page for page in pages if page.title == name)


def _book() -> Any:  # noqa: ANN401 - a Book
    return xlwings.Book(impl=excel().apps[1].books.add())
