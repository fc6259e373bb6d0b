"""Amounts as people and packages type them. Exact: from the digits, never through a float.

``1.234`` alone may be a thousand or a bit more than one; only the other amounts of its column can
tell. So a column is first looked at as a whole (``decimal_sign``), then every text is read.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from enum import Enum
from functools import lru_cache
from typing import TypeAlias

from xl_dunning.rules.money import ZERO, Euro, euro
from xl_dunning.sheets.words import trimmed

_CURRENCIES = {
    "€": "EUR",
    "eur": "EUR",
    "euro": "EUR",
    "$": "USD",
    "usd": "USD",
    "us$": "USD",
    "£": "GBP",
    "gbp": "GBP",
    "chf": "CHF",
}
_MONEY = "|".join(re.escape(word) for word in sorted(_CURRENCIES, key=len, reverse=True))
_AMOUNT = re.compile(
    rf"(?P<sign0>[-+]?)\s*(?P<money1>{_MONEY})?\s*(?P<open>\(?)\s*(?P<sign1>[-+]?)\s*"
    rf"(?P<money2>{_MONEY})?\s*(?P<sign2>[-+]?)\s*(?P<digits>\d[\d.,' ]*|[.,]\d+)\s*"
    rf"(?P<money3>{_MONEY})?\s*(?P<sign3>[-+]?)\s*(?P<close>\)?)\s*"
    r"(?P<side>dr?|cr?|debet|debit|credit|af|bij)?\.?",
    re.IGNORECASE,
)
_DASH = re.compile(rf"(?:{_MONEY})?\s*-+\s*(?:{_MONEY})?", re.IGNORECASE)
_CREDIT = frozenset({"c", "cr", "credit", "af"})
_DIGITS_AFTER_THOUSANDS = 3
_CENTS = 2
# A cell that Excel computed carries noise far behind the cents: 1234.5600000000001.
_NOISE = Decimal("0.000001")


class DecimalSign(Enum):
    """What the unambiguous amounts of a column say about its decimal sign."""

    COMMA = ","
    POINT = "."
    UNDECIDED = ""
    MIXED = "?"


@dataclass(frozen=True, slots=True)
class Amount:
    """An amount that was read. ``currency`` is empty when none was written."""

    value: Euro
    currency: str = ""
    rounded: bool = False
    """It had more decimals than cents, and these were not mere noise."""


@dataclass(frozen=True, slots=True)
class NoAmount:
    """Why a text is not one certain amount: a code."""

    code: str


ReadAmount: TypeAlias = Amount | NoAmount


@dataclass(frozen=True, slots=True)
class _Form:
    """A text taken apart: what it is if the decimal sign is a comma, and if it is a point."""

    comma: Decimal | None
    point: Decimal | None
    negative: bool
    currency: str

    @property
    def vote(self) -> DecimalSign:
        if (self.comma is None) == (self.point is None):
            return DecimalSign.UNDECIDED
        return DecimalSign.COMMA if self.point is None else DecimalSign.POINT


@lru_cache(maxsize=4096)
def _form(text: str) -> _Form | None:
    plain = trimmed(text).translate(str.maketrans("−–—’", "---'"))
    if _DASH.fullmatch(plain):
        return _Form(ZERO, ZERO, negative=False, currency="")
    match = _AMOUNT.fullmatch(plain)
    if match is None or (match["open"] == "") != (match["close"] == ""):
        return None
    signs = [match[name] for name in ("sign0", "sign1", "sign2", "sign3") if match[name]]
    money = {_CURRENCIES[match[n].casefold()] for n in ("money1", "money2", "money3") if match[n]}
    credit = (match["side"] or "").casefold() in _CREDIT
    # Two marks of a minus might cancel out or say the same twice: not to be guessed.
    minuses = signs.count("-") + credit + (match["open"] == "(")
    if minuses > 1 or len(signs) > 1 or len(money) > 1:
        return None
    digits = match["digits"].strip()
    comma, point = (_digits(digits, decimal) for decimal in ",.")
    if comma is None and point is None:
        return None
    return _Form(comma, point, negative=minuses == 1, currency="".join(money))


def _digits(digits: str, decimal: str) -> Decimal | None:
    """The number when this is the decimal sign; None when the groups of digits deny it."""
    whole, found, fraction = digits.partition(decimal)
    if found and not fraction.isdigit():
        return None
    separators = set(whole) - set("0123456789")
    if len(separators) > 1:
        return None
    groups = re.split(r"[.,' ]", whole)
    if len(groups) > 1 and not (
        1 <= len(groups[0]) <= _DIGITS_AFTER_THOUSANDS
        and groups[0].isdigit()
        and not groups[0].startswith("0")
        and all(len(group) == _DIGITS_AFTER_THOUSANDS for group in groups[1:])
    ):
        return None
    return Decimal(f"{''.join(groups) or '0'}.{fraction or '0'}")


def decimal_sign(texts: Iterable[str]) -> DecimalSign:
    """What the texts of one column, taken together, say about their decimal sign.

    >>> decimal_sign(["1.234,56", "1.234"]).name, decimal_sign(["1.234"]).name
    ('COMMA', 'UNDECIDED')
    """
    votes = {form.vote for text in texts if (form := _form(text))} - {DecimalSign.UNDECIDED}
    if not votes:
        return DecimalSign.UNDECIDED
    return votes.pop() if len(votes) == 1 else DecimalSign.MIXED


def looks_like_amount(text: str) -> bool:
    """Whether the text has the shape of an amount, certain or not."""
    return _form(text) is not None


def text_amount(text: str, sign: DecimalSign = DecimalSign.UNDECIDED) -> ReadAmount:
    """The amount that a text stands for, in a column with that decimal sign.

    Codes: AMOUNT_UNREADABLE, AMOUNT_AMBIGUOUS (a thousand or a decimal), AMOUNT_TOO_FINE (more
    decimals than cents).
    """
    form = _form(text)
    if form is None:
        return NoAmount("AMOUNT_UNREADABLE")
    value = form.comma if form.point is None else form.point
    if form.comma != form.point and form.vote is DecimalSign.UNDECIDED:
        chosen = {DecimalSign.COMMA: form.comma, DecimalSign.POINT: form.point}.get(sign)
        # Three decimals where cents are usual may as well be a thousand.
        if chosen is None or "." in f"{chosen:f}".removesuffix(".0"):
            return NoAmount("AMOUNT_AMBIGUOUS")
        value = chosen
    if value is None or _is_too_fine(value):
        return NoAmount("AMOUNT_TOO_FINE")
    return Amount(euro(-value if form.negative else value), form.currency)


def _is_too_fine(value: Decimal) -> bool:
    exponent = value.as_tuple().exponent
    return isinstance(exponent, int) and -exponent > _CENTS and value != euro(value)


def number_amount(value: Decimal) -> Amount:
    """The amount in a cell that holds a number.

    >>> number_amount(Decimal("1234.5600000000001"))
    Amount(value=Decimal('1234.56'), currency='', rounded=False)
    """
    cents = euro(value)
    return Amount(cents, rounded=abs(value - cents) > _NOISE)
