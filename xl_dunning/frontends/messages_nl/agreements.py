"""What the user reads of agreements: what to do about them, and how they stand."""

from __future__ import annotations

from collections.abc import Mapping

from xl_dunning.frontends.messages_nl.reasons import ACTIONS, TODO
from xl_dunning.rules.agreements.states import AgreementState
from xl_dunning.rules.agreements.todo import TodoKind
from xl_dunning.rules.policy import Action
from xl_dunning.rules.proposal import Reason

TODO_ACTIONS: Mapping[TodoKind, str] = {
    TodoKind.PROMISE_BROKEN: ACTIONS[Action.CALL],
    TodoKind.SETTLEMENT_BROKEN: ACTIONS[Action.CALL],
    TodoKind.PLAN_BROKEN: ACTIONS[Action.CALL],
    TodoKind.INSTALMENT_LATE: ACTIONS[Action.CALL],
    TodoKind.PLAN_ASKED: ACTIONS[Action.PROPOSE_PLAN],
    TodoKind.SUSPEND: ACTIONS[Action.SUSPEND],
    TodoKind.RESUME: "Levering hervatten",
    TodoKind.DISPUTE_OVERDUE: TODO[Reason.DISPUTED],
    TodoKind.WRONG_NUMBER: "Nummer opzoeken",
}
"""The word in column Actie; a step of the policy that asks for the same has the same word."""

TODO_SENTENCES: Mapping[str, str] = {
    "promise_broken": "De toezegging van {on} om uiterlijk {until} {promised} te betalen, is niet "
    "nagekomen. {received} {again} Bel vandaag nog, vraag wat er is gebeurd en spreek een nieuwe "
    "dag af.",
    "promise_broken.under_way": "Op {on} zei de debiteur dat de betaling onderweg was. {received} "
    "{again} Bel vandaag nog en vraag naar een betaalbewijs.",
    "settlement_broken": "De schikking van {on} ({promised}, uiterlijk {until}) is niet nagekomen. "
    "{received} De hele vordering geldt weer. Bel vandaag nog.",
    "plan_broken": "De afspraak van {on}, tot en met {until}, is niet nagekomen. {received} Bel "
    "vandaag nog, vraag wat er is gebeurd en spreek een nieuwe dag af.",
    "plan_broken.instalments": "De betalingsregeling van {on} is vervallen: termijn {number} van "
    "{count} ({due_on}) staat nog open. Van {promised} is {paid} betaald. Bel vandaag nog; "
    "intussen gaan de gewone stappen verder.",
    "instalment_late": "Termijn {number} van {count} ({due_on}) is te laat; daarvan staat {left} "
    "open. Bel vandaag nog. {ends}",
    "instalment_late.more": "Er zijn {late} termijnen te laat, samen {left}. De oudste is termijn "
    "{number} van {count} ({due_on}). Bel vandaag nog. {ends}",
    "plan_asked": "De debiteur vroeg op {on} om een betalingsregeling en kreeg nog geen voorstel. "
    "Doe er een, of bel dat het niet kan; intussen gaan de gewone stappen verder.",
    "plan_asked.waits": "De debiteur vroeg op {on} om een betalingsregeling. Doe een voorstel, "
    "bijvoorbeeld met de brief regeling_voorstel; tot en met {until} komt er geen andere brief.",
    "suspend": "De aankondiging gaf tot en met {until} om te betalen, en dat is niet gebeurd. "
    "Schort de levering op en leg dat vast.",
    "resume": "Wat vervallen was, is betaald. Hervat wat sinds {since} is opgeschort en leg dat "
    "vast.",
    "dispute_overdue": "De betwisting van {on} zou uiterlijk {until} zijn opgelost en is nog niet "
    "gesloten. {by} Los haar op, of leg haar opnieuw vast met een nieuwe dag.",
    "wrong_number": "Op {on} bleek dit nummer verkeerd. Zoek het juiste op, zet het bij de "
    "gegevens van de debiteur en bel opnieuw.",
}
"""What to do and why, by kind; after a point the variant that the details name."""

TODO_PARTS: Mapping[str, str] = {
    "received.nothing": "Er is niets binnengekomen.",
    "received.part": "Er is {paid} binnengekomen.",
    "again": "Het is de {times}e toezegging die niet is nagekomen.",
    "by": "{by} zou dat doen.",
    "ends": "Is dat na {last} nog zo, dan vervalt de regeling.",
    "letter": "Vandaag gaat ook de brief “{letters}” uit, met {pay_by} als uiterste dag.",
    "letters": "Vandaag gaan ook de brieven “{letters}” uit.",
}
"""Sentences that stand inside or behind those only when they hold."""

AGREEMENT_STATES: Mapping[AgreementState, str] = {
    AgreementState.RUNNING: "loopt",
    AgreementState.LATE: "te laat",
    AgreementState.KEPT: "betaald",
    AgreementState.PARTLY: "deels betaald",
    AgreementState.BROKEN: "niet nagekomen",
    AgreementState.REPLACED: "vervangen",
}
LAPSED = "vervallen"
"""An instalment of a plan that has ended before its day came, or a block that is over."""
WHOLE_DEBTOR = "alle"
"""Stands in the place of an invoice number."""
POSTPONED = "uitstel"
"""A debtor who gets no letter up to a day."""
INSTALMENT = "termijn {number} van {count}"

SUMMARY: Mapping[str, tuple[str, str]] = {
    TodoKind.PROMISE_BROKEN: ("toezegging niet nagekomen", "toezeggingen niet nagekomen"),
    TodoKind.SETTLEMENT_BROKEN: ("schikking niet nagekomen", "schikkingen niet nagekomen"),
    TodoKind.PLAN_BROKEN: ("regeling vervallen", "regelingen vervallen"),
    TodoKind.INSTALMENT_LATE: ("termijn te laat", "termijnen te laat"),
    "running": ("loopt er nog", "lopen er nog"),
}
"""How a run tells in one line how the agreements stand: of one, and of more."""
