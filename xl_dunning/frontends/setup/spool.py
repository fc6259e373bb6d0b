"""The files of the bridge: a press that VBA leaves in a folder, and the answer to it.

Every file is plain ASCII; texts are hex of UTF-16 code units, because VBA writes the machine's own
code page. A file gets its final name only when it is whole.
"""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path

ALIVE = "alive"
ALIVE_TEXT = "xl-dunning-brug 1\n"
_FIRST_LINE = "xl-dunning-press 1"
_LINES = 5
_CONTROL = re.compile(r"xld[A-Za-z]{1,40}")
_CHOICE = re.compile(r"[0-9A-Za-z]{0,40}")
_LEFT = ("*.press", "*.taken", "*.answer", "*.tmp", "*.tmp2")


@dataclass(frozen=True, slots=True, kw_only=True)
class Press:
    """A click on the tab as the bridge carries it."""

    control: str
    choice: str
    book: str
    """Full name of the workbook: a path, or a URL in the cloud."""
    book_name: str


def read_press(text: str) -> Press | None:
    """The press that a file holds; None for anything that is none: nothing else is ever run."""
    lines = text.splitlines()
    if len(lines) != _LINES or lines[0] != _FIRST_LINE:
        return None
    control, choice = lines[1], lines[2]
    if not (_CONTROL.fullmatch(control) and _CHOICE.fullmatch(choice)):
        return None
    try:
        book, name = (from_hex(line) for line in lines[3:])
    except ValueError:
        return None
    return Press(control=control, choice=choice, book=book, book_name=name)


def to_hex(text: str) -> str:
    """The text as hex.

    >>> to_hex("A€"), from_hex("004120AC")
    ('004120AC', 'A€')
    """
    return text.encode("utf-16-be").hex().upper()


def from_hex(line: str) -> str:
    """The text behind the hex.

    Raises:
        ValueError: when it is no hex of UTF-16.
    """
    return bytes.fromhex(line).decode("utf-16-be")


def claim(press: Path) -> Path | None:
    """Take a press to be ours by renaming it; None when VBA took it back first."""
    taken = press.with_suffix(".taken")
    try:
        press.rename(taken)
    except OSError:
        return None
    return taken


def answer(taken: Path, sentence: str) -> None:
    """Tell how a press ended: done when there is no sentence."""
    half = taken.with_suffix(".tmp2")
    word = "fout" if sentence else "klaar"
    half.write_text(f"{word}\n{to_hex(sentence)}\n", encoding="ascii")
    half.replace(taken.with_suffix(".answer"))
    taken.unlink(missing_ok=True)


def clear(folder: Path) -> None:
    """Remove what is left of an earlier time: an old press must not suddenly run."""
    for pattern in _LEFT:
        for path in folder.glob(pattern):
            with suppress(OSError):
                path.unlink()
