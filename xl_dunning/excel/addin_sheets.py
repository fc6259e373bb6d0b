"""The sheets inside the add-in, which nobody sees: it must have one, its VBA reads the others."""

from __future__ import annotations

import io
from collections.abc import Mapping, Sequence

from xl_dunning.excel.pages.book import MADE, write_hidden
from xl_dunning.excel.pages.cells import code_name
from xl_dunning.excel.pages.looks import Looks
from xl_dunning.sheets.marking import MarkValue


def addin_sheets(hidden_sheets: Mapping[str, Sequence[Sequence[MarkValue | bool]]]) -> bytes:
    """An .xlsx with one empty sheet and these hidden ones, all with code names: rows from A1.

    The same rows give the same bytes.
    """
    from xlsxwriter.workbook import Workbook  # noqa: PLC0415 - as in pages.book

    file = io.BytesIO()
    with Workbook(file, {"in_memory": True}) as book:
        book.set_properties({"title": "Debiteuren", "created": MADE})
        book.set_vba_name("ThisWorkbook")
        book.add_worksheet("Debiteuren").set_vba_name(code_name("Debiteuren"))
        looks = Looks(book)
        for title, rows in hidden_sheets.items():
            write_hidden(book, title, rows, looks)
    return file.getvalue()
