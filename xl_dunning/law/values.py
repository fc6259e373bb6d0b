"""One dated value of the law out of a row of a file: its number, its day, its ground.

A number stands between quotes, for TOML makes a float of a bare one. A mistake becomes a finding
and reading goes on, so that whoever keeps the files sees all of them at once.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime
from decimal import Decimal
from typing import TypeAlias

from xl_dunning.rules.events import Channel
from xl_dunning.rules.fields import Fields, as_typed
from xl_dunning.rules.figures import (
    Amount,
    Bracket,
    CostScale,
    Delivery,
    Ground,
    Number,
    Percentage,
    Rate,
)
from xl_dunning.rules.money import euro

Value: TypeAlias = Rate | CostScale | Number | Amount | Percentage | Delivery

GROUND_KEYS = ("valid_from", "source", "article", "checked_on", "doubt")
OWN_KEYS: Mapping[str, tuple[str, ...]] = {
    "rates": ("percent",),
    "scale": ("minimum", "maximum", "brackets"),
    "number": ("value",),
    "amount": ("value",),
    "percentage": ("value",),
    "delivery": ("days", "weekdays"),
}
"""The keys that a row of each kind must have beside its ground."""

_WEEKDAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")
_NUMBER = re.compile(r"\d{1,7}(?:\.\d{1,4})?")


@dataclass(frozen=True, slots=True, kw_only=True)
class Above:
    """What the figure says for all its rows, and the sources of its file."""

    key: str
    article: str
    checked_on: date | None
    sources: Mapping[str, str]


def day(fields: Fields, key: str) -> date | None:
    """A day as TOML knows it: year-month-day without quotes."""
    value = fields.values.get(key)
    if value is None:
        return None
    if isinstance(value, date) and not isinstance(value, datetime):
        return value
    fields.error("LAW_NOT_A_DAY", key, value=as_typed(value))
    return None


def value_from(kind: str, fields: Fields, above: Above) -> Value | None:
    """The value of a row, or None when anything is wrong with it."""
    fields.refuse_missing(("valid_from", *OWN_KEYS[kind]))
    # `through` says for how long a rate is known: see coverage.
    known = (*GROUND_KEYS, *OWN_KEYS[kind], *(["through"] if kind == "rates" else []))
    fields.refuse_unknown(known)
    ground = _ground(fields, above)
    since = day(fields, "valid_from")
    made = _MAKERS[kind](fields, above, since or date.min, ground)
    return None if fields.has_errors() else made


def sources_of(fields: Fields, sources: Mapping[str, str]) -> str:
    """The publications that a row names by their keys, written out."""
    names = fields.text("source").split()
    for name in names:
        if name not in sources:
            fields.error("LAW_SOURCE_UNKNOWN", "source", value=name)
    return "; ".join(sources.get(name, "") for name in names)


def _ground(fields: Fields, above: Above) -> Ground:
    article = fields.text("article", default=above.article)
    checked_on = day(fields, "checked_on") or above.checked_on
    for key, value in (
        ("article", article),
        ("checked_on", checked_on),
        ("source", fields.text("source")),
    ):
        if not value:
            fields.error("FIELD_MISSING", key)
    return Ground(
        article=article,
        source=sources_of(fields, above.sources),
        checked_on=checked_on or date.min,
        doubt=fields.text("doubt"),
    )


def _number(fields: Fields, key: str) -> Decimal:
    value = fields.values.get(key)
    if isinstance(value, str) and _NUMBER.fullmatch(value):
        return Decimal(value)
    if value is not None:
        fields.error("LAW_NOT_QUOTED", key, value=as_typed(value))
    return Decimal(0)


def _rate(fields: Fields, _above: Above, since: date, ground: Ground) -> Rate:
    day(fields, "through")
    return Rate(valid_from=since, percent=_number(fields, "percent"), ground=ground)


def _scale(fields: Fields, _above: Above, since: date, ground: Ground) -> CostScale:
    minimum, maximum = euro(_number(fields, "minimum")), euro(_number(fields, "maximum"))
    brackets = _brackets(fields)
    limits = [bracket.above for bracket in brackets]
    if not limits or limits[0] != 0 or limits != sorted(set(limits)):
        fields.error("LAW_BRACKETS", "brackets")
    if minimum > maximum:
        fields.error("LAW_SCALE_LIMITS", "minimum", minimum=minimum, maximum=maximum)
    return CostScale(
        valid_from=since, brackets=brackets, minimum=minimum, maximum=maximum, ground=ground
    )


def _brackets(fields: Fields) -> tuple[Bracket, ...]:
    rows = fields.values.get("brackets")
    brackets: list[Bracket] = []
    for row in rows if isinstance(rows, list) else []:
        part = Fields(
            values=row if isinstance(row, Mapping) else {},
            origin=f"{fields.origin}, brackets {len(brackets) + 1}",
            findings=fields.findings,
        )
        keys = ("above", "fixed", "percent")
        part.refuse_missing(keys)
        part.refuse_unknown(keys)
        above, fixed, percent = (_number(part, key) for key in keys)
        brackets.append(Bracket(above=euro(above), fixed=euro(fixed), percent=percent))
    return tuple(brackets)


def _whole(fields: Fields, _above: Above, since: date, ground: Ground) -> Number:
    return Number(valid_from=since, value=fields.whole("value") or 0, ground=ground)


def _amount(fields: Fields, _above: Above, since: date, ground: Ground) -> Amount:
    return Amount(valid_from=since, value=euro(_number(fields, "value")), ground=ground)


def _percentage(fields: Fields, _above: Above, since: date, ground: Ground) -> Percentage:
    return Percentage(valid_from=since, value=_number(fields, "value"), ground=ground)


def _delivery(fields: Fields, above: Above, since: date, ground: Ground) -> Delivery:
    words = fields.text("weekdays").split()
    for word in words:
        if word not in _WEEKDAYS:
            fields.error("FIELD_NOT_ONE_OF", "weekdays", value=word, choices=", ".join(_WEEKDAYS))
    return Delivery(
        valid_from=since,
        channel=Channel(above.key) if above.key in tuple(Channel) else Channel.POST,
        days=fields.whole("days", most=30) or 0,
        weekdays=frozenset(index for index, word in enumerate(_WEEKDAYS) if word in words),
        ground=ground,
    )


_MAKERS: Mapping[str, Callable[[Fields, Above, date, Ground], Value]] = {
    "rates": _rate,
    "scale": _scale,
    "number": _whole,
    "amount": _amount,
    "percentage": _percentage,
    "delivery": _delivery,
}
