"""From the click in the spreadsheet program through VBA to Python and back, in LibreOffice."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from tests.frontends.ribbon.bench import debtor, invoice
from tests.office.calc import Office, calc, is_here
from tests.office.clickable import clickable
from xl_dunning.frontends.setup.listener import Work, listen
from xl_dunning.frontends.setup.spool import Press
from xl_dunning.sheets.live import write_state

pytestmark = pytest.mark.office

INVOICES = (
    invoice("2026-1", "D1", 121, late=20),
    invoice("2026-2", "D2", 60, late=25),
)
DEBTORS = (debtor("D1"), debtor("D2"))


def test_a_click_becomes_one_command_and_python_changes_sheet_tab_and_disk(
    office: Office, tmp_path: Path
) -> None:
    made = clickable(office, tmp_path, invoices=INVOICES, debtors=DEBTORS)
    assert made.ask("LabelOf", "xldLetters") == "Brieven maken"
    assert made.ask("LabelOf", "xldStatus") == "Nog geen ronde"

    assert made.click("xldCompute") == (
        "from xl_dunning.ribbon import press; press('xldCompute', '')"
    )
    made.serve("xldCompute")
    assert made.ask("LabelOf", "xldLetters") == "Brieven (2)"
    assert not list(tmp_path.rglob("*.docx"))

    made.serve("xldLetters")
    letters = sorted(tmp_path.rglob("*.docx"))
    assert len(letters) == 2
    assert made.ask("LabelOf", "xldLetters") == "Brieven (0)"
    assert made.ask("IsEnabled", "xldLetters") is False
    assert made.ask("IsEnabled", "xldUndo") is True
    assert str(made.ask("LabelOf", "xldStatus")).startswith("Laatste ronde: ")

    made.serve("xldLetters")
    assert sorted(tmp_path.rglob("*.docx")) == letters, "a second click makes nothing twice"


def test_the_message_of_before_is_gone_when_python_begins(office: Office, tmp_path: Path) -> None:
    made = clickable(office, tmp_path)
    write_state(made.book, {("melding", "tekst"): "oud", ("melding", "soort"): "fout"})
    made.click("xldCheck")
    rows = made.document.ask("read", "_ribbon", [1, 1, 30, 3])
    assert [row[2] for row in rows if row[0] == "melding"] == [None, None]


@pytest.mark.parametrize("text", ["", "Debiteuren.xlsm", "Déb € \N{GRINNING FACE}", "a\nb"])
def test_texts_go_over_the_bridge_without_loss(office: Office, tmp_path: Path, text: str) -> None:
    made = clickable(office, tmp_path)
    assert made.ask("ThereAndBack", text) == text


@contextmanager
def listening(folder: Path, work: Work) -> Iterator[None]:
    stop, ready = threading.Event(), threading.Event()
    helper = threading.Thread(
        target=listen,
        args=(folder, work),
        kwargs={"tell": lambda _: ready.set(), "stop": stop},
    )
    helper.start()
    try:
        assert ready.wait(30)
        yield
    finally:
        stop.set()
        helper.join()


@pytest.fixture
def bridged(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Iterator[tuple[Office, Path]]:
    """LibreOffice that knows the folder of the bridge."""
    if not is_here():
        pytest.skip("needs program soffice, and python3-uno for the system's Python")
    folder = tmp_path / "brug"
    monkeypatch.setenv("XL_DUNNING_BRIDGE", str(folder))
    with calc() as running:
        yield running, folder


def test_a_running_attach_gets_the_click_and_excel_starts_nothing(
    bridged: tuple[Office, Path], tmp_path: Path
) -> None:
    office, folder = bridged
    made = clickable(office, tmp_path)
    got: list[Press] = []

    def work(press: Press) -> str:
        got.append(press)
        return "" if press.control == "xldCheck" else "Dat ging mis."

    with listening(folder, work):
        assert made.click("xldCheck") == ""
        assert made.click("xldUndo") == "", "a sentence is shown, and nothing is done again"
        left = {path.suffix for path in folder.iterdir()}
    assert [(press.control, press.choice) for press in got] == [("xldCheck", ""), ("xldUndo", "")]
    assert {press.book_name for press in got} == {"Debiteuren.xlsm"}
    assert left.isdisjoint({".press", ".taken", ".answer", ".tmp"})


def test_without_attach_the_click_goes_the_other_way(
    bridged: tuple[Office, Path], tmp_path: Path
) -> None:
    """Also when a helper was there a moment ago and takes nothing any more."""
    office, folder = bridged
    made = clickable(office, tmp_path)
    assert made.click("xldCheck").endswith("press('xldCheck', '')")
    folder.mkdir()
    (folder / "alive").write_text("xl-dunning-brug 1\n", encoding="ascii")
    assert made.click("xldCheck").endswith("press('xldCheck', '')")
    assert [path.name for path in folder.iterdir()] == ["alive"], "the press was taken back"
