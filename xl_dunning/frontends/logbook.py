"""Use cases on the log: record one event, list them, take back the last run."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from pathlib import Path
from uuid import uuid4

from xl_dunning.casefile.store import open_casefile
from xl_dunning.casefile.words import KIND_WORDS, NEEDS_AMOUNT, NEEDS_END
from xl_dunning.frontends.results import UndoResult
from xl_dunning.frontends.undo_event import may_be_sent
from xl_dunning.rules.agreements.plans import overlapping
from xl_dunning.rules.agreements.schedule import schedule_from
from xl_dunning.rules.events import Channel, Event, EventKind, Instalment, Outcome, standing
from xl_dunning.rules.findings import Finding, Refusal, warning
from xl_dunning.rules.ledger import ItemKey
from xl_dunning.workflow.ports import Move
from xl_dunning.workflow.undo import handed_over, refuse_void, run_to_undo, void_events

WITHDRAWN = " (ingetrokken)"
"""What the name of a folder or dossier ends with when it must not be sent."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """What a user wants to record; ``until`` is inclusive, the amount in euro."""

    kind: EventKind
    debtor: str
    on: date
    invoice: str = ""
    stage: str = ""
    until: date | None = None
    amount: Decimal | None = None
    channel: Channel | None = None
    note: str = ""
    voids: str = ""
    outcome: Outcome | None = None
    schedule: str = ""
    """The instalments of a plan as typed: see ``rules.agreements.schedule``."""
    by: str = ""


def add_event(entry: Entry, *, casefile: str) -> tuple[Event, tuple[Finding, ...]]:
    """Record one event; returns it, and what of an earlier run still waits for its place.

    Raises:
        Refusal: when something is missing without which the event would mean nothing, and
            LOG_PLAN_RUNS for a second plan beside one that runs.
    """
    schedule = _judged(entry)
    store = open_casefile(casefile)
    with store.lock():
        waiting = store.finish()
        log = store.events()
        _refuse_voids(entry, log)
        event = Event(
            id=str(uuid4()),
            on=entry.on,
            debtor=entry.debtor.strip(),
            invoice=entry.invoice.strip(),
            kind=entry.kind,
            stage=entry.stage.strip(),
            channel=entry.channel,
            amount=entry.amount,
            until=entry.until or (schedule[-1].due_on if schedule else None),
            note=entry.note.strip(),
            voids=entry.voids,
            outcome=entry.outcome,
            schedule=schedule,
            by=entry.by.strip(),
        )
        runs = overlapping(event, standing(log)) if event.kind is EventKind.PLAN else None
        if runs:
            raise Refusal(
                "LOG_PLAN_RUNS", debtor=event.debtor, on=runs.on, until=runs.until, id=runs.id
            )
        store.append((event,))
        slips: tuple[Finding, ...] = ()
        if store.runs():
            seen = {look.key for look in store.observations()}
            slips = _new_numbers(event, {(old.debtor, old.invoice) for old in log} | seen)
    return event, (*waiting, *slips)


def _judged(entry: Entry) -> tuple[Instalment, ...]:
    """The instalments of the entry; refuses one that would mean nothing."""
    kind, word = entry.kind, KIND_WORDS[entry.kind]
    if not entry.debtor.strip():
        raise Refusal("LOG_DEBTOR_MISSING")
    if entry.outcome and kind is not EventKind.CALL:
        raise Refusal("LOG_OUTCOME_NOT_CALL")
    if entry.outcome is Outcome.PROMISED and entry.until is None:
        raise Refusal("LOG_OUTCOME_UNTIL_MISSING")
    schedule = _schedule(entry)
    if kind in NEEDS_END and entry.until is None and not schedule:
        raise Refusal("LOG_UNTIL_MISSING", kind=word)
    if kind in NEEDS_AMOUNT and not (entry.invoice.strip() and entry.amount):
        raise Refusal("LOG_AMOUNT_MISSING", kind=word)
    if kind is EventKind.IMPORTED and not entry.stage.strip():
        raise Refusal("LOG_STAGE_MISSING")
    if kind is EventKind.VOID and not entry.voids:
        raise Refusal("LOG_VOIDS_MISSING")
    return schedule


def _refuse_voids(entry: Entry, log: Sequence[Event]) -> None:
    """Refuse to take back what is not there, is not of this debtor, or can't be taken back."""
    if not entry.voids:
        return
    event = next((event for event in log if event.id == entry.voids), None)
    if event is None:
        raise Refusal("LOG_VOIDS_UNKNOWN", id=entry.voids)
    if event.debtor != entry.debtor.strip():
        raise Refusal(
            "LOG_VOIDS_OTHER_DEBTOR",
            id=entry.voids,
            known=event.debtor,
            debtor=entry.debtor.strip(),
        )
    if entry.kind is EventKind.VOID:
        refuse_void(event, log)


