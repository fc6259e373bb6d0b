"""A command loads what it needs: a short answer does not wait for Excel, Word and a database."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

HEAVY = {"openpyxl", "xlsxwriter", "python_calamine", "docx", "docxtpl", "jinja2", "lxml"}
HEAVY |= {"sqlalchemy", "segno", "numpy", "holidays", "rich"}

TELL = """
import sys
from xl_dunning.frontends.cli import main
try:
    main()
finally:
    sys.stderr.write("loaded: " + " ".join({name.partition(".")[0] for name in sys.modules}))
"""


def loaded(words: str, folder: Path) -> set[str]:
    """The packages that stand in memory when the command is done."""
    done = subprocess.run(
        [sys.executable, "-c", TELL, *words.split()],
        cwd=folder,
        capture_output=True,
        text=True,
        encoding="utf-8",
        check=True,
    )
    return set(done.stderr.rpartition("loaded: ")[2].split())


@pytest.mark.parametrize("words", ["--help", "run --help", "log add --help", "policies", "rates"])
def test_a_command_that_only_tells_something_loads_nothing_heavy(
    words: str, tmp_path: Path
) -> None:
    assert loaded(words, tmp_path) & HEAVY == set()


def test_a_question_about_a_date_loads_the_holidays_only(tmp_path: Path) -> None:
    words = "deadline --sent 2026-11-02 --channel post"
    assert loaded(words, tmp_path) & HEAVY == {"holidays"}


def test_a_command_about_the_log_loads_its_database_only(tmp_path: Path) -> None:
    assert loaded("log list", tmp_path) & HEAVY == {"sqlalchemy"}
