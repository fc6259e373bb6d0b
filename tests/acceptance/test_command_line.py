"""What the program says and gives back: exit codes, Dutch sentences, what it leaves behind."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.acceptance.company import Company, cli, environment, letter, program

DAY = "2026-03-20"
LIST = """
    Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand
    F1            | 1              | 2026-03-02  | 100.00
    F2            | 2              | 2026-03-16  | 200.00
"""


@pytest.fixture
def steps(company: Company) -> Company:
    return company.policy(letter("een", 5), letter("twee", 20)).listed(LIST)


def test_exit_0_and_a_short_report_in_dutch(steps: Company) -> None:
    done = steps.try_run(DAY)
    assert (done.code, done.err) == (0, "1 van 1 brief gemaakt\n")
    assert done.out.splitlines()[:2] == [
        "Ronde 2026-03-20-1, peildatum 20-03-2026, beleid proef.",
        "Gelezen: 2 posten op blad Facturen, van 2 debiteuren; 0 regels overgeslagen.",
    ]
    assert f"Werkmap: {steps.output}" in done.out


def test_exit_1_says_one_sentence_on_stderr_and_writes_nothing(steps: Company) -> None:
    steps.words()
    before = {name: _content(steps.folder / name) for name in steps.files()}

    refused = steps.try_run(DAY, "--sheet", "Bestaat niet")

    assert (refused.code, refused.out) == (1, "")
    assert refused.err == (
        "Er is geen blad «Bestaat niet». Dit bestand heeft: «Facturen», «Debiteuren». Kies een van"
        " deze met --sheet.\n"
    )
    assert {name: _content(steps.folder / name) for name in steps.files()} == before


@pytest.mark.parametrize(
    ("words", "said"),
    [
        (
            ["run"],
            "Er ontbreekt iets: BESTAND.\nUitleg: xl-dunning run --help\n",
        ),
        (
            ["run", "lijst.xlsx", "--peildatum", "x"],
            "De optie --peildatum bestaat niet.\nUitleg: xl-dunning run --help\n",
        ),
        (
            ["run", "lijst.xlsx", "--dryrun"],
            "De optie --dryrun bestaat niet. Bedoelt u --dry-run?\nUitleg: xl-dunning run --help\n",
        ),
        (
            ["run", "lijst.xlsx", "--as-of", "31-02-2026"],
            "De waarde bij --as-of klopt niet: “31-02-2026” is geen bestaande datum. Typ"
            " dag-maand-jaar, bijvoorbeeld 21-11-2026, of 2026-11-21.\n"
            "Uitleg: xl-dunning run --help\n",
        ),
        (
            ["run", "lijst.xlsx", "--as-of"],
            "De optie --as-of heeft een waarde nodig.\n",
        ),
        (
            ["run", "mijn", "lijst.xlsx"],
            "Er staat iets te veel: lijst.xlsx. Zet een naam met spaties tussen aanhalingstekens.\n"
            "Uitleg: xl-dunning run --help\n",
        ),
        (
            ["run", "lijst.xlsx", "--dry-run=ja"],
            "De optie --dry-run krijgt geen waarde.\n",
        ),
        (
            ["log", "add", "call", "--debtor", "1", "--channel", "telefoon"],
            "De waarde bij --channel klopt niet: “telefoon” kan hier niet. Kies uit: post, email,"
            " phone.\nUitleg: xl-dunning log add --help\n",
        ),
        (
            ["rn", "lijst.xlsx"],
            "De opdracht “rn” bestaat niet. Kies uit: {commands}.\nUitleg: xl-dunning --help\n",
        ),
    ],
)
def test_exit_2_tells_in_dutch_what_was_typed_wrong(words: list[str], said: str) -> None:
    from xl_dunning.frontends.cli import app  # noqa: PLC0415

    outcome = cli(*words)
    assert (outcome.code, outcome.out) == (2, "")
    assert outcome.err == said.replace("{commands}", ", ".join(sorted(app.commands)))


def test_exit_3_when_strict_and_there_are_findings(steps: Company) -> None:
    assert steps.try_run(DAY, "--dry-run", "--strict").code == 0
    steps.listed(LIST + '    F3 | 2 | 2026-03-02 | "1.234"')
    strict = steps.try_run(DAY, "--dry-run", "--strict")
    assert (strict.code, steps.try_run(DAY, "--dry-run").code) == (3, 0)
    assert "1 controlepunt:" in strict.out
    assert cli("check", steps.list_file, "--strict").code == 3


@pytest.mark.parametrize("command", [[], ["run"], ["check"], ["log"], ["log", "add"], ["undo"]])
def test_help_is_dutch(command: list[str]) -> None:
    shown = cli(*command, "--help")
    assert shown.code == 0
    assert "Gebruik: xl-dunning" in shown.out
    for english in ("Usage:", "Options:", "Commands:", "Show this message"):
        assert english not in shown.out


def test_the_program_itself_speaks_and_exits_like_the_tests_in_one_process(steps: Company) -> None:
    done = program(*steps.words("--as-of", DAY))
    out, err = done.communicate(timeout=60)
    assert (done.returncode, err) == (0, "1 van 1 brief gemaakt\n")
    assert out.startswith("Ronde 2026-03-20-1, peildatum 20-03-2026, beleid proef.\n")


def test_a_console_that_knows_no_euro_sign_gets_a_question_mark(steps: Company) -> None:
    done = subprocess.run(
        [sys.executable, "-m", "xl_dunning.frontends.cli", *map(str, steps.words("--as-of", DAY))],
        env={**environment(), "PYTHONUTF8": "0", "PYTHONIOENCODING": "ascii"},
        capture_output=True,
        check=False,
    )
    assert (done.returncode, done.stderr) == (0, b"1 van 1 brief gemaakt\n")


def test_in_place_keeps_a_copy_and_the_users_own_cells(steps: Company) -> None:
    own = load_workbook(steps.list_file)
    own["Facturen"]["A5"] = "mijn notitie"
    own.create_sheet("Eigen blad")["B2"] = "=1+1"
    own.save(steps.list_file)
    original = steps.list_file.read_bytes()

    steps.run(DAY, "--in-place")

    assert (steps.folder / "lijst-vorige.xlsx").read_bytes() == original
    book = load_workbook(steps.list_file)
    assert book["Eigen blad"]["B2"].value == "=1+1"
    assert book["Facturen"]["A5"].value == "mijn notitie"
    assert not steps.output.exists()
    assert steps.run(DAY, "--in-place").carried_out == {}


def test_results_are_replaced_on_the_next_run_and_not_doubled(steps: Company) -> None:
    steps.run(DAY, "--in-place")
    first = [cell.value for cell in load_workbook(steps.list_file)["Facturen"][1]]
    steps.run("2026-03-21", "--in-place")
    assert [cell.value for cell in load_workbook(steps.list_file)["Facturen"][1]] == first


def test_the_list_itself_is_not_touched_by_a_run(steps: Company) -> None:
    before = steps.list_file.read_bytes()
    steps.run(DAY)
    assert steps.list_file.read_bytes() == before


def test_a_csv_list_gives_a_fresh_workbook(steps: Company) -> None:
    export = steps.folder / "export.csv"
    export.write_text(
        "Factuurnr;Debiteurnr;Naam;Adres;Postcode;Plaats;Vervaldatum;Openstaand\r\n"
        "F1;1;Café Noord;Kade 1;1234 AB;Breda;02-03-2026;1.234,56\r\n",
        encoding="cp1252",
    )
    run = steps.run(DAY, file=export)
    assert run.carried_out == {"F1": "een"}
    assert (run.letters[0]["name"], run.letters[0]["total"]) == ("Café Noord", "1234.56")
    assert not run.json["kept_workbook"]
    assert steps.sheet("Logboek", book=Path(run.json["output"]))


def _content(path: Path) -> bytes:
    return path.read_bytes() if path.is_file() else b""


def test_a_file_that_is_not_there_is_named(company: Company) -> None:
    missing = company.try_run(DAY)
    assert (missing.code, missing.err) == (
        1,
        f"Het bestand {company.list_file} is er niet. Controleer de naam en de map.\n",
    )
    assert company.files() == {"bedrijf.toml"}


@pytest.mark.office
@pytest.mark.skipif(shutil.which("soffice") is None, reason="needs program soffice")
@pytest.mark.parametrize("kind", ["xls", "ods"])
def test_a_list_saved_by_libreoffice_in_an_older_form(steps: Company, kind: str) -> None:
    profile = steps.folder.parent / "profiel"
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation=file://{profile}",
            "--headless",
            *("--convert-to", kind, "--outdir", str(steps.folder), str(steps.list_file)),
        ],
        check=True,
        capture_output=True,
        env={**os.environ, "HOME": str(profile)},
    )
    run = steps.run(DAY, file=steps.folder / f"lijst.{kind}")
    assert run.carried_out == {"F1": "een"}
    assert not run.json["kept_workbook"]


def test_a_folder_of_templates_that_is_not_there_sends_no_other_letters(steps: Company) -> None:
    refused = steps.try_run(DAY, "--templates", "sjablonnen")
    assert (refused.code, refused.err) == (
        1,
        "De map sjablonnen met uw eigen briefsjablonen is er niet. Verbeter de naam bij"
        " --templates of bij Instellingen (sjabloonmap), of laat hem weg voor de meegeleverde"
        " brieven.\n",
    )
    assert steps.letters_on_disk() == {}


def test_a_name_that_is_too_long_for_the_computer_is_refused(steps: Company) -> None:
    name = "n" * 300 + ".xlsx"
    refused = steps.try_run(DAY, "--output", steps.folder / name)
    assert (refused.code, refused.err) == (
        1,
        f"Het resultaat kan niet “{name}” heten: die naam is te lang of kan op deze computer niet."
        " Kies met --output een kortere naam.\n",
    )
