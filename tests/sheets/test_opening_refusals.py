"""A file that can't be read is refused with one sentence: what is wrong, what to do."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from tests.sheets import old_books, traps
from tests.sheets.bad_files import CORRUPT, GOOD, SAVE, good_parts, refused

OTHER = (
    "Het bestand lijst.xlsx is geen lijst: het is {}. Geef een Excel-bestand (.xlsx, .xlsm,"
    " .xls, .xlsb), een .ods of een .csv."
)


MARKUP = (
    "Het bestand lijst.xlsx is een webpagina of XML-bestand, ook al lijkt het een Excel-bestand."
    f" {SAVE}."
)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return tmp_path / "lijst.xlsx"


def test_a_file_that_is_not_there(book: Path) -> None:
    assert refused(book) == f"Het bestand {book} is er niet. Controleer de naam en de map."


def test_a_folder(tmp_path: Path) -> None:
    folder = tmp_path / "lijst.xlsx"
    folder.mkdir()

    assert refused(folder) == "lijst.xlsx is een map. Noem het bestand dat erin staat."


@pytest.mark.skipif(sys.platform == "win32", reason="links need special rights on Windows")
def test_a_file_that_can_not_be_opened(book: Path) -> None:
    # A link to itself stands for all that the system refuses: locked, no rights, network gone.
    book.symlink_to(book)

    assert refused(book) == (
        "Het bestand lijst.xlsx kan niet worden geopend. Sluit het in Excel en controleer of u het"
        " mag lezen."
    )


@pytest.mark.parametrize(
    ("content", "sentence"),
    [
        # Nothing at all, or nothing but blanks.
        (b"", "Het bestand lijst.xlsx is leeg. Maak de export opnieuw."),
        (b"\xef\xbb\xbf \r\n\t\r\n", "Het bestand lijst.xlsx is leeg. Maak de export opnieuw."),
        ("\n".encode("utf-16"), "Het bestand lijst.xlsx is leeg. Maak de export opnieuw."),
        # Web pages and XML that a package calls .xls or .xlsx.
        (b"<html><body><table><tr><td>Factuur</td></tr></table></body></html>", MARKUP),
        (b"\n  <!DOCTYPE html>\n<table>", MARKUP),
        (b"<TABLE border=1>", MARKUP),
        ("<html>".encode("utf-16"), MARKUP),
        (b'<?xml version="1.0"?><?mso-application progid="Excel.Sheet"?>', MARKUP),
        (b"MIME-Version: 1.0\nContent-Type: multipart/related", MARKUP),
        # Something else altogether.
        (b"%PDF-1.7\n", OTHER.format("een pdf")),
        (b"{\\rtf1\\ansi}", OTHER.format("een tekstdocument (rtf)")),
        (b"\x89PNG\r\n\x1a\n", OTHER.format("een plaatje")),
        (b"\x01\x02\x00\x03", OTHER.format("een onbekend soort bestand")),
        (old_books.ole("WordDocument", b""), OTHER.format("een Word-document")),
        # An old container that holds nothing readable.
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(20), CORRUPT),
        (
            old_books.ole("Contents", b"?"),
            f"Het bestand lijst.xlsx (xls) kan niet worden gelezen. {SAVE} en gebruik dat bestand.",
        ),
    ],
)
def test_what_is_no_workbook(content: bytes, sentence: str, book: Path) -> None:
    book.write_bytes(content)

    assert refused(book) == sentence


@pytest.mark.parametrize(
    ("parts", "what"),
    [
        ({"brief.txt": b"x"}, "een ingepakt bestand (zip)"),
        ({"word/document.xml": b"<x/>"}, "een Word-document"),
        ({"ppt/presentation.xml": b"<x/>"}, "een PowerPoint-presentatie"),
        (
            {"Index/Document.iwa": b"x"},
            "een Numbers-bestand; exporteer het daar naar Excel",
        ),
        (
            {"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<x/>"},
            "een LibreOffice-document zonder rekenbladen",
        ),
        ({}, "een ingepakt bestand (zip)"),
    ],
    ids=["zip", "docx", "pptx", "Numbers", "odt", "empty zip"],
)
def test_a_zip_that_holds_something_else(parts: dict[str, bytes], what: str, book: Path) -> None:
    assert refused(traps.write_zip(book, parts)) == OTHER.format(what)


def test_a_word_document_that_names_itself_properly(book: Path) -> None:
    parts = good_parts()
    parts["_rels/.rels"] = parts["_rels/.rels"].replace(b"xl/workbook", b"word/document")
    parts["word/document.xml"] = b"<x/>"

    assert refused(traps.write_zip(book, parts)) == OTHER.format("een Word-document")


def test_a_book_of_chart_sheets_only(book: Path) -> None:
    parts = good_parts()
    relations = "xl/_rels/workbook.xml.rels"
    parts[relations] = parts[relations].replace(b"/worksheet", b"/chartsheet", 1)

    assert refused(traps.write_zip(book, parts)) == (
        "Het bestand lijst.xlsx heeft geen werkblad met cellen. Kies het bestand met de lijst."
    )


def test_a_password(tmp_path: Path, book: Path) -> None:
    with traps.one_sheet(tmp_path / "open.xlsx", GOOD).open("rb") as plain, book.open("wb") as out:
        OOXMLFile(plain).encrypt("Geheim1", out)

    for none in (None, ""):
        assert refused(book, password=none) == (
            "Het bestand lijst.xlsx is met een wachtwoord beveiligd. Geef het wachtwoord mee met"
            " --password, of sla het bestand op zonder wachtwoord."
        )
    assert refused(book, password="geheim1") == (  # noqa: S106 - made for this test
        "Het wachtwoord past niet op het bestand lijst.xlsx. Let op hoofdletters en probeer het"
        " opnieuw."
    )


def test_a_book_locked_by_rights_management(book: Path) -> None:
    book.write_bytes(old_books.ole("EncryptedPackage", b"?"))

    assert refused(book, password="x") == (  # noqa: S106 - made for this test
        "Het bestand lijst.xlsx is beveiligd op een manier die alleen het programma zelf kan"
        " openen. Open het daar en sla het op zonder wachtwoord."
    )


def test_an_ods_with_a_password(tmp_path: Path) -> None:
    coded = "<manifest:encryption-data/>"
    path = old_books.write_ods(tmp_path / "lijst.ods", "", coded=coded)

    assert refused(path, password="x") == (  # noqa: S106 - made for this test
        "Het bestand lijst.ods is beveiligd op een manier die alleen het programma zelf kan"
        " openen. Open het daar en sla het op zonder wachtwoord."
    )


@pytest.mark.parametrize("kind", ["xls", "xlsb", "ods"])
def test_an_error_in_an_old_file_is_not_taken_for_a_blank(kind: str, tmp_path: Path) -> None:
    path = tmp_path / f"lijst.{kind}"
    if kind == "xls":
        old_books.write_xls(path, [["F1", None]])
    elif kind == "xlsb":
        old_books.write_xlsb(path, [(0, 0, "F1"), (0, 1, None)])
    else:
        space = 'xmlns:calcext="urn:org:documentfoundation:names:experimental:calc:xmlns:calcext"'
        error = f'<table:table-cell {space} calcext:value-type="error"/>'
        old_books.write_ods(path, f"<table:table-row>{error}</table:table-row>")

    assert refused(path) == (
        f"Het bestand lijst.{kind} bevat cellen met een fout, zoals #N/B. In een {kind}-bestand is"
        f" niet te zien welke cellen dat zijn. {SAVE} en gebruik dat bestand, of herstel de fouten."
    )
