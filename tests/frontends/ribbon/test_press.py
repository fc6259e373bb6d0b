"""A click: one message when it went well, one sentence when it did not, never half a workbook."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from tests.frontends.ribbon.bench import Bench, debtor, invoice, workbook
from tests.frontends.ribbon.exports import export
from xl_dunning.frontends.ribbon import BUTTONS, serve


def small(folder: Path) -> Bench:
    return workbook(folder, [invoice("2026-001", "1", 100.0, late=20)], [debtor("1")])


@pytest.mark.parametrize(
    ("control", "choice", "why"),
    [
        ("xldLeters", "", "no button has that id"),
        ("", "", "nothing was pressed"),
        ("xldPolicy", "2'); import os", "a choice is digits and letters, never code"),
        ("xldImport", "x" * 41, "no choice is that long"),
    ],
)
def test_an_unknown_button_is_refused(tmp_path: Path, control: str, choice: str, why: str) -> None:
    bench = small(tmp_path)
    before = bench.snapshot()
    assert "hoort bij een andere versie" in bench.refused(control, choice), why
    assert bench.snapshot() == before


def test_every_button_can_be_loaded() -> None:
    from xl_dunning.frontends.ribbon import _button  # noqa: PLC0415

    for control in BUTTONS:
        assert callable(_button(control)), control


def test_a_message_is_replaced_by_the_next(tmp_path: Path) -> None:
    bench = small(tmp_path)
    assert bench.press("xldCompute").startswith("Berekend voor")
    assert bench.press("xldHelp") == ""
    assert bench.state("melding", "knop") == "xldHelp"


def test_a_sheet_that_refuses_leaves_the_whole_workbook_as_it_was(tmp_path: Path) -> None:
    """Logboek is written last: by then five sheets and the list are new."""
    bench = small(tmp_path)
    bench.page("Logboek").protected = True
    before = bench.snapshot()
    said = bench.refused("xldCompute")
    assert said.startswith("Excel liet niets in de werkmap zetten.")
    assert bench.snapshot() == before


def test_a_run_that_was_recorded_says_so_when_the_workbook_refuses(tmp_path: Path) -> None:
    bench = small(tmp_path)
    bench.page("Logboek").protected = True
    before = bench.snapshot()
    said = bench.press("xldLetters")
    assert said.startswith("De ronde is vastgelegd en haar brieven staan klaar, maar")
    assert len(bench.letters) == 1
    after = bench.snapshot()
    assert {name for name in after if after[name] != before[name]} == {"_ribbon"}
    bench.page("Logboek").protected = False
    bench.press("xldCompute")
    assert bench.row("Facturen", "2026-001")["Fase"] == "Betalingsherinnering"
    assert "geen brief nodig" in bench.press("xldLetters"), "and nothing goes out twice"
    assert len(bench.letters) == 1


def test_a_bug_becomes_a_sentence_with_a_number_and_a_log(tmp_path: Path) -> None:
    bench = small(tmp_path)
    bench.book.impl.fullname = "/folder\0/Debiteuren.xlsm"  # no system has such a place
    said = bench.refused("xldCompute")
    assert said.startswith("Er ging iets mis dat wij niet hadden voorzien.")
    log = re.search(r"het verslag staat in (\S+)\.$", said)
    assert log is not None
    assert "Traceback" in Path(log[1]).read_text(encoding="utf-8")
    Path(log[1]).unlink()


@pytest.mark.parametrize(
    ("gone", "control", "sentence"),
    [
        ("Facturen", "xldCompute", "In deze werkmap staat geen blad Facturen."),
        ("Uitleg", "xldHelp", "Het blad Uitleg staat niet meer in deze werkmap."),
        ("_ribbon", "xldTest", "Het blad _ribbon staat niet meer in deze werkmap."),
        ("Debiteuren", "xldImport", "Het blad Debiteuren staat niet meer in deze werkmap."),
    ],
)
def test_a_sheet_that_was_removed_is_named(
    tmp_path: Path, gone: str, control: str, sentence: str
) -> None:
    bench = small(tmp_path)
    bench.choose_export(_list(tmp_path))
    bench.book.impl.pages.remove(bench.page(gone))
    before = bench.snapshot()
    assert serve(bench.book, control).startswith(sentence)
    assert bench.snapshot() == before


def _list(folder: Path) -> Path:
    return export(folder / "export.xlsx", [invoice("2026-001", "1", 100.0, late=20)])


def test_a_result_column_that_was_removed_is_named(tmp_path: Path) -> None:
    bench = small(tmp_path)
    cells = bench.page("Facturen").cells_at
    (at,) = (place for place, text in cells.items() if text == "Reden")
    cells[at] = "Mijn kolom"
    before = bench.snapshot()
    assert "ontbreken kolommen die het programma vult: Reden." in bench.refused("xldCompute")
    assert bench.snapshot() == before


def test_an_empty_list_asks_for_an_export(tmp_path: Path) -> None:
    bench = workbook(tmp_path)
    assert "Klik eerst op Importeren" in bench.refused("xldCompute")
