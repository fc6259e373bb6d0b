"""Default (verzuim): from which day interest runs, and why.

An agreed last day for payment is fatal: whoever lets it pass is in default (6:83 under a BW,
6:119a lid 1). A day that only stands on the invoice is not. Then a business owes interest from the
thirty-first day after it received the invoice (6:119a lid 2), and a consumer after the term of a
notice of default (ingebrekestelling, 6:82) has passed. Belgium: businesses as in the Netherlands
(law of 2 August 2002, art. 4 and 5); for consumers the first reminder decides, see ``deadlines``.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from xl_dunning.rules.dates import add_days
from xl_dunning.rules.ledger import DebtorKind


class DefaultGround(StrEnum):
    """Why a debtor is in default, or why not yet."""

    TERM_AGREED = "TERM_AGREED"
    """An agreed last day for payment has passed."""
    THIRTY_DAYS = "THIRTY_DAYS"
    """Between businesses without an agreed day: the legal term after receipt of the invoice."""
    NOTICE_OF_DEFAULT = "NOTICE_OF_DEFAULT"
    """The term that a notice of default gave has passed."""
    NOTICE_NEEDED = "NOTICE_NEEDED"
    """A consumer without an agreed day who has not been given notice of default."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Default:
    """The first day that bears interest; None as long as a notice of default is needed."""

    since: date | None
    ground: DefaultGround


def default_since(
    *,
    due_date: date,
    kind: DebtorKind | None,
    term_agreed: bool | None,
    assume_agreed: bool,
    legal_term: int,
    invoice_date: date | None = None,
    notice_until: date | None = None,
) -> Default:
    """From which day interest runs.

    Args:
        due_date: last day for payment as it stands on the invoice.
        kind: unknown counts as consumer, who is protected most.
        term_agreed: whether that day was agreed; None when the list does not say.
        assume_agreed: what counts when the list does not say, a setting of the user.
        legal_term: days that a business has without an agreement, from the law's figures.
        invoice_date: stands for the day of receipt; unknown, then the due date does.
        notice_until: last day of the term that a notice of default gave.

    A due date later than the legal term is time that the creditor gave: it is respected.
    """
    agreed = assume_agreed if term_agreed is None else term_agreed
    day_after_due = add_days(due_date, 1)
    if agreed:
        return Default(since=day_after_due, ground=DefaultGround.TERM_AGREED)
    if kind is DebtorKind.BUSINESS:
        day_31 = add_days(invoice_date or due_date, legal_term + 1)
        return Default(since=max(day_31, day_after_due), ground=DefaultGround.THIRTY_DAYS)
    if notice_until is None:
        return Default(since=None, ground=DefaultGround.NOTICE_NEEDED)
    return Default(
        since=max(add_days(notice_until, 1), day_after_due),
        ground=DefaultGround.NOTICE_OF_DEFAULT,
    )
