"""Figures of the law as the rules use them: dated, each with its article and source.

The numbers themselves lie in ``xl_dunning/law/*/*.toml``; here is only their shape. A figure holds
from its ``valid_from`` until the next one of its kind. Nothing is extrapolated: a day after the
last known one is refused.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import Protocol, TypeVar

from xl_dunning.rules.dates import add_days
from xl_dunning.rules.events import Channel
from xl_dunning.rules.findings import Refusal
from xl_dunning.rules.money import Euro


@dataclass(frozen=True, slots=True, kw_only=True)
class Ground:
    """Where a figure comes from."""

    article: str
    source: str
    checked_on: date
    """The day on which somebody last read the source and found it unchanged."""
    doubt: str = ""
    """What is uncertain about it, in Dutch; empty when the sources agree."""


class Dated(Protocol):
    """Anything that holds from a day on."""

    @property
    def valid_from(self) -> date:
        """First day on which it holds."""


FigureT = TypeVar("FigureT", bound=Dated)


@dataclass(frozen=True, slots=True, kw_only=True)
class Rate:
    """A rate of interest in percent a year."""

    valid_from: date
    percent: Decimal
    ground: Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class RatePeriod:
    """Days with one rate; both ends inclusive."""

    first: date
    last: date
    rate: Rate


@dataclass(frozen=True, slots=True, kw_only=True)
class RateTable:
    """All known rates of one kind, oldest first; ``known_until`` is inclusive."""

    key: str
    title: str
    rates: tuple[Rate, ...]
    known_until: date
    country: str = "nl"

    def periods(self, first: date, last: date) -> tuple[RatePeriod, ...]:
        """The days from first to last, both inclusive, split only where the rate really changes.

        Raises:
            Refusal: RATE_UNKNOWN for a day after ``known_until``, RATE_BEFORE_FIRST for a day
                before the first rate.
        """
        if last > self.known_until:
            raise Refusal(
                "RATE_UNKNOWN",
                rate=self.title,
                key=self.key,
                law=self.country,
                day=last,
                known_until=self.known_until,
                since=add_days(self.known_until, 1),
            )
        if first < self.rates[0].valid_from:
            raise Refusal(
                "RATE_BEFORE_FIRST", rate=self.title, day=first, since=self.rates[0].valid_from
            )
        at = bisect_right(self.rates, first, key=lambda rate: rate.valid_from) - 1
        periods: list[RatePeriod] = []
        while first <= last:
            rate = self.rates[at]
            at += 1
            end = add_days(self.rates[at].valid_from, -1) if at < len(self.rates) else last
            stop = min(last, end)
            if periods and periods[-1].rate.percent == rate.percent:
                periods[-1] = RatePeriod(first=periods[-1].first, last=stop, rate=periods[-1].rate)
            else:
                periods.append(RatePeriod(first=first, last=stop, rate=rate))
            first = add_days(stop, 1)
        return tuple(periods)


@dataclass(frozen=True, slots=True, kw_only=True)
class Bracket:
    """For a principal above ``above`` euro: ``fixed`` + ``percent`` of what lies above it."""

    above: Euro
    fixed: Euro
    percent: Decimal


@dataclass(frozen=True, slots=True, kw_only=True)
class CostScale:
    """A scale of collection costs; all amounts in euro, ``maximum`` inclusive."""

    valid_from: date
    brackets: tuple[Bracket, ...]
    minimum: Euro
    maximum: Euro
    ground: Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class Number:
    """A whole number that the law fixes: days, months, years or a count."""

    valid_from: date
    value: int
    ground: Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class Amount:
    """An amount in euro that the law fixes."""

    valid_from: date
    value: Euro
    ground: Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class Percentage:
    """A percentage that the law fixes, such as VAT."""

    valid_from: date
    value: Decimal
    ground: Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class Delivery:
    """When a message of one channel counts as delivered: the n-th delivery day after sending.

    0 days: on the day of sending itself. Only the weekdays (Monday is 0) that are no official
    holiday count.
    """

    valid_from: date
    channel: Channel
    days: int
    weekdays: frozenset[int]
    ground: Ground


@dataclass(frozen=True, slots=True, kw_only=True)
class Law:
    """The figures of one country, read from its files."""

    country: str
    rates: dict[str, RateTable]
    """consumer, commercial; in Belgium also legal."""
    scales: dict[str, tuple[CostScale, ...]]
    """consumer: the scale of costs that a consumer owes at most."""
    numbers: dict[str, tuple[Number, ...]]
    amounts: dict[str, tuple[Amount, ...]]
    percentages: dict[str, tuple[Percentage, ...]]
    deliveries: tuple[Delivery, ...]


def in_force(figures: Sequence[FigureT], day: date) -> FigureT:
    """The figure that holds on the day: the last one that is not later.

    Raises:
        Refusal: FIGURE_BEFORE_FIRST when none held yet.
    """
    held = [figure for figure in figures if figure.valid_from <= day]
    if not held:
        raise Refusal("FIGURE_BEFORE_FIRST", day=day)
    return max(held, key=lambda figure: figure.valid_from)
