"""What a letter of the story says on paper: its invoices, its interest and what it asks."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path

import docx

_INVOICE = ("Factuur", "Invoice")
_INTEREST = ("Rente", "Interest")
_ASKED = ("Te betalen", "Amount due")


@dataclass(frozen=True, slots=True, kw_only=True)
class Paper:
    """The amounts of one letter, in euro."""

    lines: dict[str, Decimal]
    """Invoice to what is open of it."""
    interest: tuple[Decimal, ...]
    """Of each line of the specification."""
    asked: Decimal
    """Beside the account number."""


def paper_of(path: Path) -> Paper:
    """The letter as it lies in the folder."""
    tables = [
        [[cell.text for cell in row.cells] for row in table.rows]
        for table in docx.Document(str(path)).tables
    ]
    invoices, *others = (table for table in tables if table[0][0] in _INVOICE)
    (asked,) = (row[1] for table in tables for row in table if row[0] in _ASKED)
    return Paper(
        lines={row[0]: _amount(row[-1]) for row in _lines(invoices)},
        interest=tuple(
            _amount(row[-2])
            for table in others
            if table[0][-2] in _INTEREST
            for row in _lines(table)
        ),
        asked=_amount(asked),
    )


def _lines(table: Sequence[Sequence[str]]) -> Iterator[Sequence[str]]:
    """The rows without the header and the totals, of which the first cells are one."""
    return (row for row in table[1:] if row[0] != row[1])


def _amount(cell: str) -> Decimal:
    """Cents stand last in either language."""
    return Decimal(int(re.sub(r"\D", "", cell))).scaleb(-2)
