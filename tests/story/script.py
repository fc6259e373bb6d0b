"""The script of the story, read from ``story.toml``: the company, its debtors and what happens."""

from __future__ import annotations

import tomllib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

from tests.story.sentences import Happening, amount_of, day_of, happening
from xl_dunning.law.calendar import is_working_day

_FILE = Path(__file__).with_name("story.toml")
_OWN_WORDS = ("facturen", "verhaal", "kop")
"""Fields of a debtor that are no column of the sheet Debiteuren."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Invoice:
    """An invoice as it was made."""

    number: str
    debtor: str
    made_on: date
    due_on: date
    amount: Decimal
    text: str
    reminders: int = 0
    """Letters that were sent before this program was used, the last one on ``reminded_on``."""
    reminded_on: date | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Script:
    """All that is known before the first day."""

    settings: Mapping[str, object]
    days: tuple[date, ...]
    """The working days of the story on which a run is made."""
    special: Mapping[date, str]
    """What is unusual on a day: no run, two runs, a run that is taken back."""
    debtors: tuple[Mapping[str, Any], ...]
    """Rows of the sheet Debiteuren."""
    heads: Mapping[str, str]
    """Debtor number to what this debtor is in the story for."""
    invoices: tuple[Invoice, ...]
    happenings: tuple[Happening, ...]


def read_script() -> Script:
    """The script.

    Raises:
        ValueError: for a line that no sentence fits, or that is told of a day without a run.
    """
    with _FILE.open("rb") as file:
        data = tomllib.load(file)
    special = {day_of(day): what for day, what in data["bijzondere_dagen"].items()}
    working = is_working_day("nl")
    first, last = day_of(data["eerste_dag"]), day_of(data["laatste_dag"])
    every = (first + timedelta(days=count) for count in range((last - first).days + 1))
    days = tuple(day for day in every if working(day) and special.get(day) != "geen ronde")
    told = tuple(_happenings(data["debiteur"]))
    for each in told:
        if each.on not in days:
            raise ValueError(f"{each.on}: {each.line}")
    return Script(
        settings=data["instellingen"],
        days=days,
        special=special,
        debtors=tuple(_row(debtor) for debtor in data["debiteur"]),
        heads={debtor["Debiteurnummer"]: debtor["kop"] for debtor in data["debiteur"]},
        invoices=tuple(_invoices(data["debiteur"])),
        happenings=told,
    )


def _row(debtor: Mapping[str, Any]) -> Mapping[str, Any]:
    return {name: value for name, value in debtor.items() if name not in _OWN_WORDS}


def _invoices(debtors: list[dict[str, Any]]) -> Iterator[Invoice]:
    for debtor in debtors:
        for line in debtor["facturen"]:
            parts = [part.strip() for part in line.split("|")]
            number, made_on, due_on, amount, text, *before = parts
            yield Invoice(
                number=number,
                debtor=debtor["Debiteurnummer"],
                made_on=day_of(made_on),
                due_on=day_of(due_on),
                amount=amount_of(amount),
                text=text,
                reminders=int(before[0]) if before else 0,
                reminded_on=day_of(before[1]) if before else None,
            )


def _happenings(debtors: list[dict[str, Any]]) -> Iterator[Happening]:
    for debtor in debtors:
        for line in debtor.get("verhaal", "").strip().splitlines():
            yield happening(line, debtor["Debiteurnummer"])
