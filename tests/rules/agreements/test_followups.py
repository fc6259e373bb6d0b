"""Letters outside the stages that a run makes by itself: once each, about the right items."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import pytest

from tests.rules.agreements.days import DUE, codes, day
from tests.rules.claims_world import rules as claim_rules
from tests.rules.world import World, item, letter, policy, reachable
from xl_dunning.frontends.messages_nl import finding_text
from xl_dunning.rules.events import Event, EventKind, Instalment, Outcome
from xl_dunning.rules.findings import Finding
from xl_dunning.rules.ledger import Debtor, DebtorKind
from xl_dunning.rules.money import ZERO, euro
from xl_dunning.rules.policy import Action, Charge, Stage, SuspensionRule
from xl_dunning.rules.proposal import Notice

FAR = letter("ver", 300)
CONFIRMS = policy(FAR, confirm=True)
BARE = Debtor(number="1", name="Naam")
"""A debtor whom no letter reaches."""


def world(*amounts: str, confirm: bool = True, **more: object) -> World:
    """Invoices F1, F2 ... of 1000 each, unless told otherwise, that a run saw on day 1."""
    listed = [
        item(f"F{number}", DUE, amount, ref=number, invoice_date=day(-30))
        for number, amount in enumerate(amounts or ("1000.00",), start=1)
    ]
    at = World(replace(CONFIRMS, confirm=confirm, **more), listed)  # type: ignore[arg-type]
    at.run(day(1))
    return at


def logged(at: World, kind: EventKind, days: int, invoice: str = "F1", **more: object) -> Event:
    return at.record(kind, day(days), invoice=invoice, **more)  # type: ignore[arg-type]


def call(at: World, days: int, outcome: Outcome, invoice: str = "F1", **more: object) -> Event:
    return logged(at, EventKind.CALL, days, invoice, outcome=outcome, **more)


def promise(at: World, *, until: int = 20, amount: str | None = None, **more: object) -> Event:
    agreed = euro(amount) if amount else None
    return logged(at, EventKind.PROMISE, 3, until=day(until), amount=agreed, **more)  # type: ignore[arg-type]


def plan(at: World, *amounts: str, first: int = 20, **more: object) -> Event:
    agreed = tuple(
        Instalment(due_on=day(first + 14 * number), amount=euro(amount))
        for number, amount in enumerate(amounts)
    )
    return logged(at, EventKind.PLAN, 3, schedule=agreed, until=agreed[-1].due_on, **more)  # type: ignore[arg-type]


def settlement(at: World, amount: str) -> Event:
    return logged(at, EventKind.SETTLEMENT, 3, until=day(20), amount=euro(amount))


def only(at: World, days: int) -> Notice:
    (notice,) = at.propose(day(days)).notices
    return notice


def finding(at: World, days: int, code: str) -> Finding:
    (found,) = (each for each in at.propose(day(days)).findings if each.code == code)
    return found


OCCASIONS: dict[str, Callable[[World], object]] = {
    "factuur_opnieuw": lambda at: call(at, 3, Outcome.NOT_RECEIVED),
    "bevestiging_afspraak": promise,
    "regeling_bevestiging": lambda at: plan(at, "500.00", "500.00"),
    "schikkingsvoorstel": lambda at: settlement(at, "700.00"),
    "opschorting": lambda at: logged(at, EventKind.SUSPENSION, 3),
    "hervatting": lambda at: logged(at, EventKind.RESUME, 3, ""),
    "overdracht": lambda at: logged(at, EventKind.HANDOVER, 3),
    "regeling_herinnering": lambda at: plan(at, "500.00", "500.00", first=3),
}
"""What calls for each letter on day 4."""
UNASKED = ("factuur_opnieuw", "regeling_herinnering")
"""Letters that go out whatever the policy says about confirming."""
each_occasion = pytest.mark.parametrize("template", OCCASIONS)


def templates(at: World, days: int) -> list[str]:
    return [notice.stage.template for notice in at.propose(day(days)).notices]


@each_occasion
def test_each_goes_out_once(template: str) -> None:
    at = world()
    OCCASIONS[template](at)
    assert templates(at, 4) == [template]
    at.run(day(4))
    assert [templates(at, days) for days in (4, 5, 8)] == [[], [], []]


@each_occasion
def test_undone_it_goes_out_again(template: str) -> None:
    at = world()
    OCCASIONS[template](at)
    before = at.propose(day(4))
    at.run(day(4))
    at.void([event for event in at.log if event.template], day(4))
    assert at.propose(day(4)).notices == before.notices


@each_occasion
def test_only_what_has_to_be_said_goes_out_when_the_policy_confirms_nothing(
    template: str,
) -> None:
    at = world(confirm=False)
    OCCASIONS[template](at)
    assert templates(at, 4) == ([template] if template in UNASKED else [])


@each_occasion
def test_a_debtor_whom_no_letter_reaches_is_a_finding(template: str) -> None:
    at = world()
    at.debtors = {"1": BARE}
    OCCASIONS[template](at)
    assert templates(at, 4) == []
    assert "FOLLOW_UP_NO_CHANNEL" in codes(at, 4)


def test_that_finding_names_the_letter() -> None:
    at = world()
    at.debtors = {"1": BARE}
    promise(at)
    assert finding_text(finding(at, 4, "FOLLOW_UP_NO_CHANNEL")) == (
        "Debiteur 1: de brief “Bevestiging van de afspraak” is niet gemaakt, want er is geen naam"
        " met een adres of e-mailadres. Vul het aan op het blad Debiteuren of geef een"
        " debiteurenbestand mee met --debtors."
    )


@each_occasion
@pytest.mark.parametrize(
    "held",
    [EventKind.DISPUTE, EventKind.BLOCK, "betwist", "overslaan", "incasso", "tegoed", "onleesbaar"],
)
def test_none_to_an_item_that_is_disputed_or_held_back(
    template: str, held: EventKind | str
) -> None:
    at = world()
    OCCASIONS[template](at)
    if isinstance(held, EventKind):
        logged(at, held, 4)
    elif held == "tegoed":
        at.items.append(item("C1", None, "-1000.00", ref=9))
    else:
        doubt = {
            "betwist": "disputed",
            "overslaan": "skipped",
            "incasso": "direct_debit",
            "onleesbaar": "unreadable",
        }[held]
        at.items = [replace(at.items[0], **{doubt: True})]  # type: ignore[arg-type]
    told = template in _TOLD.get(held, {"hervatting", "overdracht"})
    assert templates(at, 5) == ([template] if told else [])


_STANDS = {
    "bevestiging_afspraak",
    "regeling_bevestiging",
    "regeling_herinnering",
    "schikkingsvoorstel",
    "hervatting",
}
_TOLD: dict[EventKind | str, set[str]] = {
    "onleesbaar": {"hervatting"},  # which is about no invoice
    "tegoed": _STANDS,  # what was agreed stands, whatever the debtor has to his credit
    "incasso": {*_STANDS, "overdracht"},  # and however he pays
}
"""What goes out all the same; else the two that ask for nothing."""


@each_occasion
def test_none_once_it_was_paid(template: str) -> None:
    at = world()
    OCCASIONS[template](at)
    at.pay("F1", "1000.00")
    assert templates(at, 5) == (["hervatting"] if template == "hervatting" else [])


@pytest.mark.parametrize("template", [each for each in OCCASIONS if each not in UNASKED])
def test_what_is_two_weeks_old_is_not_confirmed_any_more(template: str) -> None:
    at = world()
    OCCASIONS[template](at)
    assert templates(at, 17) == [template]
    assert templates(at, 18) == []


def test_an_invoice_that_never_came_is_sent_however_long_ago_that_was_said() -> None:
    at = world()
    call(at, 3, Outcome.NOT_RECEIVED)
    assert templates(at, 60) == ["factuur_opnieuw"]


class TestOneTalk:
    """What was said about several invoices in one talk goes into one letter."""

    def test_invoices_that_never_came(self) -> None:
        at = world("100.00", "200.00", "300.00")
        for number in ("F1", "F3"):
            call(at, 3, Outcome.NOT_RECEIVED, number)
        assert at.letters(day(4)) == ["factuur_opnieuw F1 F3"]
        at.run(day(4))
        assert at.letters(day(5)) == []
        call(at, 6, Outcome.NOT_RECEIVED, "F2")
        assert at.letters(day(6)) == ["factuur_opnieuw F2"]

    def test_one_that_is_disputed_now_follows_when_that_is_over(self) -> None:
        at = world("100.00", "200.00")
        for number in ("F1", "F2"):
            call(at, 3, Outcome.NOT_RECEIVED, number)
        logged(at, EventKind.DISPUTE, 4, "F2")
        at.run(day(4))
        logged(at, EventKind.DISPUTE_CLOSED, 30, "F2")
        assert at.letters(day(30)) == ["factuur_opnieuw F2"]

    def test_promises_of_one_day_and_their_amounts_together(self) -> None:
        at = world("400.00", "200.00")
        for number, amount in (("F1", "400.00"), ("F2", "100.00")):
            call(at, 3, Outcome.PROMISED, number, until=day(20), amount=euro(amount))
        sent = only(at, 4)
        assert [each.item.invoice for each in sent.decisions] == ["F1", "F2"]
        assert sent.arrangement is not None
        assert (sent.arrangement.amount, sent.arrangement.until) == (euro("500.00"), day(20))
        at.run(day(4))
        assert at.letters(day(5)) == []

    def test_promises_for_different_days_are_different_letters(self) -> None:
        at = world("400.00", "200.00")
        promise(at, until=20)
        promise(at, until=25, invoice="F2")
        assert at.letters(day(4)) == ["bevestiging_afspraak F1", "bevestiging_afspraak F2"]

    def test_invoices_that_were_handed_over_on_one_day(self) -> None:
        at = world("100.00", "200.00", "300.00")
        for number in ("F1", "F2"):
            logged(at, EventKind.HANDOVER, 3, number)
        assert at.letters(day(4)) == ["overdracht F1 F2"]


class TestTheLastWordCounts:
    def test_a_promise_that_was_corrected_is_confirmed_as_it_is_now(self) -> None:
        at = world()
        promise(at, until=20)
        promise(at, until=22)
        sent = only(at, 4)
        assert sent.arrangement is not None
        assert sent.arrangement.until == day(22)
        at.run(day(4))
        assert at.letters(day(5)) == []

    def test_one_that_was_taken_back_is_not_confirmed(self) -> None:
        at = world()
        at.void([promise(at)], day(4))
        assert at.letters(day(4)) == []

    def test_a_new_promise_after_the_letter_is_confirmed_too(self) -> None:
        at = world()
        promise(at)
        at.run(day(4))
        logged(at, EventKind.PROMISE, 6, until=day(25))
        assert at.letters(day(6)) == ["bevestiging_afspraak F1"]

    def test_a_promise_whose_day_has_passed_is_not_confirmed(self) -> None:
        at = world(correction_days=3)
        promise(at, until=8)
        assert at.letters(day(8)) == ["bevestiging_afspraak F1"]
        assert at.letters(day(9)) == []  # it still holds, for the bank

    def test_money_that_is_under_way_is_not_confirmed(self) -> None:
        at = world()
        call(at, 3, Outcome.UNDER_WAY)
        assert at.letters(day(4)) == []

    def test_a_debtor_who_is_handed_back_is_not_told_of_the_handover(self) -> None:
        at = world()
        logged(at, EventKind.HANDOVER, 3)
        logged(at, EventKind.UNBLOCK, 4)
        assert at.letters(day(5)) == []

    def test_a_confirmation_made_by_hand_counts(self) -> None:
        at = world()
        promise(at)
        logged(at, EventKind.LETTER, 4, template="bevestiging_afspraak", pay_by=day(20))
        assert at.letters(day(5)) == []


class TestWhatIsStillToBePaid:
    def test_a_confirmation_asks_for_what_is_left_of_the_promise(self) -> None:
        at = world()
        promise(at, amount="600.00")
        at.pay("F1", "200.00")
        sent = only(at, 4)
        assert sent.arrangement is not None
        assert sent.arrangement.amount == euro("400.00")

    def test_a_settlement_tells_the_claim_with_what_the_steps_asked_for(self) -> None:
        at = world()
        at.policy = replace(
            at.policy, stages=(letter("een", 1, charge=Charge.INTEREST_AND_COSTS), FAR)
        )
        at.run(day(1))
        logged(at, EventKind.SETTLEMENT, 3, until=day(20), amount=euro("700.00"))
        assert only(at, 4).stage.charge is Charge.INTEREST_AND_COSTS

    @pytest.mark.parametrize(
        ("agreed", "asked"),
        [
            (lambda at: promise(at, amount="1000.01"), "1000.01"),
            (lambda at: plan(at, "600.00", "600.00"), "1200.00"),
            (lambda at: settlement(at, "1000.00"), "1000.00"),  # nothing is taken off
        ],
    )
    def test_more_than_may_be_claimed_is_a_finding_and_no_letter(
        self, agreed: Callable[[World], Event], asked: str
    ) -> None:
        at = world()
        agreed(at)
        assert at.letters(day(4)) == []
        found = finding(at, 4, "FOLLOW_UP_TOO_MUCH")
        assert found.details["asked"] == euro(asked)
        assert found.details["claim"] == euro("1000.00")

    def test_a_plan_with_interest_and_costs_tells_the_whole_claim(self) -> None:
        at = World(
            policy(letter("een", 1), FAR, confirm=True),
            [item("F1", DUE, "1000.00", term_agreed=True, invoice_date=day(-30))],
            debtors={"1": reachable("1", kind=DebtorKind.BUSINESS)},
            terms={"claims": claim_rules()},
        )
        at.run(day(1))
        plan(at, "550.00", "500.00")  # 1000 and some costs
        sent = only(at, 17)
        assert sent.stage.charge is Charge.INTEREST_AND_COSTS
        assert sent.total >= euro("1050.00")


class TestCurrencies:
    """An amount that was agreed is euro."""

    def dollars(self, at: World) -> None:
        at.items = [replace(each, currency="USD") for each in at.items]

    @pytest.mark.parametrize(
        "agreed",
        [
            lambda at: promise(at, amount="500.00"),
            lambda at: plan(at, "500.00", "500.00"),
            lambda at: settlement(at, "500.00"),
        ],
    )
    def test_in_another_currency_the_user_writes_the_letter(
        self, agreed: Callable[[World], Event]
    ) -> None:
        at = world()
        self.dollars(at)
        agreed(at)
        assert at.letters(day(4)) == []
        assert "FOLLOW_UP_NOT_EURO" in codes(at, 4)

    @pytest.mark.parametrize("template", ["factuur_opnieuw", "bevestiging_afspraak", "opschorting"])
    def test_without_an_amount_the_letter_is_in_that_currency(self, template: str) -> None:
        at = world()
        self.dollars(at)
        OCCASIONS[template](at)
        assert (only(at, 4).currency, only(at, 4).total) == ("USD", euro("1000.00"))

    def test_both_currencies_of_a_debtor_get_a_letter_of_their_own(self) -> None:
        at = world("100.00", "200.00")
        at.items[1] = replace(at.items[1], currency="USD")
        call(at, 3, Outcome.NOT_RECEIVED, "")
        assert at.letters(day(4)) == ["factuur_opnieuw F1", "factuur_opnieuw F2"]


class TestCredits:
    def with_credit(self, amount: str) -> World:
        at = world("1000.00")
        at.policy = replace(
            at.policy, suspension=SuspensionRule(after=1, amount=ZERO, notice=5), confirm=False
        )
        at.items.append(item("C1", None, amount, ref=9))
        return at

    def test_a_letter_that_asks_for_all_settles_what_he_has_to_his_credit(self) -> None:
        sent = only(self.with_credit("-300.00"), 4)
        assert sent.stage.template == "opschorting_aankondiging"
        assert (sent.total, [each.invoice for each in sent.credits]) == (euro("700.00"), ["C1"])

    def test_and_is_not_made_when_that_covers_it(self) -> None:
        assert self.with_credit("-1000.00").letters(day(4)) == []

    def test_one_about_a_single_invoice_settles_nothing(self) -> None:
        at = world("1000.00")
        at.items.append(item("C1", None, "-300.00", ref=9))
        call(at, 3, Outcome.NOT_RECEIVED)
        assert only(at, 4).credits == ()


class TestTogether:
    """An item gets one letter with a day of its own per run."""

    def test_the_invoice_first_and_the_confirmation_in_a_later_run(self) -> None:
        at = world()
        call(at, 3, Outcome.NOT_RECEIVED)
        promise(at)
        assert at.letters(day(4)) == ["factuur_opnieuw F1"]
        at.run(day(4))
        assert at.letters(day(4)) == []  # a second run of the same day makes nothing
        assert at.letters(day(5)) == ["bevestiging_afspraak F1"]

    def test_no_suspension_is_announced_to_whoever_never_got_the_invoice(self) -> None:
        at = world(confirm=False)
        at.policy = replace(at.policy, suspension=SuspensionRule(after=1, amount=ZERO))
        call(at, 3, Outcome.NOT_RECEIVED)
        assert at.letters(day(4)) == ["factuur_opnieuw F1"]
        at.run(day(4))
        assert [at.letters(day(days)) for days in (5, 18)] == [[], []]
        assert at.letters(day(21)) == ["opschorting_aankondiging F1"]

    def test_a_plan_over_an_item_that_is_disputed_now_is_not_confirmed_in_part(self) -> None:
        at = world("400.00", "600.00")
        plan(at, "500.00", "500.00", invoice="")
        logged(at, EventKind.DISPUTE, 4, "F2")
        assert at.letters(day(4)) == []
        logged(at, EventKind.DISPUTE_CLOSED, 5, "F2")
        assert at.letters(day(5)) == ["regeling_bevestiging F1 F2"]


class TestDays:
    def test_an_invoice_that_is_not_due_yet_is_sent_again_and_keeps_its_own_day(self) -> None:
        at = World(CONFIRMS, [item("F1", day(40))])
        call(at, 3, Outcome.NOT_RECEIVED)
        assert only(at, 4).pay_by == day(42)  # day 40 is a Saturday
        assert only(at, 4).stage.attach_invoice

    def test_a_debtor_who_never_got_anything_gets_what_is_overdue(self) -> None:
        at = world("100.00", "200.00")
        at.items.append(item("F9", day(90), ref=9))
        call(at, 3, Outcome.NOT_RECEIVED, "")
        assert at.letters(day(4)) == ["factuur_opnieuw F1 F2"]

    def test_the_day_of_a_letter_is_a_working_day(self) -> None:
        at = world()
        promise(at, until=20)  # a Sunday
        assert only(at, 4).pay_by == day(21)

    def test_a_letter_of_the_future_waits_for_its_day(self) -> None:
        at = world()
        call(at, 6, Outcome.NOT_RECEIVED)
        assert at.letters(day(4)) == []
        assert at.letters(day(6)) == ["factuur_opnieuw F1"]


class TestHandover:
    STEP = Stage(key="incasso", title="Incasso", action=Action.HANDOVER, after=2)

    def test_a_step_of_the_whole_debtor_tells_of_the_items_that_it_moved(self) -> None:
        at = World(
            policy(letter("een", 1), self.STEP, confirm=True),
            [item("F1", DUE, ref=1), item("F2", day(2), ref=2)],
        )
        at.run(day(1))
        at.record(EventKind.HANDOVER, day(3), stage="incasso")
        at.run(day(3))  # F2 gets its first letter only now, and F1 is told of the handover
        told = [event.invoice for event in at.log if event.template == "overdracht"]
        assert told == ["F1"]

    def test_it_says_so_in_the_past_tense_and_names_no_day_to_pay_any_more(self) -> None:
        at = world()
        logged(at, EventKind.HANDOVER, 3)
        sent = only(at, 4)
        assert (sent.stage.action, sent.pay_by) == (Action.HANDOVER, day(4))


def test_a_debtor_who_is_written_to_in_english_is_so_here_too() -> None:
    at = world()
    at.debtors = {"1": reachable("1", language="en")}
    promise(at)
    assert only(at, 4).debtor.language == "en"


def test_restored_from_the_sheet_nothing_goes_out_a_second_time() -> None:
    """The database and the workbook are lost; the log comes back, what the runs saw does not."""
    at = world("1000.00", "1000.00")
    for make in OCCASIONS.values():
        make(at)
    for days in (4, 5, 6, 7):
        at.run(day(days))
    lost = replace(at, observations=[], run_days=[])
    assert lost.letters(day(8)) == at.letters(day(8)) == []


def test_the_note_of_an_agreement_is_never_told_to_the_debtor() -> None:
    at = world()
    promise(at, note="liegt waarschijnlijk")
    sent = only(at, 4)
    assert sent.arrangement is not None
    assert sent.arrangement.note == ""
