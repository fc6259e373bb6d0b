"""What Excel and people do to a list between two runs, and what is wrong in it (S34 and B3)."""

from __future__ import annotations

from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.acceptance.company import UNEXPECTED, Company, act, letter, reachable

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
        "1 van 1 brieven gemaakt\nlijst.xlsx kan niet worden opgeslagen: u mag in de map /sys niet"
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


def test_b3_2_a_day_on_which_the_machine_was_off_loses_no_letter(steps: Company) -> None:
    steps.listed(TWO)
    assert steps.run("2026-05-04").carried_out == {"FA": "een", "FB": "een"}


def test_b3_5_a_young_invoice_on_the_letter_rises_by_its_own_one_step(steps: Company) -> None:
    old = """
        Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand
        OUD           | 1              | 2026-03-02  | 100.00
    """
    steps.listed(old).run("2026-03-09")
    run = steps.listed(old + "JONG | 1 | 2026-03-20 | 50.00").run("2026-03-27")
    assert run.carried_out == {"OUD": "twee", "JONG": "een"}
    (sent,) = run.letters
    assert (sent["stage"], sent["invoices"], sent["total"]) == ("twee", ["OUD", "JONG"], "150.00")


def test_b3_7_the_minimum_looks_at_all_that_a_debtor_owes(company: Company) -> None:
    company.policy(letter("een", 5), minimum_amount=25)
    run = company.listed("""
        Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand
        GROOT         | 1              | 2026-03-02  | 900.00
        KLEIN         | 1              | 2026-03-02  | 12.40
        LOS           | 2              | 2026-03-02  | 12.40
    """).run(DAY)
    assert run.letters[0]["invoices"] == ["GROOT", "KLEIN"]
    assert run.reasons["LOS"] == "BELOW_MINIMUM"


def test_b3_8_who_has_more_to_get_than_to_pay_gets_no_letter(steps: Company) -> None:
    run = steps.listed("""
        Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand
        F1            | 1              | 2026-03-02  | 100.00
        C1            | 1              | 2026-03-05  | -120.00
        F2            | 2              | 2026-03-02  | 100.00
        C2            | 2              | 2026-03-05  | -30.00
    """).run(DAY)
    assert run.reasons == {
        "F1": "NET_CREDIT",
        "C1": "CREDIT_NOTE",
        "F2": "DUE",
        "C2": "CREDIT_NOTE",
    }
    (sent,) = run.letters
    assert (sent["invoices"], sent["credits"], sent["total"]) == (["F2", "C2"], ["C2"], "70.00")


def test_b3_16_one_bad_row_does_not_stop_the_others(steps: Company) -> None:
    run = steps.listed("""
        Factuurnummer | Debiteurnummer | Vervaldatum  | Openstaand
        F1            | 1              | "31-02-2026" | 100.00
        F2            | 2              | 2026-03-02   | "honderd"
                      | 3              | 2026-03-02   | 100.00
        F4            |                | 2026-03-02   | 100.00
        F5            | 5              | 2026-03-02   | 100.00
    """).run(DAY)
    assert run.carried_out == {"F5": "een"}
    assert [item["reason"] for item in run.json["items"]] == [*["UNREADABLE"] * 4, "DUE"]
    errors = (found for found in run.json["findings"] if found["severity"] == "error")
    assert sorted(found["row"] for found in errors) == [2, 3, 4, 5]


SITUATIONS = """
    Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand | Betwist | Overslaan | Valuta
    F01           | 1              | 2026-02-02  | 100.00     | nee     | nee       | EUR
    F02           | 1              | 2026-03-02  | 50.00      | nee     | nee       | EUR
    F03           | 1              | 2026-03-02  | 60.00      | nee     | nee       | USD
    F04           | 2              | 2026-03-02  | 70.00      | ja      | nee       | EUR
    F05           | 2              | 2026-03-02  | 80.00      | nee     | ja        | EUR
    F06           | 2              | 2026-04-02  | 90.00      | nee     | nee       | EUR
    F07           | 3              | 2026-03-02  | 110.00     | nee     | nee       | EUR
    F08           | 3              | 2026-03-02  | -20.00     | nee     | nee       | EUR
    F09           | 4              | 2026-03-02  | 0          | nee     | nee       | EUR
    F10           | 5              | 2026-03-02  | 130.00     | nee     | nee       | EUR
"""


