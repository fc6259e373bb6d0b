"""The article with a step plan: two reminders with the invoice, a call, the agency, the court.

| advice of the article                        | where it is seen                                |
|----------------------------------------------|-------------------------------------------------|
| send the invoice along, both times           | copies beside both letters                      |
| ask on the phone why it was not paid         | script of the Belijst; the answer in the log    |
| warn of the agency before it gets the case   | second reminder only                            |
| the court comes last                         | ``rechter`` a month later, dossier for a lawyer |
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.articles.walk import HOME_BAKER, Walk, walk

POLICY = "stappenplan"


class Story:
    """The bakery is reached, has no money, and says no more; nor does the agency get any."""

    def __init__(self, company: Walk) -> None:
        self.reminder = company.on("2026-03-03")
        self.phone = company.on("2026-03-18")
        company.types(Uitkomst="bereikt", Notitie="wacht op een grote klant", Door="Marit")
        self.called = company.on("2026-03-19")
        self.warning = company.on("2026-03-25")
        self.agency = company.on("2026-04-03")
        self.dossier = company.handover("2026-04-03", "--name", "Incasso Delta")
        self.at_agency = company.on("2026-04-20")
        self.court = company.on("2026-05-04")
        self.for_lawyer = company.handover("2026-05-04", "--to", "lawyer", "--name", "Mr. A. Smit")
        self.after = company.on("2026-07-15")


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    return Story(walk(tmp_path_factory.mktemp("company"), POLICY))


def test_both_reminders_bring_the_invoice_along(story: Story) -> None:
    for day in (story.reminder, story.warning):
        assert day.letter.copies == ["2026-0101.pdf"]
        assert day.letter.says(
            "Bijlage: kopie van factuur 2026-0101",
            "NL91 ABNA 0417 1643 00",
            "debiteur 1, factuur 2026-0101",
        )


def test_the_first_one_is_friendly_and_announces_a_call(story: Story) -> None:
    letter = story.reminder.letter
    assert letter.pay_by == date(2026, 3, 17)
    assert letter.says("Misschien is het aan uw aandacht ontsnapt", "dan bellen wij u hierover.")


def test_the_call_asks_for_the_reason_and_the_answer_is_kept(story: Story) -> None:
    assert story.phone.sees()[3] == (
        "Aan de beurt sinds 18-03-2026: Bellen en vragen waarom er niet is betaald."
    )
    assert "is er een reden dat zij nog niet is betaald?" in story.phone.script[2]
    assert story.called.sees() == (
        "Bellen en vragen waarom er niet is betaald",
        "Afwachten",
        "25-03-2026",
        "Wacht tot 25-03-2026: dan is de factuur oud genoeg voor Tweede herinnering met "
        "waarschuwing (vervaldatum 02-03-2026).",
    )


def test_the_second_one_warns_of_the_agency_that_really_comes_next(story: Story) -> None:
    letter = story.warning.letter
    assert (letter.title, letter.pay_by) == (
        *("Tweede herinnering met waarschuwing", date(2026, 4, 2)),
    )
    assert letter.says("dan geven wij de vordering uit handen aan een incassobureau.")
    assert "incassobureau" not in story.reminder.letter.text
    assert story.agency.sees() == (
        "Tweede herinnering met waarschuwing",
        "Overdragen",
        "03-04-2026",
        "Aan de beurt sinds 03-04-2026: Overdracht aan incassobureau.",
    )


def test_the_agency_reads_what_was_said_on_the_phone(story: Story) -> None:
    assert story.dossier.stages == {"2026-0101": "incassobureau"}
    (history,) = (name for name in story.dossier.files if "eschiedenis" in name)
    assert "wacht op een grote klant" in story.dossier.text(history)


def test_while_the_agency_works_we_send_nothing(story: Story) -> None:
    assert (story.at_agency.letters, story.at_agency.calls) == ((), ())
    assert story.at_agency.sees()[:3] == (
        *("Overdracht aan incassobureau", "Afwachten", "03-05-2026"),
    )


def test_a_month_later_the_court_is_what_is_left(story: Story) -> None:
    assert story.court.sees()[1:] == (
        *("Juridische stappen", "03-05-2026", "Aan de beurt sinds 03-05-2026: Juridische stappen."),
    )
    assert story.court.call["Actie"] == "Juridische stappen"
    assert story.for_lawyer.stages == {"2026-0101": "rechter"}
    assert (story.after.letters, story.after.calls) == ((), ())
    assert story.after.sees()[0] == "Juridische stappen"


def test_the_log_tells_the_whole_story(story: Story) -> None:
    assert story.after.logbook == (
        ("03-03-2026", "brief", "herinnering", "herinnering"),
        ("18-03-2026", "telefoon", "bellen", "bereikt"),
        ("25-03-2026", "brief", "tweede_herinnering", "tweede_herinnering"),
        ("03-04-2026", "overdracht", "incassobureau", None),
        ("04-05-2026", "juridisch", "rechter", None),
    )


def test_a_consumer_is_asked_in_other_words_and_never_for_costs(tmp_path: Path) -> None:
    company = walk(tmp_path, POLICY, debtor=HOME_BAKER)
    reminder = company.on("2026-03-03")
    assert reminder.letter.says("Piet Visser")
    phone = company.on("2026-03-18")
    assert phone.script[0].endswith("spreek ik met Piet Visser?")
    assert "Is er een reden dat het betalen nog niet is gelukt?" in phone.script[2]
    company.types(Uitkomst="bereikt")
    warning = company.on("2026-03-25")
    (made,) = warning.ran.letters
    assert made["total"] == "1210.00"
