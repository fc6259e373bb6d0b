"""The article on negotiating: remind at once, phone also after hours, propose terms, then demand.

| advice of the article                        | where it is seen                                 |
|----------------------------------------------|--------------------------------------------------|
| remind at once                               | letter on the first day after the due date       |
| try outside office hours as well             | column ``Wanneer bellen`` of the Belijst         |
| agree to instalments, and write them down    | letters ``regeling_voorstel``, ``_bevestiging``  |
| watch the instalments                        | sheet Termijnen, letter ``regeling_herinnering`` |
| the sommatie puts the debtor in default      | letter ``ingebrekestelling``                     |
| stop the work; announce it only if you mean it | letter ``opschorting``, never before the step   |
"""

from __future__ import annotations

from datetime import date

import pytest

from tests.articles.walk import Day, Walk, walk

POLICY = "onderhandelen"
TERMS = ("--instalments", "1210: 403,34 per 2 weken vanaf 25-3-2026")


class Story:
    """The bakery asks for a plan, agrees to one, and pays no instalment of it."""

    def __init__(self, company: Walk) -> None:
        self.reminder = company.on("2026-03-03")
        self.tries: list[Day] = []
        for day in ("2026-03-11", "2026-03-12"):
            self.tries.append(company.on(day))
            company.types(Uitkomst="niet bereikt")
        self.tries.append(company.on("2026-03-13"))
        company.types(Uitkomst="regeling gevraagd", Door="Marit")
        self.asked = company.on("2026-03-16")
        self.proposal = company.by_hand("regeling_voorstel", "2026-03-16", *TERMS)
        self.waiting = company.on("2026-03-17")
        company.log(
            *("plan", "--stage", "betalingsvoorstel", *TERMS, "--by", "Marit"), day="2026-03-18"
        )
        self.confirmed = company.on("2026-03-18")
        self.late = company.on("2026-03-26")
        self.broken = company.on("2026-04-03")
        self.default = company.on("2026-04-20")
        self.stop = company.on("2026-05-06")
        company.log("suspension", "--stage", "opschorten", day="2026-05-06")
        self.stopped = company.on("2026-05-07")
        # The letter about the suspension names 21 May: until then nobody is handed over.
        self.agency = company.on("2026-05-22")
        self.dossier = company.handover("2026-05-22", "--name", "Incasso Delta")
        self.after = company.on("2026-07-15")


@pytest.fixture(scope="module")
def story(tmp_path_factory: pytest.TempPathFactory) -> Story:
    return Story(walk(tmp_path_factory.mktemp("company"), POLICY))


def test_the_reminder_goes_out_the_day_after_the_due_date(story: Story) -> None:
    letter = story.reminder.letter
    assert (letter.title, letter.pay_by) == ("Betalingsherinnering", date(2026, 3, 10))
    assert letter.says("Misschien is het aan uw aandacht ontsnapt", "dan bellen wij u hierover.")


def test_who_does_not_answer_is_called_at_another_time_and_at_last_in_the_evening(
    story: Story,
) -> None:
    assert [day.call["Wanneer bellen"] for day in story.tries] == [
        *("'s ochtends", "'s middags", "na 18.00 uur"),
    ]
    assert "daarna heb ik u al eens proberen te bellen" in story.tries[2].script[1]


def test_the_call_asks_why_and_offers_terms(story: Story) -> None:
    _, _, question, offer, _ = story.tries[0].script
    assert question.startswith("Is de factuur bij u in orde, of is er een reden dat zij nog niet")
    assert offer == "Lukt het niet in één keer, dan kunnen wij betalen in termijnen bespreken."


def test_who_asks_for_a_plan_is_owed_a_proposal_and_gets_no_letter_meanwhile(story: Story) -> None:
    stage, action, since, why = story.asked.sees()
    assert (stage, action, since) == (
        *("Bellen, ook buiten kantooruren", "Regeling afwachten", "21-03-2026"),
    )
    assert why == (
        "De debiteur vroeg op 13-03-2026 om een betalingsregeling. Doe een voorstel; tot en met "
        "20-03-2026 komt er geen brief."
    )
    assert story.asked.call["Actie"] == "Regeling voorstellen"


