"""Risk and advice at the command line: the sheet Advies, the keys of ``--json``, and no effect."""

from __future__ import annotations

import re
from datetime import date, timedelta
from typing import Any

import pytest

from tests.acceptance.books import Row, reachable
from tests.acceptance.company import Company, Ran, act, cli, letter
from xl_dunning.frontends.advice_sheet import ADVICE_HEADERS
from xl_dunning.rules.risk.item_advice import AdviceReason
from xl_dunning.rules.risk.payment_terms import TermsChange
from xl_dunning.rules.risk.score import RiskLevel, ScorePart

TEXT, MAYBE_TEXT, NUMBER, FLAG = (str,), (str, type(None)), (int,), (bool,)
MAYBE_NUMBER, MAYBE_SHARE = (int, type(None)), (float, type(None))
DAY = re.compile(r"\d{4}-\d\d-\d\d")

DEBTOR: dict[str, tuple[type, ...]] = {
    "debtor": TEXT,
    "name": TEXT,
    "score": MAYBE_NUMBER,
    "level": MAYBE_TEXT,
    "why": TEXT,
    "parts": (dict,),
    "thin": FLAG,
    "paid_invoices": NUMBER,
    "paid_late": NUMBER,
    "days_late": MAYBE_SHARE,
    "terms": MAYBE_TEXT,
    "terms_text": MAYBE_TEXT,
    "items": (list,),
}
ITEM: dict[str, tuple[type, ...]] = {
    "invoice": TEXT,
    "reason": TEXT,
    "step": MAYBE_TEXT,
    "advice": TEXT,
    "chance": MAYBE_SHARE,
    "low": MAYBE_SHARE,
    "high": MAYBE_SHARE,
    "times": MAYBE_NUMBER,
    "own_times": MAYBE_NUMBER,
    "other_step": MAYBE_TEXT,
    "other_chance": MAYBE_SHARE,
    "basis": TEXT,
    "expected": MAYBE_TEXT,
    "expected_from": MAYBE_TEXT,
    "expected_until": MAYBE_TEXT,
}
EXPERIENCE: dict[str, tuple[type, ...]] = {
    "step": TEXT,
    "outcome": MAYBE_TEXT,
    "times": NUMBER,
    "paid": (float,),
}

START = date(2026, 1, 5)
"""A Monday."""
CUSTOMERS = "ABCDEFGH"
SLOW = "BDFH"
"""They answer to a telephone call only; the others pay after the first letter."""


