"""The article on aanmaning and sommatie: three letters, each firmer, and a last chance.

| advice of the article                              | where it is seen                          |
|----------------------------------------------------|-------------------------------------------|
| friendly first, firmer later                       | the three letters: their words and greeting |
| the sommatie is the last chance without extra costs | letter ``sommatie``, nothing charged      |
| announce the agency only when you mean it          | only in the letter before the handover    |
| then hand over                                     | Belijst, dossier, no letter after it      |
"""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.acceptance.handing_over import Dossier
from tests.articles.walk import Day, Walk, walk

POLICY = "aanmaning-sommatie"
AGENCY = "incassobureau"
COSTS = "extra kosten"


class Story:
    """An invoice due on 2 March that nobody ever pays; the bakery never answers."""

    def __init__(self, company: Walk) -> None:
        self.due = company.on("2026-03-02")
        self.reminder = company.on("2026-03-04")
        self.waiting = company.on("2026-03-18")
        self.demand = company.on("2026-03-19")
        self.summons = company.on("2026-03-30")
        self.agency = company.on("2026-04-08")
        self.dossier: Dossier = company.handover("2026-04-08", "--name", "Incasso Delta")
        self.after = company.on("2026-06-15")
        self.days: tuple[Day, ...] = (
            *(self.due, self.reminder, self.waiting, self.demand),
            *(self.summons, self.agency, self.after),
        )


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    return Story(walk(tmp_path_factory.mktemp("company"), POLICY))


def test_on_the_due_date_nothing_happens_yet(story: Story) -> None:
    assert story.due.sees() == (
        *(None, "Geen", "04-03-2026", "Nog niet vervallen; de vervaldatum is 02-03-2026."),
    )
    assert (story.due.letters, story.due.calls) == ((), ())


def test_two_days_later_the_reminder_is_friendly_and_makes_paying_easy(story: Story) -> None:
    assert story.reminder.sees() == (
        "Betalingsherinnering",
        "Brief versturen",
        "04-03-2026",
        "Betalingsherinnering gemaakt op 04-03-2026; betalen uiterlijk 18-03-2026.",
    )
    letter = story.reminder.letter
    assert (letter.title, letter.pay_by) == ("Betalingsherinnering", date(2026, 3, 18))
    assert letter.says(
        "Geachte mevrouw Jansen,",
        "Misschien is het aan uw aandacht ontsnapt",
        "Wilt u het bedrag van € 1.210,00 uiterlijk op 18 maart 2026 aan ons overmaken?",
        "NL91 ABNA 0417 1643 00",
        "debiteur 1, factuur 2026-0101",
        "Scan met uw bankapp",
        "dan sturen wij u een aanmaning.",
        "Dan zoeken wij samen met u naar een oplossing.",
        "Met vriendelijke groet,",
    )


def test_until_the_day_in_the_letter_has_passed_the_program_waits(story: Story) -> None:
    stage, action, since, why = story.waiting.sees()
    assert (stage, action, since) == ("Betalingsherinnering", "Afwachten", "19-03-2026")
    assert why == (
        "Wacht tot 19-03-2026: dan is de factuur oud genoeg voor Aanmaning (vervaldatum "
        "02-03-2026)."
    )
    assert story.waiting.letters == ()


def test_the_aanmaning_is_firm_and_names_what_comes_next(story: Story) -> None:
    letter = story.demand.letter
    assert (letter.title, letter.pay_by) == ("Aanmaning", date(2026, 3, 27))
    assert letter.says(
        "Op 4 maart 2026 hebben wij u hierover bericht gestuurd. Desondanks is",
        "Wij manen u daarom aan het bedrag van € 1.210,00 te betalen.",
        "Het moet uiterlijk op 27 maart 2026 op onze rekening staan.",
        "dan sturen wij u een sommatie.",
    )


def test_the_sommatie_is_the_last_chance_without_extra_costs(story: Story) -> None:
    letter = story.summons.letter
    # Seven days from Monday 30 March is Easter Monday: the letter names the day after it.
    assert (letter.title, letter.pay_by) == ("Sommatie", date(2026, 4, 7))
    assert letter.says(
        "Wij sommeren u het bedrag van € 1.210,00 te betalen, zodat het uiterlijk op 7 april 2026 "
        "op onze rekening staat.",
        "Dit is uw laatste kans om zonder extra kosten te betalen.",
        "dan geven wij de vordering uit handen aan een incassobureau.",
        "Hoogachtend,",
    )
    (made,) = story.summons.ran.letters
    assert made["total"] == "1210.00"


def test_costs_and_agency_are_named_in_the_last_letter_only(story: Story) -> None:
    letters = [story.reminder.letter, story.demand.letter, story.summons.letter]
    assert [AGENCY in letter.text for letter in letters] == [False, False, True]
    assert [COSTS in letter.text for letter in letters] == [False, False, True]


def test_the_day_after_its_term_the_handover_stands_on_the_list(story: Story) -> None:
    assert story.agency.letters == ()
    assert story.agency.sees() == (
        "Sommatie",
        "Overdragen",
        "08-04-2026",
        "Aan de beurt sinds 08-04-2026: Overdracht aan incassobureau.",
    )
    row = story.agency.call
    assert (row["Actie"], row["Naam"], row["Openstaand"]) == (
        *("Overdragen", "Bakkerij De Korenaar BV", 1210),
    )


def test_the_dossier_holds_all_three_letters_and_the_invoice(story: Story) -> None:
    assert story.dossier.stages == {"2026-0101": AGENCY}
    files = " ".join(story.dossier.files)
    for part in ("Betalingsherinnering", "Aanmaning", "Sommatie", "2026-0101.pdf", "voorwaarden"):
        assert part in files
    assert story.dossier.codes == []


def test_once_handed_over_there_are_no_more_letters(story: Story) -> None:
    assert (story.after.letters, story.after.calls) == ((), ())
    stage, action, _, why = story.after.sees()
    assert (stage, action) == ("Overdracht aan incassobureau", "Beslissen")
    assert why == (
        "De laatste stap “Overdracht aan incassobureau” is gezet op 08-04-2026. Hierna volgt er "
        "geen stap meer; u beslist hoe het verder gaat."
    )


def test_the_log_tells_the_whole_story(story: Story) -> None:
    assert story.after.logbook == (
        ("04-03-2026", "brief", "herinnering", "herinnering"),
        ("19-03-2026", "brief", "aanmaning", "aanmaning"),
        ("30-03-2026", "brief", "sommatie", "sommatie"),
        ("08-04-2026", "overdracht", AGENCY, None),
    )


def test_between_the_three_steps_no_letter_goes_out(story: Story) -> None:
    assert [len(day.letters) for day in story.days] == [0, 1, 0, 1, 1, 0, 0]


def test_who_pays_after_the_reminder_hears_no_more(tmp_path: Path) -> None:
    company = walk(tmp_path, POLICY)
    company.on("2026-03-04")
    company.open_is("0.00")
    paid = company.on("2026-03-19")
    assert (paid.letters, paid.sees()[1]) == ((), "Geen")
    assert paid.sees()[3] == "Betaald: er staat niets meer open."
