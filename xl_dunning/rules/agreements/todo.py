"""What somebody is to do besides the steps of the policy, as values; ``worklist`` finds them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from xl_dunning.rules.findings import Detail
from xl_dunning.rules.money import ZERO, Euro


class TodoKind(StrEnum):
    """What calls for it, the most urgent first; the names are part of the JSON contract."""

    PROMISE_BROKEN = "promise_broken"
    """A promise was not kept, or in part only: ring at once."""
    SETTLEMENT_BROKEN = "settlement_broken"
    """The sum of a settlement did not come in: the whole claim revives."""
    PLAN_BROKEN = "plan_broken"
    """A payment plan has ended because it was not kept."""
    INSTALMENT_LATE = "instalment_late"
    """An instalment was not paid in time, and its plan can still be saved."""
    PLAN_ASKED = "plan_asked"
    """The debtor asked for a plan, and nobody made an offer yet."""
    SUSPEND = "suspend"
    """The last day that the announcement named has passed, and no step of the policy says so."""
    RESUME = "resume"
    """What was suspended can go on: nothing is overdue any more."""
    DISPUTE_OVERDUE = "dispute_overdue"
    """The day that was set for an answer to a dispute has passed."""
    WRONG_NUMBER = "wrong_number"
    """The last call found that the number is wrong."""


BROKEN = (
    TodoKind.PROMISE_BROKEN,
    TodoKind.SETTLEMENT_BROKEN,
    TodoKind.PLAN_BROKEN,
    TodoKind.INSTALMENT_LATE,
)
"""What was agreed and did not come: to ring about at once."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Todo:
    """One thing to do about one debtor, in one currency."""

    kind: TodoKind
    debtor: str
    currency: str
    invoices: tuple[str, ...]
    """What it is about, oldest due date first; none for a resumption."""
    amount: Euro = ZERO
    """What is at stake: open of those invoices; of a partial dispute the disputed part."""
    since: date
    """The day after the last day that was agreed or set; else the day on which it was said.

    For a resumption: the day of the suspension.
    """
    event: str = ""
    """Id of the event that it follows from; empty for a suspension, which follows from several."""
    details: Mapping[str, Detail] = field(default_factory=dict)
    """What its sentence needs. ``kind`` says which sentence, when there is more than one."""
