"""A world under the law: two late invoices of one debtor, and the figures of a country."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from tests.rules.world import World, item, reachable
from xl_dunning.law.calendar import is_holiday, is_working_day
from xl_dunning.law.loader import load_law
from xl_dunning.policies.loader import load_policy
from xl_dunning.rules.ledger import DebtorKind
from xl_dunning.rules.money import total
from xl_dunning.rules.owed import ClaimRules
from xl_dunning.rules.proposal import Decision
from xl_dunning.rules.settings import Creditor

D = date.fromisoformat


def rules(country: str = "nl", **more: object) -> ClaimRules:
    return ClaimRules(
        law=load_law(country),
        is_working_day=is_working_day(country),
        is_holiday=is_holiday(country),
        **more,  # type: ignore[arg-type]
    )


def world(kind: DebtorKind, *, country: str = "nl", **more: object) -> World:
    return World(
        load_policy("standaard"),
        [
            replace(item("A", D("2026-09-01"), "100.00"), ref=1),
            replace(item("B", D("2026-09-02"), "350.00"), ref=2),
        ],
        {"1": reachable("1", kind=kind)},
        terms={
            "claims": rules(country, **more),
            "law": country,
            "creditor": Creditor(name="Wij", iban="NL91ABNA0417164300", kvk="0123.456.749"),
        },
    )


def on(found: World, day: str) -> dict[str, Decision]:
    return {decision.item.invoice: decision for decision in found.propose(D(day)).decisions}


def costs(found: World, day: date) -> Decimal:
    return total(decision.owed.costs for decision in found.propose(day).decisions)
