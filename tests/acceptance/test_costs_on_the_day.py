"""Costs through the command line: on the very day they may be claimed, and not a day earlier.

Consumers and businesses, by post and by e-mail, in the Netherlands and in Belgium; every day
around the end of the term is run, as a user's script would.
"""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest

from tests.acceptance.books import reachable
from tests.acceptance.company import Company, Ran

DEBTORS = [
    reachable("1", Naam="Jan Post", Soort="consument"),
    {
        "Debiteurnummer": "2",
        "Naam": "Eva Mail",
        "E-mail": "eva@klant.example",
        "Soort": "consument",
    },
    reachable("3", Naam="Zaak BV"),
]
INVOICES = """
    Factuurnummer | Debiteurnummer | Factuurdatum | Vervaldatum | Bedrag | Openstaand | Omschrijving
    P1            | 1              | 2026-08-31   | 2026-10-01  | 500.00 | 500.00     | Fiets
    P2            | 1              | 2026-08-31   | 2026-10-01  | 300.00 | 300.00     | Slot
    M1            | 2              | 2026-08-31   | 2026-10-01  | 500.00 | 500.00     | Helm
    Z1            | 3              | 2026-08-31   | 2026-10-01  | 500.00 | 500.00     | Fietsen
"""


def listed(company: Company, country: str, **settings: object) -> Company:
    company.settings = {
        **company.settings,
        "rechtsstelsel": country,
        "kvk": "0403.170.701" if country == "be" else "12345678",
        "'termijn afgesproken'": "ja",
        **settings,
    }
    return company.listed(INVOICES, Debiteuren=DEBTORS)


def costs(ran: Ran) -> dict[str, str]:
    """Invoice to its costs, as far as there are any."""
    return {own["invoice"]: own["costs"] for own in ran.json["items"] if own["costs"] != "0.00"}


def walked(company: Company, first: str, last: str) -> dict[str, dict[str, str]]:
    """Run on every day from first to last, inclusive: only the days on which the costs change."""
    seen: dict[str, dict[str, str]] = {}
    day = date.fromisoformat(first)
    while day <= date.fromisoformat(last):
        ran = company.run(day.isoformat())
        adds_up(ran)
        now = costs(ran)
        if not seen or now != list(seen.values())[-1]:
            seen[day.isoformat()] = now
        day += timedelta(days=1)
    return seen


def adds_up(ran: Ran) -> None:
    """Every total is the sum of what is printed beside it, in the list and in the letters."""
    for own in ran.json["items"]:
        parts = Decimal(own["open"]) + Decimal(own["interest"]) + Decimal(own["costs"])
        assert Decimal(own["total"]) == parts
    for own in ran.letters:
        parts = Decimal(own["principal"]) + Decimal(own["interest"]) + Decimal(own["costs"])
        assert Decimal(own["total"]) == parts


def letter(ran: Ran, debtor: str) -> dict[str, str]:
    (found,) = (own for own in ran.letters if own["debtor"] == debtor)
    return {name: found[name] for name in ("stage", "costs", "announced_costs", "total", "pay_by")}


def test_the_netherlands_day_by_day(company: Company) -> None:
    listed(company, "nl").run("2026-10-05")

    announced = company.run("2026-10-21")

    assert letter(announced, "1") == {
        "stage": "veertiendagenbrief",
        "costs": "0.00",
        "announced_costs": "120.00",  # 15 % over 500 + 300 together
        "total": "800.00",
        "pay_by": "2026-11-09",
    }
    assert letter(announced, "2")["announced_costs"] == "75.00"
    business = {"Z1": "75.00"}  # the scale, since the reminder
    assert walked(company, "2026-11-03", "2026-11-12") == {
        "2026-11-03": business,
        # by e-mail: the day itself, fourteen days to Wednesday 4 November
        "2026-11-05": business | {"M1": "75.00"},
        # by post: delivered on Saturday 24 October, the third delivery day; day fourteen is
        # Saturday 7 November, which moves to Monday 9
        "2026-11-10": business | {"M1": "75.00", "P1": "75.00", "P2": "45.00"},
    }
    sommatie = [row for row in company.logged() if row["Fase"] == "sommatie"]
    assert {row["Factuurnummer"]: row["Datum"].date().isoformat() for row in sommatie} == {
        "M1": "2026-11-06",  # the term and a day for payments that are under way
        "P1": "2026-11-11",
        "P2": "2026-11-11",
        "Z1": "2026-11-06",
    }


