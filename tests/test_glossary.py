"""CONTEXT.md knows every noun of the rules, and no noun that is not there."""

from __future__ import annotations

import ast
import re
from pathlib import Path

ROOT = Path(__file__).parent.parent
ROW = re.compile(r"^\| `(?P<code>\w+)` \| (?P<dutch>[^|]+) \| (?P<meaning>[^|]+) \| [^|]*\|$")


def nouns() -> set[str]:
    """Public classes and type aliases of the rules, as they stand in the source."""
    found: set[str] = set()
    for path in (ROOT / "xl_dunning" / "rules").rglob("*.py"):
        for node in ast.parse(path.read_text(encoding="utf-8")).body:
            if isinstance(node, ast.ClassDef):
                found.add(node.name)
            elif isinstance(node, ast.AnnAssign) and ast.unparse(node.annotation) == "TypeAlias":
                found.add(ast.unparse(node.target))
    return {name for name in found if not name.startswith("_")}


def glossary() -> dict[str, re.Match[str]]:
    lines = (ROOT / "CONTEXT.md").read_text(encoding="utf-8").splitlines()
    return {row["code"]: row for line in lines if (row := ROW.match(line))}


def test_every_noun_of_the_rules_has_its_line() -> None:
    assert nouns() - glossary().keys() == set()


def test_no_line_is_about_a_noun_that_is_gone() -> None:
    assert glossary().keys() - nouns() == set()


def test_every_line_gives_the_dutch_word_and_a_meaning() -> None:
    for code, row in glossary().items():
        assert row["dutch"].strip(), code
        assert len(row["meaning"].split()) >= 4, code
