"""A file that can't be read is refused with one sentence: what is wrong, what to do."""

from __future__ import annotations

import sys
from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest
from msoffcrypto.format.ooxml import OOXMLFile

from tests.sheets import old_books, traps
from xl_dunning.frontends.messages_nl import refusal_text
from xl_dunning.rules.findings import Refusal
from xl_dunning.sheets.opening import open_grid

GOOD = '<row r="1"><c r="A1"><v>1</v></c></row>'
SHEET = "xl/worksheets/sheet1.xml"
SAVE = "Open het in Excel en sla het op als Excel-werkmap (.xlsx)"
CORRUPT = (
    "Het bestand lijst.xlsx is beschadigd of niet volledig. Download of exporteer het opnieuw; of"
    " open het in Excel, laat Excel het herstellen en sla het op."
)
BOMB = (
    "Het bestand lijst.xlsx zou bij het uitpakken buitensporig groot worden en is daarom niet"
    f" geopend. {SAVE} als u de afzender vertrouwt."
)
DEFINITION = (
    "Het bestand {} bevat een verborgen definitie (DOCTYPE) die in een Excel-bestand niet"
    f" thuishoort, en is daarom niet gelezen. {SAVE} als u de afzender vertrouwt."
)
OTHER = (
    "Het bestand lijst.xlsx is geen lijst: het is {}. Geef een Excel-bestand (.xlsx, .xlsm,"
    " .xls, .xlsb), een .ods of een .csv."
)
MARKUP = (
    "Het bestand lijst.xlsx is een webpagina of XML-bestand, ook al lijkt het een Excel-bestand."
    f" {SAVE}."
)


def refused(path: Path, *, password: str | None = None) -> str:
    with pytest.raises(Refusal) as caught:
        open_grid(path, password=password)
    return refusal_text(caught.value)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return tmp_path / "lijst.xlsx"


def good_parts() -> dict[str, bytes]:
    return traps.book_parts(traps.sheet_xml(GOOD))


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


@pytest.mark.parametrize("share", [0.1, 0.5, 0.9, 0.99])
def test_a_download_that_broke_off(share: float, book: Path) -> None:
    whole = traps.one_sheet(book, GOOD).read_bytes()
    book.write_bytes(whole[: int(len(whole) * share)])

    assert refused(book) == CORRUPT


def test_a_bit_error(book: Path) -> None:
    data = bytearray(traps.one_sheet(book, GOOD).read_bytes())
    start = data.index(SHEET.encode()) + len(SHEET)
    for place in range(start + 20, start + 40):
        data[place] ^= 0x55
    book.write_bytes(data)

    assert refused(book) == CORRUPT


@pytest.mark.parametrize(
    ("part", "content"),
    [
        (SHEET, b"<worksheet><sheetData><row>"),
        (SHEET, b""),
        (SHEET, b"<worksheet>\xff\xfe</worksheet>"),
        (SHEET, b'<?xml version="1.0" encoding="klingon"?><worksheet/>'),
        (SHEET, b'<worksheet><row r="1"><c r="AAAA1"><v>1</v></c></row></worksheet>'),
        (SHEET, b'<worksheet><row r="0"><c r="A0"><v>1</v></c></row></worksheet>'),
        (SHEET, b'<worksheet><row r="1048577"><c><v>1</v></c></row></worksheet>'),
        (SHEET, b"<worksheet><v>&unknown;</v></worksheet>"),
        ("xl/workbook.xml", b"<workbook>"),
        ("xl/_rels/workbook.xml.rels", b"<Relationships/>"),
        ("[Content_Types].xml", b"<Types"),
    ],
)
def test_broken_xml_in_a_sound_zip(part: str, content: bytes, book: Path) -> None:
    assert refused(traps.write_zip(book, {**good_parts(), part: content})) == CORRUPT


def test_a_sheet_that_the_book_lists_but_does_not_hold(book: Path) -> None:
    parts = good_parts()
    del parts[SHEET]

    assert refused(traps.write_zip(book, parts)) == CORRUPT


