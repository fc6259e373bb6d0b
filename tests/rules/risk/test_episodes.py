"""What became of an invoice, as runs and log tell it; every invoice is due on 1 March 2026."""

from __future__ import annotations

from tests.rules.risk.histories import D, History
from xl_dunning.rules.events import EventKind
from xl_dunning.rules.money import euro


class TestPaid:
    def test_on_the_day_of_the_run_that_no_longer_saw_it_which_is_an_upper_bound(self) -> None:
        paid = History().run("2026-03-02", "A=100").run("2026-03-09").episodes("2026-03-09")["A"]
        assert paid.paid is not None
        assert (paid.paid.on, paid.paid.exact, paid.days_late) == (D("2026-03-09"), False, 8)
        assert paid.seen_open_on == D("2026-03-02")

    def test_is_not_late_as_long_as_no_run_saw_it_open_after_its_due_date(self) -> None:
        """Between the runs of 27 February and 9 March nobody knows; the doubt is his."""
        history = History().run("2026-02-27", "A=100", "B=1").run("2026-03-09", "B=1")
        assert history.episodes("2026-03-09")["A"].days_late == 0

    def test_a_run_that_saw_other_changes_tells_that_it_was_still_open(self) -> None:
        history = (
            History().run("2026-02-27", "A=100").run("2026-03-05", "A=100", "B=1").run("2026-03-09")
        )
        assert history.episodes("2026-03-09")["A"].days_late == 8

    def test_so_does_a_run_that_carried_out_a_step_though_it_saw_no_change(self) -> None:
        history = History().run("2026-02-27", "A=100", "B=1")
        history.event(EventKind.LETTER, "2026-03-05", "B", stage="een", run="2026-03-05-1")
        assert history.run("2026-03-09", "B=1").episodes("2026-03-09")["A"].days_late == 8

    def test_a_letter_asked_for_by_hand_did_not_look_at_the_list(self) -> None:
        history = History().run("2026-02-27", "A=100", "B=1")
        history.event(EventKind.LETTER, "2026-03-05", "B", run="2026-03-05-1")
        assert history.run("2026-03-09", "B=1").episodes("2026-03-09")["A"].days_late == 0

    def test_on_the_day_that_the_log_gives(self) -> None:
        history = (
            History()
            .run("2026-02-27", "A=100")
            .event(EventKind.PAYMENT, "2026-03-04", amount=100)
            .run("2026-03-09")
        )
        paid = history.episodes("2026-03-09")["A"]
        assert paid.paid is not None
        assert (paid.paid.on, paid.paid.exact, paid.days_late) == (D("2026-03-04"), True, 3)

    def test_on_the_day_in_the_log_before_the_list_shows_it(self) -> None:
        history = History().run("2026-03-02", "A=100")
        history.event(EventKind.PAYMENT, "2026-03-06", amount=100)
        assert history.episodes("2026-03-09")["A"].days_late == 5

    def test_not_on_the_day_of_an_earlier_part(self) -> None:
        """The log knows the first half of 4 March only; the rest came at some time after."""
        history = (
            History()
            .run("2026-03-02", "A=100")
            .event(EventKind.PAYMENT, "2026-03-04", amount=50)
            .run("2026-03-09", "A=50")
            .run("2026-03-30")
        )
        levels = history.episodes("2026-03-30")["A"].levels
        assert [(level.on, level.left, level.exact) for level in levels] == [
            (D("2026-03-04"), euro(50), True),
            (D("2026-03-30"), euro(0), False),
        ]

    def test_early_counts_as_in_time(self) -> None:
        history = History().run("2026-02-02", "A=100").run("2026-02-16")
        assert history.episodes("2026-03-09")["A"].days_late == 0

    def test_by_the_due_date_that_the_list_gave_last(self) -> None:
        history = History().run("2026-02-02", "A=100")
        history.due = {"A": "2026-03-15"}
        history.run("2026-03-02", "A=100").run("2026-03-20", "A=100", "B=1").run("2026-03-23")
        assert history.episodes("2026-03-23")["A"].days_late == 8


class TestNotPaid:
    def test_as_long_as_it_is_in_the_list(self) -> None:
        still = History().run("2026-03-02", "A=100").episodes("2026-05-04")["A"]
        assert (still.paid, still.days_late, still.seen_open_on) == (None, None, D("2026-05-04"))

    def test_when_it_came_back(self) -> None:
        history = (
            History()
            .run("2026-03-02", "A=100")
            .run("2026-03-09")
            .run("2026-03-16", "A=100")
            .run("2026-03-30")
        )
        episode = history.episodes("2026-03-16")["A"]
        assert (episode.paid, episode.levels) == (None, ())
        assert episode.returned == (D("2026-03-16"),)
        assert history.episodes("2026-03-30")["A"].days_late == 29

    def test_when_it_was_credited(self) -> None:
        history = (
            History()
            .run("2026-03-02", "A=100")
            .event(EventKind.CREDIT, "2026-03-04", amount=100)
            .run("2026-03-09")
        )
        episode = history.episodes("2026-03-09")["A"]
        assert (episode.paid, episode.ended_on) == (None, D("2026-03-04"))

    def test_when_an_agency_had_it_before_it_left_the_list(self) -> None:
        history = (
            History()
            .run("2026-03-02", "A=100")
            .event(EventKind.HANDOVER, "2026-03-16")
            .run("2026-04-06")
        )
        episode = history.episodes("2026-04-06")["A"]
        assert (episode.paid, episode.ended_on) == (None, D("2026-03-16"))

    def test_unless_it_was_taken_back_from_the_agency(self) -> None:
        history = (
            History()
            .run("2026-03-02", "A=100")
            .event(EventKind.HANDOVER, "2026-03-16")
            .event(EventKind.UNBLOCK, "2026-03-20")
            .run("2026-04-06")
        )
        assert history.episodes("2026-04-06")["A"].days_late == 36

    def test_an_older_hand_over_of_the_debtor_says_nothing_of_a_new_invoice(self) -> None:
        history = (
            History()
            .event(EventKind.HANDOVER, "2025-01-06", "")
            .run("2026-03-02", "A=100")
            .run("2026-03-09")
        )
        assert history.episodes("2026-03-09")["A"].days_late == 8


def test_what_was_paid_in_parts_tells_what_was_open_on_each_day() -> None:
    history = (
        History().run("2026-03-02", "A=100").run("2026-03-09", "A=40").run("2026-03-16", "A=70")
    )
    episode = history.episodes("2026-03-16")["A"]
    days = ("2026-03-01", "2026-03-08", "2026-03-09", "2026-03-16")
    assert [episode.open_on(D(day)) for day in days] == [euro(n) for n in (100, 100, 40, 70)]


def test_a_credit_note_has_no_episode() -> None:
    assert History().run("2026-03-02", "C=-50").run("2026-03-09").episodes("2026-03-09") == {}


def test_a_payment_that_was_taken_back_does_not_count() -> None:
    history = History().run("2026-03-02", "A=100")
    history.event(EventKind.PAYMENT, "2026-03-06", amount=100)
    history.event(EventKind.VOID, "2026-03-07", voids="e0")
    assert history.episodes("2026-03-09")["A"].paid is None


def test_what_was_seen_after_the_reference_date_does_not_count() -> None:
    """A run of a later day may have been taken back, so that an earlier one was made after it."""
    history = History().run("2026-03-02", "A=100").run("2026-03-30")
    assert history.episodes("2026-03-09")["A"].paid is None
