"""Results in the open workbook, whatever she did to her sheets in the meantime."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.office.memory_sheets import ExcelError, Sheet
from tests.office.open_books import in_memory, page_of
from xl_dunning.rules.findings import Refusal
from xl_dunning.sheets.live import read_grid, replace_table, write_results
from xl_dunning.sheets.marking import OwnSheet, ResultColumn, SheetColumn
from xl_dunning.sheets.reading import Layout

OURS = ("Fase", "Rente")
COLUMNS = (
    ResultColumn(key="dagen_te_laat", header="Dagen te laat", values={2: 9, 3: 9}),
    ResultColumn(key="fase", header="Fase", values={2: "Herinnering", 3: "Aanmaning"}),
    ResultColumn(key="rente", header="Rente", values={2: Decimal("1.25"), 3: Decimal("2.50")}),
)
LOG = OwnSheet(
    name="Logboek",
    title="",
    columns=(SheetColumn(header="Datum"), SheetColumn(header="Notitie")),
    rows=(("vandaag", "=1+1"),),
)
ROWS = [("F1", "formule", "oud", "oud"), ("F2", "formule", "oud", "oud")]


def book_with(*headers: str) -> Any:  # noqa: ANN401 - an xlwings Book
    """A list with these headers, and a log of two lines."""
    width = len(headers)
    return in_memory(
        {
            "Facturen": [headers, *(row[:width] + ("oud",) * (width - 4) for row in ROWS)],
            "Logboek": [("Datum", "Notitie", "van haar"), ("1", "2", "3"), ("4", "5", "6")],
        }
    )


def write(book: Any, *sheets: OwnSheet) -> None:  # noqa: ANN401 - an xlwings Book
    grid = read_grid(book, only=("Facturen", "Logboek"))
    layout = Layout(
        path=Path("Debiteuren.xlsm"),
        kind="xlsm",
        sheet="Facturen",
        header_row=1,
        last_row=3,
        columns=(),
        signature="",
    )
    write_results(book, layout, COLUMNS, sheets, grid)


def name(book: Any, key: str, column: int) -> None:  # noqa: ANN401 - an xlwings Book
    """Our hidden name for a result column."""
    page = page_of(book, "Facturen")
    book.impl.defined[f"_xld.{key}"] = page.range((1, column))


def column_of(page: Sheet, column: int) -> list[Any]:
    return [page.cells_at.get((row, column)) for row in (1, 2, 3)]


def state(book: Any) -> dict[str, Any]:  # noqa: ANN401 - an xlwings Book
    return {page.title: dict(page.cells_at) for page in book.impl.pages}


FIRST, SECOND = ["Herinnering", "Aanmaning"], [1.25, 2.5]


def test_the_results_stand_under_their_headers_and_her_formula_stays() -> None:
    book = book_with("Factuurnummer", "Dagen te laat", *OURS)
    write(book)
    page = page_of(book, "Facturen")
    assert column_of(page, 2)[1:] == ["formule", "formule"]
    assert column_of(page, 3)[1:] == FIRST
    assert column_of(page, 4)[1:] == SECOND


def test_a_header_that_she_renamed_is_found_by_its_name() -> None:
    book = book_with("Factuurnummer", "Dagen te laat", "Stap", "Rente")
    name(book, "fase", 3)
    name(book, "rente", 4)
    write(book)
    page = page_of(book, "Facturen")
    assert column_of(page, 3) == ["Stap", *FIRST]
    assert column_of(page, 4) == ["Rente", *SECOND]


def test_a_column_that_she_put_between_ours_stays_hers() -> None:
    book = book_with("Factuurnummer", "Fase", "Van mij", "Rente")
    write(book)
    page = page_of(book, "Facturen")
    assert column_of(page, 2) == ["Fase", *FIRST]
    assert column_of(page, 3) == ["Van mij", "oud", "oud"]
    assert column_of(page, 4) == ["Rente", *SECOND]


def test_her_own_column_rente_stays_hers() -> None:
    book = book_with("Factuurnummer", "Rente", "Fase", "Rente")
    name(book, "fase", 3)
    name(book, "rente", 4)
    write(book)
    page = page_of(book, "Facturen")
    assert column_of(page, 2) == ["Rente", "formule", "formule"]
    assert column_of(page, 4) == ["Rente", *SECOND]


def test_nor_is_it_taken_for_ours_when_she_deleted_ours() -> None:
    book = book_with("Factuurnummer", "Rente", "Van mij", "Fase")
    name(book, "fase", 4)  # the name of the deleted column is lost
    before = state(book)
    with pytest.raises(Refusal, match="LIVE_COLUMNS_GONE"):
        write(book)
    assert state(book) == before


def test_a_log_that_became_shorter_leaves_no_old_lines_and_her_column_stays() -> None:
    book = book_with("Factuurnummer", "Dagen te laat", *OURS)
    write(book, LOG)
    page = page_of(book, "Logboek")
    assert column_of(page, 1) == ["Datum", "vandaag", None]
    assert column_of(page, 2) == ["Notitie", "=1+1", None]
    assert not page.formulas
    assert column_of(page, 3) == ["van haar", "3", "6"]


def test_a_sheet_of_ours_that_she_deleted_comes_back() -> None:
    book = book_with("Factuurnummer", "Dagen te laat", *OURS)
    book.impl.pages.remove(page_of(book, "Logboek"))
    write(book, LOG)
    assert column_of(page_of(book, "Logboek"), 1) == ["Datum", "vandaag", None]


def test_when_the_last_sheet_refuses_everything_is_as_it_was() -> None:
    book = book_with("Factuurnummer", "Dagen te laat", *OURS)
    page_of(book, "Logboek").protected = True
    before = state(book)
    with pytest.raises(Refusal, match="LIVE_WRITE_FAILED"):
        write(book, LOG)
    assert state(book) == before


def test_also_a_sheet_that_came_back_goes_again() -> None:
    book = book_with("Factuurnummer", "Dagen te laat", *OURS)
    book.impl.pages.remove(page_of(book, "Logboek"))
    before = state(book)
    with pytest.raises(Refusal, match="LIVE_WRITE_FAILED"):
        write(book, LOG, Unwritable(name="Advies", title="", columns=(), rows=()))
    assert state(book) == before


class Unwritable(OwnSheet):
    """A sheet at which Excel stops: somebody began to type in a cell."""

    @property
    def columns(self) -> Any:  # noqa: ANN401
        raise ExcelError

    @columns.setter
    def columns(self, _: Any) -> None: ...  # noqa: ANN401


def filtered(book: Any, sheet: str, table: str, *rows: int) -> Sheet:  # noqa: ANN401
    page = page_of(book, sheet)
    page.hidden_by[table] = frozenset(rows)
    return page


def test_the_program_in_memory_writes_under_a_filter_as_badly_as_excel() -> None:
    book = in_memory({"Blad": [("a",), ("b",), ("c",)]})
    page = filtered(book, "Blad", "", 2)
    book.sheets["Blad"].range("A1:A3").value = [["1e"], ["2e"], ["3e"]]
    assert column_of(page, 1) == ["1e", "b", "1e"]


@pytest.mark.parametrize(
    ("sheet", "table"),
    [("Facturen", "tblFacturen"), ("Facturen", ""), ("Logboek", "")],
    ids=["the filter of the table", "a filter of the sheet", "a filter on the log"],
)
def test_filtered_rows_get_their_own_results(sheet: str, table: str) -> None:
    book = book_with("Factuurnummer", "Dagen te laat", *OURS)
    page_of(book, "Facturen").place_table("tblFacturen", (1, 1, 3, 4))
    filtered(book, sheet, table, 2)
    write(book, LOG)
    page = page_of(book, "Facturen")
    assert column_of(page, 3)[1:] == FIRST
    assert column_of(page, 4)[1:] == SECOND
    assert column_of(page_of(book, "Logboek"), 1) == ["Datum", "vandaag", None]


def test_a_filtered_table_is_replaced_as_a_whole() -> None:
    book = book_with("Factuurnummer", "Dagen te laat", *OURS)
    page = filtered(book, "Facturen", "tblFacturen", 3)
    page.place_table("tblFacturen", (1, 1, 3, 4))
    rows = [(f"N{at}", None, "x", "y") for at in range(4)]
    replace_table(book, "Facturen", "tblFacturen", rows, formulas={"Dagen te laat": "=1"})
    assert [page.cells_at[row, 1] for row in range(2, 6)] == ["N0", "N1", "N2", "N3"]
    assert page.table_areas["tblFacturen"] == (1, 1, 5, 4)
