"""A case file that can't be used is refused with one sentence, and left as it is."""

from __future__ import annotations

import importlib.util
import os
import sqlite3
import subprocess
import sys
from contextlib import closing
from pathlib import Path

import pytest

from tests.casefile.samples import LETTER, RUN
from tests.casefile.without_rights import needs_root, said_without_rights
from xl_dunning.casefile import opening
from xl_dunning.casefile.store import open_casefile
from xl_dunning.frontends.messages_nl import refusal_text
from xl_dunning.rules.findings import Refusal


def refusal_of(where: object, *, create: bool = True) -> str:
    with pytest.raises(Refusal) as refused:
        open_casefile(str(where), create=create)
    return refusal_text(refused.value)


def changed(path: Path, statement: str) -> None:
    with closing(sqlite3.connect(path)) as connection, connection:
        connection.execute(statement)


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    assert refusal_of(tmp_path / "weg" / "dossier.db") == (
        f"De map {tmp_path / 'weg'} voor het dossier dossier.db bestaat niet. Maak de map aan of "
        "kies een andere plaats voor het dossier."
    )


def test_a_folder_is_no_case_file(tmp_path: Path) -> None:
    assert refusal_of(tmp_path) == (
        f"{tmp_path} is een map en geen dossier. Geef de naam van een bestand op, bijvoorbeeld "
        "dossier.db in die map."
    )


NOT_OURS = (
    "Het bestand {path} is geen dossier van dit programma. Het is niet gewijzigd. Geef een ander "
    "bestand op, of een nieuwe naam om een leeg dossier te beginnen."
)


@pytest.mark.parametrize("create", [True, False], ids=["to record in", "to look into"])
def test_another_file_is_refused_and_not_touched(tmp_path: Path, create: bool) -> None:
    path = tmp_path / "Debiteuren.xlsx"
    path.write_bytes(b"PK\x03\x04" + b"inhoud" * 500)

    assert refusal_of(path, create=create) == NOT_OURS.format(path=path)
    assert path.read_bytes() == b"PK\x03\x04" + b"inhoud" * 500


@pytest.mark.parametrize("create", [True, False], ids=["to record in", "to look into"])
def test_a_database_of_another_program_is_refused_and_not_touched(
    tmp_path: Path, create: bool
) -> None:
    path = tmp_path / "boekhouding.db"
    changed(path, "CREATE TABLE grootboek (nummer)")
    before = path.read_bytes()

    assert refusal_of(path, create=create) == NOT_OURS.format(path=path)
    assert path.read_bytes() == before


def test_a_case_file_of_a_newer_program_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "dossier.db"
    open_casefile(str(path))
    changed(path, "UPDATE xld_version SET number = 99")

    assert refusal_of(path) == (
        f"Het dossier {path} is gemaakt met een nieuwere versie van dit programma. Werk het "
        "programma op deze computer bij en probeer het opnieuw."
    )


DAMAGED = (
    "Het dossier {path} is beschadigd en wordt niet gebruikt. Zet een reservekopie terug. Is die "
    "er niet, hernoem het bestand dan en start opnieuw met uw laatste werkmap: het blad Logboek "
    "daarin vult een nieuw dossier."
)


def test_a_file_with_its_middle_overwritten_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "dossier.db"
    open_casefile(str(path)).append([LETTER])
    whole = bytearray(path.read_bytes())
    whole[4096 : len(whole) - 100] = os.urandom(len(whole) - 4196)
    path.write_bytes(whole)

    assert refusal_of(path) == DAMAGED.format(path=path)


def test_a_file_that_was_cut_short_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "dossier.db"
    open_casefile(str(path)).append([LETTER])
    path.write_bytes(path.read_bytes()[: 4096 * 3])

    assert refusal_of(path) == DAMAGED.format(path=path)


def test_a_case_file_that_lost_a_table_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "dossier.db"
    open_casefile(str(path))
    changed(path, "DROP TABLE xld_moves")

    assert refusal_of(path) == DAMAGED.format(path=path)


def test_the_remains_of_a_start_that_was_cut_off_are_used(tmp_path: Path) -> None:
    # SQLite makes the empty file first, and fills it in one transaction
    path = tmp_path / "dossier.db"
    path.touch()

    assert open_casefile(str(path)).append([LETTER]) == 1


