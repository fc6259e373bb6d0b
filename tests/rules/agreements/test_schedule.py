"""The instalments of a plan: what may be typed, what comes of it, and what is refused."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_dunning.frontends.messages_nl import refusal_text
from xl_dunning.rules.agreements.schedule import (
    MOST,
    Every,
    schedule,
    schedule_from,
    schedule_text,
)
from xl_dunning.rules.events import Instalment
from xl_dunning.rules.findings import Refusal
from xl_dunning.rules.money import total

THREE = "01-12-2026: 400,00; 01-01-2027: 400,00; 01-02-2027: 400,00"


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        # as the sheet and the database keep it
        (THREE, THREE),
        # shortly: how many, how much, how often, from when
        ("3 x 400 per maand vanaf 1-12-2026", THREE),
        ("3x400 per maand vanaf 01-12-2026", THREE),
        ("3 × € 400,00 elke maand vanaf 1/12/2026", THREE),
        ("3 keer 400 per Maand met ingang van 2026-12-01", THREE),
        ("3 termijnen van 400.00 per maand vanaf 1-12-26", THREE),
        ("3 x € 400,- per maand vanaf 1-12-2026", THREE),
        # a cell in which Excel broke the line, and a point at the end of the sentence
        ("3 x 400 per maand\nvanaf  1-12-2026.", THREE),
        # with the whole debt: the last instalment takes what is left
        ("1000: 333,34 per maand vanaf 1-12-2026", "01-12-2026: 333,34; 01-01-2027: 333,34; "
         "01-02-2027: 333,32"),
        ("€ 1.000,00: € 500 per maand vanaf 1-12-2026", "01-12-2026: 500,00; 01-01-2027: 500,00"),
        # how often
        ("2 x 10 per week vanaf 1-12-2026", "01-12-2026: 10,00; 08-12-2026: 10,00"),
        ("2 x 10 per 7 dagen vanaf 1-12-2026", "01-12-2026: 10,00; 08-12-2026: 10,00"),
        ("2 x 10 per 2 weken vanaf 1-12-2026", "01-12-2026: 10,00; 15-12-2026: 10,00"),
        ("2 x 10 per twee weken vanaf 1-12-2026", "01-12-2026: 10,00; 15-12-2026: 10,00"),
        ("2 x 10 per 14 dagen vanaf 1-12-2026", "01-12-2026: 10,00; 15-12-2026: 10,00"),
        ("2 x 10 per kwartaal vanaf 1-12-2026", "01-12-2026: 10,00; 01-03-2027: 10,00"),
        # the end of a month stays the end of a month: each is counted from the first day
        ("4 x 10 per maand vanaf 31-12-2026", "31-12-2026: 10,00; 31-01-2027: 10,00; "
         "28-02-2027: 10,00; 31-03-2027: 10,00"),
        ("2 x 10 per maand vanaf 31-1-2028", "31-01-2028: 10,00; 29-02-2028: 10,00"),
        # one by one, on lines of their own or between semicolons, with or without a colon
        ("1-12-2026 400\n1-1-2027 = 400,00\n1-2-2027: € 400", THREE),
        ("01-12-2026: 400,00;;01-01-2027: 400,00 ; 01-02-2027: 400,00;", THREE),
        # typed out of order, they stand oldest first
        ("1-2-2027: 400; 1-12-2026: 400; 1-1-2027: 400", THREE),
        # a point before three digits divides thousands, as everywhere in Dutch
        ("1 x 1.250 per maand vanaf 1-12-2026", "01-12-2026: 1250,00"),
        ("1-12-2026: 1.250,5", "01-12-2026: 1250,50"),
    ],
)  # fmt: skip
def test_what_may_be_typed(typed: str, read: str) -> None:
    assert schedule_text(schedule_from(typed) or ()) == read


@pytest.mark.parametrize(
    ("typed", "why"),
    [
        ("", "nothing"),
        (";", "nothing between semicolons"),
        ("drie termijnen van 400", "words without a first day"),
        ("3 x 400 vanaf 1-12-2026", "how often is missing"),
        ("3 x 400 per maand", "the first day is missing"),
        ("3 x 400 per 4 weken vanaf 1-12-2026", "a rhythm that is not known"),
        ("3 x 400 per maand vanaf 31-11-2026", "a day that does not exist"),
        ("3 x 400 per maand vanaf 12-31-2026", "the month first"),
        ("3 x 400 per maand vanaf 1-12-0026", "a year that is a slip of the pen"),
        ("3 x 400 per maand vanaf 1-12-9999", "no instalment lies after the end of the calendar"),
        ("2 x 400 per kwartaal vanaf 1-12-2199", "the last one lies beyond what is read back"),
        ("0 x 400 per maand vanaf 1-12-2026", "no instalment"),
        ("3 x 0 per maand vanaf 1-12-2026", "instalments of nothing"),
        ("121 x 10 per week vanaf 1-12-2026", "more than ten years of months"),
        ("1-12-2026", "a day without an amount: 2020 and 26 euro must not come of it"),
        ("1-12-2026: 0", "an amount of nothing"),
        ("1-12-2026: 400; iets", "one part that is not an instalment"),
        ("1-12-2026: 400,000", "three decimals"),
        ("1-12-2026: -400", "a negative amount"),
        ("; ".join(["1-12-2026: 1"] * (MOST + 1)), "one too many, one by one"),
    ],
)
def test_what_is_no_schedule(typed: str, why: str) -> None:
    assert schedule_from(typed) is None, why


def test_the_most_instalments_are_read_back() -> None:
    most = schedule_from(f"{MOST} x 10 per week vanaf 1-12-2026")
    assert most is not None
    assert len(most) == MOST
    assert schedule_from(schedule_text(most)) == most


S25 = [
    ("a", "3600", "600", [Decimal("600.00")] * 6),
    ("b", "1000", "333.34", [Decimal("333.34"), Decimal("333.34"), Decimal("333.32")]),
]


@pytest.mark.parametrize(("case", "debt", "each", "parts"), S25, ids=[case for case, *_ in S25])
def test_s25_a_debt_in_equal_instalments(
    case: str, debt: str, each: str, parts: list[Decimal]
) -> None:
    made = schedule(Decimal(debt), each=Decimal(each), first=date(2026, 12, 1))
    assert [part.amount for part in made] == parts, case
    assert [part.due_on.month for part in made] == [12, 1, 2, 3, 4, 5][: len(parts)]


def refusal_of(debt: str, each: str) -> str:
    with pytest.raises(Refusal) as refused:
        schedule(Decimal(debt), each=Decimal(each), first=date(2026, 12, 1))
    return refusal_text(refused.value)


def test_a_plan_of_more_than_ten_years_of_months_is_refused() -> None:
    assert refusal_of("1200.01", "10.00") == (
        "Deze regeling heeft meer dan 120 termijnen. Kies hogere termijnen."
    )
    assert len(schedule(Decimal(1200), each=Decimal(10), first=date(2026, 12, 1))) == MOST


@pytest.mark.parametrize(("each", "shown"), [("0", "0,00"), ("-5", "-5,00")])
def test_an_instalment_of_nothing_is_refused(each: str, shown: str) -> None:
    assert refusal_of("100", each) == (
        f"Een termijn van €\N{NO-BREAK SPACE}{shown} kan niet. Kies een bedrag boven nul."
    )


amounts = st.decimals("0.01", "99999.99", places=2)
days = st.dates(date(1980, 1, 1), date(2100, 1, 1))


@given(st.lists(st.builds(Instalment, due_on=days, amount=amounts), min_size=1, max_size=MOST))
def test_the_text_of_a_schedule_reads_back_as_itself(parts: list[Instalment]) -> None:
    ordered = tuple(sorted(parts, key=lambda part: part.due_on))
    assert schedule_from(schedule_text(ordered)) == ordered


@given(debt=amounts, each=amounts, first=days, every=st.sampled_from(Every))
def test_instalments_add_up_to_the_debt_and_never_go_back(
    debt: Decimal, each: Decimal, first: date, every: Every
) -> None:
    each = max(each, debt / MOST).quantize(Decimal("0.01"))
    if each * MOST < debt:
        each += Decimal("0.01")
    made = schedule(debt, each=each, first=first, every=every)

    assert total(part.amount for part in made) == debt
    assert all(part.amount == each for part in made[:-1])
    assert made[-1].amount <= each
    gaps = [later.due_on - one.due_on for one, later in pairwise(made)]
    least = {Every.WEEK: 7, Every.TWO_WEEKS: 14, Every.MONTH: 28, Every.QUARTER: 89}[every]
    assert all(gap >= timedelta(days=least) for gap in gaps)
    assert schedule_from(schedule_text(made)) == made
