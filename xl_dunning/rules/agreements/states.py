"""How agreements and suspensions stand on a day: values, judged elsewhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from xl_dunning.rules.events import Event, EventKind
from xl_dunning.rules.ledger import ItemKey, OpenItem
from xl_dunning.rules.money import ZERO, Euro, total


@dataclass(frozen=True, slots=True, kw_only=True)
class InstalmentState:
    """One instalment of a plan on a day; amounts in euro."""

    number: int
    """From 1."""
    due_on: date
    amount: Euro
    paid: Euro = ZERO
    late: bool = False
    """Not paid in full although its day, and the bank days after it, have passed."""

    @property
    def left(self) -> Euro:
        """What is still to be paid of it."""
        return self.amount - self.paid


@dataclass(frozen=True, slots=True, kw_only=True)
class Arrangement:
    """What a letter outside the stages tells of an agreement (afspraak); amounts in euro."""

    on: date
    """The day on which it was agreed or said."""
    until: date | None = None
    """The last day that it gives, inclusive."""
    amount: Euro | None = None
    """What is to be paid by it; None: everything that is open."""
    instalments: tuple[InstalmentState, ...] = ()
    note: str = ""
    event: str = ""
    """Id of the event that it stands on; empty for a proposal that nobody agreed to yet."""

    @property
    def paid(self) -> Euro:
        """What has been paid of its instalments."""
        return total(part.paid for part in self.instalments)


class AgreementState(StrEnum):
    """How an agreement stands on a day."""

    RUNNING = "running"
    LATE = "late"
    """An instalment was not paid in time, and can still be paid."""
    KEPT = "kept"
    PARTLY = "partly"
    """Its last day passed, and only a part was paid."""
    BROKEN = "broken"
    REPLACED = "replaced"
    """A new one about the same was made before it had passed; that one counts."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One promise, plan or settlement, and how it stands; amounts in euro."""

    event: Event
    state: AgreementState
    until: date
    """The last day that was agreed, inclusive."""
    holds_until: date
    """The last day on which it holds letters back, bank days included."""
    promised: Euro
    paid: Euro
    keys: tuple[ItemKey, ...] = ()
    """The items that it is about."""
    instalments: tuple[InstalmentState, ...] = ()

    def holds_on(self, day: date) -> bool:
        """Whether it holds letters back on that day, kept already or not."""
        return day <= self.holds_until

    @property
    def failed(self) -> bool:
        """Whether it was not kept, or in part only."""
        return self.state in (AgreementState.BROKEN, AgreementState.PARTLY)

    @property
    def settles(self) -> bool:
        """Whether it was a settlement, and the sum of it came in: the rest is not claimed."""
        return (
            self.event.kind is EventKind.SETTLEMENT
            and self.event.amount is not None
            and self.state is AgreementState.KEPT
        )


class SuspensionState(StrEnum):
    """Where the suspension of a debtor stands."""

    ANNOUNCE = "announce"
    """The rule holds, and the announcement is to be sent."""
    ANNOUNCED = "announced"
    """The announcement was sent, and its last day has not passed."""
    DUE = "due"
    """That day passed without payment: somebody is to suspend."""
    SUSPENDED = "suspended"
    RESUME = "resume"
    """Nothing is overdue any more: somebody is to resume."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Suspension:
    """The suspension of one debtor in one currency, on the reference date."""

    debtor: str
    currency: str
    state: SuspensionState
    items: tuple[OpenItem, ...]
    """The overdue items that it rests on, oldest first; none when it is to end."""
    until: date | None = None
    """Last day to pay that the announcement named, inclusive."""
    since: date | None = None
    """The day on which it was carried out."""
