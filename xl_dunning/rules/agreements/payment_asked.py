"""What one letter asks to be paid, and by when: the only place that decides it.

The sentence of a letter, its payment details and its QR code all take the amount from here. A
letter about a payment plan asks for an instalment, never for the whole sum by mistake.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from xl_dunning.rules.agreements.side_letters import SideLetter
from xl_dunning.rules.agreements.states import InstalmentState
from xl_dunning.rules.money import ZERO, Euro, total
from xl_dunning.rules.proposal import Notice

_BY_AGREED_DAY = frozenset({SideLetter.CONFIRMATION, SideLetter.SETTLEMENT})
"""Their day to pay is the day that was agreed; everywhere else ``until`` is no day to pay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedPayment:
    """The one payment that a letter asks for, in the currency of its invoices."""

    amount: Euro
    by: date
    """The last day to pay it, inclusive."""


def payment_asked(notice: Notice) -> AskedPayment:
    """The payment that this letter asks for; its amount is zero when nothing is left to pay.

    With instalments: all late ones together by the letter's own day, else the next one by its due
    day. With an agreed amount: that amount. Otherwise, and when a plan has ended: everything.
    """
    agreed, letter = notice.arrangement, template_of(notice)
    if agreed is None or letter == SideLetter.PLAN_BROKEN:
        return AskedPayment(amount=notice.total, by=notice.pay_by)
    if agreed.instalments:
        return _instalment(agreed.instalments, pay_by=notice.pay_by)
    by = agreed.until if letter in _BY_AGREED_DAY else None
    return AskedPayment(
        amount=notice.total if agreed.amount is None else agreed.amount, by=by or notice.pay_by
    )


def template_of(notice: Notice) -> str:
    """The name of the letter's template: its stage names it, or has it as its key."""
    return notice.stage.template or notice.stage.key


def late_instalments(instalments: tuple[InstalmentState, ...]) -> tuple[InstalmentState, ...]:
    """Those that are late and not paid in full, oldest first."""
    return tuple(part for part in _open(instalments) if part.late)


def _instalment(instalments: tuple[InstalmentState, ...], *, pay_by: date) -> AskedPayment:
    if late := late_instalments(instalments):
        return AskedPayment(amount=total(part.left for part in late), by=pay_by)
    for coming in _open(instalments):
        return AskedPayment(amount=coming.left, by=coming.due_on)
    return AskedPayment(amount=ZERO, by=pay_by)


def _open(instalments: tuple[InstalmentState, ...]) -> list[InstalmentState]:
    left = [part for part in instalments if part.left > ZERO]
    return sorted(left, key=lambda part: (part.due_on, part.number))
