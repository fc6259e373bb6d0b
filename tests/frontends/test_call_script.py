"""What to say on the phone: every text in full, for the stage and what came before."""

from __future__ import annotations

import ast
import re
from dataclasses import replace
from datetime import date
from pathlib import Path
from string import Formatter

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.frontends.phoned import (
    AGAIN,
    BUSINESS,
    CLOSED,
    CONSUMER,
    DUE,
    FIRST,
    REMINDER,
    TODAY,
    by_hand,
    called,
    phoned,
    sent,
)
from tests.rules.world import call, item, letter
from xl_dunning.frontends.call_past import Promise
from xl_dunning.frontends.messages_nl.scripts import SCRIPT
from xl_dunning.rules.events import Outcome
from xl_dunning.rules.ledger import Debtor, DebtorKind
from xl_dunning.rules.money import euro
from xl_dunning.rules.policy import Action


def test_a_first_call_asks_whether_there_is_a_reason() -> None:
    assert phoned() == (
        "Goedendag, u spreekt met Groothandel Eigen BV; kan ik mevrouw A. Vos spreken?\n"
        "Ik bel over factuur F1, waarvan € 1.210,00 openstaat; die moest op 02-03-2026 betaald"
        " zijn, nu 18 dagen geleden.\n"
        "Is de factuur bij u in orde, of is er een reden dat zij nog niet is betaald? Op welke dag"
        " kunt u betalen, en welk bedrag mag ik noteren?\n"
        "Lukt het niet in één keer, dan kunnen wij betalen in termijnen bespreken.\n"
        "Dank u wel, en nog een prettige dag."
    )


def test_a_consumer_is_asked_for_by_name_before_anything_is_told_and_is_not_pressed() -> None:
    assert phoned(debtor=CONSUMER) == (
        "Goedendag, u spreekt met Groothandel Eigen BV; spreek ik met J. van der Berg?\n"
        "Ik bel over factuur F1, waarvan € 1.210,00 openstaat; die moest op 02-03-2026 betaald"
        " zijn, nu 18 dagen geleden.\n"
        "Is er een reden dat het betalen nog niet is gelukt? Op welke dag kunt u betalen, en welk"
        " bedrag mag ik noteren?\n"
        "Lukt het niet in één keer, dan zoeken wij samen naar termijnen die passen.\n"
        "Dank u wel voor uw tijd, en nog een fijne dag."
    )


def test_a_call_on_the_due_date_is_a_service() -> None:
    assert phoned(item("F1", TODAY, "1210.00"), stages=(call("bellen", 0), REMINDER)) == (
        "Goedendag, u spreekt met Groothandel Eigen BV; kan ik mevrouw A. Vos spreken?\n"
        "Ik bel over factuur F1, waarvan € 1.210,00 openstaat; vandaag is de uiterste"
        " betaaldatum.\n"
        "Is de betaling al ingepland, of is er nog iets onduidelijk? Op welke dag kunt u betalen,"
        " en welk bedrag mag ik noteren?\n"
        "Dank u wel, en nog een prettige dag."
    )


def test_a_later_call_names_the_reminder_and_the_handover_that_really_comes_next() -> None:
    assert phoned(stages=(REMINDER, FIRST, by_hand(Action.HANDOVER)), events=[sent("F1", 6)]) == (
        "Goedendag, u spreekt met Groothandel Eigen BV; kan ik mevrouw A. Vos spreken?\n"
        "Ik bel over factuur F1, waarvan € 1.210,00 openstaat; die moest op 02-03-2026 betaald"
        " zijn, nu 18 dagen geleden. Op 06-03-2026 stuurden wij u daarover een"
        " betalingsherinnering.\n"
        "Is de factuur bij u in orde, of is er een reden dat zij nog niet is betaald? Op welke dag"
        " kunt u betalen, en welk bedrag mag ik noteren?\n"
        "Lukt het niet in één keer, dan kunnen wij betalen in termijnen bespreken. Vinden wij"
        " samen geen oplossing, dan is onze volgende stap de overdracht aan een incassobureau; dat"
        " voorkomen wij graag.\n"
        "Dank u wel, en nog een prettige dag."
    )


