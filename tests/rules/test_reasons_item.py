"""Why not: the reasons that an item has by itself, from the list and from the log."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.rules.late_items import LATE, TODAY, D, reason, world
from tests.rules.world import item
from xl_dunning.rules.events import EventKind, Outcome
from xl_dunning.rules.money import euro
from xl_dunning.rules.proposal import Reason


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
            (EventKind.LEGAL, {}, Reason.BLOCKED),  # the court has it
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
            (EventKind.LEGAL, EventKind.UNBLOCK),
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

    @pytest.mark.parametrize("until", [None, D("2026-11-20"), D("2026-12-24")])
    @pytest.mark.parametrize("invoice", ["F", ""])
    def test_a_talk_after_the_last_step_changes_nothing(
        self, invoice: str, until: date | None
    ) -> None:
        found = world(item("F", LATE))
        found.record(EventKind.LETTER, D("2026-10-10"), invoice="F", stage="een")
        found.record(EventKind.LETTER, D("2026-11-01"), invoice="F", stage="twee")
        assert reason(found) is Reason.LAST_STAGE
        found.record(
            EventKind.CALL,
            D("2026-11-10"),
            invoice=invoice,
            outcome=Outcome.REACHED,
            until=until,
        )
        assert reason(found) is Reason.LAST_STAGE

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
