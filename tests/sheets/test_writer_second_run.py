"""A second run finds its own columns and nothing else, whatever was done in between."""

from __future__ import annotations

import re
from itertools import pairwise
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.workbook.defined_name import DefinedName

from tests.sheets.grids import read_list
from tests.sheets.writer_samples import (
    content,
    header_of,
    layout_of,
    make_list,
    own_sheets,
    results,
    run,
)
from tests.sheets.written import LIST, part_of, rules_of


def test_three_runs_give_the_same_workbook_as_one(tmp_path: Path) -> None:
    source = make_list(tmp_path / "lijst.xlsx", table=True, extra={"Z3": "notitie"})
    books = [tmp_path / f"{number}.xlsx" for number in range(4)]
    books[0].write_bytes(source.read_bytes())

    for before, after in pairwise(books):
        run(before, after, layout=layout_of(before), sheets=own_sheets())

    first, second, third = (load_workbook(path) for path in books[1:])
    assert content(first) == content(second) == content(third)
    assert list(first.defined_names) == list(third.defined_names)
    assert rules_of(books[1]) == rules_of(books[3])
    assert [t.ref for t in first[LIST].tables.values()] == [
        t.ref for t in third[LIST].tables.values()
    ]
    assert part_of(books[1], "xl/styles.xml") == part_of(books[3], "xl/styles.xml")


def test_a_marked_list_reads_as_the_list_it_was(tmp_path: Path) -> None:
    source = make_list(tmp_path / "lijst.xlsx", table=True)
    before = read_list(source)

    run(source, tmp_path / "1.xlsx", layout=before.layout, sheets=own_sheets())
    after = read_list(tmp_path / "1.xlsx")
    run(tmp_path / "1.xlsx", tmp_path / "2.xlsx", layout=after.layout, sheets=own_sheets())

    assert after.ledger == before.ledger
    assert header_of(tmp_path / "2.xlsx") == header_of(tmp_path / "1.xlsx")


def test_a_column_of_the_users_own_with_our_header_stays_hers(tmp_path: Path) -> None:
    source = make_list(tmp_path / "lijst.xlsx", extra={"G1": "Rente", "G2": "5%", "H1": "Fase"})

    run(source, tmp_path / "1.xlsx")
    run(tmp_path / "1.xlsx", tmp_path / "2.xlsx")

    headers = header_of(tmp_path / "2.xlsx")
    assert (headers["Rente"], headers["Fase"]) == ("G", "H")
    assert (headers["Rente (xl_dunning)"], headers["Fase (xl_dunning)"]) == ("N", "J")
    assert load_workbook(tmp_path / "2.xlsx")[LIST]["G2"].value == "5%"


def test_columns_that_excel_moved_are_found_and_a_renamed_header_stays(tmp_path: Path) -> None:
    source = make_list(tmp_path / "lijst.xlsx")
    run(source, tmp_path / "1.xlsx")
    moved = insert_column_as_excel_does(tmp_path / "1.xlsx", before=7)
    book = load_workbook(moved)
    book[LIST]["G1"], book[LIST]["G3"] = "Afdeling", "noord"
    book[LIST]["I1"] = "Waar staan we"
    book.save(moved)

    run(moved, tmp_path / "2.xlsx")

    sheet = load_workbook(tmp_path / "2.xlsx")[LIST]
    assert [sheet.cell(1, column).value for column in (7, 8, 9, 10)] == [
        "Afdeling",
        "Dagen te laat",
        "Waar staan we",
        "Actie",
    ]
    assert sheet.max_column == 15
    assert (sheet["G3"].value, sheet["I2"].value) == ("noord", "Aanmaning")
    assert [formula for formula, _ in rules_of(tmp_path / "2.xlsx")["A2:F7 H2:O7"]] == [
        '$I2="Herinnering"',
        '$I2="Aanmaning"',
        '$I2="Ingebrekestelling"',
        '$I2="Incassobureau"',
        '$I2="Geblokkeerd"',
    ]


def test_columns_that_a_program_moved_without_their_names_cost_the_user_nothing(
    tmp_path: Path,
) -> None:
    source = make_list(tmp_path / "lijst.xlsx")
    run(source, tmp_path / "1.xlsx")
    book = load_workbook(tmp_path / "1.xlsx")
    book[LIST].insert_cols(8)  # leaves our names where they were
    book[LIST]["H1"], book[LIST]["H2"] = "Afdeling", "noord"
    book.save(tmp_path / "1.xlsx")

    run(tmp_path / "1.xlsx", tmp_path / "2.xlsx")

    sheet = load_workbook(tmp_path / "2.xlsx")[LIST]
    assert [sheet.cell(1, column).value for column in (7, 8, 9, 10, 15)] == [
        "Dagen te laat",
        "Afdeling",
        "Fase",
        "Actie",
        "Te vorderen",
    ]
    assert sheet.max_column == 15
    assert (sheet["H2"].value, sheet["I2"].value) == ("noord", "Aanmaning")


