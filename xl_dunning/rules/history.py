"""What the log says about one item besides its steps: what holds it back, what was paid.

The only state is the log of carried-out steps. An event without an invoice concerns every item
of its debtor.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from xl_dunning.rules.agreements.disputes import open_disputes
from xl_dunning.rules.agreements.side_letters import SideLetter
from xl_dunning.rules.agreements.states import AgreementState, Judgement
from xl_dunning.rules.dates import add_days
from xl_dunning.rules.events import Event, EventKind, Outcome
from xl_dunning.rules.ledger import OpenItem
from xl_dunning.rules.money import ZERO, Euro, total

_OUT_OF_OUR_HANDS = (EventKind.HANDOVER, EventKind.LEGAL)
_DAYS_TO_OFFER = 7
"""How long letters wait for our offer when a debtor has asked for a plan."""
_PAYMENTS = (EventKind.PAYMENT, EventKind.CREDIT)


@dataclass(frozen=True, slots=True, kw_only=True)
class Holds:
    """Agreements and objections about an item that stand in the log."""

    dispute: Event | None = None
    """Of the whole invoice; a part that is disputed holds nothing back."""
    block: Event | None = None
    handover: Event | None = None
    """The agency or the court has it now."""
    promise: Judgement | None = None
    plan: Judgement | None = None
    """Of several plans the one that was made last."""
    plan_asked: Event | None = None
    """The debtor asked for a plan, or was offered one, and the answer is still awaited."""
    answer_until: date | None = None
    """The last day on which letters wait for that answer, inclusive."""
    settled: Judgement | None = None
    broken: Judgement | None = None
    """The last promise, plan or settlement that was not kept, when none was kept since."""
    until: date | None = None
    """Last day of any promise, plan or block, also of one that has ended; inclusive."""


_NONE = Holds()


def events_by_item(log: Iterable[Event]) -> Callable[[OpenItem], tuple[Event, ...]]:
    """A function that gives the events about an item, by itself or as one of its debtor's.

    They keep the order of the log, which is gone through once however many items there are.
    """
    numbered: dict[tuple[str, str], list[tuple[int, Event]]] = defaultdict(list)
    for number, event in enumerate(log):
        numbered[event.debtor, event.invoice].append((number, event))

    def about(item: OpenItem) -> tuple[Event, ...]:
        own = numbered.get((item.debtor, item.invoice), ())
        whole = numbered.get((item.debtor, ""), ()) if item.invoice else ()
        # Most items of a long list have no events at all.
        return tuple(event for _, event in heapq.merge(own, whole)) if own or whole else ()

    return about


def holds(
    item: OpenItem,
    events: Iterable[Event],
    *,
    reference_date: date,
    judged: Mapping[str, Judgement],
) -> Holds:
    """What the standing events (oldest first, of one item) leave in force on the reference date.

    A promise, plan or block runs up to and including its last day, a promise or plan through the
    bank days after it as well; a block without a day runs until an unblock, a dispute until it is
    closed. ``judged`` gives the judgement of every promise, plan and settlement by event id.
    """
    about = tuple(events)
    if not about:
        return _NONE
    handover: Event | None = None
    blocks: list[Event] = []
    agreed: list[Judgement] = []
    broken: Judgement | None = None
    for event in about:
        kind = event.kind
        if kind is EventKind.BLOCK:
            blocks.append(event)
        elif kind is EventKind.UNBLOCK:
            blocks, handover = [], None
        elif kind in _OUT_OF_OUR_HANDS:
            handover = event
        elif (found := judged.get(event.id)) and item.key in found.keys:
            agreed.append(found)
            broken = found if found.failed else broken
            broken = None if found.state is AgreementState.KEPT else broken
    asked, answer_until = _plan_asked(about)
    plans = [found for found in agreed if found.event.kind is EventKind.PLAN][-1:]
    promised = [found for found in agreed if found.event.kind is not EventKind.PLAN]
    ends = [event.until for event in blocks if event.until]
    ends += [found.holds_until for found in (*promised, *plans)]
    ends += [answer_until] if answer_until else []
    disputed = open_disputes(about)
    return Holds(
        dispute=disputed[-1] if disputed and not item.set_aside else None,
        block=_longest(blocks, reference_date=reference_date),
        handover=handover,
        promise=_running(promised, reference_date),
        plan=_running(plans, reference_date),
        plan_asked=asked if answer_until and answer_until >= reference_date else None,
        answer_until=answer_until,
        settled=next((found for found in agreed if found.settles), None),
        broken=broken,
        until=max(ends, default=None),
    )


def _plan_asked(events: Sequence[Event]) -> tuple[Event | None, date | None]:
    """The wish for a plan, or our offer, that no plan has followed yet; with its last day."""
    asked: Event | None = None
    until: date | None = None
    for event in events:
        if event.kind is EventKind.PLAN:
            asked = until = None
        elif event.outcome is Outcome.PLAN_ASKED:
            asked, until = event, event.until or add_days(event.on, _DAYS_TO_OFFER)
        elif event.template == SideLetter.PLAN_PROPOSAL and event.pay_by:
            asked, until = event, event.pay_by
    return asked, until


def _running(found: Sequence[Judgement], reference_date: date) -> Judgement | None:
    """The agreement in force that lasts longest."""
    in_force = [each for each in found if each.holds_on(reference_date)]
    return max(in_force, key=lambda each: each.holds_until, default=None)


def payment_under_way(item: OpenItem, events: Iterable[Event]) -> Euro:
    """How much of the payments and credits in the log the list does not show yet, in euro.

    When the list gives no invoice amount it can't be told from ``open`` alone what was booked;
    then only payments that cover the whole open amount count.
    """
    if item.outstanding is None:
        return ZERO
    logged = total(
        event.amount
        for event in events
        if event.kind in _PAYMENTS and event.invoice and event.amount is not None
    )
    if item.amount is None:
        return logged if logged >= item.outstanding else ZERO
    return max(logged - (item.amount - item.outstanding), ZERO)


def _longest(events: Sequence[Event], *, reference_date: date) -> Event | None:
    """The event in force that lasts longest."""
    running = [event for event in events if event.until is None or event.until >= reference_date]
    return max(running, key=lambda event: event.until or date.max, default=None)
