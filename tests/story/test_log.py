"""The whole Logboek after four months, line by line: ``log.txt`` is what an administrator reads.

``pytest tests/story --rewrite-golden`` writes it anew; the difference is then read in the commit.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.story.play import Story
from tests.story.sentences import PATTERNS, happening
from tests.story.telling import told

_GOLDEN = Path(__file__).with_name("log.txt")


def test_the_log_reads_like_a_sensible_administrators(
    story: Story, request: pytest.FixtureRequest
) -> None:
    if request.config.getoption("--rewrite-golden"):
        _GOLDEN.write_text(told(story), encoding="utf-8")
    assert told(story) == _GOLDEN.read_text(encoding="utf-8")


def test_the_story_tells_of_everything_that_can_happen(story: Story) -> None:
    assert {each.what for each in story.script.happenings} >= set(PATTERNS) - {"rang"}
    assert len(story.script.debtors) == 40
    assert {debtor.get("Beleid", "standaard") for debtor in story.script.debtors} == {
        "standaard",
        "stappenplan",
        "vier-stappen",
        "onderhandelen",
        "volhardend",
        "aanmaning-sommatie",
    }


def test_a_line_that_no_sentence_fits_is_refused() -> None:
    with pytest.raises(ValueError, match="betaalde F1"):
        happening("16-03 betaalde F1", "101")
