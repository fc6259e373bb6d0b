"""Text in cells: blanks of every kind, headers made comparable, keys that stay text, yes and no."""

from __future__ import annotations

import re
import unicodedata
from datetime import date
from decimal import Decimal
from functools import lru_cache

from xl_dunning.sheets.grid import Cell, CellValue

# Zero-width characters and the soft hyphen are invisible too, but are no blanks to Python.
_BLANKS = re.compile(r"[\s\u00ad\u200b-\u200f\u2060\ufeff]+")
_FLOAT_KEY = re.compile(r"(\d+)[.,]0+")
_LAST_EXACT_DIGITS = 15

# As a Dutch Excel shows what the file keeps in English.
_DUTCH_ERRORS = {
    "#N/A": "#N/B",
    "#VALUE!": "#WAARDE!",
    "#REF!": "#VERW!",
    "#DIV/0!": "#DEEL/0!",
    "#NAME?": "#NAAM?",
    "#NUM!": "#GETAL!",
    "#NULL!": "#LEEG!",
}

_YES = frozenset({"ja", "j", "yes", "y", "x", "1", "true", "waar", "wel", "oui", "aan", "v", "✓"})
_NO = frozenset(
    {"nee", "neen", "n", "no", "0", "false", "onwaar", "niet", "non", "uit", "geen", "-"}
)


@lru_cache(maxsize=4096)
def trimmed(text: str) -> str:
    r"""The text without blanks around it, and with single spaces inside.

    >>> trimmed("\xa0 Openstaand\n bedrag\u200b ")
    'Openstaand bedrag'
    """
    return _BLANKS.sub(" ", text).strip()


@lru_cache(maxsize=4096)
def compact(header: str) -> str:
    """A header in the form in which headers are compared: letters and digits only.

    >>> compact("Deb. nr."), compact("OpenAmount"), compact("Échéance"), compact("Klant #")
    ('debnr', 'openamount', 'echeance', 'klantnr')
    """
    flat = unicodedata.normalize("NFKD", header.replace("#", "nr").casefold())
    return "".join(sign for sign in flat if sign.isalnum())


def is_blank(cell: Cell | None) -> bool:
    """Whether the user sees nothing here; errors and unknown formula results are something."""
    if cell is None:
        return True
    value = cell.value
    if isinstance(value, str):
        return not trimmed(value)
    return value is None and not cell.error and not cell.uncalculated


def text_of(cell: Cell | None) -> str:
    """The cell as the user would type it: dates day-month-year, numbers with a comma."""
    if cell is None:
        return ""
    return _DUTCH_ERRORS.get(cell.error, cell.error) or cell.shown or shown_value(cell.value)


def shown_value(value: CellValue) -> str:
    """A value in Dutch notation.

    >>> shown_value(Decimal("1234.50")), shown_value(date(2026, 3, 1)), shown_value(True)
    ('1234,50', '01-03-2026', 'ja')
    """
    match value:
        case None:
            return ""
        case bool():
            return "ja" if value else "nee"
        case date():
            return f"{value:%d-%m-%Y}"
        case Decimal():
            whole = value == value.to_integral_value()
            return f"{value:f}".split(".")[0] if whole else f"{value:f}".replace(".", ",")
        case _:
            return trimmed(value)


def key_text(cell: Cell | None) -> str | None:
    """A key (debtor or invoice number) as text; empty for a blank, None when it can't be one.

    Numbers lose the fraction that a float gave them, a format's leading zeros win, and a number
    that Excel wrote in powers of ten has lost its digits, so it is no key any more.
    """
    if cell is None:
        return ""
    if cell.error or cell.uncalculated or isinstance(cell.value, date | bool):
        return None
    if cell.shown:
        return trimmed(cell.shown)
    text = shown_value(cell.value)
    if re.fullmatch(r"\d[.,]?\d*E\+\d+", text, re.IGNORECASE):
        return None
    whole = _FLOAT_KEY.fullmatch(text)
    return whole[1] if whole else text


def has_lost_digits(cell: Cell) -> bool:
    """Whether a number is longer than Excel keeps exactly."""
    value = cell.value
    return isinstance(value, Decimal) and len(f"{abs(value):f}".split(".")[0]) > _LAST_EXACT_DIGITS


def flag(value: CellValue) -> bool | None:
    """Yes or no; a blank is no; None when the text says neither."""
    if value is None or isinstance(value, bool):
        return bool(value)
    text = shown_value(value).casefold()
    if text in _YES:
        return True
    return False if not text or text in _NO else None
