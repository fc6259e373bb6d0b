"""What was said in one talk goes into one letter, and the last word counts."""

from __future__ import annotations

from tests.rules.agreements.days import day
from tests.rules.agreements.followup_world import (
    call,
    logged,
    only,
    promise,
    world,
)
from xl_dunning.rules.events import EventKind, Outcome
from xl_dunning.rules.money import euro


class TestOneTalk:
    """What was said about several invoices in one talk goes into one letter."""

    def test_invoices_that_never_came(self) -> None:
        at = world("100.00", "200.00", "300.00")
        for number in ("F1", "F3"):
            call(at, 3, Outcome.NOT_RECEIVED, number)
        assert at.letters(day(4)) == ["factuur_opnieuw F1 F3"]
        at.run(day(4))
        assert at.letters(day(5)) == []
        call(at, 6, Outcome.NOT_RECEIVED, "F2")
        assert at.letters(day(6)) == ["factuur_opnieuw F2"]

    def test_one_that_is_disputed_now_follows_when_that_is_over(self) -> None:
        at = world("100.00", "200.00")
        for number in ("F1", "F2"):
            call(at, 3, Outcome.NOT_RECEIVED, number)
        logged(at, EventKind.DISPUTE, 4, "F2")
        at.run(day(4))
        logged(at, EventKind.DISPUTE_CLOSED, 30, "F2")
        assert at.letters(day(30)) == ["factuur_opnieuw F2"]

    def test_promises_of_one_day_and_their_amounts_together(self) -> None:
        at = world("400.00", "200.00")
        for number, amount in (("F1", "400.00"), ("F2", "100.00")):
            call(at, 3, Outcome.PROMISED, number, until=day(20), amount=euro(amount))
        sent = only(at, 4)
        assert [each.item.invoice for each in sent.decisions] == ["F1", "F2"]
        assert sent.arrangement is not None
        assert (sent.arrangement.amount, sent.arrangement.until) == (euro("500.00"), day(20))
        at.run(day(4))
        assert at.letters(day(5)) == []

    def test_promises_for_different_days_are_different_letters(self) -> None:
        at = world("400.00", "200.00")
        promise(at, until=20)
        promise(at, until=25, invoice="F2")
        assert at.letters(day(4)) == ["bevestiging_afspraak F1", "bevestiging_afspraak F2"]

    def test_invoices_that_were_handed_over_on_one_day(self) -> None:
        at = world("100.00", "200.00", "300.00")
        for number in ("F1", "F2"):
            logged(at, EventKind.HANDOVER, 3, number)
        assert at.letters(day(4)) == ["overdracht F1 F2"]


class TestTheLastWordCounts:
    def test_a_promise_that_was_corrected_is_confirmed_as_it_is_now(self) -> None:
        at = world()
        promise(at, until=20)
        promise(at, until=22)
        sent = only(at, 4)
        assert sent.arrangement is not None
        assert sent.arrangement.until == day(22)
        at.run(day(4))
        assert at.letters(day(5)) == []

    def test_one_that_was_taken_back_is_not_confirmed(self) -> None:
        at = world()
        at.void([promise(at)], day(4))
        assert at.letters(day(4)) == []

    def test_a_new_promise_after_the_letter_is_confirmed_too(self) -> None:
        at = world()
        promise(at)
        at.run(day(4))
        logged(at, EventKind.PROMISE, 6, until=day(25))
        assert at.letters(day(6)) == ["bevestiging_afspraak F1"]

    def test_a_promise_whose_day_has_passed_is_not_confirmed(self) -> None:
        at = world(correction_days=3)
        promise(at, until=8)
        assert at.letters(day(8)) == ["bevestiging_afspraak F1"]
        assert at.letters(day(9)) == []  # it still holds, for the bank

    def test_money_that_is_under_way_is_not_confirmed(self) -> None:
        at = world()
        call(at, 3, Outcome.UNDER_WAY)
        assert at.letters(day(4)) == []

    def test_a_debtor_who_is_handed_back_is_not_told_of_the_handover(self) -> None:
        at = world()
        logged(at, EventKind.HANDOVER, 3)
        logged(at, EventKind.UNBLOCK, 4)
        assert at.letters(day(5)) == []

    def test_a_confirmation_made_by_hand_counts(self) -> None:
        at = world()
        promise(at)
        logged(at, EventKind.LETTER, 4, template="bevestiging_afspraak", pay_by=day(20))
        assert at.letters(day(5)) == []
