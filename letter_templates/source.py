"""Reads the words of a letter from its text file in ``sources``.

The first lines are ``titel:``, ``betreft:`` and ``slot:``. Then paragraphs, divided by empty
lines; what stands between double asterisks is bold. A line in square brackets is the
place of a block (``letter_templates.blocks``). A line that begins with ``{%p`` is a paragraph.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

SOURCES = Path(__file__).parent / "sources"


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """One letter: its title (of the file), subject line, paragraphs and closing line."""

    title: str
    subject: str
    closing: str
    paragraphs: tuple[str, ...]


def names(language: str) -> list[str]:
    """The letters that exist in the language."""
    return sorted(path.stem for path in (SOURCES / language).glob("*.txt"))


def read(language: str, name: str) -> Source:
    """The letter of that name."""
    lines = (SOURCES / language / f"{name}.txt").read_text(encoding="utf-8").splitlines()
    title, subject, closing = (line.partition(":")[2].strip() for line in lines[:3])
    return Source(
        title=title,
        subject=subject,
        closing=closing,
        paragraphs=tuple(_paragraphs(lines[3:])),
    )


def _paragraphs(lines: list[str]) -> Iterator[str]:
    gathered: list[str] = []
    for line in [*lines, ""]:
        alone = line.startswith(("{%p", "["))
        if gathered and (alone or not line):
            yield " ".join(gathered)
            gathered = []
        if alone:
            yield line
        elif line:
            gathered.append(line)
