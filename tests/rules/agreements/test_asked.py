"""Letters outside the stages that the user asks for by hand: what they tell, what is refused."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.rules.agreements.asked_world import (
    PARTS,
    invoices,
    made,
    prepared,
    refused,
    told,
    two_overdue,
)
from tests.rules.agreements.days import day
from tests.rules.world import World, item, weekday
from xl_dunning.rules.agreements.side_letters import SideLetter
from xl_dunning.rules.events import EventKind, Outcome


@pytest.fixture
def at() -> World:
    return two_overdue()


EVERY: dict[SideLetter, tuple[dict[str, Any], tuple[EventKind | str, ...]]] = {
    # Letter, what the user gives, and the log that it needs, when it needs any
    SideLetter.INTERRUPTION: ({}, ()),
    SideLetter.INTEREST_STATEMENT: ({}, ()),
    SideLetter.CONFIRMATION: ({"until": day(20)}, ()),
    SideLetter.PLAN_PROPOSAL: ({"schedule": PARTS}, ()),
    SideLetter.PLAN_CONFIRMATION: ({}, (EventKind.PLAN,)),
    SideLetter.INSTALMENT_REMINDER: ({}, ("late",)),
    SideLetter.PLAN_BROKEN: ({}, (EventKind.PLAN,)),
    SideLetter.SETTLEMENT: ({}, (EventKind.SETTLEMENT,)),
    SideLetter.SUSPENSION_NOTICE: ({}, ()),
    SideLetter.SUSPENDED: ({}, (EventKind.SUSPENSION,)),
    SideLetter.RESUMED: ({}, (EventKind.RESUME,)),
    SideLetter.HANDOVER: ({}, ()),
    SideLetter.TERMS: ({}, ()),
    SideLetter.DISPUTE_ANSWER: ({"note": "Wij leverden wel."}, (EventKind.DISPUTE,)),
    SideLetter.INVOICE_AGAIN: ({}, ()),
}


def test_there_is_a_case_for_every_letter() -> None:
    assert set(EVERY) == set(SideLetter)


@pytest.mark.parametrize("kind", SideLetter)
def test_each_letter_can_be_made_and_moves_nothing_along(at: World, kind: SideLetter) -> None:
    given, needed = EVERY[kind]
    prepared(at, needed)
    (notice,) = made(at, kind, **given)
    assert (notice.stage.template, notice.stage.key) == (kind.value, "")
    assert [each.next_stage for each in notice.decisions] == [notice.stage] * len(notice.decisions)
    assert weekday(notice.pay_by)
    assert notice.pay_by >= day(10)


@pytest.mark.parametrize("kind", [kind for kind, (_, needed) in EVERY.items() if needed], ids=str)
def test_what_is_not_in_the_log_can_not_be_put_in_writing(at: World, kind: SideLetter) -> None:
    code, details = refused(at, kind, **EVERY[kind][0])
    done = {
        SideLetter.SUSPENDED: "suspension",
        SideLetter.RESUMED: "resume",
        SideLetter.DISPUTE_ANSWER: "dispute",
    }
    if kind in done:
        assert (code, details) == ("LETTER_NEEDS_STEP", {"debtor": "1", "kind": done[kind]})
    else:
        assert (code, details) == ("LETTER_NEEDS_AGREEMENT", {"template": kind.value})


@pytest.mark.parametrize("kind", SideLetter)
def test_no_letter_names_a_day_that_lies_behind_us(at: World, kind: SideLetter) -> None:
    given, needed = EVERY[kind]
    prepared(at, needed)
    assert refused(at, kind, **{**given, "until": day(9)}) == (
        "LETTER_DAY_PAST",
        {"until": day(9)},
    )


class TestHeld:
    """What is disputed, blocked or promised is in the letter only when the user names it."""

    @pytest.mark.parametrize(
        "kind", [SideLetter.SUSPENSION_NOTICE, SideLetter.HANDOVER, SideLetter.INVOICE_AGAIN]
    )
    def test_left_out_unless_it_is_named(self, at: World, kind: SideLetter) -> None:
        at.record(EventKind.DISPUTE, day(3), invoice="F2")
        assert invoices(made(at, kind)) == ["F1"]
        assert invoices(made(at, kind, invoices=("F2",))) == ["F2"]
        at.record(EventKind.BLOCK, day(4), invoice="F1")
        assert refused(at, kind) == ("SINGLE_LETTER_HELD", {"debtor": "1"})

    @pytest.mark.parametrize("kind", [SideLetter.SUSPENSION_NOTICE, SideLetter.HANDOVER])
    def test_a_letter_that_asks_for_all_leaves_out_what_was_promised(
        self, at: World, kind: SideLetter
    ) -> None:
        at.record(EventKind.PROMISE, day(3), invoice="F2", until=day(20))
        assert invoices(made(at, kind)) == ["F1"]

    @pytest.mark.parametrize("kind", [SideLetter.INTERRUPTION, SideLetter.INTEREST_STATEMENT])
    def test_a_claim_is_interrupted_and_specified_whatever_else_goes_on(
        self, at: World, kind: SideLetter
    ) -> None:
        at.record(EventKind.DISPUTE, day(3), invoice="F2")
        assert invoices(made(at, kind)) == ["F1", "F2"]


class TestNothing:
    def test_about_an_invoice_that_is_not_due(self, at: World) -> None:
        assert refused(at, SideLetter.SUSPENSION_NOTICE, invoices=("F9",)) == (
            "SINGLE_LETTER_INVOICE",
            {"debtor": "1", "invoice": "F9"},
        )

    def test_about_a_debtor_who_owes_nothing(self, at: World) -> None:
        at.items = [item("F9", day(60))]
        assert refused(at, SideLetter.SUSPENSION_NOTICE) == (
            "SINGLE_LETTER_NOTHING",
            {"debtor": "1"},
        )

    def test_to_a_debtor_whom_it_can_not_reach(self, at: World) -> None:
        at.debtors = {"1": replace(at.ledger.debtor("1"), address="")}
        assert refused(at, SideLetter.TERMS) == ("SINGLE_LETTER_NO_CHANNEL", {"debtor": "1"})


def test_the_invoice_once_more_tells_when_he_said_that_it_never_came(at: World) -> None:
    at.record(EventKind.CALL, day(8), invoice="F2", outcome=Outcome.NOT_RECEIVED)
    assert told(at, SideLetter.INVOICE_AGAIN).arrangement.on == day(8)
    assert told(at, SideLetter.INVOICE_AGAIN, invoices=("F1",)).arrangement.on == day(10)
