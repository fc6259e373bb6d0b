"""Which day a button counts from: the Peildatum of the workbook."""

from __future__ import annotations

from datetime import date, datetime

from xl_dunning.frontends.ribbon.desk import Press, Sentence
from xl_dunning.rules.findings import Refusal
from xl_dunning.sheets.live import defined_value

REFERENCE_DATE = "Peildatum"
"""Defined name of the cell with the day that everything on the sheets counts from."""


def reference_date(press: Press) -> date:
    """The day in the cell Peildatum; today when there is no such cell, or nothing in it.

    Raises:
        Refusal: REFERENCE_DATE_UNREADABLE; today is not what she meant then.
    """
    value = defined_value(press.book, REFERENCE_DATE)
    if isinstance(value, datetime):
        return value.date()
    if value in (None, ""):
        return press.today
    raise Refusal("REFERENCE_DATE_UNREADABLE", value=str(value))


def questions_about(day: date, press: Press) -> tuple[Sentence, ...]:
    """What to ask before letters get another date than today's; nothing when it is today's.

    Raises:
        Refusal: REFERENCE_DATE_AHEAD, for a letter can't be sent tomorrow.
    """
    if day > press.today:
        raise Refusal("REFERENCE_DATE_AHEAD", reference_date=day)
    return (("ASK_REFERENCE_DATE", {"reference_date": day}),) if day < press.today else ()
