"""What the manual says of calls and of what follows from an event is held to the code."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

import pytest

from tests.frontends.manual import MANUAL, in_code, rows, section
from xl_dunning.casefile import call_row
from xl_dunning.casefile.words import OUTCOME_WORDS
from xl_dunning.rules.agreements.calls import promised_until
from xl_dunning.rules.agreements.schedule import schedule_from
from xl_dunning.rules.agreements.side_letters import SideLetter
from xl_dunning.rules.events import Event, EventKind, Outcome
from xl_dunning.rules.history import holds
from xl_dunning.rules.ledger import OpenItem
from xl_dunning.rules.policy import Action, Stage

AFTERWARDS = "Wat er na een gebeurtenis gebeurt"
"""The section that tells what follows from an event."""


def test_the_section_on_calling_tells_what_may_be_filled_in() -> None:
    table = rows(section(10, "Bellen"))
    assert [cells[0] for cells in table] == [*call_row.FILL_IN]
    assert in_code(table[0][1]) == [*OUTCOME_WORDS.values()]


def test_every_outcome_of_a_call_is_told_with_the_word_of_the_sheet() -> None:
    told = {
        in_code(cells[0])[0]: cells[1]
        for cells in rows(section(10, AFTERWARDS))
        if cells[0] != "brief"
    }
    calls = {key: word for key, word in told.items() if key not in {*SideLetter}}
    assert calls == {outcome.value: word for outcome, word in OUTCOME_WORDS.items()}


def test_every_letter_outside_the_policy_is_told_and_whether_it_is_confirmed_only() -> None:
    told = {in_code(cells[0])[0]: cells[1] for cells in rows(section(10, AFTERWARDS))}
    letters = {key: word for key, word in told.items() if key in {*SideLetter}}
    assert letters.keys() == {*SideLetter}
    confirming = {key for key, word in letters.items() if "`confirm`" in word}
    assert confirming == {
        SideLetter.CONFIRMATION,
        SideLetter.PLAN_CONFIRMATION,
        SideLetter.SETTLEMENT,
        SideLetter.SUSPENDED,
        SideLetter.RESUMED,
        SideLetter.HANDOVER,
    }
    by_hand = {key for key, word in letters.items() if word == "nooit"}
    by_itself = {*SideLetter} - confirming - by_hand
    assert by_itself == {
        SideLetter.INVOICE_AGAIN,
        SideLetter.INSTALMENT_REMINDER,
        SideLetter.PLAN_BROKEN,
        SideLetter.SUSPENSION_NOTICE,
    }


def test_the_days_in_the_manual_are_those_of_the_rules() -> None:
    """Three working days for money under way, a week for an offer and for an answer to it."""
    said = Event(id="e", on=date(2026, 3, 2), debtor="1", kind=EventKind.CALL)
    under_way = replace(said, outcome=Outcome.UNDER_WAY)
    assert promised_until(under_way, lambda _: True) == date(2026, 3, 5)
    assert "drie werkdagen geen brief" in MANUAL
    asked = holds(
        OpenItem(ref=1, debtor="1", invoice="F1", due_date=None, open=None),
        [replace(said, outcome=Outcome.PLAN_ASKED)],
        reference_date=said.on,
        judged={},
    )
    assert asked.answer_until == date(2026, 3, 9)
    assert "een week geen brief: doe een voorstel" in MANUAL
    assert Stage(key="", title="", action=Action.CALL, after=0).attempts == 3
    assert "na drie keer (`attempts` in het beleid)" in MANUAL


@pytest.mark.parametrize("typed", re.findall(r'--instalments "([^"]+)"', MANUAL))
def test_instalments_can_be_typed_as_the_manual_says(typed: str) -> None:
    assert schedule_from(typed)
    assert schedule_from("1-12-2026: 400; 1-1-2027: 400")
    assert "`1-12-2026: 400; 1-1-2027: 400`" in MANUAL
