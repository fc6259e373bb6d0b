"""What must hold for any claim with payments; worked examples stand in tests/cases."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.rules.rate_tables import AMOUNTS, CONSUMER, DAYS, PAYMENTS, TERMS, UNTIMED, periods
from xl_dunning.rules.claim import CostsDue, Payment, allocate, claim
from xl_dunning.rules.findings import Refusal
from xl_dunning.rules.interest import InterestTerms, total_interest
from xl_dunning.rules.money import ZERO, euro, total

COSTS = st.decimals(Decimal("0.00"), Decimal("6775.00"), places=2)


@UNTIMED
@given(AMOUNTS, periods(), TERMS, PAYMENTS, COSTS)
def test_the_claim_is_the_sum_of_its_lines_less_what_was_paid(
    principal: Decimal,
    days: tuple[date, date],
    terms: InterestTerms,
    payments: list[Payment],
    costs: Decimal,
) -> None:
    first, last = days
    found = claim(
        principal,
        first_interest_day=first,
        as_of=last,
        terms=terms,
        payments=payments,
        costs_due=CostsDue(on=last, amount=costs),
    )
    paid = total(part.payment.amount for part in found.allocations)
    owed = principal + total_interest(found.lines) + costs
    assert found.total == owed - paid + found.overpaid
    assert min(found.principal, found.interest, found.costs, found.overpaid) >= ZERO


@UNTIMED
@given(AMOUNTS, periods(), TERMS, st.lists(st.builds(Payment, on=DAYS, amount=AMOUNTS), min_size=1))
def test_more_paid_never_means_more_owed(
    principal: Decimal, days: tuple[date, date], terms: InterestTerms, payments: list[Payment]
) -> None:
    first, last = days
    *fewer, one = payments
    # Of one cent too: the line that it splits may round up by a cent, which the payment covers.
    for paid in (one, Payment(on=one.on, amount=Decimal("0.01"))):
        with_one, without = (
            claim(principal, first_interest_day=first, as_of=last, terms=terms, payments=listed)
            for listed in ([*fewer, paid], fewer)
        )
        assert with_one.total <= without.total


@UNTIMED
@given(AMOUNTS, AMOUNTS, AMOUNTS, AMOUNTS)
def test_the_shares_of_a_payment_add_up_and_the_order_is_kept(
    paid: Decimal, costs: Decimal, interest: Decimal, principal: Decimal
) -> None:
    share = allocate(paid, costs=costs, interest=interest, principal=principal)
    assert share.costs + share.interest + share.principal + share.over == paid
    assert share.interest == ZERO or share.costs == costs
    assert share.principal == ZERO or share.interest == interest
    assert share.over == ZERO or share.principal == principal


@UNTIMED
@given(AMOUNTS, periods(), TERMS, PAYMENTS)
def test_the_order_in_which_payments_are_listed_changes_nothing(
    principal: Decimal, days: tuple[date, date], terms: InterestTerms, payments: list[Payment]
) -> None:
    first, last = days
    ways = (sorted(payments, key=lambda p: (p.on, p.amount)), payments[::-1])
    found = [
        claim(principal, first_interest_day=first, as_of=last, terms=terms, payments=way)
        for way in ways
    ]
    assert found[0].total == found[1].total


def test_a_payment_on_an_anniversary_comes_after_the_interest_was_added() -> None:
    """5000 at 6% for 2025; the 300 joins the base on 1 January, then 300 of it is paid."""
    found = claim(
        euro(5000),
        first_interest_day=date(2025, 1, 1),
        as_of=date(2026, 1, 31),
        terms=InterestTerms(table=CONSUMER),
        payments=[Payment(on=date(2026, 1, 1), amount=euro("300.58"))],
    )
    assert [(line.days, line.base) for line in found.lines] == [
        (365, euro(5000)),
        (1, euro(5300)),
        (30, euro(5000)),
    ]
    (allocation,) = found.allocations
    assert (allocation.share.interest, allocation.share.principal) == (euro("300.58"), ZERO)


def test_a_payment_in_time_bears_no_interest() -> None:
    found = claim(
        euro(1000),
        first_interest_day=date(2025, 1, 1),
        as_of=date(2025, 12, 31),
        terms=InterestTerms(table=CONSUMER),
        payments=[Payment(on=date(2024, 12, 20), amount=euro(1000))],
    )
    assert (found.total, found.lines) == (ZERO, ())


def test_costs_that_are_not_due_yet_are_no_part_of_the_order() -> None:
    """The payment of 10 March goes to interest and principal, that of 20 March to the costs."""
    found = claim(
        euro(1000),
        first_interest_day=date(2026, 3, 1),
        as_of=date(2026, 3, 31),
        terms=None,
        payments=[
            Payment(on=date(2026, 3, 10), amount=euro(100)),
            Payment(on=date(2026, 3, 20), amount=euro(100)),
        ],
        costs_due=CostsDue(on=date(2026, 3, 20), amount=euro(135)),
    )
    assert [part.share.costs for part in found.allocations] == [ZERO, euro(100)]
    assert (found.principal, found.costs) == (euro(900), euro(35))


def test_costs_do_not_split_the_interest() -> None:
    """One line stays one line: the base does not change when costs become due."""
    found = claim(
        euro(1000),
        first_interest_day=date(2026, 3, 1),
        as_of=date(2026, 3, 31),
        terms=InterestTerms(table=CONSUMER),
        costs_due=CostsDue(on=date(2026, 3, 20), amount=euro(150)),
    )
    assert len(found.lines) == 1
    assert found.costs == euro(150)


def test_costs_of_a_later_day_are_not_owed() -> None:
    found = claim(
        euro(1000),
        first_interest_day=date(2026, 3, 1),
        as_of=date(2026, 3, 19),
        terms=None,
        costs_due=CostsDue(on=date(2026, 3, 20), amount=euro(150)),
    )
    assert found.costs == ZERO


def test_a_payment_after_the_day_is_left_out() -> None:
    found = claim(
        euro(1000),
        first_interest_day=date(2026, 3, 1),
        as_of=date(2026, 3, 19),
        terms=None,
        payments=[Payment(on=date(2026, 3, 20), amount=euro(1000))],
    )
    assert (found.principal, found.allocations) == (euro(1000), ())


def test_a_payment_below_zero_is_refused() -> None:
    with pytest.raises(Refusal) as refusal:
        allocate(euro(-100), costs=ZERO, interest=ZERO, principal=euro(500))
    assert refusal.value.code == "PAYMENT_NEGATIVE"
