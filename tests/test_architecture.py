"""The house stands as drawn: arrows point down, files stay small, and the guards do bite."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest

from tests.check import LINT_IMPORTS

ROOT = Path(__file__).parent.parent
CONTRACTS = [
    contract["name"]
    for contract in tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"][
        "importlinter"
    ]["contracts"]
]
LAYERS, PURE, DATABASE, FRAMEWORK = CONTRACTS

MOST_LINES = 300


def lint_imports(root: Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-c", LINT_IMPORTS, "--no-cache"],
        cwd=root,
        env={**os.environ, "COLUMNS": "200", "PYTHONPATH": str(root)},
        capture_output=True,
        text=True,
        check=False,
    )


def copy_of_the_house(folder: Path) -> Path:
    shutil.copytree(
        ROOT / "xl_dunning", folder / "xl_dunning", ignore=shutil.ignore_patterns("__pycache__")
    )
    shutil.copy(ROOT / "pyproject.toml", folder)
    return folder


def test_every_arrow_points_down() -> None:
    done = lint_imports(ROOT)
    assert done.returncode == 0, done.stdout
    assert f"Contracts: {len(CONTRACTS)} kept, 0 broken." in done.stdout


PROVOCATIONS = [
    # Layers: whoever looks up, or beside.
    (LAYERS, "rules/provoked.py", "import xl_dunning.workflow.ports"),
    (LAYERS, "workflow/provoked.py", "import xl_dunning.law.calendar"),
    (LAYERS, "sheets/provoked.py", "import xl_dunning.letters.greeting"),
    (LAYERS, "letters/provoked.py", "import xl_dunning.casefile"),
    (LAYERS, "casefile/provoked.py", "import xl_dunning.frontends"),
    (LAYERS, "excel/provoked.py", "import xl_dunning.frontends"),
    (LAYERS, "sheets/provoked.py", "import xl_dunning.excel"),
    (LAYERS, "attic/__init__.py", "# a room that the drawing does not know"),
    # The rules and the workflow are pure.
    (PURE, "rules/provoked.py", "import openpyxl"),
    (PURE, "rules/provoked.py", "from pathlib import Path"),
    (PURE, "rules/provoked.py", "import tomllib"),
    (PURE, "workflow/provoked.py", "import sqlite3"),
    (PURE, "workflow/provoked.py", "import os"),
    # One room a craft.
    (DATABASE, "sheets/provoked.py", "import sqlalchemy"),
    (FRAMEWORK, "letters/provoked.py", "import click"),
    (FRAMEWORK, "policies/provoked.py", "import xlwings"),
    (FRAMEWORK, "excel/provoked.py", "import xlwings"),
]


@pytest.mark.parametrize(
    ("contract", "file", "line"),
    PROVOCATIONS,
    ids=[f"{file.split('/')[0]}: {line}" for _, file, line in PROVOCATIONS],
)
def test_a_contract_breaks_when_provoked(
    tmp_path: Path, contract: str, file: str, line: str
) -> None:
    house = copy_of_the_house(tmp_path)
    target = house / "xl_dunning" / file
    target.parent.mkdir(exist_ok=True)
    target.write_text(f'"""Provoked."""\n{line}\n', encoding="utf-8")
    done = lint_imports(house)
    assert done.returncode != 0
    # A room that has no place makes the check itself stop, before it can judge.
    assert f"{contract} BROKEN" in done.stdout or "attic" in done.stdout, done.stdout


def test_every_contract_is_provoked() -> None:
    assert {contract for contract, _, _ in PROVOCATIONS} == set(CONTRACTS)


def python_files() -> list[Path]:
    return [
        path
        for folder in ("xl_dunning", "tests", "letter_templates", "workbook")
        for path in sorted((ROOT / folder).rglob("*.py"))
    ]


def test_no_file_is_longer_than_one_idea() -> None:
    lengths = {
        str(path.relative_to(ROOT)): len(path.read_text(encoding="utf-8").splitlines())
        for path in python_files()
    }
    assert len(lengths) > 100, "the files were found"
    assert {name: lines for name, lines in lengths.items() if lines > MOST_LINES} == {}


@pytest.mark.parametrize(
    "room", ["rules", "workflow", "sheets", "letters", "casefile", "law", "excel"]
)
def test_only_the_frontends_read_the_clock(room: str) -> None:
    """Ruff bans the two usual calls everywhere; this finds every other way to ask the time."""
    clocks = ("time.time(", "datetime.utcnow(", "localtime(", ".today(", ".now(")
    asked = {
        f"{path.relative_to(ROOT)}: {clock}"
        for path in (ROOT / "xl_dunning" / room).rglob("*.py")
        for clock in clocks
        if clock in path.read_text(encoding="utf-8")
    }
    assert asked == set()
