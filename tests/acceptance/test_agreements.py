"""Calls, promises, plans, disputes, settlements and suspension, as they are typed and come back.

Every invoice is due on Monday 2 March 2026; ``on(n)`` is n days later. The letters outside the
policy come from templates of the test's own, so that only what is decided is looked at.
"""

from __future__ import annotations

import pytest

from tests.acceptance.agreed_office import by_hand, listed, on, with_templates
from tests.acceptance.company import Company, Ran, act, cli, letter

FAR = letter("ver", 200)


@pytest.fixture
def office(company: Company) -> Company:
    """A company with a template of its own for each letter outside the policy."""
    return with_templates(company)


def templates(ran: Ran) -> list[str]:
    return [each["template"] for each in ran.letters]


def reason(ran: Ran, invoice: str = "F1") -> str:
    return str(ran.item(invoice)["reason_text"]).replace("\N{NO-BREAK SPACE}", " ")


def log_id(company: Company, word: str) -> str:
    """The Id of the last event with that word in its line of the log."""
    out = cli("log", "list", "--casefile", company.dossier).out
    return [line.split()[0] for line in out.splitlines() if word in line][-1]


class TestCalls:
    def test_three_calls_that_reach_nobody_are_followed_by_the_letter(
        self, office: Company
    ) -> None:
        office.policy(act("bellen", "call", 1), letter("brief", 5, wait=1))
        assert [call["invoices"] for call in office.run(on(1)).json["calls"]] == [["F1"]]
        for days, outcome in ((1, "not-reached"), (2, "voicemail")):
            said = office.log("call", "--stage", "bellen", "--outcome", outcome, day=on(days))
            assert said.err == ""  # the run has seen the debtor, though it did nothing for him
        assert office.run(on(3)).due == {"F1": "bellen"}
        office.log("call", "--stage", "bellen", "--outcome", "not-reached", day=on(3))
        assert office.run(on(4)).carried_out == {}
        assert office.run(on(5)).carried_out == {"F1": "brief"}

    def test_who_never_got_the_invoice_gets_it_again_with_its_copy(self, office: Company) -> None:
        office.policy(letter("brief", 1), letter("laatste", 8))
        office.settings = {**office.settings, "factuurmap": "facturen"}
        (office.folder / "facturen").mkdir()
        (office.folder / "facturen" / "F1.pdf").write_bytes(b"%PDF-1.4")
        office.listed(
            "Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand | Factuurbestand\n"
            "F1 | 1 | 2026-03-02 | 1000.00 | F1.pdf"
        )
        office.run(on(1))
        office.log("call", "--invoice", "F1", "--outcome", "not-received", day=on(8))
        ran = office.run(on(8))
        assert (templates(ran), ran.carried_out) == (["factuur_opnieuw"], {})
        assert list(office.folder.glob("brieven/*/*/F1.pdf")) != []
        assert templates(office.run(on(9))) == []
        assert office.run(on(23)).carried_out == {"F1": "laatste"}

    def test_a_wrong_number_asks_for_the_right_one(self, office: Company) -> None:
        office.policy(act("bellen", "call", 1), letter("brief", 30))
        office.log("call", "--stage", "bellen", "--outcome", "wrong-number", day=on(1))
        assert office.run(on(2)).finding("WRONG_NUMBER")["message"] == (
            "Debiteur 1: op 03-03-2026 bleek het telefoonnummer niet te kloppen. Zoek het juiste"
            " nummer op en vul het in op het blad Debiteuren."
        )


