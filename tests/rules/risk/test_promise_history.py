"""Promises of the past; A is open for 100 on 2 March, promised on 9 March until 16 March."""

from __future__ import annotations

import pytest

from tests.rules.risk.histories import History
from xl_dunning.rules.events import EventKind
from xl_dunning.rules.risk.promise_history import Kept

PROMISE = EventKind.PROMISE


def promised(**more: object) -> History:
    history = History(due={"LATER": "2026-09-01"}).run("2026-03-02", "A=100", "LATER=50")
    return history.event(PROMISE, "2026-03-09", until="2026-03-16", **more)  # type: ignore[arg-type]


@pytest.mark.parametrize(
    ("runs", "more", "result"),
    [
        ([("2026-03-16", "LATER=50")], {}, [Kept.KEPT]),
        ([("2026-03-19", "LATER=50")], {}, [Kept.KEPT]),  # seen three bank days later
        ([("2026-03-30", "LATER=50")], {}, [Kept.KEPT]),  # no run looked before: in doubt, kept
        ([("2026-03-20", "A=100 LATER=60"), ("2026-03-30", "")], {}, [Kept.BROKEN]),
        ([("2026-03-20", "A=60 LATER=50")], {}, [Kept.PARTLY]),
        ([("2026-03-20", "A=60 LATER=50")], {"amount": 40}, [Kept.KEPT]),
        ([("2026-03-20", "A=80 LATER=50")], {"amount": 40}, [Kept.PARTLY]),
        ([("2026-03-20", "LATER=50")], {"invoice": ""}, [Kept.KEPT]),  # what is due later may wait
        ([("2026-03-20", "A=100 LATER=40")], {"invoice": ""}, [Kept.BROKEN]),
        ([("2026-03-20", "LATER=50")], {"invoice": "UNKNOWN"}, []),
    ],
)
def test_the_list_tells(
    runs: list[tuple[str, str]], more: dict[str, object], result: list[Kept]
) -> None:
    history = promised(**more)
    for day, listed in runs:
        history.run(day, *listed.split())
    assert history.promises("2026-04-06") == result


def test_a_payment_in_the_log_tells_by_its_own_day() -> None:
    for day, result in (("2026-03-19", Kept.KEPT), ("2026-03-24", Kept.BROKEN)):
        history = promised().event(EventKind.PAYMENT, day, amount=100).run("2026-03-30", "LATER=50")
        assert history.promises("2026-04-06") == [result]


def test_nothing_is_said_before_its_day_and_the_bank_days_are_over() -> None:
    assert promised().promises("2026-03-19") == []
    assert promised().promises("2026-03-20") == [Kept.BROKEN]


def test_a_promise_that_was_replaced_before_its_day_does_not_count() -> None:
    history = promised().event(PROMISE, "2026-03-12", until="2026-03-31")
    assert history.run("2026-04-06", "LATER=50").promises("2026-04-13") == [Kept.KEPT]


def test_a_second_promise_after_a_broken_one_counts_beside_it() -> None:
    history = promised().event(PROMISE, "2026-03-23", until="2026-03-30")
    history.run("2026-03-23", "A=100", "LATER=51").run("2026-04-01", "LATER=51")
    assert history.promises("2026-04-13") == [Kept.BROKEN, Kept.KEPT]
