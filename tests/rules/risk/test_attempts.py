"""What each step brought: paid, or half of it, within 14 days and before the next step."""

from __future__ import annotations

import pytest

from tests.rules.risk.histories import History
from xl_dunning.rules.events import EventKind, Outcome

LETTER, CALL = EventKind.LETTER, EventKind.CALL


def sent(*more: tuple[str, tuple[str, ...]]) -> History:
    """Two invoices in the list, a letter about A on 9 March, then the lists of later runs."""
    history = History().run("2026-03-02", "A=100", "B=60").run("2026-03-09", "A=100", "B=60", "Z=1")
    history.event(LETTER, "2026-03-09", stage="herinnering")
    for day, listed in more:
        history.run(day, *listed)
    return history


def helped(history: History, today: str) -> list[tuple[str, float]]:
    return [(attempt.step, attempt.helped) for attempt in history.attempts(today)]


@pytest.mark.parametrize(
    ("later", "answer"),
    [
        ([("2026-03-16", ())], 1.0),  # gone a week later
        ([("2026-03-16", ("A=100",)), ("2026-03-23", ())], 1.0),  # on the last day
        ([("2026-03-23", ("A=100",)), ("2026-03-30", ())], 0.0),  # a run still saw it on that day
        ([("2026-03-16", ("A=50",))], 1.0),  # half of it
        ([("2026-03-16", ("A=51",))], 0.0),  # not quite
        ([("2026-03-16", ("A=70",)), ("2026-03-20", ("A=40",))], 1.0),  # two parts together
        ([("2026-03-16", ()), ("2026-03-18", ("A=100",))], 0.0),  # came back, so it was not paid
    ],
)
def test_the_invoice_itself_tells(later: list[tuple[str, tuple[str, ...]]], answer: float) -> None:
    assert helped(sent(*later), "2026-04-06") == [("herinnering", answer)]


def test_who_looks_once_a_month_judges_at_his_next_look() -> None:
    """The first run on or after the fourteenth day tells, for those who paid and who did not."""
    assert helped(sent(("2026-04-08", ())), "2026-04-08") == [("herinnering", 1.0)]


def test_a_payment_in_the_log_is_judged_by_its_own_day() -> None:
    for day, answer in (("2026-03-23", 1.0), ("2026-03-24", 0.0)):
        history = sent().event(EventKind.PAYMENT, day, amount=100)
        assert helped(history.run("2026-04-08"), "2026-04-08") == [("herinnering", answer)]


def test_money_after_the_next_step_was_not_brought_by_the_first() -> None:
    history = sent().event(CALL, "2026-03-12", outcome=Outcome.REACHED)
    history.run("2026-03-16")
    assert helped(history, "2026-04-06") == [("herinnering", 0.0), ("call", 1.0)]


def test_money_on_the_day_of_the_next_step_was_under_way_before_it() -> None:
    history = sent().event(EventKind.PAYMENT, "2026-03-12", amount=100)
    history.event(CALL, "2026-03-12").run("2026-03-16")
    assert helped(history, "2026-04-06") == [("herinnering", 1.0)]


def test_nothing_counts_before_its_fourteen_days_are_over_not_even_what_helped() -> None:
    """Else the quick answers would count and the slow ones not yet."""
    history = sent(("2026-03-16", ()))
    assert helped(history, "2026-03-22") == []
    assert helped(history, "2026-03-23") == [("herinnering", 1.0)]


def test_a_letter_about_several_invoices_is_one_attempt() -> None:
    history = sent().event(LETTER, "2026-03-09", "B", stage="herinnering")
    assert helped(history.run("2026-03-16", "A=100"), "2026-04-06") == [("herinnering", 0.5)]


def test_calls_are_told_apart_by_their_outcome_and_not_by_their_stage() -> None:
    history = sent().event(CALL, "2026-03-24", stage="bellen", outcome=Outcome.VOICEMAIL)
    history.event(CALL, "2026-03-26", stage="terugbellen", outcome=Outcome.REACHED)
    found = history.run("2026-03-30").attempts("2026-04-20")
    assert [(each.step, each.outcome, each.helped) for each in found[1:]] == [
        ("call", Outcome.VOICEMAIL, 0.0),
        ("call", Outcome.REACHED, 1.0),
    ]


def test_a_step_about_the_whole_debtor_is_about_what_was_due_by_then() -> None:
    history = History(due={"B": "2026-05-01"}).run("2026-03-02", "A=100", "B=60")
    history.event(CALL, "2026-03-09", "").run("2026-03-16", "B=60")
    assert helped(history, "2026-04-06") == [("call", 1.0)]


@pytest.mark.parametrize(
    ("kind", "more"),
    [
        (EventKind.PASSED_OVER, {"stage": "bellen"}),  # nobody phoned
        (CALL, {"stage": "bellen", "run": "2026-03-09-1"}),  # the same, of an earlier version
        (EventKind.IMPORTED, {"stage": "herinnering"}),  # from before this program
        (LETTER, {"template": "bevestiging_afspraak"}),  # confirms something, asks for nothing
        (EventKind.PROMISE, {}),
    ],
)
def test_what_was_no_step_is_no_attempt_and_ends_none(
    kind: EventKind, more: dict[str, object]
) -> None:
    history = sent().event(kind, "2026-03-11", **more).run("2026-03-16")  # type: ignore[arg-type]
    assert helped(history, "2026-04-06") == [("herinnering", 1.0)]


def test_an_invoice_that_was_credited_or_handed_over_in_between_tells_nothing() -> None:
    for kind in (EventKind.CREDIT, EventKind.HANDOVER):
        history = sent().event(kind, "2026-03-12", amount=100).run("2026-03-16", "B=60")
        assert helped(history, "2026-04-06") == []


def test_a_letter_that_was_taken_back_was_never_sent() -> None:
    history = sent(("2026-03-16", ())).event(EventKind.VOID, "2026-03-10", voids="e0")
    assert helped(history, "2026-04-06") == []
