"""Attempts (pogingen): each letter sent and each call made so far, and whether it brought money.

It helped when the invoice was paid, or at least half of what was open, within fourteen days after
it and before the next step. What follows a step need not come from it: the count compares steps,
it proves nothing.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TypeAlias

from xl_dunning.rules.events import Event, EventKind, Outcome
from xl_dunning.rules.ledger import ItemKey
from xl_dunning.rules.money import ZERO
from xl_dunning.rules.risk.episodes import Episode

CALL = "call"
"""What all phone calls together are counted under; every other step goes by its stage's key."""
WINDOW = 14
"""Days after a step in which a payment counts as brought by it, the last one included."""

_NO_STEPS = (EventKind.IMPORTED, EventKind.PASSED_OVER, EventKind.PAYMENT, EventKind.VOID)

StepKind: TypeAlias = str
"""A stage's key, or ``call``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Attempt:
    """One letter or call to a debtor, however many invoices it was about."""

    on: date
    debtor: str
    step: StepKind
    outcome: Outcome | None
    """For a call: what came of it, when that was noted."""
    helped: float
    """The share of its invoices that were paid, or at least half of what was open: 0 to 1."""


def step_of(event: Event) -> StepKind | None:
    """What kind of step the event carried out; None when it was none.

    A step that was passed over helped nobody; case files of an earlier version hold such calls as
    calls, which a run itself wrote down.
    """
    if event.kind is EventKind.CALL:
        return None if event.run else CALL
    if event.kind in _NO_STEPS:
        return None
    return event.stage or None


def attempts(
    log: Sequence[Event], episodes: Iterable[Episode], *, looked: Sequence[date]
) -> tuple[Attempt, ...]:
    """The attempts whose fourteen days are over on the last of the days that runs ``looked``.

    Later ones are left out, those that helped already too: what a quick answer would add, a slow
    one can't take away yet. Where no payment in the log gives the day, the first run on or after
    the fourteenth day judges. ``log`` holds the standing events, oldest first.
    """
    known: dict[str, dict[str, Episode]] = defaultdict(dict)
    for episode in episodes:
        known[episode.debtor][episode.invoice] = episode
    grouped: dict[tuple[date, str, StepKind, Outcome | None], set[str]] = defaultdict(set)
    steps: dict[ItemKey, list[date]] = defaultdict(list)
    for event in log:
        if (step := step_of(event)) and event.debtor in known and event.on <= looked[-1]:
            grouped[event.on, event.debtor, step, event.outcome].add(event.invoice)
            steps[event.debtor, event.invoice].append(event.on)
    made: list[Attempt] = []
    for (on, debtor, step, outcome), invoices in grouped.items():
        if on + timedelta(days=WINDOW) > looked[-1]:
            continue
        answers = [
            _helped(episode, on, steps=steps, looked=looked)
            for episode in _concerned(on, invoices, known[debtor])
        ]
        if answers:
            helped = sum(answers) / len(answers)
            made.append(Attempt(on=on, debtor=debtor, step=step, outcome=outcome, helped=helped))
    return tuple(made)


def _concerned(
    on: date, invoices: Collection[str], of_debtor: Mapping[str, Episode]
) -> Iterator[Episode]:
    """The invoices that were open when the step was taken, and that it was about.

    A step about the debtor as a whole was about all that was due by then.
    """
    for invoice in of_debtor if "" in invoices else sorted(invoices):
        episode = of_debtor.get(invoice)
        if episode is None or episode.first_seen > on or episode.open_on(on) <= ZERO:
            continue
        if episode.ended_on and episode.ended_on <= on + timedelta(days=WINDOW):
            continue
        if invoice in invoices or (episode.due_date and episode.due_date <= on):
            yield episode


def _helped(
    episode: Episode, on: date, *, steps: Mapping[ItemKey, list[date]], looked: Sequence[date]
) -> bool:
    half = episode.open_on(on) / 2
    level = next((each for each in episode.levels if each.on > on and each.left <= half), None)
    if level is None:
        return False
    window = on + timedelta(days=WINDOW)
    last = window if level.exact else looked[bisect_left(looked, window)]
    # Money that came on the day of the next step was under way before it.
    return level.on <= last and not any(
        on < day < level.on
        for key in (episode.key, (episode.debtor, ""))
        for day in steps.get(key, ())
    )
