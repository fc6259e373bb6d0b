"""Text of the user's data, made fit for a letter, and figures as its reader writes them."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from decimal import Decimal

from xl_dunning.letters.dutch import DUTCH
from xl_dunning.letters.spoken import Spoken

_BREAKS = re.compile(r"\r\n?|[\v\f\x85\u2028\u2029]")
# What XML forbids, half surrogate pairs, and marks that turn the reading direction: the last ones
# would show the rest of the line, amounts included, back to front.
_UNFIT = re.compile(
    "[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\ud800-\udfff\u202a-\u202e\u2066-\u2069\ufffe\uffff]"
)


def clean(text: str) -> str:
    r"""The text without characters that a document can't hold; every line break is one ``\n``.

    >>> clean("Jansen\x07 & Zn.\r\n\ud800BV")
    'Jansen & Zn.\nBV'
    """
    return _UNFIT.sub("", _BREAKS.sub("\n", text))


def one_line(text: str) -> str:
    r"""The clean text on one line, single blanks between the words.

    >>> one_line(" Kade 1\nachter ")
    'Kade 1 achter'
    """
    return " ".join(clean(text).split())


def in_words(day: date, spoken: Spoken = DUTCH) -> str:
    """A date with the month written out.

    >>> in_words(date(2026, 11, 1))
    '1 november 2026'
    """
    return f"{day.day} {spoken.months[day.month - 1]} {day.year}"


def in_digits(day: date | None, spoken: Spoken = DUTCH) -> str:
    """A date as it stands in a table; a dash when it is not known.

    >>> in_digits(date(2026, 11, 1)), in_digits(None)
    ('01-11-2026', '–')
    """
    if day is None:
        return "–"
    name = spoken.months[day.month - 1]
    return spoken.digits_of_day.format(day=day.day, month=day.month, name=name, year=day.year)


def money(amount: Decimal | None, currency: str, spoken: Spoken = DUTCH) -> str:
    r"""An amount with its currency, hard blank between; a dash when it is not known.

    >>> money(Decimal("-1234.50"), "EUR")
    '€\xa0-1.234,50'
    """
    if amount is None:
        return "–"
    sign = "€" if currency == "EUR" else currency
    return f"{sign}\N{NO-BREAK SPACE}{_marked(f'{amount:,.2f}', spoken)}"


def percentage(percent: Decimal, spoken: Spoken = DUTCH) -> str:
    """A rate with two decimals.

    >>> percentage(Decimal("10.4"))
    '10,40%'
    """
    return f"{_marked(f'{percent:.2f}', spoken)}%"


def short_percentage(percent: Decimal, spoken: Spoken = DUTCH) -> str:
    """A percentage with no more decimals than it has.

    >>> short_percentage(Decimal("15.00")), short_percentage(Decimal("0.5"))
    ('15%', '0,5%')
    """
    return f"{_marked(f'{percent.normalize():f}', spoken)}%"


def enumerated(words: Sequence[str], spoken: Spoken = DUTCH) -> str:
    """The words as an enumeration.

    >>> enumerated(["a", "b", "c"])
    'a, b en c'
    """
    *first, last = words
    return f"{', '.join(first)} {spoken.and_} {last}" if first else last


def _marked(digits: str, spoken: Spoken) -> str:
    return digits.translate(str.maketrans(",.", spoken.marks))
