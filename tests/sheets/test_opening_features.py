"""What a rewriting with openpyxl would lose is named, with a Dutch word for each."""

from __future__ import annotations

from pathlib import Path

import pytest
import xlsxwriter

from tests.sheets import traps
from xl_dunning.frontends.messages_nl.files import FEATURES
from xl_dunning.sheets.features import _MARKS, _PARTS
from xl_dunning.sheets.opening import open_grid

ROW = '<row r="1"><c r="A1"><v>1</v></c></row>'
X14 = 'xmlns:x14="http://schemas.microsoft.com/office/spreadsheetml/2009/9/main"'
XDR = "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"


@pytest.mark.parametrize(
    ("cell", "code"),
    [
        ('<c r="A1"><f>1+1</f><v>2</v></c>', "CACHED_FORMULAS"),
        ('<c r="A1" t="str"><f>"a"</f><v></v></c>', "CACHED_FORMULAS"),
        ('<c r="A1" cm="1"><f>SORT(B:B)</f><v>2</v></c>', "DYNAMIC_ARRAYS"),
        ('<c r="A1" t="e" vm="1"><v>#VALUE!</v></c>', "IN_CELL_PICTURES"),
        ('<c r="A1" t="inlineStr"><is><r><rPr><b/></rPr><t>a</t></r></is></c>', "RICH_TEXT"),
        ('<c r="A1" t="s"><v>7</v></c>', "UNUSUAL_BUILD"),
    ],
)
def test_seen_in_a_cell(cell: str, code: str, tmp_path: Path) -> None:
    path = traps.one_sheet(tmp_path / "l.xlsx", f'<row r="1">{cell}</row>')

    assert code in open_grid(path).features


def test_a_formula_without_a_saved_value_has_nothing_to_lose(tmp_path: Path) -> None:
    path = traps.one_sheet(tmp_path / "l.xlsx", '<row r="1"><c r="A1"><f>1+1</f></c></row>')

    assert open_grid(path).features == ()


@pytest.mark.parametrize(
    ("after", "codes"),
    [
        ('<legacyDrawingHF id="1"/>', ("PICTURES",)),
        ('<picture id="1"/>', ("PICTURES",)),
        ("<controls/>", ("CONTROLS",)),
        ("<oleObjects/>", ("EMBEDDED",)),
        ("<protectedRanges/>", ("PROTECTED_RANGES",)),
        ("<customSheetViews/>", ("CUSTOM_VIEWS",)),
        (f"<extLst><ext {X14}><x14:sparklineGroups/></ext></extLst>", ("SPARKLINES",)),
        (f"<extLst><ext {X14}><x14:conditionalFormattings/></ext></extLst>", ("X14_FORMATS",)),
        (f"<extLst><ext {X14}><x14:dataValidations/></ext></extLst>", ("X14_FORMATS",)),
        # What openpyxl keeps well.
        ('<dataValidations count="1"/>', ()),
        ('<conditionalFormatting sqref="A1"/>', ()),
        ('<hyperlinks/><tableParts/><sheetProtection/><autoFilter ref="A1"/>', ()),
    ],
)
def test_seen_in_a_sheet(after: str, codes: tuple[str, ...], tmp_path: Path) -> None:
    assert open_grid(traps.one_sheet(tmp_path / "l.xlsx", ROW, after=after)).features == codes


