"""The demo as a command: its folder, its report, and the files that it makes."""

from __future__ import annotations

import subprocess
import sys
from datetime import date
from pathlib import Path

import openpyxl
import pytest

from tests.acceptance.company import ROOT
from xl_dunning.frontends.demo import DemoResult, demo, demo_lines
from xl_dunning.frontends.demo_company.book import INVOICE_WIDTHS
from xl_dunning.frontends.demo_company.company import company_on
from xl_dunning.frontends.demo_company.invoice_copy import one_page
from xl_dunning.frontends.messages_nl import refusal_text
from xl_dunning.rules.findings import Refusal

TODAY = date(2026, 11, 21)
ENVIRONMENT = {"PYTHONUTF8": "1", "PATH": "", "PYTHONPATH": str(ROOT)}
"""No programs at all; and this checkout, also where another one is installed."""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> DemoResult:
    return demo(tmp_path_factory.mktemp("demo") / "map", today=TODAY)


class TestTheDoor:
    def test_a_folder_with_files_is_refused_and_left_alone(self, tmp_path: Path) -> None:
        folder = tmp_path / "mijn map"
        folder.mkdir()
        (folder / "brief.docx").write_bytes(b"van mij")
        with pytest.raises(Refusal) as refused:
            demo(folder, today=TODAY)
        assert refusal_text(refused.value) == (
            f"In de map “{folder}” staan al bestanden. Kies een nieuwe of lege map, "
            f"bijvoorbeeld: xl-dunning demo {folder}-2"
        )
        assert [path.name for path in folder.iterdir()] == ["brief.docx"]

    def test_a_file_in_the_place_of_the_folder_is_refused(self, tmp_path: Path) -> None:
        place = tmp_path / "demo"
        place.write_text("van mij", encoding="utf-8")
        with pytest.raises(Refusal):
            demo(place, today=TODAY)
        assert place.read_text(encoding="utf-8") == "van mij"

    def test_a_place_where_nothing_can_be_made_is_refused(self, tmp_path: Path) -> None:
        (tmp_path / "bestand").write_text("van mij", encoding="utf-8")
        folder = tmp_path / "bestand" / "demo"
        with pytest.raises(Refusal) as refused:
            demo(folder, today=TODAY)
        assert refusal_text(refused.value) == (
            f"In de map “{folder}” kan niets worden gemaakt. Kies een map waarin u mag schrijven, "
            "bijvoorbeeld in uw eigen documenten."
        )

    def test_it_says_in_about_ten_lines_what_it_did(self, made: DemoResult) -> None:
        folder, output = made.folder.absolute(), made.result.output
        assert demo_lines(made) == [
            "Voorbeeldbedrijf Vlinderveld Koeltechniek B.V.: 90 posten van 55 debiteuren.",
            "De aanmaanronde van 21-11-2026, met beleid standaard:",
            "- 30 brieven over 38 posten, samen €\xa032.799,58 en USD\xa02.400,00:",
            "  3 × Sommatie, 14 × Betalingsherinnering, 4 × Aanmaning, 1 × Veertiendagenbrief, "
            "2 × Betalingsherinnering met factuur, 1 × Tweede herinnering met uiterste "
            "datum, 1 × Sommatie en ingebrekestelling, 1 × Factuur opnieuw, "
            "1 × Betalingsregeling vervallen, 1 × Herinnering termijn, "
            "1 × Aankondiging opschorting.",
            "- 6 posten voor uzelf, zoals 2 debiteuren bellen: blad Belijst.",
            "- 46 posten zonder brief; achter elke rij staat waarom: kolom Reden.",
            "- afspraken: 1 toezegging niet nagekomen, 1 regeling vervallen, 1 termijn te laat, "
            "5 lopen er nog; blad Termijnen.",
            "- 10 controlepunten: blad Controle.",
            "Bekijk nu:",
            f"  de lijst:   {folder / 'openstaande-posten.xlsx'}",
            f"  de werkmap: {output}",
            f"  de brieven: {folder / 'brieven' / '2026-11-21-1'}",
            "Daarna met uw eigen lijst: xl-dunning check UWLIJST.xlsx",
        ]

    def test_it_runs_from_the_command_line(self, tmp_path: Path) -> None:
        done = subprocess.run(
            [sys.executable, "-m", "xl_dunning.frontends.cli", "demo", "proef"],
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            env=ENVIRONMENT,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.startswith("Voorbeeldbedrijf Vlinderveld Koeltechniek B.V.: 90 posten")
        assert 9 <= len(done.stdout.splitlines()) <= 13
        assert (tmp_path / "proef" / "openstaande-posten-debiteuren.xlsx").is_file()

    def test_a_folder_in_use_ends_with_code_1(self, tmp_path: Path) -> None:
        (tmp_path / "iets.txt").write_text("", encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "xl_dunning.frontends.cli", "demo", "."],
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            env=ENVIRONMENT,
            check=False,
        )
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.startswith("In de map “.” staan al bestanden.")


class TestTheWorkbook:
    def test_holds_real_dates_and_amounts(self, made: DemoResult) -> None:
        sheet = openpyxl.load_workbook(made.list)["Facturen"]
        first = dict(zip((cell.value for cell in sheet[3]), sheet[4], strict=True))
        assert (first["Vervaldatum"].data_type, first["Openstaand"].data_type) == ("d", "n")
        assert first["Vervaldatum"].number_format == "dd-mm-yyyy"
        assert first["Openstaand"].value == 6050
        assert sheet.freeze_panes == "B4"

    def test_bears_the_headers_that_are_read_as_they_stand(self, made: DemoResult) -> None:
        columns = made.result.reading.layout.columns
        own = [column for column in columns if column.header in INVOICE_WIDTHS]
        assert len(own) == len(INVOICE_WIDTHS)
        assert [column.field for column in own] == [column.header for column in own]

    def test_is_the_same_file_in_content_whenever_it_is_made(self) -> None:
        assert company_on(TODAY) == company_on(TODAY)

    def test_shows_its_settings_as_the_manual_names_them(self, made: DemoResult) -> None:
        sheet = openpyxl.load_workbook(made.list)["Instellingen"]
        values = {row[0].value: row[1].value for row in sheet.iter_rows(min_row=2)}
        assert values["iban"] == "NL91 ABNA 0417 1643 00"
        assert values["drempelbedrag"] == 15


def test_the_copy_of_an_invoice_is_a_pdf_with_its_text() -> None:
    made = one_page(["Factuur (kopie) 1", "Café Østerhus € 12,00"])
    assert made.startswith(b"%PDF-1.4\n")
    assert made.endswith(b"%%EOF\n")
    assert rb"(Factuur \(kopie\) 1) Tj" in made
    assert "(Café Østerhus € 12,00) Tj".encode("cp1252") in made
    start = int(made.rsplit(b"startxref\n", 1)[1].split(b"\n")[0])
    assert made[start:].startswith(b"xref\n0 6\n")
