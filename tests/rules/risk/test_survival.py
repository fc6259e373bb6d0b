"""When invoices are paid: Kaplan-Meier with open and late-seen invoices, and its shrinkage."""

from __future__ import annotations

import random
from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from xl_dunning.rules.risk.survival import (
    EARLIEST,
    LATEST,
    Curve,
    Remaining,
    Span,
    gathered,
    product_limit,
    remaining,
)

NOTHING = product_limit([])


def paid(day: int, entry: int = -30) -> Span:
    return Span(entry=entry, exit=day, paid=True)


def still_open(day: int, entry: int = -30) -> Span:
    return Span(entry=entry, exit=day, paid=False)


def own_curve(*spans: Span, after: int = -30) -> Remaining:
    """The Kaplan-Meier curve of one debtor: all debtors together count for next to nothing."""
    return remaining(gathered(spans), NOTHING, pseudo=1e-12, after=after)


def unpaid_after(found: Remaining, day: int) -> float:
    return found.unpaid[min(day - found.after, len(found.unpaid)) - 1]


class TestKaplanMeier:
    def test_the_worked_example(self) -> None:
        """Five invoices; paid after 2, 5 and 9 days, and two still open after 4 and 10.

        Unpaid after 2: 4/5. After 5, of the three then in view, 2/3 of that. After 9: half of it.
        """
        found = own_curve(paid(2), still_open(4), paid(5), paid(9), still_open(10))
        expected = {1: 1, 2: 4 / 5, 4: 4 / 5, 5: 8 / 15, 8: 8 / 15, 9: 4 / 15, 30: 4 / 15}
        assert {day: unpaid_after(found, day) for day in expected} == pytest.approx(expected)
        assert (found.quantile(0.2), found.quantile(0.5), found.quantile(0.9)) == (2, 9, None)

    def test_an_invoice_first_seen_late_tells_nothing_of_the_days_before(self) -> None:
        """Two of three that were watched from the start are paid on day 5; the third is joined on
        day 20 by two more that were in the list already when the first run looked.
        """
        late = [paid(40, entry=20), still_open(60, entry=20)]
        found = own_curve(paid(5), paid(5), still_open(60), *late)
        assert unpaid_after(found, 5) == pytest.approx(1 / 3)
        assert unpaid_after(found, 40) == pytest.approx(1 / 3 * 2 / 3)

    def test_what_is_left_is_counted_from_the_age_it_has_now(self) -> None:
        found = own_curve(paid(2), paid(5), paid(9), paid(9), after=5)
        assert (found.quantile(0.5), found.paid_within(3)) == (9, 0)
        assert found.paid_within(4) == pytest.approx(1)


class TestAllTogether:
    def test_a_day_on_which_only_one_was_in_view_does_not_decide_for_all(self) -> None:
        """One invoice of fifty days before its due date was paid: not everything is paid then."""
        curve = product_limit([paid(-50, entry=-55), *[paid(10) for _ in range(40)]])
        assert curve.hazard[-50 - EARLIEST] == pytest.approx(1 / 2)
        found = remaining(gathered([]), curve, pseudo=5, after=-51)
        assert found.quantile(0.5) == -50
        assert remaining(gathered([]), curve, pseudo=5, after=-30).quantile(0.5) == 10

    def test_weights_count(self) -> None:
        heavy = Span(entry=-30, exit=3, paid=True, weight=3)
        curve = product_limit([heavy, paid(20)])
        assert curve.hazard[3 - EARLIEST] == pytest.approx(3 / (4 + 2)), "4, and one of mean weight"

    def test_tells_how_many_were_followed_so_far(self) -> None:
        curve = product_limit([paid(5), still_open(9), still_open(400)])
        assert [curve.known_after(day) for day in (0, 5, 9, LATEST - 1)] == [3, 2, 1, 1]


class TestShrinkage:
    common = product_limit([paid(10) for _ in range(1000)])

    def test_who_has_no_invoices_has_the_curve_of_all(self) -> None:
        assert remaining(gathered([]), self.common, pseudo=4, after=0).quantile(0.5) == 10

    def test_who_has_few_lies_in_between(self) -> None:
        """Hazard on day 10: none of his two, and (almost) all of the four: 4 / (2 + 4)."""
        found = remaining(gathered([paid(30), paid(30)]), self.common, pseudo=4, after=0)
        assert unpaid_after(found, 10) == pytest.approx(1 / 3, abs=0.01)

    def test_who_has_many_stands_for_himself(self) -> None:
        found = remaining(gathered([paid(30)] * 100), self.common, pseudo=4, after=0)
        assert found.quantile(0.5) == 30


spans = st.lists(
    st.tuples(st.integers(-80, 100), st.integers(1, 400), st.booleans()).map(
        lambda drawn: Span(entry=drawn[0], exit=drawn[0] + drawn[1], paid=drawn[2])
    ),
    max_size=30,
)


@settings(deadline=None)
@given(own=spans, everyone=spans, after=st.integers(-100, 500), pseudo=st.floats(0.5, 30))
def test_a_curve_is_a_curve(
    own: list[Span], everyone: list[Span], after: int, pseudo: float
) -> None:
    curve = product_limit([*own, *everyone])
    assert all(0 <= hazard < 1 for hazard in curve.hazard)
    found = remaining(gathered(own), curve, pseudo=pseudo, after=after)
    left = (1.0, *found.unpaid)
    assert all(0 <= later <= earlier for earlier, later in pairwise(left))
    quantiles = [found.quantile(share) for share in (0.1, 0.5, 0.9)]
    known = [day for day in quantiles if day is not None]
    assert known == sorted(known)
    assert quantiles[: len(known)] == known, "what is not reached early is not reached late"


@settings(deadline=None)
@given(own=spans, everyone=spans, seed=st.integers(0, 99))
def test_the_order_of_invoices_does_not_matter(
    own: list[Span], everyone: list[Span], seed: int
) -> None:
    def ahead(first: list[Span], all_of_them: list[Span]) -> tuple[Curve, Remaining]:
        curve = product_limit(all_of_them)
        return curve, remaining(gathered(first), curve, pseudo=5, after=0)

    dice = random.Random(seed)  # noqa: S311 - no secret
    mixed = ahead(dice.sample(own, len(own)), dice.sample(everyone, len(everyone)))
    straight = ahead(own, everyone)
    assert mixed[0].in_view == straight[0].in_view
    assert mixed[1].unpaid == pytest.approx(straight[1].unpaid)
