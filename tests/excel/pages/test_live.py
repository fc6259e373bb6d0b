"""The formulas are right before any button is pressed: LibreOffice works them out."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import pytest
from openpyxl import load_workbook
from openpyxl.workbook.workbook import Workbook

from tests.excel.pages.filled import (
    TODAY,
    after_a_round,
    company_plan,
    empty_plan,
    has_office,
    recalculated,
)
from xl_dunning.excel.pages import workbook_sheets
from xl_dunning.excel.plan import PlanRow, WorkbookPlan
from xl_dunning.rules.staging import days_overdue
from xl_dunning.sheets.marking import MarkValue

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(not has_office(), reason="needs program LibreOffice"),
]

ERRORS = ("#VALUE!", "#N/A", "#REF!", "#NAME?", "#DIV/0!", "#NUM!", "#NULL!", "Err:")


def opened(plan: WorkbookPlan, folder: Path) -> Workbook:
    return load_workbook(recalculated(workbook_sheets(plan), folder), data_only=True)


def days_late(plan: WorkbookPlan, folder: Path) -> list[object]:
    sheet = opened(plan, folder)["Facturen"]
    return [sheet.cell(row, 18).value for row in range(2, len(plan.invoices) + 2)]


def errors(book: Workbook) -> list[str]:
    return [
        f"{sheet.title}!{cell.coordinate}: {cell.value}"
        for sheet in book
        for row in sheet.iter_rows()
        for cell in row
        if isinstance(cell.value, str) and cell.value.startswith(ERRORS)
    ]


CASES: tuple[tuple[Mapping[str, MarkValue], object, str], ...] = (
    ({"Vervaldatum": TODAY}, 0, "on the due date it is not late"),
    ({"Vervaldatum": TODAY - timedelta(days=1)}, 1, "the day after it is one day late"),
    ({"Vervaldatum": TODAY + timedelta(days=9)}, 0, "before the due date it is not late"),
    ({"Vervaldatum": date(2024, 2, 29)}, 1001, "leap years count as they are"),
    ({"Vervaldatum": date(2026, 11, 1), "Openstaand": Decimal(0)}, None, "paid"),
    ({"Vervaldatum": date(2026, 11, 1), "Openstaand": None}, None, "nothing known to be open"),
    ({"Vervaldatum": date(2026, 11, 1), "Openstaand": Decimal(-5)}, 25, "a credit has a day too"),
    ({"Vervaldatum": "31-02-2026"}, None, "no such day: Controle tells, the cell stays empty"),
    ({"Vervaldatum": None}, None, "no due date, no invoice date"),
    ({"Factuurdatum": date(2026, 10, 1), "Betalingstermijn": 30}, 26, "invoice date plus term"),
    ({"Factuurdatum": date(2026, 10, 1)}, 42, "the usual term of Instellingen is 14 days"),
    (
        {"Factuurdatum": date(2026, 10, 1), "Betalingstermijn": "eind maand"},
        None,
        "a term that is no number of days",
    ),
    (
        {"Factuurdatum": date(2026, 10, 1), "Openstaand": Decimal(-5)},
        56,
        "a credit without a due date counts from its own date",
    ),
)


def test_days_late_are_those_of_the_rule_in_every_case(tmp_path: Path) -> None:
    rows = [
        {"Factuurnummer": f"F{at}", "Debiteurnummer": "1", "Openstaand": Decimal(10), **case}
        for at, (case, _, _) in enumerate(CASES)
    ]
    plan = replace(
        empty_plan(),
        invoices=tuple(rows),
        reference_date=TODAY,
        settings={"betalingstermijn": 14},
    )
    found = days_late(plan, tmp_path)
    for (_, expected, why), shown in zip(CASES, found, strict=True):
        assert (shown or None if expected is None else shown) == expected, why


def test_the_example_company_is_as_late_as_the_round_says(tmp_path: Path) -> None:
    plan = after_a_round(tmp_path)
    sheet = opened(plan, tmp_path)["Facturen"]
    late = plan.result_columns[0]
    assert late.header == sheet.cell(1, 18).value == "Dagen te laat"
    for number, row in enumerate(plan.invoices, start=2):
        due, shown = row["Vervaldatum"], sheet.cell(number, 18).value
        if row["Openstaand"] and isinstance(due, date):
            assert shown == late.values[number] == days_overdue(due, reference_date=TODAY)
        else:
            assert not shown


@pytest.mark.parametrize("made", ["empty", "filled", "marked"])
def test_no_cell_of_the_workbook_shows_an_error(made: str, tmp_path: Path) -> None:
    plans: dict[str, Callable[[], WorkbookPlan]] = {
        "empty": empty_plan,
        "filled": company_plan,
        "marked": lambda: after_a_round(tmp_path),
    }
    assert errors(opened(plans[made](), tmp_path)) == []


def test_the_figures_of_overzicht_are_those_of_the_list(tmp_path: Path) -> None:
    plan = after_a_round(tmp_path)
    sheet = opened(plan, tmp_path)["Overzicht"]
    table = {
        row[1].value: (row[2].value, row[3].value) for row in sheet.iter_rows() if row[1].value
    }
    euros = [row for row in plan.invoices if row["Valuta"] == "EUR"]
    late = {
        number: plan.result_columns[0].values[number] for number in plan.result_columns[0].values
    }

    def bucket(low: int, high: int) -> float:
        return float(
            sum(
                row["Openstaand"]  # type: ignore[misc]
                for number, row in enumerate(plan.invoices, start=2)
                if row["Valuta"] == "EUR"
                and isinstance(row["Vervaldatum"], date)
                and row["Openstaand"]
                and low <= late[number] <= high  # type: ignore[operator]
            )
        )

    assert table["Totaal"][0] == pytest.approx(float(sum(row["Openstaand"] for row in euros)))  # type: ignore[misc]
    assert table["Niet vervallen"][0] == pytest.approx(bucket(0, 0))
    assert table["1 t/m 30 dagen"][0] == pytest.approx(bucket(1, 30))
    assert table["31 t/m 60 dagen"][0] == pytest.approx(bucket(31, 60))
    assert table["61 t/m 90 dagen"][0] == pytest.approx(bucket(61, 90))
    assert table["Meer dan 90 dagen"][0] == pytest.approx(bucket(91, 9999))


def test_the_largest_debtors_come_first_and_equal_ones_both(tmp_path: Path) -> None:
    amounts = {"A": 50, "B": 70, "C": 70, "D": -20, "E": 0}
    rows: list[PlanRow] = [
        {
            "Factuurnummer": f"{name}{part}",
            "Debiteurnummer": name,
            "Debiteurnaam": f"Klant {name}",
            "Vervaldatum": TODAY,
            "Openstaand": Decimal(amount) / 2,
        }
        for part in (1, 2)
        for name, amount in amounts.items()
    ]
    book = opened(replace(empty_plan(), invoices=tuple(rows)), tmp_path)
    shown = [(row[7].value, row[8].value) for row in book["Overzicht"].iter_rows(min_row=7)][:4]
    assert shown[:3] == [("Klant B", 70), ("Klant C", 70), ("Klant A", 50)]
    assert not shown[3][0]


def test_ten_thousand_rows_are_worked_out_as_well(tmp_path: Path) -> None:
    rows: list[PlanRow] = [
        {
            "Factuurnummer": f"F{number}",
            "Debiteurnummer": f"D{number % 1_000}",
            "Debiteurnaam": f"Klant {number % 1_000}",
            "Vervaldatum": TODAY - timedelta(days=number % 100),
            "Openstaand": Decimal(10),
        }
        for number in range(10_000)
    ]
    book = opened(replace(empty_plan(), invoices=tuple(rows), reference_date=TODAY), tmp_path)
    sheet = book["Facturen"]
    assert [sheet.cell(row, 18).value for row in (2, 101, 10_001)] == [0, 99, 99]
    assert book["Overzicht"]["C12"].value == 0
    assert book["Overzicht"]["C13"].value == 100_000
    assert errors(book) == []
