"""The tables of the case file, and the check that a database is one of ours.

Events can be added but never changed or erased; the database itself refuses it.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from sqlalchemy import (
    DDL,
    Column,
    Connection,
    Date,
    ForeignKey,
    Integer,
    MetaData,
    RowMapping,
    String,
    Table,
    event,
    insert,
    inspect,
    select,
    update,
)

from xl_dunning.rules.events import Channel, Event, EventKind
from xl_dunning.rules.findings import Refusal

VERSION = 1
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
        # SQLite finds out at the first change only, and that must not be after the letters.
        connection.execute(update(version).values(number=VERSION))


def check(connection: Connection, *, name: str) -> bool:
    """Whether the database holds our tables; False when it is still empty.

    Raises:
        Refusal: CASEFILE_NOT_OURS, CASEFILE_NEWER.
    """
    tables = set(inspect(connection).get_table_names())
    if version.name not in tables:
        # A team's PostgreSQL database may hold other things; a file is a case file or it is not.
        if tables and connection.dialect.name == "sqlite":
            raise Refusal("CASEFILE_NOT_OURS", casefile=name)
        return False
    if not tables.issuperset(metadata.tables):
        raise Refusal("CASEFILE_DAMAGED", casefile=name)
    if (found := connection.scalar(select(version.c.number))) != VERSION:
        raise Refusal("CASEFILE_NEWER" if found else "CASEFILE_DAMAGED", casefile=name)
    return True


def record_of(item: Event) -> dict[str, Any]:
    """The event as a record; its sequence is given by the database."""
    return {
        "id": item.id,
        "on": item.on,
        "debtor": item.debtor,
        "kind": item.kind.value,
        "invoice": item.invoice,
        "stage": item.stage,
        "channel": item.channel.value if item.channel else None,
        "pay_by": item.pay_by,
        "amount": None if item.amount is None else str(item.amount),
        "until": item.until,
        "note": item.note,
        "document": item.document,
        "sha256": item.sha256,
        "run": item.run,
        "voids": item.voids,
    }


def event_of(record: RowMapping) -> Event:
    """The event as it was recorded."""
    return Event(
        **{
            **record,
            "kind": EventKind(record["kind"]),
            "channel": Channel(record["channel"]) if record["channel"] else None,
            "amount": None if record["amount"] is None else Decimal(record["amount"]),
        }
    )
