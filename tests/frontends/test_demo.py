"""The demo: the whole main job for an example company in which everything occurs."""

from __future__ import annotations

import subprocess
import sys
from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest

from xl_dunning.frontends.demo import DemoResult, demo, demo_lines
from xl_dunning.frontends.demo_company.book import INVOICE_WIDTHS
from xl_dunning.frontends.demo_company.company import company_on
from xl_dunning.frontends.demo_company.invoice_copy import one_page
from xl_dunning.frontends.messages_nl import refusal_text
from xl_dunning.frontends.options import ListOptions, RunOptions
from xl_dunning.frontends.run import run
from xl_dunning.policies.loader import load_policy
from xl_dunning.rules.events import Channel, EventKind
from xl_dunning.rules.findings import Refusal
from xl_dunning.rules.policy import Action
from xl_dunning.rules.proposal import Clock, Decision, Reason

TODAY = date(2026, 11, 21)
FICTITIOUS = (
    *("085 000 ", "06 0000 ", "+32 9 000 ", "+49 30 000"),  # nobody has so many noughts
    *("+44 1632 960", "+1 312 555 01"),  # kept apart for stories by their regulators
)


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> DemoResult:
    return demo(tmp_path_factory.mktemp("demo") / "map", today=TODAY)


def shown(decision: Decision) -> str:
    """What a row shows, in the words of company.toml."""
    if decision.reason is Reason.DUE and decision.next_stage:
        return f"DUE {decision.next_stage.key}"
    if decision.reason is Reason.TOO_EARLY:
        return f"TOO_EARLY {decision.clock}"
    return decision.reason


class TestTheCompany:
    def test_is_as_large_and_varied_as_a_real_one(self, made: DemoResult) -> None:
        ledger = made.result.reading.ledger
        of_debtor = [item.debtor for item in ledger.items]
        assert len(ledger.items) >= 60
        assert len(ledger.debtors) >= 25
        assert max(of_debtor.count(number) for number in of_debtor) == 12
        assert {item.currency for item in ledger.items} == {"EUR", "USD"}
        assert {debtor.kind for debtor in ledger.debtors.values()} == {"business", "consumer", None}
        assert {debtor.language for debtor in ledger.debtors.values()} == {"nl", "en"}
        assert {"België", "Duitsland"} <= {debtor.country for debtor in ledger.debtors.values()}

    def test_holds_nobodys_real_address_or_telephone(self, made: DemoResult) -> None:
        for debtor in made.result.reading.ledger.debtors.values():
            assert not debtor.email or debtor.email.endswith(".example"), debtor
            assert debtor.phone.startswith(FICTITIOUS) or not debtor.phone, debtor

    @pytest.mark.parametrize("reason", Reason)
    def test_shows_every_reason(self, made: DemoResult, reason: Reason) -> None:
        assert reason in {decision.reason for decision in made.result.proposal.decisions}

    def test_shows_each_clock_that_can_keep_a_letter_waiting(self, made: DemoResult) -> None:
        clocks = {
            decision.clock
            for decision in made.result.proposal.decisions
            if decision.reason is Reason.TOO_EARLY
        }
        # While an agreement runs, that itself is the reason: its end never is.
        assert clocks == set(Clock) - {Clock.HOLD_END}

    @pytest.mark.parametrize("action", Action)
    def test_asks_for_every_action(self, made: DemoResult, action: Action) -> None:
        due = [
            decision.next_stage for decision in made.result.proposal.decisions if decision.due_now
        ]
        assert action in {stage.action for stage in due if stage}

    def test_shows_in_each_row_what_its_data_say(self, made: DemoResult) -> None:
        decisions = made.result.proposal.decisions
        assert {decision.item.key: shown(decision) for decision in decisions} == made.company.shows

    @pytest.mark.parametrize(
        "today",
        [
            date(2028, 2, 29),  # leap day
            date(2026, 12, 25),  # pay-by dates move over the holidays, invoices over the year
        ],
        ids=str,
    )
    def test_shows_the_same_on_any_day(self, tmp_path: Path, today: date) -> None:
        made = demo(tmp_path, today=today)  # an empty folder may be used
        decisions = made.result.proposal.decisions
        assert {decision.item.key: shown(decision) for decision in decisions} == made.company.shows

    def test_every_row_of_the_list_is_accounted_for(self, made: DemoResult) -> None:
        sheet = openpyxl.load_workbook(made.list)["Facturen"]
        filled = [row[0].row for row in sheet.iter_rows() if any(cell.value for cell in row)]
        reading = made.result.reading
        seen = {*reading.rows.values(), *(row.row for row in reading.skipped)}
        assert seen | {reading.layout.header_row} == set(filled)
        assert [row.why for row in reading.skipped] == ["TITLE_ROW", "TOTAL_ROW"]


