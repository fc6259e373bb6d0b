"""The sheet _wet holds the figures of the law, whole, dated and without a gap."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from itertools import groupby, pairwise

import pytest

from xl_dunning.excel.law_sheets import HEADER, KINDS, law_rows
from xl_dunning.law.calendar import is_working_day
from xl_dunning.law.loader import load_law
from xl_dunning.law.own_rates import OwnRate

ROWS = law_rows([load_law("nl"), load_law("be")])


def rows(what: str, country: str, key: str = "") -> list[tuple[object, ...]]:
    return [row[3:] for row in ROWS if row[:3] == (what, country, key)]


def test_every_row_is_as_wide_as_the_header() -> None:
    assert ROWS[0] == HEADER
    assert {len(row) for row in ROWS} == {len(HEADER)}


def test_rows_about_one_thing_stand_together_and_in_order() -> None:
    """VBA looks up where each group begins and ends, and halves the holidays."""
    groups = [about for about, _ in groupby(ROWS[2:], key=lambda row: row[:3])]
    assert len(groups) == len(set(groups))
    for country in ("nl", "be"):
        off = [row[0] for row in rows("feestdag", country)]
        assert off == sorted(off, key=str)


@pytest.mark.parametrize("country", ["nl", "be"])
@pytest.mark.parametrize("key", KINDS)
def test_rates_follow_each_other_and_end_where_the_law_data_end(country: str, key: str) -> None:
    table, found = load_law(country).rates[key], rows("rente", country, KINDS[key])
    for before, after in pairwise(found):
        assert isinstance(before[1], date)
        assert after[0] == before[1] + timedelta(days=1)
        assert after[2] != before[2]
    assert (found[0][0], found[-1][1]) == (table.rates[0].valid_from, table.known_until)
    assert found[-1][2] == int(table.rates[-1].percent * 10_000)


def test_the_scale_is_in_cents_and_ten_thousandths() -> None:
    assert rows("staffel", "nl", "consument") == [(date(2012, 7, 1), None, 4000, 677500, None)]
    assert rows("schijf", "nl", "consument")[1][2:] == (250000, 37500, 100000)
    assert rows("minimum", "be", "zakelijk")[-1][2] == 4000


@pytest.mark.parametrize("country", ["nl", "be"])
def test_days_off_on_weekdays_are_those_of_the_calendar(country: str) -> None:
    works = is_working_day(country)
    written = {row[0] for row in rows("feestdag", country)}
    day = date(2026, 1, 1)
    while day.year < 2029:
        assert works(day) is (day.weekday() < 5 and day not in written), day
        day += timedelta(days=1)


def test_the_stamp_changes_with_any_figure_and_only_then() -> None:
    own = OwnRate(
        country="nl",
        key="consumer",
        valid_from=date(2027, 1, 1),
        percent=Decimal("4.5"),
        added_on=date(2026, 12, 1),
    )
    again = law_rows([load_law("nl"), load_law("be")])
    other = law_rows([load_law("nl", own_rates=[own]), load_law("be")])
    assert again == ROWS
    assert other[1] != ROWS[1]
    assert len(other) == len(ROWS) + 1
