"""A case file of the first version: looked into as it is, brought up to date when recording."""

from __future__ import annotations

import sqlite3
from contextlib import closing
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.acceptance.company import Company, cli, letter
from tests.casefile import version_1
from tests.casefile.killing import killed_everywhere
from tests.casefile.samples import PROMISE, unnumbered
from tests.casefile.version_1 import EVENTS, MAPPINGS, RUNS, make_old
from xl_dunning.casefile.store import DatabaseCaseFile, open_casefile
from xl_dunning.frontends.messages_nl import refusal_text
from xl_dunning.rules.events import Event, EventKind, Instalment
from xl_dunning.rules.findings import Refusal
from xl_dunning.rules.risk.observations import Observation
from xl_dunning.workflow.ports import Run

SEEN = Observation(on=date(2026, 11, 28), debtor="10023", invoice="F1", open=Decimal("9.95"))
PLAN = Event(
    id="regeling-1",
    on=date(2026, 11, 28),
    debtor="10023",
    kind=EventKind.PLAN,
    until=date(2027, 1, 1),
    schedule=(Instalment(due_on=date(2027, 1, 1), amount=Decimal("400.00")),),
    by="Jan",
)


@pytest.fixture
def old(tmp_path: Path) -> Path:
    return make_old(tmp_path / "debiteurendossier.sqlite")


def version_of(path: Path) -> int:
    with closing(sqlite3.connect(path)) as connection:
        (number,) = connection.execute("SELECT number FROM xld_version").fetchone()
    return int(number)


def holds_all_of_before(casefile: DatabaseCaseFile) -> None:
    assert tuple(unnumbered(event) for event in casefile.events()[: len(EVENTS)]) == EVENTS
    assert [event.sequence for event in casefile.events()[: len(EVENTS)]] == [1, 2, 3, 4]
    assert casefile.runs()[: len(RUNS)] == RUNS
    assert casefile.remembered() == MAPPINGS


def test_looking_into_it_shows_everything_and_changes_nothing(old: Path) -> None:
    before = old.read_bytes()

    casefile = open_casefile(str(old), create=False)

    assert casefile.kept
    holds_all_of_before(casefile)
    assert casefile.observations() == ()
    assert (old.read_bytes(), version_of(old)) == (before, 1)


def test_at_the_first_recording_it_is_brought_up_to_date_and_loses_nothing(old: Path) -> None:
    casefile = open_casefile(str(old))
    holds_all_of_before(casefile)
    run = Run(id="2026-11-28-1", reference_date=date(2026, 11, 28), by_hand="stuiting")
    casefile.begin(run, [])
    casefile.commit(run, [PLAN], [SEEN])

    again = open_casefile(str(old))
    holds_all_of_before(again)
    assert unnumbered(again.events()[-1]) == PLAN
    assert again.observations() == (SEEN,)
    assert again.runs() == (*RUNS, run)
    assert version_of(old) == 2


def test_once_up_to_date_it_is_like_a_new_one(old: Path, tmp_path: Path) -> None:
    new = tmp_path / "nieuw.db"
    for path in (old, new):
        open_casefile(str(path))
        open_casefile(str(path))  # and a second time there is nothing left to do

    def columns(path: Path) -> dict[str, list[tuple[object, ...]]]:
        with closing(sqlite3.connect(path)) as connection:
            names = [
                str(name)
                for (name,) in connection.execute(
                    "SELECT name FROM sqlite_master WHERE type = 'table' ORDER BY name"
                )
            ]
            # name, type, whether it must be filled, default, whether it is the key
            return {
                name: [row[1:] for row in connection.execute(f"PRAGMA table_info({name})")]
                for name in names
            }

    assert columns(old) == columns(new)


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE xld_events SET note = 'x'",
        "UPDATE xld_events SET by = 'x'",
        "DELETE FROM xld_events",
    ],
)
def test_the_database_still_refuses_to_change_or_erase_events(old: Path, statement: str) -> None:
    open_casefile(str(old)).append([replace(PROMISE, id="nieuw", by="Jan")])
    with closing(sqlite3.connect(old)) as connection:
        for where in ("", " WHERE id = 'nieuw'"):
            with pytest.raises(sqlite3.IntegrityError, match="append-only"):
                connection.execute(statement + where)


@pytest.mark.parametrize("create", [True, False], ids=["to record in", "to look into"])
def test_one_of_a_newer_version_is_refused_and_not_touched(old: Path, create: bool) -> None:
    with closing(sqlite3.connect(old)) as connection, connection:
        connection.execute("UPDATE xld_version SET number = 3")
    before = old.read_bytes()

    with pytest.raises(Refusal) as refused:
        open_casefile(str(old), create=create)

    assert refusal_text(refused.value) == (
        f"Het dossier {old} is gemaakt met een nieuwere versie van dit programma. Werk het "
        "programma op deze computer bij en probeer het opnieuw."
    )
    assert old.read_bytes() == before


def test_one_that_lost_a_table_is_refused_and_not_made_whole(old: Path) -> None:
    with closing(sqlite3.connect(old)) as connection, connection:
        connection.execute("DROP TABLE xld_moves")
    with pytest.raises(Refusal, match="CASEFILE_DAMAGED"):
        open_casefile(str(old))
    assert version_of(old) == 1


def test_a_killed_upgrade_leaves_the_old_one_or_the_new_one(tmp_path: Path) -> None:
    folders = killed_everywhere("upgrade", tmp_path)
    assert len(folders) > 8, "each column and table is a step"

    versions = []
    for folder in folders:
        path = folder / "dossier.db"
        versions.append(version_of(path))
        holds_all_of_before(open_casefile(str(path), create=False))
        assert version_of(path) == versions[-1], "looking into it finished nothing"
        casefile = open_casefile(str(path))
        holds_all_of_before(casefile)
        assert casefile.append([PLAN]) == 1
        assert version_of(path) == 2

    assert versions == sorted(versions)
    assert set(versions) == {1, 2}


LIST = """
    Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand
    2026-0117     | 10023          | 2026-11-02  | 1210.00
"""


def test_commands_that_only_look_leave_the_old_one_as_it_is(old: Path, tmp_path: Path) -> None:
    company = Company(folder=tmp_path).policy(letter("herinnering", 5), letter("twee", 20))
    company.settings = {**company.settings, "naam": "Eigen Bedrijf BV"}
    company.listed(LIST)
    before = old.read_bytes()

    tried = company.run("2026-11-28", "--dry-run")
    listed = cli("log", "list", "--casefile", old)
    checked = cli("check", company.list_file, "--casefile", old)

    assert tried.levels == {"2026-0117": 1}
    assert all(event.id in listed.out for event in EVENTS)
    assert checked.code == 0
    assert old.read_bytes() == before

    assert company.run("2026-11-28").levels == {"2026-0117": 1}
    assert version_of(old) == 2
    holds_all_of_before(open_casefile(str(old)))


def test_the_sample_is_what_the_first_version_made() -> None:
    """Held to what that program left on the disk: sqlite_master of a new case file of then."""
    with closing(sqlite3.connect(":memory:")) as connection:
        connection.executescript(version_1.SQLITE)
        rows = connection.execute("SELECT type, name FROM sqlite_master WHERE sql IS NOT NULL")
        assert sorted(rows.fetchall()) == [
            ("index", "ix_xld_events_debtor"),
            ("table", "xld_events"),
            ("table", "xld_mappings"),
            ("table", "xld_moves"),
            ("table", "xld_runs"),
            ("table", "xld_version"),
            ("trigger", "xld_events_no_delete"),
            ("trigger", "xld_events_no_update"),
        ]
