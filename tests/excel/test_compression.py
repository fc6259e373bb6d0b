"""What the compressor writes, another reader unpacks to the same bytes."""

from __future__ import annotations

import random

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from oletools.olevba import decompress_stream

from xl_dunning.excel.ovba import compress, obfuscate

CP1252 = st.characters(codec="cp1252")
WORDS = st.lists(st.sampled_from(["Dim ", "sheet", ".Cells(", "\r\n", "é€", "    ", "End "]))


def read_back(packed: bytes) -> bytes:
    return bytes(decompress_stream(bytearray(packed)))


@given(st.text(CP1252, min_size=1, max_size=3_000))
@example("a")
@example("a" * 4_096)
@example("a" * 4_097)
@example("abc" * 10_000)
def test_any_text_of_a_chunk_comes_back(text: str) -> None:
    data = text.encode("cp1252")
    assert read_back(compress(data)) == data


@given(WORDS, st.integers(1, 60))
def test_source_of_many_chunks_comes_back(words: list[str], times: int) -> None:
    data = ("x" + "".join(words) * times).encode("cp1252")
    assert read_back(compress(data)) == data


@given(st.binary(min_size=1, max_size=9_000))
def test_any_bytes_come_back_or_are_refused(data: bytes) -> None:
    try:
        packed = compress(data)
    except ValueError:
        return
    assert read_back(packed) == data


def test_what_does_not_compress_is_refused_and_not_filled_up_with_zeros() -> None:
    """A reader would take the zeros for text; Excel is said to leave such a module out."""
    noise = random.Random(1).randbytes(4_096)  # noqa: S311 - no secret
    with pytest.raises(ValueError, match="the bytes from 4096 on do not compress"):
        compress(b"a" * 4_096 + noise)


# Examples in [MS-OVBA] 3.2, with what the specification says they become. Its third one has runs of
# equal length to choose from, and need not come out the same.
WORKED_EXAMPLES = [
    (
        "abcdefghijklmnopqrstuv.",
        "01 19b0 00 6162636465666768 00 696a6b6c6d6e6f70 00 7172737475762e",
    ),
    ("a" * 73, "01 03b0 02 61 4500"),
]


@pytest.mark.parametrize(("text", "packed"), WORKED_EXAMPLES)
def test_the_worked_examples_of_the_specification(text: str, packed: str) -> None:
    assert compress(text.encode("ascii")) == bytes.fromhex(packed.replace(" ", ""))


def revealed(text: str) -> tuple[bytes, int]:
    """[MS-OVBA] 2.4.3.3, written from the specification: the data, and the project's key."""
    seed, version, key, *rest = bytes.fromhex(text)
    assert seed ^ version == 2
    previous, one_back, two_back = seed ^ key, key, version
    plain = []
    for value in rest:
        previous = value ^ ((two_back + previous) & 0xFF)
        two_back, one_back = one_back, value
        plain.append(previous)
    plain = plain[(seed & 6) // 2 :]
    length, data = int.from_bytes(plain[:4], "little"), bytes(plain[4:])
    assert length == len(data)
    return data, seed ^ key


@given(st.binary(max_size=40), st.integers(0, 255))
def test_what_is_obfuscated_can_be_revealed(data: bytes, seed: int) -> None:
    identifier = "{5A1D1D0E-5B0B-4C43-9C1B-0D0D4E1A9B77}"
    hidden = obfuscate(data, project_id=identifier, seed=seed)
    assert revealed(hidden) == (data, sum(identifier.encode()) & 0xFF)
