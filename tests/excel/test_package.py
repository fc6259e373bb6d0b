"""The parts of the package: macros, ribbon, content types and the names that must match."""

from __future__ import annotations

import io
import zipfile

import openpyxl
import pytest
import xlsxwriter
from lxml import etree

from xl_dunning.excel.package import BookKind, CodeNames, code_names, with_macros

RIBBON = b"<customUI/>"


def sheets(*, book: str = "ThisWorkbook", names: tuple[str, ...] = ("Blad1", "Blad2")) -> bytes:
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as made:
        if book:
            made.set_vba_name(book)
        for number, name in enumerate(names):
            sheet = made.add_worksheet(f"Blad {number}")
            if name:
                sheet.set_vba_name(name)
    return file.getvalue()


def parts(data: bytes) -> dict[str, bytes]:
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        assert package.testzip() is None
        return {name: package.read(name) for name in package.namelist()}


def relations(xml: bytes) -> dict[str, str]:
    return {each.get("Type", ""): each.get("Target", "") for each in etree.fromstring(xml)}


@pytest.mark.parametrize(
    ("kind", "main"),
    [
        (BookKind.WORKBOOK, "application/vnd.ms-excel.sheet.macroEnabled.main+xml"),
        (BookKind.ADDIN, "application/vnd.ms-excel.addin.macroEnabled.main+xml"),
    ],
)
def test_the_package_tells_excel_what_is_in_it(kind: BookKind, main: str) -> None:
    made = parts(with_macros(sheets(), project=b"vba", ribbon=RIBBON, kind=kind))
    types = etree.fromstring(made["[Content_Types].xml"])
    told = {
        each.get("PartName") or each.get("Extension"): each.get("ContentType") for each in types
    }
    assert told["/xl/workbook.xml"] == main
    assert told["bin"] == "application/vnd.ms-office.vbaProject"
    assert made["xl/vbaProject.bin"] == b"vba"
    assert made["customUI/customUI.xml"] == RIBBON
    of_book = relations(made["xl/_rels/workbook.xml.rels"])
    assert (
        of_book["http://schemas.microsoft.com/office/2006/relationships/vbaProject"]
        == "vbaProject.bin"
    )
    of_package = relations(made["_rels/.rels"])
    assert (
        of_package["http://schemas.microsoft.com/office/2006/relationships/ui/extensibility"]
        == "customUI/customUI.xml"
    )


def test_everything_else_in_the_package_stays_as_it_is() -> None:
    before, after = parts(sheets()), parts(with_macros(sheets(), project=b"", ribbon=RIBBON))
    changed = {name for name in before if before[name] != after[name]}
    assert changed == {"[Content_Types].xml", "xl/_rels/workbook.xml.rels", "_rels/.rels"}
    assert after.keys() - before.keys() == {"xl/vbaProject.bin", "customUI/customUI.xml"}


def test_no_moment_and_no_machine_is_in_the_package() -> None:
    data = with_macros(sheets(), project=b"vba", ribbon=RIBBON)
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        entries = package.infolist()
    assert {(entry.date_time, entry.create_system) for entry in entries} == {
        ((1980, 1, 1, 0, 0, 0), 0)
    }


def test_another_program_opens_the_result() -> None:
    data = with_macros(sheets(), project=b"vba", ribbon=RIBBON)
    book = openpyxl.load_workbook(io.BytesIO(data))
    assert book.sheetnames == ["Blad 0", "Blad 1"]


def test_the_code_names_are_those_that_the_sheets_were_given() -> None:
    assert code_names(sheets()) == CodeNames("ThisWorkbook", ("Blad1", "Blad2"))


@pytest.mark.parametrize(
    ("made", "words"),
    [
        (sheets(book="", names=("A",)), "without a code name: the workbook"),
        (sheets(names=("A", "")), "without a code name: Blad 1"),
    ],
)
def test_a_sheet_whose_module_excel_would_not_find_is_refused(made: bytes, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        code_names(made)


def test_macros_are_not_put_in_twice() -> None:
    once = with_macros(sheets(), project=b"vba", ribbon=RIBBON)
    with pytest.raises(ValueError, match="has macros or a ribbon already"):
        with_macros(once, project=b"vba", ribbon=RIBBON)
