"""A letter about an agreement that does not say what it must say stays inside, with the reason."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal

import pytest

from tests.letters.agreed import (
    AGREED_LETTERS,
    DISPUTED,
    LATE,
    PROMISED,
    PROPOSED,
    SETTLED,
    D,
    plan,
    side_letter,
    terms_letter,
)
from tests.letters.factory import JANSEN, TODAY, item, notice
from xl_dunning.frontends.messages_nl import finding_text
from xl_dunning.rules.agreements.side_letter_checks import side_letter_problems
from xl_dunning.rules.agreements.states import Arrangement
from xl_dunning.rules.findings import Severity
from xl_dunning.rules.proposal import Notice


def told(letter: Notice) -> list[str]:
    return [finding_text(found) for found in side_letter_problems(letter, reference_date=TODAY)]


@pytest.mark.parametrize("name", AGREED_LETTERS)
def test_a_letter_with_all_it_needs_goes_out(name: str) -> None:
    assert told(AGREED_LETTERS[name]) == []


def test_a_letter_of_a_stage_is_not_judged_here() -> None:
    assert told(notice()) == []


@pytest.mark.parametrize(
    ("letter", "sentence"),
    [
        pytest.param(
            side_letter("regeling_bevestiging", None),
            "De brief „Bevestiging betalingsregeling” aan debiteur 10023 gaat over een afspraak, "
            "maar in het logboek staat er geen. Leg de afspraak eerst vast.",
            id="nothing was agreed",
        ),
        pytest.param(
            side_letter("bevestiging_afspraak", replace(PROMISED, until=None)),
            "Bij de afspraak voor de brief „Bevestiging afspraak” aan debiteur 10023 ontbreekt de "
            "laatste dag. Vul bij de afspraak Tot en met in.",
            id="a promise for no day",
        ),
        pytest.param(
            side_letter("schikkingsvoorstel", replace(SETTLED, amount=None)),
            "Bij de afspraak voor de brief „Schikkingsvoorstel” aan debiteur 10023 ontbreekt het "
            "bedrag. Vul bij de afspraak Bedrag in.",
            id="a settlement for no amount",
        ),
        pytest.param(
            side_letter("schikkingsvoorstel", replace(SETTLED, amount=Decimal("1210.00"))),
            "De schikking van € 1.210,00 met debiteur 10023 is niet lager dan wat openstaat, "
            "€ 1.210,00. Controleer het bedrag; zonder kwijtschelding is een toezegging genoeg.",
            id="a settlement that remits nothing",
        ),
        pytest.param(
            side_letter("regeling_bevestiging", Arrangement(on=TODAY)),
            "Bij de regeling voor de brief „Bevestiging betalingsregeling” aan debiteur 10023 "
            "ontbreken de termijnen. Vul bij de regeling Termijnen in, zoals 3 x 400 per maand "
            "vanaf 1-12-2026.",
            id="a plan without instalments",
        ),
        pytest.param(
            side_letter("antwoord_betwisting", replace(DISPUTED, note=" \n")),
            "De brief „Antwoord op bezwaar” aan debiteur 10023 geeft antwoord op een bezwaar, maar "
            "het antwoord zelf ontbreekt. Schrijf het bij Notitie.",
            id="an answer without words",
        ),
        pytest.param(
            replace(terms_letter(JANSEN), late_payment=None),
            "In de brief „Betalingsvoorwaarden” aan debiteur 10023 ontbreken de "
            "betalingsvoorwaarden. Geef dit door aan de beheerder van het programma.",
            id="terms that nobody computed",
        ),
        pytest.param(
            replace(
                side_letter("bevestiging_afspraak", replace(PROMISED, amount=Decimal("100.00"))),
                currency="USD",
            ),
            "De afspraak in de brief „Bevestiging afspraak” aan debiteur 10023 is in euro, maar de "
            "facturen zijn in USD. Schrijf deze brief zelf.",
            id="euro agreed about dollars",
        ),
        pytest.param(
            side_letter("opschorting_aankondiging", None, items=[item(open_="0.00")]),
            "In de brief „Aankondiging opschorting” aan debiteur 10023 valt niets te betalen: er "
            "staat niets meer open. De brief is niet nodig.",
            id="all is paid",
        ),
        pytest.param(
            side_letter(
                "regeling_herinnering",
                replace(LATE, instalments=plan("400.00", "810.00")),
            ),
            "De brief „Herinnering termijn” aan debiteur 10023 herinnert aan een termijn, maar "
            "geen enkele termijn is te laat. De brief is niet nodig.",
            id="nothing is late",
        ),
        pytest.param(
            side_letter(
                "regeling_herinnering",
                replace(LATE, instalments=plan("400.00", "400.00", late=2)),
                items=[item(open_="700.00")],
            ),
            "De brief „Herinnering termijn” aan debiteur 10023 zou € 800,00 vragen, maar er staat "
            "maar € 700,00 open. Kijk of een betaling wel in de lijst staat en niet in het "
            "logboek, of pas de afspraak aan.",
            id="more than is open: a payment was booked but not logged",
        ),
        pytest.param(
            side_letter(
                "regeling_bevestiging",
                Arrangement(on=TODAY, instalments=plan("700.00", "700.00"), event="e"),
            ),
            "De brief „Bevestiging betalingsregeling” aan debiteur 10023 zou € 1.400,00 vragen, "
            "maar er staat maar € 1.210,00 open. Kijk of een betaling wel in de lijst staat en "
            "niet in het logboek, of pas de afspraak aan.",
            id="a plan for more than is owed, though its first instalment is not",
        ),
        pytest.param(
            side_letter("bevestiging_afspraak", replace(PROMISED, until=D("2026-11-20"))),
            "De brief „Bevestiging afspraak” aan debiteur 10023 noemt 20-11-2026 als laatste dag, "
            "maar die is al voorbij. Maak een nieuwe afspraak, of leg vast hoe het afliep.",
            id="the promised day is over",
        ),
        pytest.param(
            side_letter(
                "regeling_voorstel", replace(PROPOSED, until=D("2026-12-02")), items=[item()]
            ),
            "Het voorstel aan debiteur 10023 vraagt antwoord uiterlijk op 02-12-2026, maar de "
            "eerste termijn vervalt al op 01-12-2026. Kies een eerdere antwoorddag of een latere "
            "eerste termijn.",
            id="to be paid before it is agreed",
        ),
    ],
)
def test_what_keeps_a_letter_inside(letter: Notice, sentence: str) -> None:
    assert [line.replace("\N{NO-BREAK SPACE}", " ") for line in told(letter)] == [sentence]


@pytest.mark.parametrize("until", ["2026-11-21", "2026-11-30", "2026-12-01"])
def test_the_first_and_the_last_possible_day_are_allowed(until: str) -> None:
    proposal = replace(PROPOSED, until=D(until))
    assert told(side_letter("regeling_voorstel", proposal, items=[item()])) == []


def test_everything_that_is_wrong_is_told_at_once() -> None:
    letter = side_letter("schikkingsvoorstel", Arrangement(on=TODAY))
    codes = [found.code for found in side_letter_problems(letter, reference_date=TODAY)]
    assert codes == ["SIDE_LETTER_NO_DAY", "SIDE_LETTER_NO_AMOUNT"]


def test_a_long_payment_term_between_businesses_is_only_a_warning() -> None:
    (found,) = side_letter_problems(terms_letter(JANSEN, term=90), reference_date=TODAY)
    assert found.severity is Severity.WARNING
    assert finding_text(found) == (
        "De betaaltermijn van 90 dagen voor debiteur 10023 is langer dan de 60 dagen die de wet "
        "tussen bedrijven in beginsel toestaat. Kies een kortere termijn."
    )
