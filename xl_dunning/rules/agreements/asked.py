"""A letter outside the stages that the user asks for by hand, with what only she can tell.

Where the log holds what the letter is about (a promise, a plan, a settlement, a suspension), it is
taken from there: what is put in writing is what was recorded.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from datetime import date
from typing import TypeAlias

from xl_dunning.rules.agreements.calls import promises
from xl_dunning.rules.agreements.disputes import disputes
from xl_dunning.rules.agreements.judgement import last_words
from xl_dunning.rules.agreements.occasions import (
    SUSPENDED_DAYS,
    Occasion,
    of_agreement,
    promised_together,
)
from xl_dunning.rules.agreements.plans import is_plan
from xl_dunning.rules.agreements.side_letters import SideLetter
from xl_dunning.rules.agreements.states import (
    AgreementState,
    Arrangement,
    InstalmentState,
    Judgement,
)
from xl_dunning.rules.dates import add_days
from xl_dunning.rules.events import Event, EventKind, Instalment, Outcome
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
    """What is known of the debtor: his standing events, and how his agreements stand.

    Where the user names invoices, only what is about all of these.
    """

    log: tuple[Event, ...]
    judged: tuple[Judgement, ...]
    last_words: tuple[Judgement, ...]
    """Only what was not agreed otherwise since: that alone is put in writing."""
    plan_grace: int
    """Days that a late instalment may still be paid without consequence."""
    reference_date: date


Maker: TypeAlias = Callable[[AskedLetter, Known], Occasion]


def occasion_of(
    asked: AskedLetter,
    *,
    log: Iterable[Event],
    judged: Iterable[Judgement],
    plan_grace: int,
    reference_date: date,
) -> Occasion:
    """What the letter is to tell; ``log`` are the standing events, oldest first.

    Raises:
        Refusal: LETTER_DAY_PAST for a day that lies behind us; LETTER_NEEDS_AGREEMENT,
            LETTER_NEEDS_INSTALMENTS, LETTER_NEEDS_ANSWER or LETTER_NEEDS_STEP when neither the log
            nor the user tells what belongs in the letter; LETTER_AGREEMENT_OVER, LETTER_PLAN_KEPT
            or LETTER_NOTHING_LATE when the agreement does not stand as the letter would say.
    """
    if asked.until and asked.until < reference_date:
        raise Refusal("LETTER_DAY_PAST", until=asked.until)
    debtor = asked.debtor
    wanted = {(debtor, invoice) for invoice in asked.invoices}
    his = tuple(each for each in judged if each.event.debtor == debtor)
    known = Known(
        log=tuple(
            event
            for event in log
            if event.debtor == debtor
            and (not event.invoice or not wanted or event.invoice in asked.invoices)
        ),
        judged=tuple(each for each in his if wanted <= set(each.keys)),
        last_words=tuple(each for each in last_words(his) if wanted <= set(each.keys)),
        plan_grace=plan_grace,
        reference_date=reference_date,
    )
    occasion = _MAKERS.get(asked.letter, _plain)(asked, known)
    if wanted and occasion.keys is None:
        return replace(occasion, keys=wanted)
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
    """The promise that runs, with all that was promised in the same talk; or one told of here."""
    if asked.until is None:
        found = _running(known, lambda each: promises(each.event), asked)
        talk = (found.event.on, found.until)
        together = [
            each
            for each in known.last_words
            if promises(each.event) and (each.event.on, each.until) == talk
        ]
        return promised_together(together)
    occasion = _plain(asked, known)
    return replace(occasion, arrangement=replace(occasion.arrangement, amount=asked.amount))


def _proposed(asked: AskedLetter, known: Known) -> Occasion:
    if not asked.schedule:
        raise Refusal("LETTER_NEEDS_INSTALMENTS", debtor=asked.debtor)
    first = asked.schedule[0].due_on
    until = asked.until or min(add_days(known.reference_date, _ANSWER_DAYS), first)
    if first < known.reference_date:
        raise Refusal("LETTER_DAY_PAST", until=first)
    if until > first:
        raise Refusal("LETTER_ANSWER_TOO_LATE", until=until, first=first)
    parts = tuple(
        InstalmentState(number=number, due_on=part.due_on, amount=part.amount)
        for number, part in enumerate(asked.schedule, start=1)
    )
    return replace(
        _plain(asked, known),
        arrangement=Arrangement(on=known.reference_date, until=until, instalments=parts),
        pay_by=until,
    )


def _confirmed(asked: AskedLetter, known: Known) -> Occasion:
    found = _running(known, lambda each: is_plan(each.event), asked)
    return of_agreement(found, asked.letter, pay_by=found.until)


def _reminded(asked: AskedLetter, known: Known) -> Occasion:
    plans = [each for each in known.judged if is_plan(each.event)]
    late = [each for each in plans if any(part.late for part in each.instalments)]
    if not plans:
        raise Refusal("LETTER_NEEDS_AGREEMENT", template=asked.letter.value)
    if not late:
        raise Refusal("LETTER_NOTHING_LATE", debtor=asked.debtor)
    days = max(known.plan_grace, 1)
    return of_agreement(late[-1], asked.letter, pay_within=days, pay_by=asked.until)


def _broken(asked: AskedLetter, known: Known) -> Occasion:
    plans = [each for each in known.judged if is_plan(each.event)]
    if not plans:
        raise Refusal("LETTER_NEEDS_AGREEMENT", template=asked.letter.value)
    if plans[-1].state is AgreementState.KEPT:
        raise Refusal("LETTER_PLAN_KEPT", debtor=asked.debtor)
    return of_agreement(plans[-1], asked.letter, pay_by=asked.until)


def _settled(asked: AskedLetter, known: Known) -> Occasion:
    found = _running(
        known,
        lambda each: each.event.kind is EventKind.SETTLEMENT and each.event.amount is not None,
        asked,
    )
    return of_agreement(found, asked.letter, pay_by=found.until)


def _announced(asked: AskedLetter, known: Known) -> Occasion:
    day = asked.until or add_days(known.reference_date, _ANSWER_DAYS)
    return replace(_plain(asked, known), pay_by=day)


def _done(kind: EventKind, *undone_by: EventKind) -> Maker:
    """A letter about what somebody did last, unless it was undone since."""

    def made(asked: AskedLetter, known: Known) -> Occasion:
        event = _last(known, lambda event: event.kind in (kind, *undone_by))
        if event is None or event.kind is not kind:
            raise Refusal("LETTER_NEEDS_STEP", debtor=asked.debtor, kind=kind.value)
        return replace(
            _plain(asked, known),
            arrangement=Arrangement(on=event.on, event=event.id),
            keys=() if kind is EventKind.RESUME else None,
            pay_within=SUSPENDED_DAYS,
        )

    return made


def _handed_over(asked: AskedLetter, known: Known) -> Occasion:
    """In the past tense when it was done, else as the last warning."""
    event = _last(known, lambda each: each.kind in (EventKind.HANDOVER, EventKind.UNBLOCK))
    plain = _plain(asked, known)
    if event is None or event.kind is not EventKind.HANDOVER:
        return plain
    return replace(
        plain,
        arrangement=Arrangement(on=event.on, event=event.id),
        action=Action.HANDOVER,
        stage=event.stage,
        keys={(asked.debtor, event.invoice)} if event.invoice and not asked.invoices else None,
        pay_within=0,
    )


def _answered(asked: AskedLetter, known: Known) -> Occasion:
    if not asked.note.strip():
        raise Refusal("LETTER_NEEDS_ANSWER", debtor=asked.debtor)
    event = _last(known, disputes)
    if event is None:
        raise Refusal("LETTER_NEEDS_STEP", debtor=asked.debtor, kind=EventKind.DISPUTE.value)
    return replace(
        _plain(asked, known),
        arrangement=Arrangement(on=event.on, note=asked.note.strip(), event=event.id),
        keys={(asked.debtor, event.invoice)} if event.invoice and not asked.invoices else None,
    )


def _sent_again(asked: AskedLetter, known: Known) -> Occasion:
    event = _last(known, lambda each: each.outcome is Outcome.NOT_RECEIVED)
    plain = _plain(asked, known)
    if event is None:
        return plain
    return replace(plain, arrangement=Arrangement(on=event.on, event=event.id))


def _running(known: Known, wanted: Callable[[Judgement], bool], asked: AskedLetter) -> Judgement:
    """The last agreement of that kind, which must run and have its day ahead."""
    found = [each for each in known.last_words if wanted(each)]
    if not found:
        raise Refusal("LETTER_NEEDS_AGREEMENT", template=asked.letter.value)
    last, day = found[-1], known.reference_date
    next_day = next((part.due_on for part in last.instalments if part.left), last.until)
    if last.state is not AgreementState.RUNNING or next_day < day:
        raise Refusal(
            "LETTER_AGREEMENT_OVER", debtor=asked.debtor, on=last.event.on, until=next_day
        )
    return last


def _last(known: Known, wanted: Callable[[Event], bool]) -> Event | None:
    return next((event for event in reversed(known.log) if wanted(event)), None)


_MAKERS: dict[SideLetter, Maker] = {
    SideLetter.CONFIRMATION: _promised,
    SideLetter.PLAN_PROPOSAL: _proposed,
    SideLetter.PLAN_CONFIRMATION: _confirmed,
    SideLetter.INSTALMENT_REMINDER: _reminded,
    SideLetter.PLAN_BROKEN: _broken,
    SideLetter.SETTLEMENT: _settled,
    SideLetter.SUSPENSION_NOTICE: _announced,
    SideLetter.SUSPENDED: _done(EventKind.SUSPENSION, EventKind.RESUME),
    SideLetter.RESUMED: _done(EventKind.RESUME, EventKind.SUSPENSION),
    SideLetter.HANDOVER: _handed_over,
    SideLetter.DISPUTE_ANSWER: _answered,
    SideLetter.INVOICE_AGAIN: _sent_again,
}
