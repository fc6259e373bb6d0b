"""Holding a case file alone.

The lock belongs to the operating system or the server, never to a note on disk: when its holder
is killed it is gone too, and a second start never finds a lock that nobody holds.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator
from contextlib import closing, contextmanager

from sqlalchemy import Engine, func, select

from xl_dunning.casefile.opening import translated
from xl_dunning.rules.findings import Refusal

_KEY = 0x786C645F31
"""Our number among the advisory locks of a PostgreSQL database."""


@contextmanager
def file_lock(path: str) -> Iterator[None]:
    """Hold the case file at that path, by an exclusive transaction in an empty file beside it.

    The file itself can't serve: the holder must be able to commit in between.

    Raises:
        Refusal: CASEFILE_LOCKED at once when another holds it; CASEFILE_NOT_WRITABLE.
    """
    try:
        guard = sqlite3.connect(f"{path}.lock", timeout=0, isolation_level=None)
    except sqlite3.OperationalError as problem:
        raise Refusal("CASEFILE_NOT_WRITABLE", casefile=path) from problem
    with closing(guard):
        try:
            guard.execute("BEGIN EXCLUSIVE")
        except sqlite3.OperationalError as problem:
            busy = problem.sqlite_errorcode == sqlite3.SQLITE_BUSY
            code = "CASEFILE_LOCKED" if busy else "CASEFILE_NOT_WRITABLE"
            raise Refusal(code, casefile=path) from problem
        yield


@contextmanager
def server_lock(engine: Engine, *, name: str) -> Iterator[None]:
    """Hold the case file in a PostgreSQL database, for as long as this connection lives.

    Raises:
        Refusal: CASEFILE_LOCKED at once when another holds it; CASEFILE_UNREACHABLE.
    """
    with translated(name), engine.connect() as connection:
        # Outside a transaction: servers cut off those that stand idle for as long as a run takes.
        connection.execution_options(isolation_level="AUTOCOMMIT")
        if not connection.scalar(select(func.pg_try_advisory_lock(_KEY))):
            raise Refusal("CASEFILE_LOCKED", casefile=name)
        yield
