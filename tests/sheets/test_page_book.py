"""Pages in a workbook: real dates and amounts, text that stays text, the same bytes every time."""

from __future__ import annotations

import io
from dataclasses import replace
from datetime import date, datetime, time

import pytest
from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook

from tests.pages import DAY, PAGE, TABLE
from xl_dunning.sheets.page_book import workbook_of
from xl_dunning.workflow.pages import Page, PageColumn, PageTable, Section


def opened(*pages: Page) -> Workbook:
    return load_workbook(io.BytesIO(workbook_of(pages, day=DAY, title="Dossier 1")))


def moment(day: date) -> datetime:
    return datetime.combine(day, time())


def test_values_are_what_they_are() -> None:
    rows = [list(row) for row in opened(PAGE)["Blad"].iter_rows(min_row=6, values_only=True)]
    assert rows[:3] == [
        ["2026-01", moment(date(2026, 11, 1)), 20, 8, 1234.5, "abc"],
        ["=1+1", None, None, None, None, None],
        ["Totaal", None, None, None, 1234.5, None],
    ]


def test_text_that_looks_like_a_formula_stays_text() -> None:
    cell = opened(PAGE)["Blad"].cell(7, 1)
    assert (cell.value, cell.data_type) == ("=1+1", "s")


def test_figures_show_their_currency_and_percent() -> None:
    sheet = opened(PAGE)["Blad"]
    formats = [sheet.cell(6, column).number_format for column in range(1, 7)]
    assert formats == ["@", "dd-mm-yyyy", "0", '0.00"%"', '"€" #,##0.00', "@"]


def test_each_page_is_a_sheet_in_its_order() -> None:
    names = [f"Blad {number}" for number in range(3)]
    book = opened(*(replace(PAGE, name=name) for name in names))
    assert book.sheetnames == names


def test_the_same_pages_give_the_same_bytes_whenever_they_are_made() -> None:
    first, second = (workbook_of([PAGE], day=DAY, title="x") for _ in range(2))
    assert first == second
    assert opened(PAGE).properties.created == moment(DAY)


def test_a_table_alone_on_its_sheet_keeps_its_header_in_view() -> None:
    alone = Page(name="Alleen", title="Alleen", sections=(Section(table=TABLE),))
    sheet = opened(alone)["Alleen"]
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A4", "A3:F5")
    assert sheet.print_title_rows == "$3:$3"


@pytest.mark.parametrize(
    "text", ["bel\x07", "株式会社 🙂", "'=x", "<b> & </b>", "x" * 40_000, "http://a.example"]
)
def test_odd_characters_and_long_notes_do_no_harm(text: str) -> None:
    column = PageColumn(header="Notitie", width=60)
    page = Page(
        name="x",
        title="x",
        sections=(
            Section(paragraphs=(text,), table=PageTable(columns=(column,), rows=((text,),))),
        ),
    )
    cell = opened(page)["x"].cell(5, 1)
    assert str(cell.value)[:3] == text[:3]
    assert "\x07" not in str(cell.value)
    assert "_x" not in str(cell.value)
    assert cell.hyperlink is None


def test_a_row_is_as_high_as_its_longest_text_needs() -> None:
    columns = (PageColumn(header="Kort", width=20), PageColumn(header="Lang", width=60))
    rows = (("a", "b"), ("a", "woord " * 60))
    page = Page(
        name="x", title="x", sections=(Section(table=PageTable(columns=columns, rows=rows)),)
    )
    sheet = opened(page)["x"]
    heights = [sheet.row_dimensions[row].height for row in (4, 5)]
    assert heights[0] < 20
    assert heights[1] > 60
