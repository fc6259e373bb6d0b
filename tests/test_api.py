"""The Python door: what ``import xl_dunning`` offers, and what it costs."""

from __future__ import annotations

import subprocess
import sys

import pytest

import xl_dunning


@pytest.mark.parametrize("name", xl_dunning.__all__)
def test_every_name_that_is_offered_is_there(name: str) -> None:
    assert getattr(xl_dunning, name) is not None


def test_a_name_that_is_not_offered_says_so() -> None:
    with pytest.raises(AttributeError, match="send_everything"):
        _ = xl_dunning.send_everything


@pytest.mark.parametrize("module", ["xl_dunning", "xl_dunning.rules.propose"])
def test_the_rules_load_nothing_heavy(module: str) -> None:
    """A click on a ribbon button pays for every module that is loaded."""
    heavy = {"docx", "docxtpl", "jinja2", "lxml", "numpy", "openpyxl", "pandas", "sqlalchemy"}
    code = f"import sys, {module}; print(*sys.modules)"
    loaded = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True
    ).stdout.split()
    assert heavy & set(loaded) == set()
