"""Files that mean harm or are broken: each gets one sentence, and costs nothing."""

from __future__ import annotations

from pathlib import Path
from zipfile import ZIP_BZIP2, ZIP_DEFLATED, ZipFile

import pytest

from tests.sheets import old_books, traps
from tests.sheets.bad_files import CORRUPT, GOOD, SAVE, SHEET, good_parts, refused

BOMB = (
    "Het bestand lijst.xlsx zou bij het uitpakken buitensporig groot worden en is daarom niet"
    f" geopend. {SAVE} als u de afzender vertrouwt."
)


DEFINITION = (
    "Het bestand {} bevat een verborgen definitie (DOCTYPE) die in een Excel-bestand niet"
    f" thuishoort, en is daarom niet gelezen. {SAVE} als u de afzender vertrouwt."
)


@pytest.fixture
def book(tmp_path: Path) -> Path:
    return tmp_path / "lijst.xlsx"


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
