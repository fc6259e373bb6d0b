"""What headers mean: the lexicon, per field of ours, and how sure each spelling is."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from enum import IntEnum
from functools import cache
from importlib.resources import files
from typing import Any

from xl_dunning.sheets.words import compact

RESULT_HEADERS = (
    "Dagen te laat",
    "Fase",
    "Actie",
    "Actie vanaf",
    "Reden",
    "Rente",
    "Incassokosten",
    "Te vorderen",
)
"""Headers of our own result columns, which stand in a list that was marked before."""

# Said behind an amount they change nothing; "excl." would, so it is not here.
_QUALIFIER = re.compile(r"(?:ineuro|ineur|euros|euro|eur|inclbtw|inclusiefbtw|inclvat)$")


class Tier(IntEnum):
    """How sure a header is about its field."""

    CERTAIN = 1
    USUAL = 2
    CONTEXT = 3


@dataclass(frozen=True, slots=True)
class Sense:
    """One thing that a header may mean; ``rank`` is its place among the spellings of the field."""

    field: str
    tier: Tier
    rank: int


@dataclass(frozen=True, slots=True)
class Lexicon:
    """Senses by compact header, for an items list and for a sheet with debtor data."""

    kinds: Mapping[str, str]
    """Field to the kind of its values, in the order of importance."""
    items: Mapping[str, tuple[Sense, ...]]
    debtors: Mapping[str, tuple[Sense, ...]]
    spellings: Mapping[str, tuple[str, ...]]
    veto: tuple[str, ...]


@cache
def lexicon() -> Lexicon:
    """The lexicon of lexicon.toml, read once."""
    data: dict[str, Any] = tomllib.loads(
        files("xl_dunning.sheets").joinpath("lexicon.toml").read_text(encoding="utf-8")
    )
    veto = tuple(data.pop("veto"))
    items: dict[str, list[Sense]] = {}
    debtors: dict[str, list[Sense]] = {}
    for name, entry in data.items():
        for tier in Tier:
            for rank, alias in enumerate(entry.get(tier.name.casefold(), ())):
                _add(items, alias, Sense(name, tier, rank))
                _add(debtors, alias, Sense(name, tier, rank))
        for rank, alias in enumerate(entry.get("debtors", ())):
            _add(debtors, alias, Sense(name, Tier.CERTAIN, rank))
    return Lexicon(
        kinds={name: entry["kind"] for name, entry in data.items()},
        items={alias: tuple(senses) for alias, senses in items.items()},
        debtors={alias: tuple(senses) for alias, senses in debtors.items()},
        spellings={
            name: (name, *entry.get("certain", ()), *entry.get("usual", ()))
            for name, entry in data.items()
        },
        veto=veto,
    )


def _add(table: dict[str, list[Sense]], alias: str, sense: Sense) -> None:
    """Add a spelling; "Factuurnr." and "Factuur #" are the same one once compared."""
    known = table.setdefault(compact(alias), [])
    if not any(other.field == sense.field and other.tier <= sense.tier for other in known):
        known.append(sense)


def senses(header: str, *, debtors: bool = False) -> tuple[Sense, ...]:
    """All that a header may mean, in a list of items or on a sheet with debtor data."""
    table = lexicon().debtors if debtors else lexicon().items
    plain = compact(header)
    found = table.get(plain)
    if found is None:
        found = table.get(_QUALIFIER.sub("", plain), ())
        found = tuple(Sense(s.field, Tier(min(s.tier + 1, Tier.CONTEXT)), s.rank) for s in found)
    return found


def field_named(text: str) -> str | None:
    """The field of ours that goes by that name; None when there is none."""
    return next((name for name in lexicon().kinds if compact(name) == compact(text)), None)


def headers_like(field: str, headers: Iterable[str]) -> tuple[str, ...]:
    """Headers that look like a spelling of the field: a question to the user, never an answer."""
    known = [compact(spelling) for spelling in lexicon().spellings[field]]
    return tuple(
        header
        for header in headers
        if not any(word in compact(header) for word in lexicon().veto)
        and get_close_matches(compact(header), known, n=1, cutoff=0.75)
    )
