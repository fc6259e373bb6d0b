"""Addresses of cells and ranges as four numbers: left, top, right, bottom; inclusive, from 1."""

from __future__ import annotations

from openpyxl.utils import get_column_letter, range_boundaries


def bounds(ref: str) -> tuple[int, int, int, int]:
    """The numbers of an address.

    >>> bounds("B2:D9"), bounds("$C$4")
    ((2, 2, 4, 9), (3, 4, 3, 4))
    """
    left, top, right, bottom = range_boundaries(ref)
    return left or 1, top or 1, right or 1, bottom or 1


def address(left: int, top: int, right: int, bottom: int) -> str:
    """The address of the numbers.

    >>> address(2, 2, 4, 9)
    'B2:D9'
    """
    return f"{get_column_letter(left)}{top}:{get_column_letter(right)}{bottom}"
