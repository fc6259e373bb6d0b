"""Where programs are required, a test that skips for want of one fails."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

SKIPPING = """
import pytest

@pytest.mark.skipif(True, reason="needs program soffice")
def test_by_reason(): ...

@pytest.mark.office
@pytest.mark.skipif(True, reason="LibreOffice is not here")
def test_by_marker(): ...

@pytest.mark.skipif(True, reason="not on this system")
def test_other(): ...

def test_inside():
    pytest.skip("needs program pdftoppm")

def test_plain(): ...
"""
WHOLE_MODULE = """
import pytest
pytest.skip("needs program postgres", allow_module_level=True)
"""


def closing_line(folder: Path, *, required: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "pytest", "-q", "-p", "no:cacheprovider", str(folder)],
        capture_output=True,
        text=True,
        check=False,
        cwd=folder,
        env={**os.environ, "XL_DUNNING_REQUIRE_PROGRAMS": required},
    )
    return done.stdout.splitlines()[-1]


@pytest.fixture
def suite(tmp_path: Path) -> Path:
    shutil.copy(Path(__file__).with_name("conftest.py"), tmp_path)
    (tmp_path / "pytest.ini").write_text("[pytest]\nmarkers = office\n")
    (tmp_path / "test_skipping.py").write_text(SKIPPING)
    return tmp_path


@pytest.mark.parametrize(
    ("required", "closing"),
    [("", "1 passed, 4 skipped"), ("1", "1 failed, 1 passed, 1 skipped, 2 errors")],
    ids=["a developer may lack them", "the automatic check may not"],
)
def test_a_missing_program_skips_or_fails(suite: Path, required: str, closing: str) -> None:
    assert closing_line(suite, required=required).startswith(closing)


@pytest.mark.parametrize(("required", "closing"), [("", "1 skipped"), ("1", "1 error")])
def test_a_module_that_skips_itself_fails_too(suite: Path, required: str, closing: str) -> None:
    (suite / "test_skipping.py").write_text(WHOLE_MODULE)
    assert closing_line(suite, required=required).startswith(closing)
