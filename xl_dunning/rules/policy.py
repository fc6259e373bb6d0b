"""Dunning policies (aanmaanbeleid): the stages a debtor goes through, as data."""

from __future__ import annotations

from collections.abc import Collection
from dataclasses import dataclass, replace
from enum import StrEnum

from xl_dunning.rules.ledger import DebtorKind
from xl_dunning.rules.money import ZERO, Euro

FOURTEEN_DAY_LETTER = "veertiendagenbrief"
"""Template of the letter of 6:96 lid 6 BW, in every language."""
FIRST_REMINDER_BE = "eerste_herinnering_be"
"""Template of the free first reminder of art. XIX.2 WER."""
NOTICE_OF_DEFAULT = "ingebrekestelling"
"""Template of the letter that brings a debtor in default when its term passes (6:82 BW)."""
TERM_LETTERS = frozenset({FOURTEEN_DAY_LETTER, FIRST_REMINDER_BE})
"""Letters that start a legal term, after which costs may be claimed from a consumer."""


class Action(StrEnum):
    """What a stage asks for. Only letters are carried out by a run; the rest is the user's."""

    LETTER = "letter"
    CALL = "call"
    SUSPEND = "suspend"
    PROPOSE_PLAN = "propose_plan"
    HANDOVER = "handover"
    LEGAL = "legal"


class Charge(StrEnum):
    """What a stage claims on top of the principal, where the law allows it on that day."""

    NONE = "none"
    INTEREST = "interest"
    INTEREST_AND_COSTS = "interest+costs"


class Audience(StrEnum):
    """Whom a stage is for."""

    ALL = "all"
    CONSUMER = "consumer"
    BUSINESS = "business"


@dataclass(frozen=True, slots=True, kw_only=True)
class Stage:
    """One step of a policy (fase). All lengths are whole days."""

    key: str
    title: str
    action: Action
    after: int
    """Days after the due date: with 3, a due date of 1 March may act from 4 March on."""
    template: str = ""
    end_of_month: bool = False
    wait: int | None = None
    """Days since the previous stage; None: after − after of that stage."""
    pay_within: int = 14
    audience: Audience = Audience.ALL
    law: str = ""
    """Jurisdiction in which the stage applies: nl or be; empty for both."""
    without_term: bool = False
    """Only for an invoice whose payment term was not agreed: a notice of default comes first."""
    skip_after: int = 0
    """Calls: passed over when not made within so many days; 0: it waits."""
    attempts: int = 3
    """Calls: how often to ring before a debtor who is not reached gets the next step."""
    attach_invoice: bool = False
    charge: Charge = Charge.NONE
    colour: str = "FEEDDE"

    @property
    def own_letter(self) -> bool:
        """Whether it never shares a letter: one that starts a legal term names one amount."""
        return self.template in TERM_LETTERS

    def is_for(self, kind: DebtorKind | None, law: str) -> bool:
        """Whether a debtor of that kind passes here; an unknown kind is treated as a consumer."""
        if self.law not in ("", law):
            return False
        return self.audience is Audience.ALL or self.audience.value == (kind or DebtorKind.CONSUMER)


@dataclass(frozen=True, slots=True, kw_only=True)
class SuspensionRule:
    """When deliveries, work or services may be suspended: all three must hold (6:52, 6:262 BW)."""

    after: int
    """Days that the oldest invoice is late, at least."""
    amount: Euro = ZERO
    """What is overdue of the debtor in all, at least; euro."""
    later_unpaid: int = 0
    """Younger invoices that are overdue as well, at least."""
    notice: int = 7
    """Days that the announcement gives to pay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DunningPolicy:
    """A fixed procedure: its stages in order, and the limits that hold for all of them."""

    name: str
    title: str
    stages: tuple[Stage, ...]
    source: str = ""
    minimum_amount: Euro = ZERO
    minimum_interval: int = 7
    """Days between two steps for one item."""
    correction_days: int = 0
    """Days in which a payment may be on its way: not yet on the bank statement."""
    confirm: bool = False
    """Whether a run puts promises, plans, settlements and suspensions in writing by itself."""
    plan_grace: int = 7
    """Days after which a late instalment breaks its plan."""
    suspension: SuspensionRule | None = None

    def stages_for(self, kind: DebtorKind | None, law: str = "nl") -> tuple[Stage, ...]:
        """The stages that apply to a debtor of that kind under that law, in order."""
        return tuple(stage for stage in self.stages if stage.is_for(kind, law))

    def for_term(self, *, agreed: bool, taken: Collection[str] = ()) -> DunningPolicy:
        """The policy for an invoice whose payment term was agreed or not.

        ``taken`` are the keys of stages in its log: those stay, or its history would not fit.
        """
        left = tuple(
            stage
            for stage in self.stages
            if not (agreed and stage.without_term) or stage.key in taken
        )
        return self if len(left) == len(self.stages) else replace(self, stages=left)

    def stage(self, key: str) -> Stage | None:
        """The stage with that key."""
        return next((stage for stage in self.stages if stage.key == key), None)
