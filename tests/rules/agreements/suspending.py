"""A policy with a rule for suspension, invoices that meet it, and the events that follow."""

from __future__ import annotations

from tests.rules.agreements.days import DUE, day
from tests.rules.world import World, item, letter, policy
from xl_dunning.rules.events import Event, EventKind
from xl_dunning.rules.ledger import OpenItem
from xl_dunning.rules.money import euro
from xl_dunning.rules.policy import DunningPolicy, Stage, SuspensionRule

RULE = SuspensionRule(after=10, amount=euro("250.00"), later_unpaid=1, notice=5)
FAR = letter("brief", 300)


def rules(*stages: Stage, rule: SuspensionRule = RULE, confirm: bool = False) -> DunningPolicy:
    return policy(*(stages or (FAR,)), suspension=rule, confirm=confirm)


def two(first: str = "200.00", second: str = "100.00") -> list[OpenItem]:
    """An invoice that is due on day 0, and a younger one that is due on day 5."""
    return [item("F1", DUE, first), item("F2", day(5), second)]


def suspended(at: World, on: int, **more: object) -> Event:
    return at.record(EventKind.SUSPENSION, day(on), **more)  # type: ignore[arg-type]


def resumed(at: World, on: int) -> Event:
    return at.record(EventKind.RESUME, day(on))
