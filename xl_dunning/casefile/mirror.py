"""The log on the sheet ``Logboek``: written from the events, and read back.

The sheet holds all that the database holds, so that either can be lost. A row that the user typed
without Id gets one from its content: reading it twice adds it once.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TypeAlias
from uuid import UUID, uuid5

from xl_dunning.casefile.rows import RowReader, SheetRow, spaceless
from xl_dunning.casefile.words import (
    CHANNEL_WORDS,
    KIND_WORDS,
    NEEDS_AMOUNT,
    NEEDS_END,
    OUTCOME_WORDS,
    channel_of,
    kind_of,
    outcome_of,
)
from xl_dunning.rules.agreements.schedule import schedule_from, schedule_text
from xl_dunning.rules.events import Event, EventKind, Outcome
from xl_dunning.rules.findings import Finding, Place

HEADERS = (
    "Id",
    "Datum",
    "Debiteurnummer",
    "Factuurnummer",
    "Gebeurtenis",
    "Fase",
    "Kanaal",
    "Betalen voor",
    "Bedrag",
    "Tot en met",
    "Notitie",
    "Document",
    "Ronde",
    "Vingerafdruk",
    "Trekt in",
    "Uitkomst",
    "Termijnen",
    "Door",
    "Sjabloon",
    "Betreft",
)
"""The columns of the sheet. Vingerafdruk is the SHA-256 of the document, Trekt in the Id of the
event that a row takes back, Betreft that of the event that a letter is about."""

LogValue: TypeAlias = str | Decimal | date | None

_CELL_LIMIT = 32_000
"""Excel takes no longer text in one cell."""
_FIRST_COLUMNS = 15
"""How many columns the sheet had in the first version of this program."""
_TYPED_BY_HAND = UUID("6b1e2c8e-5f0a-5c0e-9a55-2f7d1c3b8a01")


@dataclass(frozen=True, slots=True, kw_only=True)
class MirroredEvent:
    """An event as the sheet tells it, and the row it stands on."""

    event: Event
    place: Place


def rows_of(events: Iterable[Event]) -> tuple[tuple[LogValue, ...], ...]:
    """The rows of the sheet under HEADERS, latest first; of one day the last recorded first."""
    newest = sorted(events, key=lambda event: (event.on, event.sequence, event.id), reverse=True)
    return tuple(_row(event) for event in newest)


def _row(event: Event) -> tuple[LogValue, ...]:
    return (
        event.id,
        event.on,
        event.debtor,
        event.invoice,
        KIND_WORDS[event.kind],
        event.stage,
        CHANNEL_WORDS[event.channel] if event.channel else "",
        event.pay_by,
        event.amount,
        event.until,
        event.note[:_CELL_LIMIT],
        event.document,
        event.run,
        event.sha256,
        event.voids,
        OUTCOME_WORDS[event.outcome] if event.outcome else "",
        schedule_text(event.schedule),
        event.by,
        event.template,
        event.about,
    )


def events_of(
    rows: Sequence[SheetRow], *, stage_titles: Mapping[str, str] | None = None
) -> tuple[tuple[MirroredEvent, ...], tuple[Finding, ...]]:
    """The events on the sheet in the order in which they were recorded, and what could not be read.

    ``stage_titles`` maps titles of stages to their keys, for rows where the title was typed. A row
    with a problem is not taken; it stays on the sheet. Rows of one day count as recorded from
    bottom to top, and a row that takes another back never before that other. An Id may come back
    more than once, when a row was copied; ``merge`` settles that.
    """
    keys = {spaceless(title).casefold(): key for title, key in (stage_titles or {}).items()}
    findings: list[Finding] = []
    read: list[MirroredEvent] = []
    for row in rows:
        event, problems = _event(row, keys)
        findings += problems
        if event:
            read.append(MirroredEvent(event=event, place=row.place))
    return _in_order(_with_ids(read)), tuple(findings)


def _event(row: SheetRow, keys: Mapping[str, str]) -> tuple[Event | None, list[Finding]]:
    """The event of a row, or what is wrong with it; neither for an empty row."""
    reader = RowReader(row=row, code="LOG")
    if not any(reader.text(header) for header in HEADERS):
        return None, []
    on = reader.day("Datum")
    kind = kind_of(reader.text("Gebeurtenis"))
    channel = channel_of(reader.text("Kanaal"))
    if channel is None and reader.text("Kanaal"):
        reader.note("CHANNEL_UNKNOWN", "Kanaal")
    outcome = outcome_of(reader.text("Uitkomst"))
    if outcome is None and reader.text("Uitkomst"):
        reader.note("OUTCOME_UNKNOWN", "Uitkomst")
    schedule = schedule_from(reader.text("Termijnen")) if reader.text("Termijnen") else ()
    if schedule is None:
        reader.note("SCHEDULE_UNREADABLE", "Termijnen")
    last = schedule[-1].due_on if schedule else None
    _note_gaps(reader, kind)
    stage = reader.text("Fase")
    debtor, invoice = reader.key("Debiteurnummer"), reader.key("Factuurnummer")
    pay_by, until = reader.day("Betalen voor"), reader.day("Tot en met")
    amount = reader.amount("Bedrag")
    if not reader.text("Id"):
        _note_misfits(reader, kind, outcome, until=until, last=last)
        until = until or last
    if on is None or kind is None or reader.problems:
        return None, reader.problems
    event = Event(
        id=reader.text("Id"),
        on=on,
        debtor=debtor,
        invoice=invoice,
        kind=kind,
        stage=keys.get(spaceless(stage).casefold(), stage),
        channel=channel,
        pay_by=pay_by,
        amount=amount,
        until=until,
        note=reader.text("Notitie"),
        document=reader.text("Document"),
        sha256=reader.text("Vingerafdruk"),
        run=reader.text("Ronde"),
        voids=reader.text("Trekt in"),
        outcome=outcome,
        schedule=schedule or (),
        by=reader.text("Door"),
        template=reader.text("Sjabloon"),
        about=reader.text("Betreft"),
    )
    return event, []


def _note_gaps(reader: RowReader, kind: EventKind | None) -> None:
    """Note what the row lacks without which its event would mean nothing."""
    needed = {"Datum": "NO_DATE", "Debiteurnummer": "NO_DEBTOR", "Gebeurtenis": "NO_KIND"}
    if kind in NEEDS_END and not reader.text("Termijnen"):
        needed["Tot en met"] = "NO_END"
    if kind in NEEDS_AMOUNT:
        needed |= {"Bedrag": "NO_AMOUNT", "Factuurnummer": "NO_INVOICE"}
    if kind is EventKind.VOID:
        needed["Trekt in"] = "VOID_WITHOUT_TARGET"
    for header, problem in needed.items():
        if not reader.text(header):
            reader.note(problem, header, kind=KIND_WORDS[kind] if kind else "")
    if kind is None and reader.text("Gebeurtenis"):
        reader.note("KIND_UNKNOWN", "Gebeurtenis")


def _note_misfits(
    reader: RowReader,
    kind: EventKind | None,
    outcome: Outcome | None,
    *,
    until: date | None,
    last: date | None,
) -> None:
    """Note what can't be meant so on a row that a user typed; what was recorded is not judged."""
    if outcome and kind not in (None, EventKind.CALL):
        reader.note("OUTCOME_NO_CALL", "Uitkomst")
    elif outcome is Outcome.PROMISED and not reader.text("Tot en met"):
        reader.note("NO_END", "Tot en met", kind=OUTCOME_WORDS[outcome])
    if last and kind not in (None, EventKind.PLAN):
        reader.note("SCHEDULE_NO_PLAN", "Termijnen")
    elif last and until and until < last:
        reader.note("ENDS_BEFORE_LAST", "Tot en met", last=last)


