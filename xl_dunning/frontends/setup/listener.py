"""``xl-dunning attach``: does in this process what the tab asks, without Excel starting one.

Three threads of work: one keeps ``alive`` fresh, also while a press is worked on; one claims every
press at once; the caller's own thread does them, one after the other (Excel wants one thread).
"""

from __future__ import annotations

import os
import queue
import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import TypeAlias

from xl_dunning.frontends.messages_nl import sentence
from xl_dunning.frontends.setup.spool import (
    ALIVE,
    ALIVE_TEXT,
    Press,
    answer,
    claim,
    clear,
    read_press,
)
from xl_dunning.rules.findings import Refusal

Work: TypeAlias = Callable[[Press], str]
"""Does a press; returns the sentence of what went wrong, or nothing."""
Tell: TypeAlias = Callable[[str], None]

_POLL = 0.05
_FRESH_EVERY = 1.0
_LOCK = "attach.slot"


def listen(folder: Path, work: Work, *, tell: Tell, stop: threading.Event | None = None) -> None:
    """Serve the folder until ``stop`` is set or Ctrl-C; ``alive`` is gone afterwards.

    Raises:
        Refusal: ATTACH_RUNS when another one listens, ATTACH_FOLDER when it can't be made.
    """
    ended = stop or threading.Event()
    try:
        folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    except OSError:
        raise Refusal("ATTACH_FOLDER", folder=str(folder)) from None
    with _only_one(folder), _helpers(folder, ended) as waiting:
        tell(sentence("ATTACH_LISTENS", {"folder": str(folder)}))
        while not ended.is_set():
            with suppress(queue.Empty):
                _serve(waiting.get(timeout=_POLL), work, tell)


def _serve(taken: Path, work: Work, tell: Tell) -> None:
    press = None
    try:
        press = read_press(taken.read_text(encoding="ascii"))
        said = work(press) if press else sentence("ATTACH_UNREADABLE", {})
    except SystemExit as stopped:
        said = str(stopped.code or "")
    except Exception as problem:  # noqa: BLE001 - whatever happens, Excel waits for an answer
        said = sentence("ATTACH_FAILED", {"problem": f"{type(problem).__name__}: {problem}"})
    with suppress(OSError):
        answer(taken, said)
    tell(f"{press.control if press else '?'}: {said or 'klaar'}")


@contextmanager
def _helpers(folder: Path, ended: threading.Event) -> Iterator[queue.Queue[Path]]:
    waiting: queue.Queue[Path] = queue.Queue()
    clear(folder)
    _refresh(folder)
    threads = [
        threading.Thread(target=_stay_alive, args=(folder, ended), daemon=True),
        threading.Thread(target=_watch, args=(folder, ended, waiting), daemon=True),
    ]
    for thread in threads:
        thread.start()
    try:
        yield waiting
    finally:
        ended.set()
        for thread in threads:
            thread.join()
        with suppress(OSError):
            (folder / ALIVE).unlink()


def _stay_alive(folder: Path, ended: threading.Event) -> None:
    while not ended.wait(_FRESH_EVERY):
        with suppress(OSError):
            _refresh(folder)


def _refresh(folder: Path) -> None:
    (folder / ALIVE).write_text(ALIVE_TEXT, encoding="ascii")


def _watch(folder: Path, ended: threading.Event, waiting: queue.Queue[Path]) -> None:
    while not ended.wait(_POLL):
        with suppress(OSError):
            for press in sorted(folder.glob("*.press")):
                if taken := claim(press):
                    waiting.put(taken)


@contextmanager
def _only_one(folder: Path) -> Iterator[None]:
    """Holds a lock that the system lets go when this process ends, however it ends."""
    with (folder / _LOCK).open("a+b") as slot:
        try:
            _lock(slot.fileno())
        except OSError:
            raise Refusal("ATTACH_RUNS", folder=str(folder)) from None
        yield


def _lock(number: int) -> None:
    if os.name == "nt":  # pragma: no cover - Windows only
        import msvcrt  # noqa: PLC0415

        msvcrt.locking(number, msvcrt.LK_NBLCK, 1)  # type: ignore[attr-defined,unused-ignore]
        return
    import fcntl  # noqa: PLC0415

    fcntl.flock(number, fcntl.LOCK_EX | fcntl.LOCK_NB)
