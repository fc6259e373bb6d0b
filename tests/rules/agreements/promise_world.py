"""A debtor who promised to pay, and how his promise stands on a day."""

from __future__ import annotations

from tests.rules.agreements.days import DUE, day
from tests.rules.world import World, item, letter, policy
from xl_dunning.rules.agreements.states import AgreementState, Judgement
from xl_dunning.rules.events import Event, EventKind
from xl_dunning.rules.ledger import OpenItem
from xl_dunning.rules.money import euro
from xl_dunning.rules.policy import DunningPolicy

RULES = policy(letter("een", 30), letter("twee", 60))
"""Far away: only the promise itself is looked at, unless the test says otherwise."""


SOON = policy(letter("een", 1), letter("twee", 8))


RUNNING, KEPT, PARTLY, BROKEN = (
    AgreementState.RUNNING,
    AgreementState.KEPT,
    AgreementState.PARTLY,
    AgreementState.BROKEN,
)


def world(rules: DunningPolicy = RULES, *more: OpenItem) -> World:
    return World(rules, [item("F1", DUE, "1000.00", invoice_date=day(-30)), *more])


def promised(
    at: World, on: int, until: int, amount: str | None = None, invoice: str = "F1"
) -> Event:
    return at.record(
        EventKind.PROMISE,
        day(on),
        invoice=invoice,
        until=day(until),
        amount=euro(amount) if amount else None,
    )


def judged(at: World, days: int) -> Judgement:
    """How the last agreement in the log stands on that day."""
    return at.propose(day(days)).agreements[-1]
