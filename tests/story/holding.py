"""What holds letters back, worked out from the Logboek alone: not by the rules of the program."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, datetime, timedelta

from tests.acceptance.books import Row

_ENDS_PLAN = "regeling_verbroken"
_PROMISES = ("toezegging", "betaling onderweg")


def standing(log: Sequence[Row]) -> list[Row]:
    """The events that still count."""
    gone = {row["Trekt in"] for row in log}
    return [row for row in log if row["Id"] not in gone and not row["Trekt in"]]


def steps(log: Sequence[Row]) -> list[Row]:
    """The letters that carried a step of a policy out."""
    return [row for row in log if row["Gebeurtenis"] == "brief" and row["Fase"] and row["Document"]]


def day_of(value: object) -> date:
    """A day as a cell gives it."""
    assert isinstance(value, date)
    return value.date() if isinstance(value, datetime) else value


def holding(log: Sequence[Row], letter: Row) -> Iterator[str]:
    """What was in force about the invoice of the letter on the morning it was made."""
    on = day_of(letter["Datum"])
    disputed = blocked = ""
    for row in log[: log.index(letter)]:
        about = (row["Debiteurnummer"], row["Factuurnummer"])
        if about not in (
            (letter["Debiteurnummer"], letter["Factuurnummer"]),
            (letter["Debiteurnummer"], None),
        ):
            continue
        kind = row["Gebeurtenis"]
        if row["Uitkomst"] == "betwist" or (kind == "betwisting" and row["Bedrag"] is None):
            disputed = "betwisting"
        elif kind == "betwisting opgelost":
            disputed = ""
        elif kind in ("blokkade", "overdracht", "juridisch"):
            blocked = kind
        elif kind == "vrijgave":
            blocked = ""
        elif (kind == "regeling" and not _ended(log, row, by=on)) or _runs(row, on):
            yield kind
    yield from filter(None, (disputed, blocked))


def _runs(row: Row, on: date) -> bool:
    """Whether it is a promise or settlement whose last day has not passed."""
    agreed = row["Gebeurtenis"] in ("toezegging", "schikking") or row["Uitkomst"] in _PROMISES
    return agreed and row["Tot en met"] is not None and on <= day_of(row["Tot en met"])


def _ended(log: Sequence[Row], plan: Row, *, by: date) -> bool:
    return any(
        row["Sjabloon"] == _ENDS_PLAN
        and row["Betreft"] == plan["Id"]
        and day_of(row["Datum"]) + timedelta(days=1) <= by
        for row in log
    )
