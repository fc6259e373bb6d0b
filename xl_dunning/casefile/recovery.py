"""Bringing files to their place, so that a kill at any moment leaves all or nothing.

One rename per file or folder. What stands at the final place is never lost: a file gives way only
to a newer one of ours, a folder never.
"""

from __future__ import annotations

import os
import shutil
from concurrent.futures import ThreadPoolExecutor
from enum import StrEnum
from pathlib import Path

from xl_dunning.workflow.ports import Move


class Arrival(StrEnum):
    """What is known about a move before it is made."""

    WAITING = "waiting"
    ARRIVED = "arrived"
    LOST = "lost"


def arrival(move: Move) -> Arrival:
    """Whether the file still waits, has arrived, or is at neither place."""
    if os.path.lexists(move.staged):
        return Arrival.WAITING
    return Arrival.ARRIVED if os.path.lexists(move.final) else Arrival.LOST


def free_place(move: Move) -> str:
    """The final place, or the next free name beside it when something there must stay.

    What must stay: any folder, and a file that was saved after ours was made, for then its user
    has worked on it since.
    """
    staged, final = Path(move.staged), Path(move.final)
    if not os.path.lexists(final):
        return move.final
    if staged.is_file() and final.is_file():
        ours, theirs = staged.stat().st_mtime_ns, final.stat().st_mtime_ns
        if ours >= theirs:
            return move.final
    suffix = "" if staged.is_dir() else final.suffix
    stem = final.name.removesuffix(suffix)
    number = 2
    while os.path.lexists(place := final.with_name(f"{stem} ({number}){suffix}")):
        number += 1
    return str(place)


def carry_out(move: Move) -> None:
    """Rename the staged file or folder; afterwards the new name is on disk.

    Raises:
        OSError: when it is open elsewhere, or may not be moved there.
    """
    final = Path(move.final)
    final.parent.mkdir(parents=True, exist_ok=True)
    Path(move.staged).replace(final)
    _flush_folder(final.parent)


def discard(path: str) -> None:
    """Remove a staged file or folder, if it is there.

    Raises:
        OSError: when it is open elsewhere.
    """
    place = Path(path)
    if place.is_dir() and not place.is_symlink():
        shutil.rmtree(place)
    elif os.path.lexists(place):
        place.unlink()


def flush(path: str) -> None:
    """Bring a file, or a folder with all that is in it, onto the disk itself."""
    place = Path(path)
    if not place.is_dir():
        _flush_file(place)
        return
    inside = list(place.rglob("*"))
    with ThreadPoolExecutor(max_workers=8) as pool:
        list(pool.map(_flush_file, (item for item in inside if item.is_file())))
    for folder in (*(item for item in inside if item.is_dir()), place):
        _flush_folder(folder)


def _flush_file(path: Path) -> None:
    # Windows flushes only what was opened for writing.
    with path.open("r+b" if os.name == "nt" else "rb") as file:
        os.fsync(file.fileno())


def _flush_folder(path: Path) -> None:
    if os.name == "nt":  # where folders can't be opened, nor need to be
        return
    handle = os.open(path, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
