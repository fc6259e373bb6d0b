"""Sentences of a letter that depend on the case: what came before and what comes next.

Nothing is announced that does not really follow in the policy of this debtor, and nothing is
said about earlier letters that were not sent.
"""

from __future__ import annotations

from collections.abc import Sequence

from xl_dunning.letters.dutch import DUTCH
from xl_dunning.letters.spoken import Spoken
from xl_dunning.letters.text import enumerated, in_words, money, one_line
from xl_dunning.rules.ledger import OpenItem
from xl_dunning.rules.policy import Action, Stage
from xl_dunning.rules.proposal import Decision, Notice
from xl_dunning.rules.settings import Creditor

_REFERENCE_LENGTH = 48
"""Letters that fit on one line of the payment details."""


def next_step(notice: Notice, spoken: Spoken = DUTCH) -> str:
    """What we do when this letter is not paid, to follow "dan".

    Empty after the last stage, and in a letter outside the stages: it moves nothing along.
    """
    stages, position = notice.policy.stages_for(notice.debtor.kind, notice.law), _position(notice)
    if position is None or position + 1 == len(stages):
        return ""
    stage = stages[position + 1]
    if stage.action is Action.LETTER:
        return spoken.next_letters.get(stage.template, spoken.next_actions[Action.LETTER])
    if stage.action is Action.CALL and not one_line(notice.debtor.phone):
        return spoken.next_call_unknown
    return spoken.next_actions[stage.action]


def looking_back(notice: Notice, spoken: Spoken = DUTCH) -> str:
    """A sentence on the letters before this one; empty when this is the first.

    The day is named only when it is the same for every item that the letter is about.
    """
    position = _position(notice)
    earlier = notice.policy.stages_for(notice.debtor.kind, notice.law)[: position or 0]
    if not any(stage.action is Action.LETTER for stage in earlier):
        return ""
    about = _gravest(notice)
    days = {decision.stage_on for decision in about if _was_letter(decision)}
    if len(days) == 1 and all(_was_letter(decision) for decision in about):
        day = days.pop()
        if day is not None:
            return spoken.looked_back_on.format(day=in_words(day, spoken))
    return spoken.looked_back


def lighter_items(notice: Notice, spoken: Spoken = DUTCH) -> str:
    """A sentence for the items that are not as far yet as the letter's tone; empty without them."""
    stages: dict[str, list[str]] = {}
    for decision in notice.decisions:
        if decision.next_stage is not None and decision.next_stage.key != notice.stage.key:
            stage = decision.next_stage
            kind = spoken.letter_names.get(stage.template, stage.title)
            stages.setdefault(one_line(kind), []).append(decision.item.invoice)
    return " ".join(
        (spoken.later_one if len(numbers) == 1 else spoken.later_many).format(
            invoices=_capital(invoices_named(numbers, spoken)),
            kind=f"{kind[:1].lower()}{kind[1:]}",
        )
        for kind, numbers in stages.items()
    )


def explanation(notice: Notice, spoken: Spoken = DUTCH) -> str:
    """What must be said about some of the invoices: lighter steps, and parts that are disputed."""
    disputed = [
        spoken.set_aside.format(
            amount=money(item.set_aside, item.currency, spoken), number=one_line(item.invoice)
        )
        for item in (decision.item for decision in notice.decisions)
        if item.set_aside
    ]
    return " ".join(part for part in (lighter_items(notice, spoken), *disputed) if part)


def invoices_named(numbers: Sequence[str], spoken: Spoken = DUTCH) -> str:
    """The invoices by number.

    >>> invoices_named(["2026-01"]), invoices_named(["2026-01", "2026-02"])
    ('factuur 2026-01', 'de facturen 2026-01 en 2026-02')
    """
    listed = enumerated([one_line(number) for number in numbers], spoken)
    form = spoken.invoices_one if len(numbers) == 1 else spoken.invoices_many
    return form.format(numbers=listed)


def subject(items: Sequence[OpenItem], spoken: Spoken = DUTCH) -> str:
    """The invoices of the letter in two or three words, for the line "Betreft"."""
    if not items:
        return ""
    if len(items) == 1:
        return spoken.subject_one.format(number=one_line(items[0].invoice))
    return spoken.subject_many.format(count=len(items))


def payment_reference(notice: Notice, spoken: Spoken = DUTCH) -> str:
    """What the payer writes with his payment: the invoice numbers when they fit, and his number."""
    numbers = [one_line(decision.item.invoice) for decision in notice.decisions]
    if not numbers:
        return spoken.reference_none.format(debtor=one_line(notice.debtor.number))
    debtor, listed = one_line(notice.debtor.number), ", ".join(numbers)
    form = spoken.reference_one if len(numbers) == 1 else spoken.reference_many
    wordings = (form.format(debtor=debtor, numbers=listed), f"{debtor} / {listed}")
    fitting = (text for text in wordings if len(text) <= _REFERENCE_LENGTH)
    return next(fitting, "") or (
        spoken.reference_count.format(debtor=debtor, count=len(numbers))
        if len(numbers) > 1
        else wordings[0]
    )


def contact_sentence(creditor: Creditor, spoken: Spoken = DUTCH) -> str:
    """How the debtor reaches us; only by what the company has filled in."""
    # Hard blanks: a number that breaks over two lines is misread.
    phone = one_line(creditor.phone).replace(" ", "\N{NO-BREAK SPACE}")
    email = one_line(creditor.email)
    if phone and email:
        return spoken.contact_both.format(phone=phone, email=email)
    if phone:
        return spoken.contact_phone.format(phone=phone)
    return spoken.contact_email.format(email=email) if email else spoken.contact_any


def _position(notice: Notice) -> int | None:
    """Where the letter's stage stands among those of this debtor; None when it is none of them."""
    stages = notice.policy.stages_for(notice.debtor.kind, notice.law)
    return next((at for at, stage in enumerate(stages) if stage.key == notice.stage.key), None)


def _gravest(notice: Notice) -> list[Decision]:
    return [
        decision
        for decision in notice.decisions
        if decision.next_stage is not None and decision.next_stage.key == notice.stage.key
    ]


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]


def _was_letter(decision: Decision) -> bool:
    stage: Stage | None = decision.stage
    return stage is not None and stage.action is Action.LETTER
