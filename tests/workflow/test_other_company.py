"""One case file belongs to one company: two of them share numbers of debtors and invoices."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path

import pytest

from tests.acceptance.company import Company, letter
from xl_dunning.rules.findings import Refusal
from xl_dunning.rules.settings import Creditor
from xl_dunning.workflow.issue import refuse_other_company
from xl_dunning.workflow.ports import Run

DAY = date(2026, 11, 21)
OURS = Run(id="1", reference_date=DAY, creditor="Eigen BV", iban="NL91 ABNA 0417 1643 00")
UNNAMED = Run(id="2", reference_date=DAY)
LIST = """
    Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand
    FA            | 1              | 2026-03-02  | 100.00
"""


@pytest.mark.parametrize(
    ("name", "iban"),
    [
        ("Eigen BV", "NL91ABNA0417164300"),
        ("EIGEN  bv", "NL20INGB0001234567"),  # another account
        ("Eigen Groep BV", "nl91abna0417164300"),  # another name
        ("", ""),  # nobody's: then no letter is made anyway
    ],
)
def test_the_same_company_goes_on(name: str, iban: str) -> None:
    refuse_other_company(Creditor(name=name, iban=iban), [OURS, UNNAMED])


@pytest.mark.parametrize(
    ("name", "iban"),
    [("Ander BV", "NL20INGB0001234567"), ("Ander BV", ""), ("", "NL20INGB0001234567")],
)
def test_another_company_is_refused(name: str, iban: str) -> None:
    with pytest.raises(Refusal):
        refuse_other_company(Creditor(name=name, iban=iban), [OURS, UNNAMED])


@pytest.mark.parametrize("runs", [[], [UNNAMED]])
def test_a_case_file_that_knows_no_company_takes_any(runs: list[Run]) -> None:
    refuse_other_company(Creditor(name="Ander BV"), runs)


def test_two_administrations_in_one_folder_do_not_share_a_case_file(tmp_path: Path) -> None:
    company = Company(folder=tmp_path).policy(letter("een", 5)).listed(LIST)
    company.run("2026-03-20")
    other = tmp_path / "ander.xlsx"
    shutil.copy(company.list_file, other)
    company.settings = {**company.settings, "naam": "Ander BV", "iban": "NL20INGB0001234567"}

    refused = company.try_run("2026-03-20", file=other)

    assert (refused.code, refused.err) == (
        1,
        "Het dossier is van Groothandel Eigen BV, maar volgens uw instellingen werkt u nu voor"
        " Ander BV. Elke administratie heeft een eigen dossier nodig: zet de lijst in een eigen"
        " map, of noem met --casefile een ander dossier. Er is niets gemaakt.\n",
    )
    apart = company.run("2026-03-20", "--casefile", tmp_path / "ander.sqlite", file=other)
    assert apart.carried_out == {"FA": "een"}
