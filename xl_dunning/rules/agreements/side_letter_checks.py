"""Whether a letter outside the stages has what it must say: a wrong letter is worse than none.

Whoever decides that such a letter is due can ask here and hold it; the letters ask again before
anything is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from xl_dunning.rules.agreements.payment_asked import late_instalments, payment_asked, template_of
from xl_dunning.rules.agreements.side_letters import SideLetter
from xl_dunning.rules.agreements.states import Arrangement
from xl_dunning.rules.findings import Detail, Finding, error, warning
from xl_dunning.rules.money import ZERO, total
from xl_dunning.rules.proposal import Notice

_TELL_OF_AGREEMENT = frozenset(
    {
        SideLetter.CONFIRMATION,
        SideLetter.PLAN_PROPOSAL,
        SideLetter.PLAN_CONFIRMATION,
        SideLetter.INSTALMENT_REMINDER,
        SideLetter.PLAN_BROKEN,
        SideLetter.SETTLEMENT,
        SideLetter.SUSPENDED,
        SideLetter.RESUMED,
        SideLetter.DISPUTE_ANSWER,
        SideLetter.INVOICE_AGAIN,
    }
)
_NAME_A_LAST_DAY = frozenset(
    {SideLetter.CONFIRMATION, SideLetter.PLAN_PROPOSAL, SideLetter.SETTLEMENT}
)
_LIST_INSTALMENTS = frozenset(
    {
        SideLetter.PLAN_PROPOSAL,
        SideLetter.PLAN_CONFIRMATION,
        SideLetter.INSTALMENT_REMINDER,
        SideLetter.PLAN_BROKEN,
    }
)
_STILL_TO_RUN = frozenset({SideLetter.PLAN_PROPOSAL, SideLetter.PLAN_CONFIRMATION})
_ASK_FOR_MONEY = _TELL_OF_AGREEMENT - {SideLetter.RESUMED} | {SideLetter.SUSPENSION_NOTICE}


def side_letter_problems(notice: Notice, *, reference_date: date) -> tuple[Finding, ...]:
    """Everything that is missing or wrong; any error means: don't send it.

    None for a letter of a policy's stage. ``reference_date`` is the day on which it is sent.
    """
    template = template_of(notice)
    if template not in {*SideLetter}:
        return ()
    letter = SideLetter(template)
    if letter is SideLetter.TERMS:
        return tuple(_of_terms(notice))
    agreed = notice.arrangement
    if agreed is None and letter in _TELL_OF_AGREEMENT:
        return (_error("SIDE_LETTER_NO_AGREEMENT", notice),)
    found: list[Finding] = []
    if agreed is not None:
        found += [*_of_parts(notice, letter, agreed), *_of_plan(notice, letter, agreed)]
    if letter in _ASK_FOR_MONEY:
        found += _of_payment(notice, letter, reference_date)
    return tuple(found)


def _of_terms(notice: Notice) -> Iterator[Finding]:
    terms = notice.late_payment
    if terms is None:
        yield _error("SIDE_LETTER_NO_TERMS", notice)
    elif terms.term_most is not None and terms.term > terms.term_most:
        yield warning(
            "PAYMENT_TERM_LONG",
            debtor=notice.debtor.number,
            days=terms.term,
            most=terms.term_most,
        )


def _of_parts(notice: Notice, letter: SideLetter, agreed: Arrangement) -> Iterator[Finding]:
    if notice.currency != "EUR" and (agreed.amount is not None or agreed.instalments):
        yield _error("SIDE_LETTER_NOT_EURO", notice, currency=notice.currency)
    if letter in _NAME_A_LAST_DAY and agreed.until is None:
        yield _error("SIDE_LETTER_NO_DAY", notice)
    if letter in _LIST_INSTALMENTS and not agreed.instalments:
        yield _error("SIDE_LETTER_NO_INSTALMENTS", notice)
    if letter is SideLetter.DISPUTE_ANSWER and not agreed.note.strip():
        yield _error("SIDE_LETTER_NO_NOTE", notice)
    if letter is SideLetter.SETTLEMENT:
        if agreed.amount is None:
            yield _error("SIDE_LETTER_NO_AMOUNT", notice)
        elif agreed.amount >= notice.total:
            yield _error("SETTLEMENT_NOT_LOWER", notice, amount=agreed.amount, claim=notice.total)


def _of_plan(notice: Notice, letter: SideLetter, agreed: Arrangement) -> Iterator[Finding]:
    parts = agreed.instalments
    if letter is SideLetter.INSTALMENT_REMINDER and parts and not late_instalments(parts):
        yield _error("SIDE_LETTER_NOTHING_LATE", notice)
    if letter in _STILL_TO_RUN:
        left = total(part.left for part in parts)
        if left > notice.total:
            yield _error("SIDE_LETTER_TOO_MUCH", notice, asked=left, claim=notice.total)
    if letter is SideLetter.PLAN_PROPOSAL and parts and agreed.until:
        first = min(part.due_on for part in parts)
        if first < agreed.until:
            yield _error("PLAN_ANSWER_TOO_LATE", notice, until=agreed.until, first=first)


def _of_payment(notice: Notice, letter: SideLetter, reference_date: date) -> Iterator[Finding]:
    asked, agreed = payment_asked(notice), notice.arrangement
    if asked.amount <= ZERO:
        yield _error("SIDE_LETTER_NOTHING_ASKED", notice)
    elif letter not in _STILL_TO_RUN and asked.amount > notice.total:
        yield _error("SIDE_LETTER_TOO_MUCH", notice, asked=asked.amount, claim=notice.total)
    days = {asked.by}
    if letter in _NAME_A_LAST_DAY and agreed is not None and agreed.until:
        days.add(agreed.until)
    for day in sorted(day for day in days if day < reference_date):
        yield _error("SIDE_LETTER_DAY_PAST", notice, day=day)


def _error(code: str, notice: Notice, **details: Detail) -> Finding:
    return error(code, {"letter": notice.stage.title, **details}, debtor=notice.debtor.number)
