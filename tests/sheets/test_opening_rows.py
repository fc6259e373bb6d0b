"""Which rows and sheets a workbook has, however its parts are written."""

from __future__ import annotations

from decimal import Decimal
from pathlib import Path

import pytest

from tests.sheets import traps
from xl_dunning.sheets.empties import without_empties
from xl_dunning.sheets.grid import Cell, Row, Sheet
from xl_dunning.sheets.opening import open_grid


def row_of(path: Path) -> Row:
    [row] = open_grid(path).sheets[0].rows
    return row


def sheet_of(tmp_path: Path, rows: str, **parts: str) -> Sheet:
    return open_grid(traps.one_sheet(tmp_path / "l.xlsx", rows, **parts)).sheets[0]


def test_rows_and_cells_without_an_address_count_on_from_the_one_before(tmp_path: Path) -> None:
    rows = (
        "<row><c><v>1</v></c><c/><c><v>2</v></c></row>"
        '<row r="5"><c r="C5"><v>3</v></c><c><v>4</v></c></row>'
        "<row><c/><c><v>5</v></c></row>"
        '<row><c r="B9"><v>6</v></c></row>'
    )

    found = {row.number: sorted(row.cells) for row in sheet_of(tmp_path, rows).rows}

    assert found == {1: [0, 2], 5: [2, 3], 6: [1], 9: [1]}


def test_empty_rows_that_are_numbered_still_count_for_those_that_are_not(tmp_path: Path) -> None:
    rows = '<row r="7"><c r="A7" s="1"/></row><row r="8"/><row><c><v>1</v></c></row>'

    assert [row.number for row in sheet_of(tmp_path, rows).rows] == [9]


def test_hidden_rows_are_read_and_said_to_be_hidden(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="2" hidden="1"><c r="A2"><v>2</v></c></row>'
    )

    assert [(row.number, row.hidden) for row in sheet_of(tmp_path, rows).rows] == [
        (1, False),
        (2, True),
    ]


def test_rows_in_the_wrong_order_come_sorted(tmp_path: Path) -> None:
    rows = '<row r="3"><c r="A3"><v>3</v></c></row><row r="2"><c r="A2"><v>2</v></c></row>'

    assert [row.number for row in sheet_of(tmp_path, rows).rows] == [2, 3]


@pytest.mark.parametrize("claimed", ["A1", "A1:XFD1048576", "onzin"])
def test_the_stated_dimension_is_not_believed(claimed: str, tmp_path: Path) -> None:
    sheet = traps.sheet_xml(
        '<row r="1"><c r="A1"><v>1</v></c></row><row r="3"><c r="B3"><v>2</v></c></row>'
    ).replace("<sheetData>", f'<dimension ref="{claimed}"/><sheetData>')

    grid = open_grid(traps.write_zip(tmp_path / "l.xlsx", traps.book_parts(sheet)))

    assert [(row.number, *row.cells) for row in grid.sheets[0].rows] == [(1, 0), (3, 1)]


def test_a_stray_cell_in_the_last_corner_of_the_sheet_is_one_more_row(tmp_path: Path) -> None:
    rows = (
        '<row r="1"><c r="A1"><v>1</v></c></row>'
        '<row r="1048576"><c r="XFD1048576"><v>2</v></c></row>'
    )

    assert [(row.number, *row.cells) for row in sheet_of(tmp_path, rows).rows] == [
        (1, 0),
        (1048576, 16383),
    ]


def test_styled_rows_without_content_down_to_the_end_cost_next_to_nothing(tmp_path: Path) -> None:
    empties = "".join(
        f'<row r="{number}" s="1" customFormat="1"><c r="A{number}" s="1"/><c r="E{number}"/></row>'
        for number in range(2, 100_000)
    )
    rows = f'<row r="1"><c r="A1"><v>1</v></c></row>{empties}'

    assert [row.number for row in sheet_of(tmp_path, rows).rows] == [1]
    xml = traps.sheet_xml(rows).encode()
    chunks = [xml[start : start + 65536] for start in range(0, len(xml), 65536)]
    left = sum(map(len, without_empties(chunks)))
    # Only what lies across the border of two chunks remains to be parsed.
    assert left < len(xml) / 50


@pytest.mark.parametrize(
    ("before", "after"),
    [
        # Another program's prefix; the strict flavour of the standard.
        (f'<worksheet xmlns="{traps.MAIN}">', f'<x:worksheet xmlns:x="{traps.MAIN}">'),
        (f'<worksheet xmlns="{traps.MAIN}">', f'<worksheet xmlns="{traps.STRICT}">'),
        (f'<worksheet xmlns="{traps.MAIN}">', "<worksheet>"),
    ],
    ids=["prefix", "strict", "no namespace"],
)
def test_the_same_sheet_in_another_dress(before: str, after: str, tmp_path: Path) -> None:
    xml = traps.sheet_xml(
        '<row r="2" hidden="true"><c r="B2" t="inlineStr"><is><t>F1</t></is></c></row>'
    ).replace(before, after)
    if "x:" in after:
        for tag in ("sheetData", "row", "c", "is", "t", "worksheet"):
            for lead, end in (("<", " "), ("<", ">"), ("</", ">")):
                xml = xml.replace(f"{lead}{tag}{end}", f"{lead}x:{tag}{end}")

    grid = open_grid(traps.write_zip(tmp_path / "l.xlsx", traps.book_parts(xml)))

    assert grid.sheets[0].rows == (Row(2, {1: Cell("F1")}, hidden=True),)


def test_parts_named_with_backslashes_are_found(tmp_path: Path) -> None:
    parts = traps.book_parts(traps.sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row>'))
    turned = {name.replace("/", "\\"): content for name, content in parts.items()}

    assert row_of(traps.write_zip(tmp_path / "l.xlsx", turned)).cells == {0: Cell(Decimal(1))}


def test_a_sheet_stored_as_utf_16_reads_the_same(tmp_path: Path) -> None:
    parts = traps.book_parts(traps.sheet_xml('<row r="1"><c r="A1" t="str"><v>é</v></c></row>'))
    name = "xl/worksheets/sheet1.xml"
    parts[name] = parts[name].decode().replace("UTF-8", "UTF-16").encode("utf-16")

    assert row_of(traps.write_zip(tmp_path / "l.xlsx", parts)).cells == {0: Cell("é")}


def test_chart_sheets_are_left_out_and_hidden_sheets_are_said_to_be_hidden(tmp_path: Path) -> None:
    row = traps.sheet_xml('<row r="1"><c r="A1"><v>1</v></c></row>')
    parts = traps.book_parts(
        row,
        row,
        row,
        names=("Grafiek", "Posten", "Oud"),
        states=("visible", "visible", "veryHidden"),
    )
    relations = "xl/_rels/workbook.xml.rels"
    parts[relations] = parts[relations].replace(b"/worksheet", b"/chartsheet", 1)

    grid = open_grid(traps.write_zip(tmp_path / "l.xlsx", parts))

    assert [(sheet.name, sheet.visible) for sheet in grid.sheets] == [
        ("Posten", True),
        ("Oud", False),
    ]
