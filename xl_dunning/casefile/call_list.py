"""What the user typed on the sheet ``Belijst``, as phone calls of the log.

A call is known by debtor, invoice, stage and the day of the list: the same row read again, also
from an older copy of the workbook, adds nothing. A row that was changed after it was taken changes
nothing either; it is a finding.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from uuid import UUID, uuid5

from xl_dunning.casefile.call_event import adds_up, events_of_row, says
from xl_dunning.casefile.call_row import HEADERS, CalledRow, Known, called_row, is_filled
from xl_dunning.casefile.rows import SheetRow
from xl_dunning.casefile.words import OUTCOME_WORDS
from xl_dunning.rules.events import Event, standing
from xl_dunning.rules.findings import Finding, Place, warning
from xl_dunning.rules.ledger import Ledger

_CALLED = UUID("3c9d0e5a-7b14-5d6f-8e21-9a4f6c2b1d70")


@dataclass(frozen=True, slots=True, kw_only=True)
class NotTaken:
    """A row that stays on the sheet as typed, and why."""

    row: SheetRow
    findings: tuple[Finding, ...]


def call_events(
    rows: Iterable[SheetRow], *, log: Iterable[Event], ledger: Ledger, known: Known
) -> tuple[tuple[Event, ...], tuple[NotTaken, ...]]:
    """The calls to add to the log, and the rows that can't be taken.

    ``log`` is the whole log, void events included. A row with nothing but the program's own cells
    is no call. A row that stands there twice, in two workbooks, counts once.
    """
    history = _History(log)
    events: list[Event] = []
    not_taken: dict[tuple[object, ...], NotTaken] = {}
    for row in rows:
        if not is_filled(row):
            continue
        called, problems = called_row(row, known)
        if called:
            new, changed = history.compare(called, events_of_row(called, ledger))
            if changed:
                problems = [_row_changed(changed, row.place)]
            else:
                history.add(new)
                events += new
        if problems:
            content = tuple(row.values.get(header) for header in HEADERS)
            not_taken.setdefault(content, NotTaken(row=row, findings=tuple(problems)))
    return tuple(events), tuple(not_taken.values())


class _History:
    """What the log holds, the calls of rows read a moment ago included."""

    def __init__(self, log: Iterable[Event]) -> None:
        events = tuple(log)
        self.known = {event.id: event for event in events}
        self.standing = {event.id for event in standing(events)}

    def add(self, events: Sequence[Event]) -> None:
        """Take these as recorded too."""
        self.known |= {event.id: event for event in events}
        self.standing |= {event.id for event in events}

    def compare(self, called: CalledRow, told: Sequence[Event]) -> tuple[list[Event], list[Event]]:
        """The events of the row that are new, with their ids; and those recorded differently.

        What was taken back in the log stays taken back, unless the row says something else now.
        """
        new: list[Event] = []
        same: list[Event] = []
        changed: list[Event] = []
        for event in told:
            name, before = self._next_id(called, event)
            if before and not name:
                same.append(before)
            elif before and before.id in self.standing:
                changed.append(before)
            else:
                new.append(replace(event, id=name))
        if not (new or changed or adds_up(called, same)):
            changed = same
        return new, changed

    def _next_id(self, called: CalledRow, event: Event) -> tuple[str, Event | None]:
        """The id to record it under, and what was recorded before; no id when that says the same.

        The id counts how often it was recorded, after the first was taken back.
        """
        before: Event | None = None
        number = 0
        while (name := _id(called, event.invoice, number)) in self.known:
            before = self.known[name]
            if says(before, event, called):
                return "", before
            number += 1
        return name, before


def _id(called: CalledRow, invoice: str, number: int) -> str:
    stage, day = called.stages[invoice], called.listed_on.isoformat()
    parts = (called.debtor, invoice, stage, day, *([str(number)] if number else []))
    return str(uuid5(_CALLED, "\x1f".join(parts)))


def _row_changed(recorded: Sequence[Event], place: Place) -> Finding:
    first = recorded[0]
    word = OUTCOME_WORDS[first.outcome] if first.outcome else "notitie"
    return warning(
        "CALL_ROW_CHANGED",
        debtor=first.debtor,
        place=Place(sheet=place.sheet, row=place.row, column="Uitkomst"),
        recorded=f"{word} tot en met {first.until:%d-%m-%Y}" if first.until else word,
        on=first.on,
        ids=", ".join(event.id for event in recorded),
    )
