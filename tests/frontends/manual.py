"""The manual for the administrator, read by chapter, section, table and word in code."""

from __future__ import annotations

import re

from xl_dunning.shipped import shipped

FOLDER = shipped("workbook")
MANUAL = (FOLDER / "HANDLEIDING.md").read_text(encoding="utf-8")
EXAMPLE = FOLDER / "voorbeeld"


def chapter(number: int) -> str:
    """The text of one numbered chapter."""
    return MANUAL.split(f"\n## {number}. ")[1].split("\n## ")[0]


def section(number: int, title: str) -> str:
    """The text of one section of a chapter."""
    return chapter(number).split(f"### {title}\n")[1].split("\n### ")[0]


def rows(text: str) -> list[list[str]]:
    """The cells of all tables in the text, without headings and rules."""
    lines = [line for line in text.splitlines() if line.startswith("|")]
    tables = [[cell.strip() for cell in line.strip("|").split("|")] for line in lines]
    return [
        cells
        for at, cells in enumerate(tables)
        if not set(cells[0]) <= {"-"}
        and not (at + 1 < len(tables) and set(tables[at + 1][0]) <= {"-"})
    ]


def in_code(text: str) -> list[str]:
    return re.findall(r"`([^`]+)`", text)
