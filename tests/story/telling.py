"""The log as it is read: one block per debtor, one line per event, oldest first."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date, datetime
from decimal import Decimal

from tests.acceptance.books import Row
from tests.story.play import Story
from xl_dunning.frontends.messages_nl import amount


def told(story: Story) -> str:
    """The whole log, with what the bank and the books did between brackets."""
    log = story.log
    gone = {row["Trekt in"]: row for row in log if row["Trekt in"]}
    blocks = []
    for debtor in story.script.debtors:
        number = debtor["Debiteurnummer"]
        policy = debtor.get("Beleid", story.script.settings["beleid"])
        head = (
            f"{number} {debtor['Naam']} ({debtor['Soort']}, {policy}): {story.script.heads[number]}"
        )
        lines = [
            (day_of(row), 1, line(row, gone))
            for row in log
            if row["Debiteurnummer"] == number and not row["Trekt in"]
        ]
        lines += [
            (on, 0, f"{on:%d-%m}  [{said}]") for on, who, said in story.books.told if who == number
        ]
        lines.sort(key=lambda each: each[:2])
        open_ = [
            f"{row['Factuurnummer']} {amount_of(row['Openstaand'])}"
            for row in story.days[-1].rows
            if row["Debiteurnummer"] == number
        ]
        end = "open: " + ", ".join(open_) if open_ else "alles betaald"
        blocks.append("\n".join([head, *(f"  {text}" for _, _, text in lines), f"  {end}"]))
    return "\n\n".join(blocks) + "\n"


def day_of(row: Row) -> date:
    """The day of an event."""
    value = row["Datum"]
    return value.date() if isinstance(value, datetime) else value


def line(row: Row, gone: dict[str, Row]) -> str:
    """One event."""
    parts = [part for part in _parts(row) if part]
    text = f"{day_of(row):%d-%m}  {row['Gebeurtenis']} " + "; ".join(parts)
    return text + (" — INGETROKKEN" if row["Id"] in gone else "")


def _parts(row: Row) -> Iterator[str]:
    named = [row["Uitkomst"], row["Fase"] or row["Sjabloon"], row["Factuurnummer"] or "alle"]
    yield " ".join(str(part) for part in named if part)
    yield "" if row["Bedrag"] is None else amount_of(row["Bedrag"])
    yield f"betalen voor {_day(row['Betalen voor'])}" if row["Betalen voor"] else ""
    yield f"tot en met {_day(row['Tot en met'])}" if row["Tot en met"] else ""
    yield f"per {row['Kanaal']}" if row["Kanaal"] in ("post", "e-mail") else ""
    yield row["Termijnen"] or ""
    yield f"door {row['Door']}" if row["Door"] else ""
    yield f"„{row['Notitie']}”" if row["Notitie"] else ""


def amount_of(value: object) -> str:
    """Euro as the Dutch write it."""
    return amount(Decimal(str(value)).quantize(Decimal("0.01")))


def _day(value: object) -> str:
    assert isinstance(value, date)
    return f"{value:%d-%m-%Y}"
