"""What is typed in the log and can't be meant so is said, with the row where it stands now."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook

from tests.acceptance.company import Company, cli, letter

LIST = """
    Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand
    FA            | 1              | 2026-03-02  | 100.00
    FB            | 2              | 2026-03-16  | 200.00
"""
HEADERS = ("Datum", "Debiteurnummer", "Factuurnummer", "Gebeurtenis", "Tot en met", "Bedrag")


@pytest.fixture
def company(tmp_path: Path) -> Company:
    company = Company(folder=tmp_path).policy(letter("een", 5), letter("twee", 20))
    company.listed(LIST).run("2026-03-20")
    return company


def typed(company: Company, *rows: tuple[Any, ...]) -> None:
    """Type rows at the bottom of the Logboek in the marked workbook."""
    book = load_workbook(company.output)
    sheet = book["Logboek"]
    places = {str(cell.value): place for place, cell in enumerate(sheet[1], 1)}
    for number, row in enumerate(rows, start=sheet.max_row + 1):
        for header, value in zip(HEADERS, row, strict=False):
            sheet.cell(number, places[header]).value = value
    book.save(company.output)


@pytest.mark.parametrize(
    ("row", "code", "message"),
    [
        (
            (date(2026, 3, 20), "11", None, "toezegging", "1-4-2026"),
            "EVENT_DEBTOR_UNKNOWN",
            "debiteur 11 komt in de lijst niet voor. Staat er niets meer open, dan hoeft u niets"
            " te doen. Is het nummer verkeerd, trek deze rij dan in en typ haar opnieuw.",
        ),
        (
            (date(2026, 3, 20), "1", "F-A", "betaling", None, 100),
            "EVENT_INVOICE_UNKNOWN",
            "factuur F-A van debiteur 1 komt in de lijst niet voor. Is zij betaald, dan hoeft u"
            " niets te doen. Is het nummer verkeerd, trek deze rij dan in en typ haar opnieuw.",
        ),
    ],
)
@pytest.mark.parametrize("first", ["2026-03-20", None], ids=["after a dry run", "at once"])
def test_a_number_that_the_list_does_not_know(
    company: Company, row: tuple[Any, ...], code: str, message: str, first: str | None
) -> None:
    typed(company, row)
    if first:
        company.run(first, "--dry-run")
    assert company.run("2026-03-20").finding(code)["message"] == (f"Blad Logboek, rij 2: {message}")
    assert code not in company.run("2026-03-21").codes


def test_a_day_that_must_still_come(company: Company) -> None:
    typed(company, (date(2062, 3, 20), "1", "FA", "telefoon"))
    for day in ("2026-03-20", "2026-03-21"):
        assert company.run(day).finding("EVENT_IN_FUTURE")["message"] == (
            "Blad Facturen, rij 2: Debiteur 1: de gebeurtenis “telefoon” in het logboek is van"
            f" 20-03-2062, na de peildatum {day[-2:]}-03-2026, en telt toch al mee. Klopt de dag"
            " niet, trek haar dan in en leg haar opnieuw vast."
        )


def test_a_restored_log_raises_no_questions_about_what_was_paid(company: Company) -> None:
    company.dossier.unlink()
    company.listed(LIST.rpartition("FB")[0])
    assert company.run("2026-03-21").codes == set()


def test_a_row_that_could_not_be_read_is_named_where_it_stands_now(company: Company) -> None:
    typed(
        company,
        (date(2026, 3, 20), "2", None, "telefoon"),
        (date(2026, 3, 20), "2", None, "dansen"),
    )
    for run in (company.run("2026-03-20", "--dry-run"), company.run("2026-03-20")):
        assert run.finding("LOG_KIND_UNKNOWN")["row"] == 2
        assert company.sheet("Logboek")[0]["Gebeurtenis"] == "dansen"


def test_a_number_that_the_case_file_never_met_is_questioned_at_once(company: Company) -> None:
    slip = cli(
        *("log", "add", "promise", "--debtor", "11", "--until", "1-4-2026"),
        *("--date", "20-3-2026", "--casefile", company.dossier),
    )
    assert (slip.code, slip.err) == (
        0,
        "Debiteur 11 komt in het dossier nog niet voor. Controleer het nummer; klopt het niet,"
        " trek deze gebeurtenis dan in.\n",
    )
    assert company.log("call", "--invoice", "FX", day="20-3-2026").err == (
        "Factuur FX van debiteur 1 komt in het dossier nog niet voor. Controleer het nummer;"
        " klopt het niet, trek deze gebeurtenis dan in.\n"
    )
    assert company.log("call", "--invoice", "FA", day="20-3-2026").err == ""


def test_an_earlier_step_without_its_name_is_refused(company: Company) -> None:
    refused = cli("log", "add", "imported", "--debtor", "1", "--casefile", company.dossier)
    assert (refused.code, refused.err) == (
        1,
        "Bij ingelezen hoort de stap die al was gezet. Vul --stage in, bijvoorbeeld --stage"
        " herinnering. Er is niets vastgelegd.\n",
    )
