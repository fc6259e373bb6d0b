"""Letters from before this program: what the list says about them, as events (ingelezen).

A list may tell how many reminders an invoice has had (aanmaningen) and when the last one went
out. That becomes one event, so that nobody gets a first reminder again.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from uuid import NAMESPACE_URL, uuid5

from xl_dunning.rules.events import Channel, Event, EventKind
from xl_dunning.rules.findings import Finding, error, warning
from xl_dunning.rules.policy import Action
from xl_dunning.rules.progress import progress
from xl_dunning.rules.reasons import Case


def imported_events(
    cases: Iterable[Case], *, reference_date: date
) -> tuple[tuple[Event, ...], tuple[Finding, ...]]:
    """One event for each item whose list tells of more letters than the log knows.

    n letters stand for the n-th letter stage that applies to the debtor and for all stages before
    it, calls included. Without a date the waiting time starts on the reference date: later than
    true, never earlier. The id does not depend on the date, so reading the list again adds nothing.
    """
    events: list[Event] = []
    findings: list[Finding] = []
    for case in cases:
        event, found = _imported(case, reference_date=reference_date)
        findings += found
        if event:
            events.append(event)
    return tuple(events), tuple(findings)


def _imported(case: Case, *, reference_date: date) -> tuple[Event | None, list[Finding]]:
    item = case.item
    count = item.reminders_sent or (1 if item.last_reminder else 0)
    letters = [stage for stage in case.stages if stage.action is Action.LETTER]
    if not count or not letters or item.unreadable or case.doubled or case.unknown_policy:
        return None, []
    stage = letters[min(count, len(letters)) - 1]
    if case.stages.index(stage) < progress(case.stages, case.events).level:
        return None, []
    debtor, invoice = item.key
    sent_on = item.last_reminder
    if sent_on and sent_on > reference_date:
        return None, [error("REMINDER_IN_FUTURE", debtor=debtor, invoice=invoice, on=sent_on)]
    findings = []
    if count > len(letters):
        findings.append(
            warning(
                "MORE_REMINDERS_THAN_STAGES",
                debtor=debtor,
                invoice=invoice,
                count=count,
                stage=stage.title,
            )
        )
    if sent_on is None:
        findings.append(
            warning(
                "REMINDER_WITHOUT_DATE",
                debtor=debtor,
                invoice=invoice,
                count=count,
                on=reference_date,
            )
        )
    elif not item.reminders_sent:
        findings.append(
            warning("REMINDER_WITHOUT_COUNT", debtor=debtor, invoice=invoice, on=sent_on)
        )
    return (
        Event(
            id=str(uuid5(NAMESPACE_URL, f"imported/{item.debtor}/{item.invoice}/{stage.key}")),
            on=sent_on or reference_date,
            debtor=item.debtor,
            invoice=item.invoice,
            kind=EventKind.IMPORTED,
            stage=stage.key,
            channel=Channel.POST,
            amount=item.open,
        ),
        findings,
    )
