"""A result keeps the password of the list it came from."""

from __future__ import annotations

import io
from pathlib import Path

from xl_dunning.sheets.encrypted import unlocked
from xl_dunning.sheets.sniff import HEAD, Container, container


def opened(source: Path, password: str | None) -> tuple[io.BytesIO, bool]:
    """What the file holds, and whether it lay behind the password.

    Raises:
        Refusal: as ``encrypted.unlocked``.
    """
    with source.open("rb") as file:
        head = file.read(HEAD)
        file.seek(0)
        plain = unlocked(file, password) if container(head) is Container.OLE else file
        content = io.BytesIO(plain.read())
    return content, plain is not file


def locked(content: bytes, password: str) -> bytes:
    """The workbook behind a password, in the way that Excel itself does it."""
    from msoffcrypto.format.ooxml import OOXMLFile  # noqa: PLC0415 - slow to import, seldom needed

    book = io.BytesIO()
    OOXMLFile(io.BytesIO(content)).encrypt(password, book)
    return book.getvalue()