def test_a_column_that_the_user_deleted_comes_back_on_the_right(tmp_path: Path) -> None:
    source = make_list(tmp_path / "lijst.xlsx")
    run(source, tmp_path / "1.xlsx")
    book = load_workbook(tmp_path / "1.xlsx")
    book.defined_names["_xld.rente"] = DefinedName("_xld.rente", attr_text="#REF!", hidden=True)
    for row in range(1, 8):
        book[LIST].cell(row, 12).value = None
    book.save(tmp_path / "1.xlsx")

    run(tmp_path / "1.xlsx", tmp_path / "2.xlsx")

    headers = header_of(tmp_path / "2.xlsx")
    assert (headers["Te vorderen"], headers["Rente"]) == ("N", "O")


def test_a_shorter_list_leaves_no_old_results_but_the_users_own_sum(tmp_path: Path) -> None:
    source = make_list(tmp_path / "lijst.xlsx")
    run(source, tmp_path / "1.xlsx")
    book = load_workbook(tmp_path / "1.xlsx")
    for row in (5, 6, 7):
        for column in range(1, 7):
            book[LIST].cell(row, column).value = None
    book[LIST]["N7"] = "=SUM(N2:N6)"
    book[LIST]["N9"] = "mijn aantekening"
    book.save(tmp_path / "1.xlsx")

    run(
        tmp_path / "1.xlsx",
        tmp_path / "2.xlsx",
        layout=layout_of(tmp_path / "1.xlsx", rows=3),
        columns=results(3),
    )

    sheet = load_workbook(tmp_path / "2.xlsx")[LIST]
    assert [sheet.cell(row, 8).value for row in (4, 5, 6, 7)] == ["Incassobureau", None, None, None]
    assert (sheet["N7"].value, sheet["N9"].value) == ("=SUM(N2:N6)", "mijn aantekening")


def test_the_names_are_hidden(tmp_path: Path) -> None:
    source = make_list(tmp_path / "lijst.xlsx", sheet="Jan's lijst")

    run(source, tmp_path / "uit.xlsx", layout=layout_of(source, sheet="Jan's lijst"))

    name = load_workbook(tmp_path / "uit.xlsx").defined_names["_xld.fase"]
    assert (name.attr_text, name.hidden) == ("'Jan''s lijst'!$H$1", True)


def test_two_lists_in_one_workbook_keep_their_own_columns(tmp_path: Path) -> None:
    source = make_list(tmp_path / "lijst.xlsx")
    book = load_workbook(source)
    copy = book.copy_worksheet(book[LIST])
    copy.title = "Filiaal Gent"
    book.save(source)
    second = layout_of(source, sheet="Filiaal Gent")

    run(source, tmp_path / "1.xlsx")
    run(tmp_path / "1.xlsx", tmp_path / "2.xlsx", layout=second)
    run(tmp_path / "2.xlsx", tmp_path / "3.xlsx")
    run(tmp_path / "3.xlsx", tmp_path / "4.xlsx", layout=second)

    after = load_workbook(tmp_path / "4.xlsx")
    assert [after[sheet].max_column for sheet in (LIST, "Filiaal Gent")] == [14, 14]


def insert_column_as_excel_does(path: Path, *, before: int) -> Path:
    """Insert a column; names and rules move along, which openpyxl alone leaves undone."""
    book = load_workbook(path)
    sheet = book[LIST]
    sheet.insert_cols(before)

    def shifted(text: str) -> str:
        def one_further(match: re.Match[str]) -> str:
            index = column_index_from_string(match[1])
            return f"${get_column_letter(index + 1 if index >= before else index)}"

        return re.sub(r"\$([A-Z]+)", one_further, text)

    for name in book.defined_names.values():
        name.attr_text = shifted(name.attr_text)
    rules = [(area, rule) for area in sheet.conditional_formatting for rule in area.rules]
    sheet.conditional_formatting = type(sheet.conditional_formatting)()
    for _, rule in rules:
        rule.formula = [shifted(rule.formula[0])]
        sheet.conditional_formatting.add("A2:O7", rule)
    book.save(path)
    return path
