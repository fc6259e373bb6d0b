"""Why not: the reasons that come from the debtor, or from his account as a whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.rules.late_items import LATE, RULES, TODAY, D, reason, world
from tests.rules.world import World, call, item, policy
from xl_dunning.rules.ledger import Debtor
from xl_dunning.rules.money import euro
from xl_dunning.rules.proposal import Reason


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
