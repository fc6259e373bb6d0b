"""Where the files that travel with the program lie, in the wheel and in a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def shipped(folder: str) -> Path:
    """The folder ``letter_templates`` or ``workbook`` that came with this installation."""
    inside_wheel = _PACKAGE / "_shipped" / folder
    return inside_wheel if inside_wheel.is_dir() else _PACKAGE.parent / folder
