"""A handover as its pages see it: with the rules behind the claim, and where the letters lie."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from xl_dunning.letters.text import in_words, money
from xl_dunning.rules.ledger import DebtorKind
from xl_dunning.rules.owed import ClaimRules
from xl_dunning.workflow.handover_claim import CurrencyClaim, Handover

COSTS = {
    "nl": "Incassokosten",
    "be consumer": "Forfaitaire schadevergoeding",
    "be business": "Invorderingskosten",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Claimed:
    """A handover with what its pages need besides: the rules, and where the letters lie."""

    handover: Handover
    rules: ClaimRules
    letter_files: Mapping[str, str]
    """Id of an event to the name of its letter in the dossier."""

    @property
    def consumer(self) -> bool:
        """Whether the rules for consumers hold; they do when the kind is not known."""
        return self.handover.debtor.kind is not DebtorKind.BUSINESS

    @property
    def branch(self) -> str:
        """Law and kind of debtor."""
        return f"{self.rules.law.country} {'consumer' if self.consumer else 'business'}"

    @property
    def costs_name(self) -> str:
        """What collection costs are called under this law."""
        return COSTS.get(self.branch) or COSTS["nl"]

    @property
    def day(self) -> str:
        """The reference date in words."""
        return in_words(self.handover.reference_date)


def daily_text(claim: CurrencyClaim) -> str:
    """What each further day adds."""
    amount = money(claim.daily_interest, claim.currency)
    return (
        f"Elke volgende dag komt er {amount} rente bij, zolang de hoofdsom en het rentepercentage "
        "gelijk blijven."
    )
