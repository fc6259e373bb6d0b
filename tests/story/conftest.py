"""The story is played once for all tests of this folder."""

from __future__ import annotations

import gc
from collections.abc import Iterator

import pytest

from tests.story.play import Story, play
from tests.story.script import read_script


@pytest.fixture(scope="package")
def story(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Story]:
    """The story, played to its last day."""
    usual = gc.get_threshold()
    # A hundred workbooks are made and thrown away: looking for cycles takes a sixth of the time.
    gc.set_threshold(100_000)
    yield play(read_script(), tmp_path_factory.mktemp("verhaal"))
    gc.set_threshold(*usual)