def test_after_a_broken_promise_its_day_and_amount_are_named_without_reproach() -> None:
    promise = Promise(on=date(2026, 3, 9), until=date(2026, 3, 16), amount=euro("605"))
    assert phoned(
        stages=(FIRST, AGAIN, by_hand(Action.SUSPEND)),
        debtor=CONSUMER,
        events=[
            called(Outcome.PROMISED, 9, stage="bellen", until=promise.until, amount=euro("605"))
        ],
        broken=promise,
    ) == (
        "Goedendag, u spreekt met Groothandel Eigen BV; spreek ik met J. van der Berg?\n"
        "Ik bel over factuur F1, waarvan € 1.210,00 openstaat; die moest op 02-03-2026 betaald"
        " zijn, nu 18 dagen geleden. U zou uiterlijk 16-03-2026 € 605,00 betalen; dat is bij"
        " ons nog niet volledig binnen.\n"
        "Is er iets tussengekomen? Op welke dag kunt u betalen, en welk bedrag mag ik noteren?\n"
        "Lukt het niet in één keer, dan zoeken wij samen naar termijnen die passen. Vinden wij"
        " samen geen oplossing, dan is onze volgende stap dat wij leveringen of werkzaamheden"
        " tijdelijk opschorten; dat voorkomen wij graag.\n"
        "Dank u wel voor uw tijd, en nog een fijne dag."
    )


def test_twelve_invoices_are_told_in_one_breath() -> None:
    twelve = [item(f"F{n:02}", date(2026, 3, 1 + n % 3), f"{n}00.00") for n in range(1, 13)]
    assert phoned(*twelve) == (
        "Goedendag, u spreekt met Groothandel Eigen BV; kan ik mevrouw A. Vos spreken?\n"
        "Ik bel over 12 facturen, waarvan samen € 7.800,00 openstaat; de oudste, F03, moest op"
        " 01-03-2026 betaald zijn, nu 19 dagen geleden.\n"
        "Zijn de facturen bij u in orde, of is er een reden dat zij nog niet zijn betaald? Op"
        " welke dag kunt u betalen, en welk bedrag mag ik noteren?\n"
        "Lukt het niet in één keer, dan kunnen wij betalen in termijnen bespreken.\n"
        "Dank u wel, en nog een prettige dag."
    )


def test_nothing_known_leaves_no_holes() -> None:
    assert phoned(debtor=Debtor(number="1"), company="") == (
        "Goedendag, spreek ik met degene die over de betalingen gaat?\n"
        "Ik bel over factuur F1, waarvan € 1.210,00 openstaat; die moest op 02-03-2026 betaald"
        " zijn, nu 18 dagen geleden.\n"
        "Is er een reden dat het betalen nog niet is gelukt? Op welke dag kunt u betalen, en welk"
        " bedrag mag ik noteren?\n"
        "Lukt het niet in één keer, dan zoeken wij samen naar termijnen die passen.\n"
        "Dank u wel voor uw tijd, en nog een fijne dag."
    )


@pytest.mark.parametrize(
    ("contact", "asked"),
    [
        ("", "kan ik iemand van de crediteurenadministratie spreken?"),
        ("Afd. Crediteuren", "kan ik iemand van de crediteurenadministratie spreken?"),
        ("planning", "kan ik iemand van de crediteurenadministratie spreken?"),
        ("Piet", "kan ik Piet spreken?"),
        ("T.a.v. dhr. P. de Vries", "kan ik dhr. P. de Vries spreken?"),
    ],
)
def test_a_business_is_asked_for_the_person_when_it_is_one(contact: str, asked: str) -> None:
    hello = phoned(debtor=replace(BUSINESS, contact=contact)).split("\n")[0]
    assert hello == f"Goedendag, u spreekt met Groothandel Eigen BV; {asked}"


