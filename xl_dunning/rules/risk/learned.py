"""All that the history tells (geleerd), gathered once per run: the base of scores and advice."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from xl_dunning.rules.events import Event
from xl_dunning.rules.risk.attempts import Attempt, StepKind, attempts
from xl_dunning.rules.risk.beta_binomial import Tally, prior
from xl_dunning.rules.risk.betas import Beta
from xl_dunning.rules.risk.credibility import USUAL, pseudo_count
from xl_dunning.rules.risk.episodes import Episode, episodes, run_days
from xl_dunning.rules.risk.habits import Habit, Portfolio, habits, portfolio
from xl_dunning.rules.risk.observations import Observation
from xl_dunning.rules.risk.promise_history import Kept, kept_promises
from xl_dunning.rules.risk.score import MEMORY
from xl_dunning.rules.risk.survival import Curve, Span, Spans, gathered, product_limit

_MOST_DELAY = 120
"""Days: how debtors differ is not to be decided by one payment that was forgotten for a year."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Experience:
    """What one kind of step brought (ervaring) over all debtors together."""

    step: StepKind
    times: int
    helped: float
    spread: Beta
    """How the chance of this step is spread over the debtors."""
    by_debtor: Mapping[str, Tally]


@dataclass(frozen=True, slots=True, kw_only=True)
class Learned:
    """Everything that was learned up to and including the reference date."""

    episodes: Mapping[str, Sequence[Episode]]
    """By debtor."""
    habits: Mapping[str, Habit]
    everyone: Portfolio
    attempts: Sequence[Attempt]
    experience: Mapping[StepKind, Experience]
    promises: Mapping[str, Sequence[Kept]]
    spans: Mapping[str, Spans]
    """By debtor: his invoices on the scale of days after the due date."""
    curve: Curve
    """When invoices are paid, over all debtors."""
    pseudo: float
    """How many invoices that common curve counts for beside a debtor's own."""


def learn(
    observations: Iterable[Observation], log: Sequence[Event], *, reference_date: date
) -> Learned:
    """Learn from the observations and the standing events (oldest first)."""
    seen = tuple(observations)
    remembered = reference_date - timedelta(days=MEMORY)
    looked = run_days(seen, log, reference_date=reference_date)
    # In a fixed order: that of the rows in the lists must not matter, not even in a last digit.
    found = sorted(
        episodes(seen, log, reference_date=reference_date), key=lambda episode: episode.key
    )
    of_debtors: dict[str, list[Episode]] = defaultdict(list)
    for episode in found:
        of_debtors[episode.debtor].append(episode)
    known = habits(of_debtors, reference_date=reference_date)
    made = attempts(log, found, looked=looked)
    spans = {
        debtor: [span for each in listed if (span := _span(each, reference_date=reference_date))]
        for debtor, listed in of_debtors.items()
    }
    delays = [[min(s.exit, _MOST_DELAY) for s in own if s.paid] for own in spans.values()]
    return Learned(
        episodes=of_debtors,
        habits=known,
        everyone=portfolio(known.values(), found),
        attempts=made,
        experience=_experience(made),
        promises=kept_promises(
            (event for event in log if event.on >= remembered), found, looked=looked
        ),
        spans={debtor: gathered(own) for debtor, own in spans.items()},
        curve=product_limit(
            Span(entry=s.entry, exit=s.exit, paid=s.paid, weight=1 / (len(own) + USUAL))
            for own in spans.values()
            for s in own
        ),
        pseudo=pseudo_count(delays),
    )


def _span(episode: Episode, *, reference_date: date) -> Span | None:
    """The episode on the scale of days after the due date; None without a due date."""
    if episode.due_date is None:
        return None
    paid = episode.paid
    end = paid.on if paid else episode.ended_on or reference_date
    leave = (end - episode.due_date).days
    entry = (episode.first_seen - episode.due_date).days
    return Span(
        entry=min(entry, leave - 1) if paid else entry,
        exit=leave,
        paid=paid is not None,
    )


def _experience(made: Iterable[Attempt]) -> Mapping[StepKind, Experience]:
    times: dict[StepKind, Counter[str]] = defaultdict(Counter)
    helped: dict[StepKind, dict[str, float]] = defaultdict(lambda: defaultdict(float))
    for attempt in made:
        times[attempt.step][attempt.debtor] += 1
        helped[attempt.step][attempt.debtor] += attempt.helped
    found: dict[StepKind, Experience] = {}
    for step, debtors in times.items():
        counts = {
            debtor: Tally(times=number, helped=helped[step][debtor])
            for debtor, number in sorted(debtors.items())
        }
        found[step] = Experience(
            step=step,
            times=sum(debtors.values()),
            helped=sum(helped[step].values()),
            spread=prior(tuple(counts.values())),
            by_debtor=counts,
        )
    return found
