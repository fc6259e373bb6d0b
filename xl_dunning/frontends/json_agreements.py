"""Agreements, suspensions and things to do in the ``--json`` object of a run: a contract."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from xl_dunning.frontends.results import RunResult
from xl_dunning.frontends.todo_rows import TodoRow, todo_rows
from xl_dunning.rules.agreements.calls import promises
from xl_dunning.rules.agreements.states import InstalmentState, Judgement, Suspension
from xl_dunning.rules.events import EventKind

JsonObject = dict[str, Any]


def agreements_json(result: RunResult) -> JsonObject:
    """The keys ``todos``, ``agreements`` and ``suspensions``; amounts are texts, days ISO dates."""
    return {
        "todos": [_todo(row) for row in todo_rows(result)],
        "agreements": [_agreement(judged) for judged in result.proposal.agreements],
        "suspensions": [_suspension(found) for found in result.proposal.suspensions],
    }


def _todo(row: TodoRow) -> JsonObject:
    return {
        "kind": row.todo.kind.value,
        "debtor": row.debtor,
        "name": row.name,
        "phone": row.phone or None,
        "currency": row.currency,
        "invoices": list(row.invoices),
        "amount": _amount(row.amount),
        "since": row.todo.since.isoformat(),
        "days_overdue": row.days_overdue,
        "event": row.todo.event or None,
        "text": row.text,
    }


def _agreement(judged: Judgement) -> JsonObject:
    """``invoice`` is null for one with the whole debtor; ``invoices`` are those that it is about.

    ``holds_until`` is the last day on which it holds letters back, bank days included.
    """
    event = judged.event
    return {
        "event": event.id,
        "debtor": event.debtor,
        "invoice": event.invoice or None,
        "invoices": [invoice for _, invoice in judged.keys],
        "kind": (EventKind.PROMISE if promises(event) else event.kind).value,
        "on": event.on.isoformat(),
        "until": judged.until.isoformat(),
        "holds_until": judged.holds_until.isoformat(),
        "amount": _amount(judged.promised),
        "paid": _amount(judged.paid),
        "state": judged.state.value,
        "instalments": [_instalment(part) for part in judged.instalments],
    }


def _instalment(part: InstalmentState) -> JsonObject:
    return {
        "number": part.number,
        "due_on": part.due_on.isoformat(),
        "amount": _amount(part.amount),
        "paid": _amount(part.paid),
        "left": _amount(part.left),
        "late": part.late,
    }


def _suspension(found: Suspension) -> JsonObject:
    return {
        "debtor": found.debtor,
        "currency": found.currency,
        "state": found.state.value,
        "until": _day(found.until),
        "since": _day(found.since),
        "invoices": [item.invoice for item in found.items],
    }


def _amount(amount: Decimal) -> str:
    return f"{amount:.2f}"


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
