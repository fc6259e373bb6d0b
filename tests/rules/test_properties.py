"""What must hold for every list and every history: random worlds, run day after day."""

from __future__ import annotations

import itertools
import random
from dataclasses import replace
from datetime import date, timedelta
from typing import TypeAlias

from hypothesis import given, settings
from hypothesis import strategies as st

from tests.rules.world import World, call, item, letter, policy
from xl_dunning.rules.events import EventKind
from xl_dunning.rules.ledger import OpenItem
from xl_dunning.rules.money import ZERO, euro, total
from xl_dunning.rules.policy import DunningPolicy
from xl_dunning.rules.proposal import Reason

START = date(2026, 1, 5)
POLICIES = (
    policy(letter("een", 1, pay_within=7), letter("twee", 8), minimum_interval=7),
    policy(
        letter("een", 3),
        call("bellen", 10, skip_after=4),
        letter("twee", 20, pay_within=8),
        letter("drie", 30),
        minimum_interval=5,
        correction_days=1,
    ),
    policy(letter("een", 2, end_of_month=True), letter("twee", 40, wait=3)),
)

days = st.integers(min_value=-40, max_value=60).map(lambda number: START + timedelta(days=number))
amounts = st.integers(min_value=-20_000, max_value=50_000).map(lambda cents: euro(cents) / 100)


@st.composite
def items(draw: st.DrawFn) -> list[OpenItem]:
    count = draw(st.integers(min_value=1, max_value=7))
    return [
        replace(
            item(f"F{number}", draw(days)),
            ref=number,
            debtor=draw(st.sampled_from(["1", "2"])),
            open=euro(draw(amounts)),
            disputed=draw(st.integers(0, 9)) == 0,
            skipped=draw(st.integers(0, 9)) == 0,
            currency=draw(st.sampled_from(["EUR", "EUR", "EUR", "USD"])),
        )
        for number in range(count)
    ]


events = st.lists(
    st.tuples(
        st.sampled_from(
            [
                EventKind.PROMISE,
                EventKind.PLAN,
                EventKind.BLOCK,
                EventKind.UNBLOCK,
                EventKind.DISPUTE,
                EventKind.DISPUTE_CLOSED,
            ]
        ),
        st.integers(min_value=0, max_value=60),
        st.sampled_from(["", "F0", "F1", "F2"]),
        st.integers(min_value=0, max_value=20),
    ),
    max_size=6,
)
runs = st.lists(st.integers(min_value=0, max_value=90), min_size=1, max_size=12, unique=True)
rules = st.sampled_from(POLICIES)


Happened: TypeAlias = list[tuple[EventKind, int, str, int]]
"""Kind, day number, invoice (or none) and length in days of what is logged along the way."""


def played(
    rules: DunningPolicy, listed: list[OpenItem], happened: Happened
) -> tuple[World, dict[int, list[tuple[EventKind, str, date]]]]:
    """A world, and what is to be logged in it by day number."""
    by_day: dict[int, list[tuple[EventKind, str, date]]] = {}
    for kind, day, invoice, length in happened:
        until = START + timedelta(days=day + length)
        by_day.setdefault(day, []).append((kind, invoice, until))
    return World(rules, listed), by_day


def play(world: World, by_day: dict[int, list[tuple[EventKind, str, date]]], last: int) -> None:
    for number in [day for day in sorted(by_day) if day <= last]:
        for kind, invoice, until in by_day.pop(number):
            world.record(kind, START + timedelta(days=number), invoice=invoice, until=until)


@settings(max_examples=150, deadline=None)
@given(rules, items(), events, runs)
def test_p1_p2_p3_steps_come_in_order_with_distance_and_never_for_a_held_item(
    rules: DunningPolicy, listed: list[OpenItem], happened: Happened, days: list[int]
) -> None:
    world, by_day = played(rules, listed, happened)
    order = [stage.key for stage in rules.stages]
    for number in sorted(days):
        play(world, by_day, number)
        today = START + timedelta(days=number)
        reasons = world.reasons(today)
        for invoice in world.run(today):
            assert reasons[invoice] == Reason.DUE
            (listed_item,) = [entry for entry in world.items if entry.invoice == invoice]
            assert listed_item.open is not None
            assert listed_item.open > ZERO
            assert listed_item.due_date is not None
            assert listed_item.due_date < today
    for entry in listed:
        steps = [event for event in world.log if event.invoice == entry.invoice and event.stage]
        assert [event.stage for event in steps] == order[: len(steps)]
        for earlier, later in itertools.pairwise(steps):
            assert (later.on - earlier.on).days >= rules.minimum_interval