def content(event: Event) -> tuple[str, ...]:
    """What the event says, without its id and sequence, in a form that survives Excel."""
    return (
        event.on.isoformat(),
        event.debtor,
        event.invoice,
        event.kind.value,
        event.stage,
        event.channel.value if event.channel else "",
        event.pay_by.isoformat() if event.pay_by else "",
        "" if event.amount is None else str(event.amount),
        event.until.isoformat() if event.until else "",
        spaceless(event.note)[:_CELL_LIMIT],
        spaceless(event.document),
        event.run,
        event.sha256,
        event.voids,
        event.outcome.value if event.outcome else "",
        schedule_text(event.schedule),
        spaceless(event.by),
        event.template,
        event.about,
    )


def _with_ids(read: Sequence[MirroredEvent]) -> list[MirroredEvent]:
    """Give each row without Id one that follows from its content.

    Of equal rows the second gets another Id than the first, also when the first has its Id
    written in already: two calls on one day are two calls.
    """
    taken = {entry.event.id for entry in read}
    known: list[MirroredEvent] = []
    for entry in read:
        event = entry.event
        if not event.id:
            number = 0
            while (name := _own_id(event, number)) in taken:
                number += 1
            taken.add(name)
            event = replace(event, id=name)
        known.append(replace(entry, event=event))
    return known


def _own_id(event: Event, number: int) -> str:
    # Columns that came later count only where they hold something: rows that were typed before
    # there were such columns keep the Id that they got then.
    said = dict(zip(HEADERS[1:], content(event), strict=True))
    first = [said.pop(header) for header in HEADERS[1:_FIRST_COLUMNS]]
    later = [f"{header}: {part}" for header, part in said.items() if part]
    return str(uuid5(_TYPED_BY_HAND, "\x1f".join((*first, *later, str(number)))))


def _in_order(read: Sequence[MirroredEvent]) -> tuple[MirroredEvent, ...]:
    """Oldest first, numbered; the sheet has the latest first, unless its user sorted it."""
    by_id = {entry.event.id: (position, entry.event) for position, entry in enumerate(read)}

    def moment(position: int, event: Event) -> tuple[date, int, int]:
        """When it was recorded: a void after its target, whatever day was typed for it."""
        latest, depth, seen = (event.on, -position), 0, {event.id}
        while event.kind is EventKind.VOID and event.voids in by_id and event.voids not in seen:
            position, event = by_id[event.voids]
            latest, depth, seen = max(latest, (event.on, -position)), depth + 1, {*seen, event.id}
        return *latest, depth

    ordered = sorted(enumerate(read), key=lambda entry: moment(entry[0], entry[1].event))
    return tuple(
        replace(entry, event=replace(entry.event, sequence=sequence))
        for sequence, (_, entry) in enumerate(ordered, start=1)
    )
