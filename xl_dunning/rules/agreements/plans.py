"""Payment plans (betalingsregelingen): what was paid of each instalment, and until when it holds.

An instalment is late when its day and the bank days after it have passed unpaid. It can then still
be paid during the days of grace, and until the day that a reminder names; only after that the plan
is broken. A letter that says so ends it for good.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from xl_dunning.rules.agreements.side_letters import SideLetter
from xl_dunning.rules.agreements.states import InstalmentState
from xl_dunning.rules.dates import IsWorkingDay, add_days, add_working_days
from xl_dunning.rules.events import Event, EventKind
from xl_dunning.rules.instalments import paid_of_each
from xl_dunning.rules.money import Euro


@dataclass(frozen=True, slots=True, kw_only=True)
class PlanDays:
    """The days that matter of a plan, by what was paid of it."""

    late_from: date | None
    """The first day on which its oldest unpaid instalment is late; None when all are paid."""
    holds_until: date
    """The last day on which it holds letters back; after it, it is broken or has ended."""


def is_plan(event: Event) -> bool:
    """Whether it is a plan with its instalments; those on anything else make no plan."""
    return event.kind is EventKind.PLAN and bool(event.schedule)


def plan_days(
    event: Event,
    *,
    paid: Euro,
    letters: Iterable[Event],
    bank_days: int,
    grace: int,
    is_working_day: IsWorkingDay,
    reference_date: date,
) -> PlanDays:
    """The days of a plan with a schedule; ``letters`` are those that were sent about it.

    ``bank_days`` are working days, ``grace`` whole days.
    """
    sent = [letter for letter in letters if letter.on <= reference_date]
    shares = paid_of_each([part.amount for part in event.schedule], paid=paid)
    unpaid = [
        part for part, share in zip(event.schedule, shares, strict=True) if share < part.amount
    ]
    if not unpaid:
        last = add_working_days(event.schedule[-1].due_on, bank_days, is_working_day)
        return PlanDays(late_from=None, holds_until=last)
    oldest = unpaid[0].due_on
    in_time = add_working_days(oldest, bank_days, is_working_day)
    reminded = [
        add_working_days(letter.pay_by, bank_days, is_working_day)
        for letter in sent
        if letter.template == SideLetter.INSTALMENT_REMINDER
        and letter.pay_by
        and letter.on > oldest
    ]
    # The plan itself promises a reminder before it ends: until that was sent, it goes on.
    ends = [add_days(in_time, grace), *(reminded or [reference_date])]
    broken = [
        add_days(letter.on, -1) for letter in sent if letter.template == SideLetter.PLAN_BROKEN
    ]
    return PlanDays(
        late_from=add_days(in_time, 1), holds_until=min(broken) if broken else max(ends)
    )


def instalments_of(
    event: Event, *, paid: Euro, late_from: date | None, on: date
) -> tuple[InstalmentState, ...]:
    """Each instalment with what was paid of it: the oldest first, whatever a payment was meant for.

    ``late_from`` is the first day on which the oldest unpaid one is late. A younger one is late as
    well when its own day lies before the day that is asked for.
    """
    shares = paid_of_each([part.amount for part in event.schedule], paid=paid)
    late = late_from is not None and on >= late_from
    oldest = next((at for at, part in enumerate(event.schedule) if shares[at] < part.amount), None)
    return tuple(
        InstalmentState(
            number=at + 1,
            due_on=part.due_on,
            amount=part.amount,
            paid=shares[at],
            late=late and shares[at] < part.amount and (at == oldest or part.due_on < on),
        )
        for at, part in enumerate(event.schedule)
    )


def overlapping(event: Event, log: Iterable[Event]) -> Event | None:
    """A standing plan of that debtor about the same invoices that still runs beside this one.

    One that has passed its last day does not, nor one of which a letter said that it is over.
    """
    known = tuple(log)
    broken = {other.about for other in known if other.template == SideLetter.PLAN_BROKEN}
    return next(
        (
            other
            for other in known
            if other.kind is EventKind.PLAN
            and other.id not in {event.id, *broken}
            and other.debtor == event.debtor
            and (other.invoice == event.invoice or not (other.invoice and event.invoice))
            and other.until is not None
            and other.until >= event.on
        ),
        None,
    )
