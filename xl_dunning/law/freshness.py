"""Whether the figures of the law may have changed since somebody last looked.

Rates change on 1 January and 1 July. A table that is out of date fails silently unless it is asked
how old it is.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from xl_dunning.law.loader import load_law
from xl_dunning.law.own_rates import OwnRate
from xl_dunning.rules.figures import Ground, Law, RateTable
from xl_dunning.rules.findings import Finding, warning

_JULY = 7
_COUNTRY_NAMES = {"nl": "Nederlandse", "be": "Belgische"}


def stale(law: Law, *, on: date) -> tuple[Finding, ...]:
    """A warning when a 1 January or 1 July has passed since the figures were last checked.

    A rate table that the user has extended since counts as checked on that day; the oldest day
    of all figures is the one that is shown.
    """
    turn = date(on.year, _JULY if on.month >= _JULY else 1, 1)
    checked = {table.title: last_check(table) for table in law.rates.values()}
    checked["bedragen en termijnen"] = min(ground.checked_on for ground in _grounds(law))
    old = {name: day for name, day in checked.items() if day < turn}
    if not old:
        return ()
    return (
        warning(
            "LAW_STALE",
            law=_COUNTRY_NAMES[law.country],
            checked_on=min(old.values()),
            day=turn,
            names=", ".join(old),
        ),
    )


def overruled(law: Law, own_rates: Sequence[OwnRate]) -> tuple[Finding, ...]:
    """A warning for each own rate that differs from what a newer version knows for that day."""
    shipped = load_law(law.country)
    found: list[Finding] = []
    for own in own_rates:
        if own.country != law.country:
            continue
        table = shipped.rates[own.key]
        if own.valid_from > table.known_until:
            continue
        (period,) = table.periods(own.valid_from, own.valid_from)
        if period.rate.percent != own.percent:
            found.append(
                warning(
                    "OWN_RATE_OVERRULED",
                    rate=table.title,
                    day=own.valid_from,
                    own=f"{own.percent}".replace(".", ","),
                    percent=f"{period.rate.percent}".replace(".", ","),
                )
            )
    return tuple(found)


def last_check(table: RateTable) -> date:
    """The last day on which somebody looked whether the table still holds."""
    return max(rate.ground.checked_on for rate in table.rates)


def _grounds(law: Law) -> Iterator[Ground]:
    for group in (law.scales, law.numbers, law.amounts, law.percentages):
        for figures in group.values():
            yield figures[-1].ground
    yield from (delivery.ground for delivery in law.deliveries)