def _schedule(entry: Entry) -> tuple[Instalment, ...]:
    typed = entry.schedule.strip()
    if not typed:
        return ()
    if entry.kind is not EventKind.PLAN:
        raise Refusal("LOG_SCHEDULE_NOT_PLAN")
    schedule = schedule_from(typed)
    if schedule is None:
        raise Refusal("LOG_SCHEDULE_WRONG", value=typed)
    if entry.until and entry.until < schedule[-1].due_on:
        raise Refusal("LOG_UNTIL_BEFORE_LAST", until=entry.until, last=schedule[-1].due_on)
    return schedule


def _new_numbers(event: Event, known: Collection[ItemKey]) -> tuple[Finding, ...]:
    """A number that the case file never met may be a slip, and then a letter goes out after all.

    It met what stands in the log and what a run saw in the list.
    """
    if event.debtor not in {debtor for debtor, _ in known}:
        return (warning("LOG_DEBTOR_NEW", debtor=event.debtor),)
    if event.invoice and (event.debtor, event.invoice) not in known:
        return (warning("LOG_INVOICE_NEW", debtor=event.debtor, invoice=event.invoice),)
    return ()


def list_events(casefile: str, *, debtor: str = "", invoice: str = "") -> tuple[Event, ...]:
    """The events in the order in which they were recorded, void ones included."""
    return tuple(
        event
        for event in open_casefile(casefile, create=False).events()
        if debtor in ("", event.debtor) and invoice in ("", event.invoice)
    )


def undo(casefile: str, *, today: date, by: str = "", note: str = "") -> UndoResult:
    """Take back the last run: its steps are voided, its letters or dossier kept and marked.

    ``by`` is whoever takes it back, ``note`` why.

    Raises:
        Refusal: NOTHING_TO_UNDO, ALREADY_UNDONE, STEP_FOLLOWED or CHARGES_PAID; then nothing
            changed.
    """
    store = open_casefile(casefile)
    with store.lock():
        waiting = store.finish()
        events = store.events()
        run = run_to_undo(store.runs(), events)
        voided = void_events(
            run, events, on=today, new_id=lambda: str(uuid4()), by=by.strip(), note=note.strip()
        )
        made = Path(run.letters_dir) if run.letters_dir else None
        moves: tuple[Move, ...] = ()
        if made and made.exists():
            moves = (Move(staged=str(made), final=str(_withdrawn(made))),)
        store.mark_undone(run, voided, moves)
        taken = {void.voids for void in voided}
        findings = (
            *waiting,
            *store.finish(),
            *may_be_sent([event for event in events if event.id in taken], events),
        )
    return UndoResult(
        run=run,
        voided=voided,
        handover=handed_over(run, events),
        letters_dir=Path(moves[0].final) if moves else None,
        findings=findings,
    )


def _withdrawn(made: Path) -> Path:
    """The name of what must not be sent: a folder of letters, or the file of a dossier."""
    if made.is_dir():
        return made.with_name(made.name + WITHDRAWN)
    return made.with_name(f"{made.stem}{WITHDRAWN}{made.suffix}")
