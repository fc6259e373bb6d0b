"""A morning: the new export over the list of two weeks ago, calls, letters, undo, and again."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from pathlib import Path

import pytest

from tests.frontends.ribbon.bench import TODAY, Bench, Cells, days_ago, workbook
from tests.frontends.ribbon.exports import export
from tests.office.calc import calc, is_here
from xl_dunning.frontends.logbook import list_events
from xl_dunning.rules.events import Event, standing


def open_item(number: str, who: str, amount: float, *, late: int) -> dict[str, object]:
    """A row as the books export it today; ``late`` counts from today."""
    return {
        "Factuurnr": number,
        "Klantnr": who,
        "Klantnaam": f"Klant {who}",
        "Adres": "Dorpsstraat 1",
        "Postcode": "1234 AB",
        "Plaats": "Utrecht",
        "E-mail": f"inkoop{who}@klant.example",
        "Soort": "zakelijk",
        "Factuurdatum": days_ago(late + 30),
        "Vervaldatum": days_ago(late),
        "Openstaand": amount,
    }


WEEK_47 = [
    open_item("2026-101", "10", 500.0, late=20),  # will be paid
    open_item("2026-102", "10", 250.0, late=18),  # will be paid in part
    open_item("2026-103", "011", 900.0, late=40),  # she disputes it
    open_item("2026-104", "12", 75.0, late=35),  # nobody answers the phone
    open_item("2026-105", "13", 60.0, late=15),
]
WEEK_48 = [
    open_item("2026-105", "13", 60.0, late=15),
    open_item("2026-104", "12", 75.0, late=35),
    open_item("2026-103", "011", 900.0, late=40),
    open_item("2026-102", "10", 100.0, late=18),
    open_item("2026-106", "14", 310.0, late=8),  # new, and a new customer
]


def bring(bench: Bench, name: str, rows: list[dict[str, object]]) -> str:
    bench.choose_export(export(bench.folder / name, rows))
    return bench.press("xldImport")


def set_day(bench: Bench, days: int) -> None:
    """Peildatum on Instellingen; the workbook itself has today there."""
    day = days_ago(days)
    bench.page("Instellingen").put((40, 2), datetime(day.year, day.month, day.day))  # noqa: DTZ001
    bench.book.impl.defined["Peildatum"] = bench.book.sheets["Instellingen"].range((40, 2)).impl


def log(bench: Bench) -> tuple[Event, ...]:
    return list_events(str(bench.folder / "debiteurendossier.sqlite"))


def sent(bench: Bench) -> list[tuple[str, str]]:
    """Invoice and stage of every letter that stands, in the order in which they went."""
    return [(e.invoice, e.stage) for e in standing(log(bench)) if e.kind == "letter"]


def actions(bench: Bench) -> Cells:
    return {row["Factuurnummer"]: row.get("Actie") for row in bench.rows("Facturen")}


@pytest.fixture(
    params=[
        "in memory",
        pytest.param(
            "in Calc",
            marks=[
                pytest.mark.office,
                pytest.mark.skipif(not is_here(), reason="needs program soffice, and uno"),
            ],
        ),
    ]
)
def desktop(request: pytest.FixtureRequest) -> Iterator[object]:
    """The program that has the workbook open: ours in memory, or LibreOffice."""
    if request.param == "in memory":
        yield None
        return
    with calc() as started:
        yield started


def last_week(folder: Path, desktop: object = None) -> Bench:
    """The workbook as it was left: the list of week 47, reminders sent, her marks."""
    bench = workbook(folder, own_column="Mijn notitie", desktop=desktop)
    page = bench.page("Instellingen")
    page.put((20, 1), "beleid")
    page.put((20, 2), "onderhandelen")
    set_day(bench, 14)
    assert bring(bench, "week47.xlsx", WEEK_47).startswith(
        "Ingelezen uit “week47.xlsx”: 5 facturen, waarvan 5 nieuw"
    )
    assert "4 brieven te maken" in bench.press("xldCompute")
    assert bench.press("xldLetters").startswith("De peildatum staat op")
    assert bench.press("xldLetters", "1").startswith("4 brieven gemaakt en vastgelegd")
    bench.type_in("Facturen", "2026-103", "Betwist", "ja")
    bench.type_in("Facturen", "2026-104", "Mijn notitie", "vraag naar mevrouw Bakker")
    bench.type_in("Debiteuren", "12", "Telefoon", "0612345678")
    set_day(bench, 0)
    return bench


def test_a_morning(tmp_path: Path, desktop: object) -> None:
    bench = last_week(tmp_path, desktop)
    # The new export: what she noted stays, what was paid goes.
    assert bring(bench, "week48.xlsx", WEEK_48).startswith(
        "Ingelezen uit “week48.xlsx”: 5 facturen, waarvan 1 nieuw. Eén factuur staat er niet meer"
    )
    assert [row["Factuurnummer"] for row in bench.rows("Facturen")] == [
        "2026-102",
        "2026-103",
        "2026-104",
        "2026-105",
        "2026-106",
    ]
    assert bench.row("Facturen", "2026-103")["Betwist"] == "ja"
    assert bench.row("Facturen", "2026-103")["Debiteurnummer"] == "011"
    assert bench.row("Facturen", "2026-104")["Mijn notitie"] == "vraag naar mevrouw Bakker"
    assert bench.row("Facturen", "2026-102")["Openstaand"] == 100.0
    assert bench.row("Debiteuren", "12")["Telefoon"] == "0612345678"
    assert [e.invoice for e in log(bench)].count("2026-101") == 1, "its history stays"

    # Whom to call.
    bench.press("xldCalls")
    assert actions(bench)["2026-103"] == "Betwisting oplossen"
    (call,) = [row for row in bench.rows("Belijst") if row["Debiteurnummer"] == "12"]
    assert call["Telefoon"] == "0612345678"
    assert bench.book.impl.selected.sheet.title == "Belijst"

    # She calls, and notes what came of it; computing once more takes it in.
    page = bench.page("Belijst")
    column = next(c for (row, c), text in page.cells_at.items() if row == 1 and text == "Uitkomst")
    number = next(row for (row, _), text in page.cells_at.items() if text == "12")
    page.put((number, column), "niet bereikt")
    bench.press("xldCompute")
    assert [row["Uitkomst"] for row in bench.rows("Logboek") if row.get("Uitkomst")]

    # The letters of today, taken back because she saw a mistake, and made again.
    said = bench.press("xldLetters")
    assert said.startswith("1 brief gemaakt en vastgelegd")
    once = sent(bench)
    assert once.count(("2026-106", "herinnering")) == 1
    assert "is ingetrokken" in bench.press("xldUndo")
    assert ("2026-106", "herinnering") not in sent(bench)
    assert bench.state("xldLetters", "label") == "Brieven (1)"
    assert bench.press("xldLetters").startswith("1 brief gemaakt en vastgelegd")
    assert sorted(sent(bench)) == sorted(once), "nothing twice, nothing lost"
    assert bench.press("xldLetters").startswith("Er is vandaag geen brief nodig")

    # The log tells the whole story, and so does the sheet that mirrors it.
    calls = [e for e in standing(log(bench)) if e.kind == "call"]
    assert [(e.debtor, e.outcome, e.on) for e in calls] == [("12", "not-reached", TODAY)]
    assert len(bench.rows("Logboek")) == len(log(bench))
    assert bench.state("xldStatus", "label") == f"Laatste ronde: {TODAY:%d-%m-%Y}"
    assert bench.row("Facturen", "2026-104")["Mijn notitie"] == "vraag naar mevrouw Bakker"


def test_the_same_export_twice_changes_nothing(tmp_path: Path) -> None:
    bench = last_week(tmp_path)
    bring(bench, "week48.xlsx", WEEK_48)
    bench.press("xldCompute")
    before = {name: bench.rows(name) for name in ("Facturen", "Debiteuren", "Logboek")}
    bring(bench, "week48.xlsx", WEEK_48)
    assert {name: bench.rows(name) for name in before} == before


def test_a_debtor_who_was_paid_up_comes_back_with_his_history(tmp_path: Path) -> None:
    """A payment was booked by mistake: a week later the invoice is open again."""
    bench = last_week(tmp_path)
    bring(bench, "week48.xlsx", WEEK_48)
    bring(bench, "week49.xlsx", [*WEEK_48, WEEK_47[0]])
    bench.press("xldCompute")
    row = bench.row("Facturen", "2026-101")
    assert row["Fase"] == "Betalingsherinnering", "he was reminded, and is not reminded again"
