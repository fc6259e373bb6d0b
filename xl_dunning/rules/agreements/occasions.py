"""What calls for a letter outside the stages: what stands in the log, and how it stands today.

Some letters follow by themselves: the invoice once more to whoever never got it, the reminder of a
late instalment, the end of a broken plan, the announcement of a suspension. Others put in writing
what was agreed or done; those go out when the policy says so (``confirm``). A letter is sent about
an event once; what was said about several invoices in one talk goes into one letter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import dropwhile
from typing import TypeAlias

from xl_dunning.rules.agreements.judgement import last_words
from xl_dunning.rules.agreements.plans import is_plan
from xl_dunning.rules.agreements.sent import Sent
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
from xl_dunning.rules.money import ZERO, total
from xl_dunning.rules.policy import Action, DunningPolicy

PolicyOf: TypeAlias = Callable[[str], DunningPolicy]
"""Debtor number to the policy of that debtor."""

_RECENT_DAYS = 14
"""What lies further back is not confirmed any more: that would only confuse."""
_TERM_DAYS = 14
"""Days that a letter gives to pay, when nothing else says so."""
SUSPENDED_DAYS = 7
"""Days that the letter about a suspension gives: he had been told before."""
_DONE = {
    EventKind.SUSPENSION: SideLetter.SUSPENDED,
    EventKind.RESUME: SideLetter.RESUMED,
    EventKind.HANDOVER: SideLetter.HANDOVER,
}
"""What somebody did, and the letter that tells the debtor."""
_ENDS = {
    EventKind.RESUME: EventKind.SUSPENSION,
    EventKind.SUSPENSION: EventKind.RESUME,
    EventKind.UNBLOCK: EventKind.HANDOVER,
}
"""What somebody did, and what is over by it."""


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
    stage: str = ""
    """For a handover: the stage that it carried out; only items that it moved are in the letter."""


def occasions(
    log: Sequence[Event],
    judged: Sequence[Judgement],
    suspended: Iterable[Suspension],
    *,
    policy_of: PolicyOf,
    reference_date: date,
) -> Iterator[Occasion]:
    """Everything in the standing log that a letter should follow today, each once.

    ``log`` and ``judged`` come oldest first.
    """
    sent = Sent(log)
    yield from _said(log, sent, on=reference_date, policy_of=policy_of)
    agreed: dict[ItemKey, list[Judgement]] = defaultdict(list)
    for each in judged:
        for key in each.keys:
            agreed[key].append(each)
    for each in judged:
        if is_plan(each.event) and not _overtaken(each, agreed, on=reference_date):
            yield from _of_plan(each, sent, policy_of(each.event.debtor))
    to_confirm = [
        each
        for each in last_words(judged)
        if policy_of(each.event.debtor).confirm and _is_recent(each.event, reference_date)
    ]
    yield from _in_writing(to_confirm, sent, on=reference_date)
    for suspension in suspended:
        yield from _announced(suspension, policy_of, on=reference_date)


def _is_recent(event: Event, day: date) -> bool:
    return event.on <= day <= add_days(event.on, _RECENT_DAYS)


def _said(log: Sequence[Event], sent: Sent, *, on: date, policy_of: PolicyOf) -> Iterator[Occasion]:
    """What a debtor said on the phone, or somebody did: one letter for all his invoices."""
    told: list[tuple[SideLetter, Event]] = []
    for event in log:
        if event.on > on:
            continue
        if event.kind in _ENDS:
            told = [(letter, other) for letter, other in told if not _is_over(other, event)]
        if event.outcome is Outcome.NOT_RECEIVED:
            told.append((SideLetter.INVOICE_AGAIN, event))
        done = _DONE.get(event.kind)
        if done and _is_recent(event, on) and policy_of(event.debtor).confirm:
            told.append((done, event))
    groups: dict[tuple[SideLetter, str, date | None], list[Event]] = defaultdict(list)
    for letter, event in told:
        if not sent.since(event, letter):
            # An invoice that never came is sent once more, on whatever days that was said.
            day = None if letter is SideLetter.INVOICE_AGAIN else event.on
            groups[letter, event.debtor, day].append(event)
    for (letter, debtor, _), events in groups.items():
        last, whole = events[-1], any(not event.invoice for event in events)
        over = letter is SideLetter.HANDOVER
        days = SUSPENDED_DAYS if letter is SideLetter.SUSPENDED else _TERM_DAYS
        keys = None if whole else {(debtor, event.invoice) for event in events}
        yield Occasion(
            letter=letter,
            debtor=debtor,
            arrangement=Arrangement(on=last.on, until=last.until, event=last.id),
            keys=() if letter is SideLetter.RESUMED else keys,
            # The agency asks for the money now; the letter names no day any more.
            pay_within=0 if over else days,
            action=Action.HANDOVER if over else Action.LETTER,
            stage=last.stage if over and whole else "",
        )


def _is_over(event: Event, by: Event) -> bool:
    """Whether the later event undid the other one: then nobody is told of it any more."""
    same = event.debtor == by.debtor and (
        event.invoice == by.invoice or not (event.invoice and by.invoice)
    )
    return same and event.kind is _ENDS[by.kind]


def _overtaken(
    judged: Judgement, agreed: Mapping[ItemKey, Sequence[Judgement]], *, on: date
) -> bool:
    """Whether something was agreed after a plan about the same items, so that it has no letters.

    A later plan or settlement takes its place; a later promise as long as it runs.
    """
    after = (
        other
        for key in judged.keys
        for other in dropwhile(lambda one: one is not judged, agreed[key])
        if other is not judged
    )
    return any(
        other.event.kind in (EventKind.PLAN, EventKind.SETTLEMENT) or other.holds_on(on)
        for other in after
    )


def _of_plan(judged: Judgement, sent: Sent, policy: DunningPolicy) -> Iterator[Occasion]:
    """The reminder of a late instalment, once for each, and the end of a broken plan."""
    late = next((part for part in judged.instalments if part.late), None)
    if judged.state is AgreementState.LATE and late:
        before = sent.about(judged.event, SideLetter.INSTALMENT_REMINDER)
        if before is None or before <= late.due_on:
            yield of_agreement(
                judged, SideLetter.INSTALMENT_REMINDER, pay_within=max(policy.plan_grace, 1)
            )
    if judged.state is AgreementState.BROKEN and not sent.about(
        judged.event, SideLetter.PLAN_BROKEN
    ):
        yield of_agreement(judged, SideLetter.PLAN_BROKEN)


def _in_writing(agreed: Iterable[Judgement], sent: Sent, *, on: date) -> Iterator[Occasion]:
    """The confirmation of what was agreed, as long as it runs and its day lies ahead."""
    promised: dict[tuple[object, ...], list[Judgement]] = defaultdict(list)
    for each in agreed:
        event = each.event
        if each.state is not AgreementState.RUNNING or event.outcome is Outcome.UNDER_WAY:
            continue
        if event.kind is EventKind.PLAN:
            unpaid = next((part for part in each.instalments if part.left), None)
            coming = unpaid is not None and unpaid.due_on >= on
            if coming and not sent.since(event, SideLetter.PLAN_CONFIRMATION):
                yield of_agreement(each, SideLetter.PLAN_CONFIRMATION, pay_by=each.until)
        elif each.until < on:
            continue
        elif event.kind is not EventKind.SETTLEMENT:
            if not sent.since(event, SideLetter.CONFIRMATION):
                whole = event.amount is None
                promised[event.debtor, event.on, event.until, whole].append(each)
        elif event.amount and not sent.since(event, SideLetter.SETTLEMENT):
            yield of_agreement(each, SideLetter.SETTLEMENT, pay_by=each.until)
    for together in promised.values():
        yield promised_together(together)


def promised_together(together: Sequence[Judgement]) -> Occasion:
    """One letter for what was promised in one talk, with the amounts added up."""
    first, *others = (
        of_agreement(each, SideLetter.CONFIRMATION, pay_by=each.until) for each in together
    )
    amounts = [each.arrangement.amount for each in (first, *others)]
    amount = total(amount for amount in amounts if amount is not None)
    return replace(
        first,
        keys={key for each in together for key in each.keys},
        arrangement=replace(first.arrangement, amount=None if None in amounts else amount),
    )


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


def of_agreement(
    judged: Judgement,
    letter: SideLetter,
    *,
    pay_within: int = _TERM_DAYS,
    pay_by: date | None = None,
) -> Occasion:
    """A letter about an agreement, with what is still to be paid of it; never with its note."""
    event, amount = judged.event, judged.event.amount
    if is_plan(event):
        amount = judged.promised
    elif amount is not None:
        amount = max(amount - judged.paid, ZERO)
    return Occasion(
        letter=letter,
        debtor=event.debtor,
        arrangement=Arrangement(
            on=event.on,
            until=judged.until,
            amount=amount,
            instalments=judged.instalments,
            event=event.id,
        ),
        keys=judged.keys,
        pay_within=pay_within,
        pay_by=pay_by,
    )
