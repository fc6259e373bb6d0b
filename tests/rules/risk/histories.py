"""A short history for tests: lists as runs saw them, and what was written in the log.

An invoice is typed as ``A=100``, or as ``2:A=100`` for another debtor than number 1. Its due date
stands in ``DUE`` or is given with ``due``.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta

from xl_dunning.rules.events import Event, EventKind, standing
from xl_dunning.rules.ledger import Ledger, OpenItem
from xl_dunning.rules.money import euro
from xl_dunning.rules.risk.attempts import Attempt, attempts
from xl_dunning.rules.risk.episodes import Episode, episodes, run_days
from xl_dunning.rules.risk.learned import Learned, learn
from xl_dunning.rules.risk.observations import Observation, changes
from xl_dunning.rules.risk.promise_history import Kept, kept_promises

D = date.fromisoformat
DUE = D("2026-03-01")
"""The due date of every invoice, unless the test gives another."""


@dataclass
class History:
    """What runs saw and the log holds, in the order in which it happened."""

    due: Mapping[str, str] = field(default_factory=dict)
    """Invoice to its due date."""
    observations: list[Observation] = field(default_factory=list)
    log: list[Event] = field(default_factory=list)

    def run(self, day: str, *listed: str) -> History:
        """A run on that day, with these open invoices in its list."""
        items: list[OpenItem] = []
        for number, typed in enumerate(listed):
            name, amount = typed.split("=")
            debtor, _, invoice = name.rpartition(":")
            due = D(self.due[invoice]) if invoice in self.due else DUE
            items.append(
                OpenItem(
                    ref=number,
                    debtor=debtor or "1",
                    invoice=invoice,
                    due_date=due,
                    invoice_date=due - timedelta(days=30),
                    open=euro(amount),
                )
            )
        self.observations += changes(self.observations, Ledger(items=tuple(items)), on=D(day))
        return self

    def event(self, kind: EventKind, day: str, invoice: str = "A", **more: object) -> History:
        """An event about that invoice of debtor 1; amounts and days may be typed as text."""
        for name in ("until",):
            if isinstance(more.get(name), str):
                more[name] = D(str(more[name]))
        if "amount" in more:
            more["amount"] = euro(str(more["amount"]))
        number = len(self.log)
        defaults: dict[str, object] = {"id": f"e{number}", "debtor": "1", "sequence": number}
        self.log.append(Event(kind=kind, on=D(day), invoice=invoice, **{**defaults, **more}))  # type: ignore[arg-type]
        return self

    def episodes(self, today: str) -> dict[str, Episode]:
        """The episode of each invoice."""
        found = episodes(self.observations, standing(self.log), reference_date=D(today))
        return {episode.invoice: episode for episode in found}

    def attempts(self, today: str) -> tuple[Attempt, ...]:
        """The attempts that can be judged."""
        return attempts(
            standing(self.log),
            self.episodes(today).values(),
            looked=run_days(self.observations, standing(self.log), reference_date=D(today)),
        )

    def promises(self, today: str) -> list[Kept]:
        """What became of the promises of debtor 1."""
        found = kept_promises(
            standing(self.log),
            self.episodes(today).values(),
            looked=run_days(self.observations, standing(self.log), reference_date=D(today)),
        )
        return list(found.get("1", ()))

    def learned(self, today: str) -> Learned:
        """All that it tells."""
        return learn(self.observations, standing(self.log), reference_date=D(today))