class TestTheRun:
    @pytest.mark.parametrize(
        "stage",
        [stage for stage in load_policy("standaard").stages if stage.action is Action.LETTER],
        ids=lambda stage: stage.key,
    )
    def test_writes_a_letter_for_every_letter_stage_of_the_default_policy(
        self, made: DemoResult, stage: object
    ) -> None:
        assert stage in [letter.notice.stage for letter in made.result.letters]

    def test_uses_every_letter_template_but_the_one_of_the_handover(self, made: DemoResult) -> None:
        used = {letter.notice.stage.template for letter in made.result.letters}
        assert used == {
            "herinnering",
            "tweede_herinnering",
            "aanmaning",
            "sommatie",
            "ingebrekestelling",
        }

    def test_makes_letters_that_word_opens_and_that_name_the_debtor(self, made: DemoResult) -> None:
        folder = made.result.letters_dir
        assert folder
        for letter in made.result.letters:
            document = docx.Document(str(folder / letter.file))
            texts = [paragraph.text for paragraph in document.element.body.iter() if paragraph.text]
            whole = "".join(texts)
            assert "{{" not in whole, letter.file
            for item in letter.notice.items:
                assert item.invoice in whole, letter.file

    def test_keeps_odd_names_whole(self, made: DemoResult) -> None:
        folder = made.result.letters_dir
        assert folder
        text = {letter.notice.debtor.number: letter.file for letter in made.result.letters}
        for number, name in {
            "10003": "Jansen & Zn. <Advies>",
            "10004": "Café 't Hoekje",
            "10005": "Müller & Söhne Großküchen GmbH",
            "10007": "Smørrebrød & Café Østerhus",
            "10010": "Fam. Yıldız-van 't Zand",
        }.items():
            document = docx.Document(str(folder / text[number]))
            assert name in "\n".join(
                paragraph.text for paragraph in document.element.body.iter() if paragraph.text
            )

    def test_encloses_the_invoice_where_the_policy_asks_for_it(self, made: DemoResult) -> None:
        folder = made.result.letters_dir
        assert folder
        enclosed = {
            letter.notice.debtor.number: [
                path.name for path in (folder / letter.file).with_suffix("").glob("*")
            ]
            for letter in made.result.letters
            if letter.notice.stage.attach_invoice
        }
        assert {number: len(files) for number, files in enclosed.items()} == {
            "10030": 1,
            "10036": 1,
        }

    def test_settles_a_credit_note_in_the_letter(self, made: DemoResult) -> None:
        (notice,) = (
            letter.notice
            for letter in made.result.letters
            if letter.notice.debtor.number == "10025"
        )
        assert f"{notice.total}" == "847.00"

    def test_writes_to_one_debtor_in_two_currencies_by_two_letters(self, made: DemoResult) -> None:
        to_chicago = [
            (letter.notice.currency, letter.notice.stage.key)
            for letter in made.result.letters
            if letter.notice.debtor.number == "10013"
        ]
        assert to_chicago == [("EUR", "aanmaning"), ("USD", "herinnering")]

    def test_reaches_the_debtor_without_address_by_mail(self, made: DemoResult) -> None:
        by_mail = [
            letter.notice.debtor.number
            for letter in made.result.letters
            if letter.notice.channel is Channel.EMAIL
        ]
        assert by_mail == ["10035"]

    def test_takes_the_history_from_columns_log_and_agreements(self, made: DemoResult) -> None:
        kinds = {event.kind for event in made.result.log}
        assert {
            EventKind.IMPORTED,
            EventKind.LETTER,
            EventKind.CALL,
            EventKind.PROMISE,
            EventKind.PLAN,
            EventKind.DISPUTE,
            EventKind.BLOCK,
            EventKind.PAYMENT,
            EventKind.HANDOVER,
        } <= kinds

    def test_finds_what_is_wrong_in_the_list_and_nothing_else(self, made: DemoResult) -> None:
        assert sorted(finding.code for finding in made.result.findings) == [
            "ADDRESS_SHORTENED",
            "DATE_IMPOSSIBLE",
            "DEBTOR_KIND_UNKNOWN",
            "HISTORY_GAP",
            "KEY_DOUBLED",
            "KEY_DOUBLED",
            "NO_CHANNEL",
        ]

    def test_gives_the_workbook_back_with_the_users_own_sheets(self, made: DemoResult) -> None:
        assert made.result.kept
        book = openpyxl.load_workbook(made.result.output)
        own = openpyxl.load_workbook(made.list)
        assert set(own.sheetnames) | {"Belijst", "Controle"} == set(book.sheetnames)
        assert (
            book["Facturen"]["A1"].value
            == "Vlinderveld Koeltechniek B.V., openstaande posten per 21-11-2026"
        )

    def test_a_second_run_on_the_same_day_sends_nothing(self, tmp_path: Path) -> None:
        made = demo(tmp_path, today=TODAY)
        for file in (made.list, made.result.output):
            again = run(RunOptions(list=ListOptions(file=file), as_of=TODAY))
            assert again.letters == ()
            assert again.letters_dir is None
            assert again.recorded == ()
        only = made.result.letters_dir
        assert only
        assert [path.name for path in only.parent.iterdir()] == [only.name]

    def test_a_dry_run_before_it_would_have_told_the_same(
        self, made: DemoResult, tmp_path: Path
    ) -> None:
        fresh = ListOptions(file=made.list, casefile=str(tmp_path / "leeg.sqlite"))
        options = RunOptions(list=fresh, as_of=TODAY, output=tmp_path / "proef.xlsx")
        dry = run(replace(options, dry_run=True))
        assert [shown(decision) for decision in dry.proposal.decisions] == [
            shown(decision) for decision in made.result.proposal.decisions
        ]
        assert [notice.total for notice in dry.proposal.notices] == [
            letter.notice.total for letter in made.result.letters
        ]


