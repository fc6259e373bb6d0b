"""The demo: the whole main job for an example company in which everything occurs."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import docx
import openpyxl
import pytest

from xl_dunning.frontends.demo import DemoResult, demo
from xl_dunning.frontends.options import ListOptions, RunOptions
from xl_dunning.frontends.run import run
from xl_dunning.policies.loader import load_policy
from xl_dunning.rules.events import Channel, EventKind
from xl_dunning.rules.ledger import DebtorKind
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
            date(2024, 2, 29),  # leap day
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
        [
            stage
            for kind in DebtorKind
            for stage in load_policy("standaard").stages_for(kind)
            # Without an agreed term another letter comes first; the terms of this company are.
            if stage.action is Action.LETTER and not stage.without_term
        ],
        ids=lambda stage: stage.key,
    )
    def test_writes_a_letter_for_every_letter_stage_of_the_default_policy(
        self, made: DemoResult, stage: object
    ) -> None:
        assert stage in [letter.notice.stage for letter in made.result.letters]

    def test_uses_the_templates_of_the_policies_and_of_what_follows(self, made: DemoResult) -> None:
        used = {letter.notice.stage.template for letter in made.result.letters}
        assert used == {
            "herinnering",
            "tweede_herinnering",
            "aanmaning",
            "sommatie",
            "ingebrekestelling",
            "veertiendagenbrief",
            # These follow from the log.
            "factuur_opnieuw",
            "opschorting_aankondiging",
            "regeling_herinnering",
            "regeling_verbroken",
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
            "10053": 1,  # who never got it gets it once more
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
            "DISPUTE_OVERDUE",
            "HISTORY_GAP",
            "KEY_DOUBLED",
            "KEY_DOUBLED",
            "NO_CHANNEL",
            "TERM_LETTER_IMPORTED",
            "WRONG_NUMBER",
        ]

    def test_gives_the_workbook_back_with_the_users_own_sheets(self, made: DemoResult) -> None:
        assert made.result.kept
        book = openpyxl.load_workbook(made.result.output)
        own = openpyxl.load_workbook(made.list)
        ours = {"Belijst", "Termijnen", "Advies", "Controle", "Verschil"}
        assert set(own.sheetnames) | ours == set(book.sheetnames)
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
