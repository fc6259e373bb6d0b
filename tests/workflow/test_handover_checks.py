"""What stands in the way of a handover: every hole is told at once, with a code of its own."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date
from typing import Any

import pytest

from tests.rules import claims_world
from tests.rules.world import World, item, letter, policy, reachable
from tests.workflow.handover_world import US, asked, codes
from xl_dunning.rules.events import Channel, EventKind
from xl_dunning.rules.findings import Finding, Refusal, Severity, error, warning
from xl_dunning.rules.ledger import Debtor, DebtorKind
from xl_dunning.rules.money import euro
from xl_dunning.rules.proposal import Owed
from xl_dunning.rules.settings import Creditor
from xl_dunning.workflow.hand_over import refuse_holes
from xl_dunning.workflow.handover_checks import of_invoice

DAY = date(2026, 11, 21)
LATER = date(2026, 11, 30)
DUE = date(2026, 10, 1)


def a_world(**changes: object) -> World:
    return World(
        policy=policy(letter("herinnering", 5), letter("sommatie", 30)),
        items=[item("F1", DUE, "100.00", **changes)],
        debtors={"1": replace(reachable("1"), kind=DebtorKind.BUSINESS, kvk="12345678")},
    )


def recorded(kind: EventKind, **more: object) -> Callable[[World], object]:
    return lambda world: world.record(
        kind,
        date(2026, 11, 9),
        invoice="F1",
        **more,  # type: ignore[arg-type]
    )


def wrong(world: World, *, creditor: Creditor = US) -> list[str]:
    found = asked(world, DAY, creditor=creditor).findings
    return [each.code for each in found if each.severity is Severity.ERROR]


def test_nothing_is_in_the_way_of_a_plain_overdue_invoice() -> None:
    assert wrong(a_world()) == []


@pytest.mark.parametrize(
    ("code", "happened"),
    [
        ("HANDOVER_DISPUTED", recorded(EventKind.DISPUTE, note="levering onvolledig")),
        ("HANDOVER_BLOCKED", recorded(EventKind.BLOCK, until=LATER)),
        ("HANDOVER_BLOCKED", recorded(EventKind.BLOCK)),
        ("HANDOVER_PROMISE_RUNNING", recorded(EventKind.PROMISE, until=LATER)),
        ("HANDOVER_PROMISE_RUNNING", recorded(EventKind.SETTLEMENT, until=DAY)),
        ("HANDOVER_PLAN_RUNNING", recorded(EventKind.PLAN, until=LATER)),
        ("HANDOVER_PAYMENT_UNDER_WAY", recorded(EventKind.PAYMENT, amount=euro(40))),
        ("HANDOVER_HISTORY_GAP", recorded(EventKind.LETTER, stage="sommatie")),
    ],
)
def test_an_agreement_or_objection_in_force(code: str, happened: Callable[[World], object]) -> None:
    world = a_world()
    world.items = [replace(each, amount=each.open) for each in world.items]
    happened(world)
    assert wrong(world) == [code]


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        (EventKind.PROMISE, {"until": date(2026, 11, 20)}),
        (EventKind.PLAN, {"until": date(2026, 11, 20)}),
        (EventKind.BLOCK, {"until": date(2026, 11, 20)}),
        (EventKind.DISPUTE_CLOSED, {}),
    ],
)
def test_what_has_ended_is_no_obstacle(kind: EventKind, more: dict[str, object]) -> None:
    world = a_world()
    recorded(kind, **more)(world)
    assert wrong(world) == []


@pytest.mark.parametrize(
    ("code", "changes"),
    [
        ("HANDOVER_DISPUTED", {"disputed": True}),
        ("HANDOVER_SKIPPED", {"skipped": True}),
        ("HANDOVER_DIRECT_DEBIT", {"direct_debit": True}),
    ],
)
def test_what_the_list_says_itself(code: str, changes: dict[str, object]) -> None:
    assert wrong(a_world(**changes)) == [code]


def test_of_several_obstacles_none_hides_another() -> None:
    world = a_world(skipped=True, direct_debit=True)
    for happened in (
        recorded(EventKind.DISPUTE),
        recorded(EventKind.BLOCK),
        recorded(EventKind.PROMISE, until=LATER),
        recorded(EventKind.PLAN, until=LATER),
    ):
        happened(world)
    assert wrong(world) == [
        "HANDOVER_DISPUTED",
        "HANDOVER_SKIPPED",
        "HANDOVER_DIRECT_DEBIT",
        "HANDOVER_BLOCKED",
        "HANDOVER_PROMISE_RUNNING",
        "HANDOVER_PLAN_RUNNING",
    ]


class TestTheParties:
    @pytest.mark.parametrize(
        ("debtor", "codes_"),
        [
            (Debtor(number="1"), ["HANDOVER_NAME_MISSING", "HANDOVER_ADDRESS_MISSING"]),
            (Debtor(number="1", name="Jan", city="Ede"), ["HANDOVER_ADDRESS_MISSING"]),
            (Debtor(number="1", name="Jan", address="Kade 1"), ["HANDOVER_ADDRESS_MISSING"]),
            (Debtor(number="1", name="Jan", email="a@b.example"), ["HANDOVER_ADDRESS_MISSING"]),
            (Debtor(number="1", name="Jan", address="Kade 1", postcode="1234 AB"), []),
        ],
    )
    def test_a_debtor_needs_a_name_and_a_full_address(
        self, debtor: Debtor, codes_: list[str]
    ) -> None:
        world = a_world()
        world.debtors = {"1": debtor}
        assert wrong(world) == codes_

    @pytest.mark.parametrize(
        ("creditor", "what"),
        [
            (Creditor(), "naam, adres, plaats, kvk, iban, telefoon of e-mail"),
            (replace(US, kvk=" "), "kvk"),
            (replace(US, phone="", email="a@b.example"), None),
        ],
    )
    def test_all_that_we_lack_ourselves_is_told_in_one_line(
        self, creditor: Creditor, what: str | None
    ) -> None:
        found = asked(a_world(), DAY, creditor=creditor).findings
        told = [each.details["what"] for each in found if "OWN_DATA" in each.code]
        assert told == ([what] if what else [])

    def test_a_business_without_a_number_is_a_warning_only(self) -> None:
        world = a_world()
        world.debtors = {"1": replace(reachable("1"), kind=DebtorKind.BUSINESS)}
        assert wrong(world) == []
        assert "HANDOVER_NO_KVK" in codes(asked(world, DAY))


class TestUnderTheLaw:
    """Two invoices of a consumer, due on 1 and 2 September 2026."""

    def term_letter(self, on: date, **more: object) -> World:
        world = claims_world.world(DebtorKind.CONSUMER)
        for invoice in ("A", "B"):
            world.record(EventKind.LETTER, date(2026, 8, 31), invoice=invoice, stage="herinnering")
            told: dict[str, Any] = {
                "channel": Channel.EMAIL,
                "document": "brief.docx",
                "sha256": "0" * 64,
                **more,
            }
            world.record(EventKind.LETTER, on, invoice=invoice, stage="veertiendagenbrief", **told)
        return world

    def test_costs_rest_on_the_letter_in_the_log(self) -> None:
        handover = asked(self.term_letter(date(2026, 9, 25)), DAY)
        assert [invoice.costs for invoice in handover.invoices] == [euro("15.00"), euro("52.50")]
        assert {invoice.letter and invoice.letter.document for invoice in handover.invoices} == {
            "brief.docx"
        }
        assert not {code for code in codes(handover) if "TERM_LETTER" in code}

    def test_a_letter_without_a_copy_proves_nothing(self) -> None:
        world = self.term_letter(date(2026, 9, 25), document="", sha256="")
        assert wrong(world) == ["HANDOVER_TERM_LETTER_NO_COPY"] * 2

    @pytest.mark.parametrize(
        ("sent", "code"),
        [
            (date(2026, 11, 16), "HANDOVER_TERM_RUNS"),
            (date(2026, 9, 1), "HANDOVER_NO_TERM_LETTER"),  # before the default
        ],
    )
    def test_without_an_elapsed_term_there_are_no_costs_and_that_is_told(
        self, sent: date, code: str
    ) -> None:
        handover = asked(self.term_letter(sent), DAY)
        assert {invoice.costs for invoice in handover.invoices} == {euro(0)}
        assert code in codes(handover)
        assert wrong(self.term_letter(sent)) == []

    def test_costs_without_any_letter_would_be_an_error(self) -> None:
        """Cannot come from today's rules; the check stands by itself."""
        (invoice, _) = asked(self.term_letter(date(2026, 9, 25)), DAY).invoices
        forged = replace(
            invoice,
            letter=None,
            decision=replace(
                invoice.decision, owed=Owed(costs=euro(40), default_since=date(2026, 9, 2))
            ),
        )
        found = of_invoice(
            forged,
            debtor=Debtor(number="1", kind=DebtorKind.CONSUMER),
            rules=claims_world.rules(),
            judged={},
            day=DAY,
        )
        assert [each.code for each in found if each.severity is Severity.ERROR] == [
            "HANDOVER_TERM_LETTER_MISSING"
        ]

    def test_a_business_needs_no_such_letter(self) -> None:
        handover = asked(claims_world.world(DebtorKind.BUSINESS), DAY)
        assert not {code for code in codes(handover) if "TERM" in code}
        assert sum(invoice.costs for invoice in handover.invoices) == euro(40)

    def test_a_day_beyond_the_known_rates_is_an_error(self) -> None:
        world = claims_world.world(DebtorKind.BUSINESS)
        found = asked(world, date(2027, 3, 1)).findings
        assert "HANDOVER_RATE_UNKNOWN" in [each.code for each in found]

    def test_a_claim_that_is_prescribed_is_an_error(self) -> None:
        world = claims_world.world(DebtorKind.BUSINESS)
        world.items = [item("A", date(2020, 9, 1), "100.00", ref=1)]
        assert wrong(world) == ["HANDOVER_PRESCRIBED"]

    def test_a_term_that_was_not_agreed_means_no_default_yet(self) -> None:
        world = claims_world.world(DebtorKind.CONSUMER, term_agreed=False)
        assert "HANDOVER_NOT_IN_DEFAULT" in codes(asked(world, DAY))


