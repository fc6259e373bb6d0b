"""Opening a list is not slower than the plain way, side by side on this machine."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path

import openpyxl
import xlsxwriter

from xl_dunning.sheets.opening import open_grid

ROWS = 2000


def write_list(path: Path) -> Path:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Posten")
        day = book.add_format({"num_format": "dd-mm-yyyy"})
        for row in range(ROWS):
            sheet.write_row(row, 0, [f"2026-{row:05}", 10_000 + row % 300, f"Klant {row % 300}"])
            sheet.write_datetime(row, 3, date(2026, 1, 1) + timedelta(days=row % 300), day)
            sheet.write_datetime(row, 4, date(2026, 1, 31) + timedelta(days=row % 300), day)
            sheet.write_row(row, 5, [row * 1.21, row * 1.21, "EUR", f"Levering {row}"])
            sheet.write_row(row, 9, ["Utrecht", f"k{row % 300}@voorbeeld.nl", "nee"])
    return path


def fastest(action: Callable[[], object]) -> float:
    times = []
    for _ in range(4):
        start = time.process_time()
        action()
        times.append(time.process_time() - start)
    return min(times)


def test_two_thousand_rows_of_twelve_columns_open_no_slower_than_with_openpyxl(
    tmp_path: Path,
) -> None:
    path = write_list(tmp_path / "lijst.xlsx")

    assert len(open_grid(path).sheets[0].rows) == ROWS
    assert fastest(lambda: open_grid(path)) < fastest(lambda: openpyxl.load_workbook(path))