def test_a_few_invoices_are_named() -> None:
    few = [item("F1", DUE, "100"), item("F2", date(2026, 3, 4), "100"), item("F3", DUE, "100")]
    about = phoned(*few).split("\n")[1]
    assert about == (
        "Ik bel over de facturen F1, F3 en F2, waarvan samen € 300,00 openstaat; de oudste moest"
        " op 02-03-2026 betaald zijn, nu 18 dagen geleden."
    )


def test_a_day_late_is_one_day() -> None:
    one = phoned(stages=(call("bellen", 1),), on=date(2026, 3, 3)).split("\n")[1]
    assert one.endswith("die moest op 02-03-2026 betaald zijn, nu 1 dag geleden.")


@pytest.mark.parametrize("action", [Action.LETTER, Action.PROPOSE_PLAN, Action.LEGAL, Action.CALL])
def test_no_other_next_step_is_announced(action: Action) -> None:
    assert "volgende stap" not in phoned(stages=(FIRST, by_hand(action)))


def test_a_handover_further_on_is_not_announced() -> None:
    stages = (FIRST, letter("herinnering", 20), by_hand(Action.HANDOVER))
    assert "incassobureau" not in phoned(stages=stages)


def test_a_step_that_comes_next_for_one_of_the_invoices_only_is_not_announced() -> None:
    stages = (FIRST, AGAIN, by_hand(Action.HANDOVER))
    reached = called(Outcome.REACHED, 12, stage="bellen")
    alone = phoned(stages=stages, events=[reached])
    assert "incassobureau" in alone
    both = phoned(item("F1", DUE), item("F2", DUE), stages=stages, events=[reached])
    assert "incassobureau" not in both


@given(
    debtor=st.builds(
        Debtor,
        number=st.just("1"),
        name=st.text(max_size=80),
        contact=st.text(max_size=80),
        kind=st.sampled_from([None, *DebtorKind]),
    ),
    company=st.text(max_size=40),
    outcomes=st.lists(
        st.sampled_from([o for o in Outcome if o is not Outcome.PROMISED]), max_size=3
    ),
    count=st.integers(min_value=1, max_value=5),
    action=st.sampled_from(Action),
)
def test_every_script_is_short_whole_and_without_costs(
    debtor: Debtor, company: str, outcomes: list[Outcome], count: int, action: Action
) -> None:
    items = [item(f"F{n}", DUE) for n in range(1, count + 1)]
    text = phoned(
        *items,
        stages=(FIRST, by_hand(action)),
        debtor=debtor,
        events=[*(called(outcome, 10 + at) for at, outcome in enumerate(outcomes)), CLOSED],
        on=date(2026, 4, 20),
        company=company,
    )
    given_texts = {" ".join(part.split()) for part in (debtor.name, debtor.contact, company)}
    plain = text
    for part in given_texts:
        plain = plain.replace(part, "") if len(part) > 1 else plain
    assert not re.search(r"None|incassokosten|\brente\b|aangifte|\( ?\)", plain)
    lines = text.split("\n")
    assert 4 <= len(lines) <= 5
    assert lines[0].endswith("?")
    assert all(lines)


def test_no_sentence_speaks_of_costs_and_each_is_pinned_by_a_test() -> None:
    assert not [key for key, text in SCRIPT.items() if re.search("kosten|rente|boete", text)]
    pinned = " ".join(
        node.value
        for name in ("test_call_script.py", "test_call_history.py")
        for node in ast.walk(ast.parse(Path(__file__).with_name(name).read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    )
    assert [key for key, text in SCRIPT.items() if longest_part(text) not in pinned] == []


def longest_part(text: str) -> str:
    """The longest piece of a sentence between its gaps."""
    return max((literal for literal, *_ in Formatter().parse(text)), key=len)
