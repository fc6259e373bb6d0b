"""File names for letters that every system accepts and that sort by stage and debtor."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date

LONGEST = 120
"""Bytes in UTF-8 of a whole file name: with a folder before it, Windows still opens the file."""

_LONGEST_STAGE = 40
"""Bytes: a title may be a sentence, and the customer's name is what the user looks for."""

_RESERVED = frozenset(
    {"con", "prn", "aux", "nul", "conin$", "conout$", "clock$"}
    | {port + digit for port in ("com", "lpt") for digit in "0123456789¹²³"}
)
_FORBIDDEN = re.compile(r'[<>:"/\\|?*_]+')
_EDGES = " .-~$"
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})


def safe_name(text: str) -> str:
    r"""One part of a file name: no path, no device name, nothing invisible, clean at its ends.

    >>> safe_name("..\\..\\Jansen & Zn. "), safe_name("CON"), safe_name("~$temp")
    ('Jansen en Zn', '-CON', 'temp')
    """
    whole = unicodedata.normalize("NFC", text.encode("utf-8", "ignore").decode())
    seen = "".join(" " if sign.isspace() else sign for sign in whole if _is_visible(sign))
    seen = _FORBIDDEN.sub("-", seen.replace("&", " en "))
    seen = re.sub(r"\.{2,}", ".", " ".join(seen.split())).strip(_EDGES)
    # Windows looks at what stands before the first dot only.
    return f"-{seen}" if seen.split(".")[0].strip().casefold() in _RESERVED else seen


def letter_name(*, stage: str, debtor: str, name: str, day: date, suffix: str = ".docx") -> str:
    """The name ``<stage>_<debtor number>_<name>_<ISO date>.docx``.

    A long title of a stage is cut, then the name gives way to length.
    """
    front = [part for part in (_cut(safe_name(stage), _LONGEST_STAGE), safe_name(debtor)) if part]
    tail = f"_{day.isoformat()}{suffix}"
    head = _cut("_".join(front) or "Brief", LONGEST - _size(tail))
    room = LONGEST - _size(head) - _size(tail) - 1
    middle = _cut(safe_name(name), max(room, 0))
    return f"{head}_{middle}{tail}" if middle else f"{head}{tail}"


def unique_names(wanted: Iterable[str]) -> Iterator[str]:
    """The names in order, a doubled one with a number; capitals make no difference on Windows."""
    taken: set[str] = set()
    for name in wanted:
        stem, dot, suffix = name.rpartition(".")
        free, number = name, 2
        while _folded(free) in taken:
            mark = f"~{number}"
            free = f"{_cut(stem, LONGEST - _size(mark) - _size(dot + suffix))}{mark}{dot}{suffix}"
            number += 1
        taken.add(_folded(free))
        yield free


def _is_visible(sign: str) -> bool:
    return sign.isspace() or unicodedata.category(sign) not in _INVISIBLE


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()


def _size(text: str) -> int:
    return len(text.encode())


def _cut(text: str, room: int) -> str:
    return text.encode()[:room].decode("utf-8", "ignore").rstrip(_EDGES) if room > 0 else ""