class TestTheDoor:
    def test_a_folder_with_files_is_refused_and_left_alone(self, tmp_path: Path) -> None:
        folder = tmp_path / "mijn map"
        folder.mkdir()
        (folder / "brief.docx").write_bytes(b"van mij")
        with pytest.raises(Refusal) as refused:
            demo(folder, today=TODAY)
        assert refusal_text(refused.value) == (
            f"In de map “{folder}” staan al bestanden. Kies een nieuwe of lege map, "
            f"bijvoorbeeld: xl-dunning demo {folder}-2"
        )
        assert [path.name for path in folder.iterdir()] == ["brief.docx"]

    def test_a_file_in_the_place_of_the_folder_is_refused(self, tmp_path: Path) -> None:
        place = tmp_path / "demo"
        place.write_text("van mij", encoding="utf-8")
        with pytest.raises(Refusal):
            demo(place, today=TODAY)
        assert place.read_text(encoding="utf-8") == "van mij"

    def test_it_says_in_about_ten_lines_what_it_did(self, made: DemoResult) -> None:
        folder, output = made.folder.absolute(), made.result.output
        assert demo_lines(made) == [
            "Voorbeeldbedrijf Vlinderveld Koeltechniek B.V.: 74 posten van 42 debiteuren.",
            "De aanmaanronde van 21-11-2026, met beleid standaard:",
            "- 25 brieven over 32 posten, samen €\xa028.070,48 en USD\xa02.400,00:",
            "  3 × Sommatie, 13 × Betalingsherinnering, 5 × Aanmaning, "
            "2 × Betalingsherinnering met factuur, 1 × Tweede herinnering met uiterste "
            "betaaldatum, 1 × Sommatie en ingebrekestelling.",
            "- 6 posten voor uzelf, zoals 2 debiteuren bellen: blad Belijst.",
            "- 36 posten zonder brief; achter elke rij staat waarom: kolom Reden.",
            "- 7 controlepunten: blad Controle.",
            "Bekijk nu:",
            f"  de lijst:   {folder / 'openstaande-posten.xlsx'}",
            f"  de werkmap: {output}",
            f"  de brieven: {folder / 'brieven' / '2026-11-21-1'}",
            "Daarna met uw eigen lijst: xl-dunning check UWLIJST.xlsx",
        ]

    def test_it_runs_from_the_command_line(self, tmp_path: Path) -> None:
        done = subprocess.run(
            [sys.executable, "-m", "xl_dunning.frontends.cli", "demo", "proef"],
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            env={"PYTHONUTF8": "1", "PATH": ""},
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, "")
        assert done.stdout.startswith("Voorbeeldbedrijf Vlinderveld Koeltechniek B.V.: 74 posten")
        assert 9 <= len(done.stdout.splitlines()) <= 13
        assert (tmp_path / "proef" / "openstaande-posten-debiteuren.xlsx").is_file()

    def test_a_folder_in_use_ends_with_code_1(self, tmp_path: Path) -> None:
        (tmp_path / "iets.txt").write_text("", encoding="utf-8")
        done = subprocess.run(
            [sys.executable, "-m", "xl_dunning.frontends.cli", "demo", "."],
            cwd=tmp_path,
            capture_output=True,
            encoding="utf-8",
            env={"PYTHONUTF8": "1", "PATH": ""},
            check=False,
        )
        assert (done.returncode, done.stdout) == (1, "")
        assert done.stderr.startswith("In de map “.” staan al bestanden.")


