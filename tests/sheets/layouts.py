r"""How lists of packages are written down in tests, and what must come out of them.

A sheet is a text: a line per row, ``|`` between the cells, ``@2026-01-05`` a real date, ``#12.5`` a
number, ``#yes`` a truth value, ``·`` a blank that matters, ``~`` an empty row; ``|\`` goes on.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from typing import TypeAlias

from openpyxl import Workbook

Value: TypeAlias = str | int | float | date | bool | None
Build: TypeAlias = Callable[[Path], Path]
Expected: TypeAlias = tuple[int, str, str, str, str]
"""Row, debtor, invoice, due date (ISO), open amount."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Sample:
    """A list, and all that must come out of it."""

    id: str
    build: Build
    items: tuple[Expected, ...]
    skipped: Mapping[int, str] = field(default_factory=dict)
    format: str = ""
    header_row: int = 1
    payment_term: int | None = None
    names: Mapping[str, str] = field(default_factory=dict)
    """Debtor to his name."""
    unused: frozenset[str] = frozenset()
    """Headers that must not be read as anything."""


def value(typed: str) -> Value:
    """One cell as it is written down in a text."""
    if typed in {"#yes", "#no"}:
        return typed == "#yes"
    if typed.startswith("@"):
        return date.fromisoformat(typed[1:])
    if typed.startswith("#"):
        return float(typed[1:]) if "." in typed else int(typed[1:])
    return typed.replace("·", " ") or None


def rows(text: str) -> list[list[Value]]:
    """The rows of a sheet that is written down as a text."""
    lines = text.strip("\n").replace("|\\\n", "|").splitlines()
    return [
        [] if line.strip() == "~" else [value(typed.strip()) for typed in line.split("|")]
        for line in lines
    ]


def book(folder: Path, sheets: Mapping[str, str], *, name: str = "lijst.xlsx") -> Path:
    """An xlsx file with those sheets."""
    workbook = Workbook()
    workbook.remove(workbook.worksheets[0])
    for title, text in sheets.items():
        worksheet = workbook.create_sheet(title)
        for row in rows(text):
            worksheet.append(row)
    path = folder / name
    workbook.save(path)
    return path


def xlsx(sheets: Mapping[str, str]) -> Build:
    """Builds the file in a folder that is given later."""
    return lambda folder: book(folder, sheets)


def csv(text: str, *, encoding: str = "utf-8-sig") -> Build:
    """A csv file as Dutch packages write it: CRLF, and a BOM unless told otherwise."""

    def build(folder: Path) -> Path:
        path = folder / "lijst.csv"
        path.write_bytes(text.strip("\n").replace("\n", "\r\n").encode(encoding))
        return path

    return build
