"""The article on four steps: remind with the invoice, phone and confirm, remind again, hand over.

| advice of the article                          | where it is seen                               |
|------------------------------------------------|------------------------------------------------|
| send the invoice again with the reminder       | copy beside the letter, named under it         |
| phone and ask; agree a day                     | Belijst with number and script                 |
| put what was agreed in writing                 | letter ``bevestiging_afspraak`` of the same day |
| follow it up                                   | broken promise on top of the Belijst           |
| the second reminder names the final date       | a working day, and the agency after it         |
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.articles.walk import Walk, walk

POLICY = "vier-stappen"


class Story:
    """The bakery promises half on the phone, and pays nothing."""

    def __init__(self, company: Walk) -> None:
        self.reminder = company.on("2026-03-03")
        self.phone = company.on("2026-03-18")
        company.types(
            Uitkomst="toezegging",
            Datum_afspraak=date(2026, 3, 25),
            Bedrag=500,
            Notitie="wacht zelf op geld",
            Door="Marit",
        )
        self.agreed = company.on("2026-03-19")
        self.promised_day = company.on("2026-03-25")
        self.broken = company.on("2026-03-26")
        company.log("call", "--outcome", "voicemail", day="2026-03-26")
        self.agency = company.on("2026-04-08")
        self.dossier = company.handover("2026-04-08", "--name", "Incasso Delta")
        self.after = company.on("2026-06-15")


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    return Story(walk(tmp_path_factory.mktemp("company"), POLICY))


def test_step_1_the_reminder_brings_the_invoice_along_once_more(story: Story) -> None:
    letter = story.reminder.letter
    assert (letter.title, letter.pay_by) == (
        *("Betalingsherinnering met factuur", date(2026, 3, 17)),
    )
    assert letter.copies == ["2026-0101.pdf"]
    assert letter.says("Bijlage: kopie van factuur 2026-0101", "dan bellen wij u hierover.")
    assert "incasso" not in letter.text


def test_step_2_the_belijst_tells_whom_to_ring_and_what_to_say(story: Story) -> None:
    assert story.phone.sees() == (
        "Betalingsherinnering met factuur",
        "Bellen",
        "18-03-2026",
        "Aan de beurt sinds 18-03-2026: Bellen en de afspraak schriftelijk bevestigen.",
    )
    row = story.phone.call
    assert (row["Telefoon"], row["Contactpersoon"], row["Openstaand"]) == (
        *("030 123 45 67", "mevrouw A. Jansen", 1210),
    )
    assert story.phone.script == [
        "Goedendag, u spreekt met Groothandel Eigen BV; kan ik mevrouw A. Jansen spreken?",
        "Ik bel over factuur 2026-0101, waarvan € 1.210,00 openstaat; die moest op 02-03-2026 "
        "betaald zijn, nu 16 dagen geleden. Op 03-03-2026 stuurden wij u daarover een "
        "betalingsherinnering.",
        "Is de factuur bij u in orde, of is er een reden dat zij nog niet is betaald? Op welke dag "
        "kunt u betalen, en welk bedrag mag ik noteren?",
        "Lukt het niet in één keer, dan kunnen wij betalen in termijnen bespreken.",
        "Dank u wel, en nog een prettige dag.",
    ]
    assert story.phone.letters == ()


def test_what_was_agreed_on_the_phone_is_put_in_writing_by_the_next_run(story: Story) -> None:
    letter = story.agreed.letter
    assert (letter.title, letter.pay_by) == ("Bevestiging van de afspraak", date(2026, 3, 25))
    assert letter.says(
        "Op 18 maart 2026 hebben wij met u een afspraak gemaakt",
        "U betaalt € 500,00, zodat wij het bedrag uiterlijk op 25 maart 2026 hebben ontvangen. Tot "
        "en met die dag krijgt u hierover geen herinnering van ons.",
        "De overige € 710,00 blijft u verschuldigd; daarover hoort u later van ons.",
        "Dan vervalt de afspraak en gaan onze herinneringen verder",
    )
    stage, action, since, why = story.agreed.sees()
    assert (stage, action, since) == (
        "Bellen en de afspraak schriftelijk bevestigen",
        "Toezegging afwachten",
        "26-03-2026",
    )
    assert why.startswith("Betaaltoezegging van 18-03-2026, tot en met 25-03-2026.")


def test_the_promise_stands_in_the_calendar_and_nothing_is_done_until_its_day(
    story: Story,
) -> None:
    (term,) = story.promised_day.terms
    assert (term["Soort"], term["Bedrag"], term["Stand"]) == ("toezegging", 500, "loopt")
    assert (story.promised_day.letters, story.promised_day.calls) == ((), ())


def test_a_broken_promise_is_on_the_belijst_the_morning_after(story: Story) -> None:
    (term,) = story.broken.terms
    assert term["Stand"] == "niet nagekomen"
    text = "\n".join(story.broken.script)
    assert text.startswith(
        "De toezegging van 18-03-2026 om uiterlijk 25-03-2026 € 500,00 te betalen, is niet "
        "nagekomen. Er is niets binnengekomen. Bel vandaag nog,"
    )
    assert "Is er iets tussengekomen?" in text


def test_step_3_the_second_reminder_names_the_final_date_and_what_comes_after(
    story: Story,
) -> None:
    letter = story.broken.letter
    # Eight days from Thursday 26 March is Good Friday, which the Dutch act on terms counts among
    # the holidays; then comes the weekend, then Easter Monday.
    assert letter.title == "Tweede herinnering met uiterste datum"
    assert letter.pay_by == date(2026, 4, 7)
    assert letter.says(
        "zodat wij het uiterlijk op 7 april 2026 hebben ontvangen.",
        "dan geven wij de vordering uit handen aan een incassobureau.",
        "NL91 ABNA 0417 1643 00",
        "debiteur 1, factuur 2026-0101",
    )


def test_step_4_the_agency_gets_the_promise_and_the_letters_in_one_dossier(story: Story) -> None:
    assert story.agency.sees()[1:3] == ("Overdragen", "08-04-2026")
    assert story.dossier.stages == {"2026-0101": "incassobureau"}
    assert story.dossier.codes == []
    files = " ".join(story.dossier.files)
    for part in ("Betalingsherinnering", "Bevestiging", "Tweede herinnering", "2026-0101.pdf"):
        assert part in files
    assert story.after.letters == ()


def test_the_log_tells_the_whole_story(story: Story) -> None:
    assert story.after.logbook == (
        ("03-03-2026", "brief", "herinnering", "herinnering"),
        ("18-03-2026", "telefoon", "bellen", "toezegging"),
        ("19-03-2026", "brief", None, "bevestiging_afspraak"),
        ("26-03-2026", "brief", "tweede_herinnering", "tweede_herinnering"),
        ("26-03-2026", "telefoon", None, "voicemail"),
        ("08-04-2026", "overdracht", "incassobureau", None),
    )


def test_who_keeps_the_promise_hears_no_more(tmp_path: Path) -> None:
    company = walk(tmp_path, POLICY)
    company.on("2026-03-03")
    company.log("promise", "--stage", "bellen", "--until", "25-3-2026", day="2026-03-18")
    company.on("2026-03-18")
    company.open_is("0.00")
    kept = company.on("2026-03-26")
    (term,) = kept.terms
    assert (term["Stand"], kept.letters, kept.calls) == ("betaald", (), ())
    assert kept.sees()[1] == "Geen"


def test_a_call_that_nobody_made_does_not_hold_the_second_reminder_for_ever(
    tmp_path: Path,
) -> None:
    company = walk(tmp_path, POLICY)
    company.on("2026-03-03")
    company.on("2026-03-18")
    passed = company.on("2026-03-24")
    assert passed.ran.finding("CALL_PASSED_OVER")["message"].endswith(
        "“Bellen en de afspraak schriftelijk bevestigen” is overgeslagen, omdat het niet op tijd "
        "is vastgelegd of nu niet mag. De volgende stap gaat gewoon verder."
    )
    assert company.on("2026-03-31").letter.title == "Tweede herinnering met uiterste datum"
