"""Numbers of a workbook: exact digits, and the days that serial numbers stand for."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Context, Decimal, InvalidOperation

_SHOWN = Context(prec=15)
_LARGEST = 310
_BEFORE_1900 = date(1899, 12, 31)
_START_1904 = date(1904, 1, 1)
_PHANTOM = 60
_LAST_1900 = 2_958_465
_LAST_1904 = 2_957_003


def exact(text: str) -> Decimal | None:
    """The number that a cell's XML text holds; None when it is no number.

    A whole number keeps all digits, in plain notation. A fraction is rounded to the 15 digits
    that Excel itself shows, so that 1210.0000000000002 is 1210.

    >>> exact("2.0250000000000122E16"), exact("1234.5599999999999"), exact("1E3"), exact("x")
    (Decimal('20250000000000122'), Decimal('1234.56'), Decimal('1000'), None)
    """
    try:
        number = Decimal(text)
    except InvalidOperation:
        return None
    if text.isdecimal():
        return number
    if not number.is_finite() or number.adjusted() > _LARGEST:
        return None
    return plain(number)


def plain(number: Decimal) -> Decimal:
    """The same number without exponent, needless zeros or digits beyond what Excel shows."""
    whole = number.to_integral_value()
    if whole != number:
        number = _SHOWN.plus(number)
        whole = number.to_integral_value()
    return Decimal(int(whole)) if whole == number else number.normalize(_SHOWN)


def day(serial: Decimal, *, date1904: bool) -> date | None:
    """The calendar day of a serial number, its time left out; None when there is no such day.

    Serial 60 is 29 February 1900, a day that Excel invented; 0 is how an empty date comes along.

    >>> day(Decimal("46022.75"), date1904=False), day(Decimal(59), date1904=False)
    (datetime.date(2025, 12, 31), datetime.date(1900, 2, 28))
    """
    count = int(serial)
    if date1904:
        known = serial >= 0 and count <= _LAST_1904
        return _START_1904 + timedelta(days=count) if known else None
    if serial < 1 or count == _PHANTOM or count > _LAST_1900:
        return None
    return _BEFORE_1900 + timedelta(days=count - (count > _PHANTOM))
