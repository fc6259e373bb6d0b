"""What a letter claims now, and what it only announces, never mixed up."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from tests.letters.charged import (
    ANNOUNCED_WITH_VAT,
    B5,
    first_reminder_be,
    fourteen_day,
    with_interest,
)
from tests.letters.factory import COMPANY, TODAY, item, notice
from xl_dunning.letters.english import ENGLISH
from xl_dunning.letters.fields import Context, context_of
from xl_dunning.rules.money import ZERO
from xl_dunning.rules.proposal import Notice, Owed


def fields(of: Notice) -> Context:
    return context_of(of, creditor=COMPANY, letter_date=TODAY)


def amount(text: str) -> str:
    return f"€\N{NO-BREAK SPACE}{text}"


@pytest.mark.parametrize(
    ("letter", "expected"),
    [
        # R11 with costs of 875
        (
            with_interest("sommatie"),
            {
                "hoofdsom": amount("10.000,00"),
                "rente": amount("493,72"),
                "rente_tot_en_met": "21 november 2026",
                "rente_per_dag": amount("2,85"),
                "incassokosten": amount("875,00"),
                "kosten_grond": "artikel 6:96 BW",
                "totaal": amount("11.368,72"),
                "totaal_na_termijn": amount("11.368,72"),
                "heeft_specificatie": True,
                "kondigt_kosten_aan": False,
            },
        ),
        # announced is not claimed: the total is the principal, only the later amount is more
        (
            fourteen_day(ANNOUNCED_WITH_VAT),
            {
                "totaal": amount("735,54"),
                "heeft_specificatie": False,
                "aangekondigde_kosten": amount("110,33"),
                "aangekondigde_btw": amount("23,17"),
                "aangekondigd_samen": amount("133,50"),
                "totaal_na_termijn": amount("869,04"),
                "kosten_grond": "Besluit vergoeding voor buitengerechtelijke incassokosten",
                "verzuim_sinds": "2 november 2026",
                "rentespecificatie": [],
            },
        ),
        (
            first_reminder_be(),
            {
                "totaal": amount("500,00"),
                "kosten_naam": "Forfaitaire schadevergoeding",
                "is_belgisch": True,
                "per_email": False,
            },
        ),
        (
            notice(),
            {
                "hoofdsom": amount("1.210,00"),
                "heeft_specificatie": False,
                "verzuim_sinds": "",
                "totaal_na_termijn": amount("1.210,00"),
            },
        ),
    ],
)
def test_the_amounts_of_a_letter(letter: Notice, expected: dict[str, object]) -> None:
    known = fields(letter)
    assert {name: known[name] for name in expected} == expected


def test_the_interest_is_explained_line_by_line() -> None:
    lines = fields(with_interest("sommatie"))["rentespecificatie"]
    assert isinstance(lines, list)
    assert [line["rente"] for line in lines] == [amount("83,42"), amount("410,30")]
    assert lines[1] == {
        "factuur": "2026-0045",
        "van": "01-07-2026",
        "tot_en_met": "21-11-2026",
        "dagen": "144",
        "percentage": "10,40%",
        "over": amount("10.000,00"),
        "rente": amount("410,30"),
        "artikel": "art. 6:119a BW",
    }


def test_interest_that_the_law_allows_but_the_letter_does_not_claim_stays_out() -> None:
    silent = with_interest("aanmaning")
    silent = replace(silent, charges=replace(silent.charges, interest=ZERO, costs=ZERO))
    known = fields(silent)
    assert known["rentespecificatie"] == []
    assert known["totaal"] == amount("10.000,00")
    assert known["heeft_rente"] is False


@pytest.mark.parametrize(
    ("days", "shown", "first"),
    [
        ([date(2026, 11, 2), date(2026, 11, 5)], ["02-11-2026", "05-11-2026"], "2 november 2026"),
        # not known for all: no day is said to hold for all
        ([date(2026, 11, 2), None], ["02-11-2026", "–"], ""),
    ],
)
def test_the_day_of_default_is_that_of_each_invoice(
    days: list[date | None], shown: list[str], first: str
) -> None:
    letter = fourteen_day(items=B5)
    decisions = tuple(
        replace(decision, owed=Owed(default_since=day))
        for decision, day in zip(letter.decisions, days, strict=True)
    )
    known = fields(replace(letter, decisions=decisions))
    lines = known["facturen"]
    assert isinstance(lines, list)
    assert [line["verzuim_sinds"] for line in lines] == shown
    assert known["verzuim_sinds"] == first


def test_an_english_letter_is_english_in_every_field() -> None:
    credit = item("CN", open_="-1.00", ref=9)
    letter = replace(with_interest("sommatie"), credits=(credit,))
    known = context_of(letter, creditor=COMPANY, letter_date=TODAY, spoken=ENGLISH)
    assert known["datum"] == "21 November 2026"
    assert known["totaal"] == "€\N{NO-BREAK SPACE}11,367.72"
    assert known["aanhef"] == "Dear Ms Jansen,"
    assert known["onderwerp"] == "invoice 2026-0045"
    assert known["terugblik"] == "We wrote to you about this on 7 November 2026."
    assert known["volgende_stap"] == "we will place the claim with a collection agency"
    assert known["betalingskenmerk"] == "debtor 10023, invoice 2026-0045"
    assert known["kosten_grond"] == "article 6:96 of the Dutch Civil Code"
    lines = known["facturen"]
    assert isinstance(lines, list)
    assert lines[0]["vervaldatum"] == "31 May 2026"


@pytest.mark.parametrize("number", [Decimal("0.00"), Decimal("8.40")])
def test_vat_on_costs_stands_in_the_total(number: Decimal) -> None:
    letter = with_interest("sommatie")
    letter = replace(letter, charges=replace(letter.charges, vat=number))
    known = fields(letter)
    assert known["heeft_btw_incassokosten"] is (number > ZERO)
    assert known["totaal"] == (amount("11.377,12") if number else amount("11.368,72"))
