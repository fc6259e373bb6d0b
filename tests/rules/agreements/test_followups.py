"""Letters outside the stages that a run makes by itself: once each, about the right items."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.rules.agreements.days import codes, day
from tests.rules.agreements.followup_world import (
    BARE,
    OCCASIONS,
    UNASKED,
    call,
    finding,
    logged,
    only,
    promise,
    templates,
    world,
)
from tests.rules.world import item, reachable
from xl_dunning.frontends.messages_nl import finding_text
from xl_dunning.rules.events import EventKind, Outcome

each_occasion = pytest.mark.parametrize("template", OCCASIONS)


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
