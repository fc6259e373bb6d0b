"""A page of figures and words that can be printed in Word and in Excel alike.

The doors do not know what a page is about; whoever composes it does not know how it is drawn.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

CellOfPage: TypeAlias = str | int | Decimal | date | None


class Shape(StrEnum):
    """How the values of a column are shown."""

    TEXT = "text"
    DAY = "day"
    NUMBER = "number"
    MONEY = "money"
    """An amount in the currency of its table; of a table without one: figures only."""
    PERCENT = "percent"
    """Percent a year: 8 is shown as 8,00%."""
    CODE = "code"
    """Letters that are compared one by one, such as a fingerprint."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PageColumn:
    """One column; ``width`` is its share of the page in millimetres of A4 on its side (257)."""

    header: str
    width: float
    shape: Shape = Shape.TEXT


@dataclass(frozen=True, slots=True, kw_only=True)
class PageTable:
    """Rows under their headers, with a last line of totals when there is one."""

    columns: tuple[PageColumn, ...]
    rows: tuple[tuple[CellOfPage, ...], ...]
    totals: tuple[CellOfPage, ...] = ()
    currency: str = ""
    with_header: bool = True
    """False for a list of labels and values, whose headers would only repeat them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A part of a page: a heading, paragraphs, then a table; each may be left out."""

    title: str = ""
    paragraphs: tuple[str, ...] = ()
    table: PageTable | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """One document, or one sheet of a workbook."""

    name: str
    """Short: the name of the sheet."""
    title: str
    sections: tuple[Section, ...]
