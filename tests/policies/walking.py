"""One invoice walked through a policy a day at a time, with each step carried out as it is due."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

from xl_dunning.law.calendar import is_working_day
from xl_dunning.rules.dates import add_days
from xl_dunning.rules.events import Channel, Event, EventKind
from xl_dunning.rules.ledger import Debtor, DebtorKind, Ledger, OpenItem
from xl_dunning.rules.policy import Action, DunningPolicy, Stage
from xl_dunning.rules.proposal import Proposal
from xl_dunning.rules.propose import propose
from xl_dunning.rules.terms import Terms

DUE = date(2026, 3, 2)
DAYS = 150
WEEKDAYS = ("ma", "di", "wo", "do", "vr", "za", "zo")

KIND_OF = {
    Action.LETTER: EventKind.LETTER,
    Action.CALL: EventKind.CALL,
    Action.SUSPEND: EventKind.SUSPENSION,
    Action.PROPOSE_PLAN: EventKind.PLAN,
    Action.HANDOVER: EventKind.HANDOVER,
    Action.LEGAL: EventKind.LEGAL,
}

ITEM = OpenItem(
    ref=1,
    debtor="10023",
    invoice="2026-0117",
    due_date=DUE,
    invoice_date=date(2026, 2, 2),
    open=Decimal("1210.00"),
    amount=Decimal("1210.00"),
)


def ledger(kind: DebtorKind | None, due: date) -> Ledger:
    debtor = Debtor(
        number="10023",
        name="Jansen & Zn",
        address="Kade 1",
        postcode="1234 AB",
        city="Utrecht",
        kind=kind,
    )
    return Ledger(items=(replace(ITEM, due_date=due),), debtors={"10023": debtor})


def proposal(
    policy: DunningPolicy,
    events: list[Event],
    *,
    day: date,
    runs: list[date],
    kind: DebtorKind | None = DebtorKind.BUSINESS,
    due: date = DUE,
) -> Proposal:
    return propose(
        ledger(kind, due),
        events,
        reference_date=day,
        terms=Terms(policy=policy, is_working_day=is_working_day("nl")),
        earlier_runs=runs,
    )


def carried_out(stage: Stage, *, day: date, proposed: Proposal, number: int) -> Event:
    """The event that the workflow or the user records for a step that was taken on its day."""
    is_letter = stage.action is Action.LETTER
    skipped = bool(proposed.passed_over) and stage.action is not Action.CALL
    return Event(
        id=f"e{number}",
        on=day,
        debtor=ITEM.debtor,
        invoice=ITEM.invoice,
        kind=EventKind.PASSED_OVER if skipped else KIND_OF[stage.action],
        stage=stage.key,
        channel=Channel.POST if is_letter else None,
        pay_by=proposed.notices[0].pay_by if is_letter else None,
        sequence=number,
    )


def side_letters(day: date, proposed: Proposal, *, number: int) -> list[Event]:
    """The events that the workflow records for letters outside the stages."""
    return [
        Event(
            id=f"e{at}",
            on=day,
            debtor=ITEM.debtor,
            invoice=ITEM.invoice,
            kind=EventKind.LETTER,
            pay_by=notice.pay_by,
            template=notice.stage.template,
            about=notice.arrangement.event if notice.arrangement else "",
            sequence=at,
        )
        for at, notice in enumerate(proposed.notices, start=number)
        if not notice.stage.key
    ]


def walk(
    policy: DunningPolicy,
    *,
    kind: DebtorKind | None = DebtorKind.BUSINESS,
    due: date = DUE,
    every: int = 1,
    left_undone: frozenset[Action] = frozenset(),
) -> list[str]:
    """Every step from a week before the due date on, as the tables below show them.

    A run is made once in ``every`` days. Actions that are ``left_undone`` are never logged by the
    user; the workflow itself logs those that the policy passes over.
    """
    events: list[Event] = []
    runs: list[date] = []
    lines: list[str] = []
    for day in (add_days(due, offset) for offset in range(-7, DAYS, every)):
        proposed = proposal(policy, events, day=day, runs=runs, kind=kind, due=due)
        decision = proposed.decisions[0]
        runs.append(day)
        stage = decision.next_stage
        passed_over = bool(proposed.passed_over)
        when = f"{WEEKDAYS[day.weekday()]} {day:%d-%m} +{(day - due).days:<2}"
        for letter in side_letters(day, proposed, number=len(events)):
            events.append(letter)
            lines.append(f"{when} letter {letter.template} -> {letter.pay_by:%d-%m}")
        if not decision.due_now or stage is None:
            continue
        if stage.action in left_undone and not passed_over:
            continue
        event = carried_out(stage, day=day, proposed=proposed, number=len(events))
        events.append(event)
        pay_by = f" -> {event.pay_by:%d-%m}" if event.pay_by else ""
        word = "overgeslagen" if passed_over else stage.action
        lines.append(f"{when} {word} {stage.key}{pay_by}")
    return lines
