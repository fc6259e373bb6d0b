"""Events, runs and observations as records of the database, both ways."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from sqlalchemy import RowMapping

from xl_dunning.rules.agreements.schedule import schedule_from, schedule_text
from xl_dunning.rules.events import Channel, Event, EventKind, Outcome
from xl_dunning.rules.money import Euro
from xl_dunning.rules.risk.observations import Observation
from xl_dunning.workflow.ports import Run


def record_of(item: Event) -> dict[str, Any]:
    """The event as a record; its sequence is given by the database."""
    return {
        "id": item.id,
        "on": item.on,
        "debtor": item.debtor,
        "kind": item.kind.value,
        "invoice": item.invoice,
        "stage": item.stage,
        "channel": item.channel.value if item.channel else None,
        "pay_by": item.pay_by,
        "amount": _text(item.amount),
        "until": item.until,
        "note": item.note,
        "document": item.document,
        "sha256": item.sha256,
        "run": item.run,
        "voids": item.voids,
        "outcome": item.outcome.value if item.outcome else "",
        "schedule": schedule_text(item.schedule),
        "by": item.by,
        "template": item.template,
        "about": item.about,
    }


def event_of(record: RowMapping) -> Event:
    """The event as it was recorded; columns of a later version may be missing."""
    outcome, schedule = record.get("outcome"), record.get("schedule")
    return Event(
        **{
            **record,
            "kind": EventKind(record["kind"]),
            "channel": Channel(record["channel"]) if record["channel"] else None,
            "amount": _amount(record["amount"]),
            "outcome": Outcome(outcome) if outcome else None,
            "schedule": (schedule_from(schedule) or ()) if schedule else (),
        }
    )


def record_of_run(run: Run) -> dict[str, Any]:
    """The run as a record; its state is kept by the case file."""
    return {
        "id": run.id,
        "reference_date": run.reference_date,
        "letters_dir": run.letters_dir,
        "output": run.output,
        "creditor": run.creditor,
        "iban": run.iban,
        "by_hand": run.by_hand,
    }


def run_of(record: RowMapping) -> Run:
    """The run as it was recorded; columns of a later version may be missing."""
    return Run(
        id=record["id"],
        reference_date=record["reference_date"],
        undone=record["state"] == "undone",
        letters_dir=record["letters_dir"],
        output=record["output"],
        creditor=record["creditor"],
        iban=record["iban"],
        by_hand=record.get("by_hand", ""),
    )


def record_of_observation(item: Observation) -> dict[str, Any]:
    """The observation as a record."""
    return {
        "run": item.run,
        "on": item.on,
        "debtor": item.debtor,
        "invoice": item.invoice,
        "currency": item.currency,
        "due_date": item.due_date,
        "invoice_date": item.invoice_date,
        "amount": _text(item.amount),
        "open": _text(item.open),
    }


def observation_of(record: RowMapping) -> Observation:
    """The observation as it was recorded."""
    told = {name: value for name, value in record.items() if name != "sequence"}
    return Observation(
        **{**told, "amount": _amount(record["amount"]), "open": _amount(record["open"])}
    )


def _text(amount: Euro | None) -> str | None:
    # SQLite would make a float of a number.
    return None if amount is None else str(amount)


def _amount(text: str | None) -> Euro | None:
    return None if text is None else Decimal(text)
