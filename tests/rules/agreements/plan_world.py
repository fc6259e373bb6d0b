"""A debtor with a payment plan: its instalments, its invoices, and how it stands on a day."""

from __future__ import annotations

from dataclasses import replace

from tests.rules.agreements.days import DUE, day
from tests.rules.world import World, item, letter, policy
from xl_dunning.rules.agreements.states import AgreementState, Judgement
from xl_dunning.rules.events import Event, EventKind, Instalment
from xl_dunning.rules.ledger import OpenItem
from xl_dunning.rules.money import Euro, euro

RUNNING, LATE, KEPT, BROKEN = (
    AgreementState.RUNNING,
    AgreementState.LATE,
    AgreementState.KEPT,
    AgreementState.BROKEN,
)


RULES = policy(letter("een", 1), letter("twee", 8), letter("drie", 30, pay_within=8), plan_grace=7)


def parts(*amounts: str, first: int = 14, apart: int = 14) -> tuple[Instalment, ...]:
    """Instalments from that day on, so many days apart."""
    return tuple(
        Instalment(due_on=day(first + apart * at), amount=euro(amount))
        for at, amount in enumerate(amounts)
    )


def billed(invoice: str, amount: str, *, left: str = "") -> OpenItem:
    """An invoice of that amount, issued a month before it is due."""
    found = item(invoice, DUE, left or amount, invoice_date=day(-30))
    return replace(found, amount=euro(amount))


def planned(
    at: World, on: int, agreed: tuple[Instalment, ...], invoice: str = "F1", **more: object
) -> Event:
    return at.record(
        EventKind.PLAN,
        day(on),
        invoice=invoice,
        schedule=agreed,
        until=agreed[-1].due_on,
        **more,  # type: ignore[arg-type]
    )


def world(amount: str = "1200.00", **more: object) -> World:
    """One invoice that had its first letter, and was seen by that run."""
    at = World(
        replace(RULES, **more),  # type: ignore[arg-type]
        [billed("F1", amount)],
    )
    at.run(day(1))
    return at


def judged(at: World, days: int) -> Judgement:
    return at.propose(day(days)).agreements[-1]


def paid_of_each(at: World, days: int) -> list[Euro]:
    return [part.paid for part in judged(at, days).instalments]