@needs_root
@pytest.mark.parametrize("protected", ["file", "folder", "whole folder"])
def test_a_case_file_that_may_not_be_written_is_refused(tmp_path: Path, protected: str) -> None:
    folder = tmp_path / "map"
    folder.mkdir()
    path = folder / "dossier.db"
    if protected == "file":
        open_casefile(str(path)).append([LETTER])
        path.chmod(0o444)
        folder.chmod(0o777)
    else:
        folder.chmod(0o555 if protected == "folder" else 0)

    assert said_without_rights(lambda: open_casefile(str(path)), within=tmp_path) == (
        f"In het dossier {path} kan niet worden geschreven. Controleer of u in die map mag "
        "schrijven en of het bestand niet alleen-lezen is."
    )


@pytest.mark.parametrize(
    ("where", "named"),
    [
        ("mysql://jan:geheim@server/dossier", "mysql://jan:***@server/dossier"),
        ("http://server/dossier.db", "http://server/dossier.db"),
        ("://", "://"),
    ],
    ids=["another kind of database", "a web page", "nothing"],
)
def test_an_address_that_is_not_known_is_refused_without_its_password(
    where: str, named: str
) -> None:
    assert refusal_of(where) == (
        f"Het adres {named} van het dossier is onbekend. Geef een bestand op, of een adres dat "
        "begint met postgresql://."
    )


@pytest.mark.skipif(importlib.util.find_spec("psycopg") is not None, reason="psycopg is installed")
def test_a_server_without_its_extension_says_what_to_install() -> None:
    assert refusal_of("postgresql://jan:geheim@server/dossier") == (
        "Voor het dossier postgresql://jan:***@server/dossier is de uitbreiding voor PostgreSQL "
        "nodig, en die is op deze computer niet geïnstalleerd. Installeer haar met: pip install "
        "'xl-dunning[postgres]'."
    )


def test_a_path_may_be_given_as_an_sqlite_address(tmp_path: Path) -> None:
    open_casefile(f"sqlite:///{tmp_path / 'dossier.db'}").append([LETTER])

    assert len(open_casefile(str(tmp_path / "dossier.db")).events()) == 1


def test_a_dry_run_makes_nothing_on_disk(tmp_path: Path) -> None:
    casefile = open_casefile(str(tmp_path / "dossier.db"), create=False)
    with casefile.lock():
        casefile.finish()
        assert casefile.append([LETTER]) == 1
        casefile.begin(RUN, [])
        casefile.commit(RUN, [])

    assert not casefile.kept
    assert len(casefile.events()) == 1
    assert list(tmp_path.iterdir()) == []


def test_a_dry_run_sees_the_case_file_that_is_there(tmp_path: Path) -> None:
    open_casefile(str(tmp_path / "dossier.db")).append([LETTER])

    casefile = open_casefile(str(tmp_path / "dossier.db"), create=False)

    assert casefile.kept
    assert len(casefile.events()) == 1


def test_no_connection_stays_open_so_the_file_can_be_moved(tmp_path: Path) -> None:
    path = tmp_path / "dossier.db"
    casefile = open_casefile(str(path))
    casefile.append([LETTER])
    held = f"/proc/{os.getpid()}/fd"
    if not Path(held).exists():
        pytest.skip("needs /proc")

    assert str(path) not in {os.path.realpath(link) for link in Path(held).iterdir()}
    assert [item.name for item in tmp_path.iterdir()] == ["dossier.db"]


def test_the_lock_of_another_program_on_the_file_is_named_after_a_short_wait(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(opening, "_PATIENCE", 0.2)
    path = tmp_path / "dossier.db"
    casefile = open_casefile(str(path))
    with closing(sqlite3.connect(path)) as other:
        other.execute("BEGIN EXCLUSIVE")
        with pytest.raises(Refusal) as refused:
            casefile.append([LETTER])

    assert refusal_text(refused.value) == (
        f"Het dossier {path} is op dit moment in gebruik door een ander programma. Sluit dat "
        "programma of probeer het over een minuut opnieuw."
    )


def test_two_starts_at_once_make_one_case_file(tmp_path: Path) -> None:
    script = (
        "import sys; from xl_dunning.casefile.store import open_casefile;"
        "sys.stdin.readline(); open_casefile(sys.argv[1])"
    )
    starts = [
        subprocess.Popen(
            [sys.executable, "-c", script, str(tmp_path / "dossier.db")], stdin=subprocess.PIPE
        )
        for _ in range(3)
    ]
    for start in starts:
        start.communicate(b"\n")

    assert [start.returncode for start in starts] == [0, 0, 0]
    assert open_casefile(str(tmp_path / "dossier.db")).events() == ()
