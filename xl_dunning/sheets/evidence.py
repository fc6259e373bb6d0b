"""What the values of a column say: which share of them fits a kind of field."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date
from decimal import Decimal

from xl_dunning.sheets import amounts, days
from xl_dunning.sheets.grid import Cell
from xl_dunning.sheets.wording import currency_code, debtor_kind, direction, side, term_days
from xl_dunning.sheets.words import flag, is_blank, key_text, text_of

_LONGEST_KEY = 40
_MOST_REMINDERS = 99


def share(kind: str, cells: Iterable[Cell], *, header: str = "", certain: bool) -> float | None:
    """The share of the filled cells whose value fits that kind of field; None when none is filled.

    Error cells and formulas without a result say nothing. ``certain`` is whether the header means
    one thing only; if not, the values must say more.
    """
    fits = _FITS[kind]
    known = [c for c in cells if not is_blank(c) and not c.error and not c.uncalculated]
    if not known:
        return None
    if kind == "direction":
        return float(any(direction(text_of(cell)) for cell in known))
    return sum(fits(cell, header, certain) for cell in known) / len(known)


def _key(cell: Cell, _header: str, certain: bool) -> bool:  # noqa: FBT001 - one signature for all
    key = key_text(cell)
    if key is None or "," in key or len(key) > _LONGEST_KEY:
        return False
    return certain or (any(sign.isdigit() for sign in key) and not _is_date(cell, "", certain))


def _code(cell: Cell, header: str, certain: bool) -> bool:  # noqa: FBT001
    return _key(cell, header, certain) and (certain or " " not in (key_text(cell) or ""))


def _name(cell: Cell, header: str, certain: bool) -> bool:  # noqa: FBT001
    if not isinstance(cell.value, str):
        return False
    letters = sum(sign.isalpha() for sign in cell.value)
    return letters > 1 and (certain or not _code(cell, header, certain))


def _is_date(cell: Cell, _header: str, certain: bool) -> bool:  # noqa: FBT001
    value = cell.value
    if isinstance(value, date):
        return True
    if isinstance(value, str) and days.looks_like_date(value):
        return certain or not value.strip().isdecimal()
    if isinstance(value, str) and value.strip().isdecimal():
        value = Decimal(value.strip())
    return certain and isinstance(value, Decimal) and isinstance(days.number_day(value), days.Day)


def _amount(cell: Cell, _header: str, _certain: bool) -> bool:  # noqa: FBT001
    if isinstance(cell.value, str):
        return amounts.looks_like_amount(cell.value) and not days.looks_like_date(cell.value)
    return isinstance(cell.value, Decimal)


def _whole(cell: Cell, least: int, most: int) -> bool:
    return bool(re.fullmatch(r"-?\d{1,5}", text_of(cell))) and least <= int(text_of(cell)) <= most


def _status(cell: Cell, _header: str, _certain: bool) -> bool:  # noqa: FBT001
    if isinstance(cell.value, str):
        return not amounts.looks_like_amount(cell.value) and not days.looks_like_date(cell.value)
    return isinstance(cell.value, bool)


_FITS: Mapping[str, Callable[[Cell, str, bool], bool]] = {
    "key": _key,
    "code": _code,
    "name": _name,
    "date": _is_date,
    "amount": _amount,
    "text": lambda _cell, _header, _certain: True,
    "flag": lambda cell, _header, _certain: flag(cell.value) is not None,
    "count": lambda cell, _header, _certain: _whole(cell, 0, _MOST_REMINDERS),
    "days": lambda cell, _header, _certain: _whole(cell, -99_999, 99_999),
    "term": lambda cell, _header, _certain: term_days(cell.value) is not None,
    "currency": lambda cell, _header, _certain: currency_code(text_of(cell)) is not None,
    "side": lambda cell, _header, _certain: side(text_of(cell)) is not None,
    "direction": lambda cell, _header, _certain: direction(text_of(cell)) is not None,
    "status": _status,
    "kind": lambda cell, header, _certain: debtor_kind(cell.value, header) is not None,
}
