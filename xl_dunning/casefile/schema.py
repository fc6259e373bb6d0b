"""The tables of the case file, and the check that a database is one of ours.

Events can be added but never changed or erased; the database itself refuses it.
"""

from __future__ import annotations

from typing import Any

from sqlalchemy import (
    DDL,
    Column,
    Connection,
    Date,
    ForeignKey,
    Integer,
    MetaData,
    String,
    Table,
    event,
    insert,
    inspect,
    select,
    update,
)

from xl_dunning.rules.findings import Refusal

VERSION = 2
"""Raised when a table changes; a file with a higher one was made by a newer program."""

metadata = MetaData()

version = Table("xld_version", metadata, Column("number", Integer, primary_key=True))

events = Table(
    "xld_events",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("on", Date, nullable=False),
    Column("debtor", String, nullable=False, index=True),
    Column("kind", String, nullable=False),
    Column("invoice", String, nullable=False),
    Column("stage", String, nullable=False),
    Column("channel", String),
    Column("pay_by", Date),
    Column("amount", String),  # as text: SQLite would make a float of it
    Column("until", Date),
    Column("note", String, nullable=False),
    Column("document", String, nullable=False),
    Column("sha256", String, nullable=False),
    Column("run", String, nullable=False),
    Column("voids", String, nullable=False),
    Column("outcome", String, nullable=False, server_default=""),
    Column("schedule", String, nullable=False, server_default=""),
    Column("by", String, nullable=False, server_default=""),
    Column("template", String, nullable=False, server_default=""),
    Column("about", String, nullable=False, server_default=""),
)

runs = Table(
    "xld_runs",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("id", String, nullable=False, unique=True),
    Column("reference_date", Date, nullable=False),
    Column("letters_dir", String, nullable=False),
    Column("state", String, nullable=False),
    Column("computer", String, nullable=False),
    Column("output", String, nullable=False),
    Column("creditor", String, nullable=False),
    Column("iban", String, nullable=False),
    Column("by_hand", String, nullable=False, server_default=""),
)

moves = Table(
    "xld_moves",
    metadata,
    Column("position", Integer, primary_key=True),
    Column("run", String, ForeignKey("xld_runs.id"), nullable=False),
    Column("staged", String, nullable=False),
    Column("final", String, nullable=False),
)
"""What still has to be moved; a row goes when its file or folder has arrived."""

mappings = Table(
    "xld_mappings",
    metadata,
    Column("signature", String, primary_key=True),
    Column("columns", String, nullable=False),
)

observations = Table(
    "xld_observations",
    metadata,
    Column("sequence", Integer, primary_key=True),
    Column("run", String, nullable=False),
    Column("on", Date, nullable=False),
    Column("debtor", String, nullable=False),
    Column("invoice", String, nullable=False),
    Column("currency", String, nullable=False),
    Column("due_date", Date),
    Column("invoice_date", Date),
    Column("amount", String),
    Column("open", String),
)
"""What the list held on the day of each run; only what changed since the run before."""

for _verb in ("UPDATE", "DELETE"):
    event.listen(
        events,
        "after_create",
        DDL(  # type: ignore[no-untyped-call]
            f"CREATE TRIGGER xld_events_no_{_verb.lower()} BEFORE {_verb} ON xld_events "
            "BEGIN SELECT RAISE(ABORT, 'xld_events is append-only'); END"
        ).execute_if(dialect="sqlite"),
    )
event.listen(
    events,
    "after_create",
    DDL(  # type: ignore[no-untyped-call]
        "CREATE FUNCTION xld_append_only() RETURNS trigger LANGUAGE plpgsql AS "
        "$$ BEGIN RAISE EXCEPTION 'xld_events is append-only'; END $$; "
        "CREATE TRIGGER xld_events_append_only BEFORE UPDATE OR DELETE OR TRUNCATE "
        "ON xld_events EXECUTE FUNCTION xld_append_only()"
    ).execute_if(dialect="postgresql"),
)


def prepare(connection: Connection, *, name: str) -> None:
    """Make the tables where there are none yet, check those that are there, and that we may write.

    Raises:
        Refusal: CASEFILE_NOT_OURS, CASEFILE_NEWER.
    """
    if not check(connection, name=name):
        metadata.create_all(connection)
        connection.execute(insert(version).values(number=VERSION))
    else:
        # SQLite finds out at the first change only, and that must not be after the letters. On a
        # server this also lets one program at a time bring the tables up to date.
        connection.execute(update(version).values(number=VERSION))
        _upgrade(connection)


def check(connection: Connection, *, name: str) -> bool:
    """Whether the database holds our tables; False when it is still empty.

    One of an earlier version is right too: it is brought up to date before anything is recorded.

    Raises:
        Refusal: CASEFILE_NOT_OURS, CASEFILE_NEWER.
    """
    tables = set(inspect(connection).get_table_names())
    if version.name not in tables:
        # A team's PostgreSQL database may hold other things; a file is a case file or it is not.
        if tables and connection.dialect.name == "sqlite":
            raise Refusal("CASEFILE_NOT_OURS", casefile=name)
        return False
    found = connection.scalar(select(version.c.number))
    if not found:
        raise Refusal("CASEFILE_DAMAGED", casefile=name)
    if found > VERSION:
        raise Refusal("CASEFILE_NEWER", casefile=name)
    came_later = {observations.name} if found < VERSION else set()
    if not tables.issuperset(set(metadata.tables) - came_later):
        raise Refusal("CASEFILE_DAMAGED", casefile=name)
    return True


def present(connection: Connection, table: Table) -> list[Column[Any]]:
    """The columns of ours that the database has; none when it lacks the table.

    A case file of an earlier version that is only looked into is left as it is.
    """
    inspector = inspect(connection)
    if not inspector.has_table(table.name):
        return []
    there = {column["name"] for column in inspector.get_columns(table.name)}
    return [column for column in table.columns if column.name in there]


def _upgrade(connection: Connection) -> None:
    """Add the columns and tables that came after the version of the case file."""
    for table in (events, runs):
        there = {column.name for column in present(connection, table)}
        for column in table.columns:
            if column.name not in there:
                name = connection.dialect.identifier_preparer.quote(column.name)
                connection.execute(
                    DDL(f"ALTER TABLE {table.name} ADD COLUMN {name} VARCHAR NOT NULL DEFAULT ''")  # type: ignore[no-untyped-call]
                )
    observations.create(connection, checkfirst=True)
