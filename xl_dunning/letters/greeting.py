"""The salutation: polite, and never a guess at someone's gender."""

from __future__ import annotations

import re

from xl_dunning.letters.address import contact_name
from xl_dunning.letters.dutch import DUTCH
from xl_dunning.letters.spoken import Spoken
from xl_dunning.letters.text import one_line
from xl_dunning.rules.ledger import Debtor, DebtorKind

_TITLES = (
    # Not "mr.": in Dutch that is a lawyer, man or woman.
    (re.compile(r"^(?:de\s+heer|dhr\.?|hr\.?|meneer)\s+", re.IGNORECASE), True),
    (re.compile(r"^(?:mevrouw|mevr\.?|mw\.?|mrs\.?|ms\.?)\s+", re.IGNORECASE), False),
)
_INITIALS = re.compile(r"^(?:[A-Z][a-z]?\.\s*)+")
_NO_PERSON = re.compile(
    r"administratie|afdeling|afd\.|boekhouding|crediteuren|directie|finance|financi|accounts|"
    r"inkoop|receptie|secretariaat|familie|fam\.|erven|[@0-9/&]|\b(?:en|e/o)\b",
    re.IGNORECASE,
)


def greeting(debtor: Debtor, spoken: Spoken = DUTCH) -> str:
    """How the letter begins: with the contact's name, or a consumer's own, when it is a person's.

    A gender is named only when the list itself says "de heer" or "mevrouw".
    """
    contact = contact_name(debtor.contact)
    if not contact and debtor.kind is DebtorKind.CONSUMER:
        contact = _person(one_line(debtor.name))
    if not contact or _NO_PERSON.search(contact):
        return spoken.dear_unknown
    for title, is_sir in _TITLES:
        if title.match(contact):
            form = spoken.dear_sir if is_sir else spoken.dear_madam
            return form.format(surname=_surname(title.sub("", contact)))
    return spoken.dear_named.format(surname=_surname(contact), name=contact)


def _person(name: str) -> str:
    """The name of a consumer when it surely begins with a title or initials, else nothing."""
    sure = _INITIALS.match(name) or any(title.match(name) for title, _ in _TITLES)
    return name if sure else ""


def _surname(name: str) -> str:
    # Without initials or first name before it, "de Vries" is written "De Vries".
    bare = _INITIALS.sub("", name) or name
    return bare[:1].upper() + bare[1:]
