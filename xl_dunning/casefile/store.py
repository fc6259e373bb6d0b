"""The case file in a database: SQLite beside the list, or PostgreSQL for a team."""

from __future__ import annotations

import json
import os
import platform
from collections.abc import Iterable, Mapping, Sequence
from contextlib import AbstractContextManager, nullcontext
from pathlib import Path

from sqlalchemy import Connection, Engine, delete, insert, select, text, update

from xl_dunning.casefile import recovery, schema
from xl_dunning.casefile.lock import file_lock, server_lock
from xl_dunning.casefile.opening import address, engine_of, memory_engine, shown, transaction
from xl_dunning.casefile.records import (
    event_of,
    observation_of,
    record_of,
    record_of_observation,
    record_of_run,
    run_of,
)
from xl_dunning.casefile.unfinished import finish_runs
from xl_dunning.rules.events import Event
from xl_dunning.rules.findings import Finding, Refusal
from xl_dunning.rules.risk.observations import Observation
from xl_dunning.workflow.ports import Move, Run

_CHUNK = 500
"""Ids in one question; SQLite takes no endless list."""


def open_casefile(where: str, *, create: bool = True) -> DatabaseCaseFile:
    """The case file at a path or URL (``postgresql://…``).

    Without ``create`` nothing is made on disk: a case file that is not there yet is an empty one
    in memory, and what is recorded in it is forgotten.

    Raises:
        Refusal: when it can't be reached, is damaged, or is no case file; CASEFILE_...
    """
    url = address(where)
    name = shown(url)
    path = (url.database or "") if url.get_backend_name() == "sqlite" else ""
    if path and not create and not _has_content(path):
        return _in_memory(name)
    engine = engine_of(url)
    with transaction(engine, name=name, writing=create) as connection:
        if path:
            _refuse_damage(connection, name=name)
        if create:
            schema.prepare(connection, name=name)
        elif not schema.check(connection, name=name):
            return _in_memory(name)
    return DatabaseCaseFile(engine, name=name, path=path)


def _has_content(path: str) -> bool:
    try:
        return Path(path).stat().st_size > 0
    except FileNotFoundError:
        return False


def _in_memory(name: str) -> DatabaseCaseFile:
    engine = memory_engine()
    with transaction(engine, name=name, writing=True) as connection:
        schema.prepare(connection, name=name)
    return DatabaseCaseFile(engine, name=name, path="", kept=False)


def _refuse_damage(connection: Connection, *, name: str) -> None:
    if connection.scalar(text("PRAGMA quick_check(1)")) != "ok":
        raise Refusal("CASEFILE_DAMAGED", casefile=name)


