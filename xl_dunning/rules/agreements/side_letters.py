"""Letters outside the stages of a policy: they confirm or follow something in the log.

None of them moves an item along; each is known in the log by its template and by the event that
it is about.
"""

from __future__ import annotations

from collections.abc import Mapping
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


TITLES: Mapping[SideLetter, str] = {
    SideLetter.INTERRUPTION: "Stuitingsbrief",
    SideLetter.INTEREST_STATEMENT: "Rentespecificatie",
    SideLetter.CONFIRMATION: "Bevestiging van de afspraak",
    SideLetter.PLAN_PROPOSAL: "Voorstel betalingsregeling",
    SideLetter.PLAN_CONFIRMATION: "Bevestiging betalingsregeling",
    SideLetter.INSTALMENT_REMINDER: "Herinnering termijn",
    SideLetter.PLAN_BROKEN: "Betalingsregeling vervallen",
    SideLetter.SETTLEMENT: "Schikkingsvoorstel",
    SideLetter.SUSPENSION_NOTICE: "Aankondiging opschorting",
    SideLetter.SUSPENDED: "Opschorting",
    SideLetter.RESUMED: "Hervatting",
    SideLetter.HANDOVER: "Overdracht van de vordering",
    SideLetter.TERMS: "Betalingsvoorwaarden",
    SideLetter.DISPUTE_ANSWER: "Antwoord op betwisting",
    SideLetter.INVOICE_AGAIN: "Factuur opnieuw",
}
"""What the user calls each letter; it stands in front of its file name."""

NAMES_A_DAY = frozenset(
    {
        SideLetter.INVOICE_AGAIN,
        SideLetter.CONFIRMATION,
        SideLetter.INSTALMENT_REMINDER,
        SideLetter.PLAN_BROKEN,
        SideLetter.SETTLEMENT,
        SideLetter.SUSPENSION_NOTICE,
        SideLetter.SUSPENDED,
        SideLetter.HANDOVER,
        SideLetter.DISPUTE_ANSWER,
    }
)
"""Letters with a last day to pay of their own: the next step waits until it has passed.

The proposal and the confirmation of a plan name days too, but those are the plan's: see ``plans``
and ``history``.
"""
