"""What is handed over: the invoices that were chosen, and all that is owed on them on the day."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from xl_dunning.rules.events import Event, EventKind
from xl_dunning.rules.findings import Finding
from xl_dunning.rules.ledger import Debtor, OpenItem
from xl_dunning.rules.money import ZERO, Euro, total
from xl_dunning.rules.policy import Action
from xl_dunning.rules.proposal import Decision
from xl_dunning.rules.term_letters import TermLetter

_OUT_OF_OUR_HANDS = (EventKind.HANDOVER, EventKind.LEGAL)
SENT = (EventKind.LETTER, EventKind.EMAIL, EventKind.INTERRUPTION)
"""What went to the debtor on paper or by e-mail, and of which a copy belongs in the dossier."""


class Recipient(StrEnum):
    """Who gets the dossier; the names are those of ``handover --to``."""

    AGENCY = "agency"
    LAWYER = "lawyer"

    @property
    def kind(self) -> EventKind:
        """What the log says of it."""
        return EventKind.HANDOVER if self is Recipient.AGENCY else EventKind.LEGAL

    @property
    def action(self) -> Action:
        """The stage of a policy that asks for it."""
        return Action.HANDOVER if self is Recipient.AGENCY else Action.LEGAL


@dataclass(frozen=True, slots=True, kw_only=True)
class Assignment:
    """What the user asks: whose invoices go to whom (opdracht)."""

    debtor: str
    invoices: tuple[str, ...] = ()
    """None: all that are overdue and not out of our hands yet."""
    to: Recipient = Recipient.AGENCY
    name: str = ""
    """Name of the agency or lawyer; empty when she did not say."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimedInvoice:
    """One invoice in the dossier and what may be claimed on top of it; amounts in its currency."""

    decision: Decision
    events: tuple[Event, ...]
    """The standing events that concern it, oldest first."""
    letter: TermLetter | None = None
    """To a consumer: the letter that gives right to costs."""
    stage: str = ""
    """Key of the stage that the handover carries out; empty when it is no step of the policy."""

    @property
    def item(self) -> OpenItem:
        """The invoice as the list has it."""
        return self.decision.item

    @property
    def principal(self) -> Euro:
        """What is open of it."""
        return self.item.open or ZERO

    @property
    def interest(self) -> Euro:
        """Interest up to and including the reference date."""
        return self.decision.owed.interest

    @property
    def costs(self) -> Euro:
        """Its share in the collection costs, without VAT."""
        return self.decision.owed.costs - self.decision.owed.costs_vat

    @property
    def vat(self) -> Euro:
        """VAT over its share in the costs."""
        return self.decision.owed.costs_vat

    @property
    def total(self) -> Euro:
        """All of it together."""
        return self.principal + self.interest + self.costs + self.vat


@dataclass(frozen=True, slots=True, kw_only=True)
class CurrencyClaim:
    """The claim in one currency, less what the debtor has to his credit in it."""

    currency: str
    invoices: tuple[ClaimedInvoice, ...]
    """In order of due date."""
    credits: tuple[OpenItem, ...] = ()
    """Credit notes and unallocated payments, negative."""
    daily_interest: Euro = ZERO
    """What each further day adds, at the rates of the reference date."""

    @property
    def principal(self) -> Euro:
        """What is open of the invoices, credits not yet taken off."""
        return total(invoice.principal for invoice in self.invoices)

    @property
    def credit(self) -> Euro:
        """What is taken off, negative or zero."""
        return total(item.open for item in self.credits if item.open is not None)

    @property
    def interest(self) -> Euro:
        """Interest on all invoices."""
        return total(invoice.interest for invoice in self.invoices)

    @property
    def costs(self) -> Euro:
        """Collection costs of all invoices, without VAT."""
        return total(invoice.costs for invoice in self.invoices)

    @property
    def vat(self) -> Euro:
        """VAT over the costs."""
        return total(invoice.vat for invoice in self.invoices)

    @property
    def total(self) -> Euro:
        """The one amount that is claimed in this currency."""
        return self.principal + self.credit + self.interest + self.costs + self.vat


@dataclass(frozen=True, slots=True, kw_only=True)
class Handover:
    """A handover (overdracht) that was thought through; nothing was made or recorded yet."""

    assignment: Assignment
    debtor: Debtor
    reference_date: date
    claims: tuple[CurrencyClaim, ...]
    history: tuple[Event, ...]
    """Everything in the log about the debtor, void events included, oldest first."""
    findings: tuple[Finding, ...]
    imported: tuple[Event, ...] = ()
    """Letters from before this program to these invoices, which the log does not hold yet."""

    @property
    def invoices(self) -> tuple[ClaimedInvoice, ...]:
        """The invoices of all currencies."""
        return tuple(invoice for claim in self.claims for invoice in claim.invoices)

    @property
    def letters(self) -> tuple[Event, ...]:
        """The standing events of letters with a document about these invoices, oldest first."""
        found = {
            event.id: event
            for invoice in self.invoices
            for event in invoice.events
            if event.kind in SENT and event.document
        }
        return tuple(event for event in self.history if event.id in found)


def out_of_our_hands(events: Sequence[Event]) -> Event | None:
    """The handover in force among the standing events (oldest first) of one item.

    It ends when the case came back, which an unblock tells.
    """
    gone: Event | None = None
    for event in events:
        if event.kind in _OUT_OF_OUR_HANDS:
            gone = event
        elif event.kind is EventKind.UNBLOCK:
            gone = None
    return gone
