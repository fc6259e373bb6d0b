"""An error about the data keeps its item, or its debtor, out of every letter."""

from __future__ import annotations

from datetime import date

import pytest

from tests.rules.world import World, item, letter, policy
from xl_dunning.rules.findings import error, warning
from xl_dunning.rules.ledger import Ledger, withheld

LATE = date(2026, 10, 1)
LEDGER = Ledger(items=(item("F", LATE), item("G", LATE), item("H", LATE, debtor="2")))


@pytest.mark.parametrize(
    ("finding", "kept_in"),
    [
        (error("X", debtor="1", invoice="F"), ["F"]),
        (error("X", debtor="1"), ["F", "G"]),  # about the debtor as a whole
        (error("X"), []),  # about nobody: a setting, a sheet
        (warning("X", debtor="1", invoice="F"), []),  # a warning blocks nothing
    ],
)
def test_an_error_withholds_what_it_is_about(finding: object, kept_in: list[str]) -> None:
    found = withheld(LEDGER, [finding])  # type: ignore[list-item]
    assert [entry.invoice for entry in found.items if entry.unreadable] == kept_in


def test_a_last_reminder_in_the_future_withholds_its_invoice() -> None:
    """Else the debtor would get the first letter once more."""
    world = World(
        policy(letter("een", 1), letter("twee", 2)),
        [item("F", LATE, reminders_sent=1, last_reminder=date(2027, 1, 1)), item("G", LATE)],
    )
    assert world.reasons(date(2026, 11, 21)) == {"F": "UNREADABLE", "G": "DUE"}
