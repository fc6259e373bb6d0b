"""The amounts per step and per week on Overzicht are those of the list; LibreOffice adds them."""

from __future__ import annotations

from collections import defaultdict
from datetime import date, datetime, timedelta
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from tests.excel.pages.filled import TODAY, after_a_round, has_office
from tests.excel.pages.test_live import opened

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(not has_office(), reason="needs program LibreOffice"),
]


def week_of(day: date) -> date:
    """Its Monday; in the running week today itself."""
    return max(day - timedelta(days=day.weekday()), TODAY)


def test_each_step_and_each_week_holds_what_the_list_says(tmp_path: Path) -> None:
    plan = after_a_round(tmp_path)
    sheet = opened(plan, tmp_path)["Overzicht"]
    values = {column.key: column.values for column in plan.result_columns}
    steps: dict[str, list[Decimal]] = defaultdict(list)
    due: dict[date, Decimal] = defaultdict(Decimal)
    for number, row in enumerate(plan.invoices, start=2):
        open_, day = row["Openstaand"], row["Vervaldatum"]
        if row["Valuta"] != "EUR" or not isinstance(open_, Decimal | int) or not open_:
            continue
        steps[str(values["fase"].get(number) or "Nog geen stap")].append(Decimal(open_))
        if isinstance(day, date) and day >= TODAY and row.get("Betwist") != "ja":
            due[week_of(day)] += Decimal(open_)
    termijnen = plan.own_sheet("Termijnen")
    headers = [column.header for column in termijnen.columns]
    agreed: dict[date, Decimal] = defaultdict(Decimal)
    for cells in termijnen.rows:
        line: dict[str, Any] = dict(zip(headers, cells, strict=True))
        left = line["Nog te betalen"]
        if left and line["Stand"] == plan.words.running and line["Valuta"] == "EUR":
            agreed[week_of(line["Datum"])] += Decimal(left) if line["Datum"] >= TODAY else 0

    shown: list[list[Any]] = [[cell.value for cell in row] for row in sheet.iter_rows()]
    of_steps = {row[1]: row[2:4] for row in shown if row[1]}
    others = Decimal(0)
    for title, amounts in steps.items():
        if title not in of_steps:  # a debtor with a policy of his own, not the one on Beleid
            others += sum(amounts)
            continue
        invoices = sum(amount > 0 for amount in amounts)  # a credit is taken off, and is no invoice
        assert of_steps[title] == [pytest.approx(float(sum(amounts))), invoices], title
    assert of_steps["Andere stap"][0] == pytest.approx(float(others))

    weeks = [(row[7].date(), row[8], row[9]) for row in shown if isinstance(row[7], datetime)]
    assert len(weeks) == 8
    assert any(amount for _, amount, _ in weeks), "the example has invoices that are not late"
    assert any(amount for _, _, amount in weeks), "and agreements that still run"
    for start, falls_due, promised in weeks:
        assert falls_due == pytest.approx(float(due[start])), start
        assert promised == pytest.approx(float(agreed[start])), start
