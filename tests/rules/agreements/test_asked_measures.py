"""Letters asked for by hand about a suspension, a handover or a dispute."""

from __future__ import annotations

import pytest

from tests.rules.agreements.asked_world import (
    invoices,
    made,
    refused,
    two_overdue,
)
from tests.rules.agreements.days import day
from tests.rules.world import World
from xl_dunning.rules.agreements.side_letters import SideLetter
from xl_dunning.rules.events import EventKind
from xl_dunning.rules.policy import Action


@pytest.fixture
def at() -> World:
    return two_overdue()


class TestSuspension:
    @pytest.mark.parametrize(
        ("kind", "last"),
        [
            (SideLetter.SUSPENDED, EventKind.RESUME),
            (SideLetter.RESUMED, EventKind.SUSPENSION),
        ],
    )
    def test_what_was_undone_since_is_not_told(
        self, at: World, kind: SideLetter, last: EventKind
    ) -> None:
        at.record(EventKind.SUSPENSION, day(3))
        at.record(EventKind.RESUME, day(4))
        at.record(last, day(5))
        assert refused(at, kind)[0] == "LETTER_NEEDS_STEP"

    def test_the_end_of_it_is_about_no_invoice(self, at: World) -> None:
        at.record(EventKind.RESUME, day(4))
        (notice,) = made(at, SideLetter.RESUMED)
        assert notice.items == ()


class TestHandover:
    def test_before_it_is_done_it_is_the_last_warning(self, at: World) -> None:
        (notice,) = made(at, SideLetter.HANDOVER)
        assert (notice.stage.action, notice.pay_by) == (Action.LETTER, day(24))
        assert invoices((notice,)) == ["F1", "F2"]

    def test_the_next_step_waits_for_the_day_that_the_warning_names(self, at: World) -> None:
        at.record(EventKind.LETTER, day(20), invoice="F1", template="overdracht", pay_by=day(35))
        assert at.run(day(35)) == {"F2": "twee"}
        assert at.run(day(36)) == {"F1": "twee"}

    def test_done_it_tells_so_about_what_was_handed_over(self, at: World) -> None:
        at.record(EventKind.HANDOVER, day(9), invoice="F2")
        (notice,) = made(at, SideLetter.HANDOVER)
        assert (notice.stage.action, invoices((notice,))) == (Action.HANDOVER, ["F2"])

    def test_handed_back_it_is_a_warning_again(self, at: World) -> None:
        at.record(EventKind.HANDOVER, day(9))
        at.record(EventKind.UNBLOCK, day(10))
        (notice,) = made(at, SideLetter.HANDOVER)
        assert notice.stage.action is Action.LETTER


class TestDispute:
    def test_the_answer_is_the_note_and_is_about_what_is_disputed(self, at: World) -> None:
        event = at.record(EventKind.DISPUTE, day(3), invoice="F2", note="nooit besteld")
        (notice,) = made(at, SideLetter.DISPUTE_ANSWER, note=" Wij leverden wel. ")
        assert invoices((notice,)) == ["F2"]
        assert notice.arrangement is not None
        assert (notice.arrangement.note, notice.arrangement.event) == (
            "Wij leverden wel.",
            event.id,
        )

    def test_without_an_answer_there_is_none(self, at: World) -> None:
        at.record(EventKind.DISPUTE, day(3), invoice="F2")
        assert refused(at, SideLetter.DISPUTE_ANSWER, note="  ")[0] == "LETTER_NEEDS_ANSWER"
