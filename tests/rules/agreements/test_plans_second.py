"""A second plan for the same invoices is seen beside the first one."""

from __future__ import annotations

import pytest

from tests.rules.agreements.days import codes, day
from tests.rules.agreements.plan_world import (
    parts,
    planned,
    world,
)
from xl_dunning.rules.agreements.plans import overlapping
from xl_dunning.rules.events import Event, EventKind


class TestSecondPlan:
    """S25f: a second active plan for the same invoices."""

    def new(self, on: int, invoice: str = "F1", debtor: str = "1") -> Event:
        agreed = parts("100.00", first=on + 7)
        return Event(
            id="new",
            on=day(on),
            debtor=debtor,
            invoice=invoice,
            kind=EventKind.PLAN,
            schedule=agreed,
            until=agreed[-1].due_on,
        )

    @pytest.mark.parametrize(
        ("on", "invoice", "debtor", "overlaps"),
        [
            (10, "F1", "1", True),
            (10, "", "1", True),  # of the whole debtor, the invoice included
            (10, "F2", "1", False),
            (10, "F1", "2", False),
            (28, "F1", "1", True),  # the last day of the first one
            (29, "F1", "1", False),  # it has ended
        ],
    )
    def test_beside_one_that_runs(
        self, on: int, invoice: str, debtor: str, *, overlaps: bool
    ) -> None:
        at = world()
        first = planned(at, 3, parts("600.00", "600.00"))
        assert overlapping(self.new(on, invoice, debtor), at.log) is (first if overlaps else None)

    def test_one_that_a_letter_ended_does_not_run(self) -> None:
        at = world()
        planned(at, 3, parts("600.00", "600.00"))
        at.run(day(15))
        at.run(day(23))
        assert overlapping(self.new(24), at.log) is None

    def test_two_on_the_sheet_are_a_finding_and_the_last_one_counts(self) -> None:
        at = world()
        first = planned(at, 3, parts("600.00", "600.00", first=60))
        planned(at, 4, parts("1200.00", first=10))
        (found,) = (each for each in at.propose(day(5)).findings if each.code == "PLANS_OVERLAP")
        assert found.details == {"first": day(3), "second": day(4), "id": first.id}
        assert at.letters(day(11)) == ["regeling_herinnering F1"]  # of the last one only
        at.run(day(11))
        assert at.letters(day(19)) == ["regeling_verbroken F1"]

    def test_one_after_the_other_is_none(self) -> None:
        at = world()
        planned(at, 3, parts("600.00", first=10))
        planned(at, 25, parts("1200.00", first=40))
        assert "PLANS_OVERLAP" not in codes(at, 26)
