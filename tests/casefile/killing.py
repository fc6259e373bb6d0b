"""Starts an act again and again, each time killed (``kill -9``) one step later.

A program of its own, so that it can fork safely: ``python -m tests.casefile.killing ACT FOLDER``.
For each step it makes a folder ``FOLDER/<number>`` and leaves in it what the kill left. A step is
any opening, making, renaming or removing of a file in that folder, and every change and commit of
the database. The last folder is that of the act that ran to its end.
"""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

from sqlalchemy import Engine, event

from tests.casefile.samples import LETTER, PROMISE, RUN, void
from tests.casefile.version_1 import make_old
from xl_dunning.casefile import opening
from xl_dunning.casefile.store import DatabaseCaseFile, open_casefile
from xl_dunning.workflow.ports import Move

_ON_FILES = ("open", "os.", "shutil.")
_READS = ("SELECT", "PRAGMA")
"""Statements that leave nothing: a kill before one is a kill before the next change."""

NO_POWER_CUT = "OFF"
"""A kill takes nothing from the operating system; waiting for the disk would only cost time."""

LETTERS = ("10023 herinnering.docx", "10024 herinnering.docx")


def killed_everywhere(act: str, base: Path) -> list[Path]:
    """What the kills left: one folder per step of the act, the last one not killed."""
    subprocess.run(
        [sys.executable, "-m", "tests.casefile.killing", act, str(base)],
        cwd=Path(__file__).parents[2],
        check=True,
    )
    return sorted(base.iterdir(), key=lambda folder: int(folder.name))


def moves(folder: Path) -> tuple[Move, Move]:
    """The letters, a folder; and the workbook, a file that is there already."""
    return (
        Move(staged=str(folder / ".brieven-nieuw"), final=str(folder / "brieven")),
        Move(staged=str(folder / ".lijst-nieuw"), final=str(folder / "lijst.xlsx")),
    )


def undone_moves(folder: Path) -> tuple[Move, Move]:
    """The renames when a run is taken back."""
    return (
        Move(staged=str(folder / "brieven"), final=str(folder / "brieven (ingetrokken)")),
        Move(staged=str(folder / "lijst.xlsx"), final=str(folder / "lijst (ingetrokken).xlsx")),
    )


def casefile_in(folder: Path) -> DatabaseCaseFile:
    """The case file of the folder."""
    return open_casefile(str(folder / "dossier.db"))


def start_run(folder: Path) -> DatabaseCaseFile:
    """Everything of a run up to its registration."""
    casefile = casefile_in(folder)
    casefile.finish()
    casefile.begin(RUN, moves(folder))
    letters, workbook = moves(folder)
    Path(letters.staged).mkdir()
    for name in LETTERS:
        (Path(letters.staged) / name).write_bytes(b"brief")
    Path(workbook.staged).write_bytes(b"nieuw")
    return casefile


def run(folder: Path) -> None:
    """A whole run."""
    with casefile_in(folder).lock():
        casefile = start_run(folder)
        casefile.commit(RUN, [LETTER, PROMISE])
        casefile.finish()


def undo(folder: Path) -> None:
    """Taking the run back."""
    casefile = casefile_in(folder)
    with casefile.lock():
        casefile.finish()
        casefile.mark_undone(RUN, [void("intrekking-1", of=LETTER.id)], undone_moves(folder))
        casefile.finish()


def clear(folder: Path) -> None:
    """The start after a run that was cut off before its registration."""
    casefile = casefile_in(folder)
    with casefile.lock():
        casefile.finish()


def old_casefile(folder: Path) -> None:
    """A case file of the first version."""
    make_old(folder / "dossier.db")


def _nothing(_: Path) -> None:
    pass


ACTS: dict[str, tuple[Callable[[Path], object], Callable[[Path], object]]] = {
    "run": (_nothing, run),
    "undo": (run, undo),
    "clear": (start_run, clear),
    "upgrade": (old_casefile, casefile_in),
}
"""What is done before, and the act that is killed."""


def _kill_at(number: int, folder: Path) -> None:
    """From now on count the steps, and end this process without a word at that one."""
    steps = 0

    def step(*_: object, **__: object) -> None:
        nonlocal steps
        steps += 1
        if steps == number:
            os.kill(os.getpid(), signal.SIGKILL)

    def audited(name: str, arguments: tuple[object, ...]) -> None:
        here = any(str(folder) in str(argument) for argument in arguments)
        if here and name.startswith(_ON_FILES):
            step()

    def executed(_: object, __: object, statement: str, *___: object) -> None:
        if not statement.lstrip().startswith(_READS):
            step()

    sys.addaudithook(audited)
    event.listen(Engine, "before_cursor_execute", executed)
    event.listen(Engine, "commit", step)


def main(act: str, base: Path) -> None:
    """Kill the act at its first step, then at its second, until it comes to its end."""
    opening._SYNCHRONOUS = NO_POWER_CUT
    before, killed = ACTS[act]
    number, status = 0, -1
    while status != 0:
        number += 1
        folder = base / str(number)
        folder.mkdir()
        (folder / "lijst.xlsx").write_bytes(b"oud")
        before(folder)
        child = os.fork()
        if child == 0:
            _kill_at(number, folder)
            killed(folder)
            os._exit(0)
        status = os.waitpid(child, 0)[1]
        if status not in (0, signal.SIGKILL):
            sys.exit(f"step {number} ended with {status}")


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
