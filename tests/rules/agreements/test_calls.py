"""Phone calls: what each outcome sets, which carry the stage out, and when to ring again."""

from __future__ import annotations

import pytest

from tests.rules.agreements.days import DUE, codes, day, decision, text
from tests.rules.world import World, call, item, letter, policy
from xl_dunning.rules.agreements.calls import call_back_on, failed, promised_until, unfinished
from xl_dunning.rules.events import Event, EventKind, Outcome
from xl_dunning.rules.policy import Action, DunningPolicy, Stage
from xl_dunning.rules.proposal import Reason

CALL = EventKind.CALL
PHONE_FIRST = policy(call("bellen", 1), letter("brief", 8, wait=3))


def world(rules: DunningPolicy = PHONE_FIRST, *more: str, **terms: object) -> World:
    """One invoice, or more, that are due on the same day."""
    return World(rules, [item(number, DUE) for number in ("F1", *more)], **terms)  # type: ignore[arg-type]


def called(
    at: World, days: int, outcome: Outcome | None, *, invoice: str = "F1", **more: object
) -> Event:
    return at.record(CALL, day(days), invoice=invoice, outcome=outcome, stage="bellen", **more)  # type: ignore[arg-type]


TABLE = [
    # What came of the call, until when, reason on the next day, first day of what comes next, step
    (Outcome.NOT_REACHED, None, Reason.DUE, 9, "bellen"),  # ring again on the next day
    (Outcome.VOICEMAIL, None, Reason.DUE, 9, "bellen"),
    (Outcome.NOT_REACHED, 11, Reason.TOO_EARLY, 11, "bellen"),  # on the day that was noted
    (Outcome.REACHED, None, Reason.TOO_EARLY, 11, "brief"),  # step done: its wait of 3 days runs
    (Outcome.REACHED, 15, Reason.TOO_EARLY, 15, "bellen"),  # he asked to be rung on day 15
    (Outcome.WRONG_NUMBER, None, Reason.TOO_EARLY, 11, "brief"),
    (Outcome.DISPUTED, None, Reason.DISPUTED, None, "brief"),  # until somebody closes it
    (Outcome.PROMISED, 15, Reason.PROMISE_RUNNING, 16, "brief"),
    (Outcome.PLAN_ASKED, None, Reason.PLAN_RUNNING, 16, "brief"),  # a week to make an offer
    (Outcome.PLAN_ASKED, 10, Reason.PLAN_RUNNING, 11, "brief"),
    (Outcome.UNDER_WAY, None, Reason.PROMISE_RUNNING, 12, "brief"),  # three working days: day 11
    (None, None, Reason.TOO_EARLY, 11, "brief"),  # nobody noted what came of it
]


@pytest.mark.parametrize(("outcome", "until", "reason", "first", "step"), TABLE)
def test_each_outcome_sets_the_right_next_thing(
    outcome: Outcome | None, until: int | None, reason: Reason, first: int | None, step: str
) -> None:
    at = world()
    called(at, 8, outcome, until=None if until is None else day(until))
    found = decision(at, 9)
    assert (found.reason, found.earliest) == (reason, None if first is None else day(first))
    assert found.next_stage is not None
    assert found.next_stage.key == step


def test_a_debtor_who_never_got_the_invoice_gets_it_again_and_time_to_pay() -> None:
    at = world()
    called(at, 8, Outcome.NOT_RECEIVED)
    (sent,) = at.propose(day(8)).notices
    assert (sent.stage.template, sent.stage.attach_invoice) == ("factuur_opnieuw", True)
    assert sent.pay_by == day(22)
    assert at.run(day(8)) == {}  # no step of the policy

    assert text(at, 9) == (
        "Wacht tot 25-03-2026: de laatste brief noemt 24-03-2026 als uiterste betaaldatum; daarna"
        " volgt Brief."
    )
    assert [at.letters(day(days)) for days in (9, 22)] == [[], []]
    assert at.run(day(23)) == {"F1": "brief"}


