"""Every kind of file that an accounting package exports comes to the same grid."""

from __future__ import annotations

import subprocess
from datetime import date
from decimal import Decimal
from pathlib import Path
from shutil import which

import pytest
import xlsxwriter
from msoffcrypto.format.ooxml import OOXMLFile

from tests.sheets import old_books, traps
from xl_dunning.sheets.grid import Cell, Grid
from xl_dunning.sheets.opening import open_grid

ROWS: list[list[str | float]] = [["Factuurnummer", "Bedrag"], ["F1", 12.5], ["F2", 1210.0]]
SAME = {
    4: {0: "Factuurnummer", 1: "Bedrag"},
    5: {0: "F1", 1: Decimal("12.5")},
    6: {0: "F2", 1: Decimal(1210)},
}
"""Row number as the user sees it, column index, value: the list starts in row 4."""


def values(grid: Grid, sheet: int = 0) -> dict[int, dict[int, object]]:
    return {
        row.number: {column: cell.value for column, cell in row.cells.items()}
        for row in grid.sheets[sheet].rows
    }


def write_xlsx(path: Path) -> Path:
    with xlsxwriter.Workbook(path) as book:
        sheet = book.add_worksheet("Posten")
        for number, row in enumerate(ROWS, start=3):
            sheet.write_row(number, 0, row)
    return path


def write_xlsm(path: Path) -> Path:
    rows = (
        '<row r="4"><c r="A4" t="inlineStr"><is><t>Factuurnummer</t></is></c>'
        '<c r="B4" t="inlineStr"><is><t>Bedrag</t></is></c></row>'
        '<row r="5"><c r="A5" t="str"><v>F1</v></c><c r="B5"><v>12.5</v></c></row>'
        '<row r="6"><c r="A6" t="str"><v>F2</v></c><c r="B6"><v>1210</v></c></row>'
    )
    parts = traps.book_parts(traps.sheet_xml(rows), book_type=traps.MACRO_TYPE)
    return traps.write_zip(path, parts)


def write_xlsb(path: Path) -> Path:
    cells = [
        (number, column, value)
        for number, row in enumerate(ROWS, start=3)
        for column, value in enumerate(row)
    ]
    return old_books.write_xlsb(path, cells)


def write_ods(path: Path) -> Path:
    cell = '<table:table-cell office:value-type="{}"{}><text:p>{}</text:p></table:table-cell>'
    rows = '<table:table-row table:number-rows-repeated="3"><table:table-cell/></table:table-row>'
    for row in ROWS:
        cells = (
            cell.format("string", "", value)
            if isinstance(value, str)
            else cell.format("float", f' office:value="{value}"', value)
            for value in row
        )
        rows += f"<table:table-row>{''.join(cells)}</table:table-row>"
    return old_books.write_ods(path, rows)


KINDS = {
    "xlsx": write_xlsx,
    "xlsm": write_xlsm,
    "xlsb": write_xlsb,
    "xls": lambda path: old_books.write_xls(path, ROWS, top=3),
    "ods": write_ods,
}


@pytest.mark.parametrize("kind", KINDS)
def test_each_kind_gives_the_same_rows_with_the_numbers_the_user_sees(
    kind: str, tmp_path: Path
) -> None:
    grid = open_grid(KINDS[kind](tmp_path / f"lijst.{kind}"))

    assert grid.kind == kind
    assert [(sheet.name, sheet.visible) for sheet in grid.sheets] == [("Posten", True)]
    assert values(grid) == SAME


@pytest.mark.parametrize("kind", KINDS)
def test_the_content_decides_what_a_file_is_not_its_name(kind: str, tmp_path: Path) -> None:
    grid = open_grid(KINDS[kind](tmp_path / "lijst.doc"))

    assert (grid.kind, values(grid)) == (kind, SAME)


def test_a_csv_that_is_called_xlsx_is_read_as_csv(tmp_path: Path) -> None:
    path = tmp_path / "export.xlsx"
    path.write_text("Factuurnummer;Bedrag\nF1;1.210,00\n")

    grid = open_grid(path)

    assert (grid.kind, grid.sheets[0].name) == ("csv", "export")
    assert values(grid) == {1: {0: "Factuurnummer", 1: "Bedrag"}, 2: {0: "F1", 1: "1.210,00"}}


