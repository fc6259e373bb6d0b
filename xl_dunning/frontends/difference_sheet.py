"""The sheet Verschil: what changed in the list since the last run, broken promises on top."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from xl_dunning.frontends.messages_nl import amount, shown
from xl_dunning.frontends.messages_nl.difference import BROKEN_PROMISE, EXPLAINED, WHAT
from xl_dunning.frontends.results import RunResult
from xl_dunning.rules.findings import Detail
from xl_dunning.rules.ledger import Ledger
from xl_dunning.rules.money import ZERO
from xl_dunning.rules.risk.broken_promises import BrokenPromise
from xl_dunning.rules.risk.difference import Change, ItemChange
from xl_dunning.sheets.marking import DATE_FORMAT, MarkValue, OwnSheet, SheetColumn

NAME = "Verschil"
_AMOUNT = "#,##0.00"
"""Without a sign: the currency has a column of its own."""
COLUMNS = (
    SheetColumn(header="Verandering", width=27),
    SheetColumn(header="Debiteurnummer", width=17),
    SheetColumn(header="Naam", width=32),
    SheetColumn(header="Factuurnummer", width=17),
    SheetColumn(header="Vervaldatum", width=15, format=DATE_FORMAT),
    SheetColumn(header="Open vorige ronde", width=17, format=_AMOUNT),
    SheetColumn(header="Open nu", width=14, format=_AMOUNT),
    SheetColumn(header="Verschil", width=14, format=_AMOUNT),
    SheetColumn(header="Valuta", width=8),
    SheetColumn(header="Toelichting", width=64),
)
HEADERS = tuple(column.header for column in COLUMNS)


def difference_sheet(result: RunResult) -> OwnSheet:
    """One row per broken promise and per item that changed; one row that says so when none did."""
    found, ledger = result.difference, result.reading.ledger
    since = found.since if found else None
    rows = [_broken_row(one, ledger) for one in found.broken] if found else []
    if found and since:
        rows += [_changed_row(one, ledger, since=since) for one in found.items]
    return OwnSheet(
        name=NAME,
        title=f"Verschil met de ronde van {shown(since)}" if since else NAME,
        columns=COLUMNS,
        rows=tuple(rows) or (_nothing(result),),
    )


def _nothing(result: RunResult) -> tuple[MarkValue, ...]:
    if result.difference is None:
        text = EXPLAINED["by_hand"]
    elif result.difference.since is None:
        text = EXPLAINED["first"]
    else:
        text = EXPLAINED["same"].format(since=shown(result.difference.since))
    return ("Geen", *(None for _ in HEADERS[2:]), text)


def _broken_row(promise: BrokenPromise, ledger: Ledger) -> tuple[MarkValue, ...]:
    kind = ".account" if not promise.invoice else ""
    everything = "" if promise.promised is not None else ".all"
    key = f"broken{kind}{everything}" if kind or everything else "broken.part"
    details = {
        "on": shown(promise.on),
        "until": shown(promise.until),
        "promised": amount(promise.promised or ZERO, promise.currency),
    }
    return (
        BROKEN_PROMISE,
        promise.debtor,
        ledger.debtor(promise.debtor).name,
        promise.invoice,
        None,
        promise.before,
        promise.now,
        None if promise.before is None else promise.now - promise.before,
        promise.currency,
        EXPLAINED[key].format_map(details),
    )


def _changed_row(item: ItemChange, ledger: Ledger, *, since: date) -> tuple[MarkValue, ...]:
    return (
        WHAT[item.change],
        item.debtor,
        ledger.debtor(item.debtor).name,
        item.invoice,
        item.due_now or item.due_before,
        item.before,
        item.now,
        None if item.currency_before else (item.now or ZERO) - (item.before or ZERO),
        item.currency,
        explained(item, since=since),
    )


def explained(item: ItemChange, *, since: date) -> str:
    """What became of the item, and what else is different about it, in one or more sentences."""
    details: dict[str, Detail] = {
        "since": since,
        "due_before": item.due_before,
        "due_now": item.due_now,
        "currency_before": item.currency_before,
        "currency_now": item.currency,
    }
    words = {name: shown(value) for name, value in details.items()} | {
        "amount_before": amount(item.amount_before or ZERO, item.currency),
        "amount_now": amount(item.amount_now or ZERO, item.currency),
    }
    return " ".join(EXPLAINED[key].format_map(words) for key in _keys(item))


def _keys(item: ItemChange) -> list[str]:
    before, now = item.before or ZERO, item.now or ZERO
    also = _also(item)
    if item.change is Change.CHANGED:
        main = _why_changed(item, before, now)
        return [*([main] if main else []), *also]
    if item.change is Change.PAID:
        main = "paid.logged" if item.now is None else "paid.too_much" if now < ZERO else "paid"
    elif item.change in (Change.DROPPED, Change.NEW):
        credit = (before if item.change is Change.DROPPED else now) < ZERO
        main = f"{item.change}.credit" if credit else item.change.value
    else:
        main = item.change.value
    return [main, *also]


def _why_changed(item: ItemChange, before: Decimal, now: Decimal) -> str:
    if item.currency_before or before == now:
        return ""  # what else is different tells it
    if before < ZERO:
        return "changed.credit"
    return "changed.more" if now > before else "changed.less"


def _also(item: ItemChange) -> list[str]:
    """What is different beside what is open, where both lists tell it."""
    differing = {
        "changed.amount": (item.amount_before, item.amount_now),
        "changed.due": (item.due_before, item.due_now),
    }
    found = [key for key, (old, new) in differing.items() if None not in (old, new) and old != new]
    return ["changed.currency"] if item.currency_before else found
