"""A debtor handed over through the command line, after real rounds on a real list."""

from __future__ import annotations

import shutil
from decimal import Decimal
from hashlib import sha256
from pathlib import Path

import pytest

from tests.acceptance.books import reachable
from tests.acceptance.company import Company
from tests.acceptance.handing_over import (
    BUSINESS,
    CONSUMER,
    DAY,
    Dossier,
    handed_over,
    line,
    logged,
    ready,
)
from xl_dunning.rules.events import EventKind

TWO = (line("F1"), line("F2", "250.00", due="2026-08-10"))


class TestABusiness:
    @pytest.fixture
    def company(self, company: Company) -> Company:
        return ready(company, *TWO, line("Z1", debtor="2"), debtors=[BUSINESS, reachable("2")])

    def test_the_zip_holds_everything_under_names_that_sort(self, company: Company) -> None:
        dossier = handed_over(company, "--name", "Incassobureau De Vries")
        assert dossier.path == company.folder / "overdracht" / f"Dossier_1_Zaak en Zn. BV_{DAY}.zip"
        assert list(dossier.files) == [
            "00 Index.docx",
            "01 Vordering.docx",
            "02 Rente.docx",
            "03 Facturen/Factuur F1.pdf",
            "03 Facturen/Factuur F2.pdf",
            "04 Brieven/01 2026-09-07 Betalingsherinnering.docx",
            "04 Brieven/02 2026-09-24 Aanmaning.docx",
            "04 Brieven/03 2026-10-19 Sommatie.docx",
            "05 Geschiedenis.docx",
            "06 Voorwaarden/Algemene voorwaarden.pdf",
            "07 Dossier.xlsx",
        ]

    def test_the_fingerprint_of_every_file_stands_in_the_index(self, company: Company) -> None:
        dossier = handed_over(company)
        index = {row[0]: row[2] for row in dossier.table("00 Index.docx", "Bestand")}
        assert index == {**dossier.hashes, "00 Index.docx": "–"}
        sheet = {row[0]: row[2] for row in dossier.sheet("Bestanden")[3:]}
        own = {"00 Index.docx": "–", "07 Dossier.xlsx": "–"}
        assert sheet == {**dossier.hashes, **own}

    def test_letters_invoices_and_terms_are_the_very_files(self, company: Company) -> None:
        inside = set(handed_over(company).hashes.values())
        ours = [*company.folder.glob("brieven/*/*1_Zaak*.docx")]
        ours += [company.folder / "facturen" / f"F{number}.pdf" for number in (1, 2)]
        ours.append(company.folder / "Algemene voorwaarden.pdf")
        assert len(ours) == 6
        assert {sha256(path.read_bytes()).hexdigest() for path in ours} <= inside

    def test_the_claim_is_that_of_a_run_on_the_same_day(self, company: Company) -> None:
        of_run = company.run(DAY, "--dry-run")
        dossier = handed_over(company)
        for told in dossier.json["invoices"]:
            item = of_run.item(told["invoice"])
            costs = Decimal(told["costs"]) + Decimal(told["vat"])
            assert (told["principal"], told["interest"], f"{costs:.2f}", told["total"]) == (
                item["open"],
                item["interest"],
                item["costs"],
                item["total"],
            )
        (claim,) = dossier.json["claims"]
        parts = sum(Decimal(claim[part]) for part in ("principal", "interest", "costs", "vat"))
        assert claim["total"] == f"{parts:.2f}"
        assert Decimal(claim["total"]) == sum(
            Decimal(each["total"]) for each in dossier.json["invoices"]
        )

    def test_what_is_printed_is_what_was_told(self, company: Company) -> None:
        dossier = handed_over(company)
        (claim,) = dossier.json["claims"]

        def dutch(amount: str) -> str:
            return f"€\xa0{Decimal(amount):,.2f}".translate(str.maketrans(",.", ".,"))

        index = dict(dossier.table("00 Index.docx", "Post"))
        assert index["Hoofdsom (2 facturen)"] == dutch(claim["principal"]) == "€\xa01.460,00"
        assert index["Rente tot en met 21-11-2026"] == dutch(claim["interest"])
        assert index["Incassokosten"] == dutch(claim["costs"]) == "€\xa0219,00"
        assert index["Totaal"] == dutch(claim["total"])
        *lines, last = dossier.table("02 Rente.docx", "Factuur")
        assert {row[0] for row in lines} == {"F1", "F2"}
        assert {row[7] for row in lines} == {"art. 6:119a BW"}
        assert last[6] == dutch(claim["interest"])
        (*_, statement) = dossier.table("01 Vordering.docx", "Factuur")
        assert statement[-1] == dutch(claim["total"])
        further = f"Elke volgende dag komt er {dutch(claim['interest_per_day'])} rente bij"
        assert further in dossier.text("01 Vordering.docx")

    def test_the_workbook_holds_the_same_as_figures(self, company: Company) -> None:
        dossier = handed_over(company)
        (claim,) = dossier.json["claims"]
        totals = [row for row in dossier.sheet("Index") if row[0] == "Totaal"]
        assert totals == [("Totaal", float(claim["total"]), None)]
        (row,) = (row for row in dossier.sheet("Rente") if row[0] == "Totaal")
        assert row[6] == float(claim["interest"])

    def test_both_parties_are_named_with_all_that_is_known(self, company: Company) -> None:
        text = handed_over(company, "--name", "Incassobureau De Vries").text("00 Index.docx")
        for word in (
            *("Groothandel Eigen BV", "Kade 1", "12345678", "A. de Boer", "020-1234567"),
            *("Zaak & Zn. BV", "Straat 1", "1234 AB  UTRECHT", "87654321", "bedrijf"),
            "Het is bestemd voor Incassobureau De Vries (incassobureau).",
        ):
            assert word in text

    def test_each_invoice_is_registered_with_the_dossier_and_the_stage_of_the_policy(
        self, company: Company
    ) -> None:
        dossier = handed_over(company, "--name", "Incassobureau De Vries")
        events = logged(company, EventKind.HANDOVER)
        assert [(each.invoice, each.stage, each.note) for each in events] == [
            ("F1", "overdracht", "Incassobureau De Vries"),
            ("F2", "overdracht", "Incassobureau De Vries"),
        ]
        of_zip = (dossier.path.name, sha256(dossier.path.read_bytes()).hexdigest())
        assert {(each.document, each.sha256) for each in events} == {of_zip}
        assert dossier.json["sha256"] == of_zip[1]

    def test_nothing_else_is_touched(self, company: Company) -> None:
        def files() -> dict[Path, bytes]:
            return {
                path: path.read_bytes()
                for path in company.folder.rglob("*")
                if path.is_file() and "sqlite" not in path.name
            }

        before = files()
        dossier = handed_over(company)
        after = files()
        assert after.pop(dossier.path)
        assert after == before

    def test_the_same_day_and_data_give_the_same_bytes(
        self, company: Company, tmp_path_factory: pytest.TempPathFactory
    ) -> None:
        other = tmp_path_factory.mktemp("kopie") / "bedrijf"
        shutil.copytree(company.folder, other)
        first = handed_over(company, "--name", "Incassobureau De Vries")
        copied = Company(folder=other, settings=company.settings)
        second = handed_over(copied, "--name", "Incassobureau De Vries")
        assert first.path.read_bytes() == second.path.read_bytes()


