"""A zip from outside, opened with distrust: nothing is unpacked that was not promised to be small.

All limits are checked on the list of contents, before the first byte is unpacked; while unpacking
never more is read than that list promised.
"""

from __future__ import annotations

import zlib
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import BinaryIO
from zipfile import ZIP_DEFLATED, ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from xl_dunning.rules.findings import Refusal

MAX_BYTES = 4 << 30
"""Unpacked, for one part and for all together."""
SMALL = 100_000_000
"""Bytes unpacked below which the ratio does not matter."""
MAX_RATIO = 300
"""Unpacked to packed; a real workbook of more than 100 MB stays below 50."""

_BLOCK = 1 << 17
_BROKEN = (BadZipFile, zlib.error, EOFError, KeyError, OSError, ValueError, NotImplementedError)
_ENCRYPTED = 0x1


@dataclass(frozen=True, slots=True)
class Package:
    """An opened zip. ``parts`` maps name (lower case, forward slashes) to entry."""

    zip: ZipFile
    parts: Mapping[str, ZipInfo]


def open_package(file: BinaryIO) -> Package:
    """Open a zip and check its list of contents against the limits.

    Raises:
        Refusal: FILE_CORRUPT, FILE_BOMB or FILE_DOUBLE_PART.
    """
    size = file.seek(0, 2)
    with honest():
        opened = ZipFile(file)
        entries = opened.infolist()
    parts: dict[str, ZipInfo] = {}
    for entry in entries:
        name = part_name(entry.filename)
        if name in parts:
            raise Refusal("FILE_DOUBLE_PART", part=entry.filename)
        if entry.flag_bits & _ENCRYPTED or entry.compress_type not in {ZIP_STORED, ZIP_DEFLATED}:
            raise Refusal("FILE_CORRUPT")
        if _swells(entry.file_size, entry.compress_size):
            raise Refusal("FILE_BOMB")
        parts[name] = entry
    # Against the real length: entries that overlap may each claim the same packed bytes.
    if _swells(sum(entry.file_size for entry in entries), size):
        raise Refusal("FILE_BOMB")
    return Package(opened, parts)


def part_name(name: str) -> str:
    r"""The one spelling under which a part is known.

    >>> part_name("\\xl\\Workbook.xml")
    'xl/workbook.xml'
    """
    return name.replace("\\", "/").lstrip("/").lower()


def part_chunks(package: Package, name: str) -> Iterator[bytes]:
    """The unpacked bytes of a part, block by block; the checksum is checked at the end.

    Raises:
        Refusal: FILE_CORRUPT when the part is not there, is cut off or has a bit error.
    """
    with honest():
        entry = package.parts[part_name(name)]
        with package.zip.open(entry) as part:
            # In blocks on purpose: read() at once unpacks beyond the promised size first.
            while block := part.read(_BLOCK):
                yield block


@contextmanager
def honest() -> Iterator[None]:
    """Turn all that a damaged zip can raise into one refusal.

    Raises:
        Refusal: FILE_CORRUPT.
    """
    try:
        yield
    except _BROKEN as broken:
        raise Refusal("FILE_CORRUPT") from broken


def _swells(unpacked: int, packed: int) -> bool:
    return unpacked > MAX_BYTES or (unpacked > SMALL and unpacked > MAX_RATIO * packed)
