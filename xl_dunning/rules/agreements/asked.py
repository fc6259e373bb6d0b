"""A letter outside the stages that the user asks for by hand, with what only she can tell.

Where the log holds what the letter is about (a promise, a plan, a settlement, a suspension), it is
taken from there: what is put in writing is what was recorded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from xl_dunning.rules.agreements.calls import promises
from xl_dunning.rules.agreements.disputes import disputes
from xl_dunning.rules.agreements.occasions import Occasion, of_agreement
from xl_dunning.rules.agreements.side_letters import SideLetter
from xl_dunning.rules.agreements.states import (
    AgreementState,
    Arrangement,
    InstalmentState,
    Judgement,
)
from xl_dunning.rules.dates import add_days
from xl_dunning.rules.events import Event, EventKind, Instalment
from xl_dunning.rules.findings import Refusal
from xl_dunning.rules.money import Euro
from xl_dunning.rules.policy import Action

_ANSWER_DAYS = 7
"""Days to answer a proposal, or to pay before a suspension, unless the user names a day."""


@dataclass(frozen=True, slots=True, kw_only=True)
class AskedLetter:
    """What the user asks for; ``until`` is inclusive, the amount in euro."""

    letter: SideLetter
    debtor: str
    invoices: tuple[str, ...] = ()
    """Empty: all that are overdue, or all that the agreement is about."""
    until: date | None = None
    amount: Euro | None = None
    schedule: tuple[Instalment, ...] = ()
    note: str = ""
    """Printed in the answer to a dispute, and nowhere else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of the debtor: his standing events, and how his agreements stand."""

    log: tuple[Event, ...]
    judged: tuple[Judgement, ...]
    reference_date: date


Maker: TypeAlias = Callable[[AskedLetter, Known], Occasion]


def occasion_of(
    asked: AskedLetter,
    *,
    log: Iterable[Event],
    judged: Iterable[Judgement],
    reference_date: date,
) -> Occasion:
    """What the letter is to tell; ``log`` are the standing events.

    Raises:
        Refusal: LETTER_NEEDS_AGREEMENT, LETTER_NEEDS_INSTALMENTS, LETTER_NEEDS_ANSWER or
            LETTER_NEEDS_STEP, when neither the log nor the user tells what belongs in the letter.
    """
    known = Known(
        log=tuple(event for event in log if event.debtor == asked.debtor),
        judged=tuple(each for each in judged if each.event.debtor == asked.debtor),
        reference_date=reference_date,
    )
    occasion = _MAKERS.get(asked.letter, _plain)(asked, known)
    if asked.invoices and occasion.keys != ():
        return replace(occasion, keys=[(asked.debtor, invoice) for invoice in asked.invoices])
    return occasion


def _plain(asked: AskedLetter, known: Known) -> Occasion:
    """A letter that needs nothing but the day on which it is written."""
    return Occasion(
        letter=asked.letter,
        debtor=asked.debtor,
        arrangement=Arrangement(on=known.reference_date, until=asked.until),
        keys=() if asked.letter is SideLetter.TERMS else None,
        pay_by=asked.until,
    )


def _promised(asked: AskedLetter, known: Known) -> Occasion:
    """The promise that runs; or one that the user tells of here."""
    if asked.until is None:
        found = _latest(known, lambda each: promises(each.event), asked.letter)
        return of_agreement(found, asked.letter, pay_by=found.until)
    occasion = _plain(asked, known)
    return replace(occasion, arrangement=replace(occasion.arrangement, amount=asked.amount))


def _proposed(asked: AskedLetter, known: Known) -> Occasion:
    if not asked.schedule:
        raise Refusal("LETTER_NEEDS_INSTALMENTS", debtor=asked.debtor)
    parts = tuple(
        InstalmentState(number=number, due_on=part.due_on, amount=part.amount)
        for number, part in enumerate(asked.schedule, start=1)
    )
    until = asked.until or add_days(known.reference_date, _ANSWER_DAYS)
    return replace(
        _plain(asked, known),
        arrangement=Arrangement(on=known.reference_date, until=until, instalments=parts),
        pay_by=until,
    )


def _of_plan(asked: AskedLetter, known: Known) -> Occasion:
    found = _latest(known, lambda each: bool(each.event.schedule), asked.letter)
    ended = asked.letter is SideLetter.PLAN_BROKEN
    pay_by = found.until if asked.letter is SideLetter.PLAN_CONFIRMATION else asked.until
    if ended and found.state is AgreementState.KEPT:
        raise Refusal("LETTER_PLAN_KEPT", debtor=asked.debtor)
    return of_agreement(found, asked.letter, pay_by=pay_by)


def _settled(asked: AskedLetter, known: Known) -> Occasion:
    found = _latest(
        known,
        lambda each: each.event.kind is EventKind.SETTLEMENT and each.event.amount is not None,
        asked.letter,
    )
    return of_agreement(found, asked.letter, pay_by=found.until)


def _announced(asked: AskedLetter, known: Known) -> Occasion:
    day = asked.until or add_days(known.reference_date, _ANSWER_DAYS)
    return replace(_plain(asked, known), pay_by=day)


def _done(kind: EventKind) -> Maker:
    def made(asked: AskedLetter, known: Known) -> Occasion:
        event = _last_event(known.log, lambda event: event.kind is kind)
        if event is None:
            raise Refusal("LETTER_NEEDS_STEP", debtor=asked.debtor, kind=kind.value)
        return replace(
            _plain(asked, known),
            arrangement=Arrangement(on=event.on, event=event.id),
            keys=() if kind is EventKind.RESUME else None,
        )

    return made


def _handed_over(asked: AskedLetter, known: Known) -> Occasion:
    """In the past tense when it was done, else as the last warning."""
    event = _last_event(known.log, lambda event: event.kind is EventKind.HANDOVER)
    plain = _plain(asked, known)
    if event is None:
        return plain
    told = Arrangement(on=event.on, event=event.id)
    return replace(plain, arrangement=told, action=Action.HANDOVER)


def _answered(asked: AskedLetter, known: Known) -> Occasion:
    if not asked.note.strip():
        raise Refusal("LETTER_NEEDS_ANSWER", debtor=asked.debtor)
    event = _last_event(known.log, disputes)
    told = Arrangement(
        on=event.on if event else known.reference_date,
        note=asked.note.strip(),
        event=event.id if event else "",
    )
    return replace(_plain(asked, known), arrangement=told)


def _latest(known: Known, wanted: Callable[[Judgement], bool], letter: SideLetter) -> Judgement:
    """The last agreement of that kind; one that is kept or broken only where nothing runs."""
    found = [each for each in known.judged if wanted(each)]
    if not found:
        raise Refusal("LETTER_NEEDS_AGREEMENT", template=letter.value)
    running = [each for each in found if each.holds_on(known.reference_date)]
    return (running or found)[-1]


def _last_event(log: Sequence[Event], wanted: Callable[[Event], bool]) -> Event | None:
    return next((event for event in reversed(log) if wanted(event)), None)


_MAKERS: dict[SideLetter, Maker] = {
    SideLetter.CONFIRMATION: _promised,
    SideLetter.PLAN_PROPOSAL: _proposed,
    SideLetter.PLAN_CONFIRMATION: _of_plan,
    SideLetter.INSTALMENT_REMINDER: _of_plan,
    SideLetter.PLAN_BROKEN: _of_plan,
    SideLetter.SETTLEMENT: _settled,
    SideLetter.SUSPENSION_NOTICE: _announced,
    SideLetter.SUSPENDED: _done(EventKind.SUSPENSION),
    SideLetter.RESUMED: _done(EventKind.RESUME),
    SideLetter.HANDOVER: _handed_over,
    SideLetter.DISPUTE_ANSWER: _answered,
}
