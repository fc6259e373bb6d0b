"""The very hidden sheet ``_wet``: the figures of the law for the worksheet functions in VBA.

VBA holds no figure of the law. What its functions need stands here, written from the dated law
data at build: rates by kind and date, the scales of collection costs, and the holidays. Amounts are
whole cents and percentages whole ten-thousandths, so that VBA counts in whole numbers only.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from hashlib import sha256
from typing import TypeAlias

from xl_dunning.law.calendar import is_holiday
from xl_dunning.rules.dates import add_days
from xl_dunning.rules.figures import Amount, CostScale, Law, RateTable

SHEET = "_wet"
HEADER = ("soort", "recht", "sleutel", "vanaf", "tot en met", "getal 1", "getal 2", "getal 3")
FIRST_YEAR, LAST_YEAR = 2000, 2050
"""The years whose holidays are written; a pay-by date outside them is not given."""

KINDS = {"consumer": "consument", "commercial": "zakelijk"}
"""Key of a rate table to the word for the debtors whom it is for."""

Cell: TypeAlias = str | int | date | None


@dataclass(frozen=True, slots=True, kw_only=True)
class LawRow:
    """One row of the sheet; days are inclusive, numbers cents or ten-thousandths of a percent."""

    what: str
    country: str = ""
    key: str = ""
    first: date | None = None
    last: date | None = None
    numbers: Sequence[int] = ()

    @property
    def cells(self) -> tuple[Cell, ...]:
        """As many cells as the header has."""
        padding = (None,) * (3 - len(self.numbers))
        return (self.what, self.country, self.key, self.first, self.last, *self.numbers, *padding)


def law_rows(
    laws: Iterable[Law], *, years: range = range(FIRST_YEAR, LAST_YEAR + 1)
) -> tuple[tuple[Cell, ...], ...]:
    """The rows of the sheet: the header, the stamp, and then the figures of each country.

    The stamp is a hash of all that follows: VBA reads the figures anew when it is another.
    """
    rows = [row.cells for law in laws for row in _of_country(law, years)]
    stamp = sha256(repr(rows).encode()).hexdigest()[:16]
    return (HEADER, LawRow(what="stempel", key=stamp).cells, *rows)


def _of_country(law: Law, years: range) -> Iterator[LawRow]:
    for key, word in KINDS.items():
        yield from _rates(law.rates[key], country=law.country, word=word)
    yield from _scales(law.scales["consumer"], country=law.country)
    yield from _floors(law.amounts["business_floor"], country=law.country)
    yield from _calendar(law.country, years)


def _rates(table: RateTable, *, country: str, word: str) -> Iterator[LawRow]:
    """The periods as the rules split them: only where the percentage really changes."""
    for period in table.periods(table.rates[0].valid_from, table.known_until):
        yield LawRow(
            what="rente",
            country=country,
            key=word,
            first=period.first,
            last=period.last,
            numbers=(_parts(period.rate.percent),),
        )


def _scales(scales: Sequence[CostScale], *, country: str) -> Iterator[LawRow]:
    """First all scales, then their brackets: VBA wants rows about one thing together."""
    ordered = sorted(scales, key=lambda scale: scale.valid_from)
    for scale in ordered:
        yield LawRow(
            what="staffel",
            country=country,
            key="consument",
            first=scale.valid_from,
            numbers=(_cents(scale.minimum), _cents(scale.maximum)),
        )
    for scale in ordered:
        for bracket in scale.brackets:
            yield LawRow(
                what="schijf",
                country=country,
                key="consument",
                first=scale.valid_from,
                numbers=(_cents(bracket.above), _cents(bracket.fixed), _parts(bracket.percent)),
            )


def _floors(floors: Sequence[Amount], *, country: str) -> Iterator[LawRow]:
    for floor in sorted(floors, key=lambda floor: floor.valid_from):
        yield LawRow(
            what="minimum",
            country=country,
            key="zakelijk",
            first=floor.valid_from,
            numbers=(_cents(floor.value),),
        )


def _calendar(country: str, years: range) -> Iterator[LawRow]:
    first, last = date(years[0], 1, 1), date(years[-1], 12, 31)
    yield LawRow(what="kalender", country=country, first=first, last=last)
    off, day = is_holiday(country), first
    while day <= last:
        if off(day):
            yield LawRow(what="feestdag", country=country, first=day)
        day = add_days(day, 1)


def _cents(amount: Decimal) -> int:
    return _whole(amount * 100)


def _parts(percent: Decimal) -> int:
    """A percentage in ten-thousandths; the law data have at most four decimals."""
    return _whole(percent * 10_000)


def _whole(value: Decimal) -> int:
    if value != int(value):
        msg = f"{value} has more decimals than the sheet {SHEET} can hold"
        raise ValueError(msg)
    return int(value)
