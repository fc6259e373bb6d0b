"""What went wrong in other programs (facts/dunning.md B3), and what a list may bring along."""

from __future__ import annotations

import pytest

from tests.acceptance.books import reachable, table, write_book
from tests.acceptance.company import Company, act, letter

DAY = "2026-03-20"
TWO = """
    Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand
    FA            | 1              | 2026-03-02  | 100.00
    FB            | 2              | 2026-03-16  | 200.00
"""


@pytest.fixture
def steps(company: Company) -> Company:
    return company.policy(letter("een", 5), letter("twee", 20))


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
        F6            | 3              | 2026-03-02   | 100.00
    """).run(DAY)
    # Also not those of the same debtor.
    assert run.carried_out == {"F5": "een", "F6": "een"}
    assert [item["reason"] for item in run.json["items"]] == [*["UNREADABLE"] * 4, "DUE", "DUE"]
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
