"""Workbooks to look at: the empty one, and the one of the example company after a round."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from pathlib import Path

from xl_dunning.excel.pages import workbook_sheets
from xl_dunning.excel.plan import WorkbookPlan
from xl_dunning.frontends.demo_company.company import Company, company_on
from xl_dunning.frontends.new_workbook import workbook_plan
from xl_dunning.frontends.options import ListOptions, RunOptions
from xl_dunning.frontends.report_sheets import report_sheets
from xl_dunning.frontends.result_columns import result_columns
from xl_dunning.frontends.run import run
from xl_dunning.sheets.marking import MarkValue

TODAY = date(2026, 11, 26)
STATE = (("id", "eigenschap", "waarde"), ("xldStatus", "label", "Laatste ronde: 26-11-2026"))


def empty_plan() -> WorkbookPlan:
    """An empty workbook as ``xl-dunning new`` makes it."""
    return workbook_plan(hidden_sheets={"_ribbon": STATE, "xl-dunning.conf": ()})


def company_plan(*, rows: int = 90) -> WorkbookPlan:
    """The list of the example company, nothing computed yet."""
    company = company_on(TODAY)
    return replace(
        empty_plan(),
        invoices=company.invoices[:rows],
        debtors=company.debtors,
        agreements=company.agreements,
        settings=_known(company),
        reference_date=TODAY,
    )


def after_a_round(folder: Path, *, dry: bool = True) -> WorkbookPlan:
    """The same after a round, as the live door would fill it: values only."""
    plan = company_plan()
    path = folder / "Debiteuren.xlsx"
    path.write_bytes(workbook_sheets(plan))
    result = run(RunOptions(list=ListOptions(file=path), as_of=TODAY, dry_run=dry))
    return replace(plan, result_columns=result_columns(result), own_sheets=report_sheets(result))


def _known(company: Company) -> Mapping[str, MarkValue]:
    return {key: value for key, value in company.settings.items() if key != "beleid"}


def recalculated(content: bytes, folder: Path, kind: str = "xlsx") -> Path:
    """The workbook after LibreOffice opened it, worked out every formula and saved it."""
    source = folder / "boek.xlsx"
    source.write_bytes(content)
    out = folder / "uit"
    profile = f"-env:UserInstallation=file://{folder}/profile"
    command = ["soffice", profile, "--headless", "--convert-to", kind, "--outdir", str(out)]
    subprocess.run([*command, str(source)], check=True, capture_output=True, timeout=180)
    return out / f"boek.{kind}"


def has_office() -> bool:
    """Whether LibreOffice is on this machine."""
    return shutil.which("soffice") is not None
