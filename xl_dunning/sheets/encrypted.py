"""Files in the old container (OLE): a password around a modern book, or an old xls."""

from __future__ import annotations

import io
from collections.abc import Callable
from typing import BinaryIO, TypeVar

from xl_dunning.rules.findings import Refusal

_T = TypeVar("_T")
_OTHER = {"doc97": "een Word-document", "ppt97": "een PowerPoint-presentatie"}

_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_NO_PASSWORD = "VelvetSweatshop"  # noqa: S105 - public: Excel's key for books that only forbid changes


def unlocked(file: BinaryIO, password: str | None) -> BinaryIO:
    """The file itself, or what it holds behind its password, decrypted in memory only.

    Excel encrypts a book that is merely protected against changes with a key that everyone has;
    such a book opens without a password here too.

    Raises:
        Refusal: WITH_PASSWORD, WRONG_PASSWORD, PASSWORD_UNUSABLE, FILE_OTHER_KIND or FILE_CORRUPT.
    """
    from msoffcrypto import OfficeFile  # noqa: PLC0415 - slow to import, seldom needed
    from msoffcrypto.exceptions import (  # noqa: PLC0415
        DecryptionError,
        FileFormatError,
        InvalidKeyError,
    )

    try:
        office = _or_corrupt(lambda: OfficeFile(file), FileFormatError, DecryptionError)
    except DecryptionError as error:
        raise Refusal("PASSWORD_UNUSABLE") from error
    except FileFormatError as error:
        file.seek(0)
        if _PACKAGE in file.read():
            # Locked by the organisation's rights management: there is no password to it.
            raise Refusal("PASSWORD_UNUSABLE") from error
        # Excel 5 and 95 name their stream otherwise; who reads it will tell.
        return file
    if office.format in _OTHER:
        raise Refusal("FILE_OTHER_KIND", what=_OTHER[office.format])
    if not _or_corrupt(office.is_encrypted):
        return file
    checked = {"verify_password": True} if office.format == "ooxml" else {}
    plain = io.BytesIO()
    try:
        _or_corrupt(
            lambda: office.load_key(password=password or _NO_PASSWORD, **checked), DecryptionError
        )
        _or_corrupt(lambda: office.decrypt(plain), DecryptionError)
    except InvalidKeyError as error:
        raise Refusal("WRONG_PASSWORD" if password else "WITH_PASSWORD") from error
    except DecryptionError as error:
        raise Refusal("PASSWORD_UNUSABLE") from error
    plain.seek(0)
    return plain


def _or_corrupt(action: Callable[[], _T], *expected: type[Exception]) -> _T:
    try:
        return action()
    except expected:
        raise
    except Exception as error:
        # The library lets a broken container fail on whatever its parsing runs into.
        raise Refusal("FILE_CORRUPT") from error
