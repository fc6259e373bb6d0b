"""A fresh workbook, where the user's own can't be kept: her values, our results, her file safe."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.sheets.writer_samples import (
    add,
    content,
    header_of,
    layout_of,
    make_list,
    own_sheets,
    results,
    run,
)
from xl_dunning.frontends import messages_nl
from xl_dunning.frontends.messages_nl.writing import fresh_text
from xl_dunning.rules.findings import Refusal
from xl_dunning.sheets.grid import Cell, Grid, Row, Sheet
from xl_dunning.sheets.names import parse_area
from xl_dunning.sheets.opening import open_grid

LIST = "Openstaande posten"
CSV = """Factuurnummer;Debiteurnummer;Debiteurnaam;Factuurdatum;Vervaldatum;Openstaand
00017;0042;=SOM(A1:A9);01-10-2026;31-10-2026;1.234,56
00018;0042;Café 't Hoekje;02-10-2026;01-11-2026;-50,00
"""


def test_a_csv_becomes_a_workbook_with_ids_as_text_and_real_dates_and_amounts(
    tmp_path: Path,
) -> None:
    source = tmp_path / "open [posten] okt.csv"
    source.write_text(CSV, encoding="utf-8")
    grid = open_grid(source)
    layout = layout_of(source, rows=2, kind="csv", sheet=grid.sheets[0].name)
    sheets = own_sheets(listed=grid.sheets[0].name)

    outcome = run(source, tmp_path / "uit.xlsx", layout=layout, columns=results(2), sheets=sheets)

    book = load_workbook(tmp_path / "uit.xlsx")
    sheet = book.worksheets[0]
    assert (outcome.kept, outcome.lost) == (False, ())
    assert sheet.title == "open _posten_ okt"
    assert [cell.value for cell in sheet[2]][:6] == [
        "00017",
        "0042",
        "=SOM(A1:A9)",
        datetime(2026, 10, 1),  # noqa: DTZ001 - cells know no zone
        datetime(2026, 10, 31),  # noqa: DTZ001
        1234.56,
    ]
    assert {cell.data_type for cell in sheet[2][:3]} == {"s"}
    assert sheet["A1"].font.b
    assert (sheet.freeze_panes, sheet.auto_filter.ref) == ("A2", "A1:N3")
    assert book["Controle"]["C2"].hyperlink.location == "'open _posten_ okt'!E3"
    assert source.read_text(encoding="utf-8") == CSV


def test_a_column_of_a_csv_is_turned_as_a_whole_or_stays_as_typed(tmp_path: Path) -> None:
    source = tmp_path / "lijst.csv"
    source.write_text(CSV.replace("-50,00", "n.v.t.").replace("31-10-2026", "31-02-2026"))
    layout = layout_of(source, rows=2, kind="csv", sheet="lijst")

    run(source, tmp_path / "uit.xlsx", layout=layout, columns=results(2))

    sheet = load_workbook(tmp_path / "uit.xlsx")["lijst"]
    assert [sheet.cell(row, 6).value for row in (2, 3)] == ["1.234,56", "n.v.t."]
    assert [sheet.cell(row, 5).value for row in (2, 3)] == ["31-02-2026", "01-11-2026"]


def test_a_fresh_workbook_can_be_kept_on_the_next_run(tmp_path: Path) -> None:
    source = tmp_path / "lijst.csv"
    source.write_text(CSV)
    layout = layout_of(source, rows=2, kind="csv", sheet="lijst")

    run(source, tmp_path / "1.xlsx", layout=layout, columns=results(2), sheets=own_sheets("lijst"))
    second = run(
        tmp_path / "1.xlsx",
        tmp_path / "2.xlsx",
        layout=layout,
        columns=results(2),
        sheets=own_sheets("lijst"),
    )

    assert second.kept
    assert content(load_workbook(tmp_path / "1.xlsx")) == content(
        load_workbook(tmp_path / "2.xlsx")
    )


@pytest.mark.parametrize("kind", ["xls", "xlsb", "ods", "xlsm"])
def test_other_kinds_get_a_fresh_workbook_from_what_was_read(tmp_path: Path, kind: str) -> None:
    source = make_list(tmp_path / "lijst.xlsx")
    grid = replace(open_grid(source), kind=kind)

    outcome = run(source, tmp_path / "uit.xlsx", grid=grid)

    before, after = (
        {cell: value for cell, (value, _) in content(load_workbook(path))[LIST].items()}
        for path in (source, tmp_path / "uit.xlsx")
    )
    assert not outcome.kept
    assert before.items() <= after.items()


def test_numbers_that_are_names_and_cells_that_excel_could_not_compute(tmp_path: Path) -> None:
    source = make_list(tmp_path / "lijst.xlsx")
    cells = {
        0: Cell(Decimal(20260001)),
        1: Cell(Decimal(42), shown="0042"),
        2: Cell(Decimal(12345678901234567)),
        3: Cell(None, uncalculated=True),
        4: Cell(None, error="#VALUE!"),
        5: Cell(Decimal("1234.5")),
    }
    header = Row(
        1, {number: Cell(match.header) for number, match in enumerate(layout_of(source).columns)}
    )
    grid = Grid("xls", (Sheet(LIST, (header, Row(2, cells, hidden=True))),))

    run(
        source,
        tmp_path / "uit.xlsx",
        grid=grid,
        layout=layout_of(source, rows=1),
        columns=results(1),
    )

    sheet = load_workbook(tmp_path / "uit.xlsx")[LIST]
    assert [(cell.value, cell.data_type) for cell in sheet[2][:6]] == [
        ("20260001", "s"),
        ("0042", "s"),
        ("12345678901234567", "s"),
        ("#N/A", "e"),
        ("#VALUE!", "e"),
        (1234.5, "n"),
    ]
    assert sheet.row_dimensions[2].hidden


def test_the_other_sheets_that_this_program_knows_come_along(tmp_path: Path) -> None:
    source = make_list(tmp_path / "lijst.xlsx")
    book = load_workbook(source)
    for row in (["Debiteurnummer", "Naam", "Niet aanmanen tot"], [42, "Jansen", date(2026, 12, 1)]):
        if "Debiteuren" not in book.sheetnames:
            book.create_sheet("Debiteuren")
        book["Debiteuren"].append(row)
    book.create_sheet("Instellingen").append(["beleid", "standaard"])
    book.create_sheet("Logboek").append(["Id", "Datum", "Gebeurtenis", "Notitie"])
    book.create_sheet("Vakantie").append(["Piet", "juli"])
    book.save(source)
    grid = replace(open_grid(source), features=("PICTURES",))

    run(source, tmp_path / "uit.xlsx", grid=grid, sheets=own_sheets())

    after = load_workbook(tmp_path / "uit.xlsx")
    assert after.sheetnames == [LIST, "Debiteuren", "Instellingen", "Controle", "Logboek"]
    assert [cell.value for cell in after["Debiteuren"][2]] == [
        "42",
        "Jansen",
        datetime(2026, 12, 1),  # noqa: DTZ001 - cells know no zone
    ]
    assert after["Logboek"].max_row == 3, "ours, written anew; not theirs and ours"


def test_our_columns_are_not_doubled_when_a_marked_list_can_no_longer_be_kept(
    tmp_path: Path,
) -> None:
    run(make_list(tmp_path / "lijst.xlsx"), tmp_path / "1.xlsx", sheets=own_sheets())
    add(tmp_path / "1.xlsx", {"H1": "Waar staan we"})
    before = (tmp_path / "1.xlsx").read_bytes()
    grid = replace(open_grid(tmp_path / "1.xlsx"), features=("PICTURES", "SLICERS"))

    outcome = run(tmp_path / "1.xlsx", tmp_path / "2.xlsx", grid=grid, sheets=own_sheets())

    headers = header_of(tmp_path / "2.xlsx")
    assert (outcome.kept, outcome.lost) == (False, ("PICTURES", "SLICERS"))
    assert (len(headers), headers["Waar staan we"], headers["Te vorderen"]) == (14, "H", "N")
    assert (tmp_path / "1.xlsx").read_bytes() == before


def test_a_fresh_workbook_holds_no_name_of_a_sheet_that_did_not_come_along(tmp_path: Path) -> None:
    run(make_list(tmp_path / "lijst.xlsx"), tmp_path / "1.xlsx", sheets=own_sheets())
    grid = replace(open_grid(tmp_path / "1.xlsx"), features=("PICTURES",))

    run(tmp_path / "1.xlsx", tmp_path / "2.xlsx", grid=grid)

    book = load_workbook(tmp_path / "2.xlsx")
    assert book.sheetnames == [LIST, "Logboek"]
    areas = [parse_area(name.attr_text) for name in book.defined_names.values()]
    assert {area.sheet for area in areas if area} == {LIST}


def test_a_workbook_that_openpyxl_chokes_on_gives_a_fresh_one(tmp_path: Path) -> None:
    source = make_list(tmp_path / "lijst.xlsx")
    odd = tmp_path / "vreemd.xlsx"
    with zipfile.ZipFile(source) as old, zipfile.ZipFile(odd, "w") as new:
        for entry in old.infolist():
            part = old.read(entry)
            new.writestr(entry, part.replace(b'state="frozen"', b'state="bevroren"'))

    outcome = run(odd, tmp_path / "uit.xlsx", layout=layout_of(odd))

    assert (outcome.kept, outcome.lost) == (False, ("UNUSUAL_BUILD",))
    assert header_of(tmp_path / "uit.xlsx")["Te vorderen"] == "N"


def test_a_fresh_workbook_never_takes_the_place_of_the_list_itself(tmp_path: Path) -> None:
    source = make_list(tmp_path / "lijst.xlsx")
    before = source.read_bytes()
    grid = replace(open_grid(source), features=("CHARTS",))

    with pytest.raises(Refusal) as refused:
        run(source, source, grid=grid)

    assert messages_nl.refusal_text(refused.value) == (
        "Uw bestand lijst.xlsx kan niet zelf worden bijgewerkt: er zou iets uit verloren gaan. Laat"
        " het resultaat in een ander bestand zetten (zonder --in-place, of met --output)."
    )
    assert source.read_bytes() == before


@pytest.mark.parametrize(
    ("kind", "lost", "sentence"),
    [
        (
            "xlsx",
            ("CACHED_FORMULAS", "PICTURES", "SLICERS"),
            "lijst.xlsx bevat berekende formules, plaatjes en slicers en tijdlijnen. Dat zou bij"
            " het bijwerken verloren gaan. Het resultaat staat daarom in een nieuwe werkmap met"
            " alleen de waarden: uit.xlsx. Uw eigen bestand is niet gewijzigd; kijk voor die"
            " onderdelen daarin.",
        ),
        (
            "xlsm",
            ("MACROS",),
            "lijst.xlsm bevat macro's. Dat zou bij het bijwerken verloren gaan. Het resultaat staat"
            " daarom in een nieuwe werkmap met alleen de waarden: uit.xlsx. Uw eigen bestand is"
            " niet gewijzigd; kijk voor die onderdelen daarin.",
        ),
        (
            "csv",
            (),
            "In een .csv-bestand passen de kleuren en de extra bladen niet. Het resultaat staat"
            " daarom in een nieuwe werkmap met alleen de waarden: uit.xlsx. Uw eigen bestand is"
            " niet gewijzigd.",
        ),
    ],
)
def test_the_user_is_told_why_and_where(kind: str, lost: tuple[str, ...], sentence: str) -> None:
    assert fresh_text(source=f"lijst.{kind}", target="uit.xlsx", kind=kind, lost=lost) == sentence