def test_the_step_that_was_due_waits_for_that_letter_from_the_same_day_on() -> None:
    at = world(policy(letter("een", 1), letter("twee", 8)))
    at.run(day(1))
    at.record(CALL, day(20), invoice="F1", outcome=Outcome.NOT_RECEIVED)
    assert at.letters(day(20)) == ["factuur_opnieuw F1"]
    assert text(at, 20) == (
        "Eerst gaat de brief “Factuur opnieuw” uit. Daarna wacht Twee tot 07-04-2026."
    )
    assert at.run(day(20)) == {}
    assert at.run(day(36)) == {"F1": "twee"}


def test_the_text_tells_what_was_said_and_until_when_nothing_happens() -> None:
    at = world()
    called(at, 8, Outcome.PLAN_ASKED)
    assert text(at, 9) == (
        "De debiteur vroeg op 10-03-2026 om een betalingsregeling. Doe een voorstel; tot en met"
        " 17-03-2026 komt er geen brief."
    )
    at = world()
    called(at, 8, Outcome.UNDER_WAY)
    assert text(at, 9) == (
        "Op 10-03-2026 zei de debiteur dat de betaling onderweg is. Tot en met 13-03-2026 komt er"
        " geen brief."
    )
    at = world()
    called(at, 8, Outcome.REACHED, until=day(15))
    assert text(at, 9) == "Op 10-03-2026 is afgesproken dat u vanaf 17-03-2026 terugbelt."


@pytest.mark.parametrize(
    ("outcome", "bank_days", "last"),
    [
        (Outcome.UNDER_WAY, 0, 11),  # Tuesday 10 March: Wednesday, Thursday, Friday
        (Outcome.UNDER_WAY, 2, 15),  # the weekend is no bank day: Monday and Tuesday
        (Outcome.PROMISED, 0, 11),
        (Outcome.PROMISED, 1, 14),  # promised for Friday 13 March: the bank works on Monday
    ],
)
def test_money_that_is_to_come_gets_the_bank_days_as_working_days(
    outcome: Outcome, bank_days: int, last: int
) -> None:
    at = world(policy(*PHONE_FIRST.stages, correction_days=bank_days))
    called(at, 8, outcome, until=day(11) if outcome is Outcome.PROMISED else None)
    assert decision(at, last).reason is Reason.PROMISE_RUNNING
    assert decision(at, last + 1).reason is Reason.DUE


