"""All that the five articles advise together (design, section 1): each advice seen once.

The stories of the five files beside this one tell it in full; here stands the list.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta

import pytest

from tests.acceptance.company import cli
from tests.articles.walk import BAKERY, OLDEST, Bill, Day, Letter, walk

YOUNGER = Bill(number="2026-0102", invoiced_on="2026-02-07", due_on="2026-03-09", amount="300.00")


@dataclass(frozen=True, slots=True, kw_only=True)
class FourSteps:
    """The policy of four steps: reminder, call, promise, second reminder, agency."""

    early: Day
    reminder: Day
    call: Day
    again: Day
    agreed: Day
    second: Day
    agency: Day
    dossier: dict[str, str | None]
    terms: Letter


@pytest.fixture(scope="module")
def steps(tmp_path_factory: pytest.TempPathFactory) -> FourSteps:
    company = walk(tmp_path_factory.mktemp("steps"), "vier-stappen")
    early, reminder, call = (company.on(f"2026-03-{day}") for day in ("02", "03", "18"))
    company.types(Uitkomst="niet bereikt")
    again = company.on("2026-03-19")
    company.types(Uitkomst="toezegging", Datum_afspraak=date(2026, 3, 26))
    agreed, second = company.on("2026-03-20"), company.on("2026-03-27")
    agency = company.on("2026-04-08")
    return FourSteps(
        early=early,
        reminder=reminder,
        call=call,
        again=again,
        agreed=agreed,
        second=second,
        agency=agency,
        dossier=company.handover("2026-04-08", "--name", "Incasso Delta").stages,
        terms=company.by_hand("betalingsvoorwaarden", "2026-04-09"),
    )


def test_01_watch_the_due_dates(steps: FourSteps) -> None:
    days = [day.rows[OLDEST.number]["Dagen te laat"] for day in (steps.early, steps.reminder)]
    assert days == [0, 1]


def test_02_remind_at_once(steps: FourSteps) -> None:
    assert [len(day.letters) for day in (steps.early, steps.reminder)] == [0, 1]


def test_03_friendly_first_and_firmer_later(steps: FourSteps) -> None:
    assert steps.reminder.letter.says("Misschien is het aan uw aandacht ontsnapt")
    assert steps.second.letter.says("staat de volgende factuur helaas nog steeds open")


def test_04_send_the_invoice_again(steps: FourSteps) -> None:
    assert steps.reminder.letter.copies == ["2026-0101.pdf"]


def test_05_name_a_final_date_and_let_it_be_a_working_day(steps: FourSteps) -> None:
    # Eight days after Friday 27 March is the Saturday before Easter.
    assert steps.second.letter.pay_by == date(2026, 4, 7)
    assert steps.second.letter.says("uiterlijk op 7 april 2026")


def test_06_phone_and_ask_why(steps: FourSteps) -> None:
    assert steps.call.call["Telefoon"] == "030 123 45 67"
    assert "is er een reden dat zij nog niet is betaald?" in steps.call.script[2]


def test_07_call_back_the_next_day_at_another_time(steps: FourSteps) -> None:
    moments = [day.call["Wanneer bellen"] for day in (steps.call, steps.again)]
    assert moments == ["'s ochtends", "'s middags"]


def test_08_stay_friendly(steps: FourSteps) -> None:
    assert steps.again.script[-1] == "Dank u wel, en nog een prettige dag."


def test_09_agree_a_day_to_pay_and_put_it_in_writing(steps: FourSteps) -> None:
    assert steps.agreed.sees()[1] == "Toezegging afwachten"
    assert steps.agreed.letter.title == "Bevestiging van de afspraak"


def test_10_agree_instalments_or_settle(tmp_path_factory: pytest.TempPathFactory) -> None:
    company = walk(tmp_path_factory.mktemp("agreed"), "onderhandelen", YOUNGER)
    a, b = ("--invoice", OLDEST.number), ("--invoice", YOUNGER.number)
    company.log("plan", *a, "--instalments", "2 x 605 per maand vanaf 1-4-2026", day="2026-03-16")
    company.log("settlement", *b, "--amount", "250", "--until", "31-3-2026", day="2026-03-16")
    day = company.on("2026-03-16")
    assert {letter.title for letter in day.letters} == {
        *("Bevestiging betalingsregeling", "Schikkingsvoorstel"),
    }
    assert [(term["Soort"], term["Bedrag"]) for term in day.terms] == [
        ("schikking", 250),
        ("termijn 1 van 2", 605),
        ("termijn 2 van 2", 605),
    ]


def test_11_a_later_due_date_is_agreed_as_a_promise_without_an_amount(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    company = walk(tmp_path_factory.mktemp("later"), "onderhandelen")
    company.log("promise", "--until", "30-4-2026", day="2026-03-16")
    day = company.on("2026-03-16")
    assert day.letter.says("uiterlijk op 30 april 2026")


def test_12_stop_the_service_by_rule_and_tell_so_first(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    company = walk(tmp_path_factory.mktemp("stop"), "volhardend", YOUNGER)
    assert "Aankondiging opschorting" in {
        letter.title for letter in company.on("2026-03-12").letters
    }


def test_13_announce_the_agency_only_when_it_comes_next(steps: FourSteps) -> None:
    told = ["incassobureau" in day.letter.text for day in (steps.reminder, steps.second)]
    assert told == [False, True]


def test_14_hand_over_to_the_agency(steps: FourSteps) -> None:
    assert steps.agency.sees()[1] == "Overdragen"
    assert steps.dossier == {"2026-0101": "incassobureau"}


def test_15_tell_customers_what_late_payment_costs(steps: FourSteps) -> None:
    assert steps.terms.says("Een voorbeeld.", "30 dagen te laat betaald")


def test_15b_an_invoice_must_be_clear_itself(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    odd = Bill(number="2026-0103", invoiced_on="2026-03-31", due_on="2026-03-02")
    company = walk(tmp_path_factory.mktemp("clear"), "stappenplan", odd)
    (finding,) = company.on("2026-03-03").ran.json["findings"]
    assert (finding["sheet"], finding["row"]) == ("Facturen", 3)
    assert "de vervaldatum 02-03-2026 ligt vóór de factuurdatum 31-03-2026" in finding["message"]


def test_16_make_paying_easy(steps: FourSteps) -> None:
    for day in (steps.reminder, steps.agreed, steps.second):
        assert day.letter.says(
            "NL91 ABNA 0417 1643 00", "debiteur 1, factuur 2026-0101", "Scan met uw bankapp"
        )


def test_17_know_who_pays_late_and_who_should_get_shorter_terms(
    tmp_path_factory: pytest.TempPathFactory,
) -> None:
    start = date(2025, 9, 1)
    bills = [
        Bill(
            number=f"2025-000{number}",
            invoiced_on=str(start + timedelta(weeks=4 * number - 4)),
            due_on=str(start + timedelta(weeks=4 * number)),
        )
        for number in range(6)
    ]
    company = walk(tmp_path_factory.mktemp("late"), "stappenplan", *bills)
    for bill in bills:  # each is seen open a day late, and is gone five weeks later
        company.on(str(date.fromisoformat(bill.due_on) + timedelta(days=1)))
        company.on(str(date.fromisoformat(bill.due_on) + timedelta(days=27)))
        company.open_is("0.00", bill.number)
    company.on("2026-03-03")
    advice = company.company.sheet("Advies")
    (told,) = (row for row in advice if row["Naam"] == BAKERY["Naam"])
    assert told["Score"] > 30
    assert "te laat" in told["Waarom"]
    assert told["Betalingstermijn"]
    assert told["Advies"]  # the step with the best chance, never past the policy


def test_18_a_fixed_policy_is_read_on_one_page() -> None:
    page = cli("policies", "vier-stappen").out
    assert "Bron: Artikel over vier stappen bij een klant die niet betaalt" in page
    assert "1. Betalingsherinnering met factuur (brief): 1 dag na de vervaldatum" in page
    assert "4. Overdracht aan incassobureau (overdragen)" in page
