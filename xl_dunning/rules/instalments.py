"""Instalments (termijnen): a debt cut into parts, and what has been paid of each."""

from __future__ import annotations

from collections.abc import Sequence

from xl_dunning.rules.findings import Refusal
from xl_dunning.rules.money import ZERO, Euro


def split(debt: Euro, *, each: Euro) -> tuple[Euro, ...]:
    """Equal parts that add up to the debt; the last one takes what is left.

    Raises:
        Refusal: INSTALMENT_TOO_SMALL when the part is not more than nothing.
    """
    if each <= ZERO:
        raise Refusal("INSTALMENT_TOO_SMALL", amount=each)
    parts: list[Euro] = []
    left = debt
    while left > ZERO:
        parts.append(min(each, left))
        left -= parts[-1]
    return tuple(parts)


def paid_of_each(instalments: Sequence[Euro], *, paid: Euro) -> tuple[Euro, ...]:
    """What is paid of each instalment: the oldest first, whatever the payment was meant for."""
    shares: list[Euro] = []
    left = paid
    for amount in instalments:
        shares.append(min(amount, left))
        left -= shares[-1]
    return tuple(shares)
