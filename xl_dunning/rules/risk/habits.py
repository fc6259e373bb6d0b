"""Payment habits (betaalgedrag): how late each debtor pays, and all of them together."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from statistics import median_high

from xl_dunning.rules.money import Euro
from xl_dunning.rules.risk.credibility import common_mean
from xl_dunning.rules.risk.episodes import Episode

ENOUGH = 3
"""With fewer paid invoices than this a debtor's own history is called too little."""
_HALF_LIFE = 365
"""Days after which an invoice counts for half: what was long ago tells less."""
_MOST_DAYS = 90
"""A payment counts as at most so many days late: one that was forgotten does not say it all."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Habit:
    """How one debtor pays. Days late are whole days, 0 for a payment in time."""

    closed: int = 0
    """Paid invoices of which the days are known."""
    late: int = 0
    """How many of them were late."""
    average: float | None = None
    """Mean days late over them, each counted the same; None without any."""
    weight: float = 0.0
    """The number of paid invoices, old ones counted for less."""
    days: float = 0.0
    """Mean days late, old ones counted for less and none for more than ninety."""
    share: float = 0.0
    """The share that was late, old ones counted for less."""
    last_paid: date | None = None
    term: int | None = None
    """The usual days between invoice date and due date; None when the list doesn't tell."""
    usual: Mapping[str, Euro] = field(default_factory=dict)
    """By currency the amount of a usual invoice, where he had enough of them."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Portfolio:
    """All debtors together (de hele lijst)."""

    closed: int
    """Paid invoices of which the days are known."""
    average: float | None
    """Mean days late over them, each counted the same; None without any."""
    days: float | None
    """Mean days late of a debtor, each debtor for his credibility; None without any payment."""
    share: float | None
    """The share late, in the same way."""
    usual: Mapping[str, Euro]


def whole_days(average: float | None) -> int:
    """The mean in whole days, half a day rounded up as a reader expects; 0 when there is none.

    >>> whole_days(24.5), whole_days(None)
    (25, 0)
    """
    return int((average or 0.0) + 0.5)


def habits(
    of_debtors: Mapping[str, Sequence[Episode]], *, reference_date: date
) -> Mapping[str, Habit]:
    """The habit of each debtor."""
    return {
        debtor: _habit(episodes, reference_date=reference_date)
        for debtor, episodes in of_debtors.items()
    }


def portfolio(found: Iterable[Habit], episodes: Iterable[Episode]) -> Portfolio:
    """The habits of all debtors together."""
    known = [habit for habit in found if habit.closed]
    closed = sum(habit.closed for habit in known)
    late = sum(habit.closed * (habit.average or 0) for habit in known)
    return Portfolio(
        closed=closed,
        average=late / closed if closed else None,
        days=common_mean((habit.days, habit.weight) for habit in known),
        share=common_mean((habit.share, habit.weight) for habit in known),
        usual=_usual(episodes, at_least=1),
    )


def _habit(episodes: Sequence[Episode], *, reference_date: date) -> Habit:
    closed = [
        (episode.days_late, 0.5 ** (max((reference_date - episode.due_date).days, 0) / _HALF_LIFE))
        for episode in episodes
        if episode.days_late is not None and episode.due_date is not None
    ]
    usual = _usual(episodes, at_least=ENOUGH)
    terms = [
        (episode.due_date - episode.invoice_date).days
        for episode in episodes
        if episode.due_date and episode.invoice_date and episode.due_date >= episode.invoice_date
    ]
    term = median_high(terms) if terms else None
    if not closed:
        return Habit(usual=usual, term=term)
    weight = sum(each for _, each in closed)
    return Habit(
        closed=len(closed),
        late=sum(days > 0 for days, _ in closed),
        average=sum(days for days, _ in closed) / len(closed),
        weight=weight,
        days=sum(min(days, _MOST_DAYS) * each for days, each in closed) / weight,
        share=sum(each for days, each in closed if days > 0) / weight,
        last_paid=max(episode.paid.on for episode in episodes if episode.paid),
        term=term,
        usual=usual,
    )


def _usual(episodes: Iterable[Episode], *, at_least: int) -> dict[str, Euro]:
    """By currency the middle amount of the invoices, where there are enough."""
    amounts: dict[str, list[Euro]] = defaultdict(list)
    for episode in episodes:
        amounts[episode.currency].append(episode.first_open)
    return {
        currency: median_high(found)
        for currency, found in amounts.items()
        if len(found) >= at_least
    }
