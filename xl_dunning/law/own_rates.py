"""Rates that the user added herself, for periods that this version does not know yet.

They stand in ``eigen-rentes.toml`` beside the list and its case file, so that whoever works with
that list uses the same rates, and a newer version finds them back.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path

from xl_dunning.law.values import day
from xl_dunning.rules.fields import Fields, as_typed
from xl_dunning.rules.findings import Refusal
from xl_dunning.toml_file import read_toml

OWN_RATES_FILE = "eigen-rentes.toml"

_COUNTRIES = {"nl": "nl", "be": "be"}
_KINDS = {"consument": "consumer", "zakelijk": "commercial"}
_KEYS = ("recht", "soort", "vanaf", "percentage", "toegevoegd")
_HIGHEST = 30
"""No statutory rate was ever near this; more is a slip of the finger."""
_HEAD = """\
# Rentepercentages die u zelf hebt toegevoegd met: xl-dunning rates --add
# Zij gelden voor alle lijsten in deze map.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnRate:
    """A rate in percent a year, from the first day of a period that was not known."""

    country: str
    key: str
    """consumer or commercial."""
    valid_from: date
    percent: Decimal
    added_on: date


def is_plausible(percent: Decimal) -> bool:
    """Whether it can be a statutory rate: more than nothing, at most 30% a year."""
    return 0 < percent <= _HIGHEST


def read_own_rates(path: Path) -> tuple[OwnRate, ...]:
    """The rates in the file, oldest first; none when there is no file.

    Raises:
        Refusal: OWN_RATES_WRONG with all that is wrong, or a TOML code.
    """
    if not path.exists():
        return ()
    tables = read_toml(path)
    fields = Fields(values=tables, origin=path.name)
    fields.refuse_unknown(("rente",))
    rows = tables.get("rente", [])
    rates = [
        _rate(Fields(values=row, origin=f"{path.name}, rente {number}", findings=fields.findings))
        for number, row in enumerate(rows if isinstance(rows, list) else [], start=1)
        if isinstance(row, Mapping)
    ]
    if fields.findings or not isinstance(rows, list) or len(rates) != len(rows):
        raise Refusal("OWN_RATES_WRONG", file=str(path), findings=tuple(fields.findings))
    return tuple(sorted(rates, key=lambda rate: (rate.country, rate.key, rate.valid_from)))


def write_own_rates(path: Path, rates: Iterable[OwnRate]) -> None:
    """Replace the file as a whole, so that it is never half written.

    Raises:
        Refusal: OWN_RATES_NOT_WRITTEN when the folder can't be written in.
    """
    words = {key: word for word, key in _KINDS.items()}
    blocks = [
        f'[[rente]]\nrecht = "{rate.country}"\nsoort = "{words[rate.key]}"\n'
        f'vanaf = {rate.valid_from.isoformat()}\npercentage = "{rate.percent}"\n'
        f"toegevoegd = {rate.added_on.isoformat()}\n"
        for rate in rates
    ]
    beside = path.with_name(f"{path.name}.nieuw")
    try:
        beside.write_text("\n".join([_HEAD, *blocks]), encoding="utf-8")
        os.replace(beside, path)  # noqa: PTH105 - says that an existing file is replaced
    except OSError:
        raise Refusal("OWN_RATES_NOT_WRITTEN", file=str(path)) from None


def _rate(fields: Fields) -> OwnRate:
    fields.refuse_missing(_KEYS)
    fields.refuse_unknown(_KEYS)
    return OwnRate(
        country=fields.choice("recht", _COUNTRIES, default="nl"),
        key=fields.choice("soort", _KINDS, default="consumer"),
        valid_from=day(fields, "vanaf") or date.min,
        percent=_percent(fields),
        added_on=day(fields, "toegevoegd") or date.min,
    )


def _percent(fields: Fields) -> Decimal:
    value = fields.values.get("percentage")
    if value is None:
        return Decimal(0)
    typed = value.replace(",", ".") if isinstance(value, str) else ""
    digits = typed.replace(".", "", 1)
    if digits.isascii() and digits.isdigit() and is_plausible(percent := Decimal(typed)):
        return percent
    fields.error("OWN_RATE_PERCENT", "percentage", value=as_typed(value))
    return Decimal(0)
