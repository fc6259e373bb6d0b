"""What the reason of a decision tells of a promise, while it runs and after it."""

from __future__ import annotations

from dataclasses import replace

from tests.rules.agreements.days import day, decision, text
from tests.rules.agreements.promise_world import (
    SOON,
    promised,
    world,
)
from tests.rules.world import letter, policy
from xl_dunning.rules.events import EventKind, Outcome
from xl_dunning.rules.proposal import Reason


class TestWhatTheReasonTells:
    def test_while_it_runs(self) -> None:
        at = world(SOON)
        promised(at, 3, 10)
        assert text(at, 10) == (
            "Betaaltoezegging van 05-03-2026, tot en met 12-03-2026. Tot die dag komt er geen"
            " brief."
        )

    def test_during_the_bank_days_after_it(self) -> None:
        at = world(replace(SOON, correction_days=1))
        promised(at, 3, 10)
        assert text(at, 11) == (
            "De afspraak van 05-03-2026 liep tot en met 12-03-2026. Een betaling kan nog onderweg"
            " zijn; tot en met 13-03-2026 komt er geen brief."
        )

    def test_on_the_morning_after_it_was_broken(self) -> None:
        at = world(SOON)
        at.run(day(2))
        promised(at, 3, 10)
        at.pay("F1", "400.00")
        assert text(at, 11) == (
            "Aan de beurt sinds 13-03-2026: Twee. De toezegging tot en met 12-03-2026 is niet"
            " nagekomen; er is € 400,00 van binnengekomen."
        )

    def test_no_more_once_a_step_has_followed_it(self) -> None:
        at = world(policy(letter("een", 1), letter("twee", 8), letter("drie", 9)))
        at.run(day(2))
        promised(at, 3, 10)
        at.run(day(11))
        assert "niet nagekomen" not in text(at, 20)

    def test_nor_when_a_later_one_was_kept(self) -> None:
        at = world(SOON)
        at.run(day(2))
        promised(at, 3, 10)
        promised(at, 11, 13, "400.00")
        at.run(day(12))
        at.pay("F1", "400.00")
        assert text(at, 14) == "Aan de beurt sinds 16-03-2026: Twee."

    def test_that_a_second_promise_follows_one_that_was_broken(self) -> None:
        at = world(SOON)
        at.run(day(2))
        promised(at, 3, 10)
        promised(at, 11, 20)
        assert text(at, 12) == (
            "Nieuwe betaaltoezegging van 13-03-2026, tot en met 22-03-2026; de vorige, tot en met"
            " 12-03-2026, is niet nagekomen. Tot die dag komt er geen brief."
        )

    def test_that_money_was_said_to_be_under_way_and_never_came(self) -> None:
        at = world(SOON)
        at.run(day(2))
        at.record(EventKind.CALL, day(3), invoice="F1", outcome=Outcome.UNDER_WAY)
        assert text(at, 11) == (
            "Aan de beurt sinds 11-03-2026: Twee. Op 05-03-2026 zei de debiteur dat de betaling"
            " onderweg was; er is € 0,00 binnengekomen."
        )


def test_a_kept_promise_of_a_part_holds_until_its_day_and_says_nothing_after_it() -> None:
    at = world(SOON)
    at.run(day(2))
    promised(at, 3, 10, "400.00")
    at.pay("F1", "400.00")
    at.run(day(5))
    assert decision(at, 10).reason is Reason.PROMISE_RUNNING
    assert text(at, 11) == "Aan de beurt sinds 13-03-2026: Twee."
