"""The manual says what the program does: each command, word and key in it is held to the code."""

from __future__ import annotations

import re
import shlex
import shutil
import tomllib
from datetime import date
from pathlib import Path

import click
import pytest

from tests.frontends.manual import EXAMPLE, MANUAL, chapter, in_code, rows
from xl_dunning.casefile import agreements, call_row, mirror
from xl_dunning.frontends import calendar_sheet
from xl_dunning.frontends.advice_sheet import ADVICE_HEADERS
from xl_dunning.frontends.cli import app
from xl_dunning.frontends.demo import LIST_NAME
from xl_dunning.frontends.demo_company.book import DEBTOR_WIDTHS, INVOICE_WIDTHS
from xl_dunning.frontends.logbook import WITHDRAWN
from xl_dunning.frontends.messages_nl.agreements import AGREEMENT_STATES, LAPSED, POSTPONED
from xl_dunning.frontends.messages_nl.difference import BROKEN_PROMISE, WHAT
from xl_dunning.frontends.messages_nl.reasons import TODO
from xl_dunning.frontends.options import CASEFILE_NAME, ListOptions, RunOptions
from xl_dunning.frontends.report_sheets import OWN_HEADERS
from xl_dunning.frontends.run import run
from xl_dunning.policies.loader import shipped_policies
from xl_dunning.rules.ledger import DebtorKind
from xl_dunning.rules.policy import Action, Audience
from xl_dunning.rules.policy_rows import POLICY_HEADERS, STAGE_HEADERS
from xl_dunning.rules.policy_rules import POLICY_KEYS, STAGE_KEYS
from xl_dunning.rules.proposal import Reason
from xl_dunning.rules.risk.attempts import WINDOW
from xl_dunning.rules.risk.chances import FEWEST
from xl_dunning.rules.risk.difference import Change
from xl_dunning.rules.risk.habits import ENOUGH
from xl_dunning.rules.risk.item_advice import CREDIBLE
from xl_dunning.rules.risk.payment_terms import FEWEST_PAID, LATE_DAYS
from xl_dunning.rules.risk.score import HIGH_FROM, MIDDLE_FROM, MOST
from xl_dunning.rules.settings_rules import COLUMNS, KEYS, settings_from_both
from xl_dunning.shipped import shipped
from xl_dunning.toml_file import read_toml

COMMAND_LINES = re.findall(r"^    (xl-dunning .*)$|`(xl-dunning [^`]+)`", MANUAL, re.MULTILINE)
COMMANDS = [block or inline for block, inline in COMMAND_LINES]


def command_of(typed: list[str]) -> tuple[click.Command, list[str]]:
    """The command that the words name, and what is left of them."""
    command: click.Command = app
    while isinstance(command, click.Group) and typed and not typed[0].startswith("-"):
        command, typed = command.commands[typed[0]], typed[1:]
    return command, typed


@pytest.mark.parametrize("line", COMMANDS)
def test_every_command_in_the_manual_can_be_typed(line: str) -> None:
    command, words = command_of(shlex.split(line)[1:])
    if not words or "--help" in words:
        return  # only named
    command.make_context(command.name, words)  # raises a usage error when it can't


def test_the_manual_shows_every_command() -> None:
    shown = {command_of(shlex.split(line)[1:])[0].name for line in COMMANDS}
    assert {*app.commands, "add", "list"} - {"log"} <= shown


def test_every_option_in_the_manual_exists() -> None:
    commands = [*app.commands.values(), *app.commands["log"].commands.values()]  # type: ignore[attr-defined]
    known = {name for command in commands for option in command.params for name in option.opts}
    assert set(re.findall(r"(?<![\w-])--[a-z][a-z-]*", MANUAL)) <= known | {"--help"}


def test_the_table_of_run_tells_all_its_options() -> None:
    told = [in_code(cells[0])[0].split()[0] for cells in rows(chapter(4))]
    options = [option for option in app.commands["run"].params if isinstance(option, click.Option)]
    assert sorted(told) == sorted(name for option in options for name in option.opts)


def test_every_reason_is_told_with_the_word_that_the_sheet_shows() -> None:
    told = {cells[3]: cells[0] for cells in rows(chapter(9))}
    assert list(told) == [
        *("DUE", "UNREADABLE", "DUPLICATE_KEY", "PAID", "CREDIT_NOTE", "NOT_DUE", "DISPUTED"),
        *("BLOCKED", "SKIPPED", "PROMISE_RUNNING", "PLAN_RUNNING", "NET_CREDIT", "DIRECT_DEBIT"),
        *("BELOW_MINIMUM", "HISTORY_GAP", "TOO_EARLY", "LAST_STAGE", "NO_CHANNEL"),
    ]
    assert set(told) == set(Reason)
    words = {reason.value: word for reason, word in TODO.items() if reason is not Reason.DUE}
    assert {code: word for code, word in told.items() if code != "DUE"} == words


def test_every_setting_is_told_and_no_other() -> None:
    told = [key for cells in rows(chapter(6)) for key in in_code(cells[0])]
    assert sorted(told) == sorted([*KEYS, COLUMNS])


def test_the_example_of_the_settings_is_the_file_to_copy_and_is_right() -> None:
    (block,) = re.findall(r"```toml\n(.*?)```", MANUAL, re.DOTALL)
    assert block == (EXAMPLE / "bedrijf.toml").read_text(encoding="utf-8")
    settings, findings = settings_from_both(
        sheet={}, file=read_toml(EXAMPLE / "bedrijf.toml"), file_name="bedrijf.toml"
    )
    assert findings == ()
    assert settings.creditor.name == "Uw Bedrijf B.V."


