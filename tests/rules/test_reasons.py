"""Why not: every reason, and the fixed order in which the first one wins."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.rules.world import World, call, item, letter, policy, reachable
from xl_dunning.rules.events import EventKind
from xl_dunning.rules.ledger import Debtor, OpenItem
from xl_dunning.rules.money import euro
from xl_dunning.rules.proposal import Proposal, Reason

D = date.fromisoformat
TODAY = D("2026-11-21")
LATE = D("2026-10-01")
RULES = policy(letter("een", 5), letter("twee", 20, template="aanmaning"))


def world(*items: OpenItem, **debtor: object) -> World:
    return World(RULES, list(items), {"1": reachable("1", **debtor)} if debtor else {})


def reason(found: World, invoice: str = "F") -> Reason:
    return Reason(found.reasons(TODAY)[invoice])


class TestOneItem:
    """Reasons that an item has by itself."""

    @pytest.mark.parametrize(
        ("change", "expected"),
        [
            ({}, Reason.DUE),
            ({"unreadable": True}, Reason.UNREADABLE),  # the reader was not certain of something
            ({"open": None}, Reason.UNREADABLE),  # unknown is not zero
            ({"due_date": None}, Reason.UNREADABLE),
            ({"open": euro(0)}, Reason.PAID),
            ({"open": euro(-5)}, Reason.CREDIT_NOTE),
            ({"open": euro(-5), "due_date": None}, Reason.CREDIT_NOTE),  # needs no due date
            ({"due_date": TODAY}, Reason.NOT_DUE),  # the due date itself is in time
            ({"due_date": D("2026-11-20")}, Reason.TOO_EARLY),  # late, but not old enough
            ({"disputed": True}, Reason.DISPUTED),
            ({"skipped": True}, Reason.SKIPPED),
            ({"direct_debit": True}, Reason.DIRECT_DEBIT),
        ],
    )
    def test_the_list_itself_gives_a_reason(
        self, change: dict[str, object], expected: Reason
    ) -> None:
        assert reason(world(replace(item("F", LATE), **change))) is expected  # type: ignore[arg-type]

    @pytest.mark.parametrize(
        ("kind", "details", "expected"),
        [
            (EventKind.DISPUTE, {}, Reason.DISPUTED),
            (EventKind.BLOCK, {}, Reason.BLOCKED),  # without an end: until it is lifted
            (EventKind.BLOCK, {"until": TODAY}, Reason.BLOCKED),  # the last day is inclusive
            (EventKind.BLOCK, {"until": D("2026-11-20")}, Reason.DUE),
            (EventKind.PROMISE, {"until": TODAY}, Reason.PROMISE_RUNNING),
            (EventKind.PROMISE, {"until": D("2026-11-20")}, Reason.DUE),
            (EventKind.SETTLEMENT, {"until": TODAY}, Reason.PROMISE_RUNNING),
            (EventKind.PLAN, {"until": D("2027-02-01")}, Reason.PLAN_RUNNING),
            (EventKind.HANDOVER, {}, Reason.BLOCKED),  # another one collects now
            (EventKind.CALL, {}, Reason.DUE),  # a call without a stage is a note
        ],
    )
    @pytest.mark.parametrize("invoice", ["F", ""])  # about this invoice, or about the debtor
    def test_the_log_gives_a_reason(
        self, kind: EventKind, details: dict[str, object], expected: Reason, invoice: str
    ) -> None:
        found = world(item("F", LATE))
        found.record(kind, D("2026-11-01"), debtor="1", **{"invoice": invoice, **details})
        assert reason(found) is expected

    @pytest.mark.parametrize(
        ("opened", "closed"),
        [
            (EventKind.DISPUTE, EventKind.DISPUTE_CLOSED),
            (EventKind.BLOCK, EventKind.UNBLOCK),
            (EventKind.HANDOVER, EventKind.UNBLOCK),
        ],
    )
    def test_what_was_opened_can_be_closed(self, opened: EventKind, closed: EventKind) -> None:
        found = world(item("F", LATE))
        found.record(opened, D("2026-11-01"))
        found.record(closed, D("2026-11-10"), invoice="F")
        assert reason(found) is Reason.DUE

    def test_an_event_about_another_invoice_changes_nothing(self) -> None:
        found = world(item("F", LATE))
        found.record(EventKind.DISPUTE, D("2026-11-01"), invoice="G")
        assert reason(found) is Reason.DUE

    def test_a_voided_event_changes_nothing_and_a_voided_void_restores_it(self) -> None:
        found = world(item("F", LATE))
        dispute = found.record(EventKind.DISPUTE, D("2026-11-01"))
        found.void([dispute], D("2026-11-02"))
        assert reason(found) is Reason.DUE
        found.void([found.log[-1]], D("2026-11-03"))
        assert reason(found) is Reason.DISPUTED

    @pytest.mark.parametrize(
        ("amount", "paid", "expected"),
        [
            # invoice amount known: the list does not show the payment yet
            ("100.00", "100.00", Reason.PAID),
            ("100.00", "40.00", Reason.BLOCKED),
            # the list shows it already: 150 invoiced, 50 paid
            ("150.00", "50.00", Reason.DUE),
            # 150 invoiced, 50 paid and shown, 60 more on its way
            ("150.00", "110.00", Reason.BLOCKED),
        ],
    )
    def test_a_payment_in_the_log_that_the_list_lacks_keeps_the_letter_in(
        self, amount: str, paid: str, expected: Reason
    ) -> None:
        found = world(item("F", LATE, amount="100.00"))
        found.items = [replace(found.items[0], amount=euro(amount))]
        found.record(EventKind.PAYMENT, D("2026-11-20"), invoice="F", amount=euro(paid))
        assert reason(found) is expected

    @pytest.mark.parametrize(("paid", "expected"), [("100.00", Reason.PAID), ("40.00", Reason.DUE)])
    def test_without_an_invoice_amount_only_a_payment_in_full_counts(
        self, paid: str, expected: Reason
    ) -> None:
        found = world(item("F", LATE))
        found.record(EventKind.PAYMENT, D("2026-11-20"), invoice="F", amount=euro(paid))
        assert reason(found) is expected

    def test_a_step_without_the_one_before_it_is_a_gap_until_someone_says_how_far_it_is(
        self,
    ) -> None:
        found = world(item("F", LATE))
        found.record(EventKind.LETTER, D("2026-10-20"), invoice="F", stage="twee")
        assert reason(found) is Reason.HISTORY_GAP
        found.record(EventKind.IMPORTED, D("2026-11-01"), invoice="F", stage="een")
        assert reason(found) is Reason.DUE

    def test_a_step_that_the_policy_does_not_know_is_a_gap(self) -> None:
        found = world(item("F", LATE))
        found.record(EventKind.LETTER, D("2026-10-20"), invoice="F", stage="oud")
        assert reason(found) is Reason.HISTORY_GAP

    def test_both_rows_with_a_doubled_key_are_held(self) -> None:
        found = world(
            replace(item("F", LATE), ref=1), replace(item("F", LATE, amount="7.00"), ref=2)
        )
        assert [decision.reason for decision in found.propose(TODAY).decisions] == [
            Reason.DUPLICATE_KEY,
            Reason.DUPLICATE_KEY,
        ]

    def test_the_same_invoice_number_at_two_debtors_is_no_doubled_key(self) -> None:
        found = world(replace(item("F", LATE), ref=1), replace(item("F", LATE), ref=2, debtor="2"))
        assert {decision.reason for decision in found.propose(TODAY).decisions} == {Reason.DUE}


class TestTheDebtor:
    """Reasons that come from the debtor or his account as a whole."""

    @pytest.mark.parametrize(
        ("details", "expected"),
        [
            ({"hold": True}, Reason.BLOCKED),
            ({"hold_until": TODAY}, Reason.BLOCKED),  # inclusive
            ({"hold_until": D("2026-11-20")}, Reason.DUE),
            ({"direct_debit": True}, Reason.DIRECT_DEBIT),
            ({"policy": "bestaat niet"}, Reason.UNREADABLE),
        ],
    )
    def test_the_debtor_gives_a_reason(self, details: dict[str, object], expected: Reason) -> None:
        assert reason(world(item("F", LATE), **details)) is expected

    @pytest.mark.parametrize(
        ("debtor", "required", "expected"),
        [
            (Debtor(number="1"), True, Reason.NO_CHANNEL),
            (Debtor(number="1", name="N", address="S 1"), True, Reason.NO_CHANNEL),  # no town
            (Debtor(number="1", name="N", address="S 1", postcode="1"), True, Reason.DUE),
            (Debtor(number="1", name="N", email="n@n.example"), True, Reason.DUE),
            (Debtor(number="1", email="n@n.example"), True, Reason.NO_CHANNEL),  # no name
            (Debtor(number="1"), False, Reason.DUE),  # the user sees to it herself
        ],
    )
    def test_a_letter_needs_a_name_and_an_address_or_mail(
        self, debtor: Debtor, required: bool, expected: Reason
    ) -> None:
        found = World(RULES, [item("F", LATE)], {"1": debtor}, terms={"address_required": required})
        assert reason(found) is expected

    def test_a_call_needs_no_address(self) -> None:
        found = World(policy(call("bellen", 5)), [item("F", LATE)], {"1": Debtor(number="1")})
        assert reason(found) is Reason.DUE

    @pytest.mark.parametrize(
        ("minimum", "expected"),
        [
            ("100.00", Reason.DUE),  # exactly the minimum is enough
            ("100.01", Reason.BELOW_MINIMUM),
        ],
    )
    @pytest.mark.parametrize("where", ["policy", "settings"])
    def test_the_minimum_looks_at_the_total_of_the_debtor(
        self, minimum: str, expected: Reason, where: str
    ) -> None:
        items = [item("F", LATE, "12.40"), item("G", LATE, "87.60")]
        found = (
            World(replace(RULES, minimum_amount=euro(minimum)), items)
            if where == "policy"
            else World(RULES, items, terms={"minimum_amount": euro(minimum)})
        )
        assert set(found.reasons(TODAY).values()) == {expected.value}

    def test_a_small_item_rides_along_with_a_large_one(self) -> None:
        found = World(
            replace(RULES, minimum_amount=euro(50)),
            [item("F", LATE, "12.40"), item("G", LATE, "900.00")],
        )
        assert found.run(TODAY) == {"F": "een", "G": "een"}

    def test_disputed_items_do_not_help_to_reach_the_minimum(self) -> None:
        found = World(
            replace(RULES, minimum_amount=euro(50)),
            [item("F", LATE, "12.40"), replace(item("G", LATE, "900.00"), disputed=True)],
        )
        assert found.reasons(TODAY) == {"F": "BELOW_MINIMUM", "G": "DISPUTED"}

    @pytest.mark.parametrize(
        ("credit", "expected"),
        [
            ("-99.99", Reason.DUE),  # one cent is left
            ("-100.00", Reason.NET_CREDIT),
            ("-250.00", Reason.NET_CREDIT),
        ],
    )
    def test_nobody_is_dunned_whom_we_owe_as_much(self, credit: str, expected: Reason) -> None:
        assert reason(world(item("F", LATE), item("C", None, credit))) is expected

    def test_a_credit_in_another_currency_settles_nothing(self) -> None:
        found = world(item("F", LATE), replace(item("C", None, "-500.00"), currency="USD"))
        assert reason(found) is Reason.DUE

    def test_a_credit_that_covers_the_letter_keeps_it_in_though_more_is_open(self) -> None:
        found = world(
            item("F", LATE), item("G", D("2026-11-18"), "500.00"), item("C", None, "-150.00")
        )
        # F is due, G waits: the letter would ask for 100 - 150.
        assert found.reasons(TODAY) == {"F": "NET_CREDIT", "G": "TOO_EARLY", "C": "CREDIT_NOTE"}

    def test_a_credit_that_could_not_be_read_settles_nothing(self) -> None:
        found = world(item("F", LATE), replace(item("C", None, "-500.00"), unreadable=True))
        assert reason(found) is Reason.DUE


ORDER = [
    Reason.UNREADABLE,
    Reason.DUPLICATE_KEY,
    Reason.DISPUTED,
    Reason.BLOCKED,
    Reason.SKIPPED,
    Reason.PROMISE_RUNNING,
    Reason.PLAN_RUNNING,
    Reason.NET_CREDIT,
    Reason.DIRECT_DEBIT,
    Reason.BELOW_MINIMUM,
    Reason.HISTORY_GAP,
    Reason.NO_CHANNEL,
]


def test_the_first_reason_of_the_order_is_shown() -> None:
    """An item with all reasons at once; they are lifted one by one, first the one shown."""
    shown = []
    for lifted in range(len(ORDER) + 1):
        found = _with(set(ORDER[lifted:]))
        shown.append(found.propose(TODAY).decisions[0].reason)
    assert shown == [*ORDER, Reason.DUE]


def _with(reasons: set[Reason]) -> World:
    late = replace(
        item("F", LATE),
        unreadable=Reason.UNREADABLE in reasons,
        disputed=Reason.DISPUTED in reasons,
        skipped=Reason.SKIPPED in reasons,
    )
    items = [late]
    if Reason.DUPLICATE_KEY in reasons:
        items.append(replace(late, ref=2))
    if Reason.NET_CREDIT in reasons:
        items.append(item("C", None, "-1000.00"))
    debtor = reachable(
        "1",
        hold=Reason.BLOCKED in reasons,
        direct_debit=Reason.DIRECT_DEBIT in reasons,
    )
    if Reason.NO_CHANNEL in reasons:
        debtor = replace(debtor, address="")
    minimum = euro(5000) if Reason.BELOW_MINIMUM in reasons else euro(0)
    found = World(RULES, items, {"1": debtor}, terms={"minimum_amount": minimum})
    if Reason.PROMISE_RUNNING in reasons:
        found.record(EventKind.PROMISE, D("2026-11-01"), until=D("2026-12-01"))
    if Reason.PLAN_RUNNING in reasons:
        found.record(EventKind.PLAN, D("2026-11-01"), until=D("2026-12-01"))
    if Reason.HISTORY_GAP in reasons:
        found.record(EventKind.LETTER, D("2026-10-20"), invoice="F", stage="twee")
    return found


class TestLetters:
    """One letter per debtor and currency, in the tone of the gravest item."""

    def proposal(self) -> Proposal:
        found = world(
            item("OUD", LATE, "900.00"),
            item("JONG", D("2026-11-10"), "12.40"),
            replace(item("USD", LATE, "50.00"), currency="USD"),
            item("WACHT", D("2026-11-19"), "7.00"),
            item("CREDIT", None, "-100.00"),
            replace(item("ANDER", LATE, "5.00"), debtor="2"),
        )
        found.record(
            EventKind.LETTER, D("2026-10-10"), invoice="OUD", stage="een", pay_by=D("2026-10-24")
        )
        return found.propose(TODAY)

    def test_all_due_items_of_a_debtor_stand_on_one_letter_and_each_rises_by_one_only(self) -> None:
        first, second, third = self.proposal().notices
        assert [item.invoice for item in first.items] == ["OUD", "JONG", "CREDIT"]
        assert [
            decision.next_stage and decision.next_stage.key for decision in first.decisions
        ] == [
            "twee",
            "een",
        ]
        assert first.stage.key == "twee"
        assert [item.invoice for item in second.items] == ["USD"]
        assert [item.invoice for item in third.items] == ["ANDER"]

    def test_its_total_is_the_sum_of_what_it_lists(self) -> None:
        assert self.proposal().notices[0].total == Decimal("812.40")

    def test_its_pay_by_date_is_a_working_day(self) -> None:
        rules = policy(letter("een", 5, pay_within=14))
        found = World(rules, [item("F", LATE)])
        (notice,) = found.propose(TODAY).notices
        assert notice.pay_by == D("2026-12-07")  # Saturday 5 December moves to Monday

    def test_the_fourteen_day_letter_never_shares_a_letter(self) -> None:
        rules = policy(letter("een", 5), letter("brief", 20, template="veertiendagenbrief"))
        found = World(rules, [item("OUD", LATE), item("JONG", D("2026-11-10"))])
        found.record(EventKind.LETTER, D("2026-10-10"), invoice="OUD", stage="een")
        assert [
            [item.invoice for item in notice.items] for notice in found.propose(TODAY).notices
        ] == [
            ["JONG"],
            ["OUD"],
        ]
