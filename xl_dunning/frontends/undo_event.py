"""Taking back one event, also one that only a workbook knows; and what can't be taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from uuid import uuid4

from xl_dunning.casefile.merging import merge
from xl_dunning.casefile.mirror import events_of
from xl_dunning.casefile.store import open_casefile
from xl_dunning.casefile.words import KIND_WORDS
from xl_dunning.frontends.messages_nl import shown
from xl_dunning.frontends.results import EventUndone
from xl_dunning.rules.events import Event, EventKind
from xl_dunning.rules.findings import Finding, Refusal, warning
from xl_dunning.workflow.ports import Run
from xl_dunning.workflow.undo import letters_about, refuse_void

_MOST_NAMED = 5
"""More letters than this are counted, not named."""


def undo_event(
    event_id: str,
    *,
    casefile: str,
    today: date,
    by: str = "",
    note: str = "",
    workbook: Path | None = None,
    password: str | None = None,
) -> EventUndone:
    """Take one event back; it stays visible but no longer counts.

    One that the case file does not know is looked for on the sheet Logboek of ``workbook``, or of
    the workbook of the last run; then it is recorded as well.

    Raises:
        Refusal: LOG_VOIDS_MISSING, EVENT_UNKNOWN, EVENT_ALREADY_VOIDED, EVENT_STEP_FOLLOWED or
            CHARGES_PAID; or when ``workbook`` can't be read. Then nothing changed.
    """
    name = event_id.strip()
    if not name:
        raise Refusal("LOG_VOIDS_MISSING")
    store = open_casefile(casefile)
    with store.lock():
        waiting = store.finish()
        stored = store.events()
        log = stored
        if name not in {event.id for event in stored}:
            log = _with_sheet(stored, store.runs(), workbook=workbook, password=password)
        event = next((event for event in log if event.id == name), None)
        if event is None:
            raise Refusal("EVENT_UNKNOWN", id=name)
        refuse_void(event, log)
        void = Event(
            id=str(uuid4()),
            on=today,
            debtor=event.debtor,
            invoice=event.invoice,
            kind=EventKind.VOID,
            voids=event.id,
            note=note.strip(),
            by=by.strip(),
        )
        store.append((event, void))
    return EventUndone(event=event, void=void, findings=(*waiting, *may_be_sent([event], log)))


def may_be_sent(taken: Iterable[Event], log: Sequence[Event]) -> tuple[Finding, ...]:
    """What can't be taken back: letters that may be in the post by now."""
    letters = [_letter_name(event) for event in letters_about(taken, log)]
    if not letters:
        return ()
    named, more = letters[:_MOST_NAMED], len(letters) - _MOST_NAMED
    told = ", ".join(named) + (f" en nog {more}" if more > 0 else "")
    return (warning("LETTERS_MAY_BE_SENT", letters=told),)


def _with_sheet(
    stored: Sequence[Event],
    runs: Sequence[Run],
    *,
    workbook: Path | None,
    password: str | None,
) -> tuple[Event, ...]:
    """The log with what a sheet Logboek knows beside it; the last run tells which workbook."""
    from xl_dunning.sheets.opening import open_grid  # noqa: PLC0415 - loaded when it is needed
    from xl_dunning.sheets.sidesheets import read_side_sheets  # noqa: PLC0415 - as above

    books = [Path(run.output) for run in runs if run.output]
    book = workbook or (books[-1] if books and books[-1].exists() else None)
    if book is None:
        return tuple(stored)
    try:
        sheets = read_side_sheets(open_grid(book, password=password), apart_from=None)
    except Refusal:
        if workbook:
            raise
        return tuple(stored)
    return merge(stored, events_of(sheets.log)[0])[0]


def _letter_name(event: Event) -> str:
    if event.document:
        return f"“{event.document}”"
    return f"{KIND_WORDS[event.kind]} van {shown(event.on)} aan debiteur {event.debtor}"