def test_the_sommatie_claims_what_was_announced_and_the_interest_to_the_day(
    company: Company,
) -> None:
    listed(company, "nl").run("2026-10-05")
    company.run("2026-10-21")
    found = letter(company.run("2026-11-11"), "1")
    assert (found["stage"], found["costs"]) == ("sommatie", "120.00")
    assert found["total"] == "923.60"  # 41 days at 4 %: 2.25 over 500 and 1.35 over 300


@pytest.mark.parametrize(
    ("paid", "open_now", "charged"),
    [
        # in time: 15 % over what is left of both invoices
        ("2026-11-09", "100.00", {"P1": "15.00", "P2": "45.00"}),
        # a day late: over all that was open when the term ended
        ("2026-11-10", "100.00", {"P1": "30.00", "P2": "90.00"}),
    ],
)
def test_a_payment_within_the_term_lowers_the_costs(
    company: Company, paid: str, open_now: str, charged: dict[str, str]
) -> None:
    listed(company, "nl").run("2026-10-05")
    company.run("2026-10-21")
    company.log("payment", "--invoice", "P1", "--amount", "400", day=paid)
    company.listed(
        INVOICES.replace("500.00 | 500.00     | Fiets\n", f"500.00 | {open_now}     | Fiets\n"),
        Debiteuren=DEBTORS,
    )
    found = costs(company.run("2026-11-10"))
    assert {invoice: found[invoice] for invoice in charged} == charged


def test_belgium_day_by_day(company: Company) -> None:
    listed(company, "be", **{"'schadebeding afgesproken'": "ja", "rente": "8"})

    announced = company.run("2026-11-02")

    # the third working day, Thursday 5, is day one; by e-mail the day after sending
    assert letter(announced, "1")["pay_by"] == "2026-11-18"
    assert letter(announced, "2")["pay_by"] == "2026-11-16"
    assert letter(announced, "1")["total"] == "800.00"
    business = {"Z1": "40.00"}
    assert walked(company, "2026-11-15", "2026-11-20") == {
        "2026-11-15": business,
        "2026-11-17": business | {"M1": "65.00"},  # 30 + 10 % of (500 - 150)
        # over 800 together 65 + 5 % of 300
        "2026-11-19": business | {"M1": "65.00", "P1": "50.00", "P2": "30.00"},
    }
    interest = {own["invoice"]: own["interest"] for own in company.run("2026-11-20").json["items"]}
    # agreed at 8 %: not from the due date but after the waiting period (art. XIX.4 WER)
    assert (interest["P1"], interest["M1"]) == ("0.22", "0.44")


@pytest.mark.parametrize("country", ["nl", "be"])
def test_a_round_that_was_taken_back_gives_no_costs(company: Company, country: str) -> None:
    listed(company, country, **{"'schadebeding afgesproken'": "ja"})
    if country == "nl":
        company.run("2026-10-05")
    company.run("2026-10-26")
    company.undo()
    assert set(costs(company.run("2026-12-21", "--dry-run"))) <= {"Z1"}


def test_letters_known_from_the_list_alone_give_no_costs(tmp_path: Path) -> None:
    company = Company(folder=tmp_path)
    company.listed(
        """
        Factuurnummer|Debiteurnummer | Vervaldatum | Openstaand | Aanmaningen | Laatste herinnering
        P1 | 1 | 2026-08-01 | 500.00 | 2 | 2026-09-01
        """,
        Debiteuren=DEBTORS,
    )
    ran = company.run("2026-11-02")
    assert costs(ran) == {}
    assert "TERM_LETTER_IMPORTED" in ran.codes