def test_b3_15_a_dry_run_equals_the_real_run_row_by_row(company: Company) -> None:
    company.policy(letter("een", 5), act("bellen", "call", 10), letter("twee", 20))
    debtors = [*map(reachable, "1234"), {"Debiteurnummer": "5", "Naam": "Klant 5"}]
    company.listed(SITUATIONS, Debiteuren=debtors)
    for day in ("2026-02-09", "2026-03-20", "2026-04-20"):
        dry = company.run(day, "--dry-run").json
        real = company.run(day).json
        outcome = ("carried_out",)
        assert [
            {name: value for name, value in item.items() if name not in outcome}
            for item in dry["items"]
        ] == [
            {name: value for name, value in item.items() if name not in outcome}
            for item in real["items"]
        ]
        assert [item["carried_out"] for item in dry["items"]] == [None] * 10
        made = ("file", "sha256")
        assert [
            {name: value for name, value in sent.items() if name not in made}
            for sent in dry["letters"]
        ] == [
            {name: value for name, value in sent.items() if name not in made}
            for sent in real["letters"]
        ]
        for part in ("calls", "findings", "skipped_rows"):
            assert dry[part] == real[part]


def test_a_dry_run_leaves_no_trace_but_the_marked_workbook(steps: Company) -> None:
    steps.listed(TWO)
    before = steps.files() | {"bedrijf.toml"}
    tried = steps.run(DAY, "--dry-run")
    assert steps.files() - before == {steps.output.name}
    assert [line["file"] for line in tried.letters] == [None]
    assert steps.run(DAY).carried_out == {"FA": "een"}


def test_one_letter_per_debtor_and_currency(steps: Company) -> None:
    run = steps.listed("""
        Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand | Valuta
        F1            | 1              | 2026-03-02  | 100.00     | EUR
        F2            | 1              | 2026-03-03  | 50.00      | EUR
        F3            | 1              | 2026-03-03  | 10.00      | USD
        F4            | 2              | 2026-03-03  | 20.00      | EUR
    """).run(DAY)
    told = ("debtor", "currency", "invoices", "total")
    assert [[sent[name] for name in told] for sent in run.letters] == [
        ["1", "EUR", ["F1", "F2"], "150.00"],
        ["1", "USD", ["F3"], "10.00"],
        ["2", "EUR", ["F4"], "20.00"],
    ]
    assert len(steps.letters_on_disk()) == 3


def test_debtors_in_a_file_of_their_own(steps: Company) -> None:
    from tests.acceptance.company import table, write_book  # noqa: PLC0415

    write_book(steps.list_file, {"Posten": table(TWO)})
    own = write_book(steps.folder / "relaties.xlsx", {"Relaties": [reachable("1"), reachable("2")]})
    assert steps.run(DAY, "--dry-run").reasons["FA"] == "NO_CHANNEL"
    run = steps.run(DAY, "--debtors", own)
    assert run.carried_out == {"FA": "een"}
    assert run.letters[0]["name"] == "Klant 1 BV"


def test_a_debtor_follows_the_policy_that_he_names(company: Company) -> None:
    company.policy(letter("een", 5)).policy(letter("vip-brief", 40), name="vip")
    company.listed(
        """
        Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand
        F1            | 1              | 2026-03-02  | 100.00
        F2            | 2              | 2026-03-02  | 100.00
        F3            | 3              | 2026-03-02  | 100.00
        F4            | 4              | 2026-03-02  | 100.00
        """,
        Debiteuren=[
            reachable("1"),
            reachable("2", Beleid="vip"),
            reachable("3", Beleid="stappenplan"),  # a shipped one, by its name
            reachable("4", Beleid="bestaat niet"),
        ],
    )
    run = company.run(DAY)
    assert {item["invoice"]: item["policy"] for item in run.json["items"]} == {
        "F1": "proef",
        "F2": "vip",
        "F3": "stappenplan",
        "F4": "proef",
    }
    assert run.carried_out == {"F1": "een", "F3": "herinnering"}
    assert run.reasons["F4"] == "UNREADABLE"
    assert run.finding("POLICY_OF_DEBTOR_UNKNOWN")["debtor"] == "4"


def test_letters_sent_before_this_program_count(company: Company) -> None:
    company.policy(letter("een", 5), letter("twee", 20), letter("drie", 40))
    run = company.listed("""
    Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand | Aanmaningen | Laatste herinnering
    F1            | 1              | 2026-01-05  | 100.00     | 1           | 2026-02-02
    F2            | 2              | 2026-01-05  | 100.00     | 2           | 2026-03-10
    F3            | 3              | 2026-01-05  | 100.00     | 0           |
    F4            | 4              | 2026-01-05  | 100.00     | 1           |
    """).run(DAY)
    assert run.levels == {"F1": 1, "F2": 2, "F3": 0, "F4": 1}
    assert run.carried_out == {"F1": "twee", "F3": "een"}
    assert run.finding("REMINDER_WITHOUT_DATE")["invoice"] == "F4"
    imported = [row for row in company.sheet("Logboek") if row["Gebeurtenis"] == "ingelezen"]
    assert len(imported) == 3
    assert len(company.sheet("Logboek")) == 5
    assert company.run(DAY).carried_out == {}
