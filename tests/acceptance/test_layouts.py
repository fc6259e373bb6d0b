"""Lists as accounting packages export them, through the whole command: right and complete."""

from __future__ import annotations

import csv
import json
from pathlib import Path

import pytest
from openpyxl import load_workbook

from tests.acceptance.company import Company, cli
from tests.sheets.layouts import Sample
from tests.sheets.layouts_dutch import DUTCH
from tests.sheets.layouts_foreign import FOREIGN

SAMPLES = (*DUTCH, *FOREIGN)
samples = pytest.mark.parametrize("sample", [pytest.param(s, id=s.id) for s in SAMPLES])
DAY = "2026-11-21"


def filled_rows(path: Path, sheet: str) -> set[int]:
    """Numbers of the rows with anything in them, read by another program than ours."""
    if path.suffix == ".csv":
        text = path.read_bytes().decode("utf-8-sig", errors="replace")
        lines = list(csv.reader(text.splitlines(), delimiter=";"))
    else:
        rows = load_workbook(path)[sheet].iter_rows(values_only=True)
        lines = [["" if cell is None else str(cell) for cell in row] for row in rows]
    return {number for number, line in enumerate(lines, start=1) if any(map(str.strip, line))}


def test_there_are_at_least_ten_different_header_layouts() -> None:
    assert len({sample.format for sample in SAMPLES if sample.format}) >= 10


@samples
def test_a_run_reads_the_right_items_and_loses_no_row(sample: Sample, company: Company) -> None:
    if sample.payment_term is not None:
        company.settings = {**company.settings, "betalingstermijn": sample.payment_term}
    path = sample.build(company.folder)

    run = company.run(DAY, file=path)

    assert [
        (item["row"], item["debtor"], item["invoice"], item["due_date"], item["open"])
        for item in run.json["items"]
    ] == list(sample.items)
    skipped = {row["row"]: row["why"] for row in run.json["skipped_rows"]}
    assert skipped == dict(sample.skipped)
    accounted = {item["row"] for item in run.json["items"]} | set(skipped) | {sample.header_row}
    found = {place["row"] for place in run.json["findings"] if place["row"]}
    assert filled_rows(path, _sheet(company, path)) <= accounted | found


@samples
def test_every_item_stands_marked_in_the_workbook_with_its_reason(
    sample: Sample, company: Company
) -> None:
    if sample.payment_term is not None:
        company.settings = {**company.settings, "betalingstermijn": sample.payment_term}
    path = sample.build(company.folder)
    run = company.run(DAY, "--dry-run", file=path)
    book = load_workbook(run.json["output"])
    sheet = book.worksheets[0] if path.suffix == ".csv" else book[_sheet(company, path)]
    (reasons,) = (
        [cell.column for cell in row if cell.value == "Reden"]
        for row in sheet.iter_rows(min_row=sample.header_row, max_row=sample.header_row)
    )
    assert [sheet.cell(item["row"], reasons[-1]).value for item in run.json["items"]] == [
        item["reason_text"] for item in run.json["items"]
    ]


def _sheet(company: Company, path: Path) -> str:
    """The sheet that was read, as check tells it."""
    settings = company.folder / "bedrijf.toml"
    checked = cli("check", path, "--settings", settings, "--json")
    assert checked.code == 0, checked.err
    return str(json.loads(checked.out)["sheet"])