def test_a_book_behind_a_password_opens_with_it_and_a_rewriting_would_lose_it(
    tmp_path: Path,
) -> None:
    locked = tmp_path / "geheim.xlsx"
    with write_xlsx(tmp_path / "open.xlsx").open("rb") as plain, locked.open("wb") as out:
        OOXMLFile(plain).encrypt("Geheim1", out)

    grid = open_grid(locked, password="Geheim1")  # noqa: S106 - made for this test

    assert (grid.kind, values(grid)) == ("xlsx", SAME)
    assert grid.features == ("PASSWORD",)
    assert sorted(path.name for path in tmp_path.iterdir()) == ["geheim.xlsx", "open.xlsx"]


def test_a_book_that_only_forbids_changes_opens_without_a_password(tmp_path: Path) -> None:
    locked = tmp_path / "lijst.xlsx"
    with write_xlsx(tmp_path / "open.xlsx").open("rb") as plain, locked.open("wb") as out:
        # The key with which Excel itself encrypts such a book.
        OOXMLFile(plain).encrypt("VelvetSweatshop", out)

    assert values(open_grid(locked)) == SAME


def test_a_needless_password_does_no_harm(tmp_path: Path) -> None:
    grid = open_grid(write_xlsx(tmp_path / "open.xlsx"), password="x")  # noqa: S106

    assert values(grid) == SAME


def test_an_old_file_opens_also_from_a_folder_with_a_misleading_python_file(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    # A list lies in Downloads, where anything may lie beside it.
    (tmp_path / "json.py").write_text("raise SystemExit('taken for the real one')")
    monkeypatch.chdir(tmp_path)

    assert values(open_grid(old_books.write_xls(Path("lijst.xls"), ROWS, top=3))) == SAME


def test_whole_numbers_of_an_old_file_are_whole_and_dates_and_truths_stay(tmp_path: Path) -> None:
    row = (
        '<table:table-cell office:value-type="float" office:value="20260017"/>'
        '<table:table-cell office:value-type="date" office:date-value="2025-12-31"/>'
        '<table:table-cell office:value-type="date" office:date-value="2025-12-31T13:45:00"/>'
        '<table:table-cell office:value-type="boolean" office:boolean-value="true"/>'
        '<table:table-cell office:value-type="float" office:value="1234.5599999999999"/>'
        '<table:table-cell office:value-type="string"><text:p> </text:p></table:table-cell>'
    )
    path = old_books.write_ods(tmp_path / "l.ods", f"<table:table-row>{row}</table:table-row>")

    [cells] = (row.cells for row in open_grid(path).sheets[0].rows)

    assert cells == {
        0: Cell(Decimal(20260017)),
        1: Cell(date(2025, 12, 31)),
        2: Cell(date(2025, 12, 31)),
        3: Cell(value=True),
        4: Cell(Decimal("1234.56")),
    }
    assert str(cells[0].value) == "20260017"


@pytest.mark.parametrize("date1904", [False, True])
def test_an_old_file_tells_from_when_its_days_count(date1904: bool, tmp_path: Path) -> None:
    path = old_books.write_xls(tmp_path / "lijst.xls", ROWS, date1904=date1904)

    assert open_grid(path).date1904 is date1904


@pytest.mark.office
@pytest.mark.skipif(which("soffice") is None, reason="LibreOffice is not on this machine")
def test_books_that_a_real_program_saved_keep_dates_and_hidden_sheets(tmp_path: Path) -> None:
    source = tmp_path / "bron.xlsx"
    with xlsxwriter.Workbook(source) as book:
        sheet = book.add_worksheet("Posten")
        sheet.write_row("B3", ["F1", 1234.56])
        sheet.write_datetime("D3", date(2026, 1, 30), book.add_format({"num_format": "dd-mm-yyyy"}))
        book.add_worksheet("Verborgen").hide()
    for kind in ("xls", "ods"):
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        subprocess.run(
            ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", tmp_path, source],
            check=True,
            capture_output=True,
        )
        grid = open_grid(source.with_suffix(f".{kind}"))

        assert values(grid) == {3: {1: "F1", 2: Decimal("1234.56"), 3: date(2026, 1, 30)}}
        assert [(each.name, each.visible) for each in grid.sheets] == [
            ("Posten", True),
            ("Verborgen", False),
        ]


def test_reading_leaves_the_file_free_to_be_replaced(tmp_path: Path) -> None:
    path = write_xlsx(tmp_path / "lijst.xlsx")
    before = path.read_bytes()

    open_grid(path)
    path.rename(tmp_path / "weg.xlsx")

    assert (tmp_path / "weg.xlsx").read_bytes() == before
