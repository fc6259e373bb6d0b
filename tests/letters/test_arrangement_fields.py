"""The fields about agreements and terms: there in every letter, and never two amounts for one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.letters.agreed import (
    AGREED_LETTERS,
    BROKEN,
    LATE,
    PROMISED,
    SETTLED,
    TODAY_ON,
    side_letter,
    terms_letter,
)
from tests.letters.charged import B5, CONSUMER
from tests.letters.factory import COMPANY, JANSEN, POLICY, TODAY, item, notice
from xl_dunning.letters.dutch import DUTCH
from xl_dunning.letters.english import ENGLISH
from xl_dunning.letters.fields import context_of
from xl_dunning.letters.qr import payment_code
from xl_dunning.letters.spoken import Spoken
from xl_dunning.letters.templates import LANGUAGES
from xl_dunning.rules.agreements.side_letters import SideLetter
from xl_dunning.rules.agreements.states import Arrangement, InstalmentState
from xl_dunning.rules.proposal import Notice

NOTHING_AGREED = {
    "heeft_afspraak": False,
    "is_overeengekomen": False,
    "heeft_afgesproken_bedrag": False,
    "heeft_termijnen": False,
    "heeft_betaalde_termijnen": False,
    "heeft_buiten_afspraak": False,
    "heeft_voorwaarden": False,
    "termijnen": [],
}


def fields(
    of: Notice, *, attachments: Sequence[str] = (), spoken: Spoken = DUTCH
) -> Mapping[str, Any]:
    return context_of(
        of, creditor=COMPANY, letter_date=TODAY, attachments=attachments, spoken=spoken
    )


def amount(text: str) -> str:
    return f"€\N{NO-BREAK SPACE}{text}"


def test_a_letter_without_an_agreement_says_nothing_of_one() -> None:
    known = fields(notice())
    assert {name: known[name] for name in NOTHING_AGREED} == NOTHING_AGREED
    assert known["afspraak"]["datum"] == known["afspraak"]["uiterlijk"] == ""
    assert known["afspraak"]["termijnen_te_laat"] == ""
    assert all(not value for value in known["voorwaarden"].values())
    assert known["te_betalen"] == known["totaal"]
    assert known["te_betalen_uiterlijk"] == known["uiterste_betaaldatum"]


@pytest.mark.parametrize("letter", AGREED_LETTERS.values(), ids=AGREED_LETTERS)
def test_every_letter_has_the_same_fields(letter: Notice) -> None:
    """So that a template which asks for one never fails."""
    assert {*fields(letter)} == {*fields(notice())}
    for group in ("afspraak", "voorwaarden", "woord"):
        assert {*fields(letter)[group]} == {*fields(notice())[group]}


@pytest.mark.parametrize(
    ("letter", "expected"),
    [
        (
            side_letter("bevestiging_afspraak", replace(PROMISED, amount=Decimal("400.00"))),
            {
                "datum": "20 november 2026",
                "uiterlijk": "1 december 2026",
                "bedrag": amount("400,00"),
                "buiten": amount("810,00"),
            },
        ),
        # no amount: everything that is open, and nothing beside it
        (
            side_letter("bevestiging_afspraak", PROMISED),
            {"bedrag": amount("1.210,00"), "buiten": amount("0,00")},
        ),
        (
            side_letter("schikkingsvoorstel", SETTLED, items=[item(open_="10000.00")]),
            {"bedrag": amount("8.500,00"), "kwijtschelding": amount("1.500,00")},
        ),
        (
            side_letter("regeling_herinnering", LATE, items=[item(open_="650.00")]),
            {
                "aantal_termijnen": "4",
                "totaal_termijnen": amount("1.600,00"),
                "betaald": amount("950,00"),
                "rest": amount("650,00"),
                "termijnen_te_laat": "termijn 3",
                "te_laat": amount("250,00"),
                "buiten": amount("0,00"),
            },
        ),
        (
            side_letter("regeling_verbroken", BROKEN, items=[item(open_="10000.00")]),
            {"termijnen_te_laat": "de termijnen 1, 2 en 3", "te_laat": amount("7.000,00")},
        ),
    ],
)
def test_what_was_agreed_is_told_in_figures(letter: Notice, expected: dict[str, str]) -> None:
    known = fields(letter)["afspraak"]
    assert {name: known[name] for name in expected} == expected


def test_each_instalment_has_its_own_line() -> None:
    lines = fields(side_letter("regeling_herinnering", LATE))["termijnen"]
    assert [line["nummer"] for line in lines] == ["1", "2", "3", "4"]
    assert lines[2] == {
        "nummer": "3",
        "vervaldag": "01-11-2026",
        "bedrag": amount("400,00"),
        "betaald": amount("150,00"),
        "rest": amount("250,00"),
        "daarna": amount("400,00"),
        "te_laat": True,
        "is_betaald": False,
    }
    assert [line["is_betaald"] for line in lines] == [True, True, False, False]
    # late, but paid after all
    paid = replace(LATE.instalments[2], paid=LATE.instalments[2].amount)
    later = replace(LATE, instalments=(paid,))
    assert fields(side_letter("regeling_herinnering", later))["termijnen"][0]["te_laat"] is False


def test_the_first_day_of_suspension_is_the_day_after_the_last_day_to_pay() -> None:
    known = fields(side_letter("opschorting_aankondiging", None))
    assert known["te_betalen_uiterlijk"] == "7 december 2026"
    assert known["eerste_opschortdag"] == "8 december 2026"


def test_a_letter_before_any_step_does_not_speak_of_the_step_reached() -> None:
    letter = side_letter("bevestiging_afspraak", PROMISED)
    assert fields(letter)["stap_bereikt"] is True
    fresh = tuple(replace(each, stage=None, stage_number=0) for each in letter.decisions)
    assert fields(replace(letter, decisions=fresh))["stap_bereikt"] is False


def test_a_letter_outside_the_stages_announces_no_step_and_looks_back_at_none() -> None:
    """Also when it carries the debtor's own policy, in which its stage does not stand."""
    known = fields(replace(side_letter("hervatting", TODAY_ON), policy=POLICY))
    assert (known["volgende_stap"], known["terugblik"]) == ("", "")


