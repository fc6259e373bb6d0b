"""The score: what adds to it, what it says of the hardly known, and what never lowers it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xl_dunning.rules.money import euro
from xl_dunning.rules.risk.episodes import Episode, Level
from xl_dunning.rules.risk.habits import Habit, habits, portfolio
from xl_dunning.rules.risk.score import Record, RiskLevel, Score, ScorePart, score

TODAY = date(2026, 11, 20)
NOTHING = Record()


def payment(days_late: int, *, debtor: str = "1", ago: int = 100, number: int = 0) -> Episode:
    """An invoice due so many days ago, paid so many days late; the log gives the day."""
    due = TODAY - timedelta(days=ago)
    return Episode(
        debtor=debtor,
        invoice=f"{debtor}-{number}",
        currency="EUR",
        due_date=due,
        invoice_date=due - timedelta(days=30),
        first_seen=due - timedelta(days=20),
        first_open=euro(100),
        levels=(Level(on=due + timedelta(days=days_late), left=euro(0), exact=True),),
        seen_open_on=due,
        ended_on=None,
        returned=(),
    )


def scores(
    payments: dict[str, list[int]], *, records: dict[str, Record] | None = None, ago: int = 100
) -> dict[str, Score]:
    """The score of each debtor who made payments so many days late."""
    of_debtors = {
        debtor: [
            payment(days, debtor=debtor, ago=ago, number=number)
            for number, days in enumerate(listed)
        ]
        for debtor, listed in payments.items()
    }
    known = habits(of_debtors, reference_date=TODAY)
    everyone = portfolio(known.values(), [each for own in of_debtors.values() for each in own])
    found: dict[str, Score] = {}
    for debtor, habit in known.items():
        record = (records or {}).get(debtor, NOTHING)
        made = score(habit, record, everyone, reference_date=TODAY)
        assert made is not None
        found[debtor] = made
    return found


ORDINARY = {str(number): [0, 0, 10, 25] for number in range(10, 30)}
"""Twenty debtors who pay half of their invoices late."""


def one(listed: list[int], record: Record = NOTHING, *, ago: int = 100) -> Score:
    """The score of debtor 1 among the ordinary ones."""
    return scores({**ORDINARY, "1": listed}, records={"1": record}, ago=ago)["1"]


class TestParts:
    def test_who_always_pays_in_time_has_a_low_score(self) -> None:
        found = one([0] * 20)
        assert (found.level, found.points) == (RiskLevel.LOW, 4)

    def test_who_always_pays_two_months_late_has_most_of_two_parts(self) -> None:
        found = one([60] * 40)
        parts = {each.part: round(each.points) for each in found.contributions}
        assert parts == {ScorePart.DAYS_LATE: 30, ScorePart.SHARE_LATE: 24}
        assert found.level is RiskLevel.MIDDLE

    @pytest.mark.parametrize(
        ("record", "part", "points"),
        [
            (Record(overdue=1), ScorePart.OPEN_OVERDUE, 5),
            (Record(overdue=9), ScorePart.OPEN_OVERDUE, 20),  # four usual invoices are the most
            (Record(promises=3, broken=1), ScorePart.PROMISES_BROKEN, 5),
            (Record(promises=3, partly=1), ScorePart.PROMISES_BROKEN, 2.5),
            (Record(promises=9, broken=9), ScorePart.PROMISES_BROKEN, 10),
            (Record(handed_over=TODAY), ScorePart.HANDED_OVER, 10),
            (Record(returned=1), ScorePart.RETURNED, 5),
            (Record(disputes=1), ScorePart.DISPUTES, 2.5),
            (Record(disputes=9), ScorePart.DISPUTES, 5),
        ],
    )
    def test_each_part_adds_its_points(
        self, record: Record, part: ScorePart, points: float
    ) -> None:
        found = one([0] * 20, record)
        (added,) = (each for each in found.contributions if each.part is part)
        assert added.points == points
        assert found.points == pytest.approx(one([0] * 20).points + points, abs=0.6)

    def test_everything_together_is_one_hundred_at_most(self) -> None:
        worst = Record(overdue=50, promises=9, broken=9, disputes=9, returned=9, handed_over=TODAY)
        found = one([365] * 500, worst)
        assert 98 <= found.points <= 100
        assert found.level is RiskLevel.HIGH

    def test_what_adds_most_is_told_first(self) -> None:
        points = [each.points for each in one([60] * 5, Record(overdue=2)).contributions]
        assert points == sorted(points, reverse=True)


class TestHardlyKnown:
    def test_fewer_than_three_payments_are_called_thin(self) -> None:
        assert [one([0] * count).thin for count in (0, 2, 3)] == [True, True, False]

    def test_who_is_not_known_at_all_has_the_score_of_all(self) -> None:
        average = round(sum(each.points for each in scores(ORDINARY).values()) / len(ORDINARY))
        assert one([]).points == pytest.approx(average, abs=1)

    def test_one_lucky_payment_is_not_ranked_above_twenty_of_twenty_two(self) -> None:
        assert one([0]).points > one([0] * 20 + [10, 10]).points

    def test_one_unlucky_payment_is_not_ranked_below_twenty_of_twenty_two(self) -> None:
        assert one([30]).points < one([30] * 20 + [0, 0]).points

    def test_without_any_payment_of_anybody_there_is_no_score(self) -> None:
        everyone = portfolio([Habit()], [])
        assert score(Habit(), Record(overdue=9), everyone, reference_date=TODAY) is None


class TestFreshness:
    def test_what_was_long_ago_counts_less(self) -> None:
        points = [one([60] * 5, ago=ago).points for ago in (100, 800, 2000)]
        assert points == sorted(points, reverse=True)
        assert points[0] > points[2]

    def test_a_last_payment_of_more_than_a_year_ago_is_told(self) -> None:
        assert one([10] * 5).stale is None
        assert one([10] * 5, ago=500).stale == TODAY - timedelta(days=490)

    def test_one_forgotten_invoice_does_not_say_it_all(self) -> None:
        """It counts as ninety days, however late it was."""
        assert one([0] * 9 + [90]).points == one([0] * 9 + [900]).points


payments = st.lists(st.integers(-20, 200), max_size=8)
lists = st.lists(payments, min_size=1, max_size=6)


@settings(deadline=None)
@given(own=payments.filter(bool), others=lists, later=st.integers(1, 120), which=st.integers(0, 7))
def test_paying_later_never_lowers_a_score(
    own: list[int], others: list[list[int]], later: int, which: int
) -> None:
    portfolio_of = {str(number): listed for number, listed in enumerate(others, start=10)}
    worse = list(own)
    worse[which % len(own)] += later
    before = scores({"1": own, **portfolio_of})["1"]
    assert scores({"1": worse, **portfolio_of})["1"].points >= before.points


@settings(deadline=None)
@given(own=payments, others=lists)
def test_one_more_payment_that_is_very_late_never_lowers_a_score(
    own: list[int], others: list[list[int]]
) -> None:
    portfolio_of = {str(number): listed for number, listed in enumerate(others, start=10)}
    if not (own or any(others)):
        return
    before = scores({"1": own, **portfolio_of})["1"]
    assert scores({"1": [*own, 90], **portfolio_of})["1"].points >= before.points


@settings(deadline=None)
@given(own=payments.filter(bool), record=st.builds(Record, overdue=st.floats(0, 9)))
def test_no_part_of_the_record_ever_lowers_a_score(own: list[int], record: Record) -> None:
    before = scores({"1": own}, records={"1": record})["1"].points
    for worse in (
        replace(record, overdue=record.overdue + 1),
        replace(record, promises=1, broken=1),
        replace(record, promises=1, partly=1),
        replace(record, disputes=1),
        replace(record, returned=1),
        replace(record, handed_over=TODAY),
    ):
        assert scores({"1": own}, records={"1": worse})["1"].points >= before


@settings(deadline=None)
@given(
    own=st.lists(st.integers(-20, 200), min_size=3, max_size=20),
    stranger=st.lists(st.integers(-20, 200), min_size=1, max_size=30),
)
def test_a_stranger_moves_a_score_only_through_the_mean_of_all_and_not_far(
    own: list[int], stranger: list[int]
) -> None:
    """Twenty others with a weight of some 0.4 each; a stranger has one of less than 1.

    So he moves the mean days by less than 90/8 and the share by less than 1/8. With three invoices
    or more of his own a debtor takes over at most 5/(5 + 2.4) of it, and a score counts 30/45
    points a day and 25 points for the share.
    """
    before = scores({**ORDINARY, "1": own})["1"]
    after = scores({**ORDINARY, "1": own, "2": stranger})["1"]
    assert abs(after.points - before.points) <= 5 / 7.4 * (30 / 45 * 90 / 8 + 25 / 8) + 1
