"""A row that a user typed or kept in Excel, and how its cells are understood.

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

_DUTCH_DATE = re.compile(r"(\d{1,2})[-/.](\d{1,2})[-/.](\d{4})")
_ISO_DATE = re.compile(r"(\d{4})-(\d{2})-(\d{2})")
_DUTCH_AMOUNT = re.compile(r"-?(\d{1,3}(\.\d{3})+|\d+)(,\d{1,2})?")
_PLAIN_AMOUNT = re.compile(r"-?\d+\.\d{2}")
_GROUPED = re.compile(r"-?\d{1,3}(\.\d{3})+")


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
        if value is None or isinstance(value, date):
            return value
        typed = shown(value)
        parsed = parsed_day(typed) if isinstance(value, str) else None
        if typed and parsed is None:
            self.note("BAD_DATE", header)
        return parsed

    def amount(self, header: str) -> Euro | None:
        """The cell as euro; None when it is empty or a problem was noted."""
        value = self.row.values.get(header)
        if isinstance(value, Decimal):
            return euro(value)
        typed = shown(value)
        parsed = parsed_amount(typed) if isinstance(value, str) else None
        if typed and parsed is None:
            self.note("BAD_AMOUNT", header)
        return parsed

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


def parsed_day(typed: str) -> date | None:
    """The day in Dutch or ISO notation; None when it is neither, or no day of the calendar.

    >>> parsed_day("3-4-2026"), parsed_day("2026-04-03"), parsed_day("31-02-2026")
    (datetime.date(2026, 4, 3), datetime.date(2026, 4, 3), None)
    """
    if found := _DUTCH_DATE.fullmatch(typed):
        day, month, year = map(int, found.groups())
    elif found := _ISO_DATE.fullmatch(typed):
        year, month, day = map(int, found.groups())
    else:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def parsed_amount(typed: str) -> Euro | None:
    """The amount in Dutch notation or with a point for the cents; None when not certain.

    >>> parsed_amount("€ 1.234,50"), parsed_amount("12.50"), parsed_amount("1.234")
    (Decimal('1234.50'), Decimal('12.50'), None)
    """
    digits = re.sub(r"€|EUR|\s", "", typed)
    if _PLAIN_AMOUNT.fullmatch(digits):
        return euro(digits)
    if _GROUPED.fullmatch(digits) or not _DUTCH_AMOUNT.fullmatch(digits):
        return None
    return euro(digits.replace(".", "").replace(",", "."))


def spaceless(text: str) -> str:
    """The text with every run of blanks, line ends and control characters as one blank.

    Excel and its file format change those, so they never make two texts different.
    """
    return " ".join(re.sub(r"[\x00-\x1f\x7f]", " ", text).split())