class TestTheWorkbook:
    def test_holds_real_dates_and_amounts(self, made: DemoResult) -> None:
        sheet = openpyxl.load_workbook(made.list)["Facturen"]
        first = dict(zip((cell.value for cell in sheet[3]), sheet[4], strict=True))
        assert (first["Vervaldatum"].data_type, first["Openstaand"].data_type) == ("d", "n")
        assert first["Vervaldatum"].number_format == "dd-mm-yyyy"
        assert first["Openstaand"].value == 6050
        assert sheet.freeze_panes == "B4"

    def test_bears_the_headers_that_are_read_as_they_stand(self, made: DemoResult) -> None:
        columns = made.result.reading.layout.columns
        own = [column for column in columns if column.header in INVOICE_WIDTHS]
        assert len(own) == len(INVOICE_WIDTHS)
        assert [column.field for column in own] == [column.header for column in own]

    def test_is_the_same_file_in_content_whenever_it_is_made(self) -> None:
        assert company_on(TODAY) == company_on(TODAY)

    def test_shows_its_settings_as_the_manual_names_them(self, made: DemoResult) -> None:
        sheet = openpyxl.load_workbook(made.list)["Instellingen"]
        values = {row[0].value: row[1].value for row in sheet.iter_rows(min_row=2)}
        assert values["iban"] == "NL91 ABNA 0417 1643 00"
        assert values["drempelbedrag"] == 15


def test_the_copy_of_an_invoice_is_a_pdf_with_its_text() -> None:
    made = one_page(["Factuur (kopie) 1", "Café Østerhus € 12,00"])
    assert made.startswith(b"%PDF-1.4\n")
    assert made.endswith(b"%%EOF\n")
    assert rb"(Factuur \(kopie\) 1) Tj" in made
    assert "(Café Østerhus € 12,00) Tj".encode("cp1252") in made
    start = int(made.rsplit(b"startxref\n", 1)[1].split(b"\n")[0])
    assert made[start:].startswith(b"xref\n0 6\n")
