"""README and CHANGELOG tell the truth: what they name exists."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import click
import pytest

import xl_dunning
from xl_dunning.frontends.cli import app

ROOT = Path(__file__).parents[2]
README = (ROOT / "README.md").read_text(encoding="utf-8")
CHANGELOG = (ROOT / "CHANGELOG.md").read_text(encoding="utf-8")
TYPED = [
    # What is typed ends where the explanation begins, after a wide blank, or at a redirection.
    re.split(r"\s{2,}|\s>\s", line.strip())[0]
    for line in README.splitlines()
    if line.startswith("    xl-dunning ")
]


def command_of(words: list[str]) -> tuple[click.Command, list[str]]:
    command: click.Command = app
    while isinstance(command, click.Group):
        name, *words = words
        command = command.commands[name]
    return command, words


@pytest.mark.parametrize("line", TYPED)
def test_every_command_in_the_readme_can_be_typed(line: str) -> None:
    command, words = command_of(shlex.split(line)[1:])
    command.make_context(command.name, words)  # raises a usage error when it can't


def test_every_command_stands_in_the_readme_or_in_the_changelog() -> None:
    named = {command_of(shlex.split(line)[1:])[0].name for line in TYPED}
    for name in {*app.commands, "add", "list"} - {"log"} - named:
        assert f"`{name}`" in README + CHANGELOG or f"xl-dunning {name}" in README, name


def test_every_file_that_is_linked_is_there() -> None:
    links = re.findall(r"\]\(([^)#]+)\)|src=\"([^\"]+)\"", README)
    for target in filter(None, (first or second for first, second in links)):
        assert (ROOT / target).is_file(), target


def test_the_use_cases_named_for_python_are_offered() -> None:
    (line,) = (line for line in README.splitlines() if "import xl_dunning as xld" in line)
    named = re.split(r"\s{2,}", line.strip())[1].split(":")[0].split(", ")
    assert set(named) <= set(xl_dunning.__all__)
