"""The child program that reads xls, xlsb and ods: file on stdin, JSON on stdout.

It runs apart because one stray cell in the last row and column makes the library ask for more
memory than there is, which ends the whole process without an exception.

Out comes ``{"sheets": [[name, visible, [[row number, [[column, kind, text], ...]], ...]], ...]}``
with kind ``t`` text, ``n`` number, ``d`` day, ``b`` truth value, and ``"date1904"``; or
``{"refusal": code}``.
"""

from __future__ import annotations

import io
import json
import sys
from collections.abc import Iterator
from contextlib import suppress
from datetime import date, datetime, time, timedelta

import olefile  # type: ignore[import-untyped]
from python_calamine import (
    CalamineError,
    CalamineSheet,
    CalamineWorkbook,
    PasswordError,
    SheetTypeEnum,
    SheetVisibleEnum,
)

from xl_dunning.sheets.binary_records import xls_date1904, xls_error, xls_records

_MEMORY = 4 << 30
_FIRST_YEAR = 1900


def main() -> None:
    """Read stdin, write stdout."""
    _limit_memory()
    try:
        data = sys.stdin.buffer.read()
        answer = _read(data) | _beside(data)
    except PasswordError:
        answer = {"refusal": "PASSWORD_UNUSABLE"}
    except CalamineError:
        answer = {"refusal": "FILE_LEGACY"}
    sys.stdout.write(json.dumps(answer))


def _limit_memory() -> None:
    # So that a sheet full of nothing ends here, and does not first push all else out of memory.
    if sys.platform == "win32":
        return
    import resource  # noqa: PLC0415 - not there on Windows

    with suppress(OSError, ValueError):
        resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))


def _read(data: bytes) -> dict[str, object]:
    book = CalamineWorkbook.from_filelike(io.BytesIO(data))
    return {
        "sheets": [
            [sheet.name, sheet.visible == SheetVisibleEnum.Visible, list(_rows(book, index))]
            for index, sheet in enumerate(book.sheets_metadata)
            if sheet.typ == SheetTypeEnum.WorkSheet
        ]
    }


def _beside(data: bytes) -> dict[str, object]:
    if not data.startswith(olefile.MAGIC):
        return {"date1904": False}
    date1904 = False
    with olefile.OleFileIO(data) as ole:
        name = next(name for name in ("Workbook", "Book") if ole.exists(name))
        for kind, record in xls_records(ole.openstream(name).read()):
            if xls_error(kind, record):
                return {"refusal": "LEGACY_ERROR_CELLS"}
            date1904 = date1904 or xls_date1904(kind, record)
    return {"date1904": date1904}


def _rows(book: CalamineWorkbook, index: int) -> Iterator[list[object]]:
    sheet: CalamineSheet = book.get_sheet_by_index(index)
    if sheet.start is None:
        return
    top, left = sheet.start
    for number, row in enumerate(sheet.to_python(skip_empty_area=True), start=top + 1):
        cells = [
            [column, *cell]
            for column, value in enumerate(row, start=left)
            if (cell := _cell(value)) is not None
        ]
        if cells:
            yield [number, cells]


def _cell(value: float | str | time | date | timedelta) -> tuple[str, str] | None:
    match value:
        case bool():
            return "b", "1" if value else ""
        case str():
            return None if not value or value.isspace() else ("t", value)
        case int() | float():
            return "n", repr(value)
        case datetime() | date():
            # An empty date comes along as day 0 of 1900.
            return ("d", value.isoformat()[:10]) if value.year >= _FIRST_YEAR else ("n", "0")
        case time():
            return "t", value.isoformat()
        case timedelta():
            return "n", repr(value / timedelta(days=1))


if __name__ == "__main__":
    main()