def test_a_letter_about_no_invoice_has_no_loose_words() -> None:
    known = fields(side_letter("hervatting", TODAY_ON, items=()))
    assert known["onderwerp"] == ""
    assert known["facturen"] == []
    assert known["betalingskenmerk"] == "debiteur 10023"
    assert known["heeft_qr_code"] is False


def test_only_invoices_without_a_balance_are_called_paid() -> None:
    paid, open_ = item("A", open_="0.00"), item("B", ref=2)
    known = fields(side_letter("hervatting", TODAY_ON, items=[paid, open_]))
    assert [line["is_betaald"] for line in known["facturen"]] == [True, False]
    assert known["heeft_betaalde_facturen"] is True
    assert fields(notice())["heeft_betaalde_facturen"] is False


@pytest.mark.parametrize(
    ("attached", "all_of_them"),
    [([], False), (["2026-0201"], False), (["2026-0201", "2026-0202"], True)],
)
def test_a_copy_is_promised_only_when_each_invoice_has_one(
    attached: list[str], all_of_them: bool
) -> None:
    letter = side_letter("factuur_opnieuw", TODAY_ON, items=B5)
    assert fields(letter, attachments=attached)["alle_kopieen"] is all_of_them


def test_the_terms_are_told_in_the_language_of_the_letter() -> None:
    dutch, english = fields(terms_letter(JANSEN)), fields(terms_letter(JANSEN), spoken=ENGLISH)
    assert dutch["voorwaarden"]["rente"] == "10,4%"
    assert dutch["voorwaarden"]["rente_naam"].replace("\N{NO-BREAK SPACE}", " ") == (
        "de wettelijke handelsrente (artikel 6:119a BW)"
    )
    assert dutch["voorwaarden"]["staffel"][:2] == [
        {"bedrag": f"tot en met {amount('2.500,00')}", "kosten": "15% van het openstaande bedrag"},
        {
            "bedrag": f"meer dan {amount('2.500,00')}, tot en met {amount('5.000,00')}",
            "kosten": f"{amount('375,00')}, plus 10% van wat boven {amount('2.500,00')} openstaat",
        },
    ]
    assert english["voorwaarden"]["staffel"][-1] == {
        "bedrag": f"over {amount('200,000.00')}",
        "kosten": f"{amount('2,775.00')}, plus 0.5% of the amount over {amount('200,000.00')}",
    }


@pytest.mark.parametrize("spoken", LANGUAGES.values(), ids=LANGUAGES)
def test_every_interest_that_terms_may_tell_has_its_name(spoken: Spoken) -> None:
    for letter in AGREED_LETTERS.values():
        told = letter.late_payment
        if told is not None and told.percent is not None:
            assert spoken.interest_names[f"{letter.law} {told.interest}"]


cents = st.integers(min_value=1, max_value=900_000).map(lambda number: Decimal(number) / 100)


@given(
    template=st.sampled_from([*SideLetter]),
    agreed=st.none() | cents,
    until=st.none() | st.just(date(2026, 12, 4)),
    parts=st.lists(st.tuples(cents, st.sampled_from([0, 1, 2]), st.booleans()), max_size=4),
)
def test_the_qr_code_asks_what_the_words_ask(
    template: SideLetter,
    agreed: Decimal | None,
    until: date | None,
    parts: list[tuple[Decimal, int, bool]],
) -> None:
    """For any agreement in any letter: scanned and typed over, it is the same payment."""
    plan = tuple(
        InstalmentState(
            number=number,
            due_on=TODAY + timedelta(days=30 * number),
            amount=whole,
            paid=(whole * share / 2).quantize(Decimal("0.01")),
            late=late,
        )
        for number, (whole, share, late) in enumerate(parts, start=1)
    )
    letter = side_letter(
        "regeling_voorstel",
        Arrangement(on=TODAY, until=until, amount=agreed, instalments=plan),
        debtor=CONSUMER,
    )
    letter = replace(letter, stage=replace(letter.stage, template=template.value))
    known = fields(letter)
    words = known["te_betalen"].removeprefix(amount("")).replace(".", "").replace(",", ".")
    code = payment_code(
        name=COMPANY.name,
        iban=COMPANY.iban,
        amount=Decimal(words),
        currency="EUR",
        text=known["betalingskenmerk"],
    )
    assert known["qr_code"] == ("" if code is None else code)
