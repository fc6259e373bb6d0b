"""The advice for a whole list: nothing depends on the order, a stranger changes little, and the
list itself stays what it is.
"""

from __future__ import annotations

import random
from dataclasses import replace
from datetime import timedelta
from functools import cache

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.risk.histories import D, History
from tests.rules.risk.simulated import (
    STEPS,
    TODAY,
    Past,
    past_of_steps,
    waiting_for_the_last_letter,
)
from tests.rules.world import World, letter, policy, reachable
from xl_dunning.rules.events import EventKind
from xl_dunning.rules.ledger import Ledger, OpenItem
from xl_dunning.rules.money import euro
from xl_dunning.rules.risk.advise import Advice, DebtorAdvice, advise
from xl_dunning.rules.risk.beta_binomial import Tally, posterior, prior
from xl_dunning.rules.risk.chances import chance_of
from xl_dunning.rules.risk.score import ScorePart


@cache
def portfolio() -> tuple[Past, World]:
    past = past_of_steps(random.Random(2), debtors=30, invoices=(0, 9))  # noqa: S311 - no secret
    return past, waiting_for_the_last_letter(past)


def advice_of(past: Past, world: World) -> Advice:
    return advise(
        Ledger(items=tuple(world.items), debtors=world.debtors),
        world.propose(TODAY).decisions,
        world.log,
        past.observations,
        reference_date=TODAY,
    )


@settings(max_examples=15, deadline=None)
@given(shuffler=st.randoms(use_true_random=False))
def test_the_order_of_rows_and_of_debtors_does_not_matter(shuffler: random.Random) -> None:
    """Not in the list of today, and not in the lists that earlier runs saw."""
    past, world = portfolio()
    items = list(world.items)
    debtors = list(world.debtors.items())
    seen = list(past.observations)
    for listed in (items, debtors, seen):
        shuffler.shuffle(listed)
    seen.sort(key=lambda each: each.on)
    mixed = advice_of(
        replace(past, observations=seen),
        replace(world, items=items, debtors=dict(debtors)),
    )
    assert mixed.debtors == advice_of(past, world).debtors


def test_the_same_question_has_the_same_answer() -> None:
    past, world = portfolio()
    assert advice_of(past, world).debtors == advice_of(past, world).debtors


@settings(max_examples=10, deadline=None)
@given(invoices=st.integers(1, 12), paid_late=st.integers(-5, 90))
def test_a_stranger_changes_others_a_little_only(invoices: int, paid_late: int) -> None:
    """One more debtor beside thirty moves the mean of all, and nothing else."""
    past, world = portfolio()
    more = replace(past, observations=list(past.observations))
    # On days of known runs: a run on another day would tell something of the others too.
    days = sorted({each.on for each in past.observations})[-60:]
    for number in range(invoices):
        seen, gone = days[number], days[number + 40]
        due = gone - timedelta(days=paid_late)
        more.see(seen, "stranger", f"V{number}", due, euro(100))
        more.see(gone, "stranger", f"V{number}", due, None)
    more.observations.sort(key=lambda each: each.on)
    before, after = advice_of(past, world), advice_of(more, world)
    scores = {each.debtor.number: each.score.points for each in before.debtors if each.score}
    for each in after.debtors:
        assert each.score is not None
        assert abs(each.score.points - scores[each.debtor.number]) <= 3
    assert after.learned is not None
    assert before.learned is not None
    for debtor in past.kinds:
        for step in STEPS:
            assert chance_of(step, debtor, after.learned) == chance_of(step, debtor, before.learned)


@settings(deadline=None)
@given(
    own=st.integers(0, 12).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n))),
    stranger=st.integers(1, 20).flatmap(lambda n: st.tuples(st.just(n), st.integers(0, n))),
    others=st.lists(st.integers(0, 6), min_size=20, max_size=20),
)
def test_a_strangers_answers_move_a_chance_through_the_prior_and_not_far(
    own: tuple[int, int], stranger: tuple[int, int], others: list[int]
) -> None:
    """He is one of twenty-one who were each asked six times or so."""
    known = [Tally(times=6, helped=helped) for helped in others]
    before = posterior(prior(known), Tally(times=own[0], helped=own[1])).mean
    one_more = [*known, Tally(times=stranger[0], helped=stranger[1])]
    after = posterior(prior(one_more), Tally(times=own[0], helped=own[1])).mean
    assert after == pytest.approx(before, abs=0.12)


