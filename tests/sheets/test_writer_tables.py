"""Excel tables, filters and colours grow along with the columns."""

from __future__ import annotations

from pathlib import Path

from openpyxl import load_workbook

from tests.sheets.writer_samples import (
    make_list,
    run,
)
from tests.sheets.written import LIST, bold_rule, names_of, rules_of


def test_an_excel_table_takes_the_columns_in(tmp_path: Path) -> None:
    source = make_list(tmp_path / "lijst.xlsx", table=True)

    run(source, tmp_path / "uit.xlsx")

    sheet = load_workbook(tmp_path / "uit.xlsx")[LIST]
    (table,) = sheet.tables.values()
    assert (table.ref, table.autoFilter.ref) == ("A1:N7", "A1:N7")
    assert [column.name for column in table.tableColumns] == [cell.value for cell in sheet[1]]
    assert len({column.id for column in table.tableColumns}) == 14


def test_an_excel_table_with_notes_beside_it_stays_as_it_is(tmp_path: Path) -> None:
    source = make_list(tmp_path / "lijst.xlsx", table=True, extra={"G3": "let op"})

    run(source, tmp_path / "uit.xlsx")

    (table,) = load_workbook(tmp_path / "uit.xlsx")[LIST].tables.values()
    assert table.ref == "A1:F7"


def test_the_filter_of_the_sheet_grows_along(tmp_path: Path) -> None:
    source = make_list(tmp_path / "lijst.xlsx", autofilter=True)

    run(source, tmp_path / "1.xlsx")
    run(tmp_path / "1.xlsx", tmp_path / "2.xlsx")

    assert load_workbook(tmp_path / "2.xlsx")[LIST].auto_filter.ref == "A1:N7"
    assert names_of(tmp_path / "2.xlsx").count("_xlnm._FilterDatabase") == 1


def test_our_rules_come_after_the_users_and_hers_stay(tmp_path: Path) -> None:
    source = make_list(tmp_path / "lijst.xlsx")
    run(source, tmp_path / "1.xlsx")
    book = load_workbook(tmp_path / "1.xlsx")
    # A rule of her own about our column, over that column only.
    hers = bold_rule(['$H2="Aanmaning"'])
    hers.priority = 40
    book[LIST].conditional_formatting.add("H2:H7", hers)
    book.save(tmp_path / "1.xlsx")

    run(tmp_path / "1.xlsx", tmp_path / "2.xlsx")

    rules = rules_of(tmp_path / "2.xlsx")
    assert rules["H2:H7"] == [('$H2="Aanmaning"', 40)]
    assert [priority for _, priority in rules["A2:N7"]] == [41, 42, 43, 44, 45]


def test_a_header_is_never_doubled_in_an_excel_table(tmp_path: Path) -> None:
    source = make_list(tmp_path / "lijst.xlsx", table=True)
    book = load_workbook(source)
    for cell, header in {"A1": "Rente", "B1": "Rente (xl_dunning)"}.items():
        book[LIST][cell] = header
    book[LIST].tables["Table1"].tableColumns[0].name = "Rente"
    book[LIST].tables["Table1"].tableColumns[1].name = "Rente (xl_dunning)"
    book.save(source)

    run(source, tmp_path / "uit.xlsx")

    (table,) = load_workbook(tmp_path / "uit.xlsx")[LIST].tables.values()
    assert [column.name for column in table.tableColumns if "Rente" in column.name] == [
        "Rente",
        "Rente (xl_dunning)",
        "Rente (xl_dunning 2)",
    ]