class TestPromises:
    @pytest.fixture
    def promised(self, office: Company) -> Company:
        """Promised on day 3 for day 10, and run on day 1."""
        office.policy(letter("een", 1), letter("twee", 8), correction_days=1)
        office.run(on(2))
        office.log("promise", "--invoice", "F1", "--until", on(10), day=on(3))
        return office

    def test_broken_it_is_told_on_the_morning_after_and_the_next_step_comes(
        self, promised: Company
    ) -> None:
        assert promised.run(on(10)).reasons == {"F1": "PROMISE_RUNNING"}
        listed(promised, "F1 1000.00 600.00")
        ran = promised.run(on(12))  # Friday 13 March was the day for the bank
        assert ran.carried_out == {"F1": "twee"}
        assert reason(ran) == (
            "Aan de beurt sinds 14-03-2026: Twee. De toezegging tot en met 12-03-2026 is niet"
            " nagekomen; er is € 400,00 van binnengekomen."
        )

    def test_a_letter_by_hand_in_between_does_not_make_a_payment_late(
        self, office: Company
    ) -> None:
        office.policy(letter("een", 1), FAR)
        office.run(on(1))
        office.log("settlement", "--invoice", "F1", "--until", on(10), "--amount", "700", day=on(3))
        assert by_hand(office, "betalingsvoorwaarden", on(11)).code == 0
        ran = listed(office, "F1 1000.00 300.00").run(on(14))
        assert ran.reasons == {"F1": "PAID"}
        assert reason(ran) == "De schikking van € 700,00 is op tijd betaald. Boek het restant af."
        assert office.run(on(300)).carried_out == {}

    def test_a_settlement_that_is_not_kept_revives_the_whole_claim(self, office: Company) -> None:
        office.policy(letter("een", 1), letter("twee", 8))
        office.run(on(1))
        office.log("settlement", "--invoice", "F1", "--until", on(10), "--amount", "700", day=on(3))
        listed(office, "F1 1000.00 600.00")
        ran = office.run(on(11))
        assert (ran.carried_out, ran.letters[0]["total"]) == ({"F1": "twee"}, "600.00")


class TestPlans:
    @pytest.fixture
    def planned(self, office: Company) -> Company:
        """Two instalments of 500 on day 14 and day 28."""
        office.policy(letter("een", 1), letter("twee", 8), letter("drie", 30), confirm=True)
        office.run(on(1))
        parts = f"{on(14)}: 500; {on(28)}: 500"
        office.log("plan", "--invoice", "F1", "--instalments", parts, day=on(3))
        return office

    def test_from_its_confirmation_to_its_end_and_one_step_on(self, planned: Company) -> None:
        assert templates(planned.run(on(3))) == ["regeling_bevestiging"]
        ran = planned.run(on(8))
        assert (ran.reasons, ran.letters) == ({"F1": "PLAN_RUNNING"}, [])
        assert reason(ran) == (
            "Betalingsregeling van 05-03-2026, tot en met 30-03-2026: € 0,00 van € 1.000,00 is"
            " betaald. De volgende termijn is € 500,00 op 16-03-2026."
        )
        late = planned.run(on(15))
        assert [(each["template"], each["pay_by"]) for each in late.letters] == [
            ("regeling_herinnering", on(22))
        ]
        broken = planned.run(on(23))
        assert (templates(broken), broken.carried_out) == (["regeling_verbroken"], {})
        assert planned.run(on(37)).letters == []
        assert planned.run(on(38)).carried_out == {"F1": "twee"}
        told = [row["Sjabloon"] for row in planned.logged() if row["Betreft"]]
        assert sorted(told) == [
            "regeling_bevestiging",
            "regeling_herinnering",
            "regeling_verbroken",
        ]

    def test_paid_in_time_nobody_is_reminded_and_it_closes(self, planned: Company) -> None:
        planned.run(on(3))
        listed(planned, "F1 1000.00 500.00")
        assert planned.run(on(15)).letters == []
        listed(planned, "F1 1000.00 0.00")
        assert planned.run(on(60)).reasons == {"F1": "PAID"}

    def test_a_second_one_is_refused_with_the_id_of_the_first(self, planned: Company) -> None:
        first = log_id(planned, "regeling")
        refused = cli(
            *("log", "add", "plan", "--debtor", "1", "--until", on(40), "--date", on(5)),
            *("--casefile", planned.dossier),
        )
        assert (refused.code, refused.err) == (
            1,
            "Met debiteur 1 loopt al een regeling over dezelfde facturen: van 05-03-2026, tot en"
            " met 30-03-2026. Er is niets vastgelegd. Geldt die niet meer, trek haar dan eerst in:"
            f" xl-dunning log add void --debtor 1 --event {first}\n",
        )
        planned.log("void", "--event", first, day=on(5))
        planned.log("plan", "--until", on(40), day=on(5))

    def test_two_rows_on_the_sheet_are_a_finding(self, office: Company) -> None:
        office.policy(letter("een", 1), FAR)
        rows = "\n".join(
            (
                "Debiteurnummer | Factuurnummer | Soort | Datum | Tot en met",
                f"1 | F1 | regeling | {on(2)} | {on(40)}",
                f"1 |  | regeling | {on(3)} | {on(60)}",
            )
        )
        office.listed(
            "Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand\n"
            "F1 | 1 | 2026-03-02 | 1000.00",
            Afspraken=rows,
        )
        ran = office.run(on(4))
        assert ran.reasons == {"F1": "PLAN_RUNNING"}
        assert ran.finding("PLANS_OVERLAP")["message"].startswith(
            "Debiteur 1: er lopen twee betalingsregelingen voor dezelfde facturen, van 04-03-2026"
            " en van 05-03-2026. De laatste telt. Trek de andere in: xl-dunning log add void"
        )


