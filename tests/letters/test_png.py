"""The picture of a payment code holds the code itself, dot for dot."""

from __future__ import annotations

import struct
import zlib
from collections.abc import Iterator

import pytest
import segno

from xl_dunning.letters.png import png_of


def chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    """The parts of a PNG by their kind; their checksums must be right."""
    assert png.startswith(b"\x89PNG\r\n\x1a\n")
    at = 8
    while at < len(png):
        (size,) = struct.unpack_from(">I", png, at)
        body = png[at + 4 : at + 8 + size]
        assert struct.unpack_from(">I", png, at + 8 + size) == (zlib.crc32(body),)
        yield body[:4], body[4:]
        at += size + 12


def pixels(png: bytes) -> list[str]:
    """The picture as lines of 1 (white) and 0 (black)."""
    found = dict(chunks(png))
    width, height, *kind = struct.unpack(">IIBBBBB", found[b"IHDR"])
    assert kind == [1, 0, 0, 0, 0], "one bit a pixel, grey, not interlaced"
    data = zlib.decompress(found[b"IDAT"])
    step = 1 + (width + 7) // 8
    lines = [data[at : at + step] for at in range(0, len(data), step)]
    assert len(lines) == height
    assert {line[0] for line in lines} == {0}, "no line is filtered"
    return ["".join(f"{byte:08b}" for byte in line[1:])[:width] for line in lines]


@pytest.mark.parametrize("size", [1, 60, 331])  # the smallest code, a common one, the largest
def test_the_picture_is_the_code_and_its_light_border_four_pixels_to_a_module(size: int) -> None:
    code = segno.make_qr("x" * size, error="m")
    rows = code.matrix_iter(scale=4, border=2)
    assert pixels(png_of(code.matrix)) == [
        "".join("0" if dark else "1" for dark in row) for row in rows
    ]


@pytest.mark.parametrize("side", [1, 2])  # an odd number of modules does not fill its last byte
def test_a_square_of_any_side_has_whole_lines(side: int) -> None:
    dark = [bytes([1] * side)] * side
    light, black = "1" * 4 * (side + 4), "1" * 8 + "0" * 4 * side + "1" * 8
    assert pixels(png_of(dark)) == [light] * 8 + [black] * 4 * side + [light] * 8
