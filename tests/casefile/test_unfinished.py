"""What can't be moved now waits and is reported; what stands at the final place is never lost."""

from __future__ import annotations

import os
import sqlite3
from contextlib import closing
from dataclasses import replace
from pathlib import Path

import pytest

from tests.casefile.samples import LETTER, PROMISE, RUN, TODAY
from tests.casefile.without_rights import needs_root, said_without_rights
from xl_dunning.casefile.store import DatabaseCaseFile, open_casefile
from xl_dunning.frontends.messages_nl import finding_text
from xl_dunning.rules.findings import Finding
from xl_dunning.workflow.ports import Move, Run


@pytest.fixture
def casefile(tmp_path: Path) -> DatabaseCaseFile:
    return open_casefile(str(tmp_path / "dossier.db"))


def letters(tmp_path: Path, name: str = "brieven") -> Move:
    return Move(staged=str(tmp_path / f".{name}-nieuw"), final=str(tmp_path / name))


def workbook(tmp_path: Path) -> Move:
    return Move(staged=str(tmp_path / ".lijst-nieuw.xlsx"), final=str(tmp_path / "lijst.xlsx"))


def committed(casefile: DatabaseCaseFile, *moves: Move, run: Run = RUN) -> None:
    """A run that is recorded, its files still in their staging places."""
    casefile.begin(run, moves)
    for move in moves:
        staged = Path(move.staged)
        if staged.suffix:
            staged.write_bytes(b"nieuw")
        else:
            staged.mkdir()
            (staged / "10023.docx").write_bytes(b"brief")
    casefile.commit(run, [replace(LETTER, id=f"brief van {run.id}", run=run.id)])


def texts(findings: tuple[Finding, ...]) -> list[str]:
    return [finding_text(finding) for finding in findings]


def in_the_way(move: Move) -> Path:
    """Makes the move impossible for now: its folder is a file."""
    Path(move.final).parent.touch()
    return Path(move.final).parent


def test_a_file_that_is_not_to_be_moved_now_waits_until_it_is(
    casefile: DatabaseCaseFile, tmp_path: Path
) -> None:
    move = replace(workbook(tmp_path), final=str(tmp_path / "map" / "lijst.xlsx"))
    obstacle = in_the_way(move)
    committed(casefile, move)

    for _ in range(2):
        assert texts(casefile.finish()) == [
            f"Ronde 2026-11-21-1 is vastgelegd, maar {move.final} kan nu niet worden geschreven; "
            f"misschien is het geopend in Excel of Word. De nieuwe versie wacht op {move.staged}. "
            "Sluit het bestand en start het programma opnieuw; dan wordt zij op haar plaats gezet."
        ]
    obstacle.unlink()

    assert casefile.finish() == ()
    assert Path(move.final).read_bytes() == b"nieuw"


def test_a_run_that_waits_keeps_no_other_from_its_place(
    casefile: DatabaseCaseFile, tmp_path: Path
) -> None:
    stuck = replace(letters(tmp_path, "een"), final=str(tmp_path / "map" / "een"))
    in_the_way(stuck)
    free = letters(tmp_path, "twee")
    committed(casefile, stuck)
    committed(casefile, free, run=Run(id="2026-11-21-2", reference_date=TODAY))

    assert [finding.code for finding in casefile.finish()] == ["CASEFILE_MOVE_WAITS"]
    assert Path(free.final).is_dir()


def test_a_rename_waits_for_the_one_before_it(casefile: DatabaseCaseFile, tmp_path: Path) -> None:
    # taken back while the letters could not get their place yet
    move = replace(letters(tmp_path), final=str(tmp_path / "map" / "brieven"))
    obstacle = in_the_way(move)
    committed(casefile, move)
    casefile.finish()
    marked = Move(staged=move.final, final=f"{move.final} (ingetrokken)")
    casefile.mark_undone(RUN, [], [marked])
    assert [finding.code for finding in casefile.finish()] == ["CASEFILE_MOVE_WAITS"]
    obstacle.unlink()

    assert casefile.finish() == ()
    assert (Path(marked.final) / "10023.docx").exists()


def test_an_older_file_gives_way(casefile: DatabaseCaseFile, tmp_path: Path) -> None:
    move = workbook(tmp_path)
    Path(move.final).write_bytes(b"van vorige week")
    os.utime(move.final, (1, 1))
    committed(casefile, move)

    assert casefile.finish() == ()
    assert Path(move.final).read_bytes() == b"nieuw"


