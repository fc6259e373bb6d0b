"""Default (verzuim): the first day of it, which is the first day that bears interest.

An agreed term is a deadline: default begins on the day after it (6:83 sub a BW; between businesses
6:119a lid 1). Without an agreed term a business is in default 30 days after the day after receipt
of the invoice (6:119a lid 2), a consumer only after the term of a notice of default (6:82 lid 1).
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from xl_dunning.rules.dates import add_days
from xl_dunning.rules.events import Event
from xl_dunning.rules.ledger import DebtorKind, OpenItem
from xl_dunning.rules.policy import DunningPolicy

NOTICE_OF_DEFAULT = "ingebrekestelling"
"""The template whose letter brings a debtor in default when its term passes."""


def default_since(
    item: OpenItem,
    *,
    kind: DebtorKind | None,
    policy: DunningPolicy,
    events: Iterable[Event],
    term_agreed: bool,
    statutory_term: int,
) -> date | None:
    """The first day of default; None when nobody can say yet that there is any.

    ``term_agreed`` counts where the list does not say. ``statutory_term`` is the number of days
    that a business has by law. The invoice date stands for the day of receipt.
    """
    if item.due_date is None:
        return None
    day_after_due = add_days(item.due_date, 1)
    if item.term_agreed if item.term_agreed is not None else term_agreed:
        return day_after_due
    if kind is DebtorKind.BUSINESS:
        if item.invoice_date is None:
            return None
        return max(day_after_due, add_days(item.invoice_date, statutory_term + 1))
    keys = {stage.key for stage in policy.stages if stage.template == NOTICE_OF_DEFAULT}
    terms = [event.pay_by for event in events if event.stage in keys and event.pay_by]
    return add_days(min(terms), 1) if terms else None
