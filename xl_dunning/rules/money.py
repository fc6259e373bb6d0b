"""Euro amounts (bedragen): exact decimals of whole cents, rounded half-up."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import ROUND_HALF_UP, Decimal
from typing import TypeAlias

Euro: TypeAlias = Decimal
"""An amount in euro with exactly two decimals. Never a float, never unrounded."""

CENT = Decimal("0.01")
ZERO: Euro = Decimal("0.00")


def euro(value: Decimal | int | str) -> Euro:
    """The value in euro, rounded half-up to whole cents.

    >>> euro("2.675"), euro(-1), euro("-0.005")
    (Decimal('2.68'), Decimal('-1.00'), Decimal('-0.01'))
    """
    return Decimal(value).quantize(CENT, rounding=ROUND_HALF_UP)


def total(amounts: Iterable[Euro]) -> Euro:
    """The sum of the amounts in euro; of none: 0.00."""
    return sum(amounts, start=ZERO)
