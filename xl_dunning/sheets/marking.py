"""What is written into a workbook: result columns, highlighting and whole sheets, as values."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TypeAlias

from xl_dunning.rules.findings import Finding

MarkValue: TypeAlias = str | int | Decimal | date | None
DATE_FORMAT = "dd-mm-yyyy"
MONEY_FORMAT = '"€" #,##0.00'
"""Number formats in Excel's own language-neutral codes."""
HELD_FILL = "D9D9D9"
"""Grey: blocked or disputed."""
LIVE_COLUMN = "dagen_te_laat"
"""The result column that Debiteuren.xlsm computes itself, right before any button is pressed."""
_HALF_LIGHT = 110
"""Below this brightness (0 to 255) of a fill white letters read better than black ones."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ResultColumn:
    """One of our columns beside the table; known on the next run by its hidden name."""

    key: str
    """Last part of the hidden defined name, such as ``fase`` for ``_xld.fase``."""
    header: str
    values: Mapping[int, MarkValue]
    """Row number on the sheet to value; rows that are not there stay empty."""
    format: str = ""
    """Number format in Excel's own language-neutral codes."""
    width: float = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Highlight:
    """A fill over the whole table row where the result column ``key`` holds ``word``."""

    key: str
    word: str
    fill: str
    """RGB, six hexadecimal digits."""
    ink: str = "000000"


@dataclass(frozen=True, slots=True, kw_only=True)
class SheetColumn:
    """One column of a sheet of ours."""

    header: str
    width: float = 14
    format: str = ""
    choices: tuple[str, ...] = ()
    """Values offered in a dropdown."""
    wrap: bool = False
    """Long text is broken over lines; in a wide column it is so anyhow."""
    to_fill: bool = False
    """The user types here: set apart by its colour."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnSheet:
    """A sheet that is made anew at every run: Belijst, Controle, Logboek."""

    name: str
    title: str
    columns: tuple[SheetColumn, ...]
    rows: tuple[tuple[MarkValue, ...], ...]
    links: Mapping[tuple[int, int], str] = field(default_factory=dict)
    """(row index, column index) to a place in this book, such as ``'Blad1'!E14``."""
    frozen: int = 0
    """How many columns stay in view on the screen, and come back on every page."""
    pages_wide: int = 1
    """Over how many pages beside each other the columns are printed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class WriteOutcome:
    """What became of the workbook."""

    kept: bool
    """Whether the user's own workbook came back; else a fresh one was made."""
    lost: tuple[str, ...] = ()
    """Codes of the features for whose sake a fresh workbook was made."""
    findings: tuple[Finding, ...] = ()
    """What the user should know: columns that had to go further right, a sheet name in use."""


def ink(fill: str) -> str:
    """Black or white, whichever reads better on a fill of six hexadecimal digits.

    >>> ink("FEEDDE"), ink("7F2704")
    ('000000', 'FFFFFF')
    """
    red, green, blue = (int(fill[start : start + 2], 16) for start in (0, 2, 4))
    brightness = 0.299 * red + 0.587 * green + 0.114 * blue
    return "000000" if brightness > _HALF_LIGHT else "FFFFFF"
