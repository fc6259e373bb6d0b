"""What a letter needs to know of the company that sends it."""

from __future__ import annotations

import re

from xl_dunning.letters.text import one_line
from xl_dunning.rules.findings import Finding, error, warning
from xl_dunning.rules.iban import is_iban
from xl_dunning.rules.settings import Creditor


def sender_problems(creditor: Creditor) -> tuple[Finding, ...]:
    """What is missing or wrong in the own company; any error means: write no letters.

    Errors: CREDITOR_NAME_MISSING, CREDITOR_IBAN_MISSING, CREDITOR_IBAN_INVALID (iban).
    Warnings: CREDITOR_ADDRESS_MISSING, CREDITOR_CONTACT_MISSING.
    """
    found: list[Finding] = []
    if not one_line(creditor.name):
        found.append(error("CREDITOR_NAME_MISSING"))
    if not one_line(creditor.iban):
        found.append(error("CREDITOR_IBAN_MISSING"))
    elif not is_iban(creditor.iban):
        found.append(error("CREDITOR_IBAN_INVALID", iban=one_line(creditor.iban)))
    if not (one_line(creditor.address) and one_line(creditor.city)):
        found.append(warning("CREDITOR_ADDRESS_MISSING"))
    if not (one_line(creditor.phone) or one_line(creditor.email)):
        found.append(warning("CREDITOR_CONTACT_MISSING"))
    return tuple(found)


def iban_in_groups(number: str) -> str:
    """The number in groups of four, as banks print it.

    >>> iban_in_groups("nl91abna0417164300")
    'NL91 ABNA 0417 1643 00'
    """
    return " ".join(re.findall("....|.+", bare_iban(number)))


def bare_iban(number: str) -> str:
    """The number in capitals without blanks."""
    return "".join(one_line(number).split()).upper()
