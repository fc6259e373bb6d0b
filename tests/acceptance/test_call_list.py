"""What is typed on the Belijst becomes part of the log at the next run, once (design 7 and 8)."""

from __future__ import annotations

import shutil
from datetime import date, datetime

import pytest
from openpyxl import load_workbook

from tests.acceptance.call_sheet import (
    LIST,
    MONDAY,
    TUESDAY,
    WEDNESDAY,
    WITHOUT_1,
    calling_company,
    calls,
    fill_in,
    row_of,
    typed_on,
)
from tests.acceptance.company import Company, act
from xl_dunning.casefile.words import OUTCOME_WORDS


@pytest.fixture
def calling(company: Company) -> Company:
    return calling_company(company)


@pytest.mark.parametrize("outcome", OUTCOME_WORDS.values())
def test_each_outcome_that_is_typed_is_taken_once(calling: Company, outcome: str) -> None:
    agreed = date(2026, 4, 1) if outcome == "toezegging" else None
    fill_in(
        calling.output,
        "2",
        Uitkomst=outcome,
        Datum_afspraak=agreed,
        Notitie="sprak met Jan",
        Door="AB",
    )
    for day in (TUESDAY, WEDNESDAY, "2026-03-19"):
        run = calling.run(day)
        (call,) = calls(calling)
        assert not {code for code in run.codes if code.startswith("CALL")}
    assert {header: value for header, value in call.items() if value and header != "Id"} == {
        "Datum": datetime(2026, 3, 16),  # noqa: DTZ001 - cells know no zone
        "Debiteurnummer": "2",
        "Factuurnummer": "F3",
        "Gebeurtenis": "telefoon",
        "Fase": "bellen",
        "Kanaal": "telefoon",
        "Notitie": "sprak met Jan",
        "Uitkomst": outcome,
        "Door": "AB",
        **({"Tot en met": datetime(2026, 4, 1)} if agreed else {}),  # noqa: DTZ001
    }


def test_a_promised_amount_goes_to_the_oldest_invoice_first(calling: Company) -> None:
    fill_in(
        calling.output,
        "1",
        Uitkomst="toezegging",
        Datum_afspraak="1-4-2026",
        Bedrag="€ 800,00",
        Gebeld_op=date(2026, 3, 17),
    )
    calling.run(TUESDAY)
    assert [(call["Factuurnummer"], call["Bedrag"]) for call in calls(calling)] == [
        ("F1", 300),
        ("F2", 500),
    ]
    assert {call["Datum"].day for call in calls(calling)} == {17}


def test_what_was_typed_about_an_invoice_that_was_paid_since_is_no_question(
    calling: Company,
) -> None:
    fill_in(calling.output, "1", Uitkomst="betaling onderweg")
    run = calling.listed(WITHOUT_1).run(TUESDAY)
    assert [call["Factuurnummer"] for call in calls(calling)] == ["F1", "F2"]
    assert run.codes == set()


def test_the_run_tells_how_many_calls_it_took_over(calling: Company) -> None:
    fill_in(calling.output, "1", Uitkomst="bereikt")
    fill_in(calling.output, "2", Uitkomst="voicemail")
    kept = calling.folder / "bewaard.xlsx"
    shutil.copy(calling.output, kept)
    tried = calling.try_run(TUESDAY, "--dry-run").out
    assert "\nEen echte ronde neemt over van de Belijst: 2 gesprekken.\n" in tried
    shutil.copy(kept, calling.output)
    done = calling.try_run(TUESDAY).out
    assert "\nOvergenomen van de Belijst: 2 gesprekken.\n" in done
    assert "van de Belijst" not in calling.try_run(WEDNESDAY).out


def test_invoices_in_different_stages_each_get_their_own(company: Company) -> None:
    company.policy(act("bellen", "call", 10), act("nabellen", "call", 12)).listed(LIST)
    company.log("call", "--invoice", "F2", "--stage", "bellen", day="2026-03-11")
    company.run(MONDAY)
    (row,) = (row for row in company.sheet("Belijst") if row["Debiteurnummer"] == "1")
    assert (row["Facturen"], row["Fase"]) == ("F2\nF1", "nabellen (F2); bellen (F1)")
    fill_in(company.output, "1", Uitkomst="bereikt")
    run = company.run(TUESDAY)
    made = [call for call in calls(company) if call["Uitkomst"] == "bereikt"]
    assert [(call["Factuurnummer"], call["Fase"]) for call in made] == [
        ("F1", "bellen"),
        ("F2", "nabellen"),
    ]
    assert (run.levels["F1"], run.levels["F2"]) == (1, 2)


def test_a_copy_of_an_older_workbook_adds_nothing_and_is_not_lost(calling: Company) -> None:
    fill_in(calling.output, "2", Uitkomst="bereikt")
    old = calling.folder / "week 12.xlsx"
    shutil.copy(calling.output, old)
    calling.run(TUESDAY)
    (first,) = calls(calling)

    # The user goes on in the older copy, and types what came of the other call.
    fill_in(old, "1", Uitkomst="niet bereikt", Gebeld_op="17-3-2026")
    calling.run(WEDNESDAY, file=old)
    made = old.with_name("week 12-debiteuren.xlsx")
    assert [call["Factuurnummer"] for call in calls(calling, made)] == ["F1", "F2", "F3"]
    assert calls(calling, made)[-1]["Id"] == first["Id"]
    calling.run("2026-03-19", file=old)
    assert len(calls(calling, made)) == 3


