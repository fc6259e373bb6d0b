"""The ways in: a click in Excel, and the command press."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
import xlwings

from tests.acceptance.company import cli, environment
from tests.frontends.ribbon.bench import Bench, debtor, invoice, workbook
from tests.frontends.ribbon.exports import export
from xl_dunning.frontends.live_door import place_of
from xl_dunning.frontends.ribbon import BUTTONS
from xl_dunning.frontends.ribbon.without_excel import INSTEAD
from xl_dunning.ribbon import press


@pytest.fixture
def bench(tmp_path: Path) -> Iterator[Bench]:
    """The workbook, saved, open, and the one that calls."""
    made = workbook(tmp_path, [invoice("2026-001", "1", 100.0, late=20)], [debtor("1")])
    (tmp_path / "Debiteuren.xlsm").write_bytes(b"")
    made.book.set_mock_caller()
    yield made
    os.environ.pop("XLWINGS_MOCK_CALLER", None)
    xlwings.Book._mock_file = None  # type: ignore[attr-defined]


def test_a_click_works_on_the_workbook_that_called(bench: Bench) -> None:
    press("xldCompute")
    assert bench.state("xldLetters", "label") == "Brieven (1)"


def test_a_click_that_fails_leaves_the_sentence_in_the_workbook(bench: Bench) -> None:
    """There VBA finds it; what a program says on its way out would lose its accents."""
    before = bench.snapshot()
    press("xldImport")
    assert bench.state("melding", "tekst").startswith("Er is geen bestand gekozen.")
    assert bench.state("melding", "soort") == "fout"
    after = bench.snapshot()
    assert {name for name in after if after[name] != before[name]} == {"_ribbon"}


def test_where_the_workbook_can_not_tell_it_the_click_ends_with_the_sentence(
    bench: Bench,
) -> None:
    bench.page("_ribbon").protected = True
    before = bench.snapshot()
    with pytest.raises(SystemExit) as ended:
        press("xldImport")
    assert str(ended.value).startswith("Er is geen bestand gekozen.")
    assert bench.snapshot() == before


def test_letters_that_were_made_are_told_also_where_the_tab_can_not_be(bench: Bench) -> None:
    """Who hears that nothing was changed makes them again, or goes looking for what went wrong."""
    bench.page("_ribbon").protected = True
    with pytest.raises(SystemExit) as ended:
        press("xldLetters")
    assert str(ended.value).startswith("1 brief gemaakt en vastgelegd, in de map ")
    assert len(bench.letters) == 1
    bench.page("_ribbon").protected = False
    press("xldLetters")
    assert len(bench.letters) == 1


def test_the_command_presses_the_same_button(bench: Bench) -> None:
    book = bench.folder / "Debiteuren.xlsm"
    done = cli("press", "xldcompute", "--book", book)
    assert (done.code, done.err) == (0, "")
    assert done.out.startswith("Berekend voor ")
    done = cli("press", "xldUndo", "--book", book)
    assert (done.code, done.out) == (1, "")
    assert done.err == "Er is geen aanmaanronde om in te trekken.\n"


def test_the_command_brings_an_export_and_an_answer(bench: Bench) -> None:
    book = bench.folder / "Debiteuren.xlsm"
    file = export(bench.folder / "week.xlsx", [invoice("2026-002", "1", 50.0, late=3)])
    done = cli("press", "xldImport", "--book", book, "--file", file)
    assert done.out.startswith("Ingelezen uit “week.xlsx”: 1 factuur, waarvan 1 nieuw. Eén factuur")
    done = cli("press", "xldPolicy", "--book", book)
    assert done.out.endswith("Antwoord met --choice.\n")
    assert "met 4 stappen" in cli("press", "xldPolicy", "--book", book, "--choice", "2").out


WRONG = [
    (("press", "xldFoo"), "“xldFoo” is geen knop. Kies uit: xldImport, "),
    (("press", "xldHelp"), "Noem met --book de werkmap waarin u op xldHelp wilt drukken."),
    (("press", "xldHelp", "--book", "weg.xlsm"), "weg.xlsm"),
]


@pytest.mark.parametrize(("words", "said"), WRONG)
def test_a_command_that_misses_something_says_what(words: tuple[str, ...], said: str) -> None:
    done = cli(*words)
    assert done.code == 1
    assert said in done.err


def test_the_buttons_are_listed() -> None:
    assert cli("press").out.split() == list(BUTTONS)


@pytest.mark.skipif(sys.platform != "linux", reason="Excel may be here")
@pytest.mark.parametrize("control", BUTTONS)
def test_without_excel_the_command_is_named_that_does_the_same(
    tmp_path: Path, control: str
) -> None:
    book = tmp_path / "Debiteuren.xlsm"
    book.write_bytes(b"")
    done = subprocess.run(
        [sys.executable, "-m", "xl_dunning.frontends.cli", "press", control, "--book", book],
        capture_output=True,
        text=True,
        check=False,
        env=environment(),
    )
    assert done.returncode == 1
    assert done.stderr.startswith("Op deze computer is geen Excel gevonden")
    if control in INSTEAD:
        words = done.stderr.split("“xl-dunning ")[1].split("”")[0].split()
        command = words[:3] if words[0] == "log" else words[:1]
        assert cli(*command, "--help").code == 0, done.stderr


PLACES = [
    ("/home/a/Debiteuren.xlsm", "/home/a/Debiteuren.xlsm", "on this disk"),
    ("https://x.sharepoint.example/d/Debiteuren.xlsm", "/docs/xl-dunning/Debiteuren.xlsm", "cloud"),
    ("Map1", "/docs/xl-dunning/Map1", "never saved"),
    ("", "/docs/xl-dunning/Debiteuren.xlsm", "not even a name"),
]


@pytest.mark.skipif(os.name == "nt", reason="the places are those of Linux and Mac")
@pytest.mark.parametrize(("full_name", "place", "why"), PLACES)
def test_where_letters_and_case_file_come(full_name: str, place: str, why: str) -> None:
    assert place_of(full_name, documents=Path("/docs")) == Path(place), why
