"""What a file is by its first bytes; the name it was given proves nothing."""

from __future__ import annotations

import re
from enum import Enum

HEAD = 4096
"""How many bytes decide."""

_OTHER = {
    b"%PDF": "een pdf",
    b"{\\rtf": "een tekstdocument (rtf)",
    b"\x89PNG": "een plaatje",
    b"\xff\xd8\xff": "een plaatje",
    b"GIF8": "een plaatje",
    b"Rar!": "een ingepakt bestand (rar)",
    b"7z\xbc\xaf": "een ingepakt bestand (7z)",
    b"\x1f\x8b": "een ingepakt bestand (gz)",
    b"SQLite format 3": "een database",
    b"\x00\x01\x00\x00Standard": "een Access-database",
}
_UTF16 = (b"\xff\xfe", b"\xfe\xff")
_MARKUP = re.compile(rb"(?:\xef\xbb\xbf)?\s*(?:<[!?a-z]|mime-version:)", re.IGNORECASE)


class Container(Enum):
    """The outermost shape of a file."""

    EMPTY = "empty"
    ZIP = "zip"
    OLE = "ole"
    MARKUP = "markup"
    TEXT = "text"
    OTHER = "other"


def container(head: bytes) -> Container:
    r"""The shape that the first ``HEAD`` bytes of a file show.

    >>> container(b"PK\x03\x04"), container(b"Factuur;Bedrag"), container(b"<html>")
    (<Container.ZIP: 'zip'>, <Container.TEXT: 'text'>, <Container.MARKUP: 'markup'>)
    """
    if head.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return Container.ZIP
    if head.startswith(b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"):
        return Container.OLE
    if head.startswith(tuple(_OTHER)):
        return Container.OTHER
    plain = head
    if head.startswith(_UTF16):
        plain = head.decode("utf-16", errors="replace").encode()
    if not plain.strip(b"\xef\xbb\xbf \t\r\n"):
        return Container.EMPTY
    if b"\x00" in plain:
        return Container.OTHER
    return Container.MARKUP if _MARKUP.match(plain) else Container.TEXT


def other_kind(head: bytes) -> str:
    """What an unusable file is, in Dutch words that fit behind "het is"."""
    words = (word for start, word in _OTHER.items() if head.startswith(start))
    return next(words, "een onbekend soort bestand")