def test_a_row_that_was_changed_in_an_older_copy_is_told_and_the_log_stays(
    calling: Company,
) -> None:
    fill_in(calling.output, "2", Uitkomst="bereikt")
    old = calling.folder / "week 12.xlsx"
    shutil.copy(calling.output, old)
    calling.run(TUESDAY)
    (first,) = calls(calling)

    fill_in(old, "2", Uitkomst="betwist")
    run = calling.run(WEDNESDAY, file=old)
    made = old.with_name("week 12-debiteuren.xlsx")
    changed = run.finding("CALL_ROW_CHANGED")
    assert (changed["cell"], changed["severity"]) == ("R2", "warning")
    assert first["Id"] in changed["message"]
    assert calls(calling, made) == [first]
    assert typed_on(calling, "2", made) == {"Uitkomst": "betwist"}


def test_an_export_with_another_name_each_week_takes_in_what_was_typed_last_week(
    calling: Company,
) -> None:
    fill_in(calling.output, "2", Uitkomst="bereikt")
    fill_in(calling.output, "1", Notitie="belt terug")
    next_week = calling.folder / "week 13.xlsx"
    shutil.copy(calling.list_file, next_week)
    calling.run("2026-03-23", file=next_week)
    made = next_week.with_name("week 13-debiteuren.xlsx")
    assert [call["Factuurnummer"] for call in calls(calling, made)] == ["F3"]
    assert typed_on(calling, "1", made) == {"Notitie": "belt terug"}


def test_in_place_the_outcomes_are_taken_in_and_what_is_wrong_stays(calling: Company) -> None:
    calling.run(MONDAY, "--in-place")
    book = calling.list_file
    fill_in(book, "1", Uitkomst="regeling gevraagd", Notitie="drie keer 400")
    fill_in(book, "2", Uitkomst="toezegging", Bedrag="200")
    for day in (TUESDAY, WEDNESDAY):
        calling.run(day, "--in-place")
        assert [call["Factuurnummer"] for call in calls(calling, book)] == ["F1", "F2"]
        assert typed_on(calling, "2", book) == {"Uitkomst": "toezegging", "Bedrag": 200}
        assert "Belijst (oud)" not in load_workbook(book).sheetnames


def test_a_dry_run_in_between_loses_nothing(calling: Company) -> None:
    fill_in(calling.output, "1", Uitkomst="bereikt")
    fill_in(calling.output, "2", Notitie="belt terug")
    calling.run(TUESDAY, "--dry-run")
    calling.run(TUESDAY, "--dry-run")
    assert typed_on(calling, "2") == {"Notitie": "belt terug"}
    calling.run(TUESDAY)
    assert [call["Factuurnummer"] for call in calls(calling)] == ["F1", "F2"]
    assert typed_on(calling, "2") == {"Notitie": "belt terug"}


def test_a_lost_database_is_no_reason_to_take_a_call_twice(calling: Company) -> None:
    fill_in(calling.output, "2", Uitkomst="bereikt")
    old = calling.folder / "week 12.xlsx"
    shutil.copy(calling.output, old)
    calling.run(TUESDAY)
    calling.dossier.unlink()
    shutil.copy(calling.output, calling.folder / "week 12-debiteuren.xlsx")
    calling.run(WEDNESDAY, file=old)
    assert len(calls(calling, calling.folder / "week 12-debiteuren.xlsx")) == 1


def test_a_note_on_a_row_that_is_no_call_goes_into_the_log_as_a_contact(company: Company) -> None:
    company.policy(act("overdracht", "handover", 10)).listed(LIST).run(MONDAY)
    fill_in(company.output, "2", Notitie="dossier ligt klaar", Door="AB")
    for day in (TUESDAY, WEDNESDAY):
        run = company.run(day)
        (note,) = calls(company)
        assert (note["Notitie"], note["Fase"], note["Uitkomst"], note["Kanaal"]) == (
            "dossier ligt klaar",
            None,
            None,
            None,
        )
        assert run.due["F3"] == "overdracht", "it carried nothing out"
        assert typed_on(company, "2") == {}


def test_a_row_that_the_user_adds_herself_is_taken_too(calling: Company) -> None:
    book = load_workbook(calling.output)
    sheet = book["Belijst"]
    _, columns = row_of(sheet, "2")
    sheet.cell(4, columns["Debiteurnummer"]).value = "2"
    sheet.cell(4, columns["Facturen"]).value = "F3"
    sheet.cell(4, columns["Uitkomst"]).value = "betaling onderweg"
    sheet.cell(4, columns["Gebeld op"]).value = date(2026, 3, 17)
    book.save(calling.output)
    for day in (TUESDAY, WEDNESDAY):
        calling.run(day)
        (call,) = calls(calling)
        assert (call["Factuurnummer"], call["Fase"], call["Uitkomst"]) == (
            "F3",
            None,
            "betaling onderweg",
        )
