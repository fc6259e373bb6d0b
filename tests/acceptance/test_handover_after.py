"""What follows a handover: no more letters, payments all the same, and it can come back."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.acceptance.books import reachable
from tests.acceptance.company import Company, act, letter
from tests.acceptance.handing_over import (
    BUSINESS,
    DAY,
    handed_over,
    line,
    logged,
    ready,
    try_handover,
)
from xl_dunning.rules.events import EventKind

TWO = (line("F1"), line("F2", "250.00", due="2026-08-10"))


class TestAfterwards:
    @pytest.fixture
    def company(self, company: Company) -> Company:
        return ready(company, *TWO, line("Z1", debtor="2"), debtors=[BUSINESS, reachable("2")])

    def test_the_next_round_writes_no_letter_about_it_and_goes_on_with_others(
        self, company: Company
    ) -> None:
        handed_over(company)
        for day in ("2026-11-23", "2026-12-14", "2027-02-01"):
            ran = company.run(day)
            assert not {"F1", "F2"} & (set(ran.carried_out) | set(ran.due))
            assert [letter for letter in ran.letters if letter["debtor"] == "1"] == []
        assert ran.item("Z1")["next_stage"] == "overdracht"

    def test_a_second_time_is_refused(self, company: Company) -> None:
        handed_over(company)
        again = try_handover(company)
        assert again.code == 1
        assert again.err.count("al overgedragen") == 2
        assert try_handover(company, "--incomplete").err == again.err
        assert len(logged(company, EventKind.HANDOVER)) == 2

    def test_what_falls_due_later_can_follow_in_a_dossier_of_its_own(
        self, company: Company
    ) -> None:
        first = handed_over(company, "--invoice", "F1")
        second = handed_over(company)
        assert (first.stages, second.stages) == ({"F1": "overdracht"}, {"F2": "overdracht"})
        assert "HANDOVER_LEFT_OUT" in second.codes
        assert second.path.name == f"Dossier_1_Zaak en Zn. BV_{DAY}~2.zip"
        assert "03 Facturen/Factuur F1.pdf" not in second.files

    def test_a_payment_is_noted_all_the_same(self, company: Company) -> None:
        handed_over(company)
        company.log("payment", "--invoice", "F1", "--amount", "1210", day="2026-11-25")
        assert company.run("2026-11-26").reasons["F1"] == "PAID"

    def test_what_comes_back_goes_on_and_can_be_handed_over_again(self, company: Company) -> None:
        handed_over(company, "--invoice", "F1")
        company.log("unblock", "--invoice", "F1", "--note", "teruggekomen", day="2026-12-01")
        again = handed_over(company, "--invoice", "F1", "--to", "lawyer", day="2026-12-02")
        (event,) = logged(company, EventKind.LEGAL)
        assert (event.invoice, event.note) == ("F1", "advocaat of gerechtsdeurwaarder")
        assert "een advocaat of gerechtsdeurwaarder" in again.text("00 Index.docx")
        assert "teruggekomen" in again.text("05 Geschiedenis.docx")


class TestBeforeThePolicyAsksForIt:
    def test_the_handover_is_no_step_and_still_keeps_every_letter_back(
        self, company: Company
    ) -> None:
        ready(company, *TWO, rounds=["2026-09-07"])
        assert handed_over(company, day="2026-09-28").stages == {"F1": None, "F2": None}
        ran = company.run("2026-10-19")
        assert ran.reasons == {"F1": "BLOCKED", "F2": "BLOCKED"}
        assert ran.item("F1")["reason_text"] == (
            "Overgedragen op 28-09-2026; wij sturen zelf geen brieven meer."
        )

    def test_when_it_comes_back_the_letters_go_on_where_they_were(self, company: Company) -> None:
        ready(company, *TWO, rounds=["2026-09-07"])
        handed_over(company, day="2026-09-28")
        company.log("unblock", "--note", "teruggekomen", day="2026-10-01")
        assert company.run("2026-10-19").carried_out == {"F1": "aanmaning", "F2": "aanmaning"}

    def test_letters_from_before_this_program_are_recorded_along(self, company: Company) -> None:
        ready(company, line("F1"), rounds=[])
        company.listed(
            """
            Factuurnummer|Debiteurnummer|Vervaldatum|Openstaand|Aanmaningen|Laatste herinnering
            F1 | 1 | 2026-08-03 | 100.00 | 3 | 2026-10-05
            """,
            Debiteuren=[BUSINESS],
        )
        dossier = handed_over(company, "--incomplete")
        assert dossier.stages == {"F1": "overdracht"}
        ran = company.run("2026-11-23")
        assert (ran.levels, ran.letters) == ({"F1": 4}, [])


class TestTakingItBack:
    @pytest.fixture
    def company(self, company: Company) -> Company:
        return ready(company, *TWO)

    def test_undo_marks_the_dossier_and_the_invoices_are_ours_again(self, company: Company) -> None:
        dossier = handed_over(company)
        undone = company.undo()
        marked = dossier.path.with_name(f"{dossier.path.stem} (ingetrokken).zip")
        assert undone.out == (
            f"Overdracht {DAY}-1 is ingetrokken: 2 facturen zijn weer bij u.\n"
            f"Stuur dit dossier niet op: {marked}\n"
            "Hebt u het al opgestuurd, trek de opdracht dan ook daar in.\n"
        )
        assert [path.name for path in dossier.path.parent.iterdir()] == [marked.name]
        assert company.run("2026-11-23").due == {"F1": "overdracht", "F2": "overdracht"}

    def test_it_can_be_handed_over_anew_under_a_name_of_its_own(self, company: Company) -> None:
        handed_over(company)
        company.undo()
        again = handed_over(company)
        assert again.path.name.endswith(f"{DAY}~2.zip")
        withdrawn = [
            row[7] for row in again.table("05 Geschiedenis.docx", "Datum") if row[2] == "overdracht"
        ]
        assert len(withdrawn) == 1
        assert withdrawn[0]

    def test_a_dossier_that_is_gone_is_told(self, company: Company) -> None:
        dossier = handed_over(company)
        dossier.path.unlink()
        assert f"Het dossier staat niet meer op zijn plaats ({dossier.path})." in company.undo().out

    def test_undo_takes_back_the_handover_and_not_the_round_before_it(
        self, company: Company
    ) -> None:
        handed_over(company)
        company.undo()
        assert len(logged(company, EventKind.VOID)) == 2
        assert "al ingetrokken" in company.undo().err

    def test_a_later_step_comes_back_first(self, company: Company) -> None:
        handed_over(company, "--invoice", "F1")
        company.log("letter", "--invoice", "F1", "--stage", "sommatie", day="2026-11-24")
        assert "Trek eerst die gebeurtenis in" in company.undo().err


class TestTheCourtAfterTheAgency:
    def test_the_policy_asks_for_it_and_only_then_it_follows(self, company: Company) -> None:
        company.policy(letter("een", 5), act("bureau", "handover", 20), act("rechter", "legal", 60))
        ready(company, line("F1"), rounds=["2026-08-10"])
        assert handed_over(company, day="2026-09-01").stages == {"F1": "bureau"}
        assert "al overgedragen" in try_handover(company, "--to", "lawyer", day="2026-09-02").err
        court = handed_over(company, "--to", "lawyer", "--name", "Mr. A. Smit", day="2026-10-12")
        assert court.stages == {"F1": "rechter"}
        assert "bestemd voor Mr. A. Smit (voor juridische stappen)" in court.text("00 Index.docx")


def test_a_call_is_not_passed_over_because_of_a_handover(company: Company) -> None:
    """Only a round puts a call on the call list; a handover on the way makes no such list."""
    company.policy(act("bellen", "call", 5, skip_after=5), letter("twee", 30))
    ready(
        company,
        line("F1", due="2026-11-02"),
        line("Z1", due="2026-08-03", debtor="2"),
        debtors=[BUSINESS, reachable("2")],
        rounds=["2026-11-03"],
    )
    handed_over(company, debtor="2", day="2026-11-09")
    assert company.run("2026-11-16").carried_out == {}


def test_a_word_typed_in_the_workbook_of_last_round_counts(company: Company) -> None:
    ready(company, *TWO)
    book = load_workbook(company.output)
    book["Logboek"].append([None, "20-11-2026", "1", "F1", "betwisting", *[None] * 5, "te weinig"])
    book.save(company.output)
    refused = try_handover(company)
    assert "Factuur F1 van debiteur 1 wordt betwist." in refused.err
    assert logged(company, EventKind.DISPUTE) == []

    dossier = handed_over(company, "--invoice", "F2")

    assert [event.note for event in logged(company, EventKind.DISPUTE)] == ["te weinig"]
    assert "te weinig" in dossier.text("05 Geschiedenis.docx")
    assert company.run("2026-11-23").reasons["F1"] == "DISPUTED"


def test_the_dossier_comes_where_the_user_wants_it(company: Company) -> None:
    ready(company, *TWO)
    wanted = company.folder / "map" / "voor het bureau"
    assert handed_over(company, "--output", wanted).path.parent == wanted


def test_a_file_that_stands_in_the_way_keeps_everything_as_it_was(company: Company) -> None:
    ready(company, *TWO)
    (company.folder / "overdracht").write_text("een bestand, geen map")
    refused = try_handover(company)
    assert (refused.code, logged(company, EventKind.HANDOVER)) == (1, [])
    assert refused.err == (
        "Het dossier Dossier_1_Zaak en Zn. BV_2026-11-21.zip kan niet worden geschreven in de map "
        f"{Path(company.folder / 'overdracht')}. Kijk of de schijf vol is en of u in die map mag "
        "schrijven. Er is niets vastgelegd.\n"
    )
