"""A row that a user typed or kept in Excel, and how its cells are understood.

Days and amounts come as such from the door that read the sheet; text is what it could not read.
What can't be understood with certainty is a finding with the value as typed; the row is then not
taken, and stays on the sheet for the user to correct.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import Protocol, TypeAlias

from xl_dunning.rules.findings import Detail, Finding, Place, error
from xl_dunning.rules.money import Euro, euro

CellValue: TypeAlias = str | Decimal | date | bool | None


class SheetRow(Protocol):
    """One row of a sheet: canonical header to value, and where it stands."""

    @property
    def place(self) -> Place:
        """Sheet and row as the user sees them."""

    @property
    def values(self) -> Mapping[str, CellValue]:
        """Canonical header to value; a header that is not there is an empty cell."""


@dataclass(slots=True, kw_only=True)
class RowReader:
    """Understands the cells of one row and collects what is wrong with them."""

    row: SheetRow
    code: str
    """First part of the codes of its findings, such as ``LOG``."""
    problems: list[Finding] = field(default_factory=list)

    def text(self, header: str) -> str:
        """The cell as text; a whole number without decimals, a day as day-month-year."""
        return shown(self.row.values.get(header))

    def day(self, header: str) -> date | None:
        """The cell as a day; None when it is empty or a problem was noted."""
        value = self.row.values.get(header)
        if isinstance(value, date):
            return value
        if shown(value):
            self.note("BAD_DATE", header)
        return None

    def amount(self, header: str) -> Euro | None:
        """The cell as euro; None when it is empty or a problem was noted."""
        value = self.row.values.get(header)
        if isinstance(value, Decimal):
            return euro(value)
        if shown(value):
            self.note("BAD_AMOUNT", header)
        return None

    def key(self, header: str) -> str:
        """The cell as a debtor or invoice number; one that Excel made a date of is unknown."""
        if isinstance(self.row.values.get(header), date):
            self.note("KEY_IS_DATE", header)
            return ""
        return self.text(header)

    def note(self, problem: str, header: str, **details: Detail) -> None:
        """Note that the cell under the header keeps this row from being taken."""
        place = self.row.place
        debtor, invoice = (
            "" if isinstance(value, date) else shown(value)
            for value in (
                self.row.values.get("Debiteurnummer"),
                self.row.values.get("Factuurnummer"),
            )
        )
        self.problems.append(
            error(
                f"{self.code}_{problem}",
                {"typed": self.text(header), **details},
                debtor=debtor,
                invoice=invoice,
                place=Place(sheet=place.sheet, row=place.row, column=header),
            )
        )


def shown(value: CellValue) -> str:
    """A cell as its user reads it.

    >>> shown(Decimal("10023")), shown(date(2026, 11, 21)), shown("  a  b ")
    ('10023', '21-11-2026', 'a  b')
    """
    if value is None:
        return ""
    if isinstance(value, bool):
        return "ja" if value else "nee"
    if isinstance(value, date):
        return f"{value:%d-%m-%Y}"
    if isinstance(value, Decimal):
        return str(value.to_integral_value() if value == value.to_integral_value() else value)
    return value.strip()


def spaceless(text: str) -> str:
    """The text with every run of blanks, line ends and control characters as one blank.

    Excel and its file format change those, so they never make two texts different.
    """
    return " ".join(re.sub(r"[\x00-\x1f\x7f]", " ", text).split())
