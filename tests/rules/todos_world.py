"""One debtor with one invoice, what was promised and said, and what is to be done about it."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from tests.rules.world import World, item, letter, policy
from xl_dunning.rules.agreements.todo import Todo
from xl_dunning.rules.events import Event, EventKind, Outcome
from xl_dunning.rules.ledger import OpenItem
from xl_dunning.rules.money import euro

DUE = date(2026, 10, 1)
FRIDAY = date(2026, 11, 13)
"""The last day of every promise here."""
SATURDAY, MONDAY, TUESDAY = date(2026, 11, 14), date(2026, 11, 16), date(2026, 11, 17)


def world(*items: OpenItem, bank_days: int = 0) -> World:
    """One debtor with one invoice of 500, long overdue, and letters that wait for no call."""
    return World(
        policy=policy(letter("een", 5), letter("twee", 90), correction_days=bank_days),
        items=list(items) or [item("F", DUE, "500.00")],
    )


def promised(world: World, **more: object) -> Event:
    details: dict[str, object] = {"invoice": "F", "until": FRIDAY, "amount": euro(500), **more}
    return world.record(EventKind.PROMISE, date(2026, 11, 6), **details)  # type: ignore[arg-type]


def called(world: World, day: date, outcome: Outcome | None, **more: object) -> Event:
    return world.record(EventKind.CALL, day, outcome=outcome, **more)  # type: ignore[arg-type]


def kinds(world: World, day: date) -> Sequence[str]:
    return [todo.kind.value for todo in world.propose(day).todos]


def only(world: World, day: date) -> Todo:
    (todo,) = world.propose(day).todos
    return todo
