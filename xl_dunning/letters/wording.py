"""Sentences of a Dutch letter that depend on the case: what came before and what comes next.

Nothing is announced that does not really follow in the policy of this debtor, and nothing is
said about earlier letters that were not sent.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from xl_dunning.letters.text import enumerated, in_words, one_line
from xl_dunning.rules.ledger import OpenItem
from xl_dunning.rules.policy import Action, Stage
from xl_dunning.rules.proposal import Decision, Notice
from xl_dunning.rules.settings import Creditor

_NEXT_LETTERS = {
    "herinnering": "sturen wij u een herinnering",
    "tweede_herinnering": "sturen wij u een tweede herinnering",
    "aanmaning": "sturen wij u een aanmaning",
    "sommatie": "sturen wij u een sommatie",
    "ingebrekestelling": "stellen wij u schriftelijk in gebreke",
    "overdracht": "geven wij de vordering uit handen",
    "veertiendagenbrief": (
        "sturen wij u een laatste aanmaning, waarin staat welke kosten daarna voor uw rekening "
        "komen"
    ),
}
_NEXT_ACTIONS = {
    Action.LETTER: "sturen wij u opnieuw een brief",
    Action.CALL: "bellen wij u hierover",
    Action.SUSPEND: "schorten wij onze leveringen of werkzaamheden voor u op",
    Action.PROPOSE_PLAN: "nemen wij contact met u op om een betalingsregeling te bespreken",
    Action.HANDOVER: "geven wij de vordering uit handen aan een incassobureau",
    Action.LEGAL: "leggen wij de zaak voor aan de rechter",
}
_LETTER_NAMES = {
    "herinnering": "betalingsherinnering",
    "tweede_herinnering": "tweede herinnering",
    "aanmaning": "aanmaning",
    "sommatie": "sommatie",
    "ingebrekestelling": "ingebrekestelling",
}
_REFERENCE_LENGTH = 48
"""Letters that fit on one line of the payment details."""


def next_step(notice: Notice) -> str:
    """What we do when this letter is not paid, to follow "dan"; empty after the last stage."""
    stages = notice.policy.stages_for(notice.debtor.kind)
    following = stages[_position(notice) + 1 :]
    if not following:
        return ""
    stage = following[0]
    if stage.action is Action.LETTER:
        return _NEXT_LETTERS.get(stage.template, _NEXT_ACTIONS[Action.LETTER])
    if stage.action is Action.CALL and not one_line(notice.debtor.phone):
        return "nemen wij opnieuw contact met u op"
    return _NEXT_ACTIONS[stage.action]


def looking_back(notice: Notice) -> str:
    """A sentence on the letters before this one; empty when this is the first.

    The day is named only when it is the same for every item that the letter is about.
    """
    earlier = notice.policy.stages_for(notice.debtor.kind)[: _position(notice)]
    if not any(stage.action is Action.LETTER for stage in earlier):
        return ""
    about = _gravest(notice)
    days = {decision.stage_on for decision in about if _was_letter(decision)}
    if len(days) == 1 and all(_was_letter(decision) for decision in about):
        day = days.pop()
        if day is not None:
            return f"Op {in_words(day)} hebben wij u hierover bericht gestuurd."
    return "Wij hebben u hierover al eerder bericht gestuurd."


def lighter_items(notice: Notice) -> str:
    """A sentence for the items that are not as far yet as the letter's tone; empty without them."""
    stages: dict[str, list[str]] = {}
    for decision in notice.decisions:
        if decision.next_stage is not None and decision.next_stage.key != notice.stage.key:
            kind = _LETTER_NAMES.get(decision.next_stage.template, decision.next_stage.title)
            stages.setdefault(one_line(kind), []).append(decision.item.invoice)
    return " ".join(
        f"{_capital(invoices_named(numbers))} {'is' if len(numbers) == 1 else 'zijn'} er later bij "
        f"gekomen; daarvoor geldt deze brief als {kind[:1].lower()}{kind[1:]}."
        for kind, numbers in stages.items()
    )


def invoices_named(numbers: Sequence[str]) -> str:
    """The invoices by number.

    >>> invoices_named(["2026-01"]), invoices_named(["2026-01", "2026-02"])
    ('factuur 2026-01', 'de facturen 2026-01 en 2026-02')
    """
    listed = enumerated([one_line(number) for number in numbers])
    return f"factuur {listed}" if len(numbers) == 1 else f"de facturen {listed}"


def subject(items: Sequence[OpenItem]) -> str:
    """The invoices of the letter in two or three words, for the line "Betreft"."""
    if len(items) == 1:
        return f"factuur {one_line(items[0].invoice)}"
    return f"{len(items)} openstaande facturen"


def payment_reference(notice: Notice) -> str:
    """What the payer writes with his payment: the invoice numbers when they fit, and his number."""
    numbers = [one_line(decision.item.invoice) for decision in notice.decisions]
    debtor = f"debiteur {one_line(notice.debtor.number)}"
    word = "factuur" if len(numbers) == 1 else "facturen"
    wordings = (
        f"{debtor}, {word} {', '.join(numbers)}",
        f"{one_line(notice.debtor.number)} / {', '.join(numbers)}",
    )
    fitting = (text for text in wordings if len(text) <= _REFERENCE_LENGTH)
    return next(fitting, f"{debtor}, {len(numbers)} {word}")


def contact_sentence(creditor: Creditor) -> str:
    """How the debtor reaches us; only by what the company has filled in."""
    # Hard blanks: a number that breaks over two lines is misread.
    phone = one_line(creditor.phone).replace(" ", "\N{NO-BREAK SPACE}")
    email = one_line(creditor.email)
    if phone and email:
        return f"Bel ons dan op {phone} of mail naar {email}."
    if phone:
        return f"Bel ons dan op {phone}."
    return f"Mail ons dan op {email}." if email else "Laat het ons dan weten."


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Words that follow the number of invoices."""

    factuur: str
    deze_factuur: str
    staat: str
    is_: str


ONE = Words(factuur="factuur", deze_factuur="deze factuur", staat="staat", is_="is")
SEVERAL = Words(factuur="facturen", deze_factuur="deze facturen", staat="staan", is_="zijn")


def _position(notice: Notice) -> int:
    """Where the letter's stage stands among those of this debtor; -1 when it is none of them."""
    stages = notice.policy.stages_for(notice.debtor.kind)
    return next((at for at, stage in enumerate(stages) if stage.key == notice.stage.key), -1)


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
