"""An amount to come over several invoices: the oldest first, and nothing of it lost."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.casefile.called import DECEMBER, OPEN, Book, row, three
from xl_dunning.rules.events import Outcome
from xl_dunning.rules.money import ZERO, euro, total


@pytest.mark.parametrize(
    ("promised", "shares"),
    [
        ("1400.00", {"F2": "500.00", "F1": "600.00", "F3": "300.00"}),  # everything
        ("800.00", {"F2": "500.00", "F1": "300.00", "F3": None}),  # oldest due first
        ("500.00", {"F2": "500.00", "F1": None, "F3": None}),
        ("0.01", {"F2": "0.01", "F1": None, "F3": None}),
        ("2000.00", {"F2": "500.00", "F1": "600.00", "F3": "300.00"}),  # no more than is open
    ],
)
def test_a_promise_goes_to_the_oldest_invoices_first(
    promised: str, shares: dict[str, str | None]
) -> None:
    events = Book().read(
        three(Uitkomst="toezegging", Datum_afspraak=DECEMBER, Bedrag=euro(promised))
    )
    assert {event.invoice: event.amount and str(event.amount) for event in events} == shares
    for event in events:
        kept = event.amount is not None
        assert event.outcome is (Outcome.PROMISED if kept else Outcome.REACHED)
        assert event.until == (DECEMBER if kept else None)


def test_what_could_not_be_divided_is_told_in_the_note() -> None:
    promise = three(
        Uitkomst="toezegging", Datum_afspraak=DECEMBER, Bedrag=euro("2000"), Notitie="met rente"
    )
    assert [event.note for event in Book().read(promise)] == [
        "met rente",
        "met rente",
        "met rente (toegezegd is 2.000,00; er stond minder open)",  # the youngest
    ]
    small = three(Uitkomst="betaling onderweg", Bedrag=euro("500"))
    assert [event.note for event in Book().read(small)] == [
        "onderweg is 500,00; voor deze factuur blijft daarvan niets over",
        "",
        "onderweg is 500,00; voor deze factuur blijft daarvan niets over",
    ]
    disputed = three(Uitkomst="betwist", Bedrag=euro("200"), Notitie="levering onvolledig")
    assert {(event.amount, event.note) for event in Book().read(disputed)} == {
        (None, "levering onvolledig (bedrag 200,00)")
    }
    (one,) = Book().read(row(Uitkomst="betwist", Bedrag=euro("200")))
    assert one.amount == euro("200")


@given(
    promised=st.integers(min_value=1, max_value=200_000),
    opens=st.tuples(*[st.integers(min_value=-5_000, max_value=80_000)] * 3),
    later=st.tuples(*[st.integers(min_value=-5_000, max_value=80_000)] * 3),
)
def test_shares_never_exceed_what_is_open_and_are_read_as_the_same_row_ever_after(
    promised: int, opens: tuple[int, ...], later: tuple[int, ...]
) -> None:
    def cents(amounts: tuple[int, ...]) -> dict[str, str]:
        return {
            invoice: str(Decimal(amount) / 100)
            for invoice, amount in zip(OPEN, amounts, strict=True)
        }

    book = Book(**cents(opens))
    filled = three(
        Uitkomst="toezegging", Datum_afspraak=DECEMBER, Bedrag=euro(Decimal(promised) / 100)
    )
    shares = {event.invoice: event.amount or ZERO for event in book.read(filled)}
    left = {invoice: max(euro(amount), ZERO) for invoice, amount in book.open.items()}
    assert all(shares[invoice] <= left[invoice] for invoice in OPEN)
    assert total(shares.values()) == min(euro(Decimal(promised) / 100), total(left.values()))

    book.open = cents(later)  # payments have come in since, or were taken back
    assert (book.read(filled, on=DECEMBER), book.said) == ([], [])
