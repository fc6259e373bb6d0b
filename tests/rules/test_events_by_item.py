"""Which events are about an item: its own, and those of its whole debtor, in the log's order."""

from __future__ import annotations

from datetime import date

import pytest

from tests.rules.world import World, item, policy
from xl_dunning.rules.events import EventKind
from xl_dunning.rules.history import events_by_item

DAY = date(2026, 11, 21)


@pytest.mark.parametrize(
    ("debtor", "invoice", "notes"),
    [
        ("1", "A", ["a", "all", "a too"]),
        ("1", "B", ["all", "b"]),
        ("2", "A", ["another's a"]),  # two debtors may use one invoice number
        ("1", "", ["all"]),  # a row without a number: what is about all is told once
        ("3", "A", []),
    ],
)
def test_the_events_about_an_item_keep_the_order_of_the_log(
    debtor: str, invoice: str, notes: list[str]
) -> None:
    world = World(policy=policy(), items=[])
    for owner, number, note in (
        ("1", "A", "a"),
        ("1", "", "all"),
        ("2", "A", "another's a"),
        ("1", "B", "b"),
        ("1", "A", "a too"),
    ):
        world.record(EventKind.CALL, DAY, debtor=owner, invoice=number, note=note)
    about = events_by_item(world.log)
    assert [event.note for event in about(item(invoice, DAY, debtor=debtor))] == notes
