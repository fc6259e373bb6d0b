"""The workbook as a file: its sheets, tables, names, and that it is the same every time."""

from __future__ import annotations

import io
import re
import zipfile
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook

from tests.excel.pages.filled import company_plan, empty_plan
from xl_dunning.casefile import agreements
from xl_dunning.excel.pages import workbook_sheets
from xl_dunning.excel.pages.columns import InputColumn, validation
from xl_dunning.excel.pages.debtors import agreement_columns, debtor_columns
from xl_dunning.excel.pages.invoices import COLUMNS
from xl_dunning.frontends.demo_company.book import DEBTOR_WIDTHS, INVOICE_WIDTHS
from xl_dunning.frontends.report_sheets import OWN_HEADERS
from xl_dunning.rules.policy_table import TABLE_HEADERS
from xl_dunning.sheets.lexicon import RESULT_HEADERS
from xl_dunning.sheets.opening import open_grid

VISIBLE = [
    *("Start", "Facturen", "Debiteuren", "Afspraken", "Belijst", "Overzicht", "Beleid"),
    *("Instellingen", "Termijnen", "Advies", "Controle", "Verschil", "Logboek", "Uitleg"),
]


@pytest.fixture(scope="module")
def content() -> bytes:
    return workbook_sheets(empty_plan())


@pytest.fixture(scope="module")
def book(content: bytes) -> Workbook:
    return load_workbook(io.BytesIO(content))


def test_the_same_plan_gives_the_same_bytes(content: bytes) -> None:
    assert workbook_sheets(empty_plan()) == content


def test_the_sheets_stand_in_their_order_and_the_programs_own_are_very_hidden(
    book: Workbook,
) -> None:
    hidden = ["_cijfers", "_ribbon", "xl-dunning.conf"]
    assert book.sheetnames == [*VISIBLE, *hidden]
    assert {sheet.title for sheet in book if sheet.sheet_state == "visible"} == {*VISIBLE}
    assert all(book[name].sheet_state == "veryHidden" for name in hidden)
    assert book.active is book["Start"]


def test_every_sheet_and_the_workbook_have_a_code_name_of_their_own(content: bytes) -> None:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        parts = [name for name in package.namelist() if name.startswith("xl/worksheets/sheet")]
        names = [
            re.search(rb'<sheetPr[^>]* ?codeName="(\w+)"', package.read(part)) for part in parts
        ]
        assert b'codeName="ThisWorkbook"' in package.read("xl/workbook.xml")
    found = [match[1].decode() for match in names if match]
    assert len(set(found)) == len(parts) == len(VISIBLE) + 3
    assert {"BladStart", "BladFacturen", "BladRibbon", "BladXlDunningConf"} <= set(found)


def test_the_tables_have_the_headers_of_the_design(book: Workbook) -> None:
    headers = {
        table.name: [cell.value for cell in sheet[1]][: len(table.tableColumns)]
        for sheet in book
        for table in sheet.tables.values()
    }
    assert headers == {
        "tblFacturen": [*INVOICE_WIDTHS, *RESULT_HEADERS],
        "tblDebiteuren": [*DEBTOR_WIDTHS],
        "tblAfspraken": [*agreements.HEADERS],
        "tblBeleid": [*TABLE_HEADERS],
    }


def test_an_empty_table_has_one_empty_row(book: Workbook) -> None:
    refs = {table.name: table.ref for sheet in book for table in sheet.tables.values()}
    assert refs["tblFacturen"] == "A1:Y2"
    assert refs["tblDebiteuren"] == "A1:R2"


def test_our_sheets_have_the_columns_that_a_run_writes(book: Workbook) -> None:
    for name, headers in OWN_HEADERS.items():
        assert tuple(cell.value for cell in book[name][1]) == headers


def test_the_hidden_names_tell_what_is_ours(book: Workbook) -> None:
    names = {name: defined for name, defined in book.defined_names.items() if "_xld." in name}
    assert names["_xld.fase"].attr_text == "'Facturen'!$S$1"
    assert names["_xld.tabel"].attr_text == "'Facturen'!$A$1:$Y$2"
    assert {f"_xld.blad.{name}" for name in OWN_HEADERS} <= set(names)
    assert all(defined.hidden for defined in names.values())


def test_every_sheet_prints_on_landscape_a4_as_wide_as_the_page(book: Workbook) -> None:
    for title in VISIBLE:
        sheet = book[title]
        assert sheet.page_setup.orientation == "landscape", title
        assert str(sheet.page_setup.paperSize) == "9", title
        setup = sheet.sheet_properties.pageSetUpPr
        assert setup is not None, title
        assert setup.fitToPage, title


def test_a_table_keeps_its_header_in_view_and_on_every_page(book: Workbook) -> None:
    for title in ("Facturen", "Debiteuren", "Afspraken", "Beleid", *OWN_HEADERS):
        assert book[title].print_title_rows == "$1:$1", title
        assert str(book[title].freeze_panes).endswith("2"), title


def test_the_file_door_would_lose_the_charts_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "Debiteuren.xlsx"
    path.write_bytes(workbook_sheets(company_plan()))
    assert open_grid(path).features == ("CHARTS",)


def test_the_outcome_of_a_call_is_offered_in_two_thousand_rows(book: Workbook) -> None:
    offered = [
        str(rule.sqref)
        for rule in book["Belijst"].data_validations.dataValidation
        if rule.formula1 and "voicemail" in rule.formula1
    ]
    assert offered == ["R2:R2001"]


@pytest.mark.parametrize(
    "column",
    [*COLUMNS, *debtor_columns(("standaard",)), *agreement_columns(("toezegging",))],
    ids=lambda column: column.header,
)
def test_what_excel_says_beside_a_cell_fits(column: InputColumn) -> None:
    rule = validation(column)
    assert len(column.about) <= 255
    assert len(rule.get("input_title", "")) <= 32
    assert len(rule.get("error_message", "")) <= 255
