"""The case file keeps what was recorded, in the order of recording, and nothing can change it."""

from __future__ import annotations

import sqlite3
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.casefile.samples import LETTER, PROMISE, RUN, unnumbered, void
from xl_dunning.casefile.store import DatabaseCaseFile, open_casefile
from xl_dunning.frontends.messages_nl import refusal_text
from xl_dunning.rules.findings import Refusal
from xl_dunning.workflow.ports import CaseFile, Move, Run


@pytest.fixture
def path(tmp_path: Path) -> Path:
    return tmp_path / "dossier met spatie & één.db"


@pytest.fixture
def casefile(path: Path) -> DatabaseCaseFile:
    return open_casefile(str(path))


def staged(tmp_path: Path, name: str = "brieven") -> Move:
    return Move(staged=str(tmp_path / f".{name}-nieuw"), final=str(tmp_path / name))


def made(move: Move) -> Move:
    """The folder of letters that the move waits for."""
    Path(move.staged).mkdir()
    (Path(move.staged) / "10023.docx").write_bytes(b"brief")
    return move


def test_it_fits_what_the_workflow_asks_for(casefile: DatabaseCaseFile) -> None:
    fits: CaseFile = casefile
    assert fits.events() == ()


def test_every_field_of_an_event_comes_back_after_reopening(
    casefile: DatabaseCaseFile, path: Path
) -> None:
    assert casefile.append([LETTER, PROMISE]) == 2

    events = open_casefile(str(path)).events()

    assert [unnumbered(event) for event in events] == [LETTER, PROMISE]
    assert isinstance(events[1].amount, Decimal)


def test_the_order_is_that_of_recording_whatever_their_dates(casefile: DatabaseCaseFile) -> None:
    casefile.append([LETTER])
    casefile.append([replace(PROMISE, on=date(2020, 1, 1))])

    first, second = casefile.events()

    assert (first.id, second.id) == (LETTER.id, PROMISE.id)
    assert first.sequence < second.sequence


def test_an_id_that_is_there_is_not_added_again(casefile: DatabaseCaseFile) -> None:
    casefile.append([LETTER])

    assert casefile.append([replace(LETTER, note="anders"), PROMISE, PROMISE]) == 1
    assert [event.note for event in casefile.events()] == [LETTER.note, ""]


def test_thousands_of_events_go_in_one_act(casefile: DatabaseCaseFile) -> None:
    many = [replace(LETTER, id=str(number)) for number in range(3000)]

    assert casefile.append(many) == 3000
    assert casefile.append([*many, PROMISE]) == 1


@pytest.mark.parametrize(
    "statement", ["UPDATE xld_events SET note = 'x'", "DELETE FROM xld_events"]
)
def test_the_database_itself_refuses_to_change_or_erase_events(
    casefile: DatabaseCaseFile, path: Path, statement: str
) -> None:
    casefile.append([LETTER])

    with (
        sqlite3.connect(path) as connection,
        pytest.raises(sqlite3.IntegrityError, match="append-only"),
    ):
        connection.execute(statement)
    connection.close()
    assert len(casefile.events()) == 1


def test_a_run_is_listed_once_its_letters_are_recorded(
    casefile: DatabaseCaseFile, tmp_path: Path
) -> None:
    move = staged(tmp_path)
    casefile.begin(RUN, [move])
    assert casefile.runs() == ()
    made(move)
    casefile.commit(RUN, [LETTER])

    assert casefile.runs() == (RUN,)
    assert casefile.finish() == ()
    assert (Path(move.final) / "10023.docx").read_bytes() == b"brief"
    assert not Path(move.staged).exists()
    assert casefile.runs() == (RUN,)


def test_a_run_that_was_not_recorded_loses_its_staging_and_is_forgotten(
    casefile: DatabaseCaseFile, tmp_path: Path
) -> None:
    move = staged(tmp_path)
    casefile.begin(RUN, [move])
    made(move)

    assert casefile.finish() == ()

    assert not Path(move.staged).exists()
    assert casefile.runs() == ()
    casefile.begin(RUN, [move])  # its name is free again


def test_a_run_without_letters_needs_no_folder(casefile: DatabaseCaseFile, tmp_path: Path) -> None:
    move = staged(tmp_path)
    casefile.begin(RUN, [move])
    casefile.commit(RUN, [PROMISE])

    assert casefile.finish() == ()
    assert casefile.runs() == (RUN,)
    assert not Path(move.final).exists()