class TestAConsumer:
    """15 % over the first 2500 euro: what the 14-dagenbrief of 24 September announced."""

    @pytest.fixture
    def dossier(self, company: Company) -> Dossier:
        return handed_over(ready(company, *TWO, debtors=[CONSUMER]))

    def test_the_costs_are_those_that_the_letter_announced(self, dossier: Dossier) -> None:
        (claim,) = dossier.json["claims"]
        assert (claim["principal"], claim["costs"]) == ("1460.00", "219.00")

    def test_the_letter_and_its_term_are_shown(self, dossier: Dossier) -> None:
        name = "04 Brieven/02 2026-09-24 Veertiendagenbrief.docx"
        assert name in dossier.files
        text = dossier.text("01 Vordering.docx")
        assert "Veertiendagenbrieven (artikel 6:96 lid 6 BW)" in text
        assert text.count(name) == 2
        assert "24-09-2026\npost\n13-10-2026\n14-10-2026" in text

    def test_the_index_says_that_the_debtor_is_a_consumer(self, dossier: Dossier) -> None:
        rows = {row[0]: row[2] for row in dossier.table("00 Index.docx", "")}
        assert rows["Soort"] == "consument"
        assert "Opmerkingen" not in dossier.text("00 Index.docx")

    def test_within_the_term_there_are_no_costs_and_the_dossier_says_why(
        self, company: Company
    ) -> None:
        ready(company, *TWO, debtors=[CONSUMER], rounds=["2026-09-07", "2026-09-24"])
        early = handed_over(company, day="2026-10-01")
        assert early.json["claims"][0]["costs"] == "0.00"
        assert (
            "De termijn van de 14-dagenbrief over factuur F1 loopt tot en met 13-10-2026; "
            "incassokosten zijn nog niet berekend."
        ) in early.text("00 Index.docx")


