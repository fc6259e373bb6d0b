"""What must hold for every history with calls, promises, plans, disputes and suspensions (P1-P11).

The rules are held to the log itself here, read anew in a few lines, and not to their own reasons.
"""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.agreements.histories import LAST, History, histories, items, on
from tests.rules.agreements.log_read_anew import (
    about,
    in_dispute,
    is_blocked,
    is_promised,
    is_step,
    listed,
)
from tests.rules.world import World, weekday
from xl_dunning.frontends.explain import reason_text
from xl_dunning.frontends.messages_nl import finding_text
from xl_dunning.rules.agreements.side_letters import NAMES_A_DAY, SideLetter
from xl_dunning.rules.events import Event, EventKind, standing
from xl_dunning.rules.ledger import OpenItem
from xl_dunning.rules.money import ZERO, euro, total
from xl_dunning.rules.policy import Action
from xl_dunning.rules.proposal import Notice, Proposal

many = settings(max_examples=200, deadline=None)
LATER = on(LAST + 1)


def checked_run(world: World, day: date) -> None:
    """Run, after holding every letter of the run to the log as it is before it."""
    proposal = world.propose(day)
    for notice in proposal.notices:
        check_amounts(notice)
        if notice.stage.template in NAMES_A_DAY or notice.stage.key:
            check_asking(world, notice, day)
    check_once(world, proposal)
    world.run(day)
    # P5: the same run once more makes nothing.
    assert world.propose(day).notices == ()


def check_amounts(notice: Notice) -> None:
    """P11: the total of a letter is the sum of its lines, and never below a cent."""
    assert notice.total == total(each.open or ZERO for each in notice.items)
    if notice.stage.template != SideLetter.RESUMED:
        assert notice.total > ZERO
        assert notice.decisions
    assert weekday(notice.pay_by)


def check_asking(world: World, notice: Notice, day: date) -> None:
    """P2 and P3: nothing is asked of what is held back, nor before a day that a letter named."""
    if notice.stage.action is Action.HANDOVER:
        return
    for decision in notice.decisions:
        item = listed(world, decision.item.invoice)
        events = about(world.log, item)
        assert (item.open or ZERO) > ZERO
        assert not in_dispute(events, item)
        assert not is_blocked(events, day)
        if notice.stage.key:
            bank_days = world.policy.correction_days
            assert not is_promised(events, item, day, bank_days=bank_days)
            named = [
                event.pay_by
                for event in events
                if event.pay_by and (event.stage or event.template in NAMES_A_DAY)
            ]
            assert all(pay_by < day for pay_by in named)


def check_once(world: World, proposal: Proposal) -> None:
    """An item gets one letter with a day of its own on one day; each plan one end."""
    asked = Counter(
        each.item.key
        for notice in proposal.notices
        if notice.stage.template in NAMES_A_DAY and notice.stage.action is not Action.HANDOVER
        for each in notice.decisions
    )
    assert all(count == 1 for count in asked.values())
    ended = {
        (event.about, event.invoice)
        for event in standing(world.log)
        if event.template == SideLetter.PLAN_BROKEN
    }
    for notice in proposal.notices:
        if notice.stage.template == SideLetter.PLAN_BROKEN:
            assert notice.arrangement is not None
            keys = {(notice.arrangement.event, each.item.invoice) for each in notice.decisions}
            assert not keys & ended


@many
@given(histories())
def test_p1_p2_p3_p5_p11_on_every_day_of_a_history(history: History) -> None:
    world = history.play(history.world(), checked_run)
    stages = {stage.key: stage for stage in history.policy.stages}
    order = list(stages)
    for item in history.items:
        done: list[Event] = []
        seen: list[Event] = []
        for event in about(world.log, item):
            if event.stage in stages and is_step(event, stages[event.stage], seen):
                done.append(event)
            seen.append(event)
        letters = [event for event in done if event.run and event.kind is EventKind.LETTER]
        # P1: no letter twice, none out of turn, and none of which a step before it is missing.
        positions = [order.index(event.stage) for event in letters]
        assert positions == sorted(set(positions))
        for event in letters:
            earlier = done[: done.index(event)]
            before = {each.stage for each in earlier if order.index(each.stage) < len(order)}
            assert set(order[: order.index(event.stage)]) <= before
            # P2: the distance to the step before it.
            last = max((each.on for each in earlier), default=None)
            assert last is None or (event.on - last).days >= history.policy.minimum_interval


