"""What is typed on a row of the Belijst that is no step of the policy is taken in as well."""

from __future__ import annotations

from datetime import date

import pytest
from openpyxl import load_workbook

from tests.acceptance.call_sheet import calls, fill_in, row_of
from tests.acceptance.company import Company, act, letter

LIST = """
    Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand
    F1            | 1              | 2026-03-02  | 600.00
"""
THURSDAY, FRIDAY = "2026-03-19", "2026-03-20"


@pytest.fixture
def broken(company: Company) -> Company:
    """On Thursday a promise until Wednesday is on the list, and no step of the policy is."""
    company.policy(letter("brief", 3), letter("tweede", 60)).listed(LIST).run("2026-03-09")
    company.log("promise", "--invoice", "F1", "--until", "2026-03-18", day="2026-03-11")
    company.run(THURSDAY)
    return company


def test_a_second_promise_after_a_broken_one_holds(broken: Company) -> None:
    fill_in(broken.output, "1", Uitkomst="toezegging", Datum_afspraak=date(2026, 3, 27))
    run = broken.run(FRIDAY)
    (call,) = calls(broken)
    assert (call["Factuurnummer"], call["Uitkomst"], call["Fase"]) == ("F1", "toezegging", None)
    assert run.reasons["F1"] == "PROMISE_RUNNING"
    assert not run.codes


def test_a_number_that_was_looked_up_and_rung_is_taken(company: Company) -> None:
    company.policy(act("bellen", "call", 10), letter("brief", 40)).listed(LIST).run("2026-03-12")
    fill_in(company.output, "1", Uitkomst="verkeerd nummer")
    company.run("2026-03-13")
    book = load_workbook(company.output)
    row, columns = row_of(book["Belijst"], "1")
    assert book["Belijst"].cell(row, columns["Actie"]).value == "Nummer opzoeken"
    fill_in(company.output, "1", Uitkomst="bereikt")
    assert not company.run("2026-03-16").codes
    assert [call["Uitkomst"] for call in calls(company)] == ["bereikt", "verkeerd nummer"]


def test_a_note_about_a_resumption_is_about_the_whole_debtor(company: Company) -> None:
    company.policy(letter("brief", 3)).listed(LIST).run("2026-03-09")
    company.log("suspension", day="2026-03-10")
    company.listed("""
        Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand
        F2            | 1              | 2026-04-02  | 50.00
    """).run("2026-03-12")
    fill_in(company.output, "1", Notitie="monteur ingelicht")
    run = company.run("2026-03-13")
    (told,) = (row for row in company.sheet("Logboek") if row["Notitie"] == "monteur ingelicht")
    assert told["Factuurnummer"] is None
    assert not run.codes
