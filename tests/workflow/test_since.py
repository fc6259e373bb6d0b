"""Which run the list is compared with, and what was seen up to it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

from tests.rules.world import item
from xl_dunning.rules.ledger import Ledger
from xl_dunning.rules.risk.difference import Change, Difference
from xl_dunning.rules.risk.observations import Observation, changes
from xl_dunning.workflow.ports import Run
from xl_dunning.workflow.since import since_last_run

DUE = date(2026, 11, 2)
WEEK_1, WEEK_2, WEEK_3 = (date(2026, 11, 7) + timedelta(days=7 * week) for week in range(3))


class History:
    """Runs one after the other, each with the list of its day: invoice to open amount."""

    def __init__(self) -> None:
        self.runs: list[Run] = []
        self.seen: list[Observation] = []

    def run(self, day: date, name: str = "", *, by_hand: str = "", **open_of: int) -> Difference:
        """What the run tells; then it is recorded."""
        ledger = Ledger(
            items=tuple(item(invoice, DUE, str(amount)) for invoice, amount in open_of.items())
        )
        told = since_last_run(self.runs, self.seen, ledger, (), reference_date=day)
        run = Run(id=name or f"{day}-{len(self.runs)}", reference_date=day, by_hand=by_hand)
        if not by_hand:
            self.seen += changes(self.seen, ledger, on=day, run=run.id)
        self.runs.append(run)
        return told

    def undo(self) -> None:
        self.runs[-1] = replace(self.runs[-1], undone=True)


def new(told: Difference) -> list[str]:
    return [one.invoice for one in told.of(Change.NEW)]


def test_the_first_run_has_nothing_to_compare_with() -> None:
    assert History().run(WEEK_1, A=10) == Difference(since=None, items=(), broken=())


def test_the_next_week_is_compared_with_the_last() -> None:
    history = History()
    history.run(WEEK_1, A=10)
    history.run(WEEK_2, A=10, B=20)
    told = history.run(WEEK_3, B=20, C=30)
    assert (told.since, new(told)) == (WEEK_2, ["C"])
    assert [one.invoice for one in told.of(Change.DROPPED)] == ["A"]


def test_a_second_run_of_the_day_still_tells_what_the_first_did() -> None:
    history = History()
    history.run(WEEK_1, A=10)
    first = history.run(WEEK_2, A=10, B=20)
    again = history.run(WEEK_2, A=10, B=20)
    assert first == again
    assert (again.since, new(again)) == (WEEK_1, ["B"])


def test_what_an_undone_run_saw_was_seen_all_the_same() -> None:
    """The run after it kept nothing of B, for it was known: without it B would be new for ever."""
    history = History()
    history.run(WEEK_1, A=10)
    history.run(WEEK_2, A=10, B=20)
    history.undo()
    history.run(WEEK_2, A=10, B=20)
    told = history.run(WEEK_3, A=10, B=20)
    assert (told.since, told.items) == (WEEK_2, ())


def test_the_run_that_is_made_again_after_an_undo_tells_the_same() -> None:
    history = History()
    history.run(WEEK_1, A=10)
    first = history.run(WEEK_2, A=10, B=20)
    history.undo()
    assert history.run(WEEK_3, A=10, B=20).items == first.items
    assert history.runs[1].undone


def test_a_letter_by_hand_is_no_run_to_compare_with() -> None:
    history = History()
    history.run(WEEK_1, A=10, B=20)
    history.run(WEEK_2, by_hand="stuiting", A=10)
    told = history.run(WEEK_3, A=10, B=20)
    assert (told.since, told.items) == (WEEK_1, ())


def test_a_run_of_a_program_that_did_not_look_is_no_measure() -> None:
    history = History()
    history.run(WEEK_1, A=10)
    history.seen.clear()
    assert history.run(WEEK_2, A=10) == Difference()
    told = history.run(WEEK_3, A=5)
    assert (told.since, [one.before for one in told.items]) == (WEEK_2, [Decimal("10.00")])
