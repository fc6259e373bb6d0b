"""Taking back the last run: void events are added, nothing is erased."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from xl_dunning.rules.events import Event, EventKind, standing
from xl_dunning.rules.findings import Refusal
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
    run: Run, events: Sequence[Event], *, on: date, new_id: Callable[[], str]
) -> tuple[Event, ...]:
    """The void events that take back every step of the run.

    Letters from before this program stay: the run only wrote them down.

    Raises:
        Refusal: STEP_FOLLOWED when a later step builds on one of them.
    """
    left = standing(events)
    steps = [event for event in left if event.run == run.id and _is_step(event)]
    order = {event.id: position for position, event in enumerate(events)}
    for step in steps:
        for event in left:
            if (
                event.stage
                and event.run != run.id
                and event.debtor == step.debtor
                and event.invoice in ("", step.invoice)
                and order[event.id] > order[step.id]
            ):
                raise Refusal("STEP_FOLLOWED", invoice=step.invoice, stage=event.stage, on=event.on)
    return tuple(
        Event(
            id=new_id(),
            on=on,
            debtor=step.debtor,
            invoice=step.invoice,
            kind=EventKind.VOID,
            voids=step.id,
            note=f"ronde {run.id} ingetrokken",
        )
        for step in steps
    )


def handed_over(run: Run, events: Sequence[Event]) -> bool:
    """Whether the run handed a debtor over, instead of sending letters."""
    kinds = {event.kind for event in events if event.run == run.id and _is_step(event)}
    return bool(kinds & {EventKind.HANDOVER, EventKind.LEGAL})


def _is_step(event: Event) -> bool:
    return bool(event.run) and event.kind not in (EventKind.IMPORTED, EventKind.VOID)
