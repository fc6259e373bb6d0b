"""A world in which debtors are handed over: a list and a log as the rules see them."""

from __future__ import annotations

from datetime import date
from typing import Any

from tests.rules.world import World, reachable, weekday
from xl_dunning.rules.events import Event, EventKind
from xl_dunning.rules.ledger import Debtor, Ledger
from xl_dunning.rules.settings import Creditor
from xl_dunning.rules.terms import Terms
from xl_dunning.workflow.hand_over import think_through
from xl_dunning.workflow.handover_claim import Assignment, Handover, Recipient

US = Creditor(
    name="Wij BV",
    address="Kade 1",
    city="Amsterdam",
    kvk="12345678",
    iban="NL91ABNA0417164300",
    phone="020-1234567",
)


def ledger_of(world: World) -> Ledger:
    known: dict[str, Debtor] = {each.debtor: reachable(each.debtor) for each in world.items}
    return Ledger(items=tuple(world.items), debtors={**known, **world.debtors})


def asked(
    world: World,
    day: date,
    *invoices: str,
    debtor: str = "1",
    to: Recipient = Recipient.AGENCY,
    creditor: Creditor = US,
) -> Handover:
    """What would be handed over on that day."""
    terms: dict[str, Any] = {**world.terms, "creditor": creditor}
    return think_through(
        Assignment(debtor=debtor, invoices=invoices, to=to),
        proposal=world.propose(day),
        ledger=ledger_of(world),
        log=world.log,
        terms=Terms(policy=world.policy, is_working_day=weekday, **terms),
    )


def chosen(handover: Handover) -> dict[str, str]:
    """Invoice to the stage that the handover carries out."""
    return {invoice.item.invoice: invoice.stage for invoice in handover.invoices}


def codes(handover: Handover) -> list[str]:
    """The codes that are about the handover itself, in their order."""
    return [each.code for each in handover.findings if each.code.startswith("HANDOVER_")]


def handed_over(
    world: World, on: date, invoice: str, *, stage: str = "", legal: bool = False
) -> Event:
    """The event that a handover leaves."""
    kind = EventKind.LEGAL if legal else EventKind.HANDOVER
    return world.record(kind, on, invoice=invoice, stage=stage)
