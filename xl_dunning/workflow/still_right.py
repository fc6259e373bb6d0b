"""Whether a letter that was made may still go out: what it asks must hold on the day it is sent."""

from __future__ import annotations

from collections.abc import Container, Iterable, Mapping

from xl_dunning.rules.events import Event
from xl_dunning.rules.ledger import ItemKey
from xl_dunning.rules.proposal import Decision, Reason

AFTER_A_LETTER = frozenset(
    {Reason.DUE, Reason.TOO_EARLY, Reason.LAST_STAGE, Reason.BELOW_MINIMUM, Reason.NO_CHANNEL}
)
"""Reasons that an item may have whose letter was right; every other one holds it back."""


def is_still_right(
    letter: Iterable[Event], decisions: Mapping[ItemKey, Decision], *, taken_back: Container[str]
) -> bool:
    """Whether every item of the letter is open for the amount that it was then, and not held since.

    ``letter`` are the events of one letter, ``taken_back`` the ids of all that do not count any
    more: a letter of which one item was taken back says too much. What a letter about an agreement
    speaks of, holds its items by itself: of such a letter only the amounts are looked at. A letter
    about no invoice is always right.
    """
    for event in letter:
        if event.id in taken_back:
            return False
        if not event.invoice:
            continue
        decision = decisions.get((event.debtor, event.invoice))
        if decision is None or decision.item.open != event.amount:
            return False
        if event.stage and decision.reason not in AFTER_A_LETTER:
            return False
    return True
