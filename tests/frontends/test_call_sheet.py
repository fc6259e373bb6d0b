"""The Belijst as it is made: who first, what each cell tells, and what comes on the paper."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.acceptance.books import Row, reachable, write_book
from tests.acceptance.company import Company, act, letter
from xl_dunning.casefile.call_row import FILL_IN, HEADERS
from xl_dunning.casefile.words import OUTCOME_WORDS
from xl_dunning.frontends.call_sheet import call_sheet
from xl_dunning.frontends.options import ListOptions, RunOptions
from xl_dunning.frontends.results import RunResult
from xl_dunning.frontends.run import run
from xl_dunning.rules.events import Event, EventKind, Outcome
from xl_dunning.rules.money import euro
from xl_dunning.sheets.marking import MarkValue

LIST = """
    Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand | Valuta
    A1            | 1              | 2026-03-02  | 100.00     | EUR
    A2            | 1              | 2026-03-01  | 150.00     | EUR
    B1            | 2              | 2026-03-02  | 900.00     | EUR
    B2            | 2              | 2026-03-02  | 50.00      | USD
    C1            | 3              | 2026-01-02  | 5000.00    | EUR
    D1            | 4              | 2026-03-02  | 900.00     | EUR
"""
DAY = "2026-03-16"


@pytest.fixture
def company(tmp_path: Path) -> Company:
    """Debtor 3 is up for a handover, the others for a call."""
    company = Company(folder=tmp_path)
    company.policy(
        act("bellen", "call", 10), act("nabellen", "call", 12), act("weg", "handover", 60)
    )
    company.listed(LIST)
    for stage in ("bellen", "nabellen"):
        company.log("call", "--debtor", "3", "--stage", stage, day="2026-01-15")
    return company


def result_of(company: Company) -> RunResult:
    """The run as a value, as those who call it from Python get it."""
    options = RunOptions(
        list=ListOptions(file=company.list_file, policies=company.policies),
        as_of=date.fromisoformat(DAY),
        dry_run=True,
    )
    return run(options)


def rows(result: RunResult) -> list[dict[str, MarkValue]]:
    return [dict(zip(HEADERS, row, strict=True)) for row in call_sheet(result).rows]


def order(found: Sequence[Row] | Sequence[dict[str, MarkValue]]) -> list[tuple[object, object]]:
    return [(row["Debiteurnummer"], row["Openstaand"]) for row in found]


def test_calls_come_first_and_of_those_what_is_most_at_stake(company: Company) -> None:
    company.run(DAY)
    sheet = company.sheet("Belijst")
    assert order(sheet) == [("2", 900), ("4", 900), ("1", 250), ("2", 50), ("3", 5000)]
    assert [row["Actie"] for row in sheet] == [*["Bellen"] * 4, "Overdragen"]
    assert [row["Valuta"] for row in sheet] == ["EUR", "EUR", "EUR", "USD", "EUR"]


def test_a_broken_promise_comes_above_all_else_and_is_told_in_the_script(company: Company) -> None:
    result = result_of(company)
    promise = Event(
        id="belofte",
        on=date(2026, 3, 9),
        debtor="1",
        invoice="A1",
        kind=EventKind.PROMISE,
        until=date(2026, 3, 13),
        amount=euro("100"),
    )
    of_another = replace(promise, debtor="9")
    sorted_rows = rows(replace(result, broken_promises=(promise, of_another)))
    assert order(sorted_rows)[:2] == [("1", euro("250")), ("2", euro("900"))]
    assert "U zou uiterlijk 13-03-2026 €\xa0100,00 betalen;" in str(sorted_rows[0]["Belscript"])
    assert "U zou" not in str(sorted_rows[1]["Belscript"])


def test_each_row_tells_what_the_caller_needs(company: Company) -> None:
    company.listed(
        LIST,
        Debiteuren=[reachable("1", **{"Telefoon": "085 000 00 01", "T.a.v.": "mevrouw A. Vos"})],
    )
    said = ("--invoice", "A1", "--stage", "bellen", "--outcome")
    company.log("call", *said, "reached", day="2026-03-05")
    company.log("promise", "--until", "2026-03-10", "--amount", "40", day="2026-03-06")
    company.log("promise", "--until", "2026-03-12", day="2026-03-07")
    company.log("call", "--outcome", "not-reached", "--note", "later weer", day="2026-03-14")
    (row,) = (row for row in rows(result_of(company)) if row["Debiteurnummer"] == "1")
    script = str(row.pop("Belscript"))
    assert script.startswith("Goedendag, kan ik mevrouw A. Vos spreken?\nIk bel over de facturen")
    assert row == {
        "Actie": "Bellen",
        "Debiteurnummer": "1",
        "Naam": "Klant 1 BV",
        "Telefoon": "085 000 00 01",
        "Contactpersoon": "mevrouw A. Vos",
        "Openstaand": euro("250"),
        "Valuta": "EUR",
        "Facturen": "A2\nA1",  # the oldest first
        "Oudste factuur": "A2",
        "Oudste vervaldatum": date(2026, 3, 1),
        "Dagen te laat": 15,
        "Fase": "bellen (A2); nabellen (A1)",
        "Laatste contact": "14-03-2026 telefoon: later weer",
        "Laatste uitkomst": "niet bereikt\n14-03-2026",
        "Toegezegd": "t/m 12-03-2026: alles (voorbij)\nt/m 10-03-2026: €\xa040,00 (voorbij)",
        "Wanneer bellen": "'s middags",
        **dict.fromkeys(FILL_IN),
        "Belijst van": date(2026, 3, 16),
    }


@pytest.mark.parametrize(
    ("phone", "outcomes", "when"),
    [
        ("085 000 00 01", [], "'s ochtends"),
        ("085 000 00 01", ["voicemail"], "'s middags"),
        ("085 000 00 01", ["voicemail", "not-reached"], "na 18.00 uur"),
        ("085 000 00 01", ["wrong-number"], "zoek eerst het juiste nummer op"),
        ("", [], "zoek eerst het nummer op"),
    ],
)
def test_when_to_call_follows_from_the_tries_before(
    company: Company, phone: str, outcomes: list[str], when: str
) -> None:
    company.listed(LIST, Debiteuren=[reachable("1", Telefoon=phone)])
    result = result_of(company)
    # As the log will be once a try in vain no longer counts as the call itself.
    tries = tuple(
        Event(
            id=f"poging {at}",
            on=date(2026, 3, 10 + at),
            debtor="1",
            kind=EventKind.CALL,
            stage="bellen",
            outcome=Outcome(outcome),
        )
        for at, outcome in enumerate(outcomes)
    )
    found = rows(replace(result, log=(*result.log, *tries)))
    (row,) = (row for row in found if row["Debiteurnummer"] == "1")
    assert row["Wanneer bellen"] == when


def test_a_row_that_is_no_call_says_what_to_do_instead(company: Company) -> None:
    (row,) = (row for row in rows(result_of(company)) if row["Actie"] == "Overdragen")
    assert row["Belscript"] == (
        "Maak het dossier voor het incassobureau: xl-dunning handover. Daarmee is de overdracht "
        "ook vastgelegd."
    )
    assert (row["Wanneer bellen"], row["Fase"]) == (None, "weg")


def test_the_cells_to_fill_in_are_coloured_and_offer_the_outcomes(company: Company) -> None:
    company.run(DAY)
    sheet = load_workbook(company.output)["Belijst"]
    colours = {str(cell.value): cell.fill.fgColor.rgb for cell in sheet[1]}
    assert len({colours[header] for header in FILL_IN}) == 1
    assert len({colours[header] for header in HEADERS}) == 2
    assert colours["Uitkomst"] != colours["Belscript"] == colours["Belijst van"]
    (choice,) = sheet.data_validations.dataValidation
    assert choice.formula1 == f'"{",".join(OUTCOME_WORDS.values())}"'
    cells = {header: sheet.cell(2, at) for at, header in enumerate(HEADERS, start=1)}
    assert cells["Uitkomst"].coordinate in choice.sqref
    for header in ("Datum afspraak", "Gebeld op"):
        assert cells[header].number_format == "dd-mm-yyyy"
    assert sheet.freeze_panes == "E2", "who it is stays in view"


@pytest.mark.office
@pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed")
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="poppler is not installed")
def test_on_paper_the_script_and_the_cells_to_fill_in_share_a_page_with_the_name(
    tmp_path: Path,
) -> None:
    """Twelve invoices and a long name: two pages of A4 beside each other, and no third."""
    company = Company(folder=tmp_path).policy(
        letter("herinnering", 3), act("bellen", "call", 10), act("weg", "handover", 60)
    )
    name = "Stichting Vrienden van het Noordelijk Scheepvaartmuseum te Groningen"
    invoices: list[Row] = [
        {
            "Factuurnummer": f"2026-{number:04}",
            "Debiteurnummer": "1",
            "Vervaldatum": date(2026, 3, 1 + number % 3),
            "Openstaand": 100 * number,
        }
        for number in range(1, 13)
    ]
    debtor = reachable("1", **{"Naam": name, "T.a.v.": "mevrouw drs. M.-C. van Wijngaarden"})
    write_book(company.list_file, {"Facturen": invoices, "Debiteuren": [debtor]})
    company.run("2026-03-09")
    company.run("2026-03-20")
    book = load_workbook(company.output)
    for sheet in book.worksheets:
        sheet.sheet_state = "visible" if sheet.title == "Belijst" else "hidden"
    book.active = book.sheetnames.index("Belijst")
    book.save(tmp_path / "papier.xlsx")
    profile = f"-env:UserInstallation=file://{tmp_path}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(tmp_path)]
    paper = str(tmp_path / "papier.xlsx")
    subprocess.run([*command, paper], check=True, capture_output=True, timeout=120)
    told = subprocess.run(
        ["pdftotext", "-layout", str(tmp_path / "papier.pdf"), "-"],
        check=True,
        capture_output=True,
        text=True,
    ).stdout
    pages = told.removesuffix("\f").split("\f")
    assert len(pages) == 2
    left, right = pages
    assert all(number in left for number in ("2026-0001", "2026-0012"))
    for word in ("Uitkomst", "Notitie", "Gebeld op", "Door", "Belijst van"):
        assert word in right
        assert "Stichting Vrienden van" in right
    assert "Dank u wel, en nog een prettige dag." in right, "the row is high enough"
