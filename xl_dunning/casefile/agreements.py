"""The sheet ``Afspraken``: what was agreed with a debtor, as events of the log.

A row is known by its content. An edited row replaces what it said before, a removed row changes
nothing, and an agreement that was taken back in the log stays taken back.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias
from uuid import UUID, uuid5

from xl_dunning.casefile.rows import RowReader, SheetRow, spaceless
from xl_dunning.casefile.words import KIND_WORDS, NEEDS_END, kind_of
from xl_dunning.rules.agreements.schedule import schedule_from, schedule_text
from xl_dunning.rules.events import Event, EventKind, Instalment, standing
from xl_dunning.rules.findings import Finding
from xl_dunning.rules.money import Euro

HEADERS = (
    "Debiteurnummer",
    "Factuurnummer",
    "Soort",
    "Datum",
    "Bedrag",
    "Tot en met",
    "Notitie",
    "Termijnen",
    "Door",
)
"""The columns of the sheet. Termijnen are the instalments of a plan, Door who agreed to it."""

KINDS = (
    EventKind.PROMISE,
    EventKind.PLAN,
    EventKind.DISPUTE,
    EventKind.BLOCK,
    EventKind.SETTLEMENT,
)
"""What can be agreed on this sheet."""

_AGREED = UUID("0f6c7b52-3a3e-5b57-8c1d-6d3f0a9e4b21")
_REPLACED = UUID("d2b1f0a4-9c6e-5f38-a7b5-1e4c8d7f6a90")

Slot: TypeAlias = tuple[str, str, EventKind, date | None]
"""What makes two rows versions of one agreement: debtor, invoice, kind and the date as typed."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Agreement:
    debtor: str
    invoice: str
    kind: EventKind
    on: date | None
    amount: Euro | None
    until: date | None
    note: str
    schedule: tuple[Instalment, ...]
    by: str

    @property
    def slot(self) -> Slot:
        return self.debtor, self.invoice, self.kind, self.on

    def id(self, number: int) -> str:
        """The id of this agreement when it is recorded for the n-th time, from 0.

        The day on which a row without date was first seen is no part of it.
        """
        parts = (
            self.debtor,
            self.invoice,
            self.kind.value,
            self.on.isoformat() if self.on else "",
            "" if self.amount is None else str(self.amount),
            self.until.isoformat() if self.until else "",
            spaceless(self.note),
            # Columns that came later: rows of before keep the id that they got then.
            *(part for part in (schedule_text(self.schedule), spaceless(self.by)) if part),
            str(number),
        )
        return str(uuid5(_AGREED, "\x1f".join(parts)))


def agreement_events(
    rows: Sequence[SheetRow], *, log: Iterable[Event], reference_date: date
) -> tuple[tuple[Event, ...], tuple[Finding, ...]]:
    """The events to add to the log for the sheet as it is now, and what could not be read.

    ``log`` is the whole log, void events included. A row without Datum counts from the reference
    date on which it is first seen.
    """
    findings: list[Finding] = []
    agreed: dict[_Agreement, None] = {}
    for row in rows:
        agreement, problems = _agreement(row)
        findings += problems
        if agreement:
            agreed[agreement] = None
    by_slot: dict[Slot, list[_Agreement]] = defaultdict(list)
    for agreement in agreed:
        by_slot[agreement.slot].append(agreement)
    history = _History(log)
    events: list[Event] = []
    for slot, versions in by_slot.items():
        events += _changes(slot, versions, history, reference_date=reference_date)
    return tuple(events), tuple(findings)