class TestWhatWasSent:
    @pytest.mark.parametrize(
        ("happened", "code"),
        [
            ([], "HANDOVER_NO_LETTER"),
            ([recorded(EventKind.LETTER, stage="herinnering")], "HANDOVER_LETTER_NO_COPY"),
            ([recorded(EventKind.IMPORTED, stage="herinnering")], "HANDOVER_LETTER_NO_COPY"),
            (
                [recorded(EventKind.EMAIL, stage="herinnering", pay_by=DAY, document="b.docx")],
                "HANDOVER_PAY_BY_RUNS",
            ),
            (
                [recorded(EventKind.EMAIL, stage="herinnering", document="b.docx")],
                None,
            ),
        ],
    )
    def test_what_the_log_can_not_show_is_a_warning(
        self, happened: list[Callable[[World], object]], code: str | None
    ) -> None:
        world = a_world()
        for each in happened:
            each(world)
        assert codes(asked(world, DAY)) == ([code] if code else [])


class TestRefusing:
    HOLE = error("HANDOVER_ADDRESS_MISSING", debtor="1")
    NEVER = error("HANDOVER_NOTHING", debtor="1")
    WORD = warning("HANDOVER_TERMS_UNSET")

    @pytest.mark.parametrize(
        ("findings", "incomplete", "code"),
        [
            ([], False, None),
            ([WORD], False, None),
            ([HOLE, WORD], False, "HANDOVER_INCOMPLETE"),
            ([HOLE, WORD], True, None),
            ([NEVER, HOLE], False, "HANDOVER_IMPOSSIBLE"),
            ([NEVER], True, "HANDOVER_IMPOSSIBLE"),
        ],
    )
    def test_a_hole_may_be_overruled_an_impossibility_may_not(
        self, findings: list[Finding], incomplete: bool, code: str | None
    ) -> None:
        if code is None:
            refuse_holes(findings, incomplete=incomplete)
            return
        with pytest.raises(Refusal) as refused:
            refuse_holes(findings, incomplete=incomplete)
        assert refused.value.code == code
        assert refused.value.findings == tuple(each for each in findings if each != self.WORD)
