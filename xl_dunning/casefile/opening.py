"""Reaching the database of a case file: a path or an address becomes an engine.

Whatever the database has to say is told in our own words: a Refusal with a code.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from importlib.util import find_spec
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, Engine, NullPool, StaticPool, create_engine, event, make_url
from sqlalchemy.exc import ArgumentError, DBAPIError, OperationalError

from xl_dunning.rules.findings import Refusal

_MEMORY = URL.create("sqlite", database=":memory:")

_CODES = {
    sqlite3.SQLITE_BUSY: "CASEFILE_BUSY",
    sqlite3.SQLITE_LOCKED: "CASEFILE_BUSY",
    sqlite3.SQLITE_PERM: "CASEFILE_NOT_WRITABLE",
    sqlite3.SQLITE_READONLY: "CASEFILE_NOT_WRITABLE",
    sqlite3.SQLITE_CANTOPEN: "CASEFILE_NOT_WRITABLE",
    sqlite3.SQLITE_FULL: "CASEFILE_DISK_FULL",
    sqlite3.SQLITE_IOERR: "CASEFILE_UNREACHABLE",
    sqlite3.SQLITE_CORRUPT: "CASEFILE_DAMAGED",
    sqlite3.SQLITE_NOTADB: "CASEFILE_NOT_OURS",
}
_PATIENCE = 2
"""Seconds to wait for another transaction to end; ours take a moment."""
_SYNCHRONOUS = "EXTRA"
"""What was committed survives a power cut, the folder's own entry included."""
_PRIMARY = 0xFF
"""SQLite keeps the kind of error in the low byte of its extended codes."""


def address(where: str) -> URL:
    """The address of a case file that was given as a path or a URL.

    Raises:
        Refusal: CASEFILE_ADDRESS_UNKNOWN, CASEFILE_NO_POSTGRES, CASEFILE_NO_FOLDER,
            CASEFILE_IS_FOLDER, CASEFILE_NOT_WRITABLE.
    """
    if "://" not in where:
        return _file(where)
    try:
        url = make_url(where)
    except ArgumentError:
        raise Refusal("CASEFILE_ADDRESS_UNKNOWN", casefile=where) from None
    backend = url.get_backend_name()
    if backend == "sqlite" and url.database:
        return _file(url.database)
    if backend not in ("postgresql", "postgres"):
        raise Refusal("CASEFILE_ADDRESS_UNKNOWN", casefile=shown(url))
    if find_spec("psycopg") is None:
        raise Refusal("CASEFILE_NO_POSTGRES", casefile=shown(url))
    return url.set(drivername="postgresql+psycopg")


def _file(where: str) -> URL:
    try:
        path = Path(where).expanduser().resolve()
        is_folder, has_folder = path.is_dir(), path.parent.is_dir()
    except OSError as problem:  # a folder on the way may not be entered
        raise Refusal("CASEFILE_NOT_WRITABLE", casefile=where) from problem
    if is_folder:
        raise Refusal("CASEFILE_IS_FOLDER", casefile=str(path))
    if not has_folder:
        raise Refusal("CASEFILE_NO_FOLDER", casefile=path.name, folder=str(path.parent))
    return URL.create("sqlite", database=str(path))


def shown(url: URL) -> str:
    """The address as the user may see it: never with a password."""
    if url.get_backend_name() == "sqlite":
        return url.database or ""
    return url.render_as_string(hide_password=True).replace("+psycopg", "")


def engine_of(url: URL) -> Engine:
    """An engine that keeps no connection open, so that the file can be moved or copied."""
    if url.get_backend_name() != "sqlite":
        return create_engine(url, poolclass=NullPool)
    engine = create_engine(url, poolclass=NullPool, connect_args={"timeout": _PATIENCE})
    _own_transactions(engine, durable=True)
    return engine


def memory_engine() -> Engine:
    """A database that leaves no trace."""
    engine = create_engine(_MEMORY, poolclass=StaticPool)
    _own_transactions(engine, durable=False)
    return engine


def _own_transactions(engine: Engine, *, durable: bool) -> None:
    """Take BEGIN out of the hands of the driver, which would start transactions too late."""

    @event.listens_for(engine, "connect")
    def connected(connection: Any, _: object) -> None:  # noqa: ANN401 - a raw driver object
        connection.isolation_level = None
        connection.execute("PRAGMA foreign_keys = ON")
        if durable:
            connection.execute(f"PRAGMA synchronous = {_SYNCHRONOUS}")

    @event.listens_for(engine, "begin")
    def begun(connection: Connection) -> None:
        writing = connection.get_execution_options().get("writing")
        connection.exec_driver_sql("BEGIN IMMEDIATE" if writing else "BEGIN")


@contextmanager
def transaction(engine: Engine, *, name: str, writing: bool = False) -> Iterator[Connection]:
    """One transaction: everything in it is recorded, or nothing.

    Raises:
        Refusal: with the code for what the database can't do.
    """
    with (
        translated(name),
        engine.connect().execution_options(writing=writing) as connection,
        connection.begin(),
    ):
        yield connection


@contextmanager
def translated(name: str) -> Iterator[None]:
    """Tell what the database can't do in our own words.

    Raises:
        Refusal: with a code for every trouble that is not a fault of the program.
    """
    try:
        yield
    except DBAPIError as problem:
        code = _code(problem)
        if code is None:
            raise
        raise Refusal(code, casefile=name) from problem


def _code(problem: DBAPIError) -> str | None:
    cause = problem.orig
    if isinstance(cause, sqlite3.Error):
        number: int | None = getattr(cause, "sqlite_errorcode", None)
        return None if number is None else _CODES.get(number & _PRIMARY)
    return "CASEFILE_UNREACHABLE" if isinstance(problem, OperationalError) else None
