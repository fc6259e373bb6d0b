"""What a letter says depends on the case: never too much, never a guess."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.letters.factory import COMPANY, JANSEN, POLICY, STAGES, TODAY, decision, item, notice
from xl_dunning.letters.fields import Context, context_of
from xl_dunning.letters.greeting import greeting
from xl_dunning.letters.text import clean, money
from xl_dunning.letters.wording import lighter_items, looking_back, next_step, payment_reference
from xl_dunning.rules.ledger import Debtor, DebtorKind
from xl_dunning.rules.policy import Action, Audience, Charge, Stage
from xl_dunning.rules.proposal import Notice
from xl_dunning.rules.settings import Creditor


def fields(of: Notice, creditor: Creditor = COMPANY) -> Context:
    return context_of(of, creditor=creditor, letter_date=TODAY)


@pytest.mark.parametrize(
    ("contact", "name", "kind", "expected"),
    [
        ("", "Jansen BV", DebtorKind.BUSINESS, "Geachte heer/mevrouw,"),
        ("mevrouw L. Jansen", "Jansen BV", DebtorKind.BUSINESS, "Geachte mevrouw Jansen,"),
        ("Dhr. P. de Vries", "X", None, "Geachte heer De Vries,"),
        # a first name says nothing for sure
        ("Kim Smit", "X", None, "Geachte heer/mevrouw Kim Smit,"),
        ("t.a.v. S. van Dam", "X", None, "Geachte heer/mevrouw Van Dam,"),
        ("Crediteurenadministratie", "X", None, "Geachte heer/mevrouw,"),
        ("De heer en mevrouw Smit", "X", None, "Geachte heer/mevrouw,"),
        ("facturen@x.example", "X", None, "Geachte heer/mevrouw,"),
        # a consumer's own name, when it is surely a person's
        ("", "J.P. de Vries", DebtorKind.CONSUMER, "Geachte heer/mevrouw De Vries,"),
        ("", "Vries, de", DebtorKind.CONSUMER, "Geachte heer/mevrouw,"),
        # a company may look like initials
        ("", "J.P. Beheer", None, "Geachte heer/mevrouw,"),
    ],
)
def test_the_greeting_never_guesses_a_gender(
    contact: str, name: str, kind: DebtorKind | None, expected: str
) -> None:
    assert greeting(Debtor(number="1", name=name, contact=contact, kind=kind)) == expected


@pytest.mark.parametrize(
    ("key", "announced"),
    [
        ("herinnering", "bellen wij u hierover"),
        ("tweede", "sturen wij u een aanmaning"),
        ("aanmaning", "sturen wij u een sommatie"),
        ("sommatie", "stellen wij u schriftelijk in gebreke"),
        ("ingebreke", "geven wij de vordering uit handen"),
        ("aankondiging", "geven wij de vordering uit handen aan een incassobureau"),
        # nothing follows: nothing is announced
        ("overdracht", ""),
    ],
)
def test_only_what_really_follows_is_announced(key: str, announced: str) -> None:
    assert next_step(notice(key=key)) == announced


def test_the_next_step_is_that_of_this_kind_of_debtor() -> None:
    for_consumers = Stage(
        key="wik",
        title="14-dagenbrief",
        action=Action.LETTER,
        after=8,
        template="veertiendagenbrief",
        audience=Audience.CONSUMER,
    )
    policy = replace(POLICY, stages=(STAGES[0], for_consumers, STAGES[4]))
    business = notice(policy=policy)
    consumer = notice(policy=policy, debtor=replace(JANSEN, kind=None))
    assert next_step(business) == "sturen wij u een sommatie"
    assert "welke kosten" in next_step(consumer)


def test_without_a_phone_number_no_call_is_announced() -> None:
    silent = notice(debtor=replace(JANSEN, phone=""))
    assert next_step(silent) == "nemen wij opnieuw contact met u op"


def test_the_first_letter_does_not_look_back() -> None:
    assert looking_back(notice()) == ""


def test_the_day_of_the_letter_before_is_named() -> None:
    expected = "Op 7 november 2026 hebben wij u hierover bericht gestuurd."
    assert looking_back(notice(key="aanmaning")) == expected


@pytest.mark.parametrize(
    "letter",
    [
        # the step before was a call: no letter of that day exists
        notice(key="tweede"),
        # two invoices whose last letters went on different days
        notice(
            key="aanmaning",
            decisions=[
                decision(item("A"), to="aanmaning", last_on=date(2026, 11, 1)),
                decision(item("B"), to="aanmaning", last_on=date(2026, 11, 8)),
            ],
        ),
    ],
)
def test_without_one_certain_day_no_day_is_named(letter: Notice) -> None:
    assert looking_back(letter) == "Wij hebben u hierover al eerder bericht gestuurd."


def test_items_that_are_not_as_far_are_set_apart() -> None:
    letter = notice(
        key="sommatie",
        decisions=[
            decision(item("A"), to="sommatie"),
            decision(item("B"), to="herinnering"),
            decision(item("C"), to="herinnering"),
        ],
    )
    assert lighter_items(letter) == (
        "De facturen B en C zijn er later bij gekomen; daarvoor geldt deze brief als "
        "betalingsherinnering."
    )
    assert lighter_items(notice(key="sommatie")) == ""


@pytest.mark.parametrize(
    ("numbers", "reference"),
    [
        (["2026-0117"], "debiteur 10023, factuur 2026-0117"),
        (["2026-0117", "2026-0118"], "debiteur 10023, facturen 2026-0117, 2026-0118"),
        # too long with words
        (["2026-0117", "2026-0118", "2026-0119"], "10023 / 2026-0117, 2026-0118, 2026-0119"),
        # too long in any way
        ([f"2026-{number:04d}" for number in range(12)], "debiteur 10023, 12 facturen"),
    ],
)
def test_the_payment_reference_names_the_invoices_as_long_as_they_fit(
    numbers: list[str], reference: str
) -> None:
    assert payment_reference(notice(items=[item(number) for number in numbers])) == reference


def test_credits_lower_the_total_and_stand_as_negative_lines() -> None:
    credit = item("CN-9", open_="-250.00", due_date=None)
    context = fields(notice(items=[item(), item("2026-0118")], credits_=[credit]))
    assert context["totaal"] == "€\N{NO-BREAK SPACE}2.170,00"
    assert context["totaal_tegoed"] == "€\N{NO-BREAK SPACE}-250,00"
    assert context["aantal_facturen"] == "2"
    lines = context["facturen"]
    assert isinstance(lines, list)
    assert lines[-1] == {
        "nummer": "CN-9",
        "datum": "02-10-2026",
        "vervaldatum": "–",
        "dagen": "",
        "verzuim_sinds": "",
        "omschrijving": "",
        "bedrag": "€\N{NO-BREAK SPACE}-250,00",
        "openstaand": "€\N{NO-BREAK SPACE}-250,00",
        "fase": "",
        "is_creditnota": True,
        "is_betaald": False,
    }


@pytest.mark.parametrize(
    ("count", "words"),
    [
        (1, {"factuur": "factuur", "deze_factuur": "deze factuur", "staat": "staat", "is": "is"}),
        (
            2,
            {
                "factuur": "facturen",
                "deze_factuur": "deze facturen",
                "staat": "staan",
                "is": "zijn",
            },
        ),
    ],
)
def test_the_words_follow_the_number_of_invoices(count: int, words: dict[str, str]) -> None:
    context = fields(notice(items=[item(str(number)) for number in range(count)]))
    assert context["woord"] == {**words, "termijn": "termijnen"}
    assert context["meervoud"] is (count > 1)


def test_costs_that_are_charged_are_not_called_free() -> None:
    stage = replace(STAGES[4], charge=Charge.INTEREST_AND_COSTS)
    letter = notice(key="sommatie", policy=replace(POLICY, stages=(stage,)))
    assert fields(letter)["zonder_kosten"] is False
    assert fields(notice(key="sommatie"))["zonder_kosten"] is True


def test_a_company_that_filled_in_little_leaves_no_loose_labels() -> None:
    company = fields(notice(), Creditor(name="Ik", iban="NL91ABNA0417164300"))["bedrijf"]
    assert isinstance(company, dict)
    assert company["registratieregel"] == "IBAN NL91 ABNA 0417 1643 00"
    assert company["adresregel"] == company["contactregel"] == ""


def test_another_currency_is_named_and_has_no_qr_code() -> None:
    dollars = item(open_="10.00", currency="USD")
    context = fields(notice(items=[dollars], currency="USD"))
    assert context["totaal"] == "USD\N{NO-BREAK SPACE}10,00"
    assert context["qr_code"] == ""


@pytest.mark.parametrize(
    ("raw", "cleaned"),
    [
        ("Jansen & Zn. <BV>", "Jansen & Zn. <BV>"),
        ("a\r\nb\rc\vd", "a\nb\nc\nd"),
        ("half \ud800 paar", "half  paar"),
        ("bel\x07 nul\x00", "bel nul"),
        # a mark that turns the reading direction would show amounts back to front
        ("\u202egnp.exe", "gnp.exe"),
        ("Zoë 👩‍⚖️ קבוצה", "Zoë 👩‍⚖️ קבוצה"),
    ],
)
def test_data_is_made_fit_for_a_document(raw: str, cleaned: str) -> None:
    assert clean(raw) == cleaned


def test_an_unknown_amount_is_a_dash_and_never_a_zero() -> None:
    assert money(None, "EUR") == "–"
    assert money(Decimal("0.00"), "EUR") == "€\N{NO-BREAK SPACE}0,00"


def test_a_letter_says_which_part_of_an_invoice_is_disputed_and_not_asked() -> None:
    partly = decision(item(open_="1064.80", set_aside=Decimal("145.20")))
    assert fields(notice(decisions=[partly]))["toelichting"] == (
        "Het deel van €\xa0145,20 van factuur 2026-0117 waarover wij met u in gesprek zijn, vragen "
        "wij u nu niet."
    )
