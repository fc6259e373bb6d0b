"""One figure of the law out of a file: its title and article, and its rows in order."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from xl_dunning.law.coverage import EVERY, OPEN, Span, check_gaps, check_order
from xl_dunning.law.values import OWN_KEYS, Above, Value, day, sources_of, value_from
from xl_dunning.rules.events import Channel
from xl_dunning.rules.fields import Fields
from xl_dunning.rules.figures import Ground, Rate, RateTable

_KINDS = {kind: kind for kind in OWN_KEYS}
_KEYS = ("kind", "key", "title", "article", "checked_on", "values")
_CHANNELS = {channel.value: channel.value for channel in (Channel.POST, Channel.EMAIL)}


@dataclass(frozen=True, slots=True, kw_only=True)
class Figure:
    """What a file says about one subject; ``values`` are in order of their days."""

    kind: str
    key: str
    title: str
    values: tuple[Value, ...]
    known_until: date | None = None
    """Rates only: the last day that is known, inclusive."""
    same_as: str = ""
    """Rates only: the table whose percentages it shares, under an article of its own."""
    ground: Ground | None = None
    """Rates only: that article."""


def figure_from(fields: Fields, sources: Mapping[str, str]) -> Figure | None:
    """The figure of a table ``[[figure]]``; None when anything is wrong with it."""
    fields.refuse_missing(("kind", "key", "title"))
    kind = fields.choice("kind", _KINDS, default="number")
    key = fields.text("key")
    if kind == "delivery":
        fields.choice("key", _CHANNELS, default="post")
    above = Above(
        key=key,
        article=fields.text("article"),
        checked_on=day(fields, "checked_on"),
        sources=sources,
    )
    if kind == "rates" and "same_as" in fields.values:
        return _shared(fields, above)
    extra = ("every", "known_until") if kind == "rates" else ()
    fields.refuse_unknown((*_KEYS, *extra))
    rows = _rows(fields)
    made = [value_from(kind, row, above) for row in rows]
    for row in rows:
        fields.findings.extend(row.findings)
    values = tuple(value for value in made if value is not None)
    known_until = _known_until(fields, rows, values) if kind == "rates" else None
    if kind != "rates":
        check_order(fields, [value.valid_from for value in values])
    if fields.has_errors():
        return None
    return Figure(
        kind=kind, key=key, title=fields.text("title"), values=values, known_until=known_until
    )


def table_of(figure: Figure, *, country: str) -> RateTable:
    """The figure as the rules use it."""
    return RateTable(
        key=figure.key,
        title=figure.title,
        rates=tuple(value for value in figure.values if isinstance(value, Rate)),
        known_until=figure.known_until or date.min,
        country=country,
    )


def under_article(table: RateTable, figure: Figure) -> RateTable:
    """The percentages of another table, under the title and article of this figure."""
    ground = figure.ground
    if ground is None:
        return table
    rates = tuple(
        replace(
            rate,
            ground=replace(
                rate.ground,
                article=ground.article,
                source=f"{ground.source}; {rate.ground.source}",
            ),
        )
        for rate in table.rates
    )
    return replace(table, key=figure.key, title=figure.title, rates=rates)


def _shared(fields: Fields, above: Above) -> Figure | None:
    fields.refuse_missing(("same_as", "article", "checked_on", "source"))
    fields.refuse_unknown(("kind", "key", "title", "article", "checked_on", "source", "same_as"))
    source = sources_of(fields, above.sources)
    if fields.has_errors() or above.checked_on is None:
        return None
    return Figure(
        kind="rates",
        key=above.key,
        title=fields.text("title"),
        values=(),
        same_as=fields.text("same_as"),
        ground=Ground(article=above.article, source=source, checked_on=above.checked_on),
    )


def _rows(fields: Fields) -> list[Fields]:
    rows = fields.values.get("values")
    if not isinstance(rows, list) or not rows:
        fields.error("FIELD_MISSING", "values")
        return []
    return [
        Fields(
            values=row if isinstance(row, Mapping) else {},
            origin=f"{fields.origin}, values {number}",
            findings=[],
        )
        for number, row in enumerate(rows, start=1)
    ]


def _known_until(fields: Fields, rows: Sequence[Fields], values: Sequence[Value]) -> date | None:
    """Whether the rows leave no gap; the last day that they speak of."""
    fields.refuse_missing(("every",))
    every = fields.choice("every", EVERY, default=OPEN)
    stated = day(fields, "known_until")
    if fields.has_errors():
        return None
    days = [value.valid_from for value in values]
    check_order(fields, days)
    if fields.has_errors():
        return None
    spans = [
        Span(valid_from=since, through=day(row, "through"))
        for since, row in zip(days, rows, strict=True)
    ]
    end = check_gaps(fields, spans, every=every)
    if every != OPEN:
        if stated:
            fields.error("LAW_KNOWN_UNTIL_TWICE", "known_until", day=end)
        return end
    if stated is None:
        fields.error("FIELD_MISSING", "known_until")
    elif stated < days[-1]:
        fields.error("LAW_KNOWN_UNTIL_EARLY", "known_until", day=stated, since=days[-1])
    return stated
