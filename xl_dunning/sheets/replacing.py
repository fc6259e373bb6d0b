"""A file that appears whole or not at all: written beside its place, then renamed over it."""

from __future__ import annotations

import errno
import os
import shutil
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from uuid import uuid4

from xl_dunning.rules.findings import Refusal


def write_whole(
    target: Path,
    content: bytes,
    *,
    replace: Callable[[Path, Path], None] = os.replace,
) -> None:
    """Write a new file in the target's folder, then put it in the target's place.

    A crash leaves the old file as it was. A link is followed; rights of an old file are kept.

    Raises:
        Refusal: TARGET_FOLDER_MISSING, TARGET_FOLDER_CLOSED (no right to write there),
            TARGET_IN_USE (open in Excel), TARGET_DISK_FULL or TARGET_FAILED.
    """
    place = target.resolve()
    beside = place.with_name(f".{place.stem}-{uuid4().hex[:8]}.tmp")
    try:
        with beside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
    except BaseException as problem:
        beside.unlink(missing_ok=True)
        if isinstance(problem, OSError):
            raise _refusal(problem, target) from problem
        raise
    try:
        if place.exists():
            shutil.copymode(place, beside)
        replace(beside, place)
    except OSError as problem:
        beside.unlink(missing_ok=True)
        if isinstance(problem, PermissionError):
            raise Refusal("TARGET_IN_USE", file=target.name) from problem
        raise _refusal(problem, target) from problem


def clear_remains(folder: Path, *, of: str) -> None:
    """Remove what killed writings left of the files whose stem fits the pattern ``of``.

    The caller must hold the lock under which those files are written.
    """
    for remains in folder.glob(f".{of}-????????.tmp"):
        with suppress(OSError):  # still open elsewhere: the next run tries again
            remains.unlink()


def _refusal(problem: OSError, target: Path) -> Refusal:
    folder = str(target.parent)
    if isinstance(problem, FileNotFoundError | NotADirectoryError):
        return Refusal("TARGET_FOLDER_MISSING", file=target.name, folder=folder)
    if isinstance(problem, PermissionError) or problem.errno == errno.EROFS:
        return Refusal("TARGET_FOLDER_CLOSED", file=target.name, folder=folder)
    if problem.errno == errno.ENOSPC:
        return Refusal("TARGET_DISK_FULL", file=target.name, folder=folder)
    return Refusal("TARGET_FAILED", file=target.name, folder=folder)
