"""What the script for the phone tells of before: letters and calls, the latest of them."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

import pytest

from tests.frontends.phoned import AGAIN, CLOSED, DUE, FIRST, REMINDER, called, phoned, sent
from tests.rules.world import item, letter
from xl_dunning.frontends.messages_nl.scripts import SCRIPT
from xl_dunning.rules.events import EventKind, Outcome
from xl_dunning.rules.money import euro


def history(text: str) -> str:
    """What the script says between the invoices and the question about paying."""
    _, about, question, *_ = text.split("\n")
    told = about.partition(" geleden. ")[2]
    return f"{told} {question.removesuffix(SCRIPT['when'])}".strip()


@pytest.mark.parametrize(
    ("events", "told"),
    [
        (  # the name of the letter is that of its template
            [sent("F1", 6, template="aanmaning")],
            "Op 06-03-2026 stuurden wij u daarover een aanmaning.",
        ),
        (  # logged before there was such a column: the policy knows the template
            [sent("F1", 6, template="")],
            "Op 06-03-2026 stuurden wij u daarover een betalingsherinnering.",
        ),
        (
            [sent("F1", 6, template="mijn_eigen_brief")],
            "Op 06-03-2026 stuurden wij u daarover een brief.",
        ),
        (
            [sent("F1", 6, kind=EventKind.EMAIL)],
            "Op 06-03-2026 stuurden wij u daarover een e-mail.",
        ),
        (  # of before this program: its day may be a guess
            [sent("F1", 6, kind=EventKind.IMPORTED)],
            "Wij stuurden u daarover al eerder bericht.",
        ),
        (
            [sent("F1", 6), called(Outcome.VOICEMAIL, 19)],
            "Op 06-03-2026 stuurden wij u daarover een betalingsherinnering; op 19-03-2026 sprak"
            " ik daarna uw voicemail in.",
        ),
        (
            [sent("F1", 6), called(Outcome.NOT_REACHED, 18), called(Outcome.NOT_REACHED, 19)],
            "Op 06-03-2026 stuurden wij u daarover een betalingsherinnering; daarna heb ik u al"
            " eens proberen te bellen.",
        ),
        (  # a statement of interest asks for nothing
            [sent("F1", 6), sent("F1", 9, stage="", template="rentespecificatie")],
            "Op 06-03-2026 stuurden wij u daarover een betalingsherinnering.",
        ),
    ],
)
def test_letters_before(events: list[Mapping[str, object]], told: str) -> None:
    text = phoned(stages=(REMINDER, FIRST), events=events)
    assert history(text) == f"{told} {SCRIPT['why.business']}"


@pytest.mark.parametrize(
    ("event", "told"),
    [
        (
            called(Outcome.VOICEMAIL, 18),
            "Op 18-03-2026 sprak ik uw voicemail in; fijn dat ik u nu spreek. Is de factuur bij u"
            " in orde, of is er een reden dat zij nog niet is betaald?",
        ),
        (
            called(Outcome.NOT_REACHED, 18),
            "Ik heb u al eens proberen te bellen; fijn dat ik u nu spreek. Is de factuur bij u in"
            " orde, of is er een reden dat zij nog niet is betaald?",
        ),
        (
            called(Outcome.REACHED, 18),
            "Op 18-03-2026 spraken wij elkaar hierover. Hoe staat het er nu mee?",
        ),
        (
            called(Outcome.NOT_RECEIVED, 18),
            "Op 18-03-2026 zei u dat u de factuur niet had ontvangen. Hebt u haar inmiddels, en"
            " klopt zij?",
        ),
        (
            called(Outcome.DISPUTED, 18),
            "Op 18-03-2026 zei u dat er iets niet klopte. Is dat inmiddels opgelost?",
        ),
        (
            called(Outcome.UNDER_WAY, 9),
            "Op 09-03-2026 zei u dat de betaling onderweg was; wij zien haar nog niet. Kunt u"
            " nagaan op welke dag er is betaald?",
        ),
        (
            called(Outcome.PLAN_ASKED, 9),
            "Op 09-03-2026 vroeg u om een regeling. Welke termijnen zouden voor u passen?",
        ),
        (
            called(Outcome.PROMISED, 9, until=date(2026, 3, 16), amount=euro("400")),
            "Op 09-03-2026 spraken wij af dat u uiterlijk 16-03-2026 € 400,00 zou betalen. Is dat"
            " gelukt?",
        ),
        (  # on the sheet Afspraken, about the whole debtor
            {
                "kind": EventKind.PROMISE,
                "on": date(2026, 3, 9),
                "until": date(2026, 3, 16),
                "invoice": "",
            },
            "Op 09-03-2026 spraken wij af dat u uiterlijk 16-03-2026 zou betalen. Is dat gelukt?",
        ),
        (  # he has his plan: what is asked is whether he can keep to it
            {"kind": EventKind.PLAN, "on": date(2026, 3, 9), "until": date(2026, 3, 16)},
            "Op 09-03-2026 spraken wij een betalingsregeling af. Lukt het u om de termijnen te"
            " betalen?",
        ),
        (  # nobody was spoken to
            called(Outcome.WRONG_NUMBER, 18),
            "Is de factuur bij u in orde, of is er een reden dat zij nog niet is betaald?",
        ),
        (  # nobody noted whether he was
            {"kind": EventKind.CALL, "on": date(2026, 3, 18), "invoice": "F1"},
            "Is de factuur bij u in orde, of is er een reden dat zij nog niet is betaald?",
        ),
        (  # about another invoice
            called(Outcome.DISPUTED, 18, invoice="F9"),
            "Is de factuur bij u in orde, of is er een reden dat zij nog niet is betaald?",
        ),
    ],
)
def test_calls_before(event: Mapping[str, object], told: str) -> None:
    # A dispute holds the invoice until somebody closes it, and then it may be asked after.
    assert history(phoned(events=[event, CLOSED])) == told


def test_the_latest_contact_is_the_one_that_is_named() -> None:
    talked, wrote = called(Outcome.REACHED, 4), sent("F1", 6)
    after_letter = phoned(stages=(REMINDER, FIRST), events=[talked, wrote])
    assert "Op 06-03-2026 stuurden wij u daarover" in after_letter
    after_talk = phoned(stages=(REMINDER, FIRST), events=[wrote, called(Outcome.REACHED, 9)])
    assert "Op 09-03-2026 spraken wij elkaar hierover." in after_talk
    assert "stuurden" not in after_talk


def test_a_promise_about_several_invoices_is_told_as_one_amount() -> None:
    until = date(2026, 3, 16)
    parts = [
        called(Outcome.PROMISED, 9, invoice=invoice, until=until, amount=euro("100"))
        for invoice in ("F1", "F2")
    ]
    text = phoned(item("F1", DUE, "150"), item("F2", DUE, "150"), events=parts)
    assert "dat u uiterlijk 16-03-2026 € 200,00 zou betalen." in text


@pytest.mark.parametrize(
    ("lettered", "told"),
    [
        ("F1 F2 F3 F4 F5", "stuurden wij u daarover een"),
        ("F4", "stuurden wij u over factuur F4 een"),
        ("F2 F4", "stuurden wij u over de facturen F2 en F4 een"),
        ("F1 F2 F3 F4", "stuurden wij u over een deel daarvan een"),
    ],
)
def test_a_letter_is_named_for_the_invoices_that_it_was_about(lettered: str, told: str) -> None:
    items = [item(f"F{n}", DUE) for n in range(1, 6)]
    stages = (FIRST, letter("herinnering", 11), AGAIN)
    events = [
        event
        for invoice in lettered.split()
        for event in (
            called(Outcome.REACHED, 12, invoice=invoice, stage="bellen"),
            sent(invoice, 13),
        )
    ]
    assert told in phoned(*items, stages=stages, events=events)
