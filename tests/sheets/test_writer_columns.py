"""Result columns: where they go, and that a second run finds its own and nothing else."""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font
from openpyxl.styles.differential import DifferentialStyle
from openpyxl.utils import column_index_from_string, get_column_letter
from openpyxl.workbook.defined_name import DefinedName

from tests.sheets.writer_samples import (
    content,
    header_of,
    layout_of,
    make_list,
    own_sheets,
    results,
    run,
)
from xl_dunning.frontends import messages_nl
from xl_dunning.rules.findings import Refusal
from xl_dunning.sheets.opening import open_grid
from xl_dunning.sheets.reader import read_list
from xl_dunning.sheets.writer import write_marked

LIST = "Openstaande posten"


def test_the_columns_stand_right_of_the_list_with_real_dates_and_numbers(tmp_path: Path) -> None:
    source = make_list(tmp_path / "lijst.xlsx")

    outcome = run(source, tmp_path / "uit.xlsx")

    sheet = load_workbook(tmp_path / "uit.xlsx")[LIST]
    assert outcome.kept
    assert [sheet.cell(1, column).value for column in range(7, 15)] == [
        "Dagen te laat",
        "Fase",
        "Actie",
        "Actie vanaf",
        "Reden",
        "Rente",
        "Incassokosten",
        "Te vorderen",
    ]
    assert (sheet["G2"].value, sheet["H2"].value) == (3, "Aanmaning")
    assert (sheet["J2"].value, sheet["J2"].number_format) == (datetime(2026, 11, 24), "dd-mm-yyyy")  # noqa: DTZ001 - cells know no zone
    assert (sheet["N2"].value, sheet["N2"].number_format) == (1234.56, '"€" #,##0.00')
    assert sheet["N1"].font.b, "the header looks like the one beside it"
    assert sheet["N1"].fill.fgColor.rgb == sheet["F1"].fill.fgColor.rgb


def test_everything_else_in_the_workbook_survives(tmp_path: Path) -> None:
    source = make_list(tmp_path / "lijst.xlsx", autofilter=True)
    book = load_workbook(source)
    notes = book.create_sheet("Mijn notities")
    notes["B2"] = "bellen na 5 december"
    notes.sheet_state = "hidden"
    book[LIST].row_dimensions[4].hidden = True
    book[LIST].conditional_formatting.add("F2:F7", bold_rule(["$F2>1000"]))
    book.save(source)
    before = content(load_workbook(source))

    run(source, tmp_path / "uit.xlsx", sheets=own_sheets())

    after = load_workbook(tmp_path / "uit.xlsx")
    for sheet, cells in before.items():
        assert cells.items() <= content(after)[sheet].items()
    assert after["Mijn notities"].sheet_state == "hidden"
    assert after[LIST].row_dimensions[4].hidden
    assert after[LIST].freeze_panes == "A2"
    assert after[LIST].column_dimensions["C"].width == pytest.approx(44.7, abs=1)
    assert rules_of(tmp_path / "uit.xlsx")["F2:F7"] == [("$F2>1000", 1)]


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


@pytest.mark.parametrize(
    ("extra", "first"),
    [
        pytest.param({}, "G", id="nothing there: next to the list"),
        pytest.param({"Z3": "belt maandag"}, "AA", id="notes in column Z survive"),
        pytest.param({"Z40": "los"}, "G", id="what stands below the list is not in the way"),
        pytest.param({"Z40": "=SUM(A2:H7)"}, "I", id="a sum that looks two columns further"),
        pytest.param({"Z40": "=H5"}, "I", id="a single cell that is looked at"),
        pytest.param({"Z40": "=SUM(H50:K60)"}, "G", id="a sum about other rows"),
        pytest.param({"Z40": '=COUNTIF(F2:F7,"A2:H7")'}, "G", id="an address inside a text"),
        pytest.param({"Z40": "=LOG10(F2)"}, "G", id="a function with a name like a cell"),
    ],
)
def test_nothing_of_the_users_is_in_the_way(
    tmp_path: Path, extra: dict[str, str], first: str
) -> None:
    source = make_list(tmp_path / "lijst.xlsx", extra=extra)

    run(source, tmp_path / "uit.xlsx")

    assert header_of(tmp_path / "uit.xlsx")["Dagen te laat"] == first
    after = content(load_workbook(tmp_path / "uit.xlsx"))[LIST]
    assert {cell: after[cell][0] for cell in extra} == extra


@pytest.mark.parametrize(
    ("formula", "sentence"),
    [
        (
            "=SUM(A2:H7)",
            "Blad Openstaande posten: De formule Openstaande posten!Z40 rekent met cellen rechts"
            " van de lijst. De resultaatkolommen staan daarom verder naar rechts, vanaf kolom I."
            " Kort de formule in als u ze dichterbij wilt hebben.",
        ),
        (
            "=SUM(2:2)",
            "Blad Openstaande posten: De formule Openstaande posten!Z40 rekent met hele rijen en"
            " telt dus ook de resultaatkolommen mee. Controleer de uitkomst of laat de formule bij"
            " de laatste kolom van uw lijst ophouden.",
        ),
    ],
)
def test_a_formula_that_reaches_our_columns_is_told(
    tmp_path: Path, formula: str, sentence: str
) -> None:
    source = make_list(tmp_path / "lijst.xlsx", extra={"Z40": formula})

    outcome = run(source, tmp_path / "uit.xlsx")

    assert [messages_nl.finding_text(finding) for finding in outcome.findings] == [sentence]


