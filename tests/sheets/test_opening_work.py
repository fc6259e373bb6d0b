"""Opening a list is not more work than the plain way: function calls are counted, not seconds.

Seconds depend on what else the computer does; the number of calls does not.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from types import FrameType

import openpyxl
import xlsxwriter

from xl_dunning.sheets.opening import open_grid

ROWS = 1000


def write_list(path: Path, *, rows: int) -> Path:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Posten")
        day = book.add_format({"num_format": "dd-mm-yyyy"})
        for row in range(rows):
            sheet.write_row(row, 0, [f"2026-{row:05}", 10_000 + row % 300, f"Klant {row % 300}"])
            sheet.write_datetime(row, 3, date(2026, 1, 1) + timedelta(days=row % 300), day)
            sheet.write_datetime(row, 4, date(2026, 1, 31) + timedelta(days=row % 300), day)
            sheet.write_row(row, 5, [row * 1.21, row * 1.21, "EUR", f"Levering {row}"])
            sheet.write_row(row, 9, ["Utrecht", f"k{row % 300}@voorbeeld.nl", "nee"])
    return path


def calls(action: Callable[[], object]) -> int:
    """How many functions the action calls, those written in C included."""
    counted = 0

    def count(_frame: FrameType, event: str, _argument: object) -> None:
        nonlocal counted
        counted += event in ("call", "c_call")

    before = sys.getprofile()
    sys.setprofile(count)
    try:
        action()
    finally:
        sys.setprofile(before)
    return counted


def test_a_list_of_twelve_columns_takes_fewer_calls_than_openpyxl_needs(tmp_path: Path) -> None:
    path = write_list(tmp_path / "lijst.xlsx", rows=ROWS)
    assert len(open_grid(path).sheets[0].rows) == ROWS  # once before, as what is kept is kept then
    openpyxl.load_workbook(path)

    assert calls(lambda: open_grid(path)) < calls(lambda: openpyxl.load_workbook(path))


def test_twice_the_rows_are_no_more_than_twice_the_work(tmp_path: Path) -> None:
    once = write_list(tmp_path / "lijst.xlsx", rows=ROWS)
    twice = write_list(tmp_path / "dubbel.xlsx", rows=2 * ROWS)
    open_grid(once)

    assert calls(lambda: open_grid(twice)) <= 2 * calls(lambda: open_grid(once))
