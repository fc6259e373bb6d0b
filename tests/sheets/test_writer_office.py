"""What LibreOffice makes of a marked workbook: it shows it, and saving there loses nothing."""

from __future__ import annotations

import shutil
import subprocess
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook
from openpyxl.worksheet.properties import PageSetupProperties

from tests.sheets.writer_samples import (
    COLOURS,
    STAGES,
    content,
    layout_of,
    make_list,
    own_sheets,
    results,
    run,
)

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
    pytest.mark.skipif(shutil.which("pdftoppm") is None, reason="poppler is not installed"),
]


@pytest.fixture(scope="module")
def marked(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A list of 60 rows as an Excel table below a title, marked; on one page wide."""
    folder = tmp_path_factory.mktemp("marked")
    source = make_list(
        folder / "lijst.xlsx", rows=60, top=3, table=True, extra={"A1": "Debiteuren"}
    )
    book = load_workbook(source)
    sheet = book.worksheets[0]
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    book.save(source)
    run(
        source,
        folder / "uit.xlsx",
        layout=layout_of(source, rows=60, top=3),
        columns=results(60, top=3),
        sheets=own_sheets(),
    )
    return folder / "uit.xlsx"


def converted(path: Path, kind: str, folder: Path) -> Path:
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(folder)]
    subprocess.run([*command, str(path)], check=True, capture_output=True, timeout=120)
    return folder / f"{path.stem}.{kind}"


def test_every_stage_is_painted_in_its_colour_and_stands_there_as_a_word(
    marked: Path, tmp_path: Path
) -> None:
    pdf = converted(marked, "pdf", tmp_path)

    subprocess.run(["pdftoppm", "-r", "60", "-f", "1", "-l", "1", pdf, tmp_path / "p"], check=True)
    text = subprocess.run(
        ["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True
    ).stdout
    pixels = next(tmp_path.glob("p*.ppm")).read_bytes()
    for colour, stage in zip(COLOURS, STAGES, strict=True):
        assert pixels.count(bytes.fromhex(colour)) > 500, stage
        assert text.count(stage) >= 12
    assert "Controlepunten op 21-11-2026" in text, "the title of our sheet is printed above it"


def test_a_workbook_that_was_saved_in_libreoffice_is_marked_again_without_doubling(
    marked: Path, tmp_path: Path
) -> None:
    saved = converted(marked, "xlsx", tmp_path)

    outcome = run(
        saved,
        tmp_path / "weer.xlsx",
        layout=layout_of(saved, rows=60, top=3),
        columns=results(60, top=3),
        sheets=own_sheets(),
    )

    before, after = load_workbook(marked), load_workbook(tmp_path / "weer.xlsx")
    assert outcome.kept
    assert values(after) == values(before)
    assert after.sheetnames == before.sheetnames
    assert len(after.worksheets[0].conditional_formatting) == 1


def values(book: Workbook) -> dict[str, object]:
    """Without number formats: LibreOffice writes the same ones in another spelling."""
    return {cell: value for cell, (value, _) in content(book)["Openstaande posten"].items()}