def test_a_file_that_its_user_saved_since_stays(casefile: DatabaseCaseFile, tmp_path: Path) -> None:
    # open in Excel during the run, then saved and closed: her work must not be lost
    move = workbook(tmp_path)
    committed(casefile, move)
    Path(move.final).write_bytes(b"haar werk")
    later = Path(move.staged).stat().st_mtime_ns + 10**9
    os.utime(move.final, ns=(later, later))

    assert texts(casefile.finish()) == [
        f"Op {move.final} staat iets dat niet overschreven mag worden. De bestanden van ronde "
        f"2026-11-21-1 staan op {tmp_path / 'lijst (2).xlsx'}."
    ]
    assert Path(move.final).read_bytes() == b"haar werk"
    assert (tmp_path / "lijst (2).xlsx").read_bytes() == b"nieuw"


@pytest.mark.parametrize("what", ["folder", "file"])
def test_letters_get_the_next_free_name_beside_what_is_there(
    casefile: DatabaseCaseFile, tmp_path: Path, what: str
) -> None:
    move = letters(tmp_path)
    run = replace(RUN, letters_dir=move.final)
    committed(casefile, move, run=run)
    (tmp_path / "brieven (2)").mkdir()
    if what == "folder":
        Path(move.final).mkdir()
    else:
        Path(move.final).touch()

    assert [finding.code for finding in casefile.finish()] == ["CASEFILE_MOVE_RENAMED"]

    assert (tmp_path / "brieven (3)" / "10023.docx").exists()
    assert casefile.runs() == (replace(run, letters_dir=str(tmp_path / "brieven (3)")),)


def test_files_that_are_nowhere_are_reported_once(
    casefile: DatabaseCaseFile, tmp_path: Path
) -> None:
    move = letters(tmp_path)
    committed(casefile, move)
    Path(move.staged).rename(tmp_path / "zoek")

    assert texts(casefile.finish()) == [
        f"De bestanden van ronde 2026-11-21-1 zijn niet gevonden, op {move.final} noch op "
        f"{move.staged}. De brieven van deze ronde staan wel als verstuurd in het logboek. Zoek "
        "ze in uw reservekopie, of trek de ronde in om ze opnieuw te maken."
    ]
    assert casefile.finish() == ()


def from_another_computer(tmp_path: Path) -> None:
    with closing(sqlite3.connect(tmp_path / "dossier.db")) as connection, connection:
        connection.execute("UPDATE xld_runs SET computer = 'KANTOOR-7'")


def test_files_on_another_computer_are_left_to_it(
    casefile: DatabaseCaseFile, tmp_path: Path
) -> None:
    # a team shares the case file, the letters wait on the disk of a colleague
    move = letters(tmp_path)
    committed(casefile, move)
    hers = Path(move.staged).rename(tmp_path / "haar schijf")
    from_another_computer(tmp_path)

    for _ in range(2):
        assert texts(casefile.finish()) == [
            "De bestanden van ronde 2026-11-21-1 wachten nog op de computer KANTOOR-7. Start het "
            "programma daar een keer; dan worden zij op hun plaats gezet."
        ]
    hers.rename(move.staged)
    assert casefile.finish() == ()
    assert Path(move.final).is_dir()


def test_an_unrecorded_run_of_another_computer_is_left_to_it(
    casefile: DatabaseCaseFile, tmp_path: Path
) -> None:
    casefile.begin(RUN, [letters(tmp_path)])
    from_another_computer(tmp_path)

    assert casefile.finish() == ()
    assert casefile.runs() == ()
    casefile.commit(RUN, [PROMISE])  # her run goes on
    assert casefile.runs() == (RUN,)


@needs_root
def test_staging_that_can_not_be_removed_is_reported(
    casefile: DatabaseCaseFile, tmp_path: Path
) -> None:
    move = replace(letters(tmp_path), staged=str(tmp_path / "dicht" / "nieuw"))
    casefile.begin(RUN, [move])
    Path(move.staged).mkdir(parents=True)
    tmp_path.chmod(0o777)
    (tmp_path / "dossier.db").chmod(0o666)

    assert said_without_rights(casefile.finish, within=tmp_path) == (
        f"De onvoltooide bestanden van ronde 2026-11-21-1 op {move.staged} kunnen nu niet worden "
        "verwijderd. Gebruik ze niet: er is niets van vastgelegd. Sluit ze en start opnieuw."
    )
    assert casefile.finish() == ()
    assert not Path(move.staged).exists()
