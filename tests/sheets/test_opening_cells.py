"""What one cell of an xlsx becomes, whatever program wrote it."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.sheets import traps
from xl_dunning.sheets.grid import Cell, Sheet
from xl_dunning.sheets.opening import open_grid

TEXT = '<c r="A1" t="inlineStr"><is>{}</is></c>'


def sheet_of(tmp_path: Path, rows: str, **parts: str) -> Sheet:
    return open_grid(traps.one_sheet(tmp_path / "l.xlsx", rows, **parts)).sheets[0]


@pytest.mark.parametrize(
    ("cell", "expected"),
    [
        ("<c r='A1'><v>12.5</v></c>", Cell(Decimal("12.5"))),
        ("<c r='A1' t='n'><v>-0.1</v></c>", Cell(Decimal("-0.1"))),
        # The file keeps 17 digits of a fraction; Excel shows 15, and so do we.
        ("<c r='A1'><v>1234.5599999999999</v></c>", Cell(Decimal("1234.56"))),
        ("<c r='A1'><v>1210.0000000000002</v></c>", Cell(Decimal(1210))),
        # An invoice number keeps every digit that the file holds.
        ("<c r='A1'><v>20250000000000123</v></c>", Cell(Decimal(20250000000000123))),
        ("<c r='A1'><v>2.0250000000000122E16</v></c>", Cell(Decimal(20250000000000122))),
        ("<c r='A1'><v>1E3</v></c>", Cell(Decimal(1000))),
        ("<c r='A1'><v>1.5e-3</v></c>", Cell(Decimal("0.0015"))),
        ("<c r='A1'><v>1210.0</v></c>", Cell(Decimal(1210))),
        ("<c r='A1'><v>0</v></c>", Cell(Decimal(0))),
        # Not a number after all: never a silent blank.
        ("<c r='A1'><v>NaN</v></c>", Cell(None, error="#VALUE!")),
        ("<c r='A1'><v>1E9999</v></c>", Cell(None, error="#VALUE!")),
        ("<c r='A1'><v>12,5</v></c>", Cell(None, error="#VALUE!")),
        # Truth values, errors, ISO dates.
        ("<c r='A1' t='b'><v>1</v></c>", Cell(value=True)),
        ("<c r='A1' t='b'><v>0</v></c>", Cell(value=False)),
        ("<c r='A1' t='e'><v>#N/A</v></c>", Cell(None, error="#N/A")),
        ("<c r='A1' t='d'><v>2025-12-31T00:00:00</v></c>", Cell(date(2025, 12, 31))),
        ("<c r='A1' t='d'><v>10:30</v></c>", Cell("10:30")),
        # Formulas: the saved value counts; without one the value is unknown, not blank.
        ("<c r='A1'><f>1+1</f><v>2</v></c>", Cell(Decimal(2))),
        ("<c r='A1' t='str'><f>B1</f><v>F1</v></c>", Cell("F1")),
        ("<c r='A1' t='e'><f>1/0</f><v>#DIV/0!</v></c>", Cell(None, error="#DIV/0!")),
        ("<c r='A1'><f>1+1</f></c>", Cell(None, uncalculated=True)),
        ("<c r='A1'><f>1+1</f><v></v></c>", Cell(None, uncalculated=True)),
        ("<c r='A1'><f>1+1</f><v/></c>", Cell(None, uncalculated=True)),
        ("<c r='A1'><f t='shared' si='0'/><v>7</v></c>", Cell(Decimal(7))),
        # Texts keep their blanks and lose Excel's escapes.
        (TEXT.format("<t xml:space='preserve'>  F1 </t>"), Cell("  F1 ")),
        (TEXT.format("<r><t>Jan</t></r><r><rPr><b/></rPr><t>sen</t></r>"), Cell("Jansen")),
        (TEXT.format("<t>東京</t><rPh sb='0' eb='2'><t>トウキョウ</t></rPh>"), Cell("東京")),
        (TEXT.format("<t>regel 1_x000D_\nregel 2</t>"), Cell("regel 1\r\nregel 2")),
        (TEXT.format("<t>a_x0000_b_x001A_</t>"), Cell("ab")),
        (TEXT.format("<t>_xD800_</t>"), Cell("_xD800_")),
        (TEXT.format("<t>Smit &amp; Zn &lt;BV&gt;</t>"), Cell("Smit & Zn <BV>")),
        (TEXT.format('<t><![CDATA[<c r="A1"/>]]></t>'), Cell('<c r="A1"/>')),
    ],
)
def test_a_cell_becomes(cell: str, expected: Cell, tmp_path: Path) -> None:
    sheet = sheet_of(tmp_path, f"<row r='1'>{cell}</row>")

    assert [dict(row.cells) for row in sheet.rows] == [{0: expected}]


@pytest.mark.parametrize(
    "cell",
    [
        "<c r='A1'/>",
        "<c r='A1' s='1'></c>",
        "<c r='A1'><v></v></c>",
        TEXT.format("<t> \N{NO-BREAK SPACE}</t>"),
        # A formula that gives an empty text was calculated: the cell is blank.
        "<c r='A1' t='str'><f>\"\"</f><v></v></c>",
    ],
)
def test_a_cell_without_content_is_not_there(cell: str, tmp_path: Path) -> None:
    assert sheet_of(tmp_path, f"<row r='1'>{cell}</row>").rows == ()


@pytest.mark.parametrize(
    ("serial", "date1904", "expected"),
    [
        ("46022", False, date(2025, 12, 31)),
        # The time of day is left out, also just before midnight.
        ("46022.999988", False, date(2025, 12, 31)),
        ("61", False, date(1900, 3, 1)),
        ("59", False, date(1900, 2, 28)),
        ("1", False, date(1900, 1, 1)),
        ("2958465", False, date(9999, 12, 31)),
        # 29 February 1900, day 0, and what lies outside the calendar are no days.
        ("60", False, Decimal(60)),
        ("0", False, Decimal(0)),
        ("-1", False, Decimal(-1)),
        ("2958466", False, Decimal(2958466)),
        ("1E300", False, Decimal(10**300)),
        ("44560", True, date(2025, 12, 31)),
        ("0", True, date(1904, 1, 1)),
        ("2957004", True, Decimal(2957004)),
    ],
)
def test_a_number_in_a_date_format_is_its_day(
    serial: str, date1904: bool, expected: date | Decimal, tmp_path: Path
) -> None:
    parts = traps.book_parts(
        traps.sheet_xml(f'<row r="1"><c r="A1" s="1"><v>{serial}</v></c></row>'),
        styles=traps.styles_xml("dd-mm-yyyy"),
        workbook_properties=f'<workbookPr date1904="{str(date1904).lower()}"/>',
    )

    grid = open_grid(traps.write_zip(tmp_path / "l.xlsx", parts))

    assert grid.date1904 is date1904
    assert grid.sheets[0].rows[0].cells[0].value == expected


@pytest.mark.parametrize(
    ("number", "code", "shown"),
    [
        ("42", "0000", "0042"),
        ("12345", "0000", ""),
        ("0", "00", "00"),
        ("42", '"K-"00000', "K-00042"),
        ("123456", r"000\-000", "123-456"),
        ("42", "0000;-0000;;@", "0042"),
        ("42", "[Blue]0000_)", "0042"),
        # One zero pads nothing; decimals, signs and conditions are not read as padding.
        ("42", "0", ""),
        ("42", "0.00", ""),
        ("42", '0" dagen"', ""),
        ("42", "[<100]0000;0", ""),
        ("42", "General", ""),
        ("42.5", "0000", ""),
        ("-42", "0000", ""),
    ],
)
def test_a_zero_padded_number_also_keeps_what_is_shown(
    number: str, code: str, shown: str, tmp_path: Path
) -> None:
    rows = f'<row r="1"><c r="A1" s="1"><v>{number}</v></c></row>'.replace("<100", "&lt;100")
    styles = traps.styles_xml(code.replace("<", "&lt;"))

    sheet = sheet_of(tmp_path, rows, styles=styles)

    assert sheet.rows[0].cells[0] == Cell(Decimal(number), shown=shown)


@pytest.mark.parametrize(
    ("place", "expected"),
    [
        ('<c r="A1" t="s"><v>0</v></c>', Cell("Jansen")),
        ('<c r="A1" t="s"><v>1</v></c>', Cell("Rijk & Zn")),
        # Pointing at a text that is not there: the cell is in error, the file is still read.
        ('<c r="A1" t="s"><v>999</v></c>', Cell(None, error="#REF!")),
        ('<c r="A1" t="s"><v>-1</v></c>', Cell(None, error="#REF!")),
        ('<c r="A1" t="s"><v>F1</v></c>', Cell(None, error="#REF!")),
        (f'<c r="A1" t="s"><v>{"9" * 5000}</v></c>', Cell(None, error="#REF!")),
    ],
)
def test_a_shared_text(place: str, expected: Cell, tmp_path: Path) -> None:
    strings = traps.strings_xml(
        "<t>Jansen</t>",
        "<r><rPr><b/></rPr><t>Rijk</t></r><r><t> &amp; Zn</t></r><rPh><t>x</t></rPh>",
    )

    sheet = sheet_of(tmp_path, f'<row r="1">{place}</row>', strings=strings)

    assert sheet.rows[0].cells == {0: expected}
