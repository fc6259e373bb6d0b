"""What one letter asks to be paid: an instalment where there is a plan, never the whole sum."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.letters.agreed import D, plan, side_letter
from tests.letters.factory import PAY_BY, TODAY, notice
from xl_dunning.rules.agreements.payment_asked import payment_asked
from xl_dunning.rules.agreements.side_letters import SideLetter
from xl_dunning.rules.agreements.states import Arrangement, InstalmentState
from xl_dunning.rules.money import ZERO, total
from xl_dunning.rules.proposal import Notice

FIRST = D("2026-12-01")
PROMISE = Arrangement(on=TODAY, until=D("2026-11-30"), amount=Decimal("500.00"))
OF_PLANS = [
    "regeling_voorstel",
    "regeling_bevestiging",
    "regeling_herinnering",
]


def with_plan(template: str, *instalments: InstalmentState) -> Notice:
    return side_letter(template, Arrangement(on=TODAY, instalments=instalments))


@pytest.mark.parametrize(
    ("letter", "amount", "by"),
    [
        # a letter of a stage asks for everything by its own day
        (notice(), "1210.00", PAY_BY),
        # the first instalment by its own day, not 1,210 by the day of the letter
        (with_plan("regeling_voorstel", *plan("400.00", "400.00", "410.00")), "400.00", FIRST),
        # the first one is paid: the next
        (
            with_plan("regeling_bevestiging", *plan("400.00", "300.00", paid=("400.00",))),
            "300.00",
            D("2027-01-01"),
        ),
        # the first one is half paid: its other half
        (
            with_plan("regeling_bevestiging", *plan("400.00", "300.00", paid=("150.00",))),
            "250.00",
            FIRST,
        ),
        # late: what is left of it, by the day of the letter
        (
            with_plan("regeling_herinnering", *plan("400.00", "300.00", paid=("150.00",), late=1)),
            "250.00",
            PAY_BY,
        ),
        # two late: both together
        (with_plan("regeling_herinnering", *plan("400.00", "300.00", late=2)), "700.00", PAY_BY),
        # all paid: nothing
        (with_plan("regeling_bevestiging", *plan("400.00", paid=("400.00",))), "0.00", PAY_BY),
        # the plan has ended: everything, whatever its instalments were
        (with_plan("regeling_verbroken", *plan("400.00", "300.00", late=1)), "1210.00", PAY_BY),
        # a promise and a settlement: the agreed amount by the agreed day
        (side_letter("bevestiging_afspraak", PROMISE), "500.00", D("2026-11-30")),
        (side_letter("schikkingsvoorstel", PROMISE), "500.00", D("2026-11-30")),
        # a later due date for everything
        (
            side_letter("bevestiging_afspraak", replace(PROMISE, amount=None)),
            "1210.00",
            D("2026-11-30"),
        ),
        # after a partial dispute: what remains, by the day of the letter
        (side_letter("antwoord_betwisting", PROMISE), "500.00", PAY_BY),
        (side_letter("opschorting", Arrangement(on=TODAY)), "1210.00", PAY_BY),
    ],
)
def test_each_letter_asks_for_its_own_payment(letter: Notice, amount: str, by: date) -> None:
    asked = payment_asked(letter)
    assert (asked.amount, asked.by) == (Decimal(amount), by)


def test_a_template_that_is_only_the_key_of_its_stage_counts_too() -> None:
    broken = with_plan("regeling_verbroken", *plan("400.00", "300.00", late=1))
    unnamed = replace(broken, stage=replace(broken.stage, template=""))
    assert payment_asked(unnamed).amount == Decimal("1210.00")


cents = st.integers(min_value=1, max_value=500_000).map(lambda number: Decimal(number) / 100)


@st.composite
def instalments(draw: st.DrawFn) -> tuple[InstalmentState, ...]:
    count = draw(st.integers(min_value=1, max_value=12))
    return tuple(
        InstalmentState(
            number=number,
            due_on=TODAY + timedelta(days=draw(st.integers(min_value=-60, max_value=300))),
            amount=(amount := draw(cents)),
            paid=draw(st.sampled_from([ZERO, amount, min(amount, Decimal("0.01"))])),
            late=draw(st.booleans()),
        )
        for number in range(1, count + 1)
    )


@given(parts=instalments(), template=st.sampled_from(OF_PLANS))
def test_a_letter_about_a_running_plan_asks_for_open_instalments_only(
    parts: tuple[InstalmentState, ...], template: str
) -> None:
    asked = payment_asked(with_plan(template, *parts))
    left = [part for part in parts if part.left > ZERO]
    late = [part for part in left if part.late]
    assert (asked.amount > ZERO) is bool(left)
    if late:
        assert asked.amount == total(part.left for part in late)
        assert asked.by == PAY_BY
    elif left:
        assert (asked.amount, asked.by) in {(part.left, part.due_on) for part in left}
        assert asked.by == min(part.due_on for part in left)


@given(parts=instalments(), template=st.sampled_from([*SideLetter]))
def test_no_letter_outside_the_stages_asks_for_more_than_everything_or_the_plan(
    parts: tuple[InstalmentState, ...], template: SideLetter
) -> None:
    letter = with_plan("regeling_voorstel", *parts)
    letter = replace(letter, stage=replace(letter.stage, template=template.value))
    most = max(letter.total, total(part.left for part in parts))
    assert ZERO <= payment_asked(letter).amount <= most
