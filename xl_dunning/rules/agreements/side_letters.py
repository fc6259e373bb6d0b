"""Letters outside the stages of a policy: they confirm or follow something in the log.

None of them moves an item along; each is known in the log by its template and by the event that
it is about.
"""

from __future__ import annotations

from enum import StrEnum


class SideLetter(StrEnum):
    """A letter outside the stages; the value is the name of its template."""

    INTERRUPTION = "stuiting"
    INTEREST_STATEMENT = "rentespecificatie"
    CONFIRMATION = "bevestiging_afspraak"
    """A promise to pay, or a later due date, put in writing."""
    PLAN_PROPOSAL = "regeling_voorstel"
    PLAN_CONFIRMATION = "regeling_bevestiging"
    INSTALMENT_REMINDER = "regeling_herinnering"
    PLAN_BROKEN = "regeling_verbroken"
    SETTLEMENT = "schikkingsvoorstel"
    SUSPENSION_NOTICE = "opschorting_aankondiging"
    SUSPENDED = "opschorting"
    RESUMED = "hervatting"
    HANDOVER = "overdracht"
    TERMS = "betalingsvoorwaarden"
    """Payment terms and what late payment costs, to new or existing customers."""
    DISPUTE_ANSWER = "antwoord_betwisting"
    INVOICE_AGAIN = "factuur_opnieuw"
    """The invoice once more, to a debtor who says that he never got it."""
