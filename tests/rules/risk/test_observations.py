"""What a run keeps of the list: only what it did not know yet, and only what can be read."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from hypothesis import given
from hypothesis import strategies as st

from tests.rules.world import item
from xl_dunning.rules.ledger import Ledger, OpenItem
from xl_dunning.rules.risk.observations import Observation, changes, latest

DUE = date(2026, 11, 2)
FIRST, SECOND = date(2026, 11, 14), date(2026, 11, 21)


def after(*items: OpenItem, known: tuple[Observation, ...] = ()) -> tuple[Observation, ...]:
    """What is known after a run on the first day with these items."""
    return (*known, *changes(known, Ledger(items=items), on=FIRST, run="1"))


def told(known: tuple[Observation, ...], *items: OpenItem) -> list[tuple[str, Decimal | None]]:
    """What a run on the second day keeps."""
    found = changes(known, Ledger(items=items), on=SECOND, run="2")
    assert all((seen.on, seen.run) == (SECOND, "2") for seen in found)
    return [(seen.invoice, seen.open) for seen in found]


F1, F2 = item("F1", DUE), item("F2", DUE, "50.00")


def test_the_first_run_keeps_every_item_whole() -> None:
    whole = replace(
        F1, debtor="7", amount=Decimal(120), currency="USD", invoice_date=date(2026, 10, 3)
    )
    assert after(whole) == (
        Observation(
            on=FIRST,
            debtor="7",
            invoice="F1",
            open=Decimal("100.00"),
            currency="USD",
            due_date=DUE,
            invoice_date=date(2026, 10, 3),
            amount=Decimal(120),
            run="1",
        ),
    )


def test_what_did_not_change_is_not_kept_again() -> None:
    assert told(after(F1, F2), F2, F1) == []


def test_each_change_is_kept() -> None:
    known = after(replace(F1, amount=Decimal(100)))
    same = replace(F1, amount=Decimal(100))
    assert told(known, same, F2) == [("F2", Decimal("50.00"))]
    assert told(known, replace(same, open=Decimal(40))) == [("F1", Decimal(40))]
    assert told(known, replace(same, due_date=SECOND)) == [("F1", Decimal("100.00"))]
    assert told(known, replace(same, amount=Decimal(120))) == [("F1", Decimal("100.00"))]
    assert told(known, replace(same, currency="USD")) == [("F1", Decimal("100.00"))]
    assert told(known) == [("F1", None)]


def test_a_list_without_a_column_for_the_amount_tells_nothing_about_it() -> None:
    known = after(replace(F1, amount=Decimal(100)))
    assert told(known, F1) == []
    assert told(after(F1), replace(F1, amount=Decimal(100))) == [("F1", Decimal("100.00"))]


def test_what_was_gone_is_kept_when_it_is_back_and_told_gone_once() -> None:
    gone = (*after(F1), *changes(after(F1), Ledger(items=()), on=FIRST))
    assert told(gone) == []
    assert told(gone, F1) == [("F1", Decimal("100.00"))]


def test_a_row_that_can_not_be_read_leaves_what_was_known_of_it() -> None:
    known = after(F1)
    assert told(known, replace(F1, unreadable=True, open=Decimal(1))) == []
    assert told(known, replace(F1, open=None)) == []
    assert told(known, F1, replace(F1, ref=9, open=Decimal(1))) == []  # doubled: which is it?


def test_a_row_whose_number_can_not_be_read_may_be_what_seems_gone() -> None:
    known = after(F1, replace(F2, debtor="2"))
    lost = replace(F1, invoice="", unreadable=True)  # Excel made a date of its number
    assert told(known, lost) == [("F2", None)]
    assert told(known, replace(F2, debtor="", unreadable=True)) == [("F1", None)]


amounts = st.sampled_from([Decimal("-20.00"), Decimal("0.00"), Decimal("40.00"), Decimal("100.00")])
lists = st.dictionaries(st.sampled_from(["F1", "F2", "F3"]), amounts).map(
    lambda open_of: Ledger(
        items=tuple(replace(item(invoice, DUE), open=open_) for invoice, open_ in open_of.items())
    )
)


@given(st.lists(lists, min_size=1, max_size=6))
def test_what_is_kept_tells_the_last_list_whole(history: list[Ledger]) -> None:
    known: tuple[Observation, ...] = ()
    for ledger in history:
        known = (*known, *changes(known, ledger, on=FIRST))
        assert changes(known, ledger, on=FIRST) == ()
    held = {key: seen.open for key, seen in latest(known).items() if seen.open is not None}
    assert held == {item.key: item.open for item in history[-1].items}
