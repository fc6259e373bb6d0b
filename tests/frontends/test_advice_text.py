"""The words of risk and advice: every code has its sentence, and each reads well aloud."""

from __future__ import annotations

import ast
from datetime import date
from pathlib import Path

import pytest

from xl_dunning.frontends import advice_text
from xl_dunning.frontends.advice_text import (
    chance_text,
    everyone_text,
    range_text,
    steps_text,
    terms_text,
    why_text,
)
from xl_dunning.frontends.messages_nl.advice import ADVICE, EVERYONE, LEVELS, TERMS, WHY
from xl_dunning.rules.ledger import Debtor
from xl_dunning.rules.risk.advise import DebtorAdvice
from xl_dunning.rules.risk.betas import Beta
from xl_dunning.rules.risk.chances import Chance
from xl_dunning.rules.risk.habits import Habit, Portfolio
from xl_dunning.rules.risk.item_advice import AdviceReason
from xl_dunning.rules.risk.learned import learn
from xl_dunning.rules.risk.pay_dates import PayDate
from xl_dunning.rules.risk.payment_terms import TermsAdvice, TermsChange
from xl_dunning.rules.risk.score import Record, RiskLevel, ScorePart, score

TODAY = date(2026, 11, 20)
EVERYBODY = Portfolio(closed=90, average=9.0, days=9.0, share=0.4, usual={})


def debtor(
    habit: Habit, record: Record | None = None, terms: TermsAdvice | None = None
) -> DebtorAdvice:
    return DebtorAdvice(
        debtor=Debtor(number="1"),
        habit=habit,
        score=score(habit, record or Record(), EVERYBODY, reference_date=TODAY),
        items=(),
        terms=terms,
    )


def habit(count: int, late: int, average: float, last: date = TODAY) -> Habit:
    return Habit(
        closed=count,
        late=late,
        average=average,
        weight=count,
        days=average,
        share=late / count if count else 0.0,
        last_paid=last if count else None,
    )


def test_every_code_has_its_words() -> None:
    assert {*ScorePart} <= WHY.keys()
    assert {*AdviceReason} <= ADVICE.keys()
    assert {*TermsChange} <= TERMS.keys()
    assert {*RiskLevel} == LEVELS.keys()


def test_no_words_are_there_for_nothing() -> None:
    source = Path(advice_text.__file__)
    codes: set[str] = {*ScorePart, *AdviceReason, *TermsChange}
    for path in (source, source.with_name("advice_sheet.py")):
        for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                codes.add(node.value)
    known = {name.partition(".")[0] for table in (WHY, ADVICE, TERMS, EVERYONE) for name in table}
    assert known - codes == set()


@pytest.mark.parametrize(
    ("known", "record", "said"),
    [
        (habit(12, 0, 0), Record(), "Op tijd betaald: 12 van de 12."),
        (
            habit(12, 9, 20.5),
            Record(),
            "Te laat betaald: 9 van de 12. Betaalt gemiddeld 21 dagen te laat.",
        ),
        (
            habit(12, 3, 1.2),
            Record(overdue=2.5, overdue_invoices=3),
            "Nu te laat en nog open: 3 facturen. Te laat betaald: 3 van de 12. Betaalt gemiddeld 1 "
            "dag te laat.",
        ),
        (
            habit(12, 0, 0),
            Record(promises=3, broken=1, partly=1, disputes=1, handed_over=date(2026, 3, 1)),
            "Eerder overgedragen, of juridische stappen: 01-03-2026. Toezegging niet of niet "
            "helemaal nagekomen: 2 van de 3. Betwist: 1 keer. Op tijd betaald: 12 van de 12.",
        ),
        (
            habit(1, 1, 30),
            Record(returned=1),
            "Te laat betaald: 1 van de 1. Betaalt gemiddeld 30 dagen te laat. Verdween uit de "
            "lijst en kwam terug: 1 factuur. Nog weinig bekend van deze debiteur (1 factuur "
            "betaald gezien): de score leunt op alle debiteuren samen.",
        ),
        (
            Habit(),
            Record(),
            "Van deze debiteur is nog geen betaling gezien: de score leunt op alle debiteuren "
            "samen.",
        ),
        (
            habit(5, 0, 0, date(2025, 5, 1)),
            Record(),
            "Op tijd betaald: 5 van de 5. De laatste betaling is gezien op 01-05-2025; wat ouder "
            "is, telt minder mee.",
        ),
    ],
)
def test_the_reasons_of_a_score_read_well(known: Habit, record: Record, said: str) -> None:
    assert why_text(debtor(known, record)) == said


@pytest.mark.parametrize(
    ("change", "term", "said"),
    [
        (
            TermsChange.SHORTER,
            30,
            "Voor nieuwe opdrachten een kortere termijn: betaalt gemiddeld 21 dagen te laat over "
            "12 facturen. De termijn is nu meestal 30 dagen.",
        ),
        (
            TermsChange.SHORTER,
            None,
            "Voor nieuwe opdrachten een kortere termijn: betaalt gemiddeld 21 dagen te laat over "
            "12 facturen.",
        ),
        (
            TermsChange.IN_ADVANCE,
            None,
            "Voor nieuwe opdrachten geheel of deels vooruit laten betalen: betaalt gemiddeld 21 "
            "dagen te laat over 12 facturen.",
        ),
    ],
)
def test_the_advice_on_terms_reads_well(change: TermsChange, term: int | None, said: str) -> None:
    advice = TermsAdvice(change=change, days=21, count=12, term=term)
    assert terms_text(debtor(Habit(), terms=advice)) == said
    assert terms_text(debtor(Habit())) == ""


def test_a_chance_and_a_range_show_how_sure_they_are() -> None:
    chance = Chance(belief=Beta(successes=30, failures=20), times=50, own=3)
    assert chance_text(chance) == "60% (51–69%)"
    assert chance_text(None) == ""
    first, last = date(2026, 12, 1), date(2027, 2, 3)
    assert range_text(PayDate(expected=first, earliest=first, latest=last)) == (
        "01-12-2026 – 03-02-2027"
    )
    assert range_text(PayDate(expected=None, earliest=first, latest=None)) == "vanaf 01-12-2026"
    assert range_text(None) == ""


def test_when_nothing_is_known_it_says_what_will_come() -> None:
    nothing = learn([], [], reference_date=TODAY)
    assert everyone_text(nothing).startswith("Nog geen betaling gezien. Elke ronde onthoudt")
    assert steps_text(nothing, {}) == ""