@many
@given(histories(), st.randoms(use_true_random=False))
def test_p4_p7_the_same_history_gives_the_same_proposal_in_whatever_order_the_rows_stand(
    history: History, shuffler: random.Random
) -> None:
    world = history.play(history.world())
    before = world.propose(LATER)
    assert world.propose(LATER) == before
    shuffler.shuffle(world.items)
    after = world.propose(LATER)
    assert after.notices == before.notices
    assert after.calls == before.calls
    assert after.agreements == before.agreements
    assert after.suspensions == before.suspensions
    assert sorted(map(str, after.findings)) == sorted(map(str, before.findings))
    assert {each.item.ref: each for each in after.decisions} == {
        each.item.ref: each for each in before.decisions
    }


@many
@given(histories())
def test_p6_undoing_a_run_brings_its_proposal_back(history: History) -> None:
    def undone_at_once(world: World, day: date) -> None:
        before, known, ran = world.propose(day), len(world.log), list(world.run_days)
        world.run(day)
        undone = replace(world, log=list(world.log), run_days=ran)
        undone.void(world.log[known:], day)
        after = undone.propose(day)
        assert after == before

    history.play(history.world(), undone_at_once)


@many
@given(histories(), items())
def test_p8_another_customer_changes_nothing_for_the_others(
    history: History, others: list[OpenItem]
) -> None:
    world = history.play(history.world())
    before = world.propose(LATER)
    world.items = [
        *world.items,
        *(replace(each, debtor="9", ref=100 + each.ref, disputed=False) for each in others),
    ]
    after = world.propose(LATER)
    assert [each for each in after.decisions if each.item.debtor != "9"] == list(before.decisions)
    assert [each for each in after.notices if each.debtor.number != "9"] == list(before.notices)
    assert [each for each in after.suspensions if each.debtor != "9"] == list(before.suspensions)
    assert after.agreements == before.agreements


@many
@given(histories(), st.integers(min_value=1, max_value=60_000))
def test_p9_a_payment_adds_no_step_and_asks_for_nothing_more(history: History, cents: int) -> None:
    """An agreement that is kept ends sooner: only where none is running nothing may be added."""
    world = history.play(history.world())
    item = world.items[0]
    before = world.propose(LATER)
    world.pay("F0", str(min(euro(cents) / 100, max(item.open or ZERO, ZERO))))
    after = world.propose(LATER)
    asked = {
        (each.item.key, notice.stage.key)
        for notice in after.notices
        for each in notice.decisions
        if notice.stage.key
    }
    known = {
        (each.item.key, notice.stage.key)
        for notice in before.notices
        for each in notice.decisions
        if notice.stage.key
    }
    agreed = {key for each in before.agreements for key in each.keys}
    # A letter that the payment made needless may have held a step back.
    held = {
        each.item.key
        for notice in before.notices
        if not notice.stage.key
        for each in notice.decisions
    }
    assert {entry for entry in asked - known if entry[0] not in agreed | held} == set()
    totals = {each.item.ref: each.item.open or ZERO for each in before.decisions}
    assert all((each.item.open or ZERO) <= totals[each.item.ref] for each in after.decisions)


@many
@given(histories())
def test_p10_a_later_day_never_lowers_a_step(history: History) -> None:
    world = history.play(history.world())
    levels = [
        [each.stage_number for each in world.propose(on(LAST + later)).decisions]
        for later in (1, 10, 100)
    ]
    assert levels[0] == levels[1] == levels[2]


@many
@given(histories())
def test_every_reason_and_finding_can_be_told_on_every_day(history: History) -> None:
    def told(world: World, day: date) -> None:
        proposal = world.propose(day)
        for decision in proposal.decisions:
            assert "{" not in reason_text(decision)
        for found in proposal.findings:
            assert "{" not in finding_text(found)
        world.run(day)

    history.play(history.world(), told)


@many
@given(histories())
def test_with_the_observations_lost_no_letter_goes_out_twice(history: History) -> None:
    """The log was restored from the sheet: what the runs saw in the list is gone."""
    world = history.play(history.world())
    last = on(max(history.runs))
    lost = replace(world, observations=[], run_days=[])
    sent = {
        (event.template, event.about, event.invoice)
        for event in standing(world.log)
        if event.about and event.on == last
    }
    for notice in lost.propose(last).notices:
        if notice.arrangement and notice.arrangement.event:
            for each in notice.decisions:
                key = (notice.stage.template, notice.arrangement.event, each.item.invoice)
                assert key not in sent