class TestAttempts:
    def test_three_calls_that_reached_nobody_count_as_the_step(self) -> None:
        at = world()
        called(at, 1, Outcome.NOT_REACHED)
        assert text(at, 1) == (
            "Niet bereikt op 03-03-2026 (poging 1 van 3). Bel vanaf 04-03-2026 opnieuw, op een"
            " ander moment van de dag."
        )
        called(at, 2, Outcome.VOICEMAIL)
        assert "(poging 2 van 3)" in text(at, 2)
        assert [each.item.invoice for each in at.propose(day(3)).calls] == ["F1"]
        called(at, 3, Outcome.NOT_REACHED)

        assert decision(at, 3).stage_number == 1
        assert [at.run(day(days)) for days in (3, 7)] == [{}, {}]
        assert at.run(day(8)) == {"F1": "brief"}  # by age, and three days after the last attempt
        assert at.steps("F1") == ["bellen", "bellen", "bellen", "brief"]

    def test_the_policy_says_how_many_attempts_there_are(self) -> None:
        one = Stage(key="bellen", title="Bellen", action=Action.CALL, after=1, attempts=1)
        at = world(policy(one, letter("brief", 8, wait=3)))
        called(at, 2, Outcome.VOICEMAIL)
        assert decision(at, 3).stage_number == 1

    def test_attempts_are_those_of_one_invoice(self) -> None:
        at = world(PHONE_FIRST, "F2")
        for days in (1, 2, 3):
            called(at, days, Outcome.NOT_REACHED)
        assert {each.item.invoice: each.stage_number for each in at.propose(day(4)).decisions} == {
            "F1": 1,
            "F2": 0,
        }

    def test_a_call_to_the_debtor_is_an_attempt_for_every_invoice_whose_turn_it_was(self) -> None:
        rules = policy(letter("brief", 1), call("bellen", 3), letter("laatste", 10))
        at = World(rules, [item("F1", DUE), item("F2", day(4))])
        at.run(day(1))  # only F1 got its letter
        for days in (3, 4):
            called(at, days, Outcome.NOT_REACHED, invoice="")
        at.run(day(5))  # now F2 as well
        called(at, 9, Outcome.NOT_REACHED, invoice="")
        found = {each.item.invoice: each for each in at.propose(day(9)).decisions}
        assert {number: each.stage_number for number, each in found.items()} == {"F1": 2, "F2": 1}
        assert found["F2"].details["attempts"] == 1  # those of before its turn count for nothing

    def test_the_next_call_of_the_policy_counts_from_nothing(self) -> None:
        at = world(policy(call("bellen", 1), call("nabellen", 5), letter("brief", 30)))
        for days in (1, 2, 3):
            called(at, days, Outcome.NOT_REACHED)
        at.record(CALL, day(7), invoice="F1", stage="nabellen", outcome=Outcome.VOICEMAIL)
        assert decision(at, 7).stage_number == 1
        assert "(poging 1 van 3)" in text(at, 7)

    def test_a_talk_starts_the_count_anew(self) -> None:
        at = world()
        called(at, 1, Outcome.NOT_REACHED)
        called(at, 2, Outcome.NOT_REACHED)
        called(at, 3, Outcome.REACHED, until=day(5))
        called(at, 5, Outcome.NOT_REACHED)
        assert "(poging 1 van 3)" in text(at, 5)

    def test_taken_back_they_count_no_more(self) -> None:
        at = world()
        tries = [called(at, days, Outcome.NOT_REACHED) for days in (1, 2, 3)]
        at.void(tries[1:], day(4))
        found = decision(at, 4)
        assert (found.reason, found.stage_number) == (Reason.DUE, 0)
        at.void(tries[:1], day(4))
        assert "Aan de beurt sinds 03-03-2026" in text(at, 4)

    def test_a_letter_that_somebody_sent_after_one_attempt_is_no_hole_in_the_history(self) -> None:
        at = world()
        called(at, 1, Outcome.NOT_REACHED)
        at.record(EventKind.LETTER, day(2), invoice="F1", stage="brief")
        assert decision(at, 3).reason is Reason.LAST_STAGE

    def test_without_any_attempt_it_is_one(self) -> None:
        at = world()
        at.record(EventKind.LETTER, day(2), invoice="F1", stage="brief")
        assert decision(at, 3).reason is Reason.HISTORY_GAP

    def test_a_stage_that_is_no_call_is_never_done_by_reaching_nobody(self) -> None:
        at = world(policy(letter("brief", 1), letter("laatste", 8)))
        for days in (1, 2, 3):
            at.record(CALL, day(days), invoice="F1", stage="brief", outcome=Outcome.NOT_REACHED)
        assert at.run(day(4)) == {"F1": "brief"}

    def test_an_imported_step_stands_for_the_calls_before_it(self) -> None:
        at = world()
        called(at, 1, Outcome.NOT_REACHED)
        at.record(EventKind.IMPORTED, day(2), invoice="F1", stage="brief")
        assert decision(at, 9).reason is Reason.LAST_STAGE

    def test_each_attempt_gets_its_own_days_before_the_call_is_passed_over(self) -> None:
        at = world(policy(call("bellen", 1, skip_after=2), letter("brief", 8, wait=1)))
        at.run(day(1))
        called(at, 2, Outcome.NOT_REACHED)  # tomorrow again
        assert [at.propose(day(days)).passed_over for days in (3, 4, 5)] == [(), (), ()]
        at.run(day(3))
        assert at.propose(day(5)).passed_over == ()
        (lapsed,) = at.propose(day(6)).passed_over
        assert lapsed.item.invoice == "F1"
        at.run(day(6))
        assert at.run(day(8)) == {"F1": "brief"}

    def test_the_policy_of_today_may_not_know_the_stage_of_an_attempt(self) -> None:
        at = world(policy(letter("brief", 1)))
        called(at, 1, Outcome.NOT_REACHED)
        assert at.run(day(2)) == {"F1": "brief"}
        called(at, 3, Outcome.REACHED)  # a step that it does not know is a question for the user
        assert decision(at, 4).reason is Reason.HISTORY_GAP


