"""Each thing to do reads as a sentence that says what is the matter and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from pathlib import Path

import pytest

from tests.acceptance.books import reachable
from tests.acceptance.company import Company, letter
from tests.rules.world import World, item, policy
from tests.rules.world import letter as stage
from xl_dunning.frontends.messages_nl.agreements import (
    AGREEMENT_STATES,
    TODO_ACTIONS,
    TODO_SENTENCES,
)
from xl_dunning.frontends.options import ListOptions, RunOptions
from xl_dunning.frontends.run import run
from xl_dunning.frontends.todo_rows import todo_rows, todo_text
from xl_dunning.rules.agreements.states import AgreementState
from xl_dunning.rules.agreements.todo import Todo, TodoKind
from xl_dunning.rules.events import EventKind, Instalment
from xl_dunning.rules.findings import Detail
from xl_dunning.rules.money import euro

ON, UNTIL, LAST = date(2026, 11, 2), date(2026, 11, 13), date(2026, 11, 20)
PROMISE: dict[str, Detail] = {
    "on": ON,
    "until": UNTIL,
    "promised": euro(300),
    "paid": euro(0),
    "times": 1,
}
PLAN: dict[str, Detail] = {**PROMISE, "number": 2, "count": 6, "due_on": UNTIL}
LATE: dict[str, Detail] = {
    "number": 2,
    "count": 6,
    "due_on": UNTIL,
    "left": euro(150),
    "late": 1,
    "last": LAST,
}
SAID: dict[tuple[str, str], tuple[Mapping[str, Detail], str]] = {
    ("promise_broken", "nothing came in"): (
        PROMISE,
        "De toezegging van 02-11-2026 om uiterlijk 13-11-2026 €\xa0300,00 te betalen, is niet"
        " nagekomen. Er is niets binnengekomen. Bel vandaag nog, vraag wat er is gebeurd en spreek"
        " een nieuwe dag af.",
    ),
    ("promise_broken", "a part came in, and it is the third time"): (
        {**PROMISE, "paid": euro("1234.5"), "times": 3},
        "De toezegging van 02-11-2026 om uiterlijk 13-11-2026 €\xa0300,00 te betalen, is niet"
        " nagekomen. Er is €\xa01.234,50 binnengekomen. Het is de 3e toezegging die niet is"
        " nagekomen. Bel vandaag nog, vraag wat er is gebeurd en spreek een nieuwe dag af.",
    ),
    ("promise_broken.under_way", ""): (
        {**PROMISE, "kind": "under_way"},
        "Op 02-11-2026 zei de debiteur dat de betaling onderweg was. Er is niets binnengekomen."
        " Bel vandaag nog en vraag naar een betaalbewijs.",
    ),
    ("settlement_broken", ""): (
        PROMISE,
        "De schikking van 02-11-2026 (€\xa0300,00, uiterlijk 13-11-2026) is niet nagekomen. Er is"
        " niets binnengekomen. De hele vordering geldt weer. Bel vandaag nog.",
    ),
    ("plan_broken", ""): (
        PROMISE,
        "De afspraak van 02-11-2026, tot en met 13-11-2026, is niet nagekomen. Er is niets"
        " binnengekomen. Bel vandaag nog, vraag wat er is gebeurd en spreek een nieuwe dag af.",
    ),
    ("plan_broken.instalments", ""): (
        {**PLAN, "kind": "instalments", "paid": euro(50)},
        "De betalingsregeling van 02-11-2026 is vervallen: termijn 2 van 6 (13-11-2026) staat nog"
        " open. Van €\xa0300,00 is €\xa050,00 betaald. Bel vandaag nog; intussen gaan de gewone"
        " stappen verder.",
    ),
    ("instalment_late", ""): (
        LATE,
        "Termijn 2 van 6 (13-11-2026) is te laat; daarvan staat €\xa0150,00 open. Bel vandaag nog."
        " Is dat na 20-11-2026 nog zo, dan vervalt de regeling.",
    ),
    ("instalment_late.more", ""): (
        {**LATE, "kind": "more", "late": 3},
        "Er zijn 3 termijnen te laat, samen €\xa0150,00. De oudste is termijn 2 van 6"
        " (13-11-2026). Bel vandaag nog. Is dat na 20-11-2026 nog zo, dan vervalt de regeling.",
    ),
    ("plan_asked", ""): (
        {"on": ON, "until": None},
        "De debiteur vroeg op 02-11-2026 om een betalingsregeling en kreeg nog geen voorstel. Doe"
        " er een, of bel dat het niet kan; intussen gaan de gewone stappen verder.",
    ),
    ("plan_asked.waits", ""): (
        {"on": ON, "until": UNTIL, "kind": "waits"},
        "De debiteur vroeg op 02-11-2026 om een betalingsregeling. Doe een voorstel, bijvoorbeeld"
        " met de brief regeling_voorstel; tot en met 13-11-2026 komt er geen andere brief.",
    ),
    ("suspend", ""): (
        {"until": UNTIL},
        "De aankondiging gaf tot en met 13-11-2026 om te betalen, en dat is niet gebeurd. Schort"
        " de levering op en leg dat vast.",
    ),
    ("resume", ""): (
        {"since": ON},
        "Wat vervallen was, is betaald. Hervat wat sinds 02-11-2026 is opgeschort en leg dat vast.",
    ),
    ("dispute_overdue", "nobody was named"): (
        {"on": ON, "until": UNTIL, "by": ""},
        "De betwisting van 02-11-2026 zou uiterlijk 13-11-2026 zijn opgelost en is nog niet"
        " gesloten. Los haar op, of leg haar opnieuw vast met een nieuwe dag.",
    ),
    ("dispute_overdue", "somebody would do it"): (
        {"on": ON, "until": UNTIL, "by": "Marit"},
        "De betwisting van 02-11-2026 zou uiterlijk 13-11-2026 zijn opgelost en is nog niet"
        " gesloten. Marit zou dat doen. Los haar op, of leg haar opnieuw vast met een nieuwe dag.",
    ),
    ("wrong_number", ""): (
        {"on": ON},
        "Op 02-11-2026 bleek dit nummer verkeerd. Zoek het juiste op, zet het bij de gegevens van"
        " de debiteur en bel opnieuw.",
    ),
}


def todo(kind: str, details: Mapping[str, Detail], **more: object) -> Todo:
    told: dict[str, object] = {"debtor": "1", "currency": "EUR", "invoices": ("F",), **more}
    return Todo(
        kind=TodoKind(kind.split(".", maxsplit=1)[0]),
        since=ON,
        details=details,
        **told,  # type: ignore[arg-type]
    )


@pytest.mark.parametrize(("kind", "case"), SAID, ids=" ".join)
def test_it_says_what_is_the_matter_and_what_to_do(kind: str, case: str) -> None:
    details, text = SAID[kind, case]
    assert todo_text(todo(kind, details)) == text


def test_every_kind_has_its_word_and_its_sentence_and_none_is_unused() -> None:
    assert {kind for kind, _ in SAID} == set(TODO_SENTENCES)
    assert {name.split(".")[0] for name in TODO_SENTENCES} == set(TodoKind) == set(TODO_ACTIONS)
    assert set(AGREEMENT_STATES) == set(AgreementState)


def test_an_amount_bears_the_sign_of_its_currency() -> None:
    text = todo_text(todo("promise_broken", PROMISE, currency="USD"))
    assert "uiterlijk 13-11-2026 USD\xa0300,00 te betalen" in text


def test_of_an_instalment_that_is_reminded_today_the_day_of_that_letter_counts() -> None:
    """The letter lets the plan live longer than its days of grace would."""
    found = World(policy=policy(stage("een", 90), plan_grace=7), items=[item("F", ON, "300.00")])
    due_on = date(2026, 11, 13)  # a Friday; seven days after Monday the 16th is Monday the 23rd
    found.record(
        EventKind.PLAN,
        date(2026, 11, 4),
        invoice="F",
        schedule=(Instalment(due_on=due_on, amount=euro(300)),),
    )
    proposal = found.propose(date(2026, 11, 16))
    (late,) = proposal.todos
    assert todo_text(late, letters=proposal.notices) == (
        "Termijn 1 van 1 (13-11-2026) is te laat; daarvan staat €\xa0300,00 open. Bel vandaag nog."
        " Vandaag gaat ook de brief “Herinnering termijn” uit, met 23-11-2026 als uiterste dag."
    )
    assert todo_text(late).endswith("Is dat na 20-11-2026 nog zo, dan vervalt de regeling.")


def test_more_letters_of_one_day_are_told_together() -> None:
    found = World(policy=policy(stage("een", 1), stage("twee", 2)), items=[item("F", ON)])
    (notice,) = found.propose(date(2026, 11, 16)).notices
    text = todo_text(todo("wrong_number", {"on": ON}), letters=[notice, notice])
    assert text.endswith(" Vandaag gaan ook de brieven “Een” en “Een” uit.")


def test_a_row_holds_what_the_call_list_needs(tmp_path: Path) -> None:
    """The promise about two invoices breaks on the morning on which the next letter goes out."""
    company = Company(folder=tmp_path).policy(letter("een", 5), letter("twee", 20))
    company.listed(
        """
        Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand
        NIEUW         | 1              | 2026-03-16  | 40.00
        OUD           | 1              | 2026-02-02  | 100.00
        LATER         | 1              | 2026-05-01  | 700.00
        """,
        Debiteuren=[reachable("1", **{"T.a.v.": "mevr. Post", "Telefoon": "06 0000 0001"})],
        Afspraken=[
            {
                "Debiteurnummer": "1",
                "Soort": "toezegging",
                "Datum": "9-3-2026",
                "Tot en met": "20-3-2026",
                "Bedrag": 140,
            }
        ],
    )
    words = [str(word) for word in company.words()]
    result = run(
        RunOptions(
            list=ListOptions(
                file=company.list_file,
                settings=Path(words[words.index("--settings") + 1]),
                policies=company.policies,
            ),
            as_of=date(2026, 3, 23),
        )
    )
    (row,) = todo_rows(result)
    assert (row.action, row.debtor, row.name, row.contact, row.phone) == (
        *("Bellen", "1", "Klant 1 BV", "mevr. Post", "06 0000 0001"),
    )
    assert (row.amount, row.currency, row.invoices) == (euro(140), "EUR", ("OUD", "NIEUW"))
    assert (row.oldest_due_date, row.days_overdue) == (date(2026, 2, 2), 49)
    assert row.text.endswith(
        "een nieuwe dag af. Vandaag gaat ook de brief “Een” uit, met 24-03-2026 als uiterste dag."
    )
