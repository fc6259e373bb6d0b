"""The question what is owed on one claim, as a user puts it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from decimal import Decimal

from xl_dunning.rules.claim import Payment
from xl_dunning.rules.events import Channel
from xl_dunning.rules.interest import DayCount
from xl_dunning.rules.ledger import DebtorKind
from xl_dunning.rules.money import Euro


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterSent:
    """The 14-dagenbrief, or in Belgium the first reminder, that a consumer was sent."""

    on: date
    channel: Channel = Channel.POST
    delivery_days: int | None = None
    """Takes the place of the number of days that the law presumes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimQuestion:
    """One claim: what was to be paid until when, by whom, and what happened since."""

    principal: Euro
    due: date
    as_of: date
    kind: DebtorKind
    payments: tuple[Payment, ...] = ()
    letter: LetterSent | None = None
    agreed: Decimal | None = None
    """Agreed interest in percent a year."""
    compounding: bool = False
    """Whether agreed interest bears interest itself after a year."""
    vat: bool = False
    small_creditor: bool = False
    day_count: DayCount = DayCount.ACT_365