class TestOneDebtor:
    """Debtor 1 has one invoice of 100, due on 1 March and open today; 2 has paid ten."""

    rules = policy(letter("een", 5), letter("twee", 30))

    def history(self, *, first: str = "2026-02-09") -> History:
        history = History().run(first, "A=100")
        for number in range(10):
            history.run(f"2026-02-{number + 10}", f"2:P{number}=100", "A=100")
        return history.run("2026-03-20", "A=100")

    def advice(
        self, history: History, *, today: str = "2026-03-20", disputed: bool = False
    ) -> DebtorAdvice:
        invoice = OpenItem(
            ref=1,
            debtor="1",
            invoice="A",
            due_date=D("2026-03-01"),
            open=euro(100),
            disputed=disputed,
        )
        world = World(self.rules, [invoice], {"1": reachable("1")}, history.log)
        (found,) = advise(
            Ledger(items=(invoice,), debtors=world.debtors),
            world.propose(D(today)).decisions,
            history.log,
            history.observations,
            reference_date=D(today),
        ).debtors
        return found

    def parts(
        self, history: History, *, today: str = "2026-03-20", disputed: bool = False
    ) -> dict[ScorePart, float]:
        score = self.advice(history, today=today, disputed=disputed).score
        assert score is not None
        return {each.part: round(each.points, 1) for each in score.contributions}

    def test_a_late_invoice_counts_more_until_it_is_thirty_days_late(self) -> None:
        """One usual invoice gives five points; nineteen days late it counts for 19/30 of that."""
        assert self.parts(self.history()) == {ScorePart.OPEN_OVERDUE: 3.2}

    def test_a_disputed_invoice_is_not_called_late(self) -> None:
        assert self.parts(self.history(), disputed=True) == {}

    def test_what_the_log_tells_comes_in(self) -> None:
        history = self.history()
        history.event(EventKind.DISPUTE, "2026-03-02").event(EventKind.DISPUTE_CLOSED, "2026-03-03")
        history.event(EventKind.PROMISE, "2026-03-03", until="2026-03-10")
        history.event(EventKind.HANDOVER, "2026-03-12").event(EventKind.UNBLOCK, "2026-03-13")
        assert self.parts(history) == {
            ScorePart.HANDED_OVER: 10,
            ScorePart.PROMISES_BROKEN: 5,
            ScorePart.OPEN_OVERDUE: 3.2,
            ScorePart.DISPUTES: 2.5,
        }

    def test_what_is_more_than_two_years_old_is_forgotten(self) -> None:
        history = self.history(first="2024-02-01")
        history.event(EventKind.DISPUTE, "2024-03-01", "")
        history.event(EventKind.DISPUTE_CLOSED, "2024-03-02", "")
        history.event(EventKind.HANDOVER, "2024-03-01", "OUD")
        history.event(EventKind.PROMISE, "2024-02-05", until="2024-02-10")
        assert self.parts(history) == {ScorePart.OPEN_OVERDUE: 3.2}

    def test_an_invoice_that_came_back_is_told_unless_the_whole_list_did(self) -> None:
        history = self.history().run("2026-03-21").run("2026-03-22", "A=100")
        back = self.parts(history, today="2026-03-22")
        assert back[ScorePart.RETURNED] == 5
        history = self.history().run("2026-03-21", "A=100", "3:X=1", "3:Y=1", "3:Z=1")
        history.run("2026-03-22").run("2026-03-23", "A=100", "3:X=1", "3:Y=1", "3:Z=1")
        assert ScorePart.RETURNED not in self.parts(history, today="2026-03-23")

    def test_nothing_is_said_of_who_has_nothing_open(self) -> None:
        found = self.advice(self.history())
        assert found.debtor.number == "1", "and not of debtor 2, who paid all"