def _agreement(row: SheetRow) -> tuple[_Agreement | None, list[Finding]]:
    """What the row says, or what is wrong with it; neither for an empty row."""
    reader = RowReader(row=row, code="AGREEMENT")
    if not any(reader.text(header) for header in HEADERS):
        return None, []
    kind = kind_of(reader.text("Soort"))
    if kind not in KINDS:
        reader.note("KIND_UNKNOWN" if reader.text("Soort") else "NO_KIND", "Soort")
    if not reader.text("Debiteurnummer"):
        reader.note("NO_DEBTOR", "Debiteurnummer")
    typed = reader.text("Termijnen")
    if kind in NEEDS_END and not (reader.text("Tot en met") or typed):
        reader.note("NO_END", "Tot en met", kind=KIND_WORDS[kind])
    debtor, invoice = reader.key("Debiteurnummer"), reader.key("Factuurnummer")
    on, until = reader.day("Datum"), reader.day("Tot en met")
    if on and until and until < on:
        reader.note("ENDS_BEFORE_START", "Tot en met")
    amount = reader.amount("Bedrag")
    schedule = schedule_from(typed) if typed else ()
    if schedule is None or (typed and kind is not EventKind.PLAN):
        reader.note("SCHEDULE_UNREADABLE" if schedule is None else "SCHEDULE_NO_PLAN", "Termijnen")
    elif schedule and until and until < schedule[-1].due_on:
        reader.note("ENDS_BEFORE_LAST", "Tot en met", last=schedule[-1].due_on)
    if kind is None or reader.problems:
        return None, reader.problems
    agreement = _Agreement(
        debtor=debtor,
        invoice=invoice,
        kind=kind,
        on=on,
        amount=amount,
        until=until or (schedule[-1].due_on if schedule else None),
        note=reader.text("Notitie"),
        schedule=schedule or (),
        by=reader.text("Door"),
    )
    return agreement, []


class _History:
    """What became of the agreements that the log already holds."""

    def __init__(self, log: Iterable[Event]) -> None:
        events = tuple(log)
        self.known = {event.id for event in events}
        self.standing = {event.id: event for event in standing(events)}

    def was_replaced(self, name: str) -> bool:
        """Whether an edit of the sheet took it back, and not its user in the log."""
        return _void_id(name) in self.known

    def from_sheet(self, slot: Slot) -> list[Event]:
        """The standing events that this sheet gave for the slot; those logged otherwise stay."""
        debtor, invoice, kind, on = slot
        return [
            event
            for event in self.standing.values()
            if (event.debtor, event.invoice, event.kind) == (debtor, invoice, kind)
            and on in (None, event.on)
            and self._recorded_id(_as_agreed(event, on=on)) == event.id
        ]

    def _recorded_id(self, agreement: _Agreement) -> str:
        """The id under which the agreement was recorded last; empty when it never was."""
        number = 0
        while (name := agreement.id(number)) in self.known:
            if name in self.standing or not self.was_replaced(name):
                return name
            number += 1
        return ""

    def next_id(self, agreement: _Agreement) -> str:
        """The id to record it under now; empty when it stands or was taken back in the log."""
        if self._recorded_id(agreement):
            return ""
        number = 0
        while (name := agreement.id(number)) in self.known:
            number += 1
        return name


def _as_agreed(event: Event, *, on: date | None) -> _Agreement:
    return _Agreement(
        debtor=event.debtor,
        invoice=event.invoice,
        kind=event.kind,
        on=on,
        amount=event.amount,
        until=event.until,
        note=event.note,
        schedule=event.schedule,
        by=event.by,
    )


def _changes(
    slot: Slot, versions: Sequence[_Agreement], history: _History, *, reference_date: date
) -> list[Event]:
    """What is new in the slot, and void events for what it replaces.

    Rows that are only removed replace nothing, and rows that all stand already change nothing.
    """
    added = [
        Event(
            id=name,
            on=agreement.on or reference_date,
            debtor=agreement.debtor,
            invoice=agreement.invoice,
            kind=agreement.kind,
            amount=agreement.amount,
            until=agreement.until,
            note=agreement.note,
            schedule=agreement.schedule,
            by=agreement.by,
        )
        for agreement in versions
        if (name := history.next_id(agreement))
    ]
    if not added:
        return []
    kept = {_text_of(agreement) for agreement in versions}
    replaced = [
        Event(
            id=_void_id(event.id),
            on=reference_date,
            debtor=event.debtor,
            invoice=event.invoice,
            kind=EventKind.VOID,
            voids=event.id,
            note="vervangen door een gewijzigde rij op het blad Afspraken",
        )
        for event in history.from_sheet(slot)
        if _text_of(_as_agreed(event, on=slot[3])) not in kept
    ]
    return [*replaced, *added]


def _text_of(agreement: _Agreement) -> str:
    return agreement.id(0)


def _void_id(name: str) -> str:
    return str(uuid5(_REPLACED, name))