@pytest.mark.parametrize(
    ("part", "codes"),
    [
        ("xl/media/image1.png", ("PICTURES",)),
        ("xl/charts/chart1.xml", ("CHARTS",)),
        ("xl/pivotTables/pivotTable1.xml", ("PIVOTS",)),
        ("xl/slicers/slicer1.xml", ("SLICERS",)),
        ("xl/queryTables/queryTable1.xml", ("CONNECTIONS",)),
        ("xl/vbaProject.bin", ("MACROS",)),
        ("xl/comments1.xml", ("COMMENTS",)),
        ("xl/threadedComments/threadedComment1.xml", ("THREADED_COMMENTS",)),
        ("xl/embeddings/oleObject1.bin", ("EMBEDDED",)),
        ("customXml/item1.xml", ("CUSTOM_XML",)),
        ("docMetadata/LabelInfo.xml", ("SENSITIVITY_LABEL",)),
        ("_xmlsignatures/sig1.xml", ("SIGNATURE",)),
        ("xl/externalLinks/externalLink1.xml", ()),
        ("xl/tables/table1.xml", ()),
        ("docProps/core.xml", ()),
    ],
)
def test_seen_among_the_parts(part: str, codes: tuple[str, ...], tmp_path: Path) -> None:
    parts = {**traps.book_parts(traps.sheet_xml(ROW)), part: b"x"}

    assert open_grid(traps.write_zip(tmp_path / "l.xlsx", parts)).features == codes


@pytest.mark.parametrize(("element", "codes"), [("sp", ("SHAPES",)), ("pic", ())])
def test_shapes_in_a_drawing(element: str, codes: tuple[str, ...], tmp_path: Path) -> None:
    drawing = f'<d:wsDr xmlns:d="{XDR}"><d:twoCellAnchor><d:{element}/></d:twoCellAnchor></d:wsDr>'
    parts = traps.book_parts(traps.sheet_xml(ROW)) | {"xl/drawings/drawing1.xml": drawing.encode()}

    assert open_grid(traps.write_zip(tmp_path / "l.xlsx", parts)).features == codes


def test_shared_rich_text_counts_as_well(tmp_path: Path) -> None:
    strings = traps.strings_xml("<r><rPr><b/></rPr><t>a</t></r>")
    path = traps.one_sheet(
        tmp_path / "l.xlsx", '<row r="1"><c r="A1" t="s"><v>0</v></c></row>', strings=strings
    )

    assert open_grid(path).features == ("RICH_TEXT",)


@pytest.mark.parametrize("turn", ["strict", "backslash"])
def test_a_build_that_openpyxl_cannot_load_is_named(turn: str, tmp_path: Path) -> None:
    space = traps.STRICT if turn == "strict" else traps.MAIN
    parts = traps.book_parts(traps.sheet_xml(ROW, space=space))
    if turn == "backslash":
        parts = {name.replace("/", "\\"): content for name, content in parts.items()}

    assert open_grid(traps.write_zip(tmp_path / "l.xlsx", parts)).features == ("UNUSUAL_BUILD",)


def test_a_plain_list_loses_nothing(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "l.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.add_table("A1:B3", {"data": [["F1", 1], ["F2", 2]]})
        sheet.data_validation("C1", {"validate": "list", "source": ["ja", "nee"]})
        sheet.conditional_format("B1:B3", {"type": "cell", "criteria": ">", "value": 1})
        sheet.write_url("D1", "https://voorbeeld.nl")
        sheet.freeze_panes(1, 0)

    assert open_grid(tmp_path / "l.xlsx").features == ()


def test_a_rich_report_names_all_that_is_at_stake(tmp_path: Path) -> None:
    with xlsxwriter.Workbook(tmp_path / "l.xlsx") as book:
        sheet = book.add_worksheet()
        sheet.write_formula("A1", "=1+1", None, 2)
        sheet.add_sparkline("B1", {"range": "Sheet1!A1:A1"})
        sheet.insert_textbox("C3", "Let op")
        sheet.write_comment("A1", "bellen")
        chart = book.add_chart({"type": "column"})
        chart.add_series({"values": "=Sheet1!$A$1:$A$1"})
        sheet.insert_chart("E5", chart)

    assert open_grid(tmp_path / "l.xlsx").features == (
        "CACHED_FORMULAS",
        "CHARTS",
        "COMMENTS",
        "SHAPES",
        "SPARKLINES",
    )


def test_every_code_has_a_dutch_word_and_every_word_a_code() -> None:
    assert {*_PARTS.values(), *_MARKS.values(), "SHAPES", "PASSWORD"} == set(FEATURES)
