"""The instalments of a payment plan: made from a few figures, typed as text, and read back.

As text: ``01-12-2026: 400,00; 01-01-2027: 400,00``. A user may also type each on a line of its own,
or all of them short: ``3 x 400 per maand vanaf 1-12-2026``, or with the whole debt ``1000: 333,34
per maand vanaf 1-12-2026``.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from enum import StrEnum

from dateutil.relativedelta import relativedelta

from xl_dunning.rules.events import Instalment
from xl_dunning.rules.findings import Refusal
from xl_dunning.rules.instalments import split
from xl_dunning.rules.money import ZERO, Euro, euro

MOST = 120
"""Instalments in one plan: ten years of months."""

_YEARS = range(1980, 2200)
"""Another year is a slip of the pen, and would not be read back as it was written."""
_AMOUNT = (
    r"(?:€\s*)?(?P<{0}>\d{{1,3}}(?:\.\d{{3}})+(?:,\d{{1,2}})?|\d{{1,9}}(?:[.,]\d{{1,2}})?)"
    r"(?:,-{{1,2}})?"
)
# A year of two digits reads as in the lists; the amount after it must stand apart.
_DAY = r"(?P<{0}>\d{{1,2}}[-/]\d{{1,2}}[-/](?:\d{{4}}|\d{{2}})|\d{{4}}-\d{{2}}-\d{{2}})"
_LINE = re.compile(_DAY.format("day") + r"(?:\s*[:=]\s*|\s+)" + _AMOUNT.format("amount"))
_SHORT = re.compile(
    r"(?:(?P<count>\d{1,3})\s*(?:x|×|keer|termijnen van)\s*|"
    + _AMOUNT.format("debt")
    + r"\s*:\s*)"
    + _AMOUNT.format("each")
    + r"\s*(?:per|elke)\s+(?P<every>[\w ]+?)\s+(?:vanaf|met ingang van)\s+"
    + _DAY.format("first"),
    re.IGNORECASE,
)
_THOUSANDS = re.compile(r"\.(?=\d{3}(?:\D|$))")


class Every(StrEnum):
    """How far the instalments of a plan lie apart."""

    WEEK = "week"
    TWO_WEEKS = "2 weken"
    MONTH = "maand"
    QUARTER = "kwartaal"


_STEP = {
    Every.WEEK: relativedelta(weeks=1),
    Every.TWO_WEEKS: relativedelta(weeks=2),
    Every.MONTH: relativedelta(months=1),
    Every.QUARTER: relativedelta(months=3),
}
_SPELLINGS = {"twee weken": Every.TWO_WEEKS, "14 dagen": Every.TWO_WEEKS, "7 dagen": Every.WEEK}


def schedule(
    debt: Euro, *, each: Euro, first: date, every: Every = Every.MONTH
) -> tuple[Instalment, ...]:
    """Equal instalments that add up to the debt; the last one takes what is left.

    A month is counted from the first day, so 31 January is followed by 28 February and 31 March.

    Raises:
        Refusal: INSTALMENT_TOO_SMALL, PLAN_TOO_LONG.
    """
    if each > ZERO and debt > each * MOST:
        raise Refusal("PLAN_TOO_LONG", most=MOST)
    return tuple(
        Instalment(due_on=first + _STEP[every] * number, amount=amount)
        for number, amount in enumerate(split(debt, each=each))
    )


def schedule_text(instalments: Sequence[Instalment]) -> str:
    """The instalments as the sheet and the database keep them.

    >>> schedule_text([Instalment(due_on=date(2026, 12, 1), amount=euro("1400"))])
    '01-12-2026: 1400,00'
    """
    return "; ".join(
        f"{part.due_on:%d-%m-%Y}: {part.amount:.2f}".replace(".", ",") for part in instalments
    )


def schedule_from(text: str) -> tuple[Instalment, ...] | None:
    """The instalments that were typed, oldest first; None when the text is not a schedule.

    >>> schedule_text(schedule_from("1000: 333,34 per maand vanaf 31-12-2026"))
    '31-12-2026: 333,34; 31-01-2027: 333,34; 28-02-2027: 333,32'
    """
    if short := _SHORT.fullmatch(" ".join(text.split()).rstrip(";. ")):
        return _shortly(short)
    lines = [part.strip() for part in re.split(r"[;\n]", text)]
    found = [_LINE.fullmatch(" ".join(line.split()).rstrip(". ")) for line in lines if line]
    instalments: list[Instalment] = []
    for line in found:
        day = _day(line["day"]) if line else None
        if line is None or day is None or len(instalments) == MOST:
            return None
        instalments.append(Instalment(due_on=day, amount=_amount(line["amount"])))
    if not instalments or any(part.amount <= ZERO for part in instalments):
        return None
    return tuple(sorted(instalments, key=lambda part: part.due_on))


def _shortly(typed: re.Match[str]) -> tuple[Instalment, ...] | None:
    first, each = _day(typed["first"]), _amount(typed["each"])
    word = typed["every"].casefold()
    every = _SPELLINGS.get(word) or next((known for known in Every if known.value == word), None)
    if first is None or every is None:
        return None
    debt = each * int(typed["count"]) if typed["count"] else _amount(typed["debt"])
    try:
        found = schedule(debt, each=each, first=first, every=every)
    except Refusal:
        return None
    return found if found and found[-1].due_on.year in _YEARS else None


def _day(typed: str) -> date | None:
    parts = re.split(r"[-/]", typed)
    year, month, day = parts if len(parts[0]) > 2 else reversed(parts)  # noqa: PLR2004 - a year
    try:
        found = date(int(year) if len(year) > 2 else 2000 + int(year), int(month), int(day))  # noqa: PLR2004
    except ValueError:
        return None
    return found if found.year in _YEARS else None


def _amount(typed: str) -> Euro:
    return euro(_THOUSANDS.sub("", typed).replace(",", "."))
