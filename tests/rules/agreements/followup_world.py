"""A debtor to whom letters outside the stages go, and what calls for each of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from tests.rules.agreements.days import DUE, day
from tests.rules.world import World, item, letter, policy
from xl_dunning.rules.events import Event, EventKind, Instalment, Outcome
from xl_dunning.rules.findings import Finding
from xl_dunning.rules.ledger import Debtor
from xl_dunning.rules.money import euro
from xl_dunning.rules.proposal import Notice

FAR = letter("ver", 300)


CONFIRMS = policy(FAR, confirm=True)


BARE = Debtor(number="1", name="Naam")
"""A debtor whom no letter reaches."""


def world(*amounts: str, confirm: bool = True, **more: object) -> World:
    """Invoices F1, F2 ... of 1000 each, unless told otherwise, that a run saw on day 1."""
    listed = [
        item(f"F{number}", DUE, amount, ref=number, invoice_date=day(-30))
        for number, amount in enumerate(amounts or ("1000.00",), start=1)
    ]
    at = World(replace(CONFIRMS, confirm=confirm, **more), listed)  # type: ignore[arg-type]
    at.run(day(1))
    return at


def logged(at: World, kind: EventKind, days: int, invoice: str = "F1", **more: object) -> Event:
    return at.record(kind, day(days), invoice=invoice, **more)  # type: ignore[arg-type]


def call(at: World, days: int, outcome: Outcome, invoice: str = "F1", **more: object) -> Event:
    return logged(at, EventKind.CALL, days, invoice, outcome=outcome, **more)


def promise(at: World, *, until: int = 20, amount: str | None = None, **more: object) -> Event:
    agreed = euro(amount) if amount else None
    return logged(at, EventKind.PROMISE, 3, until=day(until), amount=agreed, **more)  # type: ignore[arg-type]


def plan(at: World, *amounts: str, first: int = 20, **more: object) -> Event:
    agreed = tuple(
        Instalment(due_on=day(first + 14 * number), amount=euro(amount))
        for number, amount in enumerate(amounts)
    )
    return logged(at, EventKind.PLAN, 3, schedule=agreed, until=agreed[-1].due_on, **more)  # type: ignore[arg-type]


def settlement(at: World, amount: str) -> Event:
    return logged(at, EventKind.SETTLEMENT, 3, until=day(20), amount=euro(amount))


def only(at: World, days: int) -> Notice:
    (notice,) = at.propose(day(days)).notices
    return notice


def finding(at: World, days: int, code: str) -> Finding:
    (found,) = (each for each in at.propose(day(days)).findings if each.code == code)
    return found


OCCASIONS: dict[str, Callable[[World], object]] = {
    "factuur_opnieuw": lambda at: call(at, 3, Outcome.NOT_RECEIVED),
    "bevestiging_afspraak": promise,
    "regeling_bevestiging": lambda at: plan(at, "500.00", "500.00"),
    "schikkingsvoorstel": lambda at: settlement(at, "700.00"),
    "opschorting": lambda at: logged(at, EventKind.SUSPENSION, 3),
    "hervatting": lambda at: logged(at, EventKind.RESUME, 3, ""),
    "overdracht": lambda at: logged(at, EventKind.HANDOVER, 3),
    "regeling_herinnering": lambda at: plan(at, "500.00", "500.00", first=3),
}
"""What calls for each letter on day 4."""


UNASKED = ("factuur_opnieuw", "regeling_herinnering")
"""Letters that go out whatever the policy says about confirming."""


def templates(at: World, days: int) -> list[str]:
    return [notice.stage.template for notice in at.propose(day(days)).notices]
