"""What the log says of an item, read anew and apart from the rules that are tested."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date

from tests.rules.world import World, weekday
from xl_dunning.rules.agreements.calls import failed, promised_until, promises, unfinished
from xl_dunning.rules.agreements.disputes import disputes
from xl_dunning.rules.dates import add_working_days
from xl_dunning.rules.events import Event, EventKind, standing
from xl_dunning.rules.ledger import OpenItem
from xl_dunning.rules.money import ZERO, total
from xl_dunning.rules.policy import Action, Stage


def about(log: Iterable[Event], item: OpenItem) -> list[Event]:
    """The standing events about the item, by itself or as one of its debtor's."""
    return [
        event
        for event in standing(log)
        if event.debtor == item.debtor and event.invoice in ("", item.invoice)
    ]


def listed(world: World, invoice: str) -> OpenItem:
    (found,) = (each for each in world.items if each.invoice == invoice)
    return found


def is_step(event: Event, stage: Stage, before: Iterable[Event]) -> bool:
    """Whether the event carried the stage out, the last attempt to ring included."""
    if event.stage != stage.key or (unfinished(event) and not failed(event)):
        return False
    tries = sum(failed(other) and other.stage == stage.key for other in before)
    return not failed(event) or (stage.action is Action.CALL and tries + 1 >= stage.attempts)


def in_dispute(events: list[Event], item: OpenItem) -> bool:
    open_: list[Event] = []
    for event in events:
        open_ = [] if event.kind is EventKind.DISPUTE_CLOSED else open_
        open_ += [event] if disputes(event) else []
    in_part = open_ and all(event.invoice and event.amount for event in open_)
    part = total(event.amount or ZERO for event in open_)
    return item.disputed or (bool(open_) and not (in_part and part < (item.open or ZERO)))


def is_blocked(events: list[Event], day: date) -> bool:
    blocks: list[Event] = []
    for event in events:
        if event.kind is EventKind.UNBLOCK:
            blocks = []
        elif event.kind is EventKind.BLOCK or (
            event.kind is EventKind.HANDOVER and not event.stage
        ):
            blocks.append(event)
    return any(event.until is None or event.until >= day for event in blocks)


def is_promised(events: list[Event], item: OpenItem, day: date, *, bank_days: int) -> bool:
    """Whether a promise about the item itself holds it; those of the debtor are not looked at."""
    for event in events:
        if event.invoice == item.invoice and (
            promises(event) or event.kind is EventKind.SETTLEMENT
        ):
            until = promised_until(event, weekday)
            if until and day <= add_working_days(until, bank_days, weekday):
                return True
    return False
