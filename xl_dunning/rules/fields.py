"""Typed fields out of a loose mapping: a TOML table or a row of cells.

Every error becomes a finding and reading goes on, so that the user sees all of them at once.
"""

from __future__ import annotations

import difflib
import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from typing import TypeGuard

from xl_dunning.rules.findings import Detail, Finding, Place, Severity, error, warning
from xl_dunning.rules.money import ZERO, Euro, euro

_YES = frozenset({"ja", "j", "waar", "true", "yes"})
_NO = frozenset({"nee", "n", "onwaar", "false", "no"})
_WHOLE = re.compile(r"(-?\d{1,9})(?:\s*dag(?:en)?)?", re.IGNORECASE)
_ABSURD = 15
"""No amount or number of days has so many digits."""
_AMOUNT = re.compile(r"€?\s*(\d+|\d{1,3}(?:\.\d{3})+(?=,))(?:,(\d{1,2}))?")


def similar(word: str, known: Iterable[str]) -> str:
    """The known word that was probably meant; empty when none comes close."""
    by_lower = {name.lower(): name for name in known}
    close = difflib.get_close_matches(word.strip().lower(), by_lower, n=1, cutoff=0.7)
    return by_lower[close[0]] if close else ""


def as_typed(value: object) -> str:
    """A value as the user typed it, near enough to find it back."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return f"{value:f}".replace(".", ",") if is_number(value) else str(value)
    return f"{value:%d-%m-%Y}" if isinstance(value, date) else str(value)


def is_number(value: object) -> TypeGuard[int | Decimal]:
    """Whether it is a number that one can reckon with: no truth value, not endless, not absurd."""
    if isinstance(value, Decimal):
        return value.is_finite() and abs(value.adjusted()) < _ABSURD
    return isinstance(value, int) and not isinstance(value, bool) and abs(value) < 10**_ABSURD


@dataclass(slots=True, kw_only=True)
class Fields:
    """Reads fields from ``values`` one by one and gathers what is wrong in ``findings``.

    ``origin`` says where the values stand (file, stage) and precedes each sentence, with the key.
    ``place`` is for values on a sheet; with a row, the key is the header of a column and sheet,
    row and column precede the sentence instead. ``lenient`` is for values that were typed in
    cells: numbers may be text, yes and no are words. ``headers`` gives keys as the user sees them.
    """

    values: Mapping[str, object]
    origin: str = ""
    place: Place | None = None
    lenient: bool = False
    headers: Mapping[str, str] = field(default_factory=dict)
    findings: list[Finding] = field(default_factory=list)

    def error(self, code: str, key: str, /, **details: Detail) -> None:
        """Notes an error about one field."""
        where, place = self._position(key)
        self.findings.append(error(code, {"where": where, **details}, place=place))

    def warning(self, code: str, key: str, /, **details: Detail) -> None:
        """Notes a warning about one field."""
        where, place = self._position(key)
        self.findings.append(warning(code, {"where": where, **details}, place=place))

    def has_errors(self) -> bool:
        """Whether anything was found that can't work."""
        return any(finding.severity is Severity.ERROR for finding in self.findings)

    def refuse_missing(self, required: Iterable[str]) -> None:
        """An error for every required key that is not there or blank."""
        for key in required:
            value = self.values.get(key)
            if value is None or (isinstance(value, str) and not value.strip()):
                self.error("FIELD_MISSING", key)

    def refuse_unknown(self, known: Iterable[str]) -> None:
        """An error for every key that is not known."""
        names = tuple(known)
        for key in self.values:
            if key in names:
                continue
            if meant := similar(key, names):
                self.error("FIELD_MEANT", key, meant=meant)
            else:
                self.error("FIELD_UNKNOWN", key)

    def text(self, key: str, *, default: str = "") -> str:
        """Text without blanks around it."""
        value = self._value(key)
        if self.lenient and is_number(value):
            # A cell makes a number of a postcode or a key of digits.
            value = f"{Decimal(value).normalize():f}"
        if isinstance(value, str):
            return value.strip() or default
        if value is not None:
            self.error("FIELD_NOT_TEXT", key, value=as_typed(value))
        return default

    def whole(self, key: str, *, least: int = 0, most: int = 3650) -> int | None:
        """A whole number from ``least`` up to and including ``most``; None when there is none."""
        value = self._value(key)
        if value is None:
            return None
        number = self._whole_number(value)
        if number is None or not least <= number <= most:
            self.error("FIELD_NOT_WHOLE", key, value=as_typed(value), least=least, most=most)
            return None
        return number

    def truth(self, key: str, *, default: bool = False) -> bool:
        """Yes or no."""
        value = self._value(key)
        if value is None:
            return default
        if self.lenient and isinstance(value, str) and value.strip().lower() in _YES | _NO:
            return value.strip().lower() in _YES
        if isinstance(value, bool):
            return value
        self.error("FIELD_NOT_YES_NO", key, value=as_typed(value))
        return default

    def amount(self, key: str, *, default: Euro = ZERO) -> Euro:
        """An amount in euro, zero or more, of whole cents."""
        value = self._value(key)
        if value is None:
            return default
        number = self._amount_number(value)
        if number is None or number < 0 or number != euro(number):
            self.error("FIELD_NOT_AMOUNT", key, value=as_typed(value))
            return default
        return euro(number)

    def choice(self, key: str, choices: Mapping[str, str], *, default: str) -> str:
        """One of the words: ``choices`` maps what may be typed (lower case) to its meaning.

        The sentence offers the first spelling of each meaning.
        """
        value = self._value(key)
        if value is None:
            return default
        word = value.strip().lower() if isinstance(value, str) else ""
        if word in choices:
            return choices[word]
        offered: dict[str, str] = {}
        for spelling, meaning in choices.items():
            offered.setdefault(meaning, spelling)
        self.error(
            "FIELD_NOT_ONE_OF", key, value=as_typed(value), choices=", ".join(offered.values())
        )
        return default

    def _position(self, key: str) -> tuple[str, Place | None]:
        header = self.headers.get(key, key)
        place = self.place
        if place is not None and place.row is not None:
            return "", Place(sheet=place.sheet, row=place.row, column=header)
        return ", ".join(part for part in (self.origin, header) if part) + ": ", place

    def _value(self, key: str) -> object:
        value = self.values.get(key)
        return None if self.lenient and isinstance(value, str) and not value.strip() else value

    def _whole_number(self, value: object) -> int | None:
        if isinstance(value, str) and self.lenient and (match := _WHOLE.fullmatch(value.strip())):
            return int(match[1])
        if is_number(value) and value == int(value):
            return int(value)
        return None

    def _amount_number(self, value: object) -> Decimal | None:
        if isinstance(value, str) and self.lenient and (match := _AMOUNT.fullmatch(value.strip())):
            return Decimal(f"{match[1].replace('.', '')}.{match[2] or '0'}")
        return Decimal(value) if is_number(value) else None
