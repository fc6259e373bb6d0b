"""The letters that start a legal term for a consumer, and which of those in the log count.

Netherlands: the 14-dagenbrief (6:96 lid 6 BW); Belgium: the free first reminder (art. XIX.2 WER).
The last one that counts is the one that matters: a new, correct letter mends a mistake in the one
before (HR 25-11-2016, ECLI:NL:HR:2016:2704, 3.6.2). One that was only read in from the list
(ingelezen) gives no right to costs: nobody knows what it said, how it went out or when it arrived.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from xl_dunning.rules.dates import add_days
from xl_dunning.rules.deadlines import Deadline, letter_deadline
from xl_dunning.rules.events import Channel, Event, EventKind
from xl_dunning.rules.findings import Finding, warning
from xl_dunning.rules.ledger import DebtorKind
from xl_dunning.rules.owed import ClaimRules
from xl_dunning.rules.policy import FIRST_REMINDER_BE, FOURTEEN_DAY_LETTER
from xl_dunning.rules.proposal import Decision, Reason
from xl_dunning.rules.reasons import Case

_NOTHING_TO_CLAIM = (Reason.UNREADABLE, Reason.DUPLICATE_KEY, Reason.PAID, Reason.CREDIT_NOTE)
_SENT = (EventKind.LETTER, EventKind.EMAIL)


class Flaw(StrEnum):
    """Why a letter in the log starts no term; the names are those of the findings."""

    IMPORTED = "TERM_LETTER_IMPORTED"
    BEFORE_DEFAULT = "TERM_LETTER_BEFORE_DEFAULT"
    CHANNEL = "TERM_LETTER_CHANNEL"
    BEFORE_LAW = "TERM_LETTER_BEFORE_LAW"


@dataclass(frozen=True, slots=True, kw_only=True)
class TermLetter:
    """A letter that was sent and counts; ``last_day`` is the last day to pay in time."""

    sent: date
    channel: Channel
    document: str
    last_day: date

    @property
    def costs_from(self) -> date:
        """First day on which costs may be claimed."""
        return add_days(self.last_day, 1)


def term_of_letter(sent: date, channel: Channel, *, rules: ClaimRules) -> Deadline:
    """The term that a 14-dagenbrief (or a Belgian first reminder) of that day and channel gives."""
    return letter_deadline(
        sent,
        channel=channel,
        law=rules.law,
        is_holiday=rules.is_holiday,
        is_working_day=rules.is_working_day,
    )


def term_letter(
    case: Case, *, rules: ClaimRules, default_since: date
) -> tuple[TermLetter | None, tuple[Event, Flaw] | None]:
    """The last letter that counts; or, when none does, the last one and its flaw.

    ``default_since``: first day on which the letter may go out. A letter that names a later day
    to pay than the law's term is held to it.
    """
    template = FIRST_REMINDER_BE if rules.law.country == "be" else FOURTEEN_DAY_LETTER
    keys = {stage.key for stage in case.policy.stages if stage.template == template}
    flawed: tuple[Event, Flaw] | None = None
    for event in reversed(case.events):
        if event.stage not in keys:
            continue
        channel = _channel(event)
        flaw = _flaw(event, channel, rules=rules, default_since=default_since)
        if channel and flaw is None:
            return _counted(event, channel, rules=rules), None
        flawed = flawed or (event, flaw or Flaw.CHANNEL)
    return None, flawed


def letters_without_force(
    decisions: Sequence[Decision], cases: Sequence[Case], *, rules: ClaimRules
) -> tuple[Finding, ...]:
    """A warning for each open invoice of a consumer whose term letter gives no right to costs.

    ``cases`` belong to the decisions one by one.
    """
    belgian = rules.law.country == "be"
    found: list[Finding] = []
    for decision, case in zip(decisions, cases, strict=True):
        due, since = case.item.due_date, decision.owed.default_since
        not_before = add_days(due, 1) if belgian and due else since
        if (
            decision.reason in _NOTHING_TO_CLAIM
            or case.debtor.kind is DebtorKind.BUSINESS
            or not_before is None
        ):
            continue
        _, flawed = term_letter(case, rules=rules, default_since=not_before)
        if flawed:
            event, flaw = flawed
            debtor, invoice = case.item.key
            found.append(
                warning(
                    flaw.value,
                    debtor=debtor,
                    invoice=invoice,
                    letter="eerste herinnering" if belgian else "14-dagenbrief",
                    sent=event.on,
                )
            )
    return tuple(found)


def _flaw(
    event: Event, channel: Channel | None, *, rules: ClaimRules, default_since: date
) -> Flaw | None:
    if event.kind not in _SENT:
        return Flaw.IMPORTED
    if event.on < default_since:
        return Flaw.BEFORE_DEFAULT
    rules_of_channel = [rule for rule in rules.law.deliveries if rule.channel is channel]
    if not rules_of_channel:
        return Flaw.CHANNEL
    known_since = max(
        min(figure.valid_from for figure in figures)
        for figures in (rules.law.numbers["letter_term"], rules_of_channel)
    )
    return Flaw.BEFORE_LAW if event.on < known_since else None


def _counted(event: Event, channel: Channel, *, rules: ClaimRules) -> TermLetter:
    last_day = term_of_letter(event.on, channel, rules=rules).last_day
    return TermLetter(
        sent=event.on,
        channel=channel,
        document=event.document,
        last_day=max(last_day, event.pay_by or last_day),
    )


def _channel(event: Event) -> Channel | None:
    """As logged; an e-mail is one of itself, but a letter may have gone out either way."""
    return event.channel or (Channel.EMAIL if event.kind is EventKind.EMAIL else None)
