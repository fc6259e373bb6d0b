"""Letters as they were sent, found again on disk and held to their fingerprint in the log."""

from __future__ import annotations

import os
import unicodedata
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from functools import cache
from hashlib import sha256
from pathlib import Path

_DEEPEST = 4
"""Folders below a root: ``brieven/2026/week 47/2026-11-21-1``."""
_MOST_FILES = 50_000
"""More files than this are no archive of letters: somebody's whole disk is not searched."""


class NotFound(StrEnum):
    """Why a letter can't be shown as it was sent."""

    MISSING = "missing"
    CHANGED = "changed"
    """There is a file of that name, but not with the content that was sent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class FileOnDisk:
    """A file as it was read at one moment."""

    name: str
    content: bytes

    @property
    def sha256(self) -> str:
        """Its fingerprint."""
        return sha256(self.content).hexdigest()


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterInLog:
    """What the log knows of the file of a letter."""

    document: str
    sha256: str = ""
    """Empty when the log holds none: then any file of that name is believed."""
    folder: Path | None = None
    """Where its run put it; the folder may have been renamed or moved since."""


def find_letters(
    wanted: Iterable[LetterInLog], *, roots: Sequence[Path]
) -> tuple[FileOnDisk | NotFound, ...]:
    """Each letter as it was sent, or why it can't be had.

    First at the place where its run put it, then under its name anywhere below the ``roots``, then
    under any other name with the same fingerprint.
    """

    @cache
    def below() -> tuple[Path, ...]:
        return tuple(dict.fromkeys(path for root in roots for path in _files(root)))

    @cache
    def fingerprints(suffix: str) -> dict[str, Path]:
        read = ((path, read_file(path)) for path in below() if path.suffix.casefold() == suffix)
        return {file.sha256: path for path, file in read if file}

    def search(letter: LetterInLog) -> FileOnDisk | NotFound:
        if letter.folder and (there := read_file(letter.folder / letter.document)):
            if letter.sha256 in ("", there.sha256):
                return there
            changed = True
        else:
            changed = False
        name = _folded(letter.document)
        for path in below():
            if _folded(path.name) == name and (file := read_file(path)):
                if letter.sha256 in ("", file.sha256):
                    return file
                changed = True
        suffix = Path(letter.document).suffix.casefold()
        renamed = fingerprints(suffix).get(letter.sha256) if letter.sha256 else None
        if renamed and (file := read_file(renamed)):
            return file
        return NotFound.CHANGED if changed else NotFound.MISSING

    return tuple(search(letter) for letter in wanted)


def read_file(path: Path) -> FileOnDisk | None:
    """The file; None when it is not there or can't be read."""
    try:
        return FileOnDisk(name=path.name, content=path.read_bytes())
    except (OSError, ValueError):
        return None


def _files(root: Path) -> Iterator[Path]:
    """The files below the root in a fixed order; hidden folders are not looked into."""
    seen = 0
    depth = len(root.parts)
    for folder, below, names in os.walk(root):
        here = Path(folder)
        inside = len(here.parts) - depth < _DEEPEST
        below[:] = sorted(name for name in below if inside and not name.startswith("."))
        for name in sorted(names):
            seen += 1
            if seen > _MOST_FILES:
                return
            yield here / name


def _folded(name: str) -> str:
    return unicodedata.normalize("NFC", name).casefold()
