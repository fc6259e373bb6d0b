"""Lists as nineteen packages write them: the right items, and every row accounted for."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.sheets.grids import read_list
from tests.sheets.layouts import Sample
from tests.sheets.layouts_dutch import DUTCH
from tests.sheets.layouts_foreign import FOREIGN
from xl_dunning.sheets.opening import open_grid
from xl_dunning.sheets.reading import Reading

samples = pytest.mark.parametrize("sample", [pytest.param(s, id=s.id) for s in (*DUTCH, *FOREIGN)])


def read(sample: Sample, folder: Path) -> Reading:
    return read_list(sample.build(folder), payment_term=sample.payment_term)


@samples
def test_every_item_is_read_right(sample: Sample, tmp_path: Path) -> None:
    reading = read(sample, tmp_path)
    assert [
        (reading.rows[i.ref], i.debtor, i.invoice, str(i.due_date), f"{i.open}")
        for i in reading.ledger.items
    ] == list(sample.items)
    assert not any(item.unreadable for item in reading.ledger.items)
    assert (reading.layout.format, reading.layout.header_row) == (sample.format, sample.header_row)


@samples
def test_every_other_row_is_reported_with_what_it_is(sample: Sample, tmp_path: Path) -> None:
    reading = read(sample, tmp_path)
    assert {row.row: row.why for row in reading.skipped} == dict(sample.skipped)


@samples
def test_no_row_of_the_sheet_is_lost(sample: Sample, tmp_path: Path) -> None:
    reading = read(sample, tmp_path)
    sheets = open_grid(reading.layout.path).sheets
    rows = next(sheet.rows for sheet in sheets if sheet.name == reading.layout.sheet)
    accounted = [*reading.rows.values(), *(row.row for row in reading.skipped)]
    assert sorted(accounted) == [r.number for r in rows if r.number != reading.layout.header_row]


@samples
def test_debtors_have_their_names_and_traps_stay_unread(sample: Sample, tmp_path: Path) -> None:
    reading = read(sample, tmp_path)
    names = {number: reading.ledger.debtor(number).name for number in sample.names}
    assert names == dict(sample.names)
    unused = {column.header for column in reading.layout.columns if not column.field}
    assert sample.unused <= unused


@samples
def test_the_layout_tells_all_columns_with_samples(sample: Sample, tmp_path: Path) -> None:
    reading = read(sample, tmp_path)
    columns = reading.layout.columns
    assert [column.index for column in columns] == list(range(len(columns)))
    ground = "signature" if sample.format else "lexicon"
    key = next(column for column in columns if column.field == "Factuurnummer")
    assert (key.why, key.samples) == (ground, tuple(i[2] for i in sample.items[:3]))


@samples
def test_a_confirmed_column_is_remembered_by_the_signature(sample: Sample, tmp_path: Path) -> None:
    reading = read(sample, tmp_path)
    number = next(c.header for c in reading.layout.columns if c.field == "Factuurnummer")
    again = read_list(
        reading.layout.path,
        remembered={reading.layout.signature: {"Factuurnummer": number}},
        payment_term=sample.payment_term,
    )
    assert again.ledger == reading.ledger
    assert {c.why for c in again.layout.columns if c.field == "Factuurnummer"} == {"remembered"}