def test_settings_may_be_typed_as_the_manual_says() -> None:
    typed = '"adres verplicht" = "nee"\n[kolommen]\nOpenstaand = "Saldo"\n'
    for line in typed.splitlines():
        assert f"`{line}`" in MANUAL
    settings, findings = settings_from_both(
        sheet={}, file=tomllib.loads(typed), file_name="bedrijf.toml"
    )
    assert findings == ()
    assert not settings.address_required
    assert settings.columns == {"Openstaand": "Saldo"}


@pytest.mark.parametrize(
    ("sheet", "headers"),
    [
        ("Facturen", [*INVOICE_WIDTHS]),
        ("Debiteuren", [*DEBTOR_WIDTHS]),
        ("Afspraken", [*agreements.HEADERS]),
        ("Logboek", [*mirror.HEADERS]),
        ("Belijst", [*call_row.HEADERS]),
        ("Termijnen", [column.header for column in calendar_sheet.COLUMNS]),
        ("Advies", [*ADVICE_HEADERS]),
    ],
)
def test_each_sheet_is_told_with_its_columns(sheet: str, headers: list[str]) -> None:
    (told,) = re.findall(rf"^\*\*{sheet}\*\*: (.*?)\n\n", MANUAL, re.MULTILINE | re.DOTALL)
    assert re.split(r",\s+", told) == headers


def test_the_sheet_beleid_is_told_with_its_columns() -> None:
    (told,) = re.findall(r"De kolommen zijn dan: (.*?)\.", MANUAL, re.DOTALL)
    assert re.split(r",\s+", told) == [*POLICY_HEADERS.values(), *STAGE_HEADERS.values()]


def test_every_state_of_the_calendar_is_told() -> None:
    told = [code[0] for cells in rows(chapter(5)) if (code := in_code(cells[0]))]
    assert told == [*AGREEMENT_STATES.values(), LAPSED]
    assert f"`{POSTPONED}`" in chapter(5)


def test_every_sheet_that_the_program_makes_is_told() -> None:
    told = chapter(5).split(" bladen: ")[1].split("\n\n")[0]
    assert re.findall(r"\*\*(\w+)\*\*", told) == [*OWN_HEADERS]


def test_every_policy_is_told_with_its_keys_and_words() -> None:
    told = [cells[0] for cells in rows(chapter(7))]
    names = [policy.name for policy in shipped_policies()]
    keys = [key for cell in told for key in in_code(cell)]
    assert sorted(keys) == sorted([*names, *POLICY_KEYS, *STAGE_KEYS])
    words = {word for cells in rows(chapter(7)) for word in in_code(cells[1])}
    assert {*Action, *Audience} <= words


def test_words_that_the_user_types_or_sees_are_those_of_the_code() -> None:
    output = f"{Path(LIST_NAME).stem}-debiteuren.xlsx"
    for word in (
        output,
        CASEFILE_NAME,
        WITHDRAWN.strip(),
        "**Belijst**",
        "**Advies**",
        "**Controle**",
    ):
        assert word in MANUAL
    for column in ("Dagen te laat", "Fase", "Actie", "Actie vanaf", "Reden"):
        assert f"**{column}**" in chapter(5)


def test_every_change_since_the_last_run_is_told_in_the_order_of_the_sheet() -> None:
    told = [cells[0] for cells in rows(chapter(5)) if not in_code(cells[0])]
    assert told == [BROKEN_PROMISE, *map(WHAT.get, Change)]


def test_the_limits_of_the_advice_are_those_of_the_code() -> None:
    told = " ".join(chapter(9).split())
    for words in (
        f"Onder {MIDDLE_FROM} is laag, vanaf {HIGH_FROM} hoog",
        f"minder dan {ENOUGH} betaalde facturen",
        f"binnen {WINDOW} dagen",
        f"minstens {CREDIBLE:.0%} zeker",
        f"nog geen {FEWEST} keer geprobeerd",
        f"over minstens {FEWEST_PAID} betaalde facturen gemiddeld {LATE_DAYS:.0f} dagen",
    ):
        assert words in told
    points = re.findall(r"\((?:hoogstens )?(\d+)(?: punten)?\)", told.partition("Zij telt op")[2])
    assert [int(each) for each in points[: len(MOST)]] == list(MOST.values())


@pytest.mark.parametrize("path", ["letter_templates/nl", "letter_templates/README.md"])
def test_what_the_manual_points_at_is_there(path: str) -> None:
    assert f"`{path}`" in MANUAL
    folder, _, rest = path.partition("/")
    assert (shipped(folder) / rest).exists()


def test_the_manual_promises_nothing_that_is_not_there_yet() -> None:
    missing = chapter(14)
    for word in ("E-mailen", "Pdf"):
        assert word in missing


def test_the_example_files_go_through_a_whole_run(tmp_path: Path) -> None:
    folder = shutil.copytree(EXAMPLE, tmp_path / "voorbeeld")
    chosen = ListOptions(
        file=folder / "openstaande-posten.csv",
        debtors=folder / "debiteuren.csv",
        settings=folder / "bedrijf.toml",
    )
    result = run(RunOptions(list=chosen, as_of=date(2026, 11, 21)))
    assert len(result.reading.ledger.items) == 12
    assert [row.why for row in result.reading.skipped] == ["TOTAL_ROW"]
    assert result.reading.layout.format == ""
    assert len(result.letters) == 7
    kinds = [debtor.kind for debtor in result.reading.ledger.debtors.values()]
    assert kinds.count(DebtorKind.CONSUMER) == 2
