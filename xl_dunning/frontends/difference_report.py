"""What changed since the last run, for programs (JSON) and in a line or two for people."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from decimal import Decimal
from typing import Any

from xl_dunning.frontends.messages_nl import amount, shown
from xl_dunning.frontends.messages_nl.difference import EXPLAINED, FIRST_RUN, WHAT
from xl_dunning.frontends.results import RunResult
from xl_dunning.rules.ledger import Ledger
from xl_dunning.rules.money import ZERO
from xl_dunning.rules.risk.broken_promises import BrokenPromise
from xl_dunning.rules.risk.difference import Change, Difference, ItemChange

_MOST_NAMED = 3
"""Debtors with a broken promise that are named in the report; all of them are on the sheet."""
_IN_REPORT = (
    Change.NEW,
    Change.PAID,
    Change.PARTLY_PAID,
    Change.DROPPED,
    Change.CHANGED,
    Change.RETURNED,
)


def difference_json(found: Difference | None) -> dict[str, Any]:
    """The object ``since_last_run``: each kind of change is there, empty or not."""
    found = found or Difference()
    return {
        "last_run": _day(found.since),
        **{change.value: [_item(one) for one in found.of(change)] for change in _IN_REPORT},
        "broken_promises": [_promise(one) for one in found.broken],
    }


def difference_lines(result: RunResult) -> list[str]:
    """How many items changed and how, with the amounts that came in; then the broken promises."""
    found = result.difference
    if found is None:
        return []
    if found.since is None:
        return [FIRST_RUN]
    since = shown(found.since)
    told = [_counted(change, items) for change in _IN_REPORT if (items := found.of(change))]
    same = EXPLAINED["same"].format(since=since)
    lines = [f"Sinds de ronde van {since}: {', '.join(told)}." if told else same]
    return lines + _broken_line(found.broken, result.reading.ledger)


def _counted(change: Change, items: tuple[ItemChange, ...]) -> str:
    text = f"{len(items)} {WHAT[change].lower()}"
    less: dict[str, Decimal] = defaultdict(lambda: ZERO)
    for item in items:
        less[item.currency] += (item.before or ZERO) - max(item.now or ZERO, ZERO)
    sums = " en ".join(amount(value, currency) for currency, value in less.items())
    if change is Change.PAID or change is Change.DROPPED:
        return f"{text} (samen {sums})"
    return f"{text} ({sums} minder open)" if change is Change.PARTLY_PAID else text


def _broken_line(broken: tuple[BrokenPromise, ...], ledger: Ledger) -> list[str]:
    if not broken:
        return []
    names = list(dict.fromkeys(ledger.debtor(one.debtor).name or one.debtor for one in broken))
    named = ", ".join(names[:_MOST_NAMED])
    more = f" en nog {len(names) - _MOST_NAMED}" if len(names) > _MOST_NAMED else ""
    kept = "toezegging is" if len(broken) == 1 else "toezeggingen zijn"
    return [f"{len(broken)} {kept} niet nagekomen ({named}{more}); zie het blad Verschil."]


def _item(item: ItemChange) -> dict[str, Any]:
    return {
        "invoice": item.invoice,
        "debtor": item.debtor,
        "currency": item.currency,
        "before": _amount(item.before),
        "now": _amount(item.now),
        "due_before": _day(item.due_before),
        "due_now": _day(item.due_now),
    }


def _promise(promise: BrokenPromise) -> dict[str, Any]:
    return {
        "invoice": promise.invoice or None,
        "debtor": promise.debtor,
        "currency": promise.currency,
        "before": _amount(promise.before),
        "now": _amount(promise.now),
        "promised": _amount(promise.promised),
        "promised_on": _day(promise.on),
        "until": _day(promise.until),
        "event": promise.event,
    }


def _amount(value: Decimal | None) -> str | None:
    return None if value is None else f"{value:.2f}"


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
