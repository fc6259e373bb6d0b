"""The fixed order of the reasons, in which the first one wins."""

from __future__ import annotations

from dataclasses import replace

from tests.rules.late_items import LATE, RULES, TODAY, D
from tests.rules.world import World, item, reachable
from xl_dunning.rules.events import EventKind
from xl_dunning.rules.money import euro
from xl_dunning.rules.proposal import Reason

ORDER = [
    Reason.UNREADABLE,
    Reason.DUPLICATE_KEY,
    Reason.DISPUTED,
    Reason.BLOCKED,
    Reason.SKIPPED,
    Reason.PROMISE_RUNNING,
    Reason.PLAN_RUNNING,
    Reason.NET_CREDIT,
    Reason.DIRECT_DEBIT,
    Reason.BELOW_MINIMUM,
    Reason.HISTORY_GAP,
    Reason.NO_CHANNEL,
]


def test_the_first_reason_of_the_order_is_shown() -> None:
    """An item with all reasons at once; they are lifted one by one, first the one shown."""
    shown = []
    for lifted in range(len(ORDER) + 1):
        found = _with(set(ORDER[lifted:]))
        shown.append(found.propose(TODAY).decisions[0].reason)
    assert shown == [*ORDER, Reason.DUE]


def _with(reasons: set[Reason]) -> World:
    late = replace(
        item("F", LATE),
        unreadable=Reason.UNREADABLE in reasons,
        disputed=Reason.DISPUTED in reasons,
        skipped=Reason.SKIPPED in reasons,
    )
    items = [late]
    if Reason.DUPLICATE_KEY in reasons:
        items.append(replace(late, ref=2))
    if Reason.NET_CREDIT in reasons:
        items.append(item("C", None, "-1000.00"))
    debtor = reachable(
        "1",
        hold=Reason.BLOCKED in reasons,
        direct_debit=Reason.DIRECT_DEBIT in reasons,
    )
    if Reason.NO_CHANNEL in reasons:
        debtor = replace(debtor, address="")
    minimum = euro(5000) if Reason.BELOW_MINIMUM in reasons else euro(0)
    found = World(RULES, items, {"1": debtor}, terms={"minimum_amount": minimum})
    if Reason.PROMISE_RUNNING in reasons:
        found.record(EventKind.PROMISE, D("2026-11-01"), until=D("2026-12-01"))
    if Reason.PLAN_RUNNING in reasons:
        found.record(EventKind.PLAN, D("2026-11-01"), until=D("2026-12-01"))
    if Reason.HISTORY_GAP in reasons:
        found.record(EventKind.LETTER, D("2026-10-20"), invoice="F", stage="twee")
    return found
