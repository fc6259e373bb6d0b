"""The command new: what it makes, what it leaves alone, and what it says to do next."""

from __future__ import annotations

import os
from pathlib import Path
from zipfile import ZipFile

import openpyxl
import pytest

from tests.acceptance.company import ROOT, cli
from xl_dunning.excel.xlwings_modules import xlwings_version

EXAMPLE = ROOT / "workbook" / "voorbeeld" / "bedrijf.toml"


def sheet(file: Path, name: str) -> list[tuple[object, ...]]:
    book = openpyxl.load_workbook(file)
    rows: list[tuple[object, ...]] = [row[:3] for row in book[name].iter_rows(values_only=True)]
    book.close()
    return rows


def settings_of(file: Path) -> dict[object, object]:
    return {row[0]: row[1] for row in sheet(file, "Instellingen") if row[1] is not None}


def test_makes_the_workbook_and_own_letters_and_says_what_to_do_next(tmp_path: Path) -> None:
    folder = tmp_path / "mijn map"
    done = cli("new", folder)
    assert (done.code, done.err) == (0, "")
    assert done.out.splitlines() == [
        f"Gemaakt: {folder / 'Debiteuren.xlsm'}.",
        f"De brieven staan in {folder / 'sjablonen'}; u kunt ze in Word aanpassen.",
        "Eén keer per computer, zodat Excel dit programma vindt: xl-dunning install",
        "Open Debiteuren.xlsm in Excel en klik één keer op Inhoud inschakelen. Het tabblad "
        "Debiteuren staat dan naast Start.",
        "Vul op het blad Instellingen uw bedrijfsnaam en IBAN in; zonder die gegevens wordt er "
        "geen brief gemaakt.",
        "De werkmap is getest met LibreOffice en met de regels van het bestand; met Excel zelf "
        "nog niet.",
    ]
    assert {path.name for path in folder.iterdir()} == {"Debiteuren.xlsm", "sjablonen"}
    shipped = {path.name for path in (ROOT / "letter_templates" / "nl").glob("*.docx")}
    assert {path.name for path in (folder / "sjablonen" / "nl").iterdir()} == shipped
    state = {(row[0], row[1]): row[2] for row in sheet(folder / "Debiteuren.xlsm", "_ribbon")}
    assert state["boek", "xlwings"] == xlwings_version()
    assert state["xldLetters", "label"] == "Brieven maken"
    assert sheet(folder / "Debiteuren.xlsm", "xl-dunning.conf") == [
        ("ADD_WORKBOOK_TO_PYTHONPATH", "false")
    ]
    assert settings_of(folder / "Debiteuren.xlsm")["sjabloonmap"] == "sjablonen"


def test_the_company_of_a_settings_file_stands_in_the_workbook(tmp_path: Path) -> None:
    done = cli("new", tmp_path, "--settings", EXAMPLE)
    assert done.code == 0
    assert "Vul op het blad Instellingen" not in done.out
    settings = settings_of(tmp_path / "Debiteuren.xlsm")
    assert settings["naam"] == "Uw Bedrijf B.V."
    assert settings["iban"] == "NL91 ABNA 0417 1643 00"
    assert settings["drempelbedrag"] == 15
    assert settings["termijn afgesproken"] == "ja"


# Text of the settings file, and what is then on the sheet: spellings and truth values.
SPELLINGS = [
    ('"E-mail" = "a@b.example"', "e-mail", "a@b.example"),
    ('telefoonnummer = "0201234567"', "telefoon", "0201234567"),
    ('"termijn afgesproken" = false', "termijn afgesproken", "nee"),
    ("betalingstermijn = 30", "betalingstermijn", 30),
    ('sjabloonmap = "eigen brieven"', "sjabloonmap", "eigen brieven"),
]


@pytest.mark.parametrize(("line", "key", "value"), SPELLINGS)
def test_each_setting_is_found_however_it_is_spelled(
    tmp_path: Path, line: str, key: str, value: object
) -> None:
    file = tmp_path / "bedrijf.toml"
    file.write_text(line, encoding="utf-8")
    assert cli("new", tmp_path, "--settings", file, "--bridge-only").code == 0
    assert settings_of(tmp_path / "Debiteuren.xlsm")[key] == value


