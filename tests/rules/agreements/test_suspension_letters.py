"""The letters that confirm a suspension and its end, each sent once and only while it matters."""

from __future__ import annotations

import pytest

from tests.rules.agreements.days import day
from tests.rules.agreements.suspending import resumed, rules, suspended, two
from tests.rules.world import World, item
from xl_dunning.rules.money import euro


class TestLetters:
    """Confirmed in writing when the policy says so."""

    @pytest.fixture
    def at(self) -> World:
        made = World(rules(confirm=True), two())
        made.run(day(10))
        return made

    def test_what_was_done_is_put_in_writing_once(self, at: World) -> None:
        suspended(at, 16)
        (sent,) = at.propose(day(16)).notices
        assert (sent.stage.template, sent.total, sent.pay_by) == (
            "opschorting",
            euro("300.00"),
            day(23),
        )
        at.run(day(16))
        assert at.letters(day(17)) == []
        at.items = []
        resumed(at, 25)
        assert at.letters(day(25)) == []  # nobody knows the address of who is not on the list

    def test_resumed_he_is_told_without_any_invoice(self, at: World) -> None:
        suspended(at, 16)
        at.run(day(16))
        at.items = [item("F9", day(90))]
        resumed(at, 25)
        (sent,) = at.propose(day(25)).notices
        assert (sent.stage.template, sent.items, sent.total) == ("hervatting", (), euro("0.00"))
        at.run(day(25))
        assert at.letters(day(26)) == []

    def test_nobody_is_told_of_a_suspension_that_is_over(self, at: World) -> None:
        suspended(at, 16)
        resumed(at, 17)
        assert at.letters(day(17)) == ["hervatting"]

    def test_what_happened_long_ago_is_not_put_in_writing_any_more(self, at: World) -> None:
        suspended(at, 16)
        assert at.letters(day(30)) == ["opschorting F1 F2"]
        assert at.letters(day(31)) == []

    def test_without_confirm_only_the_announcement_is_sent(self) -> None:
        at = World(rules(), two())
        at.run(day(10))
        suspended(at, 16)
        assert at.letters(day(16)) == []
