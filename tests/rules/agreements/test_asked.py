"""Letters outside the stages that the user asks for by hand: what they tell, what is refused."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.rules.agreements.days import DUE, day
from tests.rules.claims_world import rules as claim_rules
from tests.rules.world import World, item, letter, policy, weekday
from xl_dunning.rules.accounts import credits_by_account
from xl_dunning.rules.agreements.asked import AskedLetter, occasion_of
from xl_dunning.rules.agreements.occasions import Occasion
from xl_dunning.rules.agreements.side_letters import SideLetter
from xl_dunning.rules.cases import cases_of
from xl_dunning.rules.events import Event, EventKind, Instalment, Outcome, standing
from xl_dunning.rules.findings import Refusal
from xl_dunning.rules.money import euro
from xl_dunning.rules.policy import Action
from xl_dunning.rules.proposal import Notice
from xl_dunning.rules.single_letter import single_letter
from xl_dunning.rules.terms import Terms

RULES = policy(letter("een", 1), letter("twee", 30), plan_grace=9)
PARTS = tuple(Instalment(due_on=day(days), amount=euro("400.00")) for days in (20, 50))


@pytest.fixture
def at() -> World:
    """F1 of 1000 and F2 of 500 are overdue on day 10, F9 is not."""
    made = World(
        RULES,
        [item("F1", DUE, "1000.00"), item("F2", DUE, "500.00"), item("F9", day(60), "90.00")],
    )
    made.items = [replace(each, ref=number) for number, each in enumerate(made.items)]
    made.run(day(1))
    return made


def told(at: World, kind: SideLetter, days: int = 10, **more: object) -> Occasion:
    """What the letter would tell on that day."""
    return occasion_of(
        AskedLetter(letter=kind, debtor="1", **more),  # type: ignore[arg-type]
        log=standing(at.log),
        judged=at.propose(day(days)).agreements,
        plan_grace=RULES.plan_grace,
        reference_date=day(days),
    )


def made(at: World, kind: SideLetter, days: int = 10, **more: object) -> tuple[Notice, ...]:
    """The letters that are made."""
    terms = Terms(policy=RULES, is_working_day=weekday)
    cases = cases_of(at.ledger, standing(at.log), terms=terms, judged={})
    return single_letter(
        at.propose(day(days)).decisions,
        occasion=told(at, kind, days, **more),
        debtor=at.ledger.debtor("1"),
        invoices=more.get("invoices", ()),  # type: ignore[arg-type]
        policy=RULES,
        credits_of=credits_by_account(cases),
        rules=claim_rules(),
        reference_date=day(days),
        is_working_day=weekday,
        address_required=True,
    )


def refused(
    at: World, kind: SideLetter, days: int = 10, **more: object
) -> tuple[str, dict[str, Any]]:
    with pytest.raises(Refusal) as refusal:
        made(at, kind, days, **more)
    return refusal.value.code, dict(refusal.value.details)


def invoices(notices: tuple[Notice, ...]) -> list[str]:
    return [each.item.invoice for notice in notices for each in notice.decisions]


def planned(at: World, on: int = 3) -> Event:
    return at.record(EventKind.PLAN, day(on), schedule=PARTS, until=day(50))


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


def prepared(at: World, needed: tuple[EventKind | str, ...]) -> None:
    for kind in needed:
        if kind is EventKind.PLAN:
            planned(at)
        elif kind == "late":
            parts = (replace(PARTS[0], due_on=day(4)), PARTS[1])
            at.record(EventKind.PLAN, day(3), schedule=parts, until=day(50))
        elif isinstance(kind, EventKind):
            at.record(kind, day(3), until=day(20), amount=euro("700.00"))


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


class TestConfirmation:
    def test_of_what_was_promised_in_the_last_talk(self, at: World) -> None:
        for number, amount in (("F1", "400.00"), ("F2", "100.00")):
            at.record(
                EventKind.CALL,
                day(3),
                invoice=number,
                outcome=Outcome.PROMISED,
                until=day(20),
                amount=euro(amount),
            )
        (notice,) = made(at, SideLetter.CONFIRMATION)
        assert invoices((notice,)) == ["F1", "F2"]
        assert notice.arrangement is not None
        assert (notice.arrangement.amount, notice.arrangement.until) == (euro("500.00"), day(20))

    def test_of_the_promise_about_the_invoice_that_is_named(self, at: World) -> None:
        at.record(EventKind.PROMISE, day(3), invoice="F1", until=day(20))
        at.record(EventKind.PROMISE, day(4), invoice="F2", until=day(30))
        found = told(at, SideLetter.CONFIRMATION, invoices=("F1",))
        assert (found.keys, found.arrangement.until) == ({("1", "F1")}, day(20))

    def test_not_of_one_whose_day_has_passed(self, at: World) -> None:
        at.record(EventKind.PROMISE, day(3), invoice="F1", until=day(8))
        assert refused(at, SideLetter.CONFIRMATION) == (
            "LETTER_AGREEMENT_OVER",
            {"debtor": "1", "on": day(3), "until": day(8)},
        )

    def test_of_one_that_only_the_user_knows(self, at: World) -> None:
        (notice,) = made(
            at, SideLetter.CONFIRMATION, until=day(20), amount=euro("300.00"), invoices=("F1",)
        )
        assert invoices((notice,)) == ["F1"]
        assert notice.arrangement is not None
        assert (notice.arrangement.amount, notice.arrangement.event) == (euro("300.00"), "")

    def test_the_next_step_waits_for_its_day_although_nothing_was_promised_in_the_log(
        self, at: World
    ) -> None:
        at.record(
            EventKind.LETTER,
            day(10),
            invoice="F1",
            template="bevestiging_afspraak",
            pay_by=day(40),
        )
        assert at.run(day(35)) == {"F2": "twee"}
        assert at.run(day(41)) == {"F1": "twee"}


class TestProposal:
    def test_it_gives_a_week_to_answer_and_no_longer_than_the_first_instalment(
        self, at: World
    ) -> None:
        assert told(at, SideLetter.PLAN_PROPOSAL, schedule=PARTS).arrangement.until == day(17)
        found = told(at, SideLetter.PLAN_PROPOSAL, 15, schedule=PARTS)
        assert found.arrangement.until == day(20)

    @pytest.mark.parametrize(
        ("more", "code"),
        [
            ({}, "LETTER_NEEDS_INSTALMENTS"),
            ({"schedule": PARTS, "until": day(21)}, "LETTER_ANSWER_TOO_LATE"),
            ({"schedule": (replace(PARTS[0], due_on=day(9)),)}, "LETTER_DAY_PAST"),
            ({"schedule": (replace(PARTS[0], amount=euro("5000")),)}, "FOLLOW_UP_TOO_MUCH"),
        ],
    )
    def test_refused(self, at: World, more: dict[str, Any], code: str) -> None:
        assert refused(at, SideLetter.PLAN_PROPOSAL, **more)[0] == code

    def test_about_an_invoice_that_is_not_due_yet_when_it_is_named(self, at: World) -> None:
        parts = (replace(PARTS[0], amount=euro("90.00")),)
        notices = made(at, SideLetter.PLAN_PROPOSAL, schedule=parts, invoices=("F9",))
        assert invoices(notices) == ["F9"]


class TestPlans:
    def test_nothing_late_nothing_to_remind_of(self, at: World) -> None:
        planned(at)
        assert refused(at, SideLetter.INSTALMENT_REMINDER)[0] == "LETTER_NOTHING_LATE"

    def test_a_reminder_gives_the_grace_of_the_policy(self, at: World) -> None:
        prepared(at, ("late",))
        (notice,) = made(at, SideLetter.INSTALMENT_REMINDER)
        assert notice.pay_by == day(21)  # nine days: a Saturday, so Monday

    def test_the_user_may_end_a_plan_that_runs(self, at: World) -> None:
        planned(at)
        assert invoices(made(at, SideLetter.PLAN_BROKEN)) == ["F1", "F2"]  # F9 is not due

    def test_but_not_one_that_was_paid(self, at: World) -> None:
        at.record(EventKind.PLAN, day(3), invoice="F1", schedule=PARTS, until=day(50))
        at.pay("F1", "800.00")
        assert refused(at, SideLetter.PLAN_BROKEN) == ("LETTER_PLAN_KEPT", {"debtor": "1"})
        assert refused(at, SideLetter.PLAN_CONFIRMATION)[0] == "LETTER_AGREEMENT_OVER"


class TestSuspension:
    @pytest.mark.parametrize(
        ("kind", "last"),
        [
            (SideLetter.SUSPENDED, EventKind.RESUME),
            (SideLetter.RESUMED, EventKind.SUSPENSION),
        ],
    )
    def test_what_was_undone_since_is_not_told(
        self, at: World, kind: SideLetter, last: EventKind
    ) -> None:
        at.record(EventKind.SUSPENSION, day(3))
        at.record(EventKind.RESUME, day(4))
        at.record(last, day(5))
        assert refused(at, kind)[0] == "LETTER_NEEDS_STEP"

    def test_the_end_of_it_is_about_no_invoice(self, at: World) -> None:
        at.record(EventKind.RESUME, day(4))
        (notice,) = made(at, SideLetter.RESUMED)
        assert notice.items == ()


class TestHandover:
    def test_before_it_is_done_it_is_the_last_warning(self, at: World) -> None:
        (notice,) = made(at, SideLetter.HANDOVER)
        assert (notice.stage.action, notice.pay_by) == (Action.LETTER, day(24))
        assert invoices((notice,)) == ["F1", "F2"]

    def test_the_next_step_waits_for_the_day_that_the_warning_names(self, at: World) -> None:
        at.record(EventKind.LETTER, day(20), invoice="F1", template="overdracht", pay_by=day(35))
        assert at.run(day(35)) == {"F2": "twee"}
        assert at.run(day(36)) == {"F1": "twee"}

    def test_done_it_tells_so_about_what_was_handed_over(self, at: World) -> None:
        at.record(EventKind.HANDOVER, day(9), invoice="F2")
        (notice,) = made(at, SideLetter.HANDOVER)
        assert (notice.stage.action, invoices((notice,))) == (Action.HANDOVER, ["F2"])

    def test_handed_back_it_is_a_warning_again(self, at: World) -> None:
        at.record(EventKind.HANDOVER, day(9))
        at.record(EventKind.UNBLOCK, day(10))
        (notice,) = made(at, SideLetter.HANDOVER)
        assert notice.stage.action is Action.LETTER


class TestDispute:
    def test_the_answer_is_the_note_and_is_about_what_is_disputed(self, at: World) -> None:
        event = at.record(EventKind.DISPUTE, day(3), invoice="F2", note="nooit besteld")
        (notice,) = made(at, SideLetter.DISPUTE_ANSWER, note=" Wij leverden wel. ")
        assert invoices((notice,)) == ["F2"]
        assert notice.arrangement is not None
        assert (notice.arrangement.note, notice.arrangement.event) == (
            "Wij leverden wel.",
            event.id,
        )

    def test_without_an_answer_there_is_none(self, at: World) -> None:
        at.record(EventKind.DISPUTE, day(3), invoice="F2")
        assert refused(at, SideLetter.DISPUTE_ANSWER, note="  ")[0] == "LETTER_NEEDS_ANSWER"


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
