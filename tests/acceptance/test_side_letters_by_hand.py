"""A letter outside the policy that the user makes by hand is recorded or refused in plain words."""

from __future__ import annotations

import pytest

from tests.acceptance.agreed_office import by_hand, listed, on, with_templates
from tests.acceptance.company import Company, letter
from xl_dunning.rules.agreements.side_letters import SideLetter


@pytest.fixture
def office(company: Company) -> Company:
    """A company with a template of its own for each letter outside the policy."""
    return with_templates(company)


_OF_AN_EVENT = {
    "antwoord_betwisting",
    "opschorting",
    "hervatting",
    "schikkingsvoorstel",
    "regeling_bevestiging",
    "regeling_herinnering",
    "regeling_verbroken",
}
"""Letters about something in the log."""


class TestByHand:
    """Every kind of letter: what is recorded, and that the policy goes on as before."""

    @pytest.fixture
    def asked(self, office: Company) -> Company:
        office.policy(letter("een", 1), letter("twee", 90))
        office.run(on(1))
        return office

    SCRIPT = (
        # Day, letter, what is typed with it; or an event of the log
        (10, "stuiting", ()),
        (10, "rentespecificatie", ()),
        (10, "betalingsvoorwaarden", ()),
        (10, "factuur_opnieuw", ()),
        (10, "opschorting_aankondiging", ("--until", on(20))),
        (10, "overdracht", ()),
        (10, "bevestiging_afspraak", ("--until", on(60))),
        (10, "log", ("dispute", "--invoice", "F1", "--amount", "100")),
        (10, "antwoord_betwisting", ("--note", "Wij leverden wel.")),
        (10, "log", ("dispute-closed", "--invoice", "F1")),
        (11, "log", ("suspension",)),
        (11, "opschorting", ()),
        (12, "log", ("resume",)),
        (12, "hervatting", ()),
        (12, "regeling_voorstel", ("--instalments", f"{on(60)}: 500; {on(80)}: 500")),
        (12, "log", ("settlement", "--until", on(40), "--amount", "700")),
        (12, "schikkingsvoorstel", ()),
        (13, "log", ("plan", "--instalments", f"{on(60)}: 500; {on(80)}: 500")),
        (13, "regeling_bevestiging", ()),
        (62, "regeling_herinnering", ()),
        (62, "regeling_verbroken", ()),
    )

    def test_each_is_recorded_and_the_next_run_goes_on_as_before(self, asked: Company) -> None:
        for days, kind, more in self.SCRIPT:
            if kind == "log":
                asked.log(*more, day=on(days))
            else:
                made = by_hand(asked, kind, on(days), *more)
                assert made.code == 0, made.err
        rows = {row["Sjabloon"]: row for row in asked.sheet("Logboek") if row["Sjabloon"]}
        assert rows.keys() == {"herinnering", *SideLetter}
        about_none = {kind for kind, row in rows.items() if not row["Factuurnummer"]}
        assert about_none == {"betalingsvoorwaarden", "hervatting"}
        moved = {kind for kind, row in rows.items() if row["Fase"]}
        assert moved == {"herinnering"}
        interrupted = {kind for kind, row in rows.items() if row["Gebeurtenis"] == "stuiting"}
        assert interrupted == {"stuiting"}
        told = {kind for kind, row in rows.items() if row["Betreft"]}
        assert told == {kind for days, kind, _ in self.SCRIPT if kind in _OF_AN_EVENT}
        after = asked.run(on(76))  # the end of the plan gave until then
        assert (after.levels, after.letters) == ({"F1": 1}, [])
        assert asked.run(on(90)).carried_out == {"F1": "twee"}

    @pytest.mark.parametrize(
        ("kind", "more", "sentence"),
        [
            (
                "bevestiging_afspraak",
                (),
                "Voor de brief bevestiging_afspraak is niets vastgelegd om te bevestigen. Leg de"
                " toezegging, regeling of schikking eerst vast met “xl-dunning log add”. Er is"
                " geen brief gemaakt.\n",
            ),
            (
                "bevestiging_afspraak",
                ("--until", on(9)),
                "De dag 11-03-2026 is al voorbij. Kies een dag die nog komt. Er is geen brief"
                " gemaakt.\n",
            ),
            (
                "regeling_voorstel",
                (),
                "Vul bij het voorstel aan debiteur 1 de termijnen in, bijvoorbeeld --instalments"
                " “3 x 400 per maand vanaf 1-12-2026”. Er is geen brief gemaakt.\n",
            ),
            (
                "regeling_voorstel",
                ("--instalments", f"{on(60)}: 5000"),
                "Debiteur 1: de brief “Voorstel betalingsregeling” is niet gemaakt. Hij zou"
                " € 5.000,00 vragen, maar volgens de lijst is er € {claim} te vorderen."
                " Controleer het afgesproken bedrag.\n",
            ),
            (
                "regeling_voorstel",
                ("--instalments", f"{on(30)}: 500", "--until", on(31)),
                "De klant zou tot en met 02-04-2026 mogen antwoorden, maar de eerste termijn is al"
                " op 01-04-2026. Kies met --until een eerdere dag. Er is geen brief gemaakt.\n",
            ),
            (
                "opschorting",
                (),
                "Voor debiteur 1 is dit niet vastgelegd. Leg het eerst vast met “xl-dunning log"
                " add suspension”. Er is geen brief gemaakt.\n",
            ),
            (
                "antwoord_betwisting",
                (),
                "Vul met --note in wat u debiteur 1 antwoordt; die tekst komt in de brief. Er is"
                " geen brief gemaakt.\n",
            ),
        ],
    )
    def test_what_can_not_be_written_is_refused_in_plain_words(
        self, asked: Company, kind: str, more: tuple[object, ...], sentence: str
    ) -> None:
        before = asked.files()
        refused = by_hand(asked, kind, on(10), *more)
        told = refused.err.replace("\N{NO-BREAK SPACE}", " ")
        start, _, rest = sentence.partition("{claim}")
        assert refused.code == 1
        assert told.startswith(start)
        assert told.endswith(rest)
        assert asked.files() == before

    @pytest.mark.parametrize(
        ("event", "kind", "sentence"),
        [
            (
                ("plan", "--instalments", f"{on(60)}: 500"),
                "regeling_herinnering",
                "Van de regeling met debiteur 1 is geen termijn te laat. Er is geen brief"
                " gemaakt.\n",
            ),
            (
                ("promise", "--until", on(8)),
                "bevestiging_afspraak",
                "De afspraak van 05-03-2026 met debiteur 1 loopt niet meer door na 10-03-2026 en"
                " kan dus niet worden bevestigd. Leg zo nodig een nieuwe afspraak vast. Er is geen"
                " brief gemaakt.\n",
            ),
            (
                ("block",),
                "opschorting_aankondiging",
                "Alles wat van debiteur 1 openstaat, is betwist, geblokkeerd, toegezegd of te"
                " verrekenen. Noem met --invoice de factuur waarover u toch wilt schrijven. Er is"
                " geen brief gemaakt.\n",
            ),
        ],
    )
    def test_nor_what_does_not_stand_as_the_letter_would_say(
        self, asked: Company, event: tuple[str, ...], kind: str, sentence: str
    ) -> None:
        asked.log(*event, day=on(3))
        refused = by_hand(asked, kind, on(10))
        assert (refused.code, refused.err) == (1, sentence)

    def test_a_plan_that_was_paid_can_not_be_ended(self, asked: Company) -> None:
        asked.log("plan", "--instalments", f"{on(60)}: 500", day=on(3))
        listed(asked, "F1 1000.00 500.00")
        refused = by_hand(asked, "regeling_verbroken", on(10))
        assert refused.err == (
            "De regeling met debiteur 1 is helemaal betaald en kan niet vervallen. Er is geen"
            " brief gemaakt.\n"
        )
