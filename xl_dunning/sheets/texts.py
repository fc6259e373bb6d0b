"""The texts of an xlsx: the shared ones, and how Excel writes control characters in them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from xl_dunning.sheets.grid import Cell
from xl_dunning.sheets.markup import Attributes, local, stream

_ESCAPE = re.compile(r"_x([0-9A-Fa-f]{4})_")


def read_strings(chunks: Iterable[bytes]) -> tuple[list[Cell | None], bool]:
    """The shared texts, each as the cell it makes (None when blank), and whether one is rich.

    Raises:
        Refusal: FILE_CORRUPT or FILE_WITH_DTD.
    """
    reader = _Reader()
    stream(chunks, start=reader.start, end=reader.end, text=reader.characters)
    return reader.texts, reader.rich


def text_cell(text: str) -> Cell | None:
    """The cell of a text; None when there is nothing but blanks in it."""
    if not text or text.isspace():
        return None
    return Cell(unescaped(text))


def unescaped(text: str) -> str:
    r"""A text with Excel's own escapes for control characters undone.

    >>> unescaped("a_x000D_b")
    'a\rb'
    """
    return _ESCAPE.sub(lambda hit: chr(int(hit[1], 16)), text) if "_x" in text else text


class _Reader:
    """The state of one pass over the shared texts."""

    def __init__(self) -> None:
        self.texts: list[Cell | None] = []
        self.rich = False
        self.pieces: list[str] = []
        self.wanted = False
        self.reading_aid = False

    def start(self, name: str, _: Attributes) -> None:
        tag = local(name)
        if tag == "t":
            self.wanted = not self.reading_aid
        elif tag == "rPh":
            self.reading_aid = True
        elif tag == "rPr":
            self.rich = True

    def end(self, name: str) -> None:
        tag = local(name)
        if tag == "t":
            self.wanted = False
        elif tag == "rPh":
            self.reading_aid = False
        elif tag == "si":
            self.texts.append(text_cell("".join(self.pieces)))
            self.pieces.clear()

    def characters(self, data: str) -> None:
        if self.wanted:
            self.pieces.append(data)
