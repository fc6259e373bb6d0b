"""The case file of a team: the same promises, kept by a real PostgreSQL server."""

from __future__ import annotations

import importlib.util
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest
from sqlalchemy import inspect, text
from sqlalchemy.exc import DBAPIError

from tests.casefile import version_1
from tests.casefile.samples import LETTER, PROMISE, RUN, unnumbered, void
from xl_dunning.casefile.opening import address, engine_of
from xl_dunning.casefile.store import DatabaseCaseFile, open_casefile
from xl_dunning.frontends.messages_nl import refusal_text
from xl_dunning.rules.findings import Refusal
from xl_dunning.rules.risk.observations import Observation
from xl_dunning.workflow.ports import Move

pytestmark = [
    pytest.mark.postgres,
    pytest.mark.skipif(
        importlib.util.find_spec("psycopg") is None
        or not all(map(shutil.which, ("initdb", "postgres"))),
        reason="no PostgreSQL server or no psycopg on this machine",
    ),
]

_HOLDER = """
import sys, time
from xl_dunning.casefile.store import open_casefile
with open_casefile(sys.argv[1]).lock():
    print("held", flush=True)
    time.sleep(60)
"""


@pytest.fixture(scope="module")
def server() -> Iterator[str]:
    """A server of our own on the loopback, gone after the tests; it refuses to run as root."""
    start = partial(subprocess.Popen, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
    with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as folder, socket.socket() as free:
        if hasattr(os, "geteuid") and os.geteuid() == 0:
            shutil.chown(folder, "postgres")
            start = partial(start, user="postgres", group="postgres", extra_groups=[])
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
        free.close()
        data = str(Path(folder) / "data")
        made = start(["initdb", "-D", data, "-U", "jan", "-A", "trust", "--no-sync"], cwd=folder)
        assert made.wait() == 0
        options = ("listen_addresses=127.0.0.1", "unix_socket_directories=", "fsync=off")
        settings = [part for option in options for part in ("-c", option)]
        process = start(["postgres", "-D", data, "-p", str(port), *settings], cwd=folder)
        try:
            _await(port)
            yield f"postgresql://jan:geheim@127.0.0.1:{port}"
        finally:
            process.terminate()
            process.wait()


def _await(port: int) -> None:
    for _ in range(300):
        try:
            socket.create_connection(("127.0.0.1", port)).close()
        except OSError:
            time.sleep(0.05)
        else:
            return
    pytest.fail("the server did not start")


@pytest.fixture
def url(server: str, request: pytest.FixtureRequest) -> str:
    """The address of a new database."""
    name = f"d{abs(hash(request.node.name))}"
    engine = engine_of(address(f"{server}/postgres"))
    with engine.connect().execution_options(isolation_level="AUTOCOMMIT") as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    return f"{server}/{name}"


def test_every_field_of_an_event_comes_back_and_an_id_once(url: str) -> None:
    casefile = open_casefile(url)

    assert casefile.append([LETTER, PROMISE]) == 2
    assert open_casefile(url).append([replace(LETTER, note="anders")]) == 0
    assert [unnumbered(event) for event in casefile.events()] == [LETTER, PROMISE]


@pytest.mark.parametrize(
    "statement",
    ["UPDATE xld_events SET note = 'x'", "DELETE FROM xld_events", "TRUNCATE xld_events"],
)
def test_the_database_itself_refuses_to_change_or_erase_events(url: str, statement: str) -> None:
    casefile = open_casefile(url)
    casefile.append([LETTER])

    with (
        pytest.raises(DBAPIError, match="append-only"),
        engine_of(address(url)).begin() as connection,
    ):
        connection.execute(text(statement))
    assert len(casefile.events()) == 1


def test_a_run_and_its_undoing_are_kept(url: str, tmp_path: Path) -> None:
    casefile = open_casefile(url)
    move = Move(staged=str(tmp_path / ".nieuw"), final=str(tmp_path / "brieven"))
    with casefile.lock():
        casefile.begin(RUN, [move])
        Path(move.staged).mkdir()
        (Path(move.staged) / "10023.docx").write_bytes(b"brief")
        casefile.commit(RUN, [LETTER])
        assert casefile.finish() == ()
    assert (Path(move.final) / "10023.docx").exists()
    assert casefile.runs() == (RUN,)

    casefile.mark_undone(RUN, [void("intrekking-1", of=LETTER.id)], [])
    assert casefile.finish() == ()
    assert casefile.runs() == (replace(RUN, undone=True),)


def test_mappings_are_remembered(url: str) -> None:
    open_casefile(url).remember("handtekening", {"open": "Saldo"})

    assert open_casefile(url).remembered() == {"handtekening": {"open": "Saldo"}}


def test_a_second_process_is_refused_at_once_and_a_killed_one_leaves_no_lock(url: str) -> None:
    casefile = open_casefile(url)
    holder = subprocess.Popen([sys.executable, "-c", _HOLDER, url], stdout=subprocess.PIPE)
    assert holder.stdout is not None
    assert holder.stdout.readline() == b"held\n"

    with pytest.raises(Refusal) as refused, casefile.lock():
        pytest.fail("both hold it")
    shown = url.replace("geheim", "***")
    assert refusal_text(refused.value) == (
        f"Het dossier {shown} is in gebruik door een andere aanmaanronde. Wacht tot die klaar is "
        "en start dan opnieuw."
    )

    holder.kill()
    holder.communicate()
    for _ in range(100):  # the server sees within a moment that its client is gone
        try:
            with casefile.lock():
                return
        except Refusal:
            time.sleep(0.05)
    pytest.fail("the lock outlived its holder")


@pytest.fixture
def old(url: str) -> str:
    """A case file of the first version of this program."""
    with engine_of(address(url)).begin() as connection:
        for statement in version_1.POSTGRES.split(";\n"):
            connection.exec_driver_sql(statement)
    return url


def columns_of(url: str, table: str) -> set[str]:
    return {column["name"] for column in inspect(engine_of(address(url))).get_columns(table)}


def holds_all_of_before(casefile: DatabaseCaseFile) -> None:
    before = casefile.events()[: len(version_1.EVENTS)]
    assert tuple(unnumbered(event) for event in before) == version_1.EVENTS
    assert casefile.runs()[: len(version_1.RUNS)] == version_1.RUNS
    assert casefile.remembered() == version_1.MAPPINGS


def test_one_of_the_first_version_is_looked_into_as_it_is(old: str) -> None:
    casefile = open_casefile(old, create=False)

    assert casefile.kept
    holds_all_of_before(casefile)
    assert casefile.observations() == ()
    assert "outcome" not in columns_of(old, "xld_events")


def test_one_of_the_first_version_is_brought_up_to_date_at_the_first_recording(old: str) -> None:
    blocked = replace(PROMISE, id="nieuw", by="Jan")
    seen = Observation(on=RUN.reference_date, debtor="10023", invoice="F1", open=None)
    run = replace(RUN, id="2026-11-28-1", by_hand="stuiting")
    casefile = open_casefile(old)
    casefile.begin(run, [])
    casefile.commit(run, [blocked], [seen])

    again = open_casefile(old)
    holds_all_of_before(again)
    assert unnumbered(again.events()[-1]) == blocked
    assert again.observations() == (seen,)
    assert again.runs()[-1] == run
    with (
        pytest.raises(DBAPIError, match="append-only"),
        engine_of(address(old)).begin() as connection,
    ):
        connection.execute(text("UPDATE xld_events SET by = 'x'"))


def test_of_two_that_bring_it_up_to_date_at_once_neither_fails(old: str) -> None:
    script = (
        "import sys, psycopg; from xl_dunning.casefile.store import open_casefile;"
        "print(flush=True); sys.stdin.readline(); open_casefile(sys.argv[1])"
    )
    start = partial(subprocess.Popen[str], text=True, stdin=subprocess.PIPE, stdout=subprocess.PIPE)
    starts = [start([sys.executable, "-c", script, old]) for _ in range(4)]
    for each in starts:
        assert each.stdout is not None
        assert each.stdout.readline() == "\n", "it is loaded"
    for each in starts:
        assert each.stdin is not None
        each.stdin.write("\n")
        each.stdin.flush()
    for each in starts:
        each.communicate()

    assert [each.returncode for each in starts] == [0] * 4
    holds_all_of_before(open_casefile(old))


def test_one_of_a_newer_version_is_refused(old: str) -> None:
    with engine_of(address(old)).begin() as connection:
        connection.execute(text("UPDATE xld_version SET number = 3"))
    for create in (True, False):
        with pytest.raises(Refusal, match="CASEFILE_NEWER"):
            open_casefile(old, create=create)
    assert "outcome" not in columns_of(old, "xld_events")


def test_a_dry_run_makes_no_tables(url: str) -> None:
    casefile = open_casefile(url, create=False)
    casefile.append([LETTER])

    assert not casefile.kept
    assert open_casefile(url, create=False).events() == ()


def test_the_tables_of_others_in_the_database_stay(url: str) -> None:
    with engine_of(address(url)).begin() as connection:
        connection.execute(text("CREATE TABLE grootboek (nummer integer)"))

    assert open_casefile(url).append([LETTER]) == 1


def test_a_server_that_does_not_answer_is_named_without_the_password() -> None:
    with pytest.raises(Refusal) as refused:
        open_casefile("postgresql://jan:geheim@127.0.0.1:1/dossier")

    assert refusal_text(refused.value) == (
        "Het dossier postgresql://jan:***@127.0.0.1:1/dossier is niet bereikbaar. Controleer de "
        "netwerkverbinding, het adres en het wachtwoord en probeer het opnieuw."
    )
