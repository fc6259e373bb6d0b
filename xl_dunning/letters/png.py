"""A square of dark and light modules as a PNG picture of one bit a pixel."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterable, Sequence

_QUIET = 2
"""Light modules on every side."""
_SCALE = 4
"""Pixels to a module; with four, a module is just one hexadecimal digit of its line."""
_DIGITS = bytes.maketrans(b"\x00\x01", b"f0")
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_ONE_BIT_GREY = (1, 0, 0, 0, 0)


def png_of(modules: Sequence[bytes | bytearray]) -> bytes:
    """The picture of a square of rows, each byte 1 (dark) or 0 (light).

    It has a light border. The same modules give the same bytes.
    """
    side = len(modules) + 2 * _QUIET
    pixels = b"".join(_lines(modules, side=side))
    size = side * _SCALE
    return _SIGNATURE + b"".join(
        (
            _chunk(b"IHDR", struct.pack(">IIBBBBB", size, size, *_ONE_BIT_GREY)),
            _chunk(b"IDAT", zlib.compress(pixels, 9)),
            _chunk(b"IEND", b""),
        )
    )


def _lines(modules: Sequence[bytes | bytearray], *, side: int) -> Iterable[bytes]:
    """All lines of pixels, each after the byte that says it is not filtered."""
    quiet = b"f" * _QUIET
    # A line is whole bytes: an odd number of digits gets one more, which no reader shows.
    rest = b"f" * (side % 2)
    light = _line(b"f" * side + rest) * _QUIET
    yield light
    for row in modules:
        yield _line(quiet + row.translate(_DIGITS) + quiet + rest)
    yield light


def _line(digits: bytes) -> bytes:
    return (b"\x00" + bytes.fromhex(digits.decode())) * _SCALE


def _chunk(kind: bytes, content: bytes) -> bytes:
    body = kind + content
    return struct.pack(">I", len(content)) + body + struct.pack(">I", zlib.crc32(body))
