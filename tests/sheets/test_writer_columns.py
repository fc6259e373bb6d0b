"""Result columns: where they go, and that they leave everything else alone."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime
from itertools import pairwise
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.sheets.writer_samples import (
    content,
    header_of,
    layout_of,
    make_list,
    own_sheets,
    results,
    run,
)
from tests.sheets.written import LIST, bold_rule, rules_of
from xl_dunning.frontends import messages_nl
from xl_dunning.rules.findings import Refusal
from xl_dunning.sheets.opening import open_grid
from xl_dunning.sheets.writer import write_marked


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


def test_a_list_without_rows_is_marked_all_the_same(tmp_path: Path) -> None:
    source = make_list(tmp_path / "lijst.xlsx", rows=0)
    layout = layout_of(source, rows=0)
    assert run(source, tmp_path / "uit.xlsx", layout=layout, columns=results(0)).kept
    assert header_of(tmp_path / "uit.xlsx")["Reden"] == "K"


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