def invoices(day: date) -> list[Row]:
    """Every four weeks each customer has two invoices due, and two later on have one more.

    This is what is open on the day.
    """
    found = [_new("A"), _new("B")]
    for number in range(6):
        due = START + timedelta(weeks=4 * (number // 2))
        for customer in CUSTOMERS:
            paid = due + timedelta(days=35 if customer in SLOW else 12)
            if day < paid:
                found.append(
                    {
                        "Factuurnummer": f"{customer}{number}",
                        "Debiteurnummer": customer,
                        "Factuurdatum": due - timedelta(days=30),
                        "Vervaldatum": due,
                        "Openstaand": 100 + number,
                    }
                )
    return found


@pytest.fixture(scope="module")
def known(tmp_path_factory: pytest.TempPathFactory) -> tuple[Company, Ran]:
    """Fifteen weekly rounds; every call on the list was made the same day."""
    company = Company(tmp_path_factory.mktemp("bedrijf"))
    company.policy(letter("een", 5), act("bellen", "call", 26), letter("twee", 61))
    debtors = [reachable(number, Telefoon="020-1234567") for number in CUSTOMERS]
    ran = None
    for week in range(15):
        day = START + timedelta(weeks=week)
        company.listed(invoices(day), Debiteuren=debtors)  # type: ignore[arg-type]
        ran = company.run(day.isoformat())
        for call in ran.json["calls"]:
            for invoice in call["invoices"]:
                about = ("--debtor", call["debtor"], "--invoice", invoice, "--stage", "bellen")
                when = ("--date", day.isoformat(), "--outcome", "reached")
                logged = cli("log", "add", "call", *about, *when, "--casefile", company.dossier)
                assert logged.code == 0
    assert ran is not None
    return company, ran


def holds(value: dict[str, Any], contract: dict[str, tuple[type, ...]]) -> None:
    assert value.keys() == contract.keys()
    for name, kinds in contract.items():
        assert type(value[name]) in kinds, (name, value[name])


def test_every_field_has_its_type_and_form(known: tuple[Company, Ran]) -> None:
    _, ran = known
    assert ran.json["advice"]
    for debtor in ran.json["advice"]:
        holds(debtor, DEBTOR)
        assert 0 <= debtor["score"] <= 100
        assert debtor["level"] in {*RiskLevel}
        assert set(debtor["parts"]) <= {*ScorePart}
        assert debtor["terms"] in {None, *TermsChange}
        for item in debtor["items"]:
            holds(item, ITEM)
            assert item["reason"] in {*AdviceReason}
            for day in ("expected", "expected_from", "expected_until"):
                assert item[day] is None or DAY.fullmatch(item[day])
            if item["chance"] is not None:
                assert 0 <= item["low"] <= item["chance"] <= item["high"] <= 1
                assert item["own_times"] <= item["times"]
    for step in ran.json["experience"]:
        holds(step, EXPERIENCE)
        assert 0 <= step["paid"] <= 1


def test_what_each_step_brought_is_told(known: tuple[Company, Ran]) -> None:
    """Every letter to half of the customers brought money, and every call to the others."""
    _, ran = known
    told = {each["step"]: (each["outcome"], each["paid"]) for each in ran.json["experience"]}
    assert told["een"] == (None, 0.5)
    assert told["call"] == ("reached", 1.0)


def test_who_pays_late_stands_on_top_with_the_reasons(known: tuple[Company, Ran]) -> None:
    company, _ = known
    company.listed([_new("A"), _new("B")])  # type: ignore[arg-type]
    ran = company.run("2026-04-16", "--dry-run")
    first, last = ran.json["advice"]
    assert (first["debtor"], last["debtor"]) == ("B", "A")
    assert first["terms"] == "TERMS_SHORTER"
    everyone, shown, _ = company.sheet("Advies")
    assert everyone["Naam"] == "Alle debiteuren samen"
    assert everyone["Waarom"] == "48 facturen betaald gezien, gemiddeld 25 dagen te laat."
    assert everyone["Gebaseerd op"].splitlines() == [
        "Een: 50% betaald binnen 14 dagen (24 keer).",
        "Bellen: 100% betaald binnen 14 dagen (12 keer).",
    ]
    assert (shown["Debiteur"], shown["Score"]) == ("B", first["score"])
    assert shown["Betaalrisico"] == "gemiddeld"
    assert shown["Waarom"] == (
        "Te laat betaald: 6 van de 6. Betaalt gemiddeld 35 dagen te laat. Nu te laat en nog open: "
        "1 factuur."
    )
    assert shown["Betalingstermijn"] == (
        "Voor nieuwe opdrachten een kortere termijn: betaalt gemiddeld 35 dagen te laat over 6 "
        "facturen. De termijn is nu meestal 30 dagen."
    )


def _new(customer: str) -> Row:
    return {
        "Factuurnummer": f"{customer}9",
        "Debiteurnummer": customer,
        "Vervaldatum": date(2026, 4, 15),
        "Openstaand": 100,
    }


def test_a_call_is_advised_beside_the_letter_for_who_answers_to_calls_only(
    known: tuple[Company, Ran],
) -> None:
    company, _ = known
    debtors = [reachable(number, Telefoon="020-1234567") for number in "AB"]
    company.listed([_new("A"), _new("B")], Debiteuren=debtors)  # type: ignore[arg-type]
    dry = company.run("2026-04-21", "--dry-run")
    found = {each["debtor"]: each["items"][0] for each in dry.json["advice"]}
    assert found["A"]["step"] == "een"
    assert (found["B"]["step"], found["B"]["reason"]) == ("call", "ADVICE_BETTER")
    assert (found["B"]["advice"], found["B"]["other_step"]) == ("Bellen", "een")
    assert [sent["debtor"] for sent in dry.letters] == ["A", "B"], "advice is never carried out"
    line = "Advies: bij 1 factuur heeft een andere stap meer kans dan die van het beleid; zie het "
    assert line in company.try_run("2026-04-21", "--dry-run").out
    real = company.run("2026-04-21")
    told = {each["debtor"]: each["items"][0] for each in real.json["advice"]}
    assert told["B"]["basis"].endswith("De brief van deze ronde is al gemaakt: dit kan daarnaast.")
    for each in (found, told):
        each["B"].pop("basis")
        each["A"].pop("advice")
    assert told == found, "a dry run advises the same"
    rows = {row["Debiteur"]: row for row in company.sheet("Advies")}
    assert rows["A"]["Advies"] == "Brief: Een (gemaakt)"
    assert rows["B"]["Advies"] == "Bellen"
    assert re.fullmatch(r"\d+% \(\d+–\d+%\)", rows["B"]["Kans"])


class TestFirstRound:
    """On the first day of all nothing is known of anybody."""

    LIST = """
        Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand
        F1            | 1              | 2026-03-02  | 100
    """

    def test_the_sheet_says_so_and_no_more(self, company: Company) -> None:
        company.policy(letter("een", 5)).listed(self.LIST).run("2026-03-10")
        (only,) = company.sheet("Advies")
        assert only["Naam"] == "Alle debiteuren samen"
        assert only["Waarom"].startswith("Nog geen betaling gezien.")

    def test_the_object_gives_the_policys_own_step_and_no_figure(self, company: Company) -> None:
        ran = company.policy(letter("een", 5)).listed(self.LIST).run("2026-03-10")
        (debtor,) = ran.json["advice"]
        assert (debtor["score"], debtor["level"], debtor["days_late"]) == (None, None, None)
        (item,) = debtor["items"]
        assert (item["step"], item["reason"]) == ("een", "ADVICE_TOO_LITTLE")
        assert (item["chance"], item["expected"]) == (None, None)
        assert ran.json["experience"] == []

    def test_no_line_on_the_screen(self, company: Company) -> None:
        company.policy(letter("een", 5)).listed(self.LIST)
        assert "Advies" not in company.try_run("2026-03-10").out


def test_the_sheet_is_never_read_as_the_list_nor_as_the_users_own_work(company: Company) -> None:
    company.policy(letter("een", 5)).listed(TestFirstRound.LIST).run("2026-03-10")
    again = company.run("2026-03-17")
    assert "LAST_OUTPUT_OWN_WORK" not in again.codes
    from_output = company.run("2026-03-24", "--in-place", file=company.output)
    assert [item["invoice"] for item in from_output.json["items"]] == ["F1"]
    assert len(company.sheet("Advies")) == 1
    assert tuple(company.sheet("Advies")[0]) == ADVICE_HEADERS
