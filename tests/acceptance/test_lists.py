"""What Excel and people do to a list between two runs, and what is wrong in it (S34 and B3)."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.acceptance.company import UNEXPECTED, Company, letter

DAY = "2026-03-20"
CLOSED = Path("/sys")
"""Where not even the administrator of the system can make a file."""
TWO = """
    Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand
    FA            | 1              | 2026-03-02  | 100.00
    FB            | 2              | 2026-03-16  | 200.00
"""


@pytest.fixture
def steps(company: Company) -> Company:
    return company.policy(letter("een", 5), letter("twee", 20))


def sort_by_amount(path: Path) -> None:
    """Turn the rows of the list upside down, as a user sorts a sheet: results move along."""
    book = load_workbook(path)
    sheet = book["Facturen"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows(min_row=2)]
    for number, row in enumerate(reversed(rows), start=2):
        for column, value in enumerate(row, start=1):
            sheet.cell(number, column).value = value
    book.save(path)


def test_s34a_a_list_that_was_sorted_marks_the_right_debtors(steps: Company) -> None:
    steps.listed(TWO).run(DAY, "--in-place")
    sort_by_amount(steps.list_file)

    second = steps.run("2026-03-21", "--in-place")

    rows = {row["Factuurnummer"]: row for row in steps.sheet("Facturen", book=steps.list_file)}
    assert list(rows) == ["FB", "FA"]
    assert (second.levels, second.carried_out) == ({"FA": 1, "FB": 0}, {"FB": "een"})
    assert rows["FA"]["Reden"].startswith("Wacht tot 04-04-2026")
    assert rows["FB"]["Actie"] == "Brief versturen"


def test_the_order_of_the_rows_changes_no_letter(steps: Company) -> None:
    one = steps.listed(TWO).run(DAY, "--dry-run").letters
    header, first, second = TWO.strip().splitlines()
    other = steps.listed(f"{header}\n{second}\n{first}").run(DAY, "--dry-run").letters
    assert one == other


@pytest.mark.parametrize("blocked", ["brieven", "uitvoer"])
def test_s34b_where_nothing_can_be_written_nothing_is_issued(steps: Company, blocked: str) -> None:
    steps.listed(TWO)
    in_the_way = steps.folder / blocked
    in_the_way.write_text("hier staat al een bestand")
    option = "--letters" if blocked == "brieven" else "--output"

    refused = steps.try_run(DAY, option, in_the_way / "x.xlsx")

    assert (refused.code, refused.out) == (1, "")
    assert UNEXPECTED not in refused.err
    assert in_the_way.read_text() == "hier staat al een bestand"
    assert steps.letters_on_disk() == {}
    assert not [name for name in steps.files() if "bezig" in name]
    assert steps.run(DAY, "--letters", steps.folder / "elders").carried_out == {"FA": "een"}


@pytest.mark.skipif(not CLOSED.is_dir(), reason="needs a folder where nobody may write")
def test_s34b_an_output_folder_that_is_closed_issues_nothing(steps: Company) -> None:
    refused = steps.listed(TWO).try_run(DAY, "--output", CLOSED / "lijst.xlsx")
    assert (refused.code, refused.err) == (
        1,
        "1 van 1 brief gemaakt\nlijst.xlsx kan niet worden opgeslagen: u mag in de map /sys niet"
        " schrijven. Kies met --output een andere map.\n",
    )
    assert steps.letters_on_disk() == {}
    assert steps.run(DAY).carried_out == {"FA": "een"}


def test_s34c_an_invoice_that_stands_there_twice_is_held(steps: Company) -> None:
    run = steps.listed("""
        Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand
        F1            | 1              | 2026-03-02  | 100.00
        F2            | 1              | 2026-03-02  | 50.00
        F1            | 1              | 2026-03-02  | 100.00
    """).run(DAY)
    assert [item["reason"] for item in run.json["items"]] == [
        "DUPLICATE_KEY",
        "DUE",
        "DUPLICATE_KEY",
    ]
    assert run.letters[0]["invoices"] == ["F2"]
    assert [f["row"] for f in run.json["findings"] if f["code"] == "KEY_DOUBLED"] == [2, 4]


def test_one_invoice_number_of_two_debtors_is_not_doubled(steps: Company) -> None:
    run = steps.listed("""
        Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand
        2026-1        | 1              | 2026-03-02  | 100.00
        2026-1        | 2              | 2026-03-02  | 60.00
    """).run(DAY)
    assert [line["total"] for line in run.letters] == ["100.00", "60.00"]


def test_s34d_a_paid_invoice_gets_no_letter_whatever_else_is_marked(steps: Company) -> None:
    run = steps.listed("""
        Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand | Aanmaningen
        F1            | 1              | 2026-03-02  | 0          | 1
    """).run("2026-06-01")
    assert (run.reasons, run.letters) == ({"F1": "PAID"}, [])


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ('"1.234,56"', "1234.56"),
        ('"€ 1.234,56"', "1234.56"),
        ('"1234,56"', "1234.56"),
        ('"1,234.56"', "1234.56"),
        ("1234.56", "1234.56"),
        ('"1.234"', None),  # twelve hundred or one and a quarter: nobody can tell
    ],
)
def test_s34f_amounts_typed_as_text(steps: Company, typed: str, read: str | None) -> None:
    item = (
        steps.listed(f"""
        Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand
        F1            | 1              | 2026-03-02  | {typed}
    """)
        .run(DAY)
        .item("F1")
    )
    assert (item["open"], item["reason"]) == (read, "DUE" if read else "UNREADABLE")


def test_s34f_an_ambiguous_amount_is_shown_with_its_cell(steps: Company) -> None:
    run = steps.listed("""
        Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand
        F1            | 1              | 2026-03-02  | "1.234"
    """).run(DAY)
    assert run.finding("AMOUNT_AMBIGUOUS")["message"] == (
        "Blad Facturen, rij 2, kolom Openstaand: «1.234» kan duizendtallen of decimalen bedoelen."
        " Typ het bedrag met twee decimalen, zoals 1234,00."
    )
    (shown,) = (row for row in steps.sheet("Controle") if row["Rij"] == 2)
    assert (shown["Ernst"], shown["Kolom"]) == ("Fout", "Openstaand")


@pytest.mark.parametrize(
    "typed",
    ['"02-03-2026"', '"2-3-2026"', '"2026-03-02"', "46083", '"2 maart 2026"', '"20260302"'],
)
def test_s34f_days_typed_as_text_and_as_serial_numbers(steps: Company, typed: str) -> None:
    item = (
        steps.listed(f"""
        Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand
        F1            | 1              | {typed}     | 100
    """)
        .run(DAY)
        .item("F1")
    )
    assert (item["due_date"], item["days_overdue"]) == ("2026-03-02", 18)
