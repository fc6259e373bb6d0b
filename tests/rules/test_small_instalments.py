"""Costs over small instalments (2024): proposed and flagged, never silently applied."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.rules.claims_world import D, costs, world
from tests.rules.world import World, item, reachable
from xl_dunning.frontends.messages_nl import finding_text
from xl_dunning.rules.events import Channel, EventKind
from xl_dunning.rules.findings import Finding
from xl_dunning.rules.ledger import DebtorKind
from xl_dunning.rules.money import euro

DAYS = ("2026-05-04", "2026-06-04", "2026-07-04", "2026-08-04", "2026-09-04", "2026-10-05")


def member(letters: int, *, amount: str = "50.00", recurring: bool = True) -> World:
    """A consumer with a subscription: for each month an invoice and its 14-dagenbrief."""
    found = world(DebtorKind.CONSUMER)
    kind = DebtorKind.CONSUMER
    found.debtors = {"1": reachable("1", kind=kind, recurring=recurring)}
    found.items = []
    for number, sent in enumerate(DAYS[:letters]):
        invoice = f"M{number}"
        found.items.append(replace(item(invoice, D("2026-04-01"), amount), ref=number))
        found.record(
            EventKind.LETTER,
            D(sent),
            invoice=invoice,
            stage="veertiendagenbrief",
            channel=Channel.POST,
            amount=euro(amount),
            document=f"{invoice}.docx",
        )
    return found


def warned(found: World, day: str = "2026-11-03") -> list[Finding]:
    findings = found.propose(D(day)).findings
    return [finding for finding in findings if finding.code == "SMALL_INSTALMENTS"]


@pytest.mark.parametrize(
    ("letters", "charged", "allowed"),
    [
        (1, "40.00", None),  # the first costs the minimum anyway
        (2, "80.00", "60.00"),  # 40 + 20
        (6, "240.00", "140.00"),  # 40 + 5 x 20: the most in six months
    ],
)
def test_each_next_letter_probably_costs_less_and_the_sum_has_a_cap(
    letters: int, charged: str, allowed: str | None
) -> None:
    found = member(letters)
    assert costs(found, D("2026-11-03")) == Decimal(charged)  # nothing is taken off
    findings = warned(found)
    assert [finding.details["allowed"] for finding in findings] == (
        [Decimal(allowed)] if allowed else []
    )


@pytest.mark.parametrize(
    ("found", "why"),
    [
        (member(2, recurring=False), "no recurring delivery"),
        (member(2, amount="266.67"), "an instalment of 266.67 is not small"),
    ],
    ids=lambda value: value if isinstance(value, str) else "",
)
def test_nothing_is_said_about_other_claims(found: World, why: str) -> None:
    assert warned(found) == [], why


def test_letters_of_more_than_six_months_ago_do_not_count() -> None:
    assert warned(member(2), "2026-11-04") != []  # 4 May is six months ago to the day
    assert warned(member(2), "2026-11-05") == []


def test_a_letter_of_today_is_weighed_before_it_is_sent() -> None:
    found = member(1)
    found.items.append(replace(item("NEW", D("2026-08-01"), "50.00"), ref=99))
    found.record(EventKind.LETTER, D("2026-08-06"), invoice="NEW", stage="herinnering")
    (finding,) = warned(found, "2026-09-01")
    assert finding_text(finding).replace("\N{NO-BREAK SPACE}", " ") == (
        "Debiteur 1 heeft een terugkerende levering. Zijn 14-dagenbrieven van de laatste 6 maanden"
        " over termijnen onder € 266,67 (2) geven samen € 80,00 incassokosten; sinds 1 oktober"
        " 2024 mag dat waarschijnlijk hoogstens € 60,00 zijn, en nooit meer dan € 140,00 in 6"
        " maanden. Wij passen niets aan: laat het bedrag nakijken voordat u de brief verstuurt."
    )


def test_one_letter_for_many_instalments_probably_costs_no_more_than_one() -> None:
    found = member(0)
    for number in range(8):
        found.items.append(replace(item(f"M{number}", D("2026-08-01"), "50.00"), ref=number))
        found.record(EventKind.LETTER, D("2026-08-06"), invoice=f"M{number}", stage="herinnering")
    (finding,) = warned(found, "2026-09-01")
    assert finding.details["costs"] == Decimal("60.00")  # 15 % over 8 x 50
    assert finding.details["allowed"] == Decimal("40.00")
