"""Exports of the books, as a file beside the workbook."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from openpyxl import Workbook

from tests.frontends.ribbon.bench import Cells


def export(path: Path, rows: Sequence[Cells]) -> Path:
    """An export of the books: a workbook with the invoices of that day."""
    made = Workbook()
    page = made.active
    assert page is not None
    headers = list(dict.fromkeys(header for row in rows for header in row))
    page.append(headers)
    for row in rows:
        page.append([row.get(header) for header in headers])
    made.save(path)
    return path
