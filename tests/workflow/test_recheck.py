"""Just before letters are issued, those that changed since they were agreed on drop out."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest

from tests.rules.world import World, item, letter, policy
from xl_dunning.rules.events import EventKind
from xl_dunning.workflow.issue import _recheck

DAY = date(2026, 11, 21)


def a_world() -> World:
    """Two debtors, each with an invoice that is due for its first letter."""
    return World(
        policy=policy(letter("herinnering", 5)),
        items=[
            item("A", date(2026, 11, 2), debtor="1"),
            item("B", date(2026, 11, 2), debtor="2"),
        ],
    )


def test_letters_that_are_still_the_same_go_out_in_their_order() -> None:
    world = a_world()
    agreed = world.propose(DAY)
    assert _recheck(agreed, world.propose(DAY)) == (agreed, ())


def promised(world: World) -> None:
    world.record(EventKind.PROMISE, DAY, invoice="A", until=date(2026, 12, 31))


CHANGES: list[tuple[str, Callable[[World], object]]] = [
    ("a colleague recorded a promise", promised),
    ("the amount is another", lambda world: world.pay("A", "40.00")),
    ("the invoice was paid", lambda world: world.pay("A", "100.00")),
]


@pytest.mark.parametrize(("why", "change"), CHANGES, ids=[why for why, _ in CHANGES])
def test_a_letter_that_changed_drops_out_with_a_finding_and_the_others_go_out(
    why: str, change: Callable[[World], object]
) -> None:
    world = a_world()
    agreed = world.propose(DAY)
    change(world)
    proposal, findings = _recheck(agreed, world.propose(DAY))
    assert [notice.debtor.number for notice in proposal.notices] == ["2"], why
    assert [(finding.code, finding.debtor) for finding in findings] == [
        ("CHANGED_SINCE_PROPOSAL", "1")
    ]


def test_a_letter_that_nobody_agreed_on_does_not_go_out() -> None:
    world = a_world()
    agreed = world.propose(DAY)
    world.items.append(item("C", date(2026, 11, 2), debtor="3"))
    proposal, findings = _recheck(agreed, world.propose(DAY))
    assert proposal.notices == agreed.notices
    assert findings == ()
