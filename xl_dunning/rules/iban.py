"""IBAN (ISO 13616): the check digits, so that no letter asks for payment to a mistyped account.

>>> is_iban("NL91 ABNA 0417 1643 00"), is_iban("NL91 ABNA 0417 1643 01")
(True, False)
"""

from __future__ import annotations

import re

_FORM = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}")
_LENGTH = {"NL": 18, "BE": 16, "DE": 22, "FR": 27, "LU": 20}


def compact(iban: str) -> str:
    """The IBAN in capitals without blanks or points."""
    return re.sub(r"[\s.]", "", iban).upper()


def is_iban(iban: str) -> bool:
    """Whether form, length (of the countries around us) and check digits are right."""
    plain = compact(iban)
    if not _FORM.fullmatch(plain) or len(plain) != _LENGTH.get(plain[:2], len(plain)):
        return False
    digits = "".join(str(int(letter, 36)) for letter in plain[4:] + plain[:4])
    return int(digits) % 97 == 1
