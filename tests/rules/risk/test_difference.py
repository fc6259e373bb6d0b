"""What became of each item since the last run: the cases of the work, one by one."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given

from tests.rules.risk.test_observations import lists
from tests.rules.world import item
from xl_dunning.rules.events import Event, EventKind
from xl_dunning.rules.ledger import Ledger, OpenItem
from xl_dunning.rules.money import euro
from xl_dunning.rules.risk.difference import Change, Difference, difference
from xl_dunning.rules.risk.observations import Observation, changes

DUE, LATER = date(2026, 11, 2), date(2026, 11, 16)
LAST, TODAY = date(2026, 11, 14), date(2026, 11, 21)
F1 = replace(item("F1", DUE), amount=Decimal("100.00"))


def seen(*lists_of_before: tuple[OpenItem, ...]) -> tuple[Observation, ...]:
    """What runs kept of those lists, one after the other."""
    known: tuple[Observation, ...] = ()
    for number, items in enumerate(lists_of_before, start=1):
        known = (*known, *changes(known, Ledger(items=items), on=LAST, run=str(number)))
    return known


def since(
    known: tuple[Observation, ...], *items: OpenItem, log: tuple[Event, ...] = ()
) -> Difference:
    return difference(known, Ledger(items=items), log, since=LAST, reference_date=TODAY)


def paid(amount: str, *, on: date = date(2026, 11, 17), invoice: str = "F1") -> Event:
    return Event(
        id=f"{invoice}{on}{amount}",
        on=on,
        debtor="1",
        invoice=invoice,
        kind=EventKind.PAYMENT,
        amount=euro(amount),
    )


CASES: list[tuple[str, dict[str, Any] | None, dict[str, Any] | None, Change | None]] = [
    ("nothing changed", {}, {}, None),
    ("not there before", None, {}, Change.NEW),
    ("not there before, but nothing is open on it", None, {"open": 0}, None),
    ("a new credit note", None, {"open": -20}, Change.NEW),
    ("open went to nothing", {}, {"open": 0}, Change.PAID),
    ("paid too much", {}, {"open": -5}, Change.PAID),
    ("open went down", {}, {"open": 40}, Change.PARTLY_PAID),
    ("open went down and the due date moved", {}, {"open": 40, "due_date": LATER},
     Change.PARTLY_PAID),
    ("open went up", {}, {"open": 120}, Change.CHANGED),
    ("the due date moved", {}, {"due_date": LATER}, Change.CHANGED),
    ("the invoice was raised, its open amount not", {}, {"amount": 120}, Change.CHANGED),
    ("the invoice was corrected: nobody paid", {}, {"amount": 90, "open": 90}, Change.CHANGED),
    ("corrected to nothing: nobody paid", {}, {"amount": 0, "open": 0}, Change.CHANGED),
    ("corrected and partly paid as well", {}, {"amount": 90, "open": 50}, Change.PARTLY_PAID),
    ("another currency: no amount can be compared", {}, {"currency": "USD", "open": 40},
     Change.CHANGED),
    ("a list without the column of the amount", {}, {"amount": None}, None),
    ("a list that has that column now", {"amount": None}, {}, None),
    ("gone", {}, None, Change.DROPPED),
    ("gone, but nothing was open on it", {"open": 0}, None, None),
    ("paid before and paid now", {"open": 0}, {"open": 0}, None),
    ("a payment was returned", {"open": 0}, {}, Change.RETURNED),
    ("paid before, now too much was paid", {"open": 0}, {"open": -5}, Change.CHANGED),
    ("a credit note was used in part", {"open": -20}, {"open": -10}, Change.CHANGED),
    ("a credit note became higher", {"open": -20}, {"open": -30}, Change.CHANGED),
    ("a credit note was settled", {"open": -20}, {"open": 0}, Change.CHANGED),
    ("a credit note is gone", {"open": -20}, None, Change.DROPPED),
    ("it can't be read now", {}, {"unreadable": True, "open": 1}, None),
    ("its amount can't be read now", {}, {"open": None}, None),
]  # fmt: skip


def made(changes_: dict[str, Any] | None) -> tuple[OpenItem, ...]:
    if changes_ is None:
        return ()
    amounts = {
        name: Decimal(value)
        for name, value in changes_.items()
        if name in {"open", "amount"} and value is not None
    }
    return (replace(F1, **{**changes_, **amounts}),)


@pytest.mark.parametrize(
    ("before", "now", "change"),
    [case[1:] for case in CASES],
    ids=[case[0] for case in CASES],
)
def test_what_became_of_an_item(
    before: dict[str, Any] | None, now: dict[str, Any] | None, change: Change | None
) -> None:
    other = item("ANDER", DUE)  # so that there was a list at all
    found = since(seen((other, *made(before))), other, *made(now))

    assert [one.change for one in found.items] == ([change] if change else [])
    for one in found.items:
        (was,) = made(before) or (None,)
        (is_now,) = made(now) or (None,)
        assert one.before == (was.open if was else None)
        assert one.now == (is_now.open if is_now else None)


def test_what_was_gone_at_the_last_run_and_is_back() -> None:
    (one,) = since(seen((F1,), (), (item("F2", DUE),)), F1, item("F2", DUE)).items
    assert (one.change, one.before, one.now) == (Change.RETURNED, None, Decimal("100.00"))


def test_what_was_gone_already_is_not_told_again() -> None:
    assert since(seen((F1,), ())).items == ()


LOGS = [
    ("the whole amount is in the log", (paid("100"),), Change.PAID),
    ("in two payments", (paid("60"), paid("40")), Change.PAID),
    ("less than was open", (paid("99.99"),), Change.DROPPED),
    ("of another invoice", (paid("100", invoice="F2"),), Change.DROPPED),
    ("a credit will do", (replace(paid("100"), kind=EventKind.CREDIT),), Change.PAID),
    ("a promise is no payment", (replace(paid("100"), kind=EventKind.PROMISE),), Change.DROPPED),
    (
        "a payment that was taken back",
        (paid("100"), Event(id="x", on=TODAY, debtor="1", kind=EventKind.VOID,
                            voids=paid("100").id, sequence=1)),
        Change.DROPPED,
    ),
]  # fmt: skip


@pytest.mark.parametrize(
    ("log", "change"), [case[1:] for case in LOGS], ids=[case[0] for case in LOGS]
)
def test_what_is_gone_was_paid_when_the_log_says_so(log: tuple[Event, ...], change: Change) -> None:
    assert [one.change for one in since(seen((F1,)), log=log).items] == [change]


def test_a_payment_that_the_list_had_booked_already_pays_nothing_more() -> None:
    rest = replace(F1, open=Decimal("50.00"))
    old = paid("50", on=date(2026, 10, 1))
    assert [one.change for one in since(seen((rest,)), log=(old,)).items] == [Change.DROPPED]
    both = (old, paid("50"))
    assert [one.change for one in since(seen((rest,)), log=both).items] == [Change.PAID]


def test_without_the_amount_of_the_invoice_only_later_payments_count() -> None:
    bare = replace(F1, amount=None)
    for on, change in ((date(2026, 11, 13), Change.DROPPED), (LAST, Change.PAID)):
        log = (paid("100", on=on),)
        assert [one.change for one in since(seen((bare,)), log=log).items] == [change]


def test_rows_that_stand_there_twice_are_left_out() -> None:
    assert since(seen((F1,)), F1, replace(F1, ref=9, open=Decimal(1))).items == ()


def test_a_row_whose_number_can_not_be_read_may_be_the_one_that_seems_gone() -> None:
    lost = replace(F1, invoice="", unreadable=True)
    assert since(seen((F1,)), lost).items == ()


def test_the_gravest_change_comes_first_then_by_debtor_and_number() -> None:
    before = [replace(F1, invoice=name) for name in ("GEWIJZIGD", "BETAALD", "WEG")]
    now = [
        replace(F1, invoice="GEWIJZIGD", due_date=LATER),
        replace(F1, invoice="BETAALD", open=Decimal(0)),
        replace(F1, invoice="NIEUW 2", debtor="2"),
        replace(F1, invoice="NIEUW 1", debtor="2"),
    ]
    found = since(seen(tuple(before)), *now)
    assert [one.invoice for one in found.items] == [
        "GEWIJZIGD", "WEG", "BETAALD", "NIEUW 1", "NIEUW 2",
    ]  # fmt: skip
    assert [one.invoice for one in found.of(Change.NEW)] == ["NIEUW 1", "NIEUW 2"]


@given(before=lists, now=lists)
def test_every_item_is_told_at_most_once_and_only_when_it_changed(
    before: Ledger, now: Ledger
) -> None:
    known = seen(before.items)
    told = [one.invoice for one in since(known, *now.items).items]

    assert len(told) == len(set(told))
    kept = {one.invoice for one in changes(known, now, on=TODAY)}
    nothing = {
        one.invoice
        for one in (*before.items, *now.items)
        if all(not other.open for other in (*before.items, *now.items) if other.key == one.key)
    }
    assert set(told) == kept - nothing


@given(lists)
def test_against_the_same_list_nothing_changed(ledger: Ledger) -> None:
    assert since(seen(ledger.items), *ledger.items).items == ()
