"""A page in Word: everything on it can be read back, and the same page gives the same bytes."""

from __future__ import annotations

import io
from datetime import date
from decimal import Decimal
from typing import Any

import docx
import pytest

from tests.pages import DAY, PAGE, TABLE
from xl_dunning.letters.document import WIDTH, document
from xl_dunning.workflow.pages import Page, PageColumn, PageTable, Section, Shape


def opened(page: Page) -> Any:  # noqa: ANN401 - python-docx names no public type for it
    return docx.Document(io.BytesIO(document(page, footer="Dossier 1", day=DAY)))


def test_figures_and_days_stand_there_as_a_dutch_reader_writes_them() -> None:
    (table,) = opened(PAGE).tables
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows == [
        ["Factuur", "Vervaldatum", "Dagen", "Per jaar", "Rente", "Code"],
        ["2026-01", "01-11-2026", "20", "8,00%", "€\xa01.234,50", "abc"],
        ["=1+1", "–", "–", "–", "–", ""],
        ["Totaal", "", "", "", "€\xa01.234,50", ""],
    ]


def test_the_header_is_repeated_and_no_row_breaks_over_a_page() -> None:
    (table,) = opened(PAGE).tables
    first, *rest = [row._tr.xml for row in table.rows]
    assert "w:tblHeader" in first
    assert not any("w:tblHeader" in xml for xml in rest)
    assert all("w:cantSplit" in xml for xml in (first, *rest))


def test_titles_words_and_footer_are_there() -> None:
    made = opened(PAGE)
    texts = [paragraph.text for paragraph in made.paragraphs if paragraph.text]
    assert texts == ["Een blad", "Deel", "Een zin.", "Slot"]
    assert made.sections[0].footer.paragraphs[0].text.startswith("Dossier 1\tpagina ")
    assert made.core_properties.title == "Een blad"


def test_the_same_page_gives_the_same_bytes_whenever_it_is_made() -> None:
    assert document(PAGE, footer="x", day=DAY) == document(PAGE, footer="x", day=DAY)


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("Jansen & Zn. <BV>", "Jansen & Zn. <BV>"),
        ("{{ naam }} {% if %}", "{{ naam }} {% if %}"),
        ("bel\x07 \x00en", "bel en"),
        ("\u202eomgekeerd", "omgekeerd"),
        ("regel 1\r\nregel 2", "regel 1\nregel 2"),
        ("\ud800half", "half"),
        ("株式会社 🙂", "株式会社 🙂"),
    ],
)
def test_odd_characters_do_no_harm(typed: str, read: str) -> None:
    page = Page(name="x", title=typed, sections=(Section(paragraphs=(typed,)),))
    assert opened(page).paragraphs[1].text == read


@pytest.mark.parametrize("width", [10, 40, 200])
def test_a_table_never_runs_off_the_page(width: float) -> None:
    columns = tuple(PageColumn(header=f"kolom {at}", width=width) for at in range(8))
    page = Page(name="x", title="x", sections=(Section(table=PageTable(columns=columns, rows=())),))
    (table,) = opened(page).tables
    assert sum(column.width.mm for column in table.columns) <= WIDTH + 0.5


def test_a_list_of_labels_has_no_header() -> None:
    table = PageTable(
        columns=(PageColumn(header="", width=40), PageColumn(header="", width=100)),
        rows=(("Naam", "Wij"),),
        with_header=False,
    )
    made = opened(Page(name="x", title="x", sections=(Section(table=table),)))
    assert [[cell.text for cell in row.cells] for row in made.tables[0].rows] == [["Naam", "Wij"]]


def test_an_amount_in_another_currency_bears_its_name() -> None:
    table = PageTable(
        columns=(PageColumn(header="Bedrag", width=40, shape=Shape.MONEY),),
        rows=((Decimal("1234.5"),), (date(2026, 11, 1),)),
        currency="USD",
    )
    made = opened(Page(name="x", title="x", sections=(Section(table=table),)))
    assert made.tables[0].cell(1, 0).text == "USD\xa01.234,50"
    assert TABLE.currency == "EUR"
