"""The advised step: the policy's own, unless another has surely enough the better chance."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from tests.rules.world import World, item, letter, policy, reachable
from xl_dunning.rules.events import EventKind
from xl_dunning.rules.ledger import Ledger
from xl_dunning.rules.money import euro
from xl_dunning.rules.proposal import Reason
from xl_dunning.rules.risk.advise import Advice, advise
from xl_dunning.rules.risk.item_advice import AdviceReason, ItemAdvice
from xl_dunning.rules.risk.observations import Observation

TODAY = date(2026, 11, 20)
RULES = policy(letter("een", 5), letter("twee", 30), minimum_interval=7)
FRIENDLY = reachable("1", phone="020-1234567")


class Book:
    """A past of single answers: a letter or call to a debtor, and whether he paid a week later."""

    def __init__(self) -> None:
        self.world = World(RULES, [], {"1": FRIENDLY})
        self.observations: list[Observation] = []
        self._day = date(2025, 1, 6)

    def asked(self, step: str, times: int, helped: int, *, debtor: str = "9") -> Book:
        """So many times that step, which helped so many times."""
        for number in range(times):
            self._day += timedelta(days=1)
            invoice = f"{step}{debtor}-{number}"
            kind = EventKind.CALL if step == "bellen" else EventKind.LETTER
            self.world.record(kind, self._day, debtor=debtor, invoice=invoice, stage=step)
            paid = self._day + timedelta(days=7 if number < helped else 40)
            seen = self._day - timedelta(days=26)
            for on, left in ((seen, euro(100)), (paid, None)):
                self.observations.append(
                    Observation(
                        on=on,
                        debtor=debtor,
                        invoice=invoice,
                        open=left,
                        due_date=self._day - timedelta(days=6),
                    )
                )
        return self

    def advice(self, *, days_late: int = 10, reason: Reason = Reason.DUE) -> ItemAdvice:
        """The advice for an invoice of debtor 1 that is so many days late today."""
        self.world.items = [item("NU", TODAY - timedelta(days=days_late), ref=1)]
        (found,) = self._all().debtors
        (advice,) = found.items
        assert advice.decision.reason is reason
        return advice

    def _all(self) -> Advice:
        world = self.world
        return advise(
            Ledger(items=tuple(world.items), debtors=world.debtors),
            world.propose(TODAY).decisions,
            world.log,
            self.observations,
            reference_date=TODAY,
        )


def asked(**answers: tuple[int, int]) -> Book:
    """What all debtors together did: twenty of them, who each always pay or never."""
    book = Book()
    for step, (times, helped) in answers.items():
        own = times // 20
        for number in range(20):
            paid = min(max(helped - number * own, 0), own)
            book.asked(step, own, paid, debtor=f"9{number}")
    return book


def short(advice: ItemAdvice) -> tuple[AdviceReason, str | None]:
    return advice.reason, advice.step.step if advice.step else None


def test_a_call_that_helps_much_more_often_is_advised_instead_of_the_letter() -> None:
    advice = asked(een=(80, 16), bellen=(80, 68)).advice()
    assert short(advice) == (AdviceReason.BETTER, "call")
    assert advice.chance is not None
    assert advice.other_chance is not None
    assert advice.other is not None
    assert advice.chance.mean == pytest.approx(0.84, abs=0.02)
    assert (advice.other.step, round(advice.other_chance.mean, 1)) == ("een", 0.2)


def test_a_call_that_helps_hardly_more_often_is_not() -> None:
    advice = asked(een=(80, 40), bellen=(80, 46)).advice()
    assert short(advice) == (AdviceReason.NOT_SURE, "een")


def test_the_policy_has_it_right() -> None:
    advice = asked(een=(80, 60), bellen=(80, 20)).advice()
    assert short(advice) == (AdviceReason.BEST, "een")


def test_a_debtor_who_answers_to_calls_only_is_phoned_though_others_answer_to_letters() -> None:
    book = asked(een=(80, 60), bellen=(80, 40))
    assert short(book.advice()) == (AdviceReason.BEST, "een")
    book.asked("een", 6, 0, debtor="1").asked("bellen", 6, 6, debtor="1")
    advice = book.advice()
    assert short(advice) == (AdviceReason.BETTER, "call")
    assert advice.chance is not None
    assert (advice.chance.own, advice.chance.times) == (6, 86)


def test_with_too_few_attempts_it_is_the_policys_own_step_without_a_chance() -> None:
    book = Book().asked("een", 9, 9).asked("bellen", 40, 20)
    advice = book.advice()
    assert short(advice) == (AdviceReason.TOO_LITTLE, "een")
    assert advice.chance is None
    assert short(book.asked("een", 1, 1, debtor="8").advice()) == (AdviceReason.BEST, "een")


def test_a_call_that_was_hardly_tried_is_no_match() -> None:
    advice = asked(een=(80, 8)).asked("bellen", 9, 9).advice()
    assert short(advice) == (AdviceReason.ONLY, "een")


def test_on_the_first_day_of_all_there_is_only_the_policy() -> None:
    advice = Book().advice()
    assert short(advice) == (AdviceReason.TOO_LITTLE, "een")
    assert (advice.chance, advice.pay_date) == (None, None)


def test_without_a_telephone_there_is_no_choice() -> None:
    book = asked(een=(80, 8), bellen=(80, 79))
    book.world.debtors["1"] = reachable("1")
    assert short(book.advice()) == (AdviceReason.ONLY, "een")


def test_while_the_policy_waits_a_call_must_beat_waiting() -> None:
    """Most are paid some two weeks after the due date anyway."""
    waits = asked(een=(80, 76), bellen=(80, 40)).advice(days_late=3, reason=Reason.TOO_EARLY)
    assert short(waits) == (AdviceReason.BEST, None)
    assert waits.chance is not None
    assert waits.chance.mean == pytest.approx(0.73, abs=0.05)
    calls = asked(een=(80, 2), bellen=(20, 20)).advice(days_late=3, reason=Reason.TOO_EARLY)
    assert short(calls) == (AdviceReason.BETTER, "call")


def test_after_the_last_step_a_call_is_all_that_is_left() -> None:
    book = asked(een=(80, 40), bellen=(80, 40))
    for stage, days in (("een", 60), ("twee", 30)):
        book.world.record(EventKind.LETTER, TODAY - timedelta(days=days), invoice="NU", stage=stage)
    advice = book.advice(days_late=70, reason=Reason.LAST_STAGE)
    assert short(advice) == (AdviceReason.EXTRA, "call")
    book.world.debtors["1"] = reachable("1")
    advice = book.advice(days_late=70, reason=Reason.LAST_STAGE)
    assert short(advice) == (AdviceReason.DECIDE, None)


def test_a_held_item_gets_no_advice_and_no_date() -> None:
    book = asked(een=(80, 40), bellen=(80, 79))
    book.world.record(EventKind.DISPUTE, TODAY, invoice="NU")
    advice = book.advice(reason=Reason.DISPUTED)
    assert short(advice) == (AdviceReason.HELD, None)
    assert (advice.chance, advice.pay_date) == (None, None)


def test_an_invoice_that_is_not_due_yet_has_only_an_expected_date() -> None:
    advice = asked(een=(80, 76)).advice(days_late=-5, reason=Reason.NOT_DUE)
    assert short(advice) == (AdviceReason.NOT_DUE, None)
    assert advice.pay_date is not None
    assert advice.pay_date.expected == TODAY + timedelta(days=5 + 6 + 7)
