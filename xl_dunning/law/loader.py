"""The figures of a country from its folder, with the rates that the user added."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import lru_cache
from pathlib import Path
from typing import TypeVar

from xl_dunning.law.coverage import half_year_end
from xl_dunning.law.figure import Figure, figure_from, table_of, under_article
from xl_dunning.law.own_rates import OwnRate
from xl_dunning.law.values import Value
from xl_dunning.rules.dates import add_days
from xl_dunning.rules.fields import Fields
from xl_dunning.rules.figures import (
    Amount,
    CostScale,
    Delivery,
    Ground,
    Law,
    Number,
    Percentage,
    Rate,
    RateTable,
)
from xl_dunning.rules.findings import Finding, Refusal, error
from xl_dunning.toml_file import read_toml

COUNTRIES = ("nl", "be")
"""The jurisdictions (rechtsstelsels) whose figures are here."""

_FOLDER = Path(__file__).parent
_NEEDED = (
    ("rates", "consumer"),
    ("rates", "commercial"),
    ("scale", "consumer"),
    ("number", "letter_term"),
    ("number", "payment_term"),
    ("amount", "business_floor"),
    ("delivery", "post"),
    ("delivery", "email"),
)
"""What the rules ask of every country; they ask for the rest where it exists."""

ValueT = TypeVar("ValueT", bound=Value)


def load_law(country: str, *, own_rates: Sequence[OwnRate] = ()) -> Law:
    """The law of a country as shipped, extended by the user's own rates; read once.

    Own rates of other countries, and those for days that are known now, are left out.

    Raises:
        Refusal: LAW_UNKNOWN for another country, LAW_WRONG with all mistakes in its files,
            OWN_RATE_GAP for an own rate that does not follow the last known day.
    """
    if country not in COUNTRIES:
        raise Refusal("LAW_UNKNOWN", country=country, countries=", ".join(COUNTRIES))
    return _loaded(country, tuple(rate for rate in own_rates if rate.country == country))


@lru_cache(maxsize=16)
def _loaded(country: str, own_rates: tuple[OwnRate, ...]) -> Law:
    return read_law(_FOLDER / country, country=country, own_rates=own_rates)


def read_law(folder: Path, *, country: str, own_rates: Sequence[OwnRate] = ()) -> Law:
    """The law out of all files in a folder; raises as ``load_law``."""
    figures, findings = _figures(folder)
    known = {(figure.kind, figure.key) for figure in figures}
    if not findings:
        findings = [
            error("LAW_FIGURE_MISSING", kind=kind, key=key)
            for kind, key in _NEEDED
            if (kind, key) not in known
        ] + [
            error("LAW_SAME_AS_UNKNOWN", key=figure.key, value=figure.same_as)
            for figure in figures
            if figure.same_as and ("rates", figure.same_as) not in known
        ]
    if findings:
        raise Refusal("LAW_WRONG", country=country, findings=tuple(findings))
    return Law(
        country=country,
        rates=_tables(figures, own_rates, country=country),
        scales=_of_kind(figures, CostScale),
        numbers=_of_kind(figures, Number),
        amounts=_of_kind(figures, Amount),
        percentages=_of_kind(figures, Percentage),
        deliveries=tuple(
            value for figure in figures for value in figure.values if isinstance(value, Delivery)
        ),
    )


def figures_of(country: str) -> tuple[Figure, ...]:
    """Every figure of a country with its title, as shipped; raises as ``load_law``."""
    load_law(country)
    return tuple(_figures(_FOLDER / country)[0])


def _figures(folder: Path) -> tuple[list[Figure], list[Finding]]:
    figures: list[Figure] = []
    findings: list[Finding] = []
    seen: set[tuple[str, str]] = set()
    for path in sorted(folder.glob("*.toml")):
        tables = read_toml(path)
        whole = Fields(values=tables, origin=f"{folder.name}/{path.name}", findings=findings)
        whole.refuse_unknown(("sources", "figure"))
        sources = tables.get("sources")
        named = (
            {str(key): str(text) for key, text in sources.items()}
            if isinstance(sources, Mapping)
            else {}
        )
        for table in _list(tables.get("figure")):
            key = str(table.get("key", "?"))
            fields = Fields(values=table, origin=f"{folder.name}/{path.name}, {key}")
            figure = figure_from(fields, named)
            if figure and (figure.kind, figure.key) in seen:
                fields.error("LAW_KEY_DOUBLED", "key", value=figure.key)
            findings += fields.findings
            if figure:
                seen.add((figure.kind, figure.key))
                figures.append(figure)
    return figures, findings


def _list(value: object) -> list[Mapping[str, object]]:
    rows = value if isinstance(value, list) else []
    return [row if isinstance(row, Mapping) else {} for row in rows]


def _tables(
    figures: Sequence[Figure], own_rates: Sequence[OwnRate], *, country: str
) -> dict[str, RateTable]:
    own = {
        figure.key: _extended(table_of(figure, country=country), own_rates)
        for figure in figures
        if figure.kind == "rates" and not figure.same_as
    }
    shared = {
        figure.key: under_article(own[figure.same_as], figure)
        for figure in figures
        if figure.same_as
    }
    return {**own, **shared}


def _of_kind(figures: Sequence[Figure], kind: type[ValueT]) -> dict[str, tuple[ValueT, ...]]:
    # A rate and a scale may bear one key: figures of another kind are passed by.
    return {
        figure.key: values
        for figure in figures
        if (values := tuple(value for value in figure.values if isinstance(value, kind)))
    }


def _extended(table: RateTable, own_rates: Sequence[OwnRate]) -> RateTable:
    """The table with the user's rates for days that it does not know; each for a half-year."""
    article = table.rates[-1].ground.article
    shipped_until = table.known_until
    for own in sorted(own_rates, key=lambda rate: rate.valid_from):
        if own.key != table.key or own.valid_from <= shipped_until:
            continue
        follows = add_days(table.known_until, 1)
        if own.valid_from > follows:
            raise Refusal(
                "OWN_RATE_GAP", rate=table.title, day=own.valid_from, first=follows, key=own.key
            )
        if own.valid_from == table.rates[-1].valid_from:
            raise Refusal("OWN_RATE_TWICE", rate=table.title, day=own.valid_from)
        ground = Ground(article=article, source="door uzelf toegevoegd", checked_on=own.added_on)
        table = replace(
            table,
            rates=(
                *table.rates,
                Rate(valid_from=own.valid_from, percent=own.percent, ground=ground),
            ),
            known_until=half_year_end(own.valid_from),
        )
    return table
