"""The address block of a letter, by the postal conventions of the Netherlands and Flanders.

It must fit the window of an envelope: at most six lines of 74 mm in a 10 points sans serif.
"""

from __future__ import annotations

import re

from xl_dunning.letters.countries import country_name
from xl_dunning.letters.text import clean, one_line
from xl_dunning.rules.ledger import Debtor

MAX_LINES = 6
_LINE_WIDTH = 20.5
"""Of a line in units of the letter size: 74 mm at 10 points is 20.97."""
_NARROW = frozenset(" .,:;'’!|()[]-/ijlftrI")
_WIDE = frozenset("mwMW@%&—")

_DUTCH_POSTCODE = re.compile(r"([1-9][0-9]{3})\s*([A-Za-z]{2})")
_TO_THE_ATTENTION = re.compile(r"^(?:t\.?\s*a\.?\s*v\.?|ter attentie van)\s*:?\s*", re.IGNORECASE)
_BELGIUM = "België"


def contact_name(contact: str) -> str:
    """The contact without the words "t.a.v." that many lists put before it."""
    return _TO_THE_ATTENTION.sub("", one_line(contact))


def town_line(postcode: str, city: str) -> str:
    """Postcode and town in capitals: two blanks after a Dutch postcode, one after any other.

    >>> town_line("1234ab", "Den Haag"), town_line("9000", "Gent")
    ('1234 AB  DEN HAAG', '9000 GENT')
    """
    code, town = one_line(postcode), one_line(city).upper()
    if dutch := _DUTCH_POSTCODE.fullmatch(code):
        return f"{dutch[1]} {dutch[2].upper()}  {town}".strip()
    return f"{code} {town}".strip()


def address_lines(debtor: Debtor, *, home: str) -> tuple[str, ...]:
    """The lines as printed; empty ones are left out, long ones broken.

    ``home`` is the creditor's country: a country line appears only when the letter crosses the
    border. When there is too much, the end of a long name and then the contact give way: street,
    town and country never do. See ``is_shortened``.
    """
    country = country_name(debtor.country)
    abroad = bool(country) and country != (country_name(home) or "Nederland")
    street = [line for part in clean(debtor.address).split("\n") for line in _broken(part)]
    town = [line for line in (town_line(debtor.postcode, debtor.city),) if line]
    tail = [*street, *town, *([country.upper()] if abroad else [])]
    name = _broken(debtor.name)
    contact = _broken(_attention(debtor, country or country_name(home)))
    room = MAX_LINES - len(tail)
    lines = [*_shortened(name, max(room - len(contact), 1)), *contact]
    return tuple(lines[: max(room, 1)] + tail)


def is_shortened(debtor: Debtor, *, home: str) -> bool:
    """Whether the block could not hold everything, or holds more lines than the window shows."""
    printed = address_lines(debtor, home=home)
    shown = " ".join(" ".join(printed).split())
    whole = all(
        part in shown for part in (one_line(debtor.name), contact_name(debtor.contact)) if part
    )
    return len(printed) > MAX_LINES or not whole


def _shortened(lines: list[str], most: int) -> list[str]:
    """At most so many lines; an ellipsis shows that the rest is missing."""
    kept = lines[:most]
    if kept and len(lines) > most:
        kept[-1] = f"{kept[-1].rstrip(' -,.')}…"
    return kept


def _attention(debtor: Debtor, country: str) -> str:
    person = contact_name(debtor.contact)
    if not person or person == one_line(debtor.name):
        return ""
    return person if country == _BELGIUM else f"T.a.v. {person}"


def _broken(text: str) -> list[str]:
    """The text as lines that fit; a single word that is too long is cut."""
    lines: list[str] = []
    for word in one_line(text).split():
        if lines and _width(f"{lines[-1]} {word}") <= _LINE_WIDTH:
            lines[-1] = f"{lines[-1]} {word}"
        else:
            lines.extend(_cut(word))
    return lines


def _cut(word: str) -> list[str]:
    pieces = [""]
    for letter in word:
        if _width(pieces[-1] + letter) > _LINE_WIDTH:
            pieces.append("")
        pieces[-1] += letter
    return pieces


def _width(text: str) -> float:
    """A safe estimate of the width in Arial, in units of the letter size."""
    return sum(_letter_width(letter) for letter in text)


def _letter_width(letter: str) -> float:
    if letter in _NARROW:
        return 0.33
    if letter in _WIDE or ord(letter) > 0x2FF:  # noqa: PLR2004 - beyond Latin: up to a full square
        return 1.0
    return 0.72 if letter.isupper() else 0.556
