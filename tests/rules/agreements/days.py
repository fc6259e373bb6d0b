"""Days and sentences for tests of agreements: every invoice is due on Monday 2 March 2026."""

from __future__ import annotations

from datetime import date, timedelta

from tests.rules.world import World
from xl_dunning.frontends.explain import reason_text
from xl_dunning.rules.proposal import Decision

DUE = date(2026, 3, 2)


def day(days: int) -> date:
    """So many days after the due date, a Monday: 5 and 6, 12 and 13, 19 and 20 are weekends."""
    return DUE + timedelta(days=days)


def decision(world: World, days: int, invoice: str = "F1") -> Decision:
    """What a run on that day would decide for the invoice."""
    (found,) = (each for each in world.propose(day(days)).decisions if each.item.invoice == invoice)
    return found


def text(world: World, days: int, invoice: str = "F1") -> str:
    """Waarom nu, waarom niet, of the invoice on that day."""
    return reason_text(decision(world, days, invoice)).replace("\N{NO-BREAK SPACE}", " ")


def codes(world: World, days: int) -> list[str]:
    """The codes of the findings of a run on that day."""
    return [finding.code for finding in world.propose(day(days)).findings]
