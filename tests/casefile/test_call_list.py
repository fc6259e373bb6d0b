"""The Belijst as the user filled it in: each row becomes calls of the log, once."""

from __future__ import annotations

from datetime import date

import pytest

from tests.casefile.called import DECEMBER, MONDAY, TUESDAY, Book, row, three
from tests.casefile.samples import on_sheet
from xl_dunning.casefile.mirror import events_of
from xl_dunning.casefile.rows import CellValue
from xl_dunning.casefile.words import OUTCOME_WORDS
from xl_dunning.rules.events import Channel, Event, EventKind, Outcome
from xl_dunning.rules.findings import Severity
from xl_dunning.rules.money import euro


@pytest.mark.parametrize("outcome", [o for o in Outcome if o is not Outcome.PROMISED])
def test_each_outcome_becomes_a_call_of_the_stage(outcome: Outcome) -> None:
    (event,) = Book().read(
        row(Uitkomst=OUTCOME_WORDS[outcome], Notitie="sprak mevr. Vos", Door="AB")
    )
    assert event == Event(
        id=event.id,
        on=MONDAY,
        debtor="10023",
        invoice="F1",
        kind=EventKind.CALL,
        stage="bellen",
        channel=Channel.PHONE,
        outcome=outcome,
        note="sprak mevr. Vos",
        by="AB",
    )


def test_a_promise_has_its_day_and_its_amount_and_the_day_of_the_call() -> None:
    (event,) = Book().read(
        row(Uitkomst="Toezegging ", Datum_afspraak=DECEMBER, Bedrag=euro("250"), Gebeld_op=TUESDAY)
    )
    assert (event.on, event.outcome, event.until, event.amount) == (
        TUESDAY,
        Outcome.PROMISED,
        DECEMBER,
        euro("250"),
    )


@pytest.mark.parametrize(
    "cells",
    [
        {},  # as the program made it
        {"Door": "AB"},  # filled in for the whole list before the first call
        {"Uitkomst": "  ", "Notitie": ""},
    ],
)
def test_a_row_without_anything_typed_is_no_call(cells: dict[str, CellValue]) -> None:
    book = Book()
    assert (book.read(row(**cells)), book.said) == ([], [])


def test_the_same_row_is_taken_once_on_whatever_day_and_in_whatever_copy_it_is_read() -> None:
    book = Book()
    filled = row(Uitkomst="bereikt", Notitie="belt\nterug")
    assert len(book.read(filled, row(9, Uitkomst="bereikt", Notitie="belt terug"))) == 1
    assert book.read(filled, on=DECEMBER) == []
    # Nor does it come back when the database was lost and the Logboek tells what it knows.
    restored, _ = events_of(on_sheet(tuple(book.log)))
    book.log = [entry.event for entry in restored]
    assert (book.read(filled), book.said) == ([], [])


def test_the_same_invoice_on_the_list_of_another_day_is_another_call() -> None:
    book = Book()
    assert len(book.read(row(Uitkomst="niet bereikt"))) == 1
    assert len(book.read(row(Uitkomst="niet bereikt", Belijst_van=TUESDAY))) == 1
    assert len({event.id for event in book.log}) == 2


def test_each_invoice_has_its_own_call_with_its_own_stage() -> None:
    events = Book().read(three(Uitkomst="bereikt", Fase="bellen (F1, F3); nabellen (F2)"))
    assert {event.invoice: event.stage for event in events} == {
        "F1": "bellen",
        "F2": "nabellen",
        "F3": "bellen",
    }


def test_the_title_of_a_stage_is_read_too() -> None:
    (event,) = Book().read(row(Uitkomst="bereikt", Fase="Bellen: vragen waarom"))
    assert event.stage == "bellen"


def test_invoices_with_different_outcomes_may_stand_on_two_rows() -> None:
    book = Book()
    copied = [row(Facturen="F1", Uitkomst="betwist"), row(3, Facturen="F2, F3", Uitkomst="bereikt")]
    assert {event.invoice: event.outcome for event in book.read(*copied)} == {
        "F1": Outcome.DISPUTED,
        "F2": Outcome.REACHED,
        "F3": Outcome.REACHED,
    }
    assert book.said == []