class DatabaseCaseFile:
    """The dossier in a database; fits ``workflow.ports.CaseFile``. Made by ``open_casefile``."""

    def __init__(self, engine: Engine, *, name: str, path: str, kept: bool = True) -> None:
        self._engine = engine
        self._path = path
        self.name = name
        """Path or address, fit to be shown."""
        self.kept = kept
        """Whether anything stays; False for one in memory."""

    def _reading(self) -> AbstractContextManager[Connection]:
        return transaction(self._engine, name=self.name)

    def _writing(self) -> AbstractContextManager[Connection]:
        return transaction(self._engine, name=self.name, writing=True)

    def lock(self) -> AbstractContextManager[None]:
        """Hold the case file alone until the end of the block, or of the process.

        Raises:
            Refusal: CASEFILE_LOCKED at once when another holds it.
        """
        if not self.kept:
            return nullcontext()
        if self._path:
            return file_lock(self._path)
        return server_lock(self._engine, name=self.name)

    def events(self) -> tuple[Event, ...]:
        """All events, void ones included, in the order of recording."""
        with self._reading() as connection:
            columns = schema.present(connection, schema.events)
            rows = connection.execute(select(*columns).order_by(schema.events.c.sequence))
            return tuple(event_of(row) for row in rows.mappings())

    def observations(self) -> tuple[Observation, ...]:
        """What the list held on the days of the runs, in the order of recording."""
        with self._reading() as connection:
            columns = schema.present(connection, schema.observations)
            if not columns:
                return ()
            rows = connection.execute(select(*columns).order_by(schema.observations.c.sequence))
            return tuple(observation_of(row) for row in rows.mappings())

    def append(self, events: Iterable[Event]) -> int:
        """Add the events whose id is not there yet, in this order; returns how many were new."""
        with self._writing() as connection:
            return _add(connection, events)

    def runs(self) -> tuple[Run, ...]:
        """The runs that were carried out, oldest first, undone ones included."""
        table = schema.runs
        with self._reading() as connection:
            columns = schema.present(connection, table)
            rows = connection.execute(
                select(*columns).where(table.c.state != "started").order_by(table.c.sequence)
            )
            return tuple(run_of(row) for row in rows.mappings())

    def begin(self, run: Run, moves: Sequence[Move]) -> None:
        """Write down what is going to be made. The staged places must still be empty.

        Each staged place must lie on the disk of its final one, for it gets there by a rename.

        Raises:
            Refusal: CASEFILE_RUN_EXISTS; CASEFILE_STAGING_EXISTS, because what stands there would
                be removed if the run is not carried out.
        """
        for move in moves:
            if os.path.lexists(move.staged):
                raise Refusal("CASEFILE_STAGING_EXISTS", path=move.staged)
        with self._writing() as connection:
            table = schema.runs
            if connection.scalar(select(table.c.id).where(table.c.id == run.id)):
                raise Refusal("CASEFILE_RUN_EXISTS", run=run.id)
            connection.execute(
                insert(table).values(
                    **record_of_run(run), state="started", computer=platform.node()
                )
            )
            _plan(connection, run, moves)

    def commit(
        self, run: Run, events: Iterable[Event], observations: Iterable[Observation] = ()
    ) -> None:
        """Record events and observations and mark the run as carried out, in one transaction.

        Every file is on the disk itself before. A move whose staged place was never made is
        forgotten, unless there are documents among the events: they would be lost.

        Raises:
            Refusal: CASEFILE_RUN_GONE when the run was cleared away in the meantime,
                CASEFILE_STAGING_GONE when its documents were; nothing was recorded.
        """
        recorded = tuple(events)
        with self._writing() as connection:
            table = schema.moves
            for move in connection.execute(select(table).where(table.c.run == run.id)).all():
                if os.path.lexists(move.staged):
                    recovery.flush(move.staged)
                elif any(event.document for event in recorded):
                    raise Refusal("CASEFILE_STAGING_GONE", path=move.staged)
                else:
                    connection.execute(delete(table).where(table.c.position == move.position))
            if not _turn(connection, run, before=("started",), after="committed"):
                raise Refusal("CASEFILE_RUN_GONE", run=run.id)
            _add(connection, recorded)
            if seen := [record_of_observation(each) for each in observations]:
                connection.execute(insert(schema.observations), seen)

    def finish(self) -> tuple[Finding, ...]:
        """Bring every run to its end; what can't be done now is reported and tried again later.

        Committed files and folders get their place; a run that was not committed loses its
        staged files and is forgotten. Call it under the lock: first and last in every command.
        """
        if not self.kept:
            return ()
        return finish_runs(self._writing)

    def mark_undone(self, run: Run, events: Iterable[Event], moves: Sequence[Move]) -> None:
        """Record the void events, the state and the renames in one transaction.

        The renames themselves are done by ``finish``, now or after a crash.

        Raises:
            Refusal: CASEFILE_RUN_UNDONE when it was taken back before, or never carried out.
        """
        with self._writing() as connection:
            if not _turn(connection, run, before=("committed", "done"), after="undone"):
                raise Refusal("CASEFILE_RUN_UNDONE", run=run.id)
            _add(connection, events)
            _plan(connection, run, moves)

    def remember(self, signature: str, mapping: Mapping[str, str]) -> None:
        """Keep the confirmed mapping (field name to column header) of a header signature."""
        table = schema.mappings
        with self._writing() as connection:
            connection.execute(delete(table).where(table.c.signature == signature))
            connection.execute(
                insert(table).values(signature=signature, columns=json.dumps(dict(mapping)))
            )

    def remembered(self) -> Mapping[str, Mapping[str, str]]:
        """The confirmed mappings by header signature."""
        with self._reading() as connection:
            rows = connection.execute(select(schema.mappings)).all()
            return {row.signature: json.loads(row.columns) for row in rows}


def _add(connection: Connection, events: Iterable[Event]) -> int:
    """Add what is not there yet; of two events with one id the first counts."""
    given: dict[str, Event] = {}
    for event in events:
        given.setdefault(event.id, event)
    ids = list(given)
    column = schema.events.c.id
    for start in range(0, len(ids), _CHUNK):
        known = select(column).where(column.in_(ids[start : start + _CHUNK]))
        for found in connection.scalars(known).all():
            del given[found]
    if given:
        connection.execute(insert(schema.events), [record_of(event) for event in given.values()])
    return len(given)


def _plan(connection: Connection, run: Run, moves: Sequence[Move]) -> None:
    for move in moves:
        connection.execute(
            insert(schema.moves).values(run=run.id, staged=move.staged, final=move.final)
        )


def _turn(connection: Connection, run: Run, *, before: Sequence[str], after: str) -> bool:
    """Bring the run from one state to the next; False when it was not in the first."""
    table = schema.runs
    turned = connection.execute(
        update(table).where(table.c.id == run.id, table.c.state.in_(before)).values(state=after)
    )
    return turned.rowcount == 1