def test_a_wrong_setting_is_refused_before_anything_is_made(tmp_path: Path) -> None:
    file = tmp_path / "bedrijf.toml"
    file.write_text('iban = "NL00 ABNA 0417 1643 00"', encoding="utf-8")
    done = cli("new", tmp_path / "nieuw", "--settings", file)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith("De instellingen kloppen niet.")
    assert "iban" in done.err
    assert not (tmp_path / "nieuw").exists()


@pytest.mark.parametrize("options", [(), ("--addin",)])
def test_a_workbook_that_is_there_is_never_replaced(
    tmp_path: Path, options: tuple[str, ...]
) -> None:
    name = "Debiteuren.xlsx" if options else "Debiteuren.xlsm"
    (tmp_path / name).write_bytes(b"werk van een jaar")
    done = cli("new", tmp_path, *options)
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        f"In de map {tmp_path} staat al een bestand {name}. Dat wordt niet vervangen. Kies een "
        "andere map, of geef het bestand dat er staat eerst een andere naam.\n"
    )
    assert [path.name for path in tmp_path.iterdir()] == [name]
    assert (tmp_path / name).read_bytes() == b"werk van een jaar"


def test_own_letters_of_before_are_left_as_they_are(tmp_path: Path) -> None:
    letter = tmp_path / "sjablonen" / "aanmaning.docx"
    letter.parent.mkdir()
    letter.write_bytes(b"eigen tekst")
    done = cli("new", tmp_path)
    assert f"De map {letter.parent} stond er al en is niet veranderd." in done.out
    assert [path.name for path in letter.parent.iterdir()] == ["aanmaning.docx"]
    assert letter.read_bytes() == b"eigen tekst"


def test_a_place_where_nothing_can_be_made_is_refused(tmp_path: Path) -> None:
    file = tmp_path / "bestand"
    file.touch()
    done = cli("new", file)
    assert (done.code, done.out) == (1, "")
    assert done.err == (
        f"In de map {file} kan niets worden gemaakt. Kies een map waarin u mag schrijven, "
        "bijvoorbeeld in uw eigen documenten. Er is niets gemaakt.\n"
    )


@pytest.mark.skipif(os.name == "nt", reason="a folder is closed otherwise there")
def test_when_the_letters_can_not_be_copied_no_workbook_stays_behind(tmp_path: Path) -> None:
    (tmp_path / "sjablonen").symlink_to(tmp_path / "weg")  # to nowhere: exists() says no
    done = cli("new", tmp_path)
    assert done.code == 1
    assert [path.name for path in tmp_path.iterdir()] == ["sjablonen"]


def test_the_same_question_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("een", "twee"):
        assert cli("new", tmp_path / name, "--settings", EXAMPLE).code == 0
    one, other = ((tmp_path / name / "Debiteuren.xlsm").read_bytes() for name in ("een", "twee"))
    assert one == other


def test_with_bridge_only_nothing_of_xlwings_is_in_the_workbook(tmp_path: Path) -> None:
    done = cli("new", tmp_path, "--bridge-only")
    assert "Laat dit venster open zolang u de knoppen gebruikt: xl-dunning attach" in done.out
    state = {(row[0], row[1]): row[2] for row in sheet(tmp_path / "Debiteuren.xlsm", "_ribbon")}
    assert (state["boek", "xlwings"], state["boek", "brug"]) == (None, True)


def test_with_addin_the_workbook_has_no_macros_and_the_tab_comes_from_beside_it(
    tmp_path: Path,
) -> None:
    done = cli("new", tmp_path, "--addin")
    assert (
        "Zet xl-dunning.xlam in de map XLSTART van Excel; het tabblad Debiteuren staat dan in "
        "elke werkmap. Gebruik het met Debiteuren.xlsx."
    ) in done.out
    with ZipFile(tmp_path / "Debiteuren.xlsx") as book:
        assert not {"xl/vbaProject.bin", "customUI/customUI.xml"} & set(book.namelist())
        assert "xl/tables/table1.xml" in book.namelist()
    with ZipFile(tmp_path / "xl-dunning.xlam") as addin:
        assert {"xl/vbaProject.bin", "customUI/customUI.xml"} <= set(addin.namelist())
        assert b"addin.macroEnabled" in addin.read("[Content_Types].xml")
