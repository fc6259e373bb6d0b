"""Promises of the past (toezeggingen): kept, partly kept or broken, for the score only.

The list and the log are all that tells. In doubt a promise was kept: it is broken only when a run
saw the invoice open after the promised day and the days that a bank takes.
"""

from __future__ import annotations

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, timedelta
from enum import StrEnum

from xl_dunning.rules.events import Event, EventKind
from xl_dunning.rules.money import ZERO, total
from xl_dunning.rules.risk.episodes import Episode

_BANK_DAYS = 3
"""A promise for Friday may be seen on Monday."""


class Kept(StrEnum):
    """What became of a promise whose day has passed."""

    KEPT = "kept"
    PARTLY = "partly"
    BROKEN = "broken"


def kept_promises(
    log: Iterable[Event], episodes: Iterable[Episode], *, looked: Sequence[date]
) -> Mapping[str, Sequence[Kept]]:
    """By debtor: what became of each promise that can be judged on the last of the days ``looked``.

    A promise that a later one replaced before its day does not count. ``log`` holds the standing
    events, oldest first.
    """
    promises: dict[str, list[Event]] = defaultdict(list)
    for event in log:
        if event.kind is EventKind.PROMISE and event.until and event.on <= looked[-1]:
            promises[event.debtor].append(event)
    known: dict[str, list[Episode]] = defaultdict(list)
    for episode in episodes:
        if episode.debtor in promises:
            known[episode.debtor].append(episode)
    judged: dict[str, list[Kept]] = defaultdict(list)
    for debtor, made in promises.items():
        for number, promise in enumerate(made):
            if _replaced(promise, made[number + 1 :]):
                continue
            result = _judge(promise, known[debtor], looked=looked)
            if result:
                judged[debtor].append(result)
    return judged


def _replaced(promise: Event, later: Iterable[Event]) -> bool:
    return any(
        other.invoice == promise.invoice and promise.until and other.on <= promise.until
        for other in later
    )


def _judge(promise: Event, episodes: Iterable[Episode], *, looked: Sequence[date]) -> Kept | None:
    """The judgement; None when no run looked since, or nothing is known of the invoice."""
    about = [
        episode
        for episode in episodes
        if _is_about(promise, episode)
        and episode.first_seen <= promise.on
        and episode.open_on(promise.on) > ZERO
        and not episode.ended_on
    ]
    if not about or promise.until is None:
        return None
    last = promise.until + timedelta(days=_BANK_DAYS)
    at = bisect_right(looked, last)
    if at == len(looked):
        return None
    # What the first run after the promised day still saw was not paid by then.
    left = total(
        episode.open_on(last) if _dated(episode, last) else episode.open_on(looked[at])
        for episode in about
    )
    before = total(episode.open_on(promise.on) for episode in about)
    promised = before if promise.amount is None else min(promise.amount, before)
    if before - left >= promised:
        return Kept.KEPT
    return Kept.PARTLY if left < before else Kept.BROKEN


def _is_about(promise: Event, episode: Episode) -> bool:
    """A promise for the debtor as a whole is about all that is due by its day."""
    if promise.invoice:
        return episode.invoice == promise.invoice
    return bool(episode.due_date and promise.until and episode.due_date <= promise.until)


def _dated(episode: Episode, day: date) -> bool:
    """Whether the log gives the exact day of the next change after that day."""
    return next((level.exact for level in episode.levels if level.on > day), False)
