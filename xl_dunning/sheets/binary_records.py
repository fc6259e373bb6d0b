"""Two things that the library for old files does not tell: error cells, and the 1904 calendar.

It gives an error such as #N/A as a blank. A blank in a column like Betwist means something else,
so the records of xls and xlsb are walked for errors here.
"""

from __future__ import annotations

from collections.abc import Iterator

_XLS_DATE_MODE, _XLS_FORMULA, _XLS_BOOL_OR_ERROR = 0x0022, 0x0006, 0x0205
_XLSB_ERRORS = frozenset({3, 11})
"""A cell that is an error, and a formula whose result is one."""


def xls_records(stream: bytes) -> Iterator[tuple[int, bytes]]:
    """The records of a Workbook stream, kind and data; a broken end is left out."""
    start = 0
    while start + 4 <= len(stream):
        kind = int.from_bytes(stream[start : start + 2], "little")
        size = int.from_bytes(stream[start + 2 : start + 4], "little")
        yield kind, stream[start + 4 : start + 4 + size]
        start += 4 + size


def xls_error(kind: int, data: bytes) -> bool:
    """Whether a record is a cell that shows an error."""
    if kind == _XLS_BOOL_OR_ERROR:
        return data[7:8] == b"\x01"
    # The 8 bytes of a formula's result start with 2 and end with FFFF when it is an error.
    return kind == _XLS_FORMULA and data[6:7] == b"\x02" and data[12:14] == b"\xff\xff"


def xls_date1904(kind: int, data: bytes) -> bool:
    """Whether a record says that days count from 1904."""
    return kind == _XLS_DATE_MODE and data[:1] == b"\x01"


def xlsb_has_errors(part: bytes) -> bool:
    """Whether a worksheet part of an xlsb holds a cell that shows an error."""
    start = 0
    while start < len(part):
        kind, start = _number(part, start, most=2)
        size, start = _number(part, start, most=4)
        if kind in _XLSB_ERRORS:
            return True
        start += size
    return False


def _number(part: bytes, start: int, *, most: int) -> tuple[int, int]:
    # Seven bits a byte, the lowest first; the top bit says that another byte follows.
    number = 0
    for place, byte in enumerate(part[start : start + most]):
        number |= (byte & 0x7F) << (7 * place)
        if not byte & 0x80:
            return number, start + place + 1
    return number, start + most
