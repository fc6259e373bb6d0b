"""Each check of the doctor finds its own thing, and is silent when all is well."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import Workbook

from tests.acceptance.company import cli
from xl_dunning.frontends.messages_nl import finding_text
from xl_dunning.frontends.setup.checkup import CHECKS, checked
from xl_dunning.frontends.setup.facts import BookFacts, Facts, book_facts, gather
from xl_dunning.frontends.setup.machine import MAC, WINDOWS, Machine, configuration

BOOK = BookFacts(name="Debiteuren.xlsm", stamp="0.37.8")
WELL = Facts(
    machine=Machine(platform=WINDOWS, home=r"C:\An", executable=r"C:\xl\python.exe"),
    xlwings="0.37.8",
    configuration=r"C:\An\.xl-dunning\xl-dunning.conf",
    settings={"INTERPRETER_WIN": r"c:\XL\python.exe"},
    book=BOOK,
)
APPLE = Machine(platform=MAC, home="/Users/An", executable="/opt/python")
LINUX = Machine(platform="linux", home="/home/an", executable="/usr/bin/python3")

PROVOKED = [
    ("DOCTOR_NO_EXCEL", replace(WELL, machine=LINUX, settings=None)),
    ("DOCTOR_NO_XLWINGS", replace(WELL, xlwings=None)),
    ("DOCTOR_NO_CONF", replace(WELL, settings=None)),
    ("DOCTOR_PYTHON_GONE", replace(WELL, python_exists=False)),
    ("DOCTOR_PYTHON_OTHER", replace(WELL, settings={"INTERPRETER_WIN": r"C:\ander\python.exe"})),
    ("DOCTOR_SCRIPT_MISSING", replace(WELL, script="xlwings.applescript", script_exists=False)),
    ("DOCTOR_SHADOWED", replace(WELL, shadowed_by=("xlwings.py",))),
    ("DOCTOR_SHADOWED", replace(WELL, book=replace(BOOK, shadows=("xl_dunning",)))),
    ("DOCTOR_PANDAS", replace(WELL, pandas=True)),
    ("DOCTOR_BOOK_GONE", replace(WELL, book=replace(BOOK, exists=False))),
    ("DOCTOR_BOOK_UNBUILT", replace(WELL, book=replace(BOOK, stamp=None))),
    ("DOCTOR_BOOK_XLWINGS", replace(WELL, book=replace(BOOK, stamp="0.36.0"))),
    ("DOCTOR_MARK", replace(WELL, book=replace(BOOK, marked=True))),
    ("DOCTOR_CLOUD", replace(WELL, book=BookFacts(name="https://x.example/D.xlsm", is_url=True))),
    ("DOCTOR_CLOUD", replace(WELL, book=replace(BOOK, name=r"C:\An\OneDrive - Ons\D.xlsm"))),
    ("DOCTOR_FOLDER_CLOSED", replace(WELL, book=replace(BOOK, folder_open=False))),
    ("DOCTOR_CASEFILE_CLOSED", replace(WELL, book=replace(BOOK, closed_files=("d.sqlite",)))),
    ("DOCTOR_TEMPLATES", replace(WELL, book=replace(BOOK, bad_templates=("brief.docx",)))),
    ("DOCTOR_MAC_CONSENT", replace(WELL, machine=APPLE, settings={})),
]


def codes(facts: Facts) -> list[str]:
    return [finding.code for finding in checked(facts)]


def test_on_windows_only_defender_cannot_be_seen() -> None:
    assert codes(WELL) == ["DOCTOR_DEFENDER"]


@pytest.mark.parametrize(("code", "facts"), PROVOKED)
def test_each_check_finds_its_own_thing_and_says_what_to_do(code: str, facts: Facts) -> None:
    (found,) = [finding for finding in checked(facts) if finding.code != "DOCTOR_DEFENDER"]
    assert found.code == code
    assert "{" not in finding_text(found)


def test_every_check_was_provoked() -> None:
    assert len({code for code, _ in PROVOKED}) + 1 == len(CHECKS)


def built(path: Path, stamp: str) -> Path:
    book = Workbook()
    sheet = book.create_sheet("_ribbon")
    sheet.append(["id", "eigenschap", "waarde"])
    sheet.append(["boek", "xlwings", stamp])
    book.save(path)
    return path


class TestTheWorkbook:
    def test_tells_with_which_xlwings_it_was_built(self, tmp_path: Path) -> None:
        assert book_facts(str(built(tmp_path / "D.xlsm", "0.30.1"))).stamp == "0.30.1"

    def test_may_be_anything_else(self, tmp_path: Path) -> None:
        (tmp_path / "D.xlsm").write_bytes(b"geen werkmap")
        Workbook().save(tmp_path / "E.xlsm")
        assert book_facts(str(tmp_path / "D.xlsm")).stamp is None
        assert book_facts(str(tmp_path / "E.xlsm")).stamp is None
        assert not book_facts(str(tmp_path / "F.xlsm")).exists

    def test_is_seen_with_what_lies_beside_it(self, tmp_path: Path) -> None:
        book = built(tmp_path / "D.xlsm", "1")
        (tmp_path / "sjablonen").mkdir()
        (tmp_path / "sjablonen" / "brief.docx").write_text("geen Word")
        (tmp_path / "sjablonen" / "~$brief.docx").write_text("open in Word")
        (tmp_path / "xlwings.py").write_text("")
        # A file system without streams takes the name of the mark as that of a plain file.
        Path(f"{book}:Zone.Identifier").write_text("[ZoneTransfer]\nZoneId=3\n")
        found = book_facts(str(book))
        assert (found.bad_templates, found.shadows, found.marked) == (
            ("brief.docx",),
            ("xlwings.py",),
            True,
        )


def test_the_configuration_is_read_where_install_writes_it(tmp_path: Path) -> None:
    machine = Machine(platform=MAC, home=str(tmp_path), executable="/opt/python")
    assert gather(machine, None).settings is None
    path = Path(str(configuration(machine)))
    path.parent.mkdir(parents=True)
    path.write_text('"INTERPRETER_MAC","/er/niet/meer"\n')
    assert not gather(machine, None).python_exists


def test_the_command_ends_with_1_only_when_something_is_wrong(tmp_path: Path) -> None:
    done = cli("doctor", "--json", "--book", str(tmp_path / "weg.xlsm"))
    report = json.loads(done.out)
    assert done.code == 1
    assert not report["ok"]
    assert "DOCTOR_BOOK_GONE" in [finding["code"] for finding in report["findings"]]
