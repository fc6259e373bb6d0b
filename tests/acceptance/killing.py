"""Runs the whole command again and again, each time killed (``kill -9``) somewhere else.

A program of its own, so that it can fork safely: ``python -m tests.acceptance.killing BASE COUNT``.
First the command runs to its end while its steps are counted: every opening for writing, making,
renaming and removing of a file below the company's folder, and every change and commit of the
database. Then COUNT folders ``BASE/<step>`` are left as a kill at that step left them.
"""

from __future__ import annotations

import os
import shutil
import signal
import sys
from collections.abc import Callable
from pathlib import Path
from typing import TypeAlias

from sqlalchemy import Engine, event

from tests.acceptance.company import Company, cli, letter

Words: TypeAlias = Callable[[Path], list[object]]
"""The command to be killed, typed for the company in a folder."""

DAY = "2026-03-24"
LIST = """
    Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand
    F1            | 1              | 2026-03-02  | 100.00
    F2            | 1              | 2026-03-02  | 50.00
    F3            | 2              | 2026-03-02  | 200.00
    F4            | 3              | 2026-03-02  | 300.00
"""
_ON_FILES = ("os.", "shutil.", "open")
_READS = ("SELECT", "PRAGMA", "BEGIN")


def company_in(folder: Path) -> Company:
    """The company in the folder, with the policy that lies there."""
    return Company(folder=folder, policies=(str(folder / "proef.toml"),))


def prepare(folder: Path) -> None:
    """A company that had its first round, so that there is something to replace."""
    folder.mkdir()
    made = Company(folder=folder).policy(letter("een", 5), letter("twee", 20)).listed(LIST)
    made.run("2026-03-09")


def words_of_run(folder: Path) -> list[object]:
    """The run that is killed, as it is typed."""
    return company_in(folder).words("--as-of", DAY)


def killed(words: Words, folder: Path, *, at: int) -> int:
    """Do it in a child process that is killed at that step; 0 lets it end. Returns its status."""
    child = os.fork()
    if child:
        return os.waitpid(child, 0)[1]
    steps = _count(folder, at)
    outcome = cli(*words(folder))
    (folder / "stappen").write_text(str(steps[0]))
    os._exit(outcome.code)


def _count(folder: Path, at: int) -> list[int]:
    """From now on count the steps, and end this process without a word at that one."""
    steps = [0]

    def step() -> None:
        steps[0] += 1
        if steps[0] == at:
            os.kill(os.getpid(), signal.SIGKILL)

    def audited(name: str, arguments: tuple[object, ...]) -> None:
        if not name.startswith(_ON_FILES) or str(folder) not in str(arguments):
            return
        if name == "open":
            mode, flags = arguments[1], arguments[2]
            writes = isinstance(flags, int) and flags & (os.O_WRONLY | os.O_RDWR | os.O_CREAT)
            if not (writes or (isinstance(mode, str) and set(mode) & set("wax+"))):
                return
        if name not in ("os.listdir", "os.scandir"):
            step()

    def executed(_: object, __: object, statement: str, *___: object) -> None:
        if not statement.lstrip().startswith(_READS):
            step()

    sys.addaudithook(audited)
    event.listen(Engine, "before_cursor_execute", executed)
    event.listen(Engine, "commit", lambda *_: step())
    return steps


def leave_killed(base: Path, count: int, *, prepare: Callable[[Path], None], words: Words) -> None:
    """Count the steps of the whole command, then kill it at so many of them, evenly spread."""
    start = base / "begin"
    prepare(start)
    whole = base / "heel"
    shutil.copytree(start, whole)
    if status := killed(words, whole, at=0):
        sys.exit(f"the command itself ended with {status}")
    total = int((whole / "stappen").read_text())
    points = sorted({1 + number * (total - 1) // (count - 1) for number in range(count)})
    for point in points:
        folder = base / str(point)
        shutil.copytree(start, folder)
        status = killed(words, folder, at=point)
        if status != signal.SIGKILL:
            sys.exit(f"step {point} of {total} ended with {status}")


if __name__ == "__main__":
    leave_killed(Path(sys.argv[1]), int(sys.argv[2]), prepare=prepare, words=words_of_run)