@settings(max_examples=100, deadline=None)
@given(rules, items(), events, runs, st.randoms(use_true_random=False))
def test_p4_p7_the_same_input_gives_the_same_proposal_whatever_the_order_of_rows(
    rules: DunningPolicy,
    listed: list[OpenItem],
    happened: Happened,
    days: list[int],
    shuffler: random.Random,
) -> None:
    world, by_day = played(rules, listed, happened)
    for number in sorted(days):
        play(world, by_day, number)
        world.run(START + timedelta(days=number))
    today = START + timedelta(days=91)
    before = world.propose(today)
    assert world.propose(today) == before
    shuffler.shuffle(world.items)
    after = world.propose(today)
    assert after.notices == before.notices
    assert after.calls == before.calls
    assert {decision.item.ref: decision for decision in after.decisions} == {
        decision.item.ref: decision for decision in before.decisions
    }


@settings(max_examples=100, deadline=None)
@given(rules, items(), events, runs)
def test_p5_p6_a_second_run_is_empty_and_undoing_a_run_brings_its_proposal_back(
    rules: DunningPolicy, listed: list[OpenItem], happened: Happened, days: list[int]
) -> None:
    world, by_day = played(rules, listed, happened)
    for number in sorted(days):
        play(world, by_day, number)
        today = START + timedelta(days=number)
        before = world.propose(today)
        known = len(world.log)
        ran = list(world.run_days)
        world.run(today)
        assert not world.propose(today).notices
        made = world.log[known:]
        undone = World(rules, world.items, log=list(world.log), run_days=ran)
        undone._ids = world._ids
        undone.void(made, today)
        assert undone.propose(today) == before


@settings(max_examples=100, deadline=None)
@given(rules, items(), items(), events)
def test_p8_another_customer_changes_nothing_for_the_others(
    rules: DunningPolicy, listed: list[OpenItem], others: list[OpenItem], happened: Happened
) -> None:
    world, by_day = played(rules, listed, happened)
    play(world, by_day, 60)
    today = START + timedelta(days=61)
    before = world.propose(today)
    world.items = [
        *world.items,
        *(replace(entry, debtor="9", ref=100 + entry.ref) for entry in others),
    ]
    after = world.propose(today)
    assert [entry for entry in after.decisions if entry.item.debtor != "9"] == list(
        before.decisions
    )
    assert tuple(entry for entry in after.notices if entry.debtor.number != "9") == before.notices


@settings(max_examples=100, deadline=None)
@given(rules, items(), st.integers(min_value=1, max_value=60_000))
def test_p9_a_payment_only_removes_or_lowers(
    rules: DunningPolicy, listed: list[OpenItem], cents: int
) -> None:
    world = World(rules, [replace(entry, open=abs(entry.open or ZERO)) for entry in listed])
    today = START + timedelta(days=61)
    before = {
        (notice.debtor.number, notice.currency): notice for notice in world.propose(today).notices
    }
    world.pay("F0", str(min(euro(cents) / 100, world.items[0].open or ZERO)))
    for notice in world.propose(today).notices:
        earlier = before[notice.debtor.number, notice.currency]
        assert notice.total <= earlier.total
        assert {entry.item.invoice for entry in notice.decisions} <= {
            entry.item.invoice for entry in earlier.decisions
        }


@settings(max_examples=100, deadline=None)
@given(rules, items(), events, runs)
def test_p10_a_later_day_never_lowers_a_step(
    rules: DunningPolicy, listed: list[OpenItem], happened: Happened, days: list[int]
) -> None:
    world, by_day = played(rules, listed, happened)
    for number in sorted(days):
        play(world, by_day, number)
        world.run(START + timedelta(days=number))
    levels = [
        [
            decision.stage_number
            for decision in world.propose(START + timedelta(days=later)).decisions
        ]
        for later in (91, 100, 200)
    ]
    assert levels[0] == levels[1] == levels[2]


@settings(max_examples=100, deadline=None)
@given(rules, items())
def test_p11_the_total_of_each_letter_is_the_sum_of_its_lines_and_never_below_a_cent(
    rules: DunningPolicy, listed: list[OpenItem]
) -> None:
    for notice in World(rules, listed).propose(START + timedelta(days=61)).notices:
        assert notice.total == total(entry.open or ZERO for entry in notice.items)
        assert notice.total > ZERO
