"""Prescription (verjaring): the last day on which a letter must have reached the debtor.

Five years for a claim from a contract (3:307 lid 1 BW), two for the price of a consumer sale
(7:28). The term starts on the day after the claim became due and does not roll. A written demand
or reservation of rights that arrived in time starts a new term of the same length on the next day,
which never ends earlier than the old one (3:317, 3:319).
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from xl_dunning.rules.dates import add_days
from xl_dunning.rules.deadlines import prescribed_after
from xl_dunning.rules.findings import Finding, error, warning

WARN_DAYS = 90
"""Days before the last day on which the warnings start: time for a registered letter, twice."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Prescription:
    """When a claim can't be enforced any more; ``last_day`` is inclusive."""

    last_day: date

    @property
    def warn_from(self) -> date:
        """First day of the warnings."""
        return add_days(self.last_day, -WARN_DAYS)


def prescription(due: date, *, years: int, interrupted_on: Iterable[date] = ()) -> Prescription:
    """The prescription of a claim that became due on that day.

    Args:
        due: the due date; the invoice date when no term was agreed (6:38 BW).
        years: from the law's figures, by the kind of claim.
        interrupted_on: days on which an interruption (stuiting) reached the debtor; one that came
            too late changes nothing.
    """
    last_day = prescribed_after(due, years=years)
    for day in sorted(interrupted_on):
        if due < day <= last_day:
            last_day = max(last_day, prescribed_after(day, years=years))
    return Prescription(last_day=last_day)


def prescription_finding(
    found: Prescription, *, on: date, debtor: str = "", invoice: str = ""
) -> Finding | None:
    """A warning from 90 days before the last day; an error when that day has passed."""
    if on > found.last_day:
        return error("PRESCRIBED", debtor=debtor, invoice=invoice, last_day=found.last_day)
    if on >= found.warn_from:
        return warning("PRESCRIPTION_NEAR", debtor=debtor, invoice=invoice, last_day=found.last_day)
    return None
