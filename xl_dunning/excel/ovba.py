"""Compression and obfuscation of a VBA project, [MS-OVBA] 2.4.

Section numbers are those of [MS-OVBA], Office VBA File Format Structure.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator

_CHUNK = 4096
_SIGNATURE = 0x01
_COMPRESSED = 0xB000
"""Flag and signature of a chunk header; the lower twelve bits hold its size (2.4.1.1.5)."""
_LEAST = 3
"""Shortest run of bytes that a copy token may stand for."""


def compress(data: bytes) -> bytes:
    """The CompressedContainer of some bytes (2.4.1.3.6).

    A chunk that gets longer by compressing might by 2.4.1.3.10 be stored as it is, filled up with
    zeros to 4096 bytes. That is not done: the zeros would become part of the text, and others
    found that Excel leaves out a module with such a chunk without a word. Text always compresses.

    Raises:
        ValueError: when 4096 bytes of ``data`` do not compress, which no program text does.
    """
    out = bytearray((_SIGNATURE,))
    for start in range(0, len(data), _CHUNK):
        tokens = b"".join(_token_sequences(data[start : start + _CHUNK]))
        if len(tokens) > _CHUNK:
            msg = f"the bytes from {start} on do not compress; VBA source has to be plain text"
            raise ValueError(msg)
        out += struct.pack("<H", _COMPRESSED | (len(tokens) - 1)) + tokens
    return bytes(out)


def _token_sequences(chunk: bytes) -> Iterator[bytes]:
    """Groups of up to eight tokens, each behind a byte that tells which are copies (2.4.1.1.7)."""
    position = 0
    seen: dict[bytes, list[int]] = {}
    while position < len(chunk):
        flags, group = 0, bytearray()
        for bit in range(8):
            if position >= len(chunk):
                break
            length, distance = _longest_match(chunk, position, seen)
            if length:
                flags |= 1 << bit
                group += _copy_token(position, length, distance)
            else:
                group.append(chunk[position])
            for at in range(position, position + (length or 1)):
                seen.setdefault(chunk[at : at + _LEAST], []).append(at)
            position += length or 1
        yield bytes((flags, *group))


def _longest_match(chunk: bytes, position: int, seen: dict[bytes, list[int]]) -> tuple[int, int]:
    """Length and distance of the longest earlier run; length 0 when none is worth a copy."""
    most = min(len(chunk) - position, (0xFFFF >> _offset_bits(position)) + _LEAST)
    if most < _LEAST:
        return 0, 0
    best, distance = 0, 0
    for candidate in reversed(seen.get(chunk[position : position + _LEAST], ())):
        length = _LEAST
        while length < most and chunk[candidate + length] == chunk[position + length]:
            length += 1
        if length > best:
            best, distance = length, position - candidate
            if best == most:
                break
    return best, distance


def _copy_token(position: int, length: int, distance: int) -> bytes:
    """Offset in the upper bits, length in the lower (2.4.1.3.19.3)."""
    offset = (distance - 1) << (16 - _offset_bits(position))
    return struct.pack("<H", offset | (length - _LEAST))


def _offset_bits(position: int) -> int:
    """How many bits of a copy token at this place in its chunk hold the offset (2.4.1.3.19.1).

    >>> [_offset_bits(position) for position in (1, 16, 17, 4095)]
    [4, 4, 5, 12]
    """
    return max(4, (position - 1).bit_length())


def obfuscate(data: bytes, *, project_id: str, seed: int = 0) -> str:
    """Data Encryption (2.4.3.2) as the hexadecimal text that the stream PROJECT holds.

    It hides nothing: seed and key lie in the open. ``seed`` is a byte, random in Excel and fixed
    here, so that a project is built the same way every time.
    """
    key = sum(project_id.encode("ascii")) & 0xFF
    version = 2
    out = bytearray((seed, seed ^ version, seed ^ key))
    previous, one_back, two_back = key, out[2], out[1]
    ignored = bytes((seed & 6) // 2)
    for byte in ignored + struct.pack("<I", len(data)) + data:
        value = byte ^ ((two_back + previous) & 0xFF)
        out.append(value)
        two_back, one_back, previous = one_back, value, byte
    return out.hex().upper()
