"""The log in two places, the sheet and the database: either restores the other (design 8)."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.acceptance.books import Row, table, with_debtors, write_book
from tests.acceptance.company import Company, act, cli, letter

ONE = """
    Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand
    F1            | 1              | 2026-03-02  | 100.00
    F2            | 2              | 2026-03-02  | 200.00
"""


@pytest.fixture
def steps(company: Company) -> Company:
    return company.policy(letter("een", 5), letter("twee", 20), letter("drie", 40)).listed(ONE)


def without_database(company: Company) -> None:
    for path in company.folder.glob("debiteurendossier*"):
        path.unlink()


def typed_into(book: Path, sheet: str, *rows: Row) -> None:
    """Type rows below what stands on a sheet, by their headers."""
    opened = load_workbook(book)
    headers = [str(cell.value) for cell in opened[sheet][1]]
    for row in rows:
        opened[sheet].append([row.get(header) for header in headers])
    opened.save(book)


def test_a_lost_database_is_restored_from_the_marked_workbook(steps: Company) -> None:
    steps.run("2026-03-09")
    without_database(steps)

    # The user goes on with the workbook of last time.
    kept = steps.folder / "week 2.xlsx"
    shutil.copy(steps.output, kept)
    again = steps.run("2026-03-10", file=kept)

    assert (again.carried_out, again.levels) == ({}, {"F1": 1, "F2": 1})
    steps.output.unlink()
    assert steps.run("2026-03-24", file=steps.list_file).carried_out == {"F1": "twee", "F2": "twee"}


def test_a_lost_database_is_restored_from_the_output_beside_a_fresh_export(steps: Company) -> None:
    steps.run("2026-03-09")
    without_database(steps)
    assert steps.run("2026-03-10").carried_out == {}


def test_a_lost_sheet_is_restored_from_the_database(steps: Company) -> None:
    steps.run("2026-03-09")
    before = {row["Id"] for row in steps.sheet("Logboek")}
    steps.output.unlink()
    assert steps.run("2026-03-10").carried_out == {}
    assert {row["Id"] for row in steps.sheet("Logboek")} == before


def test_a_run_restored_from_the_sheet_can_be_undone_by_name_of_its_events(steps: Company) -> None:
    steps.run("2026-03-09")
    (f1,) = (row for row in steps.logged() if row["Factuurnummer"] == "F1")
    assert steps.log("void", "--event", f1["Id"], day="2026-03-10").code == 0
    assert steps.run("2026-03-10").carried_out == {"F1": "een"}


def test_after_the_loss_of_the_database_an_earlier_day_is_still_refused(steps: Company) -> None:
    steps.run("2026-03-09")
    without_database(steps)
    refused = steps.try_run("2026-03-08")
    assert (refused.code, refused.err.split(".")[0]) == (
        1,
        "De peildatum 08-03-2026 ligt vóór de laatste aanmaanronde van 09-03-2026",
    )


def test_a_row_typed_by_hand_in_the_log_counts_and_gets_an_id(steps: Company) -> None:
    typed: Row = {
        "Datum": "2026-03-06",
        "Debiteurnummer": "1",
        "Factuurnummer": "F1",
        "Gebeurtenis": "brief",
        "Fase": "Een",  # the title instead of the key is read too
        "Kanaal": "post",
    }
    sheets = with_debtors({"Facturen": ONE})
    write_book(steps.list_file, {**sheets, "Logboek": [typed]})

    run = steps.run("2026-03-09")

    assert (run.carried_out, run.levels) == ({"F2": "een"}, {"F1": 1, "F2": 0})
    rows = steps.sheet("Logboek")
    assert len(rows) == 2
    assert all(row["Id"] for row in rows)
    for _ in range(2):
        # The list still has the row without Id, the output has it with one: it is one event.
        steps.run("2026-03-10")
        assert len(steps.sheet("Logboek")) == 2


def test_a_row_typed_in_the_marked_workbook_is_read_by_the_next_run(steps: Company) -> None:
    steps.run("2026-03-09")
    typed_into(
        steps.output,
        "Logboek",
        {
            "Datum": "23-03-2026",
            "Debiteurnummer": "1",
            "Factuurnummer": "F1",
            "Gebeurtenis": "betwisting",
            "Notitie": "verkeerde levering",
        },
    )
    run = steps.run("2026-03-24")
    assert run.carried_out == {"F2": "twee"}
    assert run.item("F1")["reason"] == "DISPUTED"
    assert "verkeerde levering" in run.item("F1")["reason_text"]


def test_a_row_that_can_not_be_read_stays_on_the_sheet_with_a_finding(steps: Company) -> None:
    steps.run("2026-03-09")
    typed_into(
        steps.output,
        "Logboek",
        {"Datum": "23 of 24 maart", "Debiteurnummer": "1", "Gebeurtenis": "toezegging"},
    )
    for _ in range(2):
        assert "LOG_BAD_DATE" in steps.run("2026-03-24").codes
        assert [row["Datum"] for row in steps.sheet("Logboek")].count("23 of 24 maart") == 1


def test_a_promise_on_the_sheet_afspraken_holds_and_then_releases(steps: Company) -> None:
    promise = """
        Debiteurnummer | Factuurnummer | Soort      | Datum      | Bedrag | Tot en met | Notitie
        1              |               | toezegging | 2026-03-06 | 100.00 | 2026-03-20 | betaalt
    """
    sheets = {**with_debtors({"Facturen": ONE}), "Afspraken": table(promise)}
    write_book(steps.list_file, sheets)

    held = steps.run("2026-03-20")
    assert (held.reasons["F1"], held.carried_out) == ("PROMISE_RUNNING", {"F2": "een"})
    assert held.item("F1")["earliest"] == "2026-03-21"
    assert held.item("F1")["reason_text"] == (
        "Betaaltoezegging van 06-03-2026, tot en met 20-03-2026. Tot die dag komt er geen brief."
    )
    assert steps.run("2026-03-21").carried_out == {"F1": "een"}


def test_a_promise_recorded_on_the_command_line_holds_too(steps: Company) -> None:
    steps.log("promise", "--until", "20-03-2026", "--amount", "100,00", day="06-03-2026")
    assert steps.run("2026-03-20").reasons["F1"] == "PROMISE_RUNNING"
    (row,) = (row for row in steps.sheet("Logboek") if row["Gebeurtenis"] == "toezegging")
    assert (row["Tot en met"].isoformat()[:10], row["Bedrag"]) == ("2026-03-20", 100)


def test_a_call_that_was_not_made_is_passed_over_and_logged(company: Company) -> None:
    company.policy(
        letter("een", 5), act("bellen", "call", 10, skip_after=4), letter("twee", 20)
    ).listed(ONE)
    company.run("2026-03-09")
    company.run("2026-03-14")  # puts it on the call list
    lapsed = company.run("2026-03-19")
    assert lapsed.carried_out == {"F1": "bellen", "F2": "bellen"}
    assert "CALL_PASSED_OVER" in lapsed.codes
    told = [row for row in company.sheet("Logboek") if row["Fase"] == "bellen"]
    assert {row["Gebeurtenis"] for row in told} == {"overgeslagen"}
    assert {row["Notitie"] for row in told} == {"niet op tijd gebeld of niemand bereikt"}
    assert company.run("2026-03-29").carried_out == {"F1": "twee", "F2": "twee"}


def test_log_list_shows_what_was_recorded(steps: Company) -> None:
    steps.run("2026-03-09")
    shown = cli("log", "list", "--casefile", steps.dossier, "--invoice", "F1")
    (line,) = shown.out.splitlines()
    assert "09-03-2026, debiteur 1, factuur F1, brief, een, post, €\xa0100,00" in line


def test_every_letter_in_the_log_is_the_file_on_disk(steps: Company) -> None:
    steps.run("2026-03-09")
    steps.run("2026-03-24")
    logged = {row["Document"]: row["Vingerafdruk"] for row in steps.logged()}
    assert logged == steps.letters_on_disk()
    assert len(logged) == 4


def test_a_letter_that_asks_nothing_names_no_day_to_pay_in_the_log(company: Company) -> None:
    company.policy(letter("een", 5), letter("twee", 60), confirm=True).listed(ONE)
    company.run("2026-03-09")
    company.log("suspension", day="2026-03-09")
    company.run("2026-03-10")
    company.log("handover", "--invoice", "F1", day="2026-03-10")
    company.log("resume", day="2026-03-10")
    company.run("2026-03-11")
    days = {row["Sjabloon"]: row["Betalen voor"] for row in company.logged()}
    assert days["hervatting"] is None
    assert days["overdracht"] is None
    assert days["opschorting"] is not None
