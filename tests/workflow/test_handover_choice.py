"""Which invoices go along: what is overdue and certain, and nothing that is out of our hands."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.world import World, item, letter, policy
from tests.workflow.handover_world import asked, chosen, codes, handed_over
from xl_dunning.rules.events import Event, EventKind
from xl_dunning.rules.money import ZERO, euro, total
from xl_dunning.rules.policy import Action, Stage
from xl_dunning.rules.proposal import Reason
from xl_dunning.workflow.handover_choice import NEVER
from xl_dunning.workflow.handover_claim import Recipient, out_of_our_hands

DAY = date(2026, 11, 21)
STAGES = (
    letter("herinnering", 5),
    Stage(key="bureau", title="Bureau", action=Action.HANDOVER, after=20),
    Stage(key="rechter", title="Rechter", action=Action.LEGAL, after=50),
)
DUE = date(2026, 10, 1)
NOTICED = {"HANDOVER_NO_LETTER"}
"""Warnings that have their own test."""


def a_world(*more: object) -> World:
    """F1 and F2 are overdue, F3 is not; a credit, a paid and an unreadable one stand apart."""
    return World(
        policy=policy(*STAGES),
        items=[
            item("F1", DUE, "100.00", debtor="1"),
            item("F2", date(2026, 10, 2), "250.00", debtor="1"),
            item("F3", date(2026, 12, 31), "70.00", debtor="1"),
            item("P1", DUE, "0.00", debtor="1"),
            item("Z1", DUE, "80.00", debtor="2"),
            *more,  # type: ignore[list-item]
        ],
    )


def errors(world: World, *invoices: str, debtor: str = "1") -> list[str]:
    return [code for code in codes(asked(world, DAY, *invoices, debtor=debtor)) if code in NEVER]


def test_all_that_is_overdue_goes_along_oldest_first_and_nothing_else() -> None:
    handover = asked(a_world(), DAY)
    assert list(chosen(handover)) == ["F1", "F2"]
    assert set(codes(handover)) == NOTICED


def test_only_what_was_named_goes_along_when_something_was() -> None:
    assert list(chosen(asked(a_world(), DAY, "F2"))) == ["F2"]


@pytest.mark.parametrize(
    ("invoices", "debtor", "code"),
    [
        (("F3",), "1", "HANDOVER_INVOICE_NOT_DUE"),
        (("P1",), "1", "HANDOVER_INVOICE_NOT_OPEN"),
        (("F9",), "1", "HANDOVER_INVOICE_UNKNOWN"),
        (("Z1",), "1", "HANDOVER_INVOICE_UNKNOWN"),  # another debtor's
        (("F1", "F9"), "1", "HANDOVER_INVOICE_UNKNOWN"),  # although the first one would do
        ((), "9", "HANDOVER_DEBTOR_UNKNOWN"),
    ],
)
def test_what_can_never_be_handed_over(invoices: tuple[str, ...], debtor: str, code: str) -> None:
    assert errors(a_world(), *invoices, debtor=debtor)[0] == code


def test_a_debtor_with_nothing_overdue_is_refused() -> None:
    world = a_world(item("Y1", date(2026, 12, 31), debtor="3"))
    assert errors(world, debtor="3") == ["HANDOVER_NOTHING"]


def test_an_invoice_in_doubt_is_told_and_never_in_the_claim() -> None:
    world = a_world(item("F4", DUE, debtor="1", unreadable=True))
    handover = asked(world, DAY)
    assert list(chosen(handover)) == ["F1", "F2"]
    assert "HANDOVER_UNREADABLE" in codes(handover)


def test_nothing_but_doubts_can_not_be_handed_over_at_all() -> None:
    world = World(policy=policy(*STAGES), items=[item("F4", DUE, unreadable=True)])
    assert codes(asked(world, DAY)) == ["HANDOVER_UNREADABLE", "HANDOVER_NOTHING"]


class TestWhatIsOutOfOurHands:
    def test_it_is_refused_when_it_was_named(self) -> None:
        world = a_world()
        handed_over(world, date(2026, 11, 2), "F1")
        assert errors(world, "F1") == ["HANDOVER_ALREADY"]

    def test_it_stays_behind_with_a_word_when_others_go(self) -> None:
        world = a_world()
        handed_over(world, date(2026, 11, 2), "F1")
        handover = asked(world, DAY)
        assert list(chosen(handover)) == ["F2"]
        assert [code for code in codes(handover) if code not in NOTICED] == ["HANDOVER_LEFT_OUT"]

    def test_when_all_is_gone_it_is_refused(self) -> None:
        world = a_world()
        handed_over(world, date(2026, 11, 2), "")  # the whole debtor
        assert errors(world) == ["HANDOVER_ALREADY", "HANDOVER_ALREADY"]

    def test_what_came_back_can_go_again(self) -> None:
        world = a_world()
        handed_over(world, date(2026, 11, 2), "F1")
        world.record(EventKind.UNBLOCK, date(2026, 11, 9), invoice="F1", note="teruggekomen")
        assert list(chosen(asked(world, DAY, "F1"))) == ["F1"]

    def test_what_was_taken_back_can_go_again(self) -> None:
        world = a_world()
        world.void([handed_over(world, date(2026, 11, 2), "F1")], date(2026, 11, 3))
        assert list(chosen(asked(world, DAY, "F1"))) == ["F1"]

    def test_the_court_may_follow_the_agency_when_the_policy_says_so(self) -> None:
        world = a_world()
        world.record(EventKind.LETTER, date(2026, 10, 7), invoice="F1", stage="herinnering")
        handed_over(world, date(2026, 10, 22), "F1", stage="bureau")
        assert errors(world, "F1") == ["HANDOVER_ALREADY"]
        to_court = asked(world, DAY, "F1", to=Recipient.LAWYER)
        assert chosen(to_court) == {"F1": "rechter"}


class TestTheStageThatItCarriesOut:
    @pytest.mark.parametrize(
        ("letter_on", "to", "stage", "why"),
        [
            (date(2026, 10, 7), Recipient.AGENCY, "bureau", "the policy asks for it by now"),
            (date(2026, 10, 7), Recipient.LAWYER, "", "the policy asks for the agency first"),
            (date(2026, 11, 20), Recipient.AGENCY, "", "the policy still waits"),
            (None, Recipient.AGENCY, "", "the policy would remind first"),
        ],
    )
    def test_it_is_the_one_that_is_due_or_none(
        self, letter_on: date | None, to: Recipient, stage: str, why: str
    ) -> None:
        world = a_world()
        if letter_on:
            world.record(EventKind.LETTER, letter_on, invoice="F1", stage="herinnering")
        assert chosen(asked(world, DAY, "F1", to=to)) == {"F1": stage}, why


class TestWhatTheDebtorHasToHisCredit:
    def with_credit(self, amount: str) -> World:
        return a_world(item("C1", None, amount, debtor="1"))

    def test_it_is_taken_off_the_whole_claim(self) -> None:
        handover = asked(self.with_credit("-50.00"), DAY)
        (claim,) = handover.claims
        assert (claim.principal, claim.credit, claim.total) == (
            euro(350),
            euro(-50),
            euro(300),
        )
        assert "HANDOVER_CREDIT" in codes(handover)

    def test_it_must_be_settled_first_when_other_invoices_stay(self) -> None:
        assert "HANDOVER_CREDIT_UNSETTLED" in codes(asked(self.with_credit("-50.00"), DAY, "F1"))

    @pytest.mark.parametrize("amount", ["-350.00", "-400.00"])
    def test_nothing_is_handed_over_that_it_covers(self, amount: str) -> None:
        assert errors(self.with_credit(amount)) == ["HANDOVER_COVERED"]

    def test_a_credit_can_not_be_handed_over(self) -> None:
        assert errors(self.with_credit("-50.00"), "C1")[0] == "HANDOVER_INVOICE_NOT_OPEN"


def test_each_currency_is_a_claim_of_its_own() -> None:
    world = a_world(item("D1", DUE, "500.00", debtor="1", currency="USD"))
    handover = asked(world, DAY)
    assert [(claim.currency, claim.total) for claim in handover.claims] == [
        ("EUR", euro(350)),
        ("USD", euro(500)),
    ]


# --------------------------------------------------------------------------- properties

amounts = st.integers(-300_00, 900_00).map(lambda cents: f"{cents / 100:.2f}")
days = st.dates(date(2026, 9, 1), date(2026, 12, 31))
items = st.lists(st.tuples(days, amounts, st.booleans(), st.sampled_from(["1", "2"])), max_size=8)


@given(rows=items, names=st.sets(st.integers(0, 8), max_size=3))
def test_the_claim_is_what_is_overdue_of_this_debtor_and_adds_up(
    rows: list[tuple[date, str, bool, str]], names: set[int]
) -> None:
    world = World(
        policy=policy(*STAGES),
        items=[
            replace(item(f"F{at}", due, amount, debtor=debtor, disputed=disputed), ref=at)
            for at, (due, amount, disputed, debtor) in enumerate(rows)
        ],
    )
    handover = asked(world, DAY, *(f"F{at}" for at in sorted(names)))
    for invoice in handover.invoices:
        assert invoice.item.debtor == "1"
        assert invoice.principal > ZERO
        assert invoice.item.due_date
        assert invoice.item.due_date < DAY
        assert not names or invoice.item.invoice in {f"F{at}" for at in names}
    for claim in handover.claims:
        lines = total(invoice.total for invoice in claim.invoices)
        assert claim.total == lines + claim.credit
    if not handover.invoices:
        assert any(code in NEVER for code in codes(handover))


KINDS: dict[str, Callable[[int], Event]] = {
    kind.value: lambda at, kind=kind: Event(  # type: ignore[misc]
        id=f"e{at}", on=DAY, debtor="1", kind=kind, sequence=at
    )
    for kind in (EventKind.HANDOVER, EventKind.LEGAL, EventKind.UNBLOCK, EventKind.PAYMENT)
}


@given(st.lists(st.sampled_from(sorted(KINDS))))
def test_it_is_out_of_our_hands_from_the_last_handover_until_it_comes_back(
    kinds: list[str],
) -> None:
    events = [KINDS[kind](at) for at, kind in enumerate(kinds)]
    gone = [at for at, kind in enumerate(kinds) if kind in ("handover", "legal")]
    back = [at for at, kind in enumerate(kinds) if kind == "unblock"]
    found = out_of_our_hands(events)
    still_gone = bool(gone) and max(gone) > max(back, default=-1)
    assert (found is not None) == still_gone
    assert found is None or found.sequence == max(gone)


def test_the_reasons_that_leave_nothing_to_claim_are_all_thought_of() -> None:
    """A new reason must be looked at: may such an item be handed over?"""
    left_out = {"UNREADABLE", "DUPLICATE_KEY", "PAID", "CREDIT_NOTE", "NOT_DUE"}
    may_go = {
        *("DUE", "DISPUTED", "BLOCKED", "SKIPPED", "PROMISE_RUNNING", "PLAN_RUNNING"),
        *("NET_CREDIT", "DIRECT_DEBIT", "BELOW_MINIMUM", "HISTORY_GAP", "TOO_EARLY"),
        *("LAST_STAGE", "NO_CHANNEL"),
    }
    assert left_out | may_go == {reason.value for reason in Reason}
