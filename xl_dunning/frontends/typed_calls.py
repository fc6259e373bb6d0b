"""What the user typed on the Belijst, and where the rows that could not be taken stand now."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from xl_dunning.casefile.call_list import NotTaken, call_events
from xl_dunning.casefile.call_row import HEADERS, Known
from xl_dunning.casefile.rows import SheetRow
from xl_dunning.frontends.messages_nl.reasons import ACTIONS
from xl_dunning.rules.events import Event
from xl_dunning.rules.findings import Finding
from xl_dunning.rules.ledger import ItemKey, Ledger
from xl_dunning.rules.policy import Action, DunningPolicy
from xl_dunning.sheets.grid import column_letter

_FIRST_ROW = 2
"""Of the rows that stay, on the sheet that is made now: on top, below the header."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TypedCalls:
    """The calls of the Belijst that the log does not hold yet, and what stays on it."""

    events: tuple[Event, ...] = ()
    not_taken: tuple[NotTaken, ...] = ()

    @property
    def rows(self) -> tuple[SheetRow, ...]:
        """The rows that stay, as typed."""
        return tuple(entry.row for entry in self.not_taken)

    @property
    def findings(self) -> tuple[Finding, ...]:
        """Why they stay, with their place where they were read."""
        return tuple(finding for entry in self.not_taken for finding in entry.findings)

    def moved(self, finding: Finding) -> Finding:
        """The finding, when it is one of these, with its cell on the sheet that is made now."""
        for row, entry in enumerate(self.not_taken, start=_FIRST_ROW):
            for own in entry.findings:
                if own is finding and (place := finding.place):
                    letter = column_letter(HEADERS.index(place.column or HEADERS[0]))
                    return replace(finding, place=replace(place, row=row, cell=f"{letter}{row}"))
        return finding


def calls_in(
    rows: Iterable[SheetRow],
    *,
    log: Sequence[Event],
    ledger: Ledger,
    policies: Iterable[DunningPolicy],
    seen: Iterable[ItemKey],
    reference_date: date,
) -> TypedCalls:
    """The calls on these rows, the oldest workbook first; ``seen`` are items of earlier runs.

    An invoice that has left the list since was called about all the same.
    """
    stages = [stage for policy in policies for stage in policy.stages]
    known = Known(
        items={
            *(item.key for item in ledger.items),
            *((event.debtor, event.invoice) for event in log if event.invoice),
            *seen,
        },
        call_action=ACTIONS[Action.CALL],
        stage_titles={" ".join(stage.title.split()).casefold(): stage.key for stage in stages},
        stage_keys={stage.key for stage in stages},
        reference_date=reference_date,
    )
    events, not_taken = call_events(rows, log=log, ledger=ledger, known=known)
    return TypedCalls(events=events, not_taken=not_taken)
