"""Ending the runs that a crash, a kill or a file in use left half-way.

Every step is written down before or after one rename, never beside it: whatever moment the
process ends, the next start sees from the files themselves how far it came.
"""

from __future__ import annotations

import os
import platform
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager
from typing import Any, TypeAlias

from sqlalchemy import Connection, Row, delete, select, update

from xl_dunning.casefile import recovery, schema
from xl_dunning.casefile.recovery import Arrival
from xl_dunning.rules.findings import Finding, warning
from xl_dunning.workflow.ports import Move

Writing: TypeAlias = Callable[[], AbstractContextManager[Connection]]
"""Opens a transaction on the case file."""


def finish_runs(writing: Writing) -> tuple[Finding, ...]:
    """Carry out every move that is still open, clear away what was never recorded."""
    runs, moves = schema.runs, schema.moves
    with writing() as connection:
        open_runs = connection.execute(
            select(runs).where(runs.c.state.in_(("started", "committed", "undone")))
        ).all()
        waiting = connection.execute(select(moves).order_by(moves.c.position)).all()
    found: list[Finding] = []
    for run in open_runs:
        own = [move for move in waiting if move.run == run.id]
        if run.computer != platform.node() and not _any_here(own):
            found.extend(_elsewhere(run) if own and run.state != "started" else ())
        elif run.state == "started":
            found.extend(_forget(writing, run, own))
        else:
            found.extend(_complete(writing, run, own))
    return tuple(found)


def _any_here(moves: list[Row[Any]]) -> bool:
    return any(os.path.lexists(move.staged) for move in moves)


def _elsewhere(run: Row[Any]) -> Iterator[Finding]:
    yield warning("CASEFILE_MOVE_ELSEWHERE", run=run.id, computer=run.computer)


def _forget(writing: Writing, run: Row[Any], moves: list[Row[Any]]) -> Iterator[Finding]:
    """Remove what was staged for a run that was never recorded, then the run."""
    for move in moves:
        try:
            recovery.discard(move.staged)
        except OSError:
            yield warning("CASEFILE_STAGING_STAYS", run=run.id, path=move.staged)
            return
    with writing() as connection:
        connection.execute(delete(schema.moves).where(schema.moves.c.run == run.id))
        connection.execute(delete(schema.runs).where(schema.runs.c.id == run.id))


def _complete(writing: Writing, run: Row[Any], moves: list[Row[Any]]) -> Iterator[Finding]:
    """Give the files of a recorded run their place, in order; a later move may need an earlier."""
    for planned in moves:
        move = Move(staged=planned.staged, final=planned.final)
        state = recovery.arrival(move)
        if state is Arrival.LOST:
            yield warning("CASEFILE_MOVE_LOST", run=run.id, staged=move.staged, final=move.final)
        elif state is Arrival.WAITING:
            try:
                yield from _place(writing, run, planned.position, move)
            except OSError:
                yield warning(
                    "CASEFILE_MOVE_WAITS", run=run.id, staged=move.staged, final=move.final
                )
                return
        with writing() as connection:
            connection.execute(
                delete(schema.moves).where(schema.moves.c.position == planned.position)
            )
    if run.state == "committed":
        with writing() as connection:
            connection.execute(
                update(schema.runs)
                .where(schema.runs.c.id == run.id, schema.runs.c.state == "committed")
                .values(state="done")
            )


def _place(writing: Writing, run: Row[Any], position: int, move: Move) -> Iterator[Finding]:
    place = recovery.free_place(move)
    if place != move.final:
        # Written down first: after a kill the file must be looked for where it went.
        with writing() as connection:
            connection.execute(
                update(schema.moves).where(schema.moves.c.position == position).values(final=place)
            )
            connection.execute(
                update(schema.runs)
                .where(schema.runs.c.id == run.id, schema.runs.c.letters_dir == move.final)
                .values(letters_dir=place)
            )
    recovery.carry_out(Move(staged=move.staged, final=place))
    if place != move.final:
        yield warning("CASEFILE_MOVE_RENAMED", run=run.id, wanted=move.final, path=place)
