"""A letter asked for by hand: interruption of prescription, specification of interest."""

from __future__ import annotations

import docx
import pytest

from tests.acceptance.company import Company, Outcome, cli, letter

LIST = """
    Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand | Betwist
    F1            | 1              | 2026-03-02  | 1000.00    | nee
    F2            | 1              | 2026-03-16  | 500.00     | ja
    F3            | 1              | 2026-12-01  | 70.00      | nee
    F4            | 2              | 2026-03-02  | 80.00      | nee
"""
DAY = "2026-05-04"


@pytest.fixture
def listed(company: Company) -> Company:
    return company.policy(letter("een", 5), letter("twee", 90)).listed(LIST)


def asked(company: Company, kind: str, *more: object) -> Outcome:
    _, *words = company.words("--as-of", DAY, *more)
    return cli("letter", kind, *words)


def test_an_interruption_is_about_all_that_is_overdue_and_is_recorded_as_one(
    listed: Company,
) -> None:
    assert asked(listed, "stuiting", "--debtor", "1").code == 0
    rows = [row for row in listed.sheet("Logboek") if row["Gebeurtenis"] == "stuiting"]
    assert sorted(row["Factuurnummer"] for row in rows) == ["F1", "F2"]  # also the disputed one
    assert {row["Fase"] for row in rows} == {None}
    (path,) = listed.folder.glob("brieven/*/*.docx")
    text = "\n".join(
        paragraph.text
        for paragraph in docx.Document(str(path)).element.body.iter()
        if paragraph.text
    )
    assert "stuiten wij de verjaring" in text
    assert "artikel 3:317 lid 1" in text


def test_it_moves_no_invoice_along_and_the_policy_goes_on_as_before(listed: Company) -> None:
    before = listed.run(DAY, "--dry-run").due
    asked(listed, "stuiting", "--debtor", "1")
    after = listed.run(DAY)
    assert after.due == before == {"F1": "een", "F4": "een"}
    assert after.carried_out == before


def test_a_specification_names_the_interest_day_by_day_of_the_invoices_asked_for(
    listed: Company,
) -> None:
    assert asked(listed, "rentespecificatie", "--debtor", "1", "--invoice", "F1").code == 0
    (row,) = listed.logged()
    assert (row["Factuurnummer"], row["Fase"]) == ("F1", None)


def test_it_can_be_taken_back(listed: Company) -> None:
    asked(listed, "stuiting", "--debtor", "1")
    assert "2 stappen tellen niet meer" in listed.undo().out


@pytest.mark.parametrize(
    ("more", "sentence"),
    [
        (
            ("--debtor", "9"),
            "Van debiteur 9 staat in deze lijst niets open dat over de vervaldatum is. Controleer "
            "het debiteurnummer. Er is geen brief gemaakt.\n",
        ),
        (
            ("--debtor", "1", "--invoice", "F3"),
            "Factuur F3 van debiteur 1 staat niet open, is niet over de vervaldatum of is niet "
            "goed te lezen. Er is geen brief gemaakt.\n",
        ),
    ],
    ids=["nobody owes it", "not yet due"],
)
def test_what_can_not_be_written_about_is_refused(
    listed: Company, more: tuple[str, ...], sentence: str
) -> None:
    before = listed.files() | {"bedrijf.toml"}
    refused = asked(listed, "stuiting", *more)
    assert (refused.code, refused.err) == (1, sentence)
    assert listed.files() == before