@pytest.mark.parametrize(
    "change",
    [
        {"Uitkomst": "betwist"},
        {"Datum_afspraak": date(2026, 12, 8)},
        {"Bedrag": euro("900")},
        {"Bedrag": None},
        {"Notitie": "toch niet"},
        {"Door": "CD"},
        {"Gebeld_op": TUESDAY},
    ],
    ids=str,
)
@pytest.mark.parametrize("invoices", ["F1", "F1\nF2\nF3"])
def test_a_row_that_was_changed_after_it_was_taken_changes_nothing_and_is_told(
    change: dict[str, CellValue], invoices: str
) -> None:
    book = Book()
    cells: dict[str, CellValue] = {
        "Facturen": invoices,
        "Uitkomst": "toezegging",
        "Datum_afspraak": DECEMBER,
        "Bedrag": euro("550"),
    }
    events = book.read(row(**cells))
    assert book.read(row(**{**cells, **change})) == []
    (entry,) = book.not_taken
    (finding,) = entry.findings
    assert (finding.code, finding.severity) == ("CALL_ROW_CHANGED", Severity.WARNING)
    assert set(str(finding.details["ids"]).split(", ")) <= {event.id for event in events}


def test_a_changed_row_is_taken_once_what_was_recorded_is_taken_back() -> None:
    book = Book()
    (first,) = book.read(row(Uitkomst="toezegging", Datum_afspraak=DECEMBER))
    changed = row(Uitkomst="betwist")

    assert book.read(changed) == []
    assert book.said == [
        "Blad Belijst, rij 2, kolom Uitkomst: deze rij zegt iets anders dan is vastgelegd:"
        " toezegging tot en met 01-12-2026, op 16-11-2026. Wat is vastgelegd, blijft gelden. Was"
        " dat fout? Trek het in op het blad Logboek (gebeurtenis intrekking, in Trekt in:"
        f" {first.id}); dan wordt deze rij alsnog ingelezen. Maak anders uw cellen op deze rij"
        " leeg; voor een tweede gesprek op één dag typt u een regel op het blad Logboek."
    ]
    book.void(first)
    (second,) = book.read(changed)
    assert (second.outcome, second.id == first.id) == (Outcome.DISPUTED, False)
    # Neither the old row nor the new one adds anything from now on.
    assert book.read(changed, row(Uitkomst="toezegging", Datum_afspraak=DECEMBER)) == []
    assert book.said == []


def test_a_call_that_was_taken_back_in_the_log_stays_taken_back() -> None:
    book = Book()
    (event,) = book.read(row(Uitkomst="bereikt"))
    book.void(event)
    assert (book.read(row(Uitkomst="bereikt")), book.said) == ([], [])


def test_an_invoice_that_was_paid_since_was_called_about_all_the_same() -> None:
    book = Book()
    del book.open["F2"]
    filled = three(Uitkomst="toezegging", Datum_afspraak=DECEMBER, Bedrag=euro("600"))
    assert {event.invoice: event.amount for event in book.read(filled)} == {
        "F1": euro("600"),
        "F2": None,
        "F3": None,
    }


def test_a_note_on_a_row_that_is_no_call_is_a_contact_and_carries_nothing_out() -> None:
    book = Book()
    (event,) = book.read(
        row(Actie="Overdragen", Fase="overdracht", Notitie="dossier ligt klaar", Door="AB")
    )
    assert event == Event(
        id=event.id,
        on=MONDAY,
        debtor="10023",
        invoice="F1",
        kind=EventKind.CALL,
        note="dossier ligt klaar",
        by="AB",
    )
    (called,) = book.read(
        row(Actie="Overdragen", Fase="overdracht", Uitkomst="bereikt", Belijst_van=TUESDAY)
    )
    assert (called.stage, called.outcome) == ("", Outcome.REACHED)


@pytest.mark.parametrize(
    ("cells", "invoice"),
    [
        ({"Facturen": "F3"}, "F3"),
        ({"Facturen": None}, ""),  # about all that he owes
    ],
)
def test_a_row_that_the_user_made_herself_is_a_call_without_a_stage(
    cells: dict[str, CellValue], invoice: str
) -> None:
    by_hand = {"Actie": None, "Fase": None, "Belijst_van": None, "Gebeld_op": TUESDAY}
    book = Book()
    filled = row(Uitkomst="toezegging", Datum_afspraak=DECEMBER, **{**by_hand, **cells})
    (event,) = book.read(filled)
    assert (event.invoice, event.stage, event.on) == (invoice, "", TUESDAY)
    assert (book.read(filled, on=DECEMBER), book.said) == ([], [])


def test_a_list_that_was_made_ahead_may_be_called_today() -> None:
    (event,) = Book().read(
        row(Uitkomst="toezegging", Datum_afspraak=TUESDAY, Belijst_van=DECEMBER), on=MONDAY
    )
    assert event.on == MONDAY
