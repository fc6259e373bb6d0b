"""What the container holds, olefile finds in it."""

from __future__ import annotations

import io

import olefile  # type: ignore[import-untyped]
import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_dunning.excel.compound_file import Folder, compound_file

# At these lengths a stream needs no sector, fills one, or moves from the small to the large ones.
LENGTHS = st.sampled_from([0, 1, 63, 64, 65, 511, 512, 4_095, 4_096, 4_097, 70_000])
NAMES = st.text(
    st.characters(codec="utf-16", categories=["L", "N"]), min_size=1, max_size=12
).filter(lambda name: name.upper() == name.lower().upper())
STREAMS = st.dictionaries(NAMES, LENGTHS, max_size=40)


def found(data: bytes) -> dict[tuple[str, ...], bytes]:
    with olefile.OleFileIO(io.BytesIO(data)) as file:
        assert file.parsing_issues == []
        return {tuple(path): file.openstream(path).read() for path in file.listdir()}


def filled(streams: dict[str, int]) -> dict[str, bytes]:
    return {name: bytes([len(name)]) * size for name, size in streams.items()}


@given(STREAMS)
def test_every_stream_comes_back(streams: dict[str, int]) -> None:
    content = filled(streams)
    if len({name.upper() for name in content}) < len(content):
        return
    folder: Folder = {"VBA": dict(content), "PROJECT": b"text"}
    expected: dict[tuple[str, ...], bytes] = {("VBA", name): each for name, each in content.items()}
    assert found(compound_file(folder)) == {**expected, ("PROJECT",): b"text"}


@pytest.mark.parametrize("count", [1, 2, 3, 4, 60, 200])
def test_streams_are_found_by_their_names_however_many_there_are(count: int) -> None:
    """olefile walks the tree; a wrong order would hide streams from who searches it."""
    content = {f"Blad{number}": b"x" * number for number in range(count)}
    data = compound_file(content)
    with olefile.OleFileIO(io.BytesIO(data)) as file:
        assert all(file.openstream(name).read() == content[name] for name in content)


def test_the_same_streams_always_give_the_same_bytes() -> None:
    one = compound_file({"b": b"2", "a": b"1"})
    assert one == compound_file({"a": b"1", "b": b"2"})


# A name, and what is wrong with it.
WRONG_NAMES = [
    ("", "empty"),
    ("a" * 32, "longer than 31"),
    ("\N{GRINNING FACE}" * 16, "32 units of UTF-16"),
    ("a/b", "reads as a path"),
    ("a!b", "a sign that the format keeps for itself"),
]


@pytest.mark.parametrize(("name", "why"), WRONG_NAMES)
def test_a_name_that_the_format_does_not_take_is_refused(name: str, why: str) -> None:
    assert why
    with pytest.raises(ValueError, match="can't be the name of a stream"):
        compound_file({name: b""})


def test_two_names_that_differ_in_case_only_are_refused() -> None:
    with pytest.raises(ValueError, match="the same but for case: DIR, dir"):
        compound_file({"dir": b"", "DIR": b""})


def test_as_much_as_the_header_can_name_fits_and_more_is_refused() -> None:
    """109 sectors with 128 numbers each: 7 MB less a little. Nothing is written that is cut off."""
    most = 109 * 128 - 109 - 2  # less the list itself, the directory and the small sectors' list
    data = compound_file({"a": bytes(most * 512)})
    assert found(data)["a",] == bytes(most * 512)
    with pytest.raises(ValueError, match="too large"):
        compound_file({"a": bytes((most + 2) * 512)})
