"""A debtor for whom the user asks letters by hand: what they tell, whether they are made."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pytest

from tests.rules.agreements.days import DUE, day
from tests.rules.claims_world import rules as claim_rules
from tests.rules.world import World, item, letter, policy, weekday
from xl_dunning.rules.accounts import credits_by_account
from xl_dunning.rules.agreements.asked import AskedLetter, occasion_of
from xl_dunning.rules.agreements.occasions import Occasion
from xl_dunning.rules.agreements.side_letters import SideLetter
from xl_dunning.rules.cases import cases_of
from xl_dunning.rules.events import Event, EventKind, Instalment, standing
from xl_dunning.rules.findings import Refusal
from xl_dunning.rules.money import euro
from xl_dunning.rules.proposal import Notice
from xl_dunning.rules.single_letter import single_letter
from xl_dunning.rules.terms import Terms

RULES = policy(letter("een", 1), letter("twee", 30), plan_grace=9)


PARTS = tuple(Instalment(due_on=day(days), amount=euro("400.00")) for days in (20, 50))


def two_overdue() -> World:
    """F1 of 1000 and F2 of 500 are overdue on day 10, F9 is not."""
    made = World(
        RULES,
        [item("F1", DUE, "1000.00"), item("F2", DUE, "500.00"), item("F9", day(60), "90.00")],
    )
    made.items = [replace(each, ref=number) for number, each in enumerate(made.items)]
    made.run(day(1))
    return made


def told(at: World, kind: SideLetter, days: int = 10, **more: object) -> Occasion:
    """What the letter would tell on that day."""
    return occasion_of(
        AskedLetter(letter=kind, debtor="1", **more),  # type: ignore[arg-type]
        log=standing(at.log),
        judged=at.propose(day(days)).agreements,
        plan_grace=RULES.plan_grace,
        reference_date=day(days),
    )


def made(at: World, kind: SideLetter, days: int = 10, **more: object) -> tuple[Notice, ...]:
    """The letters that are made."""
    terms = Terms(policy=RULES, is_working_day=weekday)
    cases = cases_of(at.ledger, standing(at.log), terms=terms, judged={})
    return single_letter(
        at.propose(day(days)).decisions,
        occasion=told(at, kind, days, **more),
        debtor=at.ledger.debtor("1"),
        invoices=more.get("invoices", ()),  # type: ignore[arg-type]
        policy=RULES,
        credits_of=credits_by_account(cases),
        rules=claim_rules(),
        reference_date=day(days),
        is_working_day=weekday,
        address_required=True,
    )


def refused(
    at: World, kind: SideLetter, days: int = 10, **more: object
) -> tuple[str, dict[str, Any]]:
    with pytest.raises(Refusal) as refusal:
        made(at, kind, days, **more)
    return refusal.value.code, dict(refusal.value.details)


def invoices(notices: tuple[Notice, ...]) -> list[str]:
    return [each.item.invoice for notice in notices for each in notice.decisions]


def planned(at: World, on: int = 3) -> Event:
    return at.record(EventKind.PLAN, day(on), schedule=PARTS, until=day(50))


def prepared(at: World, needed: tuple[EventKind | str, ...]) -> None:
    for kind in needed:
        if kind is EventKind.PLAN:
            planned(at)
        elif kind == "late":
            parts = (replace(PARTS[0], due_on=day(4)), PARTS[1])
            at.record(EventKind.PLAN, day(3), schedule=parts, until=day(50))
        elif isinstance(kind, EventKind):
            at.record(kind, day(3), until=day(20), amount=euro("700.00"))