class TestPartialDispute:
    def test_the_rest_is_asked_for_and_the_report_tells_both(self, office: Company) -> None:
        office.policy(letter("een", 1), FAR)
        office.log(
            *("dispute", "--invoice", "F1", "--amount", "200", "--by", "Kim"),
            *("--until", on(5), "--note", "2 stuks te weinig"),
            day=on(1),
        )
        ran = office.run(on(2))
        item = ran.item("F1")
        assert (item["open"], item["disputed"]) == ("1000.00", "200.00")
        assert (item["interest"], item["costs"], item["total"]) == ("0.44", "40.00", "840.44")
        assert [each["total"] for each in ran.letters] == ["800.00"]
        assert "DISPUTE_OVERDUE" in office.run(on(6)).codes

        office.log("dispute-closed", "--invoice", "F1", day=on(6))
        after = office.run(on(6)).item("F1")
        assert (after["disputed"], after["interest"]) == ("0.00", "1.67")


class TestSuspension:
    def test_announced_carried_out_and_ended(self, office: Company) -> None:
        office.policy(
            FAR,
            confirm=True,
            suspend_after=10,
            suspend_amount=500.00,
            suspend_later=1,
            suspend_notice=5,
        )
        listed(office, "F1 1000.00 1000.00", "F2 50.00 50.00")
        ran = office.run(on(10))
        assert [(each["template"], each["pay_by"]) for each in ran.letters] == [
            ("opschorting_aankondiging", on(15))
        ]
        assert office.run(on(16)).letters == []
        office.log("suspension", "--by", "Kim", day=on(16))
        assert templates(office.run(on(16))) == ["opschorting"]
        listed(office, "F1 1000.00 0.00", "F2 50.00 0.00")
        office.log("resume", day=on(20))
        ran = office.run(on(20))
        assert [(each["template"], each["invoices"]) for each in ran.letters] == [
            ("hervatting", [])
        ]
        assert office.run(on(21)).letters == []


class TestFollowUps:
    def test_none_goes_out_twice_when_workbook_and_case_file_are_lost(
        self, office: Company
    ) -> None:
        office.policy(letter("een", 1), FAR, confirm=True)
        office.run(on(1))
        office.log("promise", "--invoice", "F1", "--until", on(20), day=on(3))
        assert templates(office.run(on(4))) == ["bevestiging_afspraak"]
        kept = office.sheet("Logboek")

        office.dossier.unlink()
        office.output.unlink()
        office.listed(
            "Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand\n"
            "F1 | 1 | 2026-03-02 | 1000.00",
            Logboek=kept,
        )
        ran = office.run(on(5))
        assert (ran.letters, ran.reasons) == ([], {"F1": "PROMISE_RUNNING"})

    def test_undone_it_goes_out_again(self, office: Company) -> None:
        office.policy(letter("een", 1), FAR, confirm=True)
        office.run(on(1))
        office.log("promise", "--invoice", "F1", "--until", on(20), day=on(3))
        office.run(on(4))
        office.undo()
        assert templates(office.run(on(4))) == ["bevestiging_afspraak"]

    def test_a_missing_template_refuses_the_run_as_a_whole(self, office: Company) -> None:
        office.policy(letter("een", 1), FAR, confirm=True, name="met sjabloon")
        (office.folder / "sjablonen" / "bevestiging_afspraak.docx").write_bytes(b"geen Word")
        office.log("promise", "--invoice", "F1", "--until", on(20), day=on(3))
        before = office.files() | {"bedrijf.toml"}
        refused = office.try_run(on(4))
        assert refused.code == 1
        assert "bevestiging_afspraak.docx" in refused.err
        assert office.files() == before
