"""What the log says about one item: the step it has reached, and what holds it back.

The only state is the log of carried-out steps. An event without an invoice concerns every item
of its debtor.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from xl_dunning.rules.events import Event, EventKind
from xl_dunning.rules.ledger import OpenItem
from xl_dunning.rules.money import ZERO, Euro, total
from xl_dunning.rules.policy import Stage

_PROMISES = (EventKind.PROMISE, EventKind.SETTLEMENT)
_OUT_OF_OUR_HANDS = (EventKind.HANDOVER, EventKind.LEGAL)
_PAYMENTS = (EventKind.PAYMENT, EventKind.CREDIT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Progress:
    """How far an item has come along the stages that apply to its debtor."""

    level: int = 0
    """Number of stages carried out; 0 when none was."""
    step_on: date | None = None
    """Day of the latest step."""
    pay_by: date | None = None
    """Latest pay-by date that a letter named, inclusive."""
    misfit: Event | None = None
    """A step that does not fit: one before it is missing, or the policy does not know it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Holds:
    """Agreements and objections about an item that stand in the log."""

    dispute: Event | None = None
    block: Event | None = None
    handover: Event | None = None
    """The agency or the court has it now, outside the policy's own stages."""
    promise: Event | None = None
    plan: Event | None = None
    until: date | None = None
    """Last day of any promise, plan or block, also of one that has ended; inclusive."""


def events_by_item(log: Iterable[Event]) -> Callable[[OpenItem], tuple[Event, ...]]:
    """A function that gives the events about an item, by itself or as one of its debtor's.

    They keep the order of the log, which is gone through once however many items there are.
    """
    numbered: dict[tuple[str, str], list[tuple[int, Event]]] = defaultdict(list)
    for number, event in enumerate(log):
        numbered[event.debtor, event.invoice].append((number, event))

    def about(item: OpenItem) -> tuple[Event, ...]:
        keys = {(item.debtor, item.invoice), (item.debtor, "")}
        found = (numbered.get(key, ()) for key in keys)
        return tuple(event for _, event in heapq.merge(*found))

    return about


def progress(stages: Sequence[Stage], events: Iterable[Event]) -> Progress:
    """How far the standing events (oldest first, of one item) have brought it along the stages.

    A step counts when it is the next one; an imported step stands for all before it too. A step
    of the whole debtor moves only the items whose turn it was.
    """
    number = {stage.key: position for position, stage in enumerate(stages, start=1)}
    level = 0
    counted: list[Event] = []
    misfit: Event | None = None
    for event in events:
        if not event.stage:
            continue
        reached = number.get(event.stage)
        if reached is None:
            misfit = event if event.invoice else misfit
        elif event.kind is EventKind.IMPORTED and reached >= level:
            level, misfit = reached, None
            counted.append(event)
        elif reached == level + 1:
            level = reached
            counted.append(event)
        elif event.invoice and reached <= level:
            counted.append(event)
        elif event.invoice:
            misfit = event
    return Progress(
        level=level,
        step_on=max((event.on for event in counted), default=None),
        pay_by=max((event.pay_by for event in counted if event.pay_by), default=None),
        misfit=misfit,
    )


def holds(events: Iterable[Event], *, reference_date: date) -> Holds:
    """What the standing events (oldest first, of one item) leave in force on the reference date.

    A promise, plan or block runs up to and including its ``until``; a block without one runs
    until an unblock, a dispute until it is closed.
    """
    dispute: Event | None = None
    handover: Event | None = None
    blocks: list[Event] = []
    promises: list[Event] = []
    plans: list[Event] = []
    for event in events:
        kind = event.kind
        if kind is EventKind.DISPUTE:
            dispute = event
        elif kind is EventKind.DISPUTE_CLOSED:
            dispute = None
        elif kind is EventKind.BLOCK:
            blocks.append(event)
        elif kind is EventKind.UNBLOCK:
            blocks, handover = [], None
        elif kind in _OUT_OF_OUR_HANDS and not event.stage:
            handover = event
        elif kind in _PROMISES and event.until:
            promises.append(event)
        elif kind is EventKind.PLAN and event.until:
            plans.append(event)
    return Holds(
        dispute=dispute,
        block=_longest(blocks, reference_date=reference_date),
        handover=handover,
        promise=_longest(promises, reference_date=reference_date),
        plan=_longest(plans, reference_date=reference_date),
        until=max(
            (event.until for event in (*blocks, *promises, *plans) if event.until), default=None
        ),
    )


def payment_under_way(item: OpenItem, events: Iterable[Event]) -> Euro:
    """How much of the payments and credits in the log the list does not show yet, in euro.

    When the list gives no invoice amount it can't be told from ``open`` alone what was booked;
    then only payments that cover the whole open amount count.
    """
    if item.open is None:
        return ZERO
    logged = total(
        event.amount
        for event in events
        if event.kind in _PAYMENTS and event.invoice and event.amount is not None
    )
    if item.amount is None:
        return logged if logged >= item.open else ZERO
    return max(logged - (item.amount - item.open), ZERO)


def _longest(events: Sequence[Event], *, reference_date: date) -> Event | None:
    """The event in force that lasts longest."""
    running = [event for event in events if event.until is None or event.until >= reference_date]
    return max(running, key=lambda event: event.until or date.max, default=None)
