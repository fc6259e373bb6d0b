"""The texts of an xlsx: the shared ones, and how Excel writes control characters in them."""

from __future__ import annotations

import re
from collections.abc import Iterable

from xl_dunning.sheets.grid import Cell
from xl_dunning.sheets.markup import Attributes, local, stream

_CONTROLS = dict.fromkeys(set(range(32)) - {9, 10, 13})
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

    >>> unescaped("a_x000D_b"), unescaped("_xD800_")
    ('a\rb', '_xD800_')
    """
    return printable(_ESCAPE.sub(_character, text)) if "_x" in text else text


def printable(text: str) -> str:
    r"""A text without the control characters that no Word or Excel file may hold.

    >>> printable("Ja\x00nsen\x1a\n")
    'Jansen\n'
    """
    return text.translate(_CONTROLS)


def _character(hit: re.Match[str]) -> str:
    character = chr(int(hit[1], 16))
    # Half a surrogate pair is no character; such a text was typed as it stands.
    return hit[0] if "\ud800" <= character <= "\udfff" else character


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
