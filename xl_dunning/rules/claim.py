"""What is owed (vordering): principal, interest, costs, less the payments in their legal order.

A payment goes to the costs that are due, then to the interest that has accrued, then to the
principal (art. 6:44 BW). Interest runs up to and including the day of payment (6:119a lid 1). On
an anniversary the interest of the year is added to the base first, then a payment of that day is
booked.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from xl_dunning.rules.dates import add_days
from xl_dunning.rules.findings import Refusal
from xl_dunning.rules.interest import (
    InterestLine,
    InterestTerms,
    anniversaries,
    interest_over,
    total_interest,
)
from xl_dunning.rules.money import ZERO, Euro


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """Money that came in; the amount in euro is positive."""

    on: date
    amount: Euro


@dataclass(frozen=True, slots=True, kw_only=True)
class CostsDue:
    """Costs in euro that become due at the start of a day."""

    on: date
    amount: Euro


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """How one amount is divided over what is owed; the parts and ``over`` add up to it."""

    costs: Euro
    interest: Euro
    principal: Euro
    over: Euro


@dataclass(frozen=True, slots=True, kw_only=True)
class Allocation:
    """A payment and what became of it."""

    payment: Payment
    share: Share


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What is still owed on a day, and how it came about. All amounts in euro."""

    principal: Euro
    interest: Euro
    costs: Euro
    lines: tuple[InterestLine, ...]
    """All interest since the first interest day, also what was paid since."""
    allocations: tuple[Allocation, ...]
    overpaid: Euro

    @property
    def total(self) -> Euro:
        """Principal + interest + costs, each less what was paid of it."""
        return self.principal + self.interest + self.costs


def allocate(amount: Euro, *, costs: Euro, interest: Euro, principal: Euro) -> Share:
    """Divide an amount by art. 6:44 BW: costs, then interest, then principal.

    Raises:
        Refusal: PAYMENT_NEGATIVE for an amount below zero.
    """
    if amount < ZERO:
        raise Refusal("PAYMENT_NEGATIVE", amount=amount)
    to_costs = min(amount, costs)
    to_interest = min(amount - to_costs, interest)
    to_principal = min(amount - to_costs - to_interest, principal)
    return Share(
        costs=to_costs,
        interest=to_interest,
        principal=to_principal,
        over=amount - to_costs - to_interest - to_principal,
    )


def claim(
    principal: Euro,
    *,
    first_interest_day: date,
    as_of: date,
    terms: InterestTerms | None,
    payments: Iterable[Payment] = (),
    costs: Euro = ZERO,
    costs_due: CostsDue | None = None,
) -> Claim:
    """What is owed at the end of the day ``as_of``, which is included.

    ``costs`` are those that are due from the start. ``costs_due`` become due later: no earlier
    payment goes to them. ``terms`` None: no interest is claimed. Payments after ``as_of`` are left
    out.

    Raises:
        Refusal: PAYMENT_NEGATIVE, or a rate that is not known.
    """
    state = _State(principal=principal, costs=costs)
    pending = costs_due if costs_due and costs_due.on <= as_of else None
    booked = sorted((payment for payment in payments if payment.on <= as_of), key=lambda p: p.on)
    compounding = terms is not None and terms.compounding
    years = list(anniversaries(first_interest_day, until=as_of)) if compounding else []
    # Each stretch of unchanging base ends the day before an anniversary or on a day of payment.
    ends = {add_days(day, -1) for day in years} | {payment.on for payment in booked} | {as_of}
    start = first_interest_day
    for end in sorted(ends):
        if terms and end >= start:
            state = state.run(interest_over(state.base, first=start, last=end, terms=terms))
            start = add_days(end, 1)
        for payment in booked:
            if payment.on != end:
                continue
            if pending and payment.on >= pending.on:
                state, pending = state.owe(pending), None
            state = state.pay(payment)
        if add_days(end, 1) in years:
            state = state.capitalise()
    if pending:
        state = state.owe(pending)
    return state.claim()


@dataclass(frozen=True, slots=True, kw_only=True)
class _State:
    """What is owed while time goes by. ``capitalised`` interest bears interest, ``accrued`` not."""

    principal: Euro
    costs: Euro
    capitalised: Euro = ZERO
    accrued: Euro = ZERO
    overpaid: Euro = ZERO
    lines: tuple[InterestLine, ...] = ()
    allocations: tuple[Allocation, ...] = ()

    @property
    def base(self) -> Euro:
        return self.principal + self.capitalised

    def run(self, lines: Sequence[InterestLine]) -> _State:
        grown = self.accrued + total_interest(lines)
        return replace(self, accrued=grown, lines=(*self.lines, *lines))

    def capitalise(self) -> _State:
        return replace(self, capitalised=self.capitalised + self.accrued, accrued=ZERO)

    def owe(self, due: CostsDue) -> _State:
        return replace(self, costs=self.costs + due.amount)

    def pay(self, payment: Payment) -> _State:
        share = allocate(
            payment.amount,
            costs=self.costs,
            interest=self.capitalised + self.accrued,
            principal=self.principal,
        )
        oldest = min(share.interest, self.capitalised)
        return replace(
            self,
            costs=self.costs - share.costs,
            capitalised=self.capitalised - oldest,
            accrued=self.accrued - (share.interest - oldest),
            principal=self.principal - share.principal,
            overpaid=self.overpaid + share.over,
            allocations=(*self.allocations, Allocation(payment=payment, share=share)),
        )

    def claim(self) -> Claim:
        return Claim(
            principal=self.principal,
            interest=self.capitalised + self.accrued,
            costs=self.costs,
            lines=self.lines,
            allocations=self.allocations,
            overpaid=self.overpaid,
        )
