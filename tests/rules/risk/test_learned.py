"""What is learned from a history as a whole; every invoice is due on 1 March 2026."""

from __future__ import annotations

import pytest

from tests.rules.risk.histories import History
from xl_dunning.rules.events import EventKind
from xl_dunning.rules.money import euro
from xl_dunning.rules.risk.survival import Spans


def test_an_invoice_that_the_first_run_found_late_tells_nothing_of_the_days_before() -> None:
    """A is watched from before its due date, B from day 19 after it on."""
    history = History().run("2026-02-02", "A=100").run("2026-03-20", "A=100", "2:B=60")
    known = history.run("2026-03-30", "A=100").learned("2026-04-06")
    assert [known.curve.known_after(day) for day in (0, 18, 19, 29)] == [1, 1, 2, 1]
    assert known.spans["2"] == Spans(
        entries=(19,), exits=(29,), changes={20: 1, 30: -1}, paid={29: 1}
    )


def test_what_was_handed_over_is_followed_until_that_day_only() -> None:
    history = History().run("2026-02-02", "A=100").event(EventKind.HANDOVER, "2026-03-20")
    known = history.run("2026-04-20").learned("2026-04-20")
    assert known.spans["1"].exits == (19,)
    assert known.spans["1"].paid == {}
    assert known.everyone.closed == 0


def test_a_usual_invoice_is_the_middle_one_of_all_until_he_has_three_of_his_own() -> None:
    history = History().run("2026-02-02", "A=100", "B=900", "2:C=10", "2:D=30", "2:E=20")
    known = history.learned("2026-02-02")
    assert known.everyone.usual == {"EUR": euro(30)}
    assert known.habits["1"].usual == {}
    assert known.habits["2"].usual == {"EUR": euro(20)}


def test_the_mean_of_all_is_told_as_anybody_would_count_it() -> None:
    history = History().run("2026-02-02", "A=1", "B=1", "2:C=1")
    history.run("2026-03-02", "A=1", "B=1", "2:C=1", "2:NEW=1").run("2026-03-11", "2:C=1")
    known = history.run("2026-03-31", "3:D=1").learned("2026-04-06")
    assert known.everyone.average == pytest.approx((10 + 10 + 30 + 10) / 4)
