"""Promises whose day passed since the last run: kept or not, as far as the list tells."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.rules.world import item, letter, policy, weekday
from xl_dunning.rules.cases import judgements
from xl_dunning.rules.events import Event, EventKind, Outcome, standing
from xl_dunning.rules.ledger import Ledger, OpenItem
from xl_dunning.rules.money import euro
from xl_dunning.rules.risk.broken_promises import BrokenPromise, broken_promises
from xl_dunning.rules.risk.observations import Observation, changes
from xl_dunning.rules.terms import Terms

DUE = date(2026, 11, 2)
LAST, TODAY = date(2026, 11, 14), date(2026, 11, 21)
MADE, UNTIL = date(2026, 11, 12), date(2026, 11, 18)
F1 = replace(item("F1", DUE), amount=Decimal("100.00"), invoice_date=date(2026, 10, 3))
F2 = replace(F1, invoice="F2", open=Decimal("50.00"), amount=Decimal("50.00"))


def promise(amount: str | None = None, /, **more: object) -> Event:
    plain = Event(
        id="belofte",
        on=MADE,
        debtor="1",
        invoice="F1",
        kind=EventKind.PROMISE,
        until=UNTIL,
        amount=euro(amount) if amount else None,
    )
    return replace(plain, **more)  # type: ignore[arg-type]


def seen(*items: OpenItem, on: date = date(2026, 11, 7)) -> tuple[Observation, ...]:
    return changes((), Ledger(items=items), on=on, run="1")


def broken(
    *events: Event,
    now: tuple[OpenItem, ...],
    known: tuple[Observation, ...] | None = None,
    last_run: date = LAST,
) -> list[BrokenPromise]:
    ledger = Ledger(items=now)
    judged = judgements(
        ledger,
        standing(events),
        terms=Terms(policy=policy(letter("een", 1)), is_working_day=weekday),
        reference_date=TODAY,
        observations=seen(F1, F2) if known is None else known,
        earlier_runs=[last_run],
    )
    return list(broken_promises(judged.values(), ledger, last_run=last_run, reference_date=TODAY))


def left(amount: str) -> OpenItem:
    return replace(F1, open=euro(amount))


@pytest.mark.parametrize(
    ("made", "now", "is_broken"),
    [
        # everything that is open was promised
        (promise(), (left("100"),), True),
        (promise(), (left("0.01"),), True),
        (promise(), (left("0"),), False),
        (promise(), (), False),  # gone from the list
        # a part was promised: so much less must be open
        (promise("40"), (left("100"),), True),
        (promise("40"), (left("60.01"),), True),
        (promise("40"), (left("60"),), False),
        # more was promised than was open
        (promise("150"), (left("1"),), True),
        (promise("150"), (left("0"),), False),
    ],
)
def test_what_was_promised_is_less_open_now(
    made: Event, now: tuple[OpenItem, ...], is_broken: bool
) -> None:
    assert bool(broken(made, now=now)) is is_broken


def test_a_broken_promise_tells_what_was_promised_and_what_is_open() -> None:
    assert broken(promise("40"), now=(left("90"),)) == [
        BrokenPromise(
            debtor="1",
            invoice="F1",
            on=MADE,
            until=UNTIL,
            promised=Decimal("40.00"),
            before=Decimal("100.00"),
            now=Decimal("90.00"),
            event="belofte",
        )
    ]


@pytest.mark.parametrize(
    ("until", "told", "why"),
    [
        (date(2026, 11, 13), False, "its day had passed at the last run, which told it then"),
        (LAST, True, "on the day of that run it could still be kept"),
        (date(2026, 11, 20), True, "yesterday was its last day"),
        (TODAY, False, "today it can still be kept"),
        (date(2026, 11, 28), False, "it is still running"),
        (None, False, "without a day nothing can pass"),
    ],
)
def test_only_a_promise_whose_day_passed_since_the_last_run_is_judged(
    until: date | None, told: bool, why: str
) -> None:
    assert bool(broken(promise(until=until), now=(F1,))) is told, why


def test_a_payment_in_the_log_that_the_list_does_not_show_yet_counts() -> None:
    payment = replace(
        promise("40"), id="betaling", kind=EventKind.PAYMENT, until=None, on=date(2026, 11, 18)
    )
    assert broken(promise("40"), payment, now=(F1,)) == []
    assert [one.event for one in broken(promise("60"), payment, now=(F1,))] == ["belofte"]


def test_a_promise_for_the_whole_debtor_looks_at_all_that_he_owed_then() -> None:
    whole = promise("100", invoice="")
    new = replace(F2, invoice="F3", invoice_date=date(2026, 11, 15))

    assert broken(whole, now=(F2, new)) == [], "F1 was paid; F3 came after the promise"
    (one,) = broken(whole, now=(left("60"), F2, new))
    assert (one.before, one.now, one.invoice) == (Decimal("150.00"), Decimal("110.00"), "")


def test_a_promise_made_before_any_run_looks_at_what_the_first_one_saw() -> None:
    known = seen(F1, on=LAST)
    assert broken(promise("40"), now=(left("60"),), known=known) == []
    assert [one.before for one in broken(promise("40"), now=(F1,), known=known)] == [
        Decimal("100.00")
    ]


def test_a_promise_on_the_phone_counts_as_any_other() -> None:
    call = promise("40", id="gesprek", kind=EventKind.CALL, outcome=Outcome.PROMISED)
    reached = replace(call, outcome=Outcome.REACHED)
    assert [one.event for one in broken(call, now=(F1,))] == ["gesprek"]
    assert broken(reached, now=(F1,)) == []


def test_a_promise_that_a_later_one_replaced_in_time_is_not_judged() -> None:
    second = promise(id="tweede", on=date(2026, 11, 17), until=date(2026, 11, 28))
    too_late = replace(second, on=date(2026, 11, 19))
    other = replace(second, invoice="F2")
    assert broken(promise(), second, now=(F1,)) == []
    assert [one.event for one in broken(promise(), too_late, now=(F1,))] == ["belofte"]
    assert [one.event for one in broken(promise(), other, now=(F1,))] == ["belofte"]


@pytest.mark.parametrize(
    ("now", "why"),
    [
        ((replace(F1, unreadable=True),), "a row that can't be read"),
        ((F1, replace(F1, ref=9)), "a number that stands there twice"),
        ((F1, replace(F2, invoice="", unreadable=True)), "a row of his whose number is lost"),
    ],
)
def test_in_doubt_nobody_is_told_to_have_broken_his_word(
    now: tuple[OpenItem, ...], why: str
) -> None:
    assert broken(promise(), now=now) == [], why


def test_amounts_in_two_currencies_can_not_be_added() -> None:
    dollars = replace(F2, currency="USD")
    known = seen(F1, dollars)
    assert broken(promise(invoice=""), now=(F1, dollars), known=known) == []
