"""Suspension: the rule, the announcement, carrying it out, resuming, and once more."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.rules.agreements.days import DUE, codes, day, decision, text
from tests.rules.agreements.suspending import FAR, RULE, resumed, rules, suspended, two
from tests.rules.world import World, item, letter, policy
from xl_dunning.frontends.explain import done_text
from xl_dunning.rules.agreements.states import SuspensionState
from xl_dunning.rules.events import EventKind
from xl_dunning.rules.ledger import OpenItem
from xl_dunning.rules.money import euro
from xl_dunning.rules.policy import Action, Stage
from xl_dunning.rules.proposal import Reason

ANNOUNCE, ANNOUNCED, DUE_NOW, SUSPENDED, RESUME = (
    SuspensionState.ANNOUNCE,
    SuspensionState.ANNOUNCED,
    SuspensionState.DUE,
    SuspensionState.SUSPENDED,
    SuspensionState.RESUME,
)
STEP = Stage(key="opschorten", title="Opschorten", action=Action.SUSPEND, after=10)


def state(at: World, days: int) -> SuspensionState | None:
    found = at.propose(day(days)).suspensions
    assert len(found) <= 1
    return found[0].state if found else None


class TestRule:
    @pytest.mark.parametrize(
        ("rule", "items", "days", "holds"),
        [
            ({}, two(), 10, True),  # ten days late, 300 in all, one younger invoice
            ({}, two(), 9, False),  # a day too early
            ({}, two("149.99", "100.00"), 10, False),  # a cent too little
            ({"amount": euro("300.00")}, two(), 10, True),  # exactly that much
            ({}, [item("F1", DUE, "300.00")], 10, False),  # no younger one
            ({"later_unpaid": 0}, [item("F1", DUE, "300.00")], 10, True),
            ({}, [item("F1", DUE, "300.00"), item("F2", day(20))], 10, False),  # not overdue yet
            ({"later_unpaid": 2}, two(), 10, False),
        ],
    )
    def test_all_three_must_hold(
        self, rule: dict[str, object], items: list[OpenItem], days: int, *, holds: bool
    ) -> None:
        at = World(rules(rule=replace(RULE, **rule)), items)  # type: ignore[arg-type]
        assert state(at, days) is (ANNOUNCE if holds else None)

    def test_without_a_rule_nobody_is_suspended(self) -> None:
        assert state(World(policy(FAR), two()), 60) is None

    def test_what_he_has_to_his_credit_is_not_overdue(self) -> None:
        at = World(rules(), [*two(), item("C1", None, "-60.00")])
        assert state(at, 10) is None

    @pytest.mark.parametrize("kind", [EventKind.DISPUTE, EventKind.BLOCK, EventKind.PROMISE])
    def test_what_is_held_back_is_no_ground(self, kind: EventKind) -> None:
        at = World(rules(), two())
        at.record(kind, day(8), invoice="F1", until=day(20))
        assert state(at, 10) is None

    def test_a_part_that_is_disputed_is_none_either(self) -> None:
        at = World(rules(), two())
        at.record(EventKind.DISPUTE, day(8), invoice="F1", amount=euro("60.00"))
        assert state(at, 10) is None

    def test_an_invoice_for_which_a_letter_still_gives_time_is_no_ground(self) -> None:
        at = World(rules(letter("brief", 1, pay_within=20)), two())
        at.run(day(6))  # both were asked for, until Monday, day 28
        assert [state(at, days) for days in (10, 28, 29)] == [None, None, ANNOUNCE]

    def test_each_currency_is_added_up_by_itself_and_one_is_announced(self) -> None:
        dollars = [replace(each, currency="USD", invoice=f"U{each.invoice}") for each in two()]
        at = World(rules(), [*two(), *dollars])
        at.items = [replace(each, ref=number) for number, each in enumerate(at.items)]
        assert at.letters(day(10)) == ["opschorting_aankondiging F1 F2"]
        at.run(day(10))
        assert (state(at, 11), at.letters(day(11))) == (ANNOUNCED, [])
        at.items = at.items[2:]  # the euro invoices are paid: dollars are announced by themselves
        assert at.letters(day(12)) == ["opschorting_aankondiging UF1 UF2"]


class TestCourse:
    @pytest.fixture
    def at(self) -> World:
        return World(rules(), two())

    def test_announced_once_with_its_own_days_and_due_after_them(self, at: World) -> None:
        (sent,) = at.propose(day(10)).notices
        assert (sent.stage.template, sent.pay_by, sent.total) == (
            "opschorting_aankondiging",
            day(15),
            euro("300.00"),
        )
        at.run(day(10))
        assert [state(at, days) for days in (11, 15, 16)] == [ANNOUNCED, ANNOUNCED, DUE_NOW]
        assert [at.letters(day(days)) for days in (11, 16, 40)] == [[], [], []]

    def test_carried_out_it_stands_until_nothing_overdue_is_open_at_all(self, at: World) -> None:
        at.run(day(10))
        suspended(at, 16)
        assert state(at, 17) is SUSPENDED
        at.pay("F1", "200.00")
        assert state(at, 18) is SUSPENDED  # the younger one is open
        at.pay("F2", "100.00")
        assert state(at, 19) is RESUME
        resumed(at, 19)
        assert state(at, 20) is None

    @pytest.mark.parametrize(
        "still_open",
        [
            {"disputed": True},
            {"skipped": True},
            {"unreadable": True},
            {"currency": "USD"},
            {"direct_debit": True},
        ],
        ids=lambda each: next(iter(each)),
    )
    def test_also_by_what_is_held_back_or_in_doubt(
        self, at: World, still_open: dict[str, object]
    ) -> None:
        at.run(day(10))
        suspended(at, 16)
        at.items = [replace(at.items[1], **still_open)]  # type: ignore[arg-type]
        assert state(at, 20) is SUSPENDED

    def test_a_debtor_who_left_the_list_is_resumed(self, at: World) -> None:
        suspended(at, 16)
        at.items = []
        assert state(at, 20) is RESUME

    def test_what_is_not_due_yet_stops_nobody_from_going_on(self, at: World) -> None:
        suspended(at, 16)
        at.items = [item("F9", day(60))]
        assert state(at, 20) is RESUME

    def test_later_it_is_announced_anew(self, at: World) -> None:
        at.run(day(10))
        suspended(at, 16)
        resumed(at, 20)
        at.items = [item("F3", day(20), "200.00"), item("F4", day(22), "100.00")]
        assert at.letters(day(30)) == ["opschorting_aankondiging F3 F4"]

    def test_whoever_is_resumed_in_debt_gets_the_days_of_the_rule_anew(self, at: World) -> None:
        suspended(at, 16)
        resumed(at, 17)
        assert [state(at, days) for days in (17, 26, 27)] == [None, None, ANNOUNCE]

    def test_an_announcement_about_what_was_paid_is_none_for_what_came_later(
        self, at: World
    ) -> None:
        at.run(day(10))
        at.items = [item("F3", day(20), "200.00"), item("F4", day(22), "100.00")]
        assert state(at, 30) is ANNOUNCE
        at.items.append(item("F2", day(5), "10.00"))  # something that it named is open after all
        assert state(at, 30) is DUE_NOW

    def test_a_promise_in_between_puts_it_off_and_broken_it_is_due_at_once(self, at: World) -> None:
        at.run(day(10))
        at.record(EventKind.PROMISE, day(12), until=day(20))
        assert [state(at, days) for days in (13, 20, 21)] == [None, None, DUE_NOW]

    def test_a_dispute_in_between_does_too(self, at: World) -> None:
        at.run(day(10))
        at.record(EventKind.DISPUTE, day(12), invoice="F1")
        assert state(at, 20) is None
        at.record(EventKind.DISPUTE_CLOSED, day(21), invoice="F1")
        assert state(at, 21) is DUE_NOW

    def test_taken_back_it_never_was(self, at: World) -> None:
        at.run(day(10))
        at.void([suspended(at, 16)], day(17))
        assert state(at, 18) is DUE_NOW
        at.void([event for event in at.log if event.template], day(18))
        assert state(at, 19) is ANNOUNCE


class TestStep:
    """A policy may have a step for it; that waits for the announcement."""

    @pytest.fixture
    def at(self) -> World:
        made = World(rules(letter("een", 1), STEP, letter("twee", 20)), two())
        made.run(day(6))
        return made

    def test_the_step_waits_for_the_announcement_and_its_day(self, at: World) -> None:
        assert text(at, 15) == (
            "Eerst gaat de brief “Aankondiging opschorting” uit. Daarna wacht Opschorten tot"
            " 24-03-2026."
        )
        at.run(day(15))
        assert text(at, 21) == (
            "Wacht tot 24-03-2026: de laatste brief noemt 23-03-2026 als uiterste betaaldatum;"
            " daarna volgt Opschorten."
        )
        assert decision(at, 22).reason is Reason.DUE
        assert state(at, 22) is DUE_NOW
        at.run(day(22))
        suspended(at, 22, invoice="F1", stage="opschorten")
        assert decision(at, 23).stage_number == 2

    def test_an_invoice_that_the_announcement_did_not_name_waits_as_well(self, at: World) -> None:
        at.run(day(15))
        at.items.append(item("F3", day(3), "50.00", ref=3))
        at.record(EventKind.LETTER, day(4), invoice="F3", stage="een")
        assert text(at, 17, "F3") == (
            "Wacht tot 24-03-2026: de laatste brief noemt 23-03-2026 als uiterste betaaldatum;"
            " daarna volgt Opschorten."
        )

    def test_passed_over_when_the_rule_does_not_hold(self) -> None:
        at = World(rules(letter("een", 1), STEP, letter("twee", 20)), two()[:1])
        at.run(day(1))
        (found,) = at.propose(day(10)).passed_over
        assert (found.item.invoice, found.next_stage) == ("F1", STEP)
        assert codes(at, 10) == []  # the policy says so itself: nothing to look into
        assert done_text(found, on=day(10), pay_by=None) == (
            "“Opschorten” is op 12-03-2026 overgeslagen: aan de regel voor opschorten in het beleid"
            " is niet voldaan, of er is al opgeschort."
        )
        at.run(day(10))
        assert [event.kind for event in at.log[-1:]] == [EventKind.PASSED_OVER]
        assert at.run(day(20)) == {"F1": "twee"}

    def test_passed_over_when_he_was_suspended_already(self, at: World) -> None:
        at.run(day(15))
        suspended(at, 22, invoice="F1", stage="opschorten")
        assert [each.item.invoice for each in at.propose(day(23)).passed_over] == ["F2"]

    def test_without_a_rule_the_step_is_the_user_s(self) -> None:
        at = World(policy(letter("een", 1), STEP), two()[:1])
        at.run(day(1))
        assert at.propose(day(10)).passed_over == ()
        assert decision(at, 10).reason is Reason.DUE