def test_undoing_records_the_voids_and_renames_the_letters(
    casefile: DatabaseCaseFile, tmp_path: Path
) -> None:
    move = staged(tmp_path)
    casefile.begin(RUN, [move])
    made(move)
    casefile.commit(RUN, [LETTER])
    casefile.finish()
    marked = Move(staged=move.final, final=f"{move.final} (ingetrokken)")

    casefile.mark_undone(RUN, [void("intrekking-1", of=LETTER.id)], [marked])
    casefile.finish()

    assert casefile.runs() == (replace(RUN, undone=True),)
    assert [event.voids for event in casefile.events()] == ["", LETTER.id]
    assert (Path(marked.final) / "10023.docx").exists()
    assert not Path(move.final).exists()


def test_confirmed_mappings_are_remembered_and_the_last_one_counts(
    casefile: DatabaseCaseFile, path: Path
) -> None:
    casefile.remember("handtekening", {"open": "Saldo"})
    casefile.remember("handtekening", {"open": "Openstaand", "due_date": "Vervalt op"})

    assert open_casefile(str(path)).remembered() == {
        "handtekening": {"open": "Openstaand", "due_date": "Vervalt op"}
    }


def test_what_stands_at_the_staging_place_is_never_taken_for_ours(
    casefile: DatabaseCaseFile, tmp_path: Path
) -> None:
    # it would be removed when the run is not carried out
    move = made(staged(tmp_path))

    with pytest.raises(Refusal) as refused:
        casefile.begin(RUN, [move])

    assert refusal_text(refused.value) == (
        f"Op de tijdelijke plaats {move.staged} staat al iets. Verplaats of verwijder het en start "
        "opnieuw."
    )
    casefile.finish()
    assert Path(move.staged).exists()


def test_the_same_run_is_not_begun_twice(casefile: DatabaseCaseFile) -> None:
    casefile.begin(RUN, [])
    casefile.commit(RUN, [])

    with pytest.raises(Refusal) as refused:
        casefile.begin(RUN, [])

    assert refusal_text(refused.value) == (
        "De aanmaanronde 2026-11-21-1 staat al in het dossier. Er is niets gemaakt. Start opnieuw."
    )


def test_letters_that_vanished_are_not_recorded_as_sent(
    casefile: DatabaseCaseFile, tmp_path: Path
) -> None:
    move = staged(tmp_path)
    casefile.begin(RUN, [move])

    with pytest.raises(Refusal) as refused:
        casefile.commit(RUN, [LETTER])

    assert refusal_text(refused.value) == (
        f"De nieuwe bestanden op {move.staged} zijn verdwenen voordat de aanmaanronde klaar was. "
        "Er is niets vastgelegd. Start opnieuw."
    )
    assert casefile.events() == ()
    assert casefile.runs() == ()


def test_a_run_that_another_start_cleared_away_is_not_recorded(casefile: DatabaseCaseFile) -> None:
    casefile.begin(RUN, [])
    casefile.finish()

    with pytest.raises(Refusal) as refused:
        casefile.commit(RUN, [LETTER])

    assert refusal_text(refused.value) == (
        "De aanmaanronde 2026-11-21-1 is onderbroken door een andere start van het programma. "
        "Er is niets vastgelegd. Start opnieuw."
    )
    assert casefile.events() == ()


@pytest.mark.parametrize(
    "run", [RUN, Run(id="nooit", reference_date=RUN.reference_date)], ids=["twice", "never made"]
)
def test_a_run_is_undone_once_and_only_when_it_was_carried_out(
    casefile: DatabaseCaseFile, run: Run
) -> None:
    casefile.begin(RUN, [])
    casefile.commit(RUN, [LETTER])
    casefile.mark_undone(RUN, [void("intrekking-1", of=LETTER.id)], [])

    with pytest.raises(Refusal) as refused:
        casefile.mark_undone(run, [void("intrekking-2", of=LETTER.id)], [])

    assert refusal_text(refused.value) == (
        f"De aanmaanronde {run.id} is al ingetrokken of nooit uitgevoerd. Er is niets gewijzigd."
    )
    assert len(casefile.events()) == 2
