"""The workbook of the last run is made anew; what the user did in it is never simply gone."""

from __future__ import annotations

import io
import shutil
from pathlib import Path

import pytest
from msoffcrypto.format.ooxml import OOXMLFile
from openpyxl import load_workbook

from tests.acceptance.company import Company, letter

TWO = """
    Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand
    FA            | 1              | 2026-03-02  | 100.00
    FB            | 2              | 2026-03-16  | 200.00
"""
KEPT = "lijst-debiteuren-aantekeningen.xlsx"


@pytest.fixture
def company(tmp_path: Path) -> Company:
    company = Company(folder=tmp_path).policy(letter("een", 5), letter("twee", 20))
    company.listed(TWO).run("2026-03-20")
    return company


def change(path: Path, *, sheet: str, cell: str, value: str) -> None:
    book = load_workbook(path)
    (book[sheet] if sheet in book.sheetnames else book.create_sheet(sheet))[cell] = value
    book.save(path)


@pytest.mark.parametrize(
    ("sheet", "cell", "what"),
    [
        ("Facturen", "Q1", "kolom Afdeling"),  # beside our columns
        ("Belijst", "Y1", "blad Belijst"),  # a column of her own
        ("Belijst", "Z3", "blad Belijst"),  # a note without a header
        ("Termijnen", "P1", "blad Termijnen"),
        ("Afspraken", "A1", "blad Afspraken"),  # read, but the new workbook lacks the sheet
        ("Notities", "A1", "blad Notities"),
    ],
)
def test_what_the_user_added_is_kept_apart_and_told_once(
    company: Company, sheet: str, cell: str, what: str
) -> None:
    change(company.output, sheet=sheet, cell=cell, value="Afdeling")

    first = company.run("2026-03-21", "--dry-run")
    second = company.run("2026-03-21")

    assert first.finding("LAST_OUTPUT_OWN_WORK")["message"] == (
        f"In de vorige werkmap hebt u zelf iets toegevoegd ({what}). De nieuwe werkmap komt uit"
        f" uw lijst en heeft dat niet; de vorige is bewaard als “{KEPT}”."
    )
    assert "LAST_OUTPUT_OWN_WORK" not in second.codes
    assert load_workbook(company.folder / KEPT)[sheet][cell].value == "Afdeling"


def test_a_second_copy_does_not_replace_the_first(company: Company) -> None:
    for day in ("2026-03-21", "2026-03-22"):
        change(company.output, sheet="Notities", cell="A1", value=day)
        company.run(day)
    kept = [company.folder / KEPT, company.folder / "lijst-debiteuren-aantekeningen (2).xlsx"]
    assert [load_workbook(path)["Notities"]["A1"].value for path in kept] == [
        "2026-03-21",
        "2026-03-22",
    ]


def test_a_workbook_of_ours_alone_is_no_work_of_the_user(company: Company) -> None:
    assert "LAST_OUTPUT_OWN_WORK" not in company.run("2026-03-21").codes
    assert {"lijst-debiteuren-vorige.xlsx"} <= company.files()
    assert KEPT not in company.files()


def test_a_log_behind_a_password_is_read_as_well(company: Company) -> None:
    book = load_workbook(company.output)
    book["Logboek"].append([None, "21-03-2026", "1", "FA", "betwisting"])
    book.save(company.output)
    for path in (company.list_file, company.output):
        plain = io.BytesIO(path.read_bytes())
        with path.open("wb") as locked:
            OOXMLFile(plain).encrypt("geheim", locked)

    run = company.run("2026-03-21", "--password", "geheim")

    assert (run.reasons["FA"], "LAST_OUTPUT_UNREADABLE" in run.codes) == ("DISPUTED", False)


def test_what_was_typed_last_week_counts_for_an_export_with_another_name(company: Company) -> None:
    book = load_workbook(company.output)
    book["Logboek"].append([None, "21-03-2026", "1", "FA", "betwisting"])
    agreed = book.create_sheet("Afspraken")
    agreed.append(["Debiteurnummer", "Soort", "Tot en met"])
    agreed.append(["2", "toezegging", "1-5-2026"])
    book.save(company.output)
    next_week = company.folder / "week 13.xlsx"
    shutil.copy(company.list_file, next_week)

    run = company.run("2026-04-10", file=next_week)

    assert (run.reasons, run.letters) == ({"FA": "DISPUTED", "FB": "PROMISE_RUNNING"}, [])


def test_a_workbook_of_last_week_that_is_gone_is_told(company: Company) -> None:
    next_week = company.folder / "week 13.xlsx"
    shutil.copy(company.list_file, next_week)
    company.output.unlink()
    assert company.run("2026-03-21", file=next_week).finding("LAST_BOOK_GONE")["message"] == (
        f"De werkmap van de vorige ronde ({company.output}) is er niet meer. Hebt u daarin iets"
        " getypt op het blad Belijst, Logboek of Afspraken, zet haar dan terug en begin opnieuw;"
        " anders hoeft u niets te doen."
    )


def test_a_workbook_of_last_week_that_is_damaged_is_told(company: Company) -> None:
    next_week = company.folder / "week 13.xlsx"
    shutil.copy(company.list_file, next_week)
    company.output.write_bytes(company.output.read_bytes()[:2000])
    assert company.run("2026-03-21", file=next_week).finding("LAST_BOOK_UNREADABLE")["message"] == (
        f"De werkmap van de vorige ronde ({company.output}) kan niet worden gelezen. Hebt u daarin"
        " iets getypt op het blad Belijst, Logboek of Afspraken, leg dat dan opnieuw vast."
    )
