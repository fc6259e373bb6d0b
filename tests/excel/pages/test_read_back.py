"""The file door reads the workbook that was built: list, debtors, settings and policy."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.excel.pages.filled import company_plan, empty_plan
from xl_dunning.excel.pages import workbook_sheets
from xl_dunning.excel.plan import PlanRow, WorkbookPlan
from xl_dunning.policies.loader import shipped_policies
from xl_dunning.rules.ledger import DebtorKind
from xl_dunning.rules.policy import DunningPolicy
from xl_dunning.rules.policy_rows import policy_from_rows
from xl_dunning.rules.policy_table import rows_of_policy
from xl_dunning.rules.settings_rules import KEYS, settings_from_both
from xl_dunning.sheets.opening import open_grid
from xl_dunning.sheets.reader import understand
from xl_dunning.sheets.reading import Reading


def reading(plan: WorkbookPlan, folder: Path) -> Reading:
    path = folder / "Debiteuren.xlsx"
    path.write_bytes(workbook_sheets(plan))
    return understand(open_grid(path), path=path)


ROW: PlanRow = {
    "Factuurnummer": "F00017",
    "Debiteurnummer": "00012",
    "Debiteurnaam": "Bakkerij Deeg",
    "Factuurdatum": date(2026, 9, 1),
    "Vervaldatum": date(2026, 10, 1),
    "Bedrag": Decimal("121.00"),
    "Openstaand": Decimal("60.50"),
    "Betwist": "ja",
}
DEBTOR: PlanRow = {
    "Debiteurnummer": "00012",
    "Naam": "Bakkerij Deeg",
    "Soort": "zakelijk",
    "KvK": "01234567",
}


def test_a_filled_list_is_read_without_a_question_or_a_doubt(tmp_path: Path) -> None:
    found = reading(replace(empty_plan(), invoices=(ROW,), debtors=(DEBTOR,)), tmp_path)

    (item,) = found.ledger.items
    assert (item.debtor, item.invoice, item.ref) == ("00012", "F00017", 2)
    assert (item.due_date, item.open, item.disputed) == (date(2026, 10, 1), Decimal("60.50"), True)
    debtor = found.ledger.debtor("00012")
    assert (debtor.kind, debtor.kvk) == (DebtorKind.BUSINESS, "01234567")
    assert found.findings == ()
    assert found.layout.sheet == "Facturen"


def test_the_example_company_has_the_same_items_as_in_its_own_list(tmp_path: Path) -> None:
    plan = company_plan()
    found = reading(plan, tmp_path)
    assert [item.invoice for item in found.ledger.items] == [
        str(row["Factuurnummer"]) for row in plan.invoices
    ]
    assert len(found.agreements) == len(plan.agreements)
    assert not found.skipped


def test_an_empty_workbook_is_an_empty_list_and_says_so(tmp_path: Path) -> None:
    found = reading(empty_plan(), tmp_path)
    assert (found.ledger.items, found.skipped) == ((), ())
    assert {finding.code for finding in found.findings} == {"LIST_EMPTY"}, found.findings


def test_the_policy_on_the_sheet_is_the_shipped_one(tmp_path: Path) -> None:
    plan = empty_plan()
    found = reading(plan, tmp_path)
    policy, findings = policy_from_rows(
        [row.values for row in found.policy], places=[row.place for row in found.policy]
    )
    assert (policy, findings) == (plan.policy, ())


@pytest.mark.parametrize("policy", shipped_policies(), ids=lambda policy: policy.name)
def test_every_shipped_policy_comes_back_from_its_rows(policy: DunningPolicy) -> None:
    assert policy_from_rows(rows_of_policy(policy)) == (policy, ())


def test_every_setting_has_a_line_and_comes_back_as_it_was_typed(tmp_path: Path) -> None:
    plan = empty_plan()
    assert {line.key for group in plan.setting_groups for line in group.lines} == {*KEYS}
    settings: PlanRow = {
        "naam": "Voorbeeld BV",
        "iban": "NL91 ABNA 0417 1643 00",
        "telefoon": "0850001234",
        "drempelbedrag": Decimal("12.50"),
        "betalingstermijn": 21,
        "adres verplicht": "nee",
    }
    found = reading(replace(plan, settings=settings), tmp_path)
    read, findings = settings_from_both(sheet=found.settings, file={}, file_name="")
    assert findings == ()
    assert read.creditor.name == "Voorbeeld BV"
    assert read.creditor.phone == "0850001234"
    assert read.minimum_amount == Decimal("12.50")
    assert (read.payment_term, read.address_required) == (21, False)


def test_the_explanation_of_a_setting_is_never_its_value(tmp_path: Path) -> None:
    found = reading(empty_plan(), tmp_path)
    assert set(found.settings.values()) == {None}