class TestWithoutStage:
    """Somebody rang outside the steps of the policy, or the debtor did."""

    def test_it_is_no_step_but_its_outcome_counts(self) -> None:
        at = world()
        at.record(CALL, day(8), invoice="F1", outcome=Outcome.PROMISED, until=day(10))
        assert decision(at, 9).reason is Reason.PROMISE_RUNNING
        found = decision(at, 11)
        assert (found.reason, found.stage_number) == (Reason.DUE, 0)
        assert found.next_stage is not None
        assert found.next_stage.key == "bellen"

    def test_whoever_asked_to_be_called_back_gets_no_letter_before(self) -> None:
        at = world(policy(letter("brief", 1)))
        at.record(CALL, day(1), outcome=Outcome.REACHED, until=day(8))
        assert [at.run(day(days)) for days in (1, 7)] == [{}, {}]
        assert text(at, 7) == "Op 03-03-2026 is afgesproken dat u vanaf 10-03-2026 terugbelt."
        assert at.run(day(8)) == {"F1": "brief"}

    def test_a_later_talk_ends_that(self) -> None:
        at = world(policy(letter("brief", 1)))
        at.record(CALL, day(1), outcome=Outcome.REACHED, until=day(8))
        at.record(CALL, day(3), outcome=Outcome.REACHED)
        assert at.run(day(4)) == {"F1": "brief"}

    def test_reaching_nobody_delays_nothing(self) -> None:
        at = world(policy(letter("brief", 1)))
        at.record(CALL, day(1), invoice="F1", outcome=Outcome.VOICEMAIL)
        assert at.run(day(1)) == {"F1": "brief"}


class TestWrongNumber:
    def test_somebody_is_to_look_the_number_up(self) -> None:
        at = world(PHONE_FIRST, "F2")
        for number in ("F1", "F2"):
            called(at, 8, Outcome.WRONG_NUMBER, invoice=number)
        (found,) = (each for each in at.propose(day(9)).findings if each.code == "WRONG_NUMBER")
        assert (found.debtor, dict(found.details)) == ("1", {"on": day(8)})

    def test_not_any_more_when_something_happened_since(self) -> None:
        at = world()
        called(at, 8, Outcome.WRONG_NUMBER)
        at.record(EventKind.PROMISE, day(9), invoice="F1", until=day(12))
        assert "WRONG_NUMBER" not in codes(at, 10)

    def test_nor_when_nothing_is_open(self) -> None:
        at = world()
        called(at, 8, Outcome.WRONG_NUMBER)
        at.pay("F1", "100.00")
        assert "WRONG_NUMBER" not in codes(at, 9)


@pytest.mark.parametrize("outcome", [None, *Outcome])
def test_only_a_call_can_fail_or_ask_to_be_called_back(outcome: Outcome | None) -> None:
    event = Event(id="e", on=DUE, debtor="1", kind=EventKind.PROMISE, outcome=outcome, until=day(3))
    assert not failed(event)
    assert not unfinished(event)
    assert call_back_on(event) is None


def test_a_promise_without_a_day_holds_nothing() -> None:
    event = Event(id="e", on=DUE, debtor="1", kind=CALL, outcome=Outcome.PROMISED)
    assert promised_until(event, lambda _: True) is None
