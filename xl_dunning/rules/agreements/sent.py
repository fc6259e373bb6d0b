"""Which letters outside the stages were sent, so that each goes out once."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from datetime import date

from xl_dunning.rules.agreements.side_letters import SideLetter
from xl_dunning.rules.events import Event


class Sent:
    """The letters in the standing log, oldest first, by what they were about."""

    def __init__(self, log: Sequence[Event]) -> None:
        self._position = {event.id: at for at, event in enumerate(log)}
        self._about: dict[tuple[str, str], date] = {}
        self._to: dict[tuple[str, str], list[Event]] = defaultdict(list)
        for event in log:
            if event.template:
                self._about[event.about, event.template] = event.on
                self._to[event.debtor, event.template].append(event)

    def about(self, event: Event, letter: SideLetter) -> date | None:
        """The day on which that letter about the event went out last."""
        return self._about.get((event.id, letter))

    def since(self, event: Event, letter: SideLetter) -> bool:
        """Whether that letter went to the debtor, about this invoice, after the event.

        So one letter answers what was said about several invoices, and one that the user made by
        hand counts as well.
        """
        return any(
            self._position[other.id] > self._position[event.id]
            and (not event.invoice or other.invoice in ("", event.invoice))
            for other in self._to.get((event.debtor, letter), ())
        )
