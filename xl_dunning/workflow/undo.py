"""Taking back the last run or one event: void events are added, nothing is erased."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from xl_dunning.rules.events import Event, EventKind, standing, taken_back
from xl_dunning.rules.findings import Refusal
from xl_dunning.rules.ledger import ItemKey
from xl_dunning.rules.money import ZERO, total
from xl_dunning.workflow.ports import Run


def run_to_undo(runs: Sequence[Run], events: Sequence[Event]) -> Run:
    """The last run that recorded steps; later runs that found nothing to do are passed by.

    Raises:
        Refusal: NOTHING_TO_UNDO; ALREADY_UNDONE when that run was taken back before.
    """
    acted = {event.run for event in events if _is_step(event)}
    for run in reversed(runs):
        if run.id in acted:
            if run.undone:
                raise Refusal("ALREADY_UNDONE", run=run.id)
            return run
    raise Refusal("NOTHING_TO_UNDO")


def void_events(
    run: Run,
    events: Sequence[Event],
    *,
    on: date,
    new_id: Callable[[], str],
    by: str = "",
    note: str = "",
) -> tuple[Event, ...]:
    """The void events that take back every step of the run.

    Letters from before this program stay: the run only wrote them down. ``by`` is whoever takes
    it back, ``note`` why.

    Raises:
        Refusal: STEP_FOLLOWED when a later step builds on one of them, CHARGES_PAID.
    """
    left = standing(events)
    steps = [event for event in left if event.run == run.id and _is_step(event)]
    later, payments = _steps_by_debtor(left), _payments(left)
    for step in steps:
        if after := _built_on(step, later):
            raise Refusal("STEP_FOLLOWED", invoice=step.invoice, stage=after.stage, on=after.on)
        _refuse_paid(step, payments)
    return tuple(
        Event(
            id=new_id(),
            on=on,
            debtor=step.debtor,
            invoice=step.invoice,
            kind=EventKind.VOID,
            voids=step.id,
            note=f"ronde {run.id} ingetrokken{f': {note}' if note else ''}",
            by=by,
        )
        for step in steps
    )


def handed_over(run: Run, events: Sequence[Event]) -> bool:
    """Whether the run handed a debtor over, instead of sending letters."""
    kinds = {event.kind for event in events if event.run == run.id and _is_step(event)}
    return bool(kinds & {EventKind.HANDOVER, EventKind.LEGAL})


def refuse_void(event: Event, events: Sequence[Event]) -> None:
    """Refuse to take back an event that was taken back before, or that a later step builds on.

    What is no step (a promise, a note, a payment) can always be taken back; so can a void event,
    and then what it took back counts again.

    Raises:
        Refusal: EVENT_ALREADY_VOIDED, EVENT_STEP_FOLLOWED, CHARGES_PAID.
    """
    if before := taken_back(events).get(event.id):
        raise Refusal("EVENT_ALREADY_VOIDED", on=before.on, id=before.id)
    left = standing(events)
    if after := _built_on(event, _steps_by_debtor(left)):
        raise Refusal(
            "EVENT_STEP_FOLLOWED",
            debtor=event.debtor,
            stage=after.stage,
            on=after.on,
            id=after.id,
        )
    _refuse_paid(event, _payments(left))


def letters_about(taken: Iterable[Event], events: Sequence[Event]) -> tuple[Event, ...]:
    """The letters and e-mails among the events, and the letters that tell a debtor of them.

    They may have reached him: that is what can't be taken back. One event per document.
    """
    ids = {event.id for event in taken}
    told = [
        event
        for event in standing(events)
        if event.kind in (EventKind.LETTER, EventKind.EMAIL, EventKind.INTERRUPTION)
        and (event.id in ids or (event.about in ids and event.about))
    ]
    return tuple({event.document or event.id: event for event in told}.values())


def _is_step(event: Event) -> bool:
    return bool(event.run) and event.kind not in (EventKind.IMPORTED, EventKind.VOID)


def _steps_by_debtor(left: Sequence[Event]) -> Mapping[str, Sequence[Event]]:
    """The standing events that carried out a stage, per debtor, oldest first."""
    steps: dict[str, list[Event]] = defaultdict(list)
    for event in left:
        if event.stage:
            steps[event.debtor].append(event)
    return steps


def _built_on(step: Event, steps: Mapping[str, Sequence[Event]]) -> Event | None:
    """The first later step of another stage about the same; None when nothing builds on it.

    The same stage a second time does not rest on the first: without it, it still counts. Nor do
    the other steps of its own run.
    """
    of_debtor = steps.get(step.debtor, ())
    if step not in of_debtor:
        return None
    for event in of_debtor[of_debtor.index(step) + 1 :]:
        about_same = "" in (event.invoice, step.invoice) or event.invoice == step.invoice
        own_run = step.run and event.run == step.run
        if about_same and event.stage != step.stage and not own_run:
            return event
    return None


def _payments(left: Sequence[Event]) -> Mapping[ItemKey, Sequence[Event]]:
    """The standing payments in the log, per invoice, oldest first."""
    payments: dict[ItemKey, list[Event]] = defaultdict(list)
    for event in left:
        if event.kind is EventKind.PAYMENT and event.amount is not None:
            payments[event.debtor, event.invoice].append(event)
    return payments


def _refuse_paid(letter: Event, payments: Mapping[ItemKey, Sequence[Event]]) -> None:
    """Refuse when more was paid after the letter than was open: what it charged was paid then."""
    if letter.kind is not EventKind.LETTER or not letter.amount:
        return
    paid = total(
        payment.amount or ZERO
        for payment in payments.get((letter.debtor, letter.invoice), ())
        if (payment.on, payment.sequence) > (letter.on, letter.sequence)
    )
    if paid > letter.amount:
        raise Refusal(
            "CHARGES_PAID",
            invoice=letter.invoice,
            on=letter.on,
            paid=paid,
            open=letter.amount,
        )
