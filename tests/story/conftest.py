"""The story is played once for all tests of this folder."""

from __future__ import annotations

import pytest

from tests.story.play import Story, play
from tests.story.script import read_script


@pytest.fixture(scope="package")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    """The story, played to its last day."""
    return play(read_script(), tmp_path_factory.mktemp("verhaal"))
