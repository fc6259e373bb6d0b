"""Calls as the Belijst has them, and what happened before, for tests of the script.

The call is on 20 March 2026, eighteen days after the due date, unless the test says otherwise.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from tests.rules.world import World, call, item, letter, policy
from xl_dunning.frontends.call_script import Call, script
from xl_dunning.rules.events import EventKind, Outcome, standing
from xl_dunning.rules.ledger import Debtor, DebtorKind, OpenItem
from xl_dunning.rules.policy import Action, Stage

DUE = date(2026, 3, 2)
TODAY = date(2026, 3, 20)
BUSINESS = Debtor(
    number="1", name="De Korenaar BV", contact="t.a.v. mevrouw A. Vos", kind=DebtorKind.BUSINESS
)
CONSUMER = Debtor(number="1", name="J. van der Berg", kind=DebtorKind.CONSUMER)
REMINDER = letter("herinnering", 3)
FIRST = call("bellen", 10)
AGAIN = call("nabellen", 12)
CLOSED: Mapping[str, object] = {"kind": EventKind.DISPUTE_CLOSED, "on": date(2026, 3, 19)}
SPOKEN = [outcome for outcome in Outcome if outcome is not Outcome.PROMISED]


def by_hand(action: Action) -> Stage:
    return Stage(key="stap", title="Stap", action=action, after=60)


def phoned(
    *items: OpenItem,
    stages: Sequence[Stage] = (FIRST,),
    debtor: Debtor = BUSINESS,
    events: Sequence[Mapping[str, object]] = (),
    on: date = TODAY,
    **more: object,
) -> str:
    """The script for the call that is due, with the events of the log as they are given.

    Amounts have a hard blank behind the sign; here it is an ordinary one.
    """
    world = World(policy=policy(*stages), items=list(items) or [item("F1", DUE, "1210.00")])
    world.debtors["1"] = debtor
    for event in events:
        world.record(**event)  # type: ignore[arg-type]
    decisions = sorted(world.propose(on).calls, key=lambda d: (d.item.due_date, d.item.invoice))
    asked = Call(
        company="Groothandel Eigen BV",
        debtor=debtor,
        currency="EUR",
        decisions=tuple(decisions),
        events=standing(world.log),
    )
    return script(replace(asked, **more)).replace("\xa0", " ")  # type: ignore[arg-type]


def sent(invoice: str, day: int, **more: object) -> Mapping[str, object]:
    """A reminder in March."""
    event = {"kind": EventKind.LETTER, "on": date(2026, 3, day), "invoice": invoice}
    return {**event, "stage": "herinnering", "template": "herinnering", **more}


def called(outcome: Outcome, day: int, **more: object) -> Mapping[str, object]:
    """A call in March that carried no step out."""
    event = {"kind": EventKind.CALL, "on": date(2026, 3, day), "invoice": "F1"}
    return {**event, "outcome": outcome, **more}
