"""Database and sheet are one log: a set that only grows, in which nothing is rewritten."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given

from tests.casefile.samples import LETTER, PROMISE, TODAY, on_sheet, typed, unnumbered, void
from tests.casefile.test_mirror import logs
from xl_dunning.casefile.merging import merge
from xl_dunning.casefile.mirror import HEADERS, MirroredEvent, events_of
from xl_dunning.casefile.store import open_casefile
from xl_dunning.frontends.messages_nl import finding_text
from xl_dunning.rules.events import Event, Instalment, Outcome, standing
from xl_dunning.rules.money import euro


def mirrored(*events: Event) -> tuple[MirroredEvent, ...]:
    return events_of(on_sheet(events))[0]


@given(logs())
def test_a_log_merged_with_its_own_sheet_stays_as_it_is(log: tuple[Event, ...]) -> None:
    assert merge(log, mirrored(*log)) == (log, ())


@given(logs(), logs())
def test_merging_twice_adds_nothing_and_loses_nothing(
    stored: tuple[Event, ...], others: tuple[Event, ...]
) -> None:
    theirs = mirrored(*(replace(event, id=f"b{event.id}") for event in others))

    once, _ = merge(stored, theirs)
    twice, _ = merge(once, theirs)

    assert once == twice
    assert once[: len(stored)] == stored
    assert {event.id for event in once} == {
        *(event.id for event in stored),
        *(entry.event.id for entry in theirs),
    }


def test_either_side_fills_in_for_the_other() -> None:
    both, findings = merge([LETTER], mirrored(PROMISE))

    assert [unnumbered(event) for event in both] == [LETTER, PROMISE]
    assert findings == ()


def test_a_lost_database_is_filled_from_the_sheet(tmp_path: Path) -> None:
    log = (LETTER, PROMISE, void("v1", of=LETTER.id), void("v2", of="v1"))
    before = open_casefile(str(tmp_path / "oud.db"))
    before.append(log)
    rows = on_sheet(before.events())

    after = open_casefile(str(tmp_path / "nieuw.db"))
    after.append(merge(after.events(), events_of(rows)[0])[0])

    assert [unnumbered(event) for event in standing(after.events())] == [
        unnumbered(event) for event in standing(before.events())
    ]


def test_an_edited_row_changes_nothing_and_is_named() -> None:
    edited = replace(LETTER, on=date(2026, 1, 2), note="anders")

    events, (finding,) = merge([LETTER], mirrored(edited))

    assert events == (LETTER,)
    assert finding_text(finding) == (
        "Blad Logboek, rij 2, kolom Datum: deze rij zegt iets anders dan is vastgelegd (Datum, "
        "Notitie); wat is vastgelegd blijft gelden. Was het fout? Voeg een rij toe met "
        "gebeurtenis intrekking en brief-1 in de kolom Trekt in. Is dit een nieuwe gebeurtenis? "
        "Maak dan de cel Id van deze rij leeg."
    )


def test_what_excel_does_to_texts_is_no_edit() -> None:
    noted = replace(LETTER, note="regel één\r\n\tregel\x0b twee ")
    as_excel_keeps_it = replace(LETTER, note="regel één\nregel twee")

    assert merge([noted], mirrored(as_excel_keeps_it)) == ((noted,), ())


@pytest.mark.parametrize("column", ["sha256", "template", "about"])
def test_a_sheet_without_the_columns_that_are_for_us_is_no_edit(column: str) -> None:
    recorded = replace(LETTER, template="herinnering", about="toezegging-1")
    cleared = replace(recorded, **{column: ""})  # type: ignore[arg-type]
    assert merge([recorded], mirrored(cleared)) == ((recorded,), ())


@pytest.mark.parametrize(
    ("change", "header"),
    [
        ({"outcome": Outcome.REACHED}, "Uitkomst"),
        ({"outcome": None}, "Uitkomst"),
        ({"by": "Piet"}, "Door"),
        ({"schedule": (Instalment(due_on=TODAY, amount=euro(1)),)}, "Termijnen"),
        ({"template": "sommatie"}, "Sjabloon"),
        ({"about": "brief-9"}, "Betreft"),
    ],
)
def test_an_edit_in_one_of_the_new_columns_is_named(change: dict[str, Any], header: str) -> None:
    recorded = replace(LETTER, outcome=Outcome.VOICEMAIL, by="Jan", template="a", about="b")

    events, (finding,) = merge([recorded], mirrored(replace(recorded, **change)))

    assert events == (recorded,)
    assert (finding.details["columns"], finding.place and finding.place.column) == (header, header)


def test_a_log_of_before_the_new_columns_is_still_the_same_log() -> None:
    """A workbook of the first version beside a case file that was brought up to date."""
    old_sheet = [
        replace(entry, values={header: entry.values[header] for header in HEADERS[:15]})
        for entry in on_sheet((LETTER, PROMISE))
    ]
    assert merge([LETTER, PROMISE], events_of(old_sheet)[0]) == ((LETTER, PROMISE), ())


def test_a_copied_row_with_its_id_still_in_it_is_named() -> None:
    # she copied a row and changed its date to log a second letter
    events, findings = merge(
        [], mirrored(replace(LETTER, on=date(2026, 11, 28)), replace(LETTER, sequence=-1))
    )

    assert [event.on for event in events] == [TODAY]
    assert [finding.code for finding in findings] == ["LOG_ROW_CHANGED"]


def test_taking_back_what_nobody_knows_is_named() -> None:
    row = typed(
        "Logboek",
        7,
        Datum=TODAY,
        Debiteurnummer="10023",
        Gebeurtenis="intrekking",
        Trekt_in="brief-11",
    )

    _, (finding,) = merge([LETTER], events_of([row])[0])

    assert finding_text(finding) == (
        'Blad Logboek, rij 7, kolom Trekt in: het Id "brief-11" dat deze rij intrekt, staat niet '
        "in het logboek; er wordt niets ingetrokken. Neem het Id over van de rij die u wilt "
        "intrekken."
    )
