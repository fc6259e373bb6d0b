"""The article on keeping at it: often and friendly, withdraw the service, settle, then demand.

| advice of the article                          | where it is seen                                |
|------------------------------------------------|-------------------------------------------------|
| phone on the due date, call back the next day  | two calls before the first letter               |
| then write, and ring about what you wrote      | short reminder, call ``nabellen``               |
| withdraw services by lateness, value and later | letters ``opschorting_aankondiging``,           |
| unpaid invoices; tell so first                 | ``opschorting``, ``hervatting``                 |
| offer a plan or a settlement                   | letter ``schikkingsvoorstel``, sheet Termijnen  |
| demand formally, and then go to court          | sommatie that names the court, ``rechter``      |
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.articles.walk import OLDEST, Bill, Walk, walk

POLICY = "volhardend"
YOUNGER = Bill(number="2026-0102", invoiced_on="2026-02-07", due_on="2026-03-09", amount="300.00")
A, B = ("--invoice", OLDEST.number), ("--invoice", YOUNGER.number)


def to_the_call_about_the_reminder(company: Walk) -> None:
    """The first nine days: nobody answers, then she is reached, but nothing is paid."""
    company.on("2026-03-02")
    company.types(Uitkomst="niet bereikt")
    company.on("2026-03-03")
    company.types(Uitkomst="bereikt", Notitie="betaling volgt")
    company.on("2026-03-04")
    company.on("2026-03-10")
    company.log("call", "--outcome", "reached", "--stage", "nabellen", *A, day="2026-03-10")


class Story:
    """Two invoices; the bakery settles the oldest, breaks that too, and is taken to court."""

    def __init__(self, company: Walk) -> None:
        self.due_day = company.on("2026-03-02")
        company.types(Uitkomst="niet bereikt")
        self.next_day = company.on("2026-03-03")
        company.types(Uitkomst="bereikt", Notitie="betaling volgt")
        self.reminder = company.on("2026-03-04")
        self.about_it = company.on("2026-03-10")
        company.log("call", "--outcome", "reached", "--stage", "nabellen", *A, day="2026-03-10")
        self.announced = company.on("2026-03-12")
        self.waiting = company.on("2026-03-17")
        self.withdraw = company.on("2026-03-18")
        company.log("suspension", "--stage", "opschorten", *A, day="2026-03-18")
        self.withdrawn = company.on("2026-03-19")
        company.open_is("0.00", YOUNGER.number)
        company.log(
            *("settlement", "--stage", "regeling", *A, "--amount", "1000", "--until", "31-3-2026"),
            day="2026-03-23",
        )
        self.settled = company.on("2026-03-24")
        self.broken = company.on("2026-04-01")
        self.demand = company.on("2026-04-08")
        self.court = company.on("2026-04-29")
        self.dossier = company.handover("2026-04-29", "--to", "lawyer", "--name", "Mr. A. Smit")
        self.after = company.on("2026-07-15")


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    return Story(walk(tmp_path_factory.mktemp("company"), POLICY, YOUNGER))


def test_the_phone_rings_on_the_due_date_and_nobody_is_called_late(story: Story) -> None:
    assert story.due_day.sees()[1:] == (
        *("Bellen", "02-03-2026", "Aan de beurt sinds 02-03-2026: Bellen op de vervaldatum."),
    )
    assert story.due_day.script[1:3] == [
        "Ik bel over factuur 2026-0101, waarvan € 1.210,00 openstaat; vandaag is de uiterste "
        "betaaldatum.",
        "Is de betaling al ingepland, of is er nog iets onduidelijk? Op welke dag kunt u betalen, "
        "en welk bedrag mag ik noteren?",
    ]


def test_who_did_not_answer_is_called_back_the_next_day(story: Story) -> None:
    assert story.next_day.sees()[3] == (
        "Aan de beurt sinds 03-03-2026: De volgende dag terugbellen."
    )
    assert "Ik heb u al eens proberen te bellen" in story.next_day.script[1]


def test_then_comes_a_short_reminder_and_a_call_about_it(story: Story) -> None:
    letter = story.reminder.letter
    # Three days from Wednesday 4 March is a Saturday: the letter names the Monday.
    assert (letter.title, letter.pay_by) == (
        *("Herinnering per e-mail of brief", date(2026, 3, 9)),
    )
    assert letter.says("dan bellen wij u hierover.")
    assert story.about_it.sees()[1:3] == ("Bellen", "10-03-2026")


def test_the_withdrawal_is_announced_when_late_enough_large_enough_and_more_is_unpaid(
    story: Story,
) -> None:
    letter = story.announced.letter
    assert (letter.title, letter.pay_by) == ("Aankondiging opschorting", date(2026, 3, 17))
    assert letter.says(
        "Wilt u het bedrag van € 1.510,00 betalen, zodat wij het uiterlijk op 17 maart 2026 hebben "
        "ontvangen?",
        "dan schorten wij vanaf 18 maart 2026 onze leveringen, werkzaamheden en diensten aan u op.",
        "Reageer wel vóór 17 maart 2026, dan kunnen wij opschorting samen voorkomen.",
    )
    assert story.waiting.sees()[1:] == (
        "Afwachten",
        "18-03-2026",
        "Wacht tot 18-03-2026: de laatste brief noemt 17-03-2026 als uiterste betaaldatum; daarna "
        "volgt Diensten opschorten.",
    )


def test_only_after_that_day_the_service_stops_and_the_debtor_reads_so(story: Story) -> None:
    assert story.withdraw.sees()[1] == "Levering opschorten"
    assert "Levering opschorten" in [row["Actie"] for row in story.withdraw.calls]
    (letter,) = (letter for letter in story.withdrawn.letters if letter.title == "Opschorting")
    assert letter.says("Met ingang van 18 maart 2026 hebben wij onze leveringen")


def test_a_settlement_is_put_in_writing_with_its_final_date(story: Story) -> None:
    letter = story.settled.letter
    assert (letter.title, letter.pay_by) == ("Schikkingsvoorstel", date(2026, 3, 31))
    assert letter.says("€ 1.000,00", "31 maart 2026")
    (term,) = story.settled.terms
    assert (term["Soort"], term["Bedrag"], term["Stand"]) == ("schikking", 1000, "loopt")


def test_a_settlement_that_is_not_kept_revives_the_whole_claim(story: Story) -> None:
    (term,) = story.broken.terms
    assert term["Stand"] == "niet nagekomen"
    text = "\n".join("\n".join(str(row["Belscript"]).splitlines()) for row in story.broken.calls)
    assert "De hele vordering geldt weer." in text


def test_the_formal_demand_asks_for_all_and_names_the_court(story: Story) -> None:
    letters = [*story.broken.letters, *story.demand.letters]
    (letter,) = letters
    assert letter.title == "Formele sommatie"
    assert letter.says("€ 1.210,00", "dan leggen wij de zaak voor aan de rechter.")
    for day in (story.reminder, story.announced):
        assert "rechter" not in day.letter.text


def test_at_the_end_a_lawyer_gets_the_dossier(story: Story) -> None:
    assert story.court.sees()[1] == "Juridische stappen"
    assert story.dossier.stages == {"2026-0101": "rechter"}
    assert (story.after.letters, story.after.sees()[0]) == ((), "Juridische stappen")


def test_with_no_younger_invoice_unpaid_the_withdrawal_is_passed_over(tmp_path: Path) -> None:
    company = walk(tmp_path, POLICY)
    to_the_call_about_the_reminder(company)
    assert company.on("2026-03-12").letters == ()
    passed = company.on("2026-03-16")
    assert (passed.letters, passed.sees()[3]) == (
        (),
        "“Diensten opschorten” is op 16-03-2026 overgeslagen: aan de regel voor opschorten in het "
        "beleid is niet voldaan, of er is al opgeschort.",
    )
    later = company.on("2026-03-19")
    assert later.sees()[1] == "Regeling voorstellen"
    assert later.logbook[-1] == ("16-03-2026", "overgeslagen", "opschorten", None)


def test_when_everything_is_paid_the_service_is_resumed_in_writing(tmp_path: Path) -> None:
    company = walk(tmp_path, POLICY, YOUNGER)
    to_the_call_about_the_reminder(company)
    company.on("2026-03-12")
    company.log("suspension", "--stage", "opschorten", *A, day="2026-03-18")
    company.on("2026-03-18")
    for bill in (OLDEST, YOUNGER):
        company.open_is("0.00", bill.number)
    paid = company.on("2026-03-20")
    assert paid.call["Actie"] == "Levering hervatten"
    assert paid.script == [
        "Wat vervallen was, is betaald. Hervat wat sinds 18-03-2026 is opgeschort en leg dat vast.",
    ]
    company.log("resume", day="2026-03-20")
    resumed = company.on("2026-03-23")
    assert resumed.letter.title == "Hervatting"
