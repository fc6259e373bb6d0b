"""Risk and advice for a whole list: a score, pay dates, next steps and payment terms.

Pure and disposable: it looks at what happened and changes nothing of the proposal.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from xl_dunning.rules.events import Event, standing
from xl_dunning.rules.history import events_by_item
from xl_dunning.rules.ledger import Debtor, Ledger, OpenItem
from xl_dunning.rules.money import ZERO
from xl_dunning.rules.proposal import Decision, Reason
from xl_dunning.rules.risk.habits import Habit
from xl_dunning.rules.risk.item_advice import AdviceReason, ItemAdvice, advise_item
from xl_dunning.rules.risk.learned import Learned, learn
from xl_dunning.rules.risk.observations import Observation
from xl_dunning.rules.risk.pay_dates import pay_date
from xl_dunning.rules.risk.payment_terms import TermsAdvice, advise_terms
from xl_dunning.rules.risk.records import records
from xl_dunning.rules.risk.score import Record, Score, score
from xl_dunning.rules.risk.survival import Spans, remaining

_NOT_CLAIMED = (Reason.UNREADABLE, Reason.DUPLICATE_KEY, Reason.PAID, Reason.CREDIT_NOTE)
_NO_DATE = (
    *_NOT_CLAIMED,
    Reason.DISPUTED,
    Reason.BLOCKED,
    Reason.PROMISE_RUNNING,
    Reason.PLAN_RUNNING,
    Reason.NET_CREDIT,
    Reason.DIRECT_DEBIT,
)
"""An agreement or an objection tells more than the habit: then no date is estimated."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DebtorAdvice:
    """All that is said about one debtor with open items."""

    debtor: Debtor
    habit: Habit
    score: Score | None
    """None when no payment of anybody was seen yet."""
    items: tuple[ItemAdvice, ...]
    """His open items, oldest due date first."""
    terms: TermsAdvice | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Advice:
    """Risk and advice on one day."""

    debtors: tuple[DebtorAdvice, ...] = ()
    """Those with open items: the highest score first."""
    learned: Learned | None = None
    """What it rests on; None when nothing was asked."""


def advise(
    ledger: Ledger,
    decisions: Iterable[Decision],
    log: Iterable[Event],
    observations: Iterable[Observation],
    *,
    reference_date: date,
) -> Advice:
    """The advice for every debtor with open items.

    ``decisions`` are those of the proposal; ``log`` and ``observations`` are all that was known
    when it was made, void events included.
    """
    events = standing(log)
    learned = learn(observations, events, reference_date=reference_date)
    about = events_by_item(events)
    owed: dict[str, list[Decision]] = defaultdict(list)
    for decision in sorted(decisions, key=_by_age):
        if decision.reason not in _NOT_CLAIMED and (decision.item.open or ZERO) > ZERO:
            owed[decision.item.debtor].append(decision)
    known = records(events, owed, learned, reference_date=reference_date)
    found = [
        _advise_debtor(
            ledger.debtor(number),
            listed,
            about,
            learned,
            known[number],
            reference_date=reference_date,
        )
        for number, listed in owed.items()
    ]
    return Advice(debtors=tuple(sorted(found, key=_by_risk)), learned=learned)


def _advise_debtor(
    debtor: Debtor,
    decisions: Sequence[Decision],
    about: Callable[[OpenItem], tuple[Event, ...]],
    learned: Learned,
    record: Record,
    *,
    reference_date: date,
) -> DebtorAdvice:
    habit = learned.habits.get(debtor.number, Habit())
    return DebtorAdvice(
        debtor=debtor,
        habit=habit,
        score=score(habit, record, learned.everyone, reference_date=reference_date),
        items=tuple(
            _advise_item(
                decision, debtor, about(decision.item), learned, reference_date=reference_date
            )
            for decision in decisions
        ),
        terms=advise_terms(debtor, habit, learned.everyone),
    )


def _advise_item(
    decision: Decision,
    debtor: Debtor,
    events: Sequence[Event],
    learned: Learned,
    *,
    reference_date: date,
) -> ItemAdvice:
    due_date = decision.item.due_date
    if due_date is None:
        return ItemAdvice(decision=decision, reason=AdviceReason.HELD)
    age = (reference_date - due_date).days
    own = learned.spans.get(debtor.number, Spans())
    ahead = remaining(own, learned.curve, pseudo=learned.pseudo, after=age)
    advice = advise_item(
        decision, debtor, events, learned, ahead=ahead, reference_date=reference_date
    )
    if decision.reason in _NO_DATE:
        return advice
    return replace(
        advice,
        pay_date=pay_date(
            ahead,
            due_date=due_date,
            followed=learned.curve.known_after(age),
            payments=learned.everyone.closed,
        ),
    )


def _by_age(decision: Decision) -> tuple[date, str]:
    return decision.item.due_date or date.max, decision.item.invoice


def _by_risk(advice: DebtorAdvice) -> tuple[int, str]:
    return -(advice.score.points if advice.score else 0), advice.debtor.number
