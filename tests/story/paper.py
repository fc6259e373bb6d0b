"""What a letter of the story says on paper: its invoices and its total."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import docx

_FIRST_HEADERS = ("Factuur", "Invoice")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """The table of invoices of one letter; amounts in euro."""

    lines: dict[str, Decimal]
    """Invoice to what is open of it."""
    total: Decimal


def paper_of(path: Path) -> Paper:
    """The letter as it lies in the folder; the table of its interest comes later in it."""
    tables = docx.Document(str(path)).tables
    table = next(each for each in tables if each.cell(0, 0).text in _FIRST_HEADERS)
    rows = [[cell.text for cell in row.cells] for row in table.rows[1:]]
    return Paper(
        lines={row[0]: _amount(row[-1]) for row in rows if row[0] != row[1]},
        total=_amount(rows[-1][-1]),
    )


def _amount(cell: str) -> Decimal:
    """Cents stand last in either language."""
    return Decimal(int(re.sub(r"\D", "", cell))).scaleb(-2)
