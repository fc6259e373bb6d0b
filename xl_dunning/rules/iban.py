"""IBAN (ISO 13616): the check digits, so that no letter asks for payment to a mistyped account.

>>> is_iban("NL91 ABNA 0417 1643 00"), is_iban("NL91 ABNA 0417 1643 01")
(True, False)
"""

from __future__ import annotations

import re

_FORM = re.compile(r"[A-Z]{2}\d{2}[A-Z0-9]{11,30}")
_COUNTRIES_BY_LENGTH = {
    15: "NO",
    16: "BE",
    18: "DK FI NL",
    19: "SI",
    20: "AT EE LT LU",
    21: "CH HR LI LV",
    22: "BG DE GB IE VA",
    23: "GI",
    24: "AD CZ ES RO SE SK",
    25: "PT",
    26: "IS",
    27: "FR GR IT MC SM",
    28: "CY HU PL",
    31: "MT",
}
"""The countries of the single euro payments area (SEPA), by the length of their IBAN."""
_LENGTH = {
    country: length
    for length, countries in _COUNTRIES_BY_LENGTH.items()
    for country in countries.split()
}


def compact(iban: str) -> str:
    """The IBAN in capitals without blanks or points."""
    return re.sub(r"[\s.]", "", iban).upper()


def is_iban(iban: str) -> bool:
    """Whether form, length (where euros are paid by IBAN) and check digits are right."""
    plain = compact(iban)
    if not _FORM.fullmatch(plain) or len(plain) != _LENGTH.get(plain[:2], len(plain)):
        return False
    digits = "".join(str(int(letter, 36)) for letter in plain[4:] + plain[:4])
    return int(digits) % 97 == 1
