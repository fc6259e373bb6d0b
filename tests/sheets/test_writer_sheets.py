"""Sheets of ours: made anew at every run, never over a sheet of the user's own."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime
from pathlib import Path

from openpyxl import load_workbook

from tests.sheets.writer_samples import HEADERS, add, layout_of, logboek, make_list, own_sheets, run
from xl_dunning.frontends import messages_nl
from xl_dunning.sheets.marking import OwnSheet, SheetColumn
from xl_dunning.sheets.opening import open_grid

LIST = "Openstaande posten"


def test_a_sheet_of_ours_can_be_filtered_printed_and_read_back(tmp_path: Path) -> None:
    run(make_list(tmp_path / "lijst.xlsx"), tmp_path / "uit.xlsx", sheets=own_sheets())

    book = load_workbook(tmp_path / "uit.xlsx")
    sheet = book["Controle"]
    assert book.sheetnames == [LIST, "Controle", "Logboek"]
    assert [cell.value for cell in sheet[1]][:3] == ["Ernst", "Blad", "Cel"]
    assert (sheet["A1"].font.b, sheet["A1"].font.color.rgb) == (True, "00FFFFFF")
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:E3")
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToHeight) == ("landscape", 0)
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.oddHeader is not None
    assert sheet.oddHeader.left.text == "Controlepunten op 21-11-2026"
    assert sheet["E2"].alignment.wrap_text
    assert (book["Logboek"]["B2"].value, book["Logboek"]["B2"].number_format) == (
        datetime(2026, 11, 21),  # noqa: DTZ001 - cells know no zone
        "dd-mm-yyyy",
    )


def test_a_link_goes_to_the_cell_and_a_text_that_looks_like_a_formula_stays_text(
    tmp_path: Path,
) -> None:
    run(make_list(tmp_path / "lijst.xlsx"), tmp_path / "uit.xlsx", sheets=own_sheets())

    sheet = load_workbook(tmp_path / "uit.xlsx")["Controle"]
    assert sheet["C2"].hyperlink.location == "'Openstaande posten'!E3"
    assert (sheet["D3"].value, sheet["D3"].data_type) == ("=1+1", "s")


def test_choices_are_offered_below_the_last_row_too_and_another_word_is_allowed(
    tmp_path: Path,
) -> None:
    run(make_list(tmp_path / "lijst.xlsx"), tmp_path / "uit.xlsx", sheets=own_sheets())

    (choice,) = load_workbook(tmp_path / "uit.xlsx")["Logboek"].data_validations.dataValidation
    assert choice.formula1 == '"brief,e-mail,telefoon"'
    assert not choice.showErrorMessage
    assert "C2" in choice.sqref
    assert "C1000" in choice.sqref


def test_choices_that_excel_can_not_hold_make_no_damaged_file(tmp_path: Path) -> None:
    sheet = OwnSheet(
        name="Belijst",
        title="Belijst",
        columns=(
            SheetColumn(header="Te lang", choices=tuple(f"uitkomst nummer {n}" for n in range(30))),
            SheetColumn(header="Met komma", choices=("ja, bereikt", "nee")),
        ),
        rows=(),
    )

    run(make_list(tmp_path / "lijst.xlsx"), tmp_path / "uit.xlsx", sheets=[sheet])

    book = load_workbook(tmp_path / "uit.xlsx")
    assert book["Belijst"].data_validations.dataValidation == []
    assert book["Belijst"].auto_filter.ref == "A1:B1", "a sheet without rows is whole as well"


def test_columns_to_fill_in_are_set_apart_and_those_that_tell_who_stay_in_view(
    tmp_path: Path,
) -> None:
    sheet = OwnSheet(
        name="Belijst",
        title="Belijst",
        columns=(
            SheetColumn(header="Naam", width=12, wrap=True),
            SheetColumn(header="Belscript", width=40),
            SheetColumn(header="Notitie", width=20, wrap=True, to_fill=True),
        ),
        rows=(("Van der Berg en Zonen", "Goedendag.", None), ("Vos", None, None)),
        frozen=1,
        pages_wide=2,
    )

    run(make_list(tmp_path / "lijst.xlsx"), tmp_path / "uit.xlsx", sheets=[sheet])

    made = load_workbook(tmp_path / "uit.xlsx")["Belijst"]
    fills = [made[cell].fill.fgColor.rgb for cell in ("A1", "C1", "A2", "C2")]
    assert len(set(fills)) == 4
    assert made["A2"].alignment.wrap_text
    assert made.row_dimensions[2].height > 2.5 * made.row_dimensions[3].height, "three lines"
    assert (made.freeze_panes, made.print_title_cols) == ("B2", "$A:$A")
    assert (made.page_setup.fitToWidth, made.page_setup.fitToHeight) == (2, 0)


def test_a_second_run_renews_our_sheet_in_its_place(tmp_path: Path) -> None:
    run(make_list(tmp_path / "lijst.xlsx"), tmp_path / "1.xlsx", sheets=own_sheets())
    book = load_workbook(tmp_path / "1.xlsx")
    book.move_sheet("Logboek", offset=-2)
    book.save(tmp_path / "1.xlsx")

    outcome = run(tmp_path / "1.xlsx", tmp_path / "2.xlsx", sheets=[logboek(("e3", "brief"))])

    after = load_workbook(tmp_path / "2.xlsx")
    assert outcome.findings == ()
    assert after.sheetnames == ["Logboek", LIST, "Controle"]
    assert [row[0] for row in after["Logboek"].values] == ["Id", "e3"]


def test_a_sheet_of_the_users_own_with_our_name_is_never_written_over(tmp_path: Path) -> None:
    source = make_list(tmp_path / "lijst.xlsx")
    book = load_workbook(source)
    book.create_sheet("controle")["A1"] = "mijn eigen controle"
    book.save(source)

    first = run(source, tmp_path / "1.xlsx", sheets=own_sheets())
    run(tmp_path / "1.xlsx", tmp_path / "2.xlsx", sheets=own_sheets())

    after = load_workbook(tmp_path / "2.xlsx")
    assert after.sheetnames == [LIST, "controle", "Controle (xl_dunning)", "Logboek"]
    assert after["controle"]["A1"].value == "mijn eigen controle"
    assert [messages_nl.finding_text(finding) for finding in first.findings] == [
        "U hebt zelf al een blad Controle; daar is niets aan veranderd. Het blad van dit programma"
        " heet nu Controle (xl_dunning). Geef uw blad een andere naam als u dat liever hebt."
    ]


def test_what_the_user_wrote_beside_our_columns_is_kept(tmp_path: Path) -> None:
    run(make_list(tmp_path / "lijst.xlsx"), tmp_path / "1.xlsx", sheets=own_sheets())
    add(tmp_path / "1.xlsx", {"E2": "belt terug"}, sheet="Logboek")

    second = run(tmp_path / "1.xlsx", tmp_path / "2.xlsx", sheets=own_sheets())
    third = run(tmp_path / "2.xlsx", tmp_path / "3.xlsx", sheets=own_sheets())

    after = load_workbook(tmp_path / "3.xlsx")
    assert after.sheetnames == [LIST, "Controle", "Logboek", "Logboek (oud)"]
    assert after["Logboek (oud)"]["E2"].value == "belt terug"
    assert third.findings == ()
    assert [messages_nl.finding_text(finding) for finding in second.findings] == [
        "Op het blad Logboek hebt u zelf iets naast de kolommen van dit programma gezet. Dat blad"
        " is bewaard als Logboek (oud); Logboek is nieuw gemaakt. Verwijder Logboek (oud) als u het"
        " niet meer nodig hebt."
    ]


def test_what_she_wrote_where_a_newer_version_has_columns_of_its_own_is_kept(
    tmp_path: Path,
) -> None:
    run(make_list(tmp_path / "lijst.xlsx"), tmp_path / "1.xlsx", sheets=[logboek(("e1", "brief"))])
    add(tmp_path / "1.xlsx", {"E1": "Mijn kleur", "E2": "rood", "F2": "los"}, sheet="Logboek")
    old = logboek(("e1", "brief"))
    more = tuple(SheetColumn(header=header) for header in ("Uitkomst", "Door"))
    newer = replace(
        old,
        columns=(*old.columns, *more),
        rows=tuple((*row, None, None) for row in old.rows),
    )

    run(tmp_path / "1.xlsx", tmp_path / "2.xlsx", sheets=[newer])

    after = load_workbook(tmp_path / "2.xlsx")
    assert [cell.value for cell in after["Logboek (oud)"][2]][-2:] == ["rood", "los"]
    assert [cell.value for cell in after["Logboek"][1]][-2:] == ["Uitkomst", "Door"]


def test_a_sheet_that_the_user_renamed_is_hers_to_keep(tmp_path: Path) -> None:
    run(make_list(tmp_path / "lijst.xlsx"), tmp_path / "1.xlsx", sheets=own_sheets())
    book = load_workbook(tmp_path / "1.xlsx")
    book["Controle"].title = "Controle oktober"
    name = book.defined_names["_xld.blad.Controle"]
    name.attr_text = "'Controle oktober'!$A$1"
    book.save(tmp_path / "1.xlsx")

    run(tmp_path / "1.xlsx", tmp_path / "2.xlsx", sheets=own_sheets())

    assert load_workbook(tmp_path / "2.xlsx").sheetnames == [
        LIST,
        "Controle oktober",
        "Logboek",
        "Controle",
    ]


def test_a_logboek_with_our_columns_is_ours_without_a_mark(tmp_path: Path) -> None:
    source = make_list(tmp_path / "lijst.xlsx")
    book = load_workbook(source)
    book.create_sheet("Logboek").append(["Id", "Datum", "Gebeurtenis", "Notitie"])
    book.save(source)

    outcome = run(source, tmp_path / "uit.xlsx", sheets=[logboek(("e1", "brief"))])

    after = load_workbook(tmp_path / "uit.xlsx")
    assert outcome.findings == ()
    assert [row[0] for row in after["Logboek"].values] == ["Id", "e1"]


def test_a_logboek_with_a_column_that_we_do_not_know_is_left_alone(tmp_path: Path) -> None:
    source = make_list(tmp_path / "lijst.xlsx")
    book = load_workbook(source)
    book.create_sheet("Logboek").append(["Id", "Datum", "Gebeurtenis", "Mijn kleurcode"])
    book.save(source)

    outcome = run(source, tmp_path / "uit.xlsx", sheets=[logboek(("e1", "brief"))])

    assert [finding.code for finding in outcome.findings] == ["WRITE_SHEET_NAME_TAKEN"]
    assert "Logboek (xl_dunning)" in load_workbook(tmp_path / "uit.xlsx").sheetnames


def test_a_list_that_has_the_name_and_headers_of_our_sheet_is_never_removed(tmp_path: Path) -> None:
    source = make_list(tmp_path / "lijst.xlsx", sheet="Belijst")
    columns = tuple(SheetColumn(header=header) for header, _ in HEADERS)
    sheet = OwnSheet(name="Belijst", title="Belijst", columns=columns, rows=())

    run(source, tmp_path / "uit.xlsx", layout=layout_of(source, sheet="Belijst"), sheets=[sheet])

    after = load_workbook(tmp_path / "uit.xlsx")
    assert after.sheetnames == ["Belijst", "Belijst (xl_dunning)"]
    assert after["Belijst"].max_row == 7


def test_the_sheet_that_was_open_stays_open(tmp_path: Path) -> None:
    source = make_list(tmp_path / "lijst.xlsx")
    run(source, tmp_path / "1.xlsx", sheets=own_sheets())
    book = load_workbook(tmp_path / "1.xlsx")
    book.active = book.sheetnames.index("Logboek")
    book.save(tmp_path / "1.xlsx")

    run(tmp_path / "1.xlsx", tmp_path / "2.xlsx", sheets=own_sheets())

    after = load_workbook(tmp_path / "2.xlsx")
    assert after.active is after["Logboek"]
    assert [sheet.title for sheet in after if sheet.sheet_view.tabSelected] == ["Logboek"]


def test_what_we_wrote_is_read_back_as_it_was(tmp_path: Path) -> None:
    add(make_list(tmp_path / "lijst.xlsx"), {"A1": "Factuurnummer"})
    sheet = replace(logboek(("0012", "brief")), title="Logboek & dossier")

    run(tmp_path / "lijst.xlsx", tmp_path / "uit.xlsx", sheets=[sheet])

    grid = open_grid(tmp_path / "uit.xlsx")
    (logged,) = (each for each in grid.sheets if each.name == "Logboek")
    assert [cell.value for cell in logged.rows[1].cells.values()] == [
        "0012",
        datetime(2026, 11, 21).date(),  # noqa: DTZ001 - cells know no zone
        "brief",
    ]
    assert grid.features == (), "our own workbook can be kept on the next run"
