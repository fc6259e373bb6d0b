"""Writing a compound file, the container of a VBA project: [MS-CFB] version 3.

Section numbers are those of [MS-CFB], Compound File Binary File Format.
"""

from __future__ import annotations

import struct
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TypeAlias

Folder: TypeAlias = Mapping[str, "bytes | Folder"]
"""Name to the bytes of a stream, or to a storage with streams of its own."""

_SECTOR, _MINI_SECTOR, _CUTOFF = 512, 64, 4096
_ENTRY = 128
_IN_SECTOR = _SECTOR // 4
"""Sector numbers that fit in one sector."""
_IN_HEADER = 109
"""Sectors of the FAT that the header can name (2.5)."""
_FREE, _END, _OF_FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD
_NONE = 0xFFFFFFFF
_LONGEST_NAME = 31
_FORBIDDEN = frozenset("/\\:!")

_UNUSED, _STORAGE, _STREAM, _ROOT = 0, 1, 2, 5
_BLACK = 1


@dataclass(slots=True)
class _Entry:
    """One directory entry (2.6.1) while the file is put together."""

    name: str
    kind: int
    data: bytes = b""
    left: int = _NONE
    right: int = _NONE
    child: int = _NONE
    start: int = 0


@dataclass(slots=True)
class _Chains:
    """An allocation table and the sectors that it is about (2.3)."""

    sector: int
    table: list[int] = field(default_factory=list)
    body: bytearray = field(default_factory=bytearray)

    def put(self, data: bytes) -> int:
        """Store the data; returns its first sector, or the end mark when there is none."""
        count = -(-len(data) // self.sector)
        if not count:
            return _END
        first = len(self.table)
        self.table += [*range(first + 1, first + count), _END]
        self.body += data + bytes(-len(data) % self.sector)
        return first


def compound_file(streams: Folder) -> bytes:
    r"""The bytes of a compound file with these streams and storages; the same for the same input.

    Raises:
        ValueError: when a name is longer than 31 UTF-16 units, holds one of ``/ \ : !`` or stands
            twice in its folder but for case, or when the whole is more than about 7 MB.
    """
    entries = [_Entry("Root Entry", _ROOT)]
    entries[0].child = _add(entries, streams)
    sectors, mini = _Chains(_SECTOR), _Chains(_MINI_SECTOR)
    for entry in entries:
        if entry.kind == _STREAM:
            entry.start = (mini if len(entry.data) < _CUTOFF else sectors).put(entry.data)
    entries[0].data = bytes(mini.body)
    entries[0].start = sectors.put(entries[0].data)
    mini_table = _numbers(mini.table)
    mini_start = sectors.put(mini_table)
    directory_start = sectors.put(_directory(entries))
    fat_start, fat_sectors = len(sectors.table), _fat_sectors(len(sectors.table))
    table = _numbers([*sectors.table, *[_OF_FAT] * fat_sectors])
    header = struct.pack(
        "<8s16sHHHHH6s9I",
        bytes.fromhex("d0cf11e0a1b11ae1"),
        bytes(16),
        0x003E,  # minor version
        3,  # major version: sectors of 512 bytes
        0xFFFE,  # byte order
        9,  # 2 ** 9 = 512
        6,  # 2 ** 6 = 64
        bytes(6),
        0,  # directory sectors are not counted in version 3
        fat_sectors,
        directory_start,
        0,  # no transactions
        _CUTOFF,
        mini_start,
        len(mini_table) // _SECTOR,
        _END,  # no sectors with more of the list of FAT sectors
        0,
    )
    where = [fat_start + number for number in range(fat_sectors)]
    where += [_FREE] * (_IN_HEADER - fat_sectors)
    return header + struct.pack(f"<{_IN_HEADER}I", *where) + bytes(sectors.body) + table


def _fat_sectors(used: int) -> int:
    """How many sectors the FAT itself takes, for it lists itself too.

    Raises:
        ValueError: when they are more than the header can name.
    """
    count = 1
    while count * _IN_SECTOR < used + count:
        count += 1
    if count > _IN_HEADER:
        size = (used * _SECTOR) // 1_000_000
        msg = f"a VBA project of {size} MB is too large: its list of sectors must fit in the header"
        raise ValueError(msg)
    return count


def _numbers(table: list[int]) -> bytes:
    """Sector numbers in whole sectors, the rest marked as free."""
    free = [_FREE] * (-len(table) % _IN_SECTOR)
    return struct.pack(f"<{len(table) + len(free)}I", *table, *free)


def _add(entries: list[_Entry], folder: Folder) -> int:
    """Append the entries of a folder and of all below it; returns the root of its tree."""
    numbers: list[int] = []
    for name in _sorted_names(folder):
        content = folder[name]
        numbers.append(len(entries))
        if isinstance(content, bytes):
            entries.append(_Entry(name, _STREAM, content))
        else:
            storage = _Entry(name, _STORAGE)
            entries.append(storage)
            storage.child = _add(entries, content)
    return _tree(entries, numbers)


def _tree(entries: list[_Entry], numbers: list[int]) -> int:
    """Link sorted siblings to a search tree. All nodes are black, which 2.6.4 allows."""
    if not numbers:
        return _NONE
    middle = len(numbers) // 2
    entry = entries[numbers[middle]]
    entry.left = _tree(entries, numbers[:middle])
    entry.right = _tree(entries, numbers[middle + 1 :])
    return numbers[middle]


def _sorted_names(folder: Folder) -> list[str]:
    """Names in the order of the tree: shorter first, then by upper-case letters (2.6.4)."""
    for name in folder:
        if not name or len(name.encode("utf-16-le")) // 2 > _LONGEST_NAME or _FORBIDDEN & {*name}:
            msg = f"{name!r} can't be the name of a stream"
            raise ValueError(msg)
    known = {name.upper() for name in folder}
    if len(known) < len(folder):
        msg = f"two of these names are the same but for case: {', '.join(sorted(folder))}"
        raise ValueError(msg)
    return sorted(folder, key=lambda name: (len(name.encode("utf-16-le")), name.upper()))


def _directory(entries: list[_Entry]) -> bytes:
    unused = [_Entry("", _UNUSED)] * (-len(entries) % (_SECTOR // _ENTRY))
    return b"".join(_packed(entry) for entry in (*entries, *unused))


def _packed(entry: _Entry) -> bytes:
    name = entry.name.encode("utf-16-le")
    return struct.pack(
        "<64sHBBIII16sIQQIQ",
        name,
        len(name) + 2 if name else 0,
        entry.kind,
        _BLACK if entry.kind else 0,
        entry.left,
        entry.right,
        entry.child,
        bytes(16),  # class
        0,  # state
        0,  # created: left out, so that the file is always the same
        0,  # modified
        entry.start,
        len(entry.data),
    )
