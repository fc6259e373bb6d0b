"""One letter per debtor and currency, in the tone of the gravest item."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

from tests.rules.late_items import LATE, TODAY, D, world
from tests.rules.world import World, item, letter, policy
from xl_dunning.rules.events import EventKind
from xl_dunning.rules.proposal import Proposal


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
