"""What if it were next Friday? A dry run for a day to come leaves everything as it is."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.acceptance.company import Company, cli, letter
from xl_dunning.frontends import cli_lists
from xl_dunning.frontends.options import ListOptions, RunOptions
from xl_dunning.frontends.run import run

LIST = """
    Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand
    F1            | 1              | 2026-03-02  | 100.00
    F2            | 2              | 2026-03-16  | 250.00
"""
TODAY, NEXT_FRIDAY = "2026-03-20", "2026-03-27"
PROEF = "lijst-proef.xlsx"


@pytest.fixture(autouse=True)
def _today(monkeypatch: pytest.MonkeyPatch) -> None:
    """The clock of this computer stands still: whether a day is to come must not depend on it."""
    monkeypatch.setattr(cli_lists, "today", lambda: date.fromisoformat(TODAY))


@pytest.fixture
def company(tmp_path: Path) -> Company:
    company = Company(folder=tmp_path).policy(letter("een", 5), letter("twee", 20))
    company.listed(LIST).run("2026-03-09")
    return company


def state(company: Company) -> dict[str, bytes]:
    """Every file of the company but that of the what-if."""
    return {
        str(path): path.read_bytes()
        for path in company.folder.rglob("*")
        if path.is_file() and path.name != PROEF
    }


def typed_in(book: Path, *row: object) -> None:
    opened = load_workbook(book)
    opened["Logboek"].append(list(row))
    opened.save(book)


def test_it_tells_which_letters_would_go_and_their_total(company: Company) -> None:
    screen = company.try_run(NEXT_FRIDAY, "--dry-run")

    assert screen.code == 0
    assert screen.out.splitlines()[-4:] == [
        "Te doen en te weten: 1 × Brief: Twee, 1 × Brief: Een.",
        "Een echte ronde maakt op 27-03-2026 deze brieven: 1 × Twee, 1 × Een (€\xa0350,00).",
        f"Werkmap: {company.folder / PROEF}",
        "Die werkmap is alleen om te bekijken: wat u daarin typt, telt niet mee.",
    ]


def test_a_day_without_letters_is_named(company: Company) -> None:
    lines = company.try_run("2026-03-21", "--dry-run").out.splitlines()
    assert "Er is op 21-03-2026 geen brief nodig." not in lines, "F2 is due from the 21st"
    company.run(TODAY)
    company.listed(LIST.rpartition("F2")[0])
    assert (
        "Er is op 21-03-2026 geen brief nodig."
        in company.try_run("2026-03-21", "--dry-run").out.splitlines()
    )


def test_it_leaves_every_file_as_it_was_and_makes_one_of_its_own(company: Company) -> None:
    before = state(company)
    stamp = company.output.stat().st_mtime_ns

    for _ in range(2):
        told = company.run(NEXT_FRIDAY, "--dry-run").json
        assert (told["output"], told["what_if"], told["dry_run"], told["run"]) == (
            str(company.folder / PROEF),
            True,
            True,
            None,
        )

    kept = {path: text for path, text in state(company).items() if "proef" not in Path(path).name}
    assert kept == {path: text for path, text in before.items() if "proef" not in Path(path).name}
    assert company.output.stat().st_mtime_ns == stamp
    assert "lijst-debiteuren-vorige.xlsx" not in company.files()


def test_its_workbook_shows_the_day_to_come_and_has_no_log_to_type_in(company: Company) -> None:
    company.run(NEXT_FRIDAY, "--dry-run")
    proef = company.folder / PROEF
    assert load_workbook(proef).sheetnames == [
        "Facturen", "Debiteuren", "Belijst", "Termijnen", "Advies", "Controle", "Verschil",
    ]  # fmt: skip
    assert [row["Actie"] for row in company.sheet("Facturen", book=proef)] == [
        "Brief: Twee",
        "Brief: Een",
    ]


def test_what_was_typed_in_the_workbook_of_the_run_counts(company: Company) -> None:
    typed_in(company.output, None, "19-03-2026", "1", "F1", "betwisting")
    told = company.run(NEXT_FRIDAY, "--dry-run")
    assert told.reasons == {"F1": "DISPUTED", "F2": "DUE"}
    assert company.run(TODAY).reasons["F1"] == "DISPUTED", "and it was not lost on the way"


def test_what_was_typed_counts_for_an_export_with_another_name_too(company: Company) -> None:
    typed_in(company.output, None, "19-03-2026", "1", "F1", "betwisting")
    other = company.list_file.rename(company.folder / "week 13.xlsx")
    told = company.run(NEXT_FRIDAY, "--dry-run", file=other)
    assert told.reasons["F1"] == "DISPUTED"
    assert told.json["output"] == str(company.folder / "week 13-proef.xlsx")


def test_what_was_typed_counts_when_the_case_file_is_lost_too(company: Company) -> None:
    typed_in(company.output, None, "19-03-2026", "1", "F1", "betwisting")
    company.dossier.unlink()
    told = company.run(NEXT_FRIDAY, "--dry-run")
    assert (told.reasons["F1"], told.levels["F1"]) == ("DISPUTED", 1)
    assert not company.dossier.exists()


def test_what_is_typed_in_the_workbook_of_a_what_if_does_not_count(company: Company) -> None:
    company.run(NEXT_FRIDAY, "--dry-run")
    proef = company.folder / PROEF
    book = load_workbook(proef)
    book.create_sheet("Afspraken").append(["Debiteurnummer", "Soort", "Tot en met"])
    book["Afspraken"].append(["2", "toezegging", "1-5-2026"])
    book.save(proef)

    again = company.run(NEXT_FRIDAY, "--dry-run")
    assert again.reasons["F2"] == "DUE"
    found = again.finding("LAST_OUTPUT_OWN_WORK")
    assert "lijst-proef-aantekeningen.xlsx" in found["message"], "it is kept, and that is told"
    assert company.run("2026-03-21").reasons["F2"] == "DUE"


def test_a_row_that_can_not_be_read_is_named_where_it_was_typed(company: Company) -> None:
    typed_in(company.output, None, "19-03-2026", "1", "F1", "dansen")
    found = company.run(NEXT_FRIDAY, "--dry-run").finding("LOG_KIND_UNKNOWN")
    assert (found["sheet"], found["row"]) == ("Logboek", 3)
    controle = load_workbook(company.folder / PROEF)["Controle"]
    assert [cell.hyperlink for cell in controle["C"]][1] is None, "there is no such sheet here"


def test_a_run_after_a_what_if_is_as_if_there_had_been_none(company: Company) -> None:
    company.run(NEXT_FRIDAY, "--dry-run")
    real = company.run("2026-03-22")
    assert real.carried_out == {"F2": "een"}
    assert real.json["since_last_run"]["last_run"] == "2026-03-09"
    assert real.codes == set()


def test_a_list_that_is_marked_in_place_stays_as_it_is(company: Company) -> None:
    company.output.unlink()
    company.run(TODAY, "--in-place")
    before = state(company)
    told = company.run(NEXT_FRIDAY, "--dry-run", "--in-place")
    assert told.json["output"] == str(company.folder / PROEF)
    assert state(company) == before
    assert told.levels == {"F1": 1, "F2": 0}


def test_it_may_go_to_a_place_of_ones_own(company: Company) -> None:
    own = company.folder / "vrijdag.xlsx"
    told = company.run(NEXT_FRIDAY, "--dry-run", "--output", own)
    assert (told.json["output"], own.exists()) == (str(own), True)
    assert PROEF not in company.files()


def test_it_is_refused_in_the_place_of_a_run(company: Company) -> None:
    before = state(company)
    refused = company.try_run(NEXT_FRIDAY, "--dry-run", "--output", company.output)
    assert (refused.code, refused.out, refused.err) == (
        1,
        "",
        "Deze proef voor een dag die nog komt, zou over de werkmap van ronde 2026-03-09-1 heen"
        " komen (“lijst-debiteuren.xlsx”). Kies bij --output een andere naam, of laat --output"
        " weg.\n",
    )
    assert state(company) == before


@pytest.mark.parametrize("day", [TODAY, "2026-03-10"], ids=["today", "a day that has passed"])
def test_a_dry_run_for_today_is_the_rehearsal_of_the_run_of_today(
    company: Company, day: str
) -> None:
    told = company.run(day, "--dry-run").json
    assert (told["output"], told["what_if"]) == (str(company.output), False)
    assert "lijst-debiteuren-vorige.xlsx" in company.files()
    assert PROEF not in company.files()
    lines = company.try_run("2026-03-20", "--dry-run").out.splitlines()
    assert not any(line.startswith("Die werkmap is alleen") for line in lines)


def test_a_real_run_for_a_day_to_come_is_no_what_if(company: Company) -> None:
    told = company.run(NEXT_FRIDAY)
    assert (told.json["what_if"], told.json["output"]) == (False, str(company.output))
    assert told.carried_out == {"F1": "twee", "F2": "een"}


def test_two_policies_are_compared_by_two_dry_runs(company: Company) -> None:
    """As the manual says: each its own workbook, and neither leaves a trace."""
    before = state(company)
    mild, own = company.folder / "mild.xlsx", company.folder / "eigen.xlsx"
    words = ["--as-of", TODAY, "--dry-run"]
    one = cli(*company.words(*words, "--output", own))
    company.policies = ()
    two = cli(*company.words(*words, "--policy", "stappenplan", "--output", mild))
    assert (one.code, two.code) == (0, 0)
    assert {path.name for path in (mild, own) if path.exists()} == {"mild.xlsx", "eigen.xlsx"}
    kept = {path: text for path, text in state(company).items() if path in before}
    assert kept == before


def test_from_python_it_is_asked_for_by_name(company: Company) -> None:
    chosen = ListOptions(file=company.list_file, policies=company.policies)
    told = run(RunOptions(list=chosen, as_of=date.fromisoformat(NEXT_FRIDAY), what_if=True))
    assert (told.dry_run, told.what_if, told.output.name) == (True, True, PROEF)
    assert told.recorded == ()
