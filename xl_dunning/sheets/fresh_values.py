"""What a column of the list is for, and the real dates and amounts behind a csv's texts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from decimal import Decimal
from enum import Enum

from xl_dunning.sheets.amounts import Amount, DecimalSign, decimal_sign, text_amount
from xl_dunning.sheets.days import Day, DayOrder, day_order, text_day
from xl_dunning.sheets.grid import Row


class Role(Enum):
    """What the values of a column are."""

    KEY = "key"
    """Digits that are a name: never a number to count with."""
    AMOUNT = "amount"
    DATE = "date"
    OTHER = "other"


_ROLES = {
    **dict.fromkeys(
        ("Factuurnummer", "Debiteurnummer", "Telefoon", "KvK", "Btw-nummer", "Huisnummer"), Role.KEY
    ),
    **dict.fromkeys(("Bedrag", "Openstaand", "Betaald", "Debet", "Credit"), Role.AMOUNT),
    **dict.fromkeys(
        ("Factuurdatum", "Vervaldatum", "Laatste herinnering", "Niet aanmanen tot"), Role.DATE
    ),
}


def role_of(field: str) -> Role:
    """The role of a canonical field."""
    return _ROLES.get(field.strip(), Role.OTHER)


def typed(rows: Iterable[Row], roles: Mapping[int, Role]) -> dict[tuple[int, int], date | Decimal]:
    """The dates and amounts that texts stand for, per (row number, column index).

    A column is turned as a whole or not at all: one text that can't be read with certainty, or a
    foreign currency, leaves it as it was typed.
    """
    texts: dict[int, dict[int, str]] = {}
    for row in rows:
        for index, cell in row.cells.items():
            if isinstance(cell.value, str) and cell.value.strip():
                texts.setdefault(index, {})[row.number] = cell.value
    found: dict[tuple[int, int], date | Decimal] = {}
    for index, column in texts.items():
        values = _column(column, roles.get(index, Role.OTHER))
        found |= {(number, index): value for number, value in values.items()}
    return found


def _column(texts: Mapping[int, str], role: Role) -> dict[int, date | Decimal]:
    values: dict[int, date | Decimal] = {}
    sign = decimal_sign(texts.values()) if role is Role.AMOUNT else DecimalSign.UNDECIDED
    order = day_order(texts.values()) if role is Role.DATE else DayOrder.MIXED
    for number, text in texts.items():
        match role:
            case Role.AMOUNT:
                amount = text_amount(text, sign)
                if isinstance(amount, Amount) and amount.currency in {"", "EUR"}:
                    values[number] = amount.value
            case Role.DATE:
                day = text_day(text, order)
                if isinstance(day, Day):
                    values[number] = day.value
            case _:
                return {}
    return values if len(values) == len(texts) else {}
