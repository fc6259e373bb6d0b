"""Reading the cells of a table, field by field, each bad one reported with its exact place."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from xl_dunning.rules.findings import Detail, Finding, Place, error, warning
from xl_dunning.rules.money import Euro
from xl_dunning.sheets import amounts, days
from xl_dunning.sheets.amounts import Amount, DecimalSign, decimal_sign, number_amount, text_amount
from xl_dunning.sheets.columns import Columns
from xl_dunning.sheets.days import Day, DayOrder, day_order, text_day
from xl_dunning.sheets.grid import Cell, Row, column_letter
from xl_dunning.sheets.words import flag, has_lost_digits, is_blank, key_text, text_of

_MAX_WHOLE = 9999


@dataclass(frozen=True, slots=True, kw_only=True)
class Values:
    """The cells of a table by field. What goes wrong is added to the list that the caller gives."""

    columns: Columns
    date1904: bool = False
    signs: dict[str, DecimalSign] = field(default_factory=dict)
    orders: dict[str, DayOrder] = field(default_factory=dict)
    serials: set[str] = field(default_factory=set)
    """Date fields in which a bare day number was met."""

    def has(self, name: str) -> bool:
        """Whether a column holds the field."""
        return name in self.columns.of

    def cell(self, row: Row, name: str) -> Cell | None:
        """The cell of a field; None when there is none."""
        index = self.columns.of.get(name)
        return None if index is None else row.cells.get(index)

    def blank(self, row: Row, name: str) -> bool:
        """Whether nothing stands there."""
        return is_blank(self.cell(row, name))

    def place(self, row: Row, name: str) -> Place:
        """Where the cell of a field is; the row as a whole when no column holds the field."""
        sheet = self.columns.table.sheet.name
        index = self.columns.of.get(name)
        if index is None:
            return Place(sheet=sheet, row=row.number)
        return Place(
            sheet=sheet,
            row=row.number,
            column=self.columns.header(name),
            cell=f"{column_letter(index)}{row.number}",
        )

    def problem(self, row: Row, name: str, code: str, **details: Detail) -> Finding:
        """An error about one cell, with its value as typed."""
        return error(
            code, {"value": text_of(self.cell(row, name)), **details}, place=self.place(row, name)
        )

    def doubt(self, row: Row, name: str, code: str, **details: Detail) -> Finding:
        """A warning about one cell, with its value as typed."""
        return warning(
            code, {"value": text_of(self.cell(row, name)), **details}, place=self.place(row, name)
        )

    def _filled(self, row: Row, name: str, problems: list[Finding]) -> Cell | None:
        """The cell of a field; None when it is blank, or when its error was reported."""
        cell = self.cell(row, name)
        if cell is None or is_blank(cell):
            return None
        if cell.error or cell.uncalculated:
            problems.append(self.problem(row, name, _unknown(cell)))
            return None
        return cell

    def text(self, row: Row, name: str, problems: list[Finding]) -> str:
        """Text as typed; an error cell is reported as a doubt and reads as empty."""
        cell = self.cell(row, name)
        if cell is None:
            return ""
        if cell.error or cell.uncalculated:
            problems.append(self.doubt(row, name, _unknown(cell)))
            return ""
        return text_of(cell)

    def key(self, row: Row, name: str, problems: list[Finding]) -> str:
        """A debtor or invoice number; empty when it is missing or can't be one."""
        cell = self._filled(row, name, problems)
        if cell is None:
            return ""
        key = key_text(cell)
        if key is None:
            problems.append(self.problem(row, name, "KEY_UNREADABLE"))
            return ""
        if has_lost_digits(cell):
            problems.append(self.doubt(row, name, "KEY_TOO_LONG"))
        return key

    def day(self, row: Row, name: str, problems: list[Finding]) -> date | None:
        """A date; None when it is blank or was reported."""
        cell = self._filled(row, name, problems)
        if cell is None:
            return None
        read: days.ReadDay
        match cell.value:
            case date():
                read = days.plausible(cell.value)
            case Decimal():
                read = days.number_day(cell.value, date1904=self.date1904)
            case bool():
                read = days.NoDay("DATE_UNREADABLE")
            case _:
                read = text_day(cell.value or "", self._order(name), date1904=self.date1904)
        if isinstance(read, Day):
            if read.serial:
                self.serials.add(name)
            return read.value
        problems.append(self.problem(row, name, read.code))
        return None

    def amount(self, row: Row, name: str, problems: list[Finding]) -> Amount | None:
        """An amount with the currency that stands in its cell; None when blank or reported."""
        cell = self._filled(row, name, problems)
        if cell is None:
            return None
        read: amounts.ReadAmount
        match cell.value:
            case Decimal():
                read = number_amount(cell.value)
            case str():
                read = text_amount(cell.value, self._sign(name))
            case _:
                read = amounts.NoAmount("AMOUNT_UNREADABLE")
        if isinstance(read, amounts.NoAmount):
            problems.append(self.problem(row, name, read.code))
            return None
        if read.rounded:
            problems.append(self.doubt(row, name, "AMOUNT_ROUNDED", amount=read.value))
        if name in self.columns.negated:
            return Amount(-read.value, read.currency, read.rounded)
        return read

    def money(self, row: Row, name: str, problems: list[Finding]) -> Euro | None:
        """An amount without its currency."""
        read = self.amount(row, name, problems)
        return None if read is None else read.value

    def flag(self, row: Row, name: str, problems: list[Finding], *, unclear: bool) -> bool:
        """Yes or no; what says neither is a doubt and counts as ``unclear``."""
        cell = self.cell(row, name)
        if cell is None or is_blank(cell):
            return False
        said = None if cell.error or cell.uncalculated else flag(cell.value)
        if said is None:
            shown = "ja" if unclear else "nee"
            problems.append(self.doubt(row, name, "FLAG_UNCLEAR", taken=shown))
            return unclear
        return said

    def whole(self, row: Row, name: str, problems: list[Finding]) -> int | None:
        """A whole number of zero or more; None when it is blank or was reported."""
        cell = self.cell(row, name)
        if cell is None or is_blank(cell):
            return None
        text = text_of(cell)
        if text.isdecimal() and int(text) <= _MAX_WHOLE:
            return int(text)
        problems.append(self.problem(row, name, "COUNT_UNREADABLE"))
        return None

    def _sign(self, name: str) -> DecimalSign:
        if name not in self.signs:
            self.signs[name] = decimal_sign(self._texts(name))
        return self.signs[name]

    def _order(self, name: str) -> DayOrder:
        if name not in self.orders:
            self.orders[name] = day_order(self._texts(name))
        return self.orders[name]

    def _texts(self, name: str) -> list[str]:
        table = self.columns.table
        return [
            cell.value
            for row in table.rows
            if (cell := self.cell(row, name)) is not None
            and isinstance(cell.value, str)
            and row.number not in table.repeats
        ]


def _unknown(cell: Cell) -> str:
    return "CELL_ERROR" if cell.error else "CELL_UNCALCULATED"