def test_twelve_invoices_are_twelve_lines_twelve_copies_and_one_letter_a_round(
    company: Company,
) -> None:
    numbers = [f"2026-{number:04}" for number in range(1, 13)]
    ready(company, *(line(number, due=f"2026-08-{at:02}") for at, number in enumerate(numbers, 1)))
    dossier = handed_over(company)
    assert list(dossier.stages) == numbers
    folders = [name.split("/")[0] for name in dossier.files if "/" in name]
    assert (folders.count("03 Facturen"), folders.count("04 Brieven")) == (12, 3)
    *lines, _ = dossier.table("01 Vordering.docx", "Factuur")
    assert [row[0] for row in lines] == numbers
    assert [row[1] for row in dossier.table("05 Geschiedenis.docx", "Datum")] == [
        "de 12 facturen van dit dossier"
    ] * 3


def test_the_history_tells_all_that_was_said_and_what_was_taken_back(company: Company) -> None:
    ready(company, *TWO)
    for kind, *more in (
        ("call", "--outcome", "reached", "--note", "boekhouder is ziek"),
        ("promise", "--until", "2026-10-30", "--amount", "100", "--by", "Anja"),
        ("plan", "--instalments", "2 x 50 per week vanaf 27-10-2026"),
        ("dispute", "--invoice", "F1", "--note", "te weinig geleverd"),
        ("dispute-closed", "--invoice", "F1"),
    ):
        company.log(kind, *more, day="2026-10-26")
    company.log("block", "--note", "vergissing", day="2026-10-27")
    (block,) = logged(company, EventKind.BLOCK)
    company.log("void", "--event", block.id, day="2026-10-28")

    # Nobody reminded of the plan, so it still runs: the user hands over nevertheless.
    rows = handed_over(company, "--incomplete").table("05 Geschiedenis.docx", "Datum")

    told = [(row[0], row[1], row[2], row[4], row[5], row[7]) for row in rows[3:]]
    assert told == [
        ("26-10-2026", "alle", "telefoon", "bereikt; boekhouder is ziek", "", ""),
        ("26-10-2026", "alle", "toezegging", "tot en met 30-10-2026; door Anja", "100,00", ""),
        (
            *("26-10-2026", "alle", "regeling"),
            "tot en met 03-11-2026; termijnen 27-10-2026: 50,00; 03-11-2026: 50,00",
            *("", ""),
        ),
        ("26-10-2026", "F1", "betwisting", "te weinig geleverd", "", ""),
        ("26-10-2026", "F1", "betwisting opgelost", "", "", ""),
        ("27-10-2026", "alle", "blokkade", "vergissing", "", "28-10-2026"),
    ]


@pytest.mark.parametrize("to", ["brieven/2026 verstuurd", "archief/week 43"])
def test_the_letters_are_found_where_their_folder_went(company: Company, to: str) -> None:
    ready(company, *TWO)
    (folder,) = company.folder.glob("brieven/2026-10-19-1")
    (company.folder / to).parent.mkdir(exist_ok=True)
    folder.rename(company.folder / to)
    assert "04 Brieven/03 2026-10-19 Sommatie.docx" in handed_over(company).files


def test_a_letter_of_a_round_that_was_taken_back_is_not_in_it(company: Company) -> None:
    ready(company, *TWO)
    company.undo()
    letters = [name for name in handed_over(company).files if name.startswith("04")]
    assert len(letters) == 2


def test_under_belgian_law_it_speaks_of_the_first_reminder(company: Company) -> None:
    ready(
        company,
        *TWO,
        debtors=[CONSUMER],
        rounds=["2026-08-17", "2026-09-14"],
        rechtsstelsel="be",
        land="België",
        rente="8",
        kvk="0403.170.701",
        **{"'schadebeding afgesproken'": "ja"},
    )
    dossier = handed_over(company)
    text = dossier.text("01 Vordering.docx")
    assert "Eerste herinneringen (artikel XIX.2 WER)" in text
    assert "Forfaitaire schadevergoeding: op grond van artikel XIX.4 WER" in text
    index = dict(row[:2] for row in dossier.table("00 Index.docx", ""))
    assert (index["Ondernemingsnummer"], index["Recht"]) == ("0403.170.701", "Belgisch recht")