def test_an_unusual_way_of_packing(book: Path) -> None:
    # Its unpacking can't be held to the promised size.
    with ZipFile(book, "w", ZIP_BZIP2) as zipped:
        for name, content in good_parts().items():
            zipped.writestr(name, content)

    assert refused(book) == CORRUPT


@pytest.mark.parametrize("claimed", [400_000_000, 0xFFFF_FFF0])
def test_a_zip_bomb_is_refused_on_its_list_of_contents(claimed: int, book: Path) -> None:
    # What is really inside is tiny: the refusal comes before anything is unpacked.
    traps.claimed_size(traps.one_sheet(book, GOOD), SHEET, claimed)

    assert refused(book) == BOMB


def test_many_parts_that_are_each_just_small_enough_are_a_bomb_together(book: Path) -> None:
    traps.write_zip(book, {**good_parts(), **{f"xl/{n}.xml": bytes(30_000_000) for n in range(4)}})

    assert refused(book) == BOMB


def test_a_bomb_in_an_ods_is_refused_as_well(tmp_path: Path) -> None:
    path = old_books.write_ods(tmp_path / "lijst.xlsx", "")

    assert refused(traps.claimed_size(path, "content.xml", 400_000_000)) == BOMB


def test_a_part_that_is_bigger_than_promised_is_never_unpacked_further(book: Path) -> None:
    traps.claimed_size(traps.one_sheet(book, GOOD * 1000), SHEET, 100)

    assert refused(book) == CORRUPT


@pytest.mark.parametrize(
    "definition",
    [
        '<!DOCTYPE a [<!ENTITY b "bbbbbbbbbb"><!ENTITY c "&b;&b;&b;&b;&b;&b;&b;&b;">]>',
        '<!DOCTYPE a [<!ENTITY x SYSTEM "file:///etc/hostname">]>',
        '<!DOCTYPE a SYSTEM "http://voorbeeld.invalid/a.dtd">',
        "<!DOCTYPE a>",
    ],
    ids=["entity bomb", "reads a file", "asks the internet", "harmless"],
)
@pytest.mark.parametrize("part", [SHEET, "xl/strings.xml", "xl/workbook.xml", "_rels/.rels"])
def test_definitions_in_any_part_are_refused(definition: str, part: str, book: Path) -> None:
    parts = traps.book_parts(traps.sheet_xml(GOOD), strings=traps.strings_xml("<t>a</t>"))
    parts[part] = parts[part].replace(b"?>", b"?>" + definition.encode(), 1)

    assert refused(traps.write_zip(book, parts)) == DEFINITION.format("lijst.xlsx")


def test_definitions_in_an_ods_are_refused(tmp_path: Path) -> None:
    path = old_books.write_ods(tmp_path / "lijst.ods", "", before='<!DOCTYPE a [<!ENTITY b "b">]>')

    assert refused(path) == DEFINITION.format("lijst.ods")


def test_the_same_part_twice(book: Path) -> None:
    with ZipFile(book, "w", ZIP_DEFLATED) as zipped:
        for name, content in good_parts().items():
            zipped.writestr(name, content)
        zipped.writestr(SHEET.replace("/", "\\").upper(), traps.sheet_xml(""))

    assert refused(book) == (
        "Het bestand lijst.xlsx bevat het onderdeel XL\\WORKSHEETS\\SHEET1.XML twee keer; welke"
        f" van de twee geldt, is niet te zien. {SAVE}."
    )


def test_an_old_file_that_asks_for_more_memory_than_there_is_harms_only_its_child(
    tmp_path: Path,
) -> None:
    # One cell in the last corner: the library lays out 17 billion cells and is aborted.
    path = old_books.write_xlsb(tmp_path / "lijst.xlsb", [(0, 0, "a"), (1_048_575, 16_383, 1.0)])

    assert refused(path) == (
        f"Het bestand lijst.xlsb (xlsb) kan niet worden gelezen. {SAVE} en gebruik dat bestand."
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