def test_the_proposal_has_the_instalments_and_room_to_sign(story: Story) -> None:
    assert story.proposal.says(
        "Daarom stellen wij u voor om in termijnen te betalen.",
        "u betaalt in 3 termijnen",
        "€ 403,34",
        "€ 403,32",  # the last one takes the cents
        "Laat het ons uiterlijk op 23 maart 2026 weten",
        "Voor akkoord",
        "NL91 ABNA 0417 1643 00",
    )
    assert story.waiting.sees()[3] == (
        "Op 16-03-2026 hebben wij een betalingsregeling voorgesteld; de debiteur kan tot en met "
        "23-03-2026 antwoorden."
    )


def test_the_plan_is_confirmed_in_writing_and_stands_in_the_calendar(story: Story) -> None:
    letter = story.confirmed.letter
    assert letter.title == "Bevestiging betalingsregeling"
    assert letter.says(
        "Op 18 maart 2026 hebben wij een betalingsregeling met u afgesproken",
        "Zolang u op tijd betaalt, sturen wij u geen aanmaningen",
    )
    assert [(term["Soort"], term["Bedrag"], term["Stand"]) for term in story.confirmed.terms] == [
        ("termijn 1 van 3", 403.34, "loopt"),
        ("termijn 2 van 3", 403.34, "loopt"),
        ("termijn 3 van 3", 403.32, "loopt"),
    ]


def test_a_late_instalment_is_reminded_and_phoned_about(story: Story) -> None:
    letter = story.late.letter
    assert (letter.title, letter.pay_by) == ("Herinnering termijn", date(2026, 4, 2))
    assert letter.says(
        "van termijn 1 hebben wij € 403,34 nog niet ontvangen", "Dan loopt de regeling gewoon door."
    )
    text = "\n".join(story.late.script)
    assert "Termijn 1 van 3 (25-03-2026) is te laat" in text
    assert "Op 18-03-2026 spraken wij een betalingsregeling af." in text
    # The next step is the sommatie: nobody announces on the phone what comes after that.
    assert "opschorten" not in text
    assert "Welke termijnen" not in text


def test_when_the_plan_is_broken_everything_is_asked_for_again(story: Story) -> None:
    letter = story.broken.letter
    assert (letter.title, letter.pay_by) == ("Betalingsregeling vervallen", date(2026, 4, 17))
    assert letter.says("U bent nu alles wat nog openstaat in één keer verschuldigd")
    assert {term["Stand"] for term in story.broken.terms} == {"niet nagekomen", "vervallen"}


def test_the_sommatie_is_a_notice_of_default_with_a_final_date(story: Story) -> None:
    letter = story.default.letter
    assert (letter.title, letter.pay_by) == ("Sommatie en ingebrekestelling", date(2026, 5, 4))
    assert letter.says(
        "in verzuim",
        "4 mei 2026",
        "dan schorten wij",
    )
    assert "incassobureau" not in letter.text


def test_then_the_work_stops_and_the_debtor_reads_why(story: Story) -> None:
    assert story.stop.sees()[:3] == (
        "Sommatie en ingebrekestelling",
        "Levering opschorten",
        "05-05-2026",
    )
    letter = story.stopped.letter
    assert letter.title == "Opschorting"
    assert letter.says(
        "Met ingang van 6 mei 2026 hebben wij onze leveringen, werkzaamheden en diensten aan u "
        "opgeschort.",
        "Zodra wij het hele bedrag van € 1.210,00 hebben ontvangen, gaan wij weer verder.",
    )


def test_the_agency_gets_the_whole_history(story: Story) -> None:
    assert story.agency.sees()[1] == "Overdragen"
    assert story.dossier.stages == {"2026-0101": "incassobureau"}
    assert story.dossier.codes == []
    assert story.after.letters == ()


def test_the_log_tells_the_whole_story(story: Story) -> None:
    assert story.after.logbook == (
        ("03-03-2026", "brief", "herinnering", "herinnering"),
        ("11-03-2026", "telefoon", "bellen", "niet bereikt"),
        ("12-03-2026", "telefoon", "bellen", "niet bereikt"),
        ("13-03-2026", "telefoon", "bellen", "regeling gevraagd"),
        ("16-03-2026", "brief", None, "regeling_voorstel"),
        ("18-03-2026", "regeling", "betalingsvoorstel", None),
        ("18-03-2026", "brief", None, "regeling_bevestiging"),
        ("26-03-2026", "brief", None, "regeling_herinnering"),
        ("03-04-2026", "brief", None, "regeling_verbroken"),
        ("20-04-2026", "brief", "sommatie", "ingebrekestelling"),
        ("06-05-2026", "opschorting", "opschorten", None),
        ("07-05-2026", "brief", None, "opschorting"),
        ("22-05-2026", "overdracht", "incassobureau", None),
    )