def test_a_list_that_starts_in_c7_keeps_its_place_and_its_total_row_empty(tmp_path: Path) -> None:
    source = make_list(tmp_path / "lijst.xlsx", top=7, left=2, extra={"A1": "Debiteuren"})
    book = load_workbook(source)
    book[LIST]["C14"], book[LIST]["H14"] = "Totaal", 999
    book.save(source)
    layout = layout_of(source, rows=7, top=7, left=2)  # the total row belongs to the table

    run(source, tmp_path / "uit.xlsx", layout=layout, columns=results(top=7))

    sheet = load_workbook(tmp_path / "uit.xlsx")[LIST]
    assert sheet["I7"].value == "Dagen te laat"
    assert sheet["J8"].value == "Aanmaning"
    assert [sheet.cell(14, column).value for column in range(9, 17)] == [None] * 8
    assert rules_of(tmp_path / "uit.xlsx")["C8:P14"][0] == ('$J8="Herinnering"', 1)


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


def test_a_list_without_rows_is_marked_all_the_same(tmp_path: Path) -> None:
    source = make_list(tmp_path / "lijst.xlsx", rows=0)
    layout = layout_of(source, rows=0)
    assert run(source, tmp_path / "uit.xlsx", layout=layout, columns=results(0)).kept
    assert header_of(tmp_path / "uit.xlsx")["Reden"] == "K"


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


def test_a_hidden_run_of_columns_right_of_the_list_is_opened_for_ours_only(tmp_path: Path) -> None:
    source = make_list(tmp_path / "lijst.xlsx")
    book = load_workbook(source)
    book[LIST].column_dimensions.group("G", "XFD", hidden=True)
    book.save(source)

    run(source, tmp_path / "uit.xlsx")

    widths = load_workbook(tmp_path / "uit.xlsx")[LIST].column_dimensions
    spans = sorted((each.min or 0, each.max or 0, each.hidden) for each in widths.values())
    assert spans[-1] == (15, 16_384, True)
    assert not any(hidden for first, _, hidden in spans if first < 15)
    assert all(end < start for (_, end, _), (start, _, _) in pairwise(spans))


def test_a_text_never_becomes_a_formula(tmp_path: Path) -> None:
    source = make_list(tmp_path / "lijst.xlsx")
    texts = ["=1+1", "+31 50 123", "-", "@SOM(A1)", "#N/A", "a\x00b"]
    changed = replace(results()[4], values=dict(enumerate(texts, start=2)))

    run(source, tmp_path / "uit.xlsx", columns=[changed, results()[1]])

    sheet = load_workbook(tmp_path / "uit.xlsx")[LIST]
    cells = [sheet.cell(row, 7) for row in range(2, 8)]
    assert [cell.value for cell in cells] == [*texts[:5], "ab"]
    assert {cell.data_type for cell in cells} == {"s"}
    assert [cell.quotePrefix for cell in cells] == [True, True, True, True, False, False]


def test_a_sheet_that_is_full_to_the_last_column_is_refused(tmp_path: Path) -> None:
    source = make_list(tmp_path / "lijst.xlsx", extra={"XFD3": "x"})

    with pytest.raises(Refusal) as refused:
        run(source, tmp_path / "uit.xlsx")

    assert messages_nl.refusal_text(refused.value) == (
        "Op het blad Openstaande posten zijn rechts van de lijst geen 8 kolommen meer vrij."
        " Verwijder wat helemaal rechts op het blad staat, of zet de lijst op een eigen blad."
    )
    assert not (tmp_path / "uit.xlsx").exists()


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


def test_without_columns_only_the_sheets_are_renewed(tmp_path: Path) -> None:
    source = make_list(tmp_path / "lijst.xlsx", autofilter=True)
    before = content(load_workbook(source))

    write_marked(
        source,
        tmp_path / "uit.xlsx",
        layout=layout_of(source),
        columns=(),
        highlights=(),
        sheets=own_sheets(),
        grid=open_grid(source),
    )

    after = load_workbook(tmp_path / "uit.xlsx")
    assert content(after)[LIST] == before[LIST]
    assert after.sheetnames == [LIST, "Controle", "Logboek"]


def test_dates_stay_right_in_a_workbook_that_counts_from_1904(tmp_path: Path) -> None:
    source = make_list(tmp_path / "lijst.xlsx")
    book = load_workbook(source)
    due = [book[LIST].cell(row, 5).value for row in range(2, 8)]
    book.epoch = datetime(1904, 1, 1)  # noqa: DTZ001 - cells know no zone
    book.save(source)

    run(source, tmp_path / "uit.xlsx")

    sheet = load_workbook(tmp_path / "uit.xlsx")[LIST]
    assert [sheet.cell(row, 5).value for row in range(2, 8)] == due
    assert sheet["J2"].value.date() == date(2026, 11, 24)


def rules_of(path: Path) -> dict[str, list[tuple[str, int]]]:
    """Formula and priority of every rule on the list's sheet, per range."""
    found = load_workbook(path).worksheets[0].conditional_formatting
    rules: dict[str, list[tuple[str, int]]] = {}
    for area in found:
        rules[str(area.sqref)] = [(rule.formula[0], rule.priority) for rule in area.rules]
    return rules


def bold_rule(formula: list[str]) -> Rule:
    style = DifferentialStyle(font=Font(bold=True))
    return Rule(type="expression", dxf=style, formula=formula)


def names_of(path: Path) -> list[str]:
    return re.findall(r'<definedName[^>]* name="([^"]+)"', part_of(path, "xl/workbook.xml"))


def part_of(path: Path, name: str) -> str:
    with ZipFile(path) as package:
        return package.read(name).decode()


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
