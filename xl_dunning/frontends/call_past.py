"""What the log tells about a debtor, as far as it matters to who is going to call him."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from textwrap import shorten

from xl_dunning.casefile.words import KIND_WORDS, OUTCOME_WORDS
from xl_dunning.frontends.messages_nl import amount, shown
from xl_dunning.frontends.messages_nl.scripts import CELLS
from xl_dunning.rules.agreements.call_moment import UNANSWERED
from xl_dunning.rules.events import Event, EventKind, Outcome
from xl_dunning.rules.money import Euro, total
from xl_dunning.rules.policy import DunningPolicy

_LETTERS = (EventKind.LETTER, EventKind.EMAIL, EventKind.IMPORTED)
_CONTACTS = (EventKind.LETTER, EventKind.EMAIL, EventKind.CALL, EventKind.PROMISE)
_MOST_PROMISES = 3
"""As many as a glance takes in; the latest are told."""
_LONGEST_NOTE = 160
"""Letters; the whole note stands in the Logboek."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """What was promised in one conversation, about one invoice or more."""

    on: date
    until: date
    amount: Euro | None
    """None: everything that is open."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LetterBefore:
    """The latest letter that carried out a step for some of the invoices."""

    on: date | None
    """None when it was sent before this program was used: that day may be a guess."""
    kind: EventKind
    template: str
    invoices: frozenset[str]
    """Those of the invoices asked about that it was about."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Past:
    """The latest contact about some invoices, and the latest try after it."""

    letter: LetterBefore | None = None
    """None when somebody was spoken to after it."""
    said: Event | None = None
    """What was said on the phone, or a promise; None when a letter came after it."""
    attempt: Event | None = None
    """The last call after that, that nobody answered."""


def past_of(events: Sequence[Event], invoices: Collection[str], policy: DunningPolicy) -> Past:
    """What came before, by the standing events of the debtor, oldest first."""
    about = [event for event in events if event.invoice in ("", *invoices)]
    letter = _latest(about, lambda event: event.kind in _LETTERS and bool(event.stage))
    said = _latest(about, _was_said)
    attempt = _latest(about, lambda event: event.outcome in UNANSWERED)
    if attempt < max(letter, said):
        attempt = -1
    return Past(
        letter=_letter(about, about[letter], invoices, policy) if letter > said else None,
        said=about[said] if said > letter else None,
        attempt=about[attempt] if attempt >= 0 else None,
    )


def _latest(events: Sequence[Event], wanted: Callable[[Event], bool]) -> int:
    """The position of the latest event that is wanted; -1 when there is none."""
    return max((at for at, event in enumerate(events) if wanted(event)), default=-1)


def _was_said(event: Event) -> bool:
    """Whether the debtor was spoken to; a call without an outcome does not tell."""
    if event.kind is EventKind.PROMISE:
        return event.until is not None
    if event.kind is EventKind.PLAN:
        return True
    if event.outcome in (None, Outcome.WRONG_NUMBER, *UNANSWERED):
        return False
    return event.outcome is not Outcome.PROMISED or event.until is not None


def _letter(
    about: Sequence[Event], last: Event, invoices: Collection[str], policy: DunningPolicy
) -> LetterBefore:
    stage = policy.stage(last.stage)
    same = [e for e in about if (e.on, e.kind, e.stage) == (last.on, last.kind, last.stage)]
    named = {event.invoice for event in same}
    return LetterBefore(
        on=None if last.kind is EventKind.IMPORTED else last.on,
        kind=last.kind,
        template=last.template or (stage.template if stage else ""),
        invoices=frozenset(invoices if "" in named else named),
    )


def promises_in(events: Iterable[Event]) -> tuple[Promise, ...]:
    """What was promised, in the order in which it was said; several invoices at once are one."""
    parts: dict[tuple[date, date], list[Euro | None]] = {}
    for event in events:
        if event.until and (event.kind is EventKind.PROMISE or event.outcome is Outcome.PROMISED):
            parts.setdefault((event.on, event.until), []).append(event.amount)
    return tuple(
        Promise(on=on, until=until, amount=_sum(amounts)) for (on, until), amounts in parts.items()
    )


def _sum(amounts: Sequence[Euro | None]) -> Euro | None:
    known = [part for part in amounts if part is not None]
    return total(known) if len(known) == len(amounts) else None


def promises_text(events: Iterable[Event], *, currency: str, reference_date: date) -> str:
    """The latest promises, each on a line with its last day and amount; the newest first."""
    return "\n".join(
        _promise_text(promise, currency, reference_date)
        for promise in reversed(promises_in(events)[-_MOST_PROMISES:])
    )


def _promise_text(promise: Promise, currency: str, reference_date: date) -> str:
    until = shown(promise.until)
    if promise.amount is None:
        text = CELLS["promise.all"].format(until=until)
    else:
        text = CELLS["promise"].format(until=until, amount=amount(promise.amount, currency))
    return CELLS["past"].format(promise=text) if promise.until < reference_date else text


def last_contact(events: Iterable[Event]) -> str:
    """The day of the latest contact, what it was, and the note or the step of it."""
    contacts = [event for event in events if event.kind in _CONTACTS]
    if not contacts:
        return ""
    last = contacts[-1]
    what = shorten(last.note or last.stage, width=_LONGEST_NOTE, placeholder="…")
    return f"{shown(last.on)} {KIND_WORDS[last.kind]}{f': {what}' if what else ''}"


def last_outcome(events: Iterable[Event]) -> str:
    """What came of the latest call of which that is known; on a second line its day."""
    outcomes = [event for event in events if event.outcome]
    if not outcomes or outcomes[-1].outcome is None:
        return ""
    return f"{OUTCOME_WORDS[outcomes[-1].outcome]}\n{shown(outcomes[-1].on)}"


def has_wrong_number(events: Iterable[Event]) -> bool:
    """Whether the latest call told that the telephone number is wrong."""
    outcomes = [event.outcome for event in events if event.outcome]
    return bool(outcomes) and outcomes[-1] is Outcome.WRONG_NUMBER
