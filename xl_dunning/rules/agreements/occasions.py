"""What calls for a letter outside the stages: what stands in the log, and how it stands today.

Some letters follow by themselves: the invoice once more to whoever never got it, the reminder of a
late instalment, the end of a broken plan, the announcement of a suspension. Others put in writing
what was agreed or done; those go out when the policy says so (``confirm``). Every letter is about
one event in the log, and is sent about it once.
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TypeAlias

from xl_dunning.rules.agreements.side_letters import SideLetter
from xl_dunning.rules.agreements.states import (
    AgreementState,
    Arrangement,
    Judgement,
    Suspension,
    SuspensionState,
)
from xl_dunning.rules.dates import add_days
from xl_dunning.rules.events import Event, EventKind, Outcome
from xl_dunning.rules.ledger import ItemKey
from xl_dunning.rules.policy import Action, DunningPolicy

PolicyOf: TypeAlias = Callable[[str], DunningPolicy]
"""Debtor number to the policy of that debtor."""

_RECENT_DAYS = 14
"""What lies further back is not put in writing any more: that would only confuse."""
_TERM_DAYS = 14
"""Days that a letter gives to pay, when nothing else says so."""
_DONE = {
    EventKind.SUSPENSION: SideLetter.SUSPENDED,
    EventKind.RESUME: SideLetter.RESUMED,
    EventKind.HANDOVER: SideLetter.HANDOVER,
}
"""What somebody did, and the letter that tells the debtor."""
_OF_PLAN = {
    AgreementState.RUNNING: SideLetter.PLAN_CONFIRMATION,
    AgreementState.LATE: SideLetter.INSTALMENT_REMINDER,
    AgreementState.BROKEN: SideLetter.PLAN_BROKEN,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Occasion:
    """What calls for a letter outside the stages, before it is known whether it can be sent."""

    letter: SideLetter
    debtor: str
    arrangement: Arrangement
    keys: Collection[ItemKey] | None = None
    """The items that it is about; None: all that is overdue; an empty one: none at all."""
    pay_within: int = _TERM_DAYS
    pay_by: date | None = None
    """Goes before ``pay_within`` days."""
    action: Action = Action.LETTER


def occasions(
    log: Sequence[Event],
    judged: Iterable[Judgement],
    suspended: Iterable[Suspension],
    *,
    policy_of: PolicyOf,
    reference_date: date,
) -> Iterator[Occasion]:
    """Everything in the standing log that a letter should follow today, each once."""
    sent = {(event.about, event.template): event.on for event in log if event.about}
    recent = [
        event for event in log if event.on <= reference_date <= add_days(event.on, _RECENT_DAYS)
    ]
    for event in recent:
        letter = SideLetter.INVOICE_AGAIN
        if event.outcome is Outcome.NOT_RECEIVED and (event.id, letter) not in sent:
            yield _about(event, letter)
    for event in recent:
        done = _DONE.get(event.kind)
        if done and (event.id, done) not in sent and policy_of(event.debtor).confirm:
            yield _about(event, done)
    ids = {event.id for event in recent}
    for each in judged:
        yield from _of_plan(each, sent, policy_of(each.event.debtor))
        if each.event.id in ids and policy_of(each.event.debtor).confirm:
            yield from _in_writing(each, sent)
    for suspension in suspended:
        yield from _announced(suspension, policy_of, on=reference_date)


Sent: TypeAlias = Mapping[tuple[str, str], date]
"""Id of the event and template to the day on which that letter went out last."""


def _of_plan(judged: Judgement, sent: Sent, policy: DunningPolicy) -> Iterator[Occasion]:
    """The reminder of a late instalment, once for each, and the end of a broken plan."""
    if not judged.event.schedule:
        return
    late = next((part for part in judged.instalments if part.late), None)
    if judged.state is AgreementState.LATE and late:
        before = sent.get((judged.event.id, SideLetter.INSTALMENT_REMINDER))
        if before is None or before <= late.due_on:
            yield of_agreement(
                judged, SideLetter.INSTALMENT_REMINDER, pay_within=max(policy.plan_grace, 1)
            )
    broken = SideLetter.PLAN_BROKEN
    if judged.state is AgreementState.BROKEN and (judged.event.id, broken) not in sent:
        yield of_agreement(judged, broken)


def _in_writing(judged: Judgement, sent: Sent) -> Iterator[Occasion]:
    """The confirmation of what was agreed, as long as it runs."""
    event = judged.event
    if judged.state is not AgreementState.RUNNING or event.outcome is Outcome.UNDER_WAY:
        return
    letter = SideLetter.CONFIRMATION
    if event.kind is EventKind.PLAN:
        letter = SideLetter.PLAN_CONFIRMATION
    elif event.kind is EventKind.SETTLEMENT:
        letter = SideLetter.SETTLEMENT
    needed = {
        SideLetter.PLAN_CONFIRMATION: bool(event.schedule),
        SideLetter.SETTLEMENT: event.amount is not None,
    }
    if needed.get(letter, True) and (event.id, letter) not in sent:
        yield of_agreement(judged, letter, pay_by=judged.until)


def _announced(suspension: Suspension, policy_of: PolicyOf, *, on: date) -> Iterator[Occasion]:
    rule = policy_of(suspension.debtor).suspension
    if rule and suspension.state is SuspensionState.ANNOUNCE:
        yield Occasion(
            letter=SideLetter.SUSPENSION_NOTICE,
            debtor=suspension.debtor,
            arrangement=Arrangement(on=on),
            keys=[item.key for item in suspension.items],
            pay_within=rule.notice,
        )


def _about(event: Event, letter: SideLetter) -> Occasion:
    """A letter about an event itself; never with its note, which was written for ourselves."""
    keys: Collection[ItemKey] | None = [(event.debtor, event.invoice)] if event.invoice else None
    return Occasion(
        letter=letter,
        debtor=event.debtor,
        arrangement=Arrangement(on=event.on, until=event.until, event=event.id),
        keys=() if letter is SideLetter.RESUMED else keys,
        action=Action.HANDOVER if letter is SideLetter.HANDOVER else Action.LETTER,
    )


def of_agreement(
    judged: Judgement,
    letter: SideLetter,
    *,
    pay_within: int = _TERM_DAYS,
    pay_by: date | None = None,
) -> Occasion:
    """A letter about an agreement, with what was paid of it; never with its note."""
    event = judged.event
    return Occasion(
        letter=letter,
        debtor=event.debtor,
        arrangement=Arrangement(
            on=event.on,
            until=judged.until,
            amount=judged.promised if event.schedule else event.amount,
            instalments=judged.instalments,
            event=event.id,
        ),
        keys=judged.keys,
        pay_within=pay_within,
        pay_by=pay_by,
    )
