"""What a zip holds: a workbook of which kind, or something else altogether."""

from __future__ import annotations

from typing import BinaryIO

from xl_dunning.rules.findings import Refusal
from xl_dunning.sheets.binary_records import xlsb_has_errors
from xl_dunning.sheets.grid import Grid
from xl_dunning.sheets.legacy import read_legacy
from xl_dunning.sheets.markup import Attributes, elements, local, stream
from xl_dunning.sheets.ooxml import read_ooxml
from xl_dunning.sheets.package import Package, open_package, part_chunks, part_name
from xl_dunning.sheets.workbook_parts import main_part

_TYPES = "[content_types].xml"
_OTHER = {
    "word/": "een Word-document",
    "ppt/": "een PowerPoint-presentatie",
    "visio/": "een Visio-tekening",
    "index/document.iwa": "een Numbers-bestand; exporteer het daar naar Excel",
    "index.zip": "een Numbers-bestand; exporteer het daar naar Excel",
    "content.xml": "een LibreOffice-document zonder rekenbladen",
}
"""Start of a part's name to what the file is."""


def read_zipped(file: BinaryIO) -> Grid:
    """Read a file that is a zip.

    Raises:
        Refusal: FILE_OTHER_KIND, FILE_CORRUPT, FILE_BOMB, FILE_WITH_DTD, FILE_DOUBLE_PART,
            FILE_WITHOUT_SHEETS, FILE_LEGACY, LEGACY_ERROR_CELLS or PASSWORD_UNUSABLE.
    """
    package = open_package(file)
    if _is_open_document(package):
        return _read_open_document(package, file)
    workbook = main_part(package)
    if not workbook or workbook.startswith(("word/", "ppt/", "visio/")):
        raise Refusal("FILE_OTHER_KIND", what=_other(package))
    if workbook.endswith(".bin"):
        return _read_binary(package, file)
    return read_ooxml(package, workbook, kind="xlsm" if _has_macros(package, workbook) else "xlsx")


def _is_open_document(package: Package) -> bool:
    if "mimetype" not in package.parts:
        return False
    return b"opendocument.spreadsheet" in b"".join(part_chunks(package, "mimetype"))


def _read_open_document(package: Package, file: BinaryIO) -> Grid:
    manifest = elements(part_chunks(package, "META-INF/manifest.xml"))
    if any(name == "encryption-data" for name, _ in manifest):
        raise Refusal("PASSWORD_UNUSABLE")
    # The library that reads it drops entities and errors without a word: both are found here.
    stream(part_chunks(package, "content.xml"), start=_refuse_error)
    return read_legacy(file, kind="ods")


def _refuse_error(_: str, attributes: Attributes) -> None:
    if "error" in attributes.values() and any(
        local(name) == "value-type" and value == "error" for name, value in attributes.items()
    ):
        raise Refusal("LEGACY_ERROR_CELLS", kind="ods")


def _read_binary(package: Package, file: BinaryIO) -> Grid:
    for name in package.parts:
        if name.startswith("xl/worksheets/") and name.endswith(".bin"):
            part = b"".join(part_chunks(package, name))
            if xlsb_has_errors(part):
                raise Refusal("LEGACY_ERROR_CELLS", kind="xlsb")
    return read_legacy(file, kind="xlsb")


def _has_macros(package: Package, workbook: str) -> bool:
    if _TYPES not in package.parts:
        return False
    types = (
        attributes.get("ContentType", "")
        for _, attributes in elements(part_chunks(package, _TYPES))
        if part_name(attributes.get("PartName", "")) == workbook
    )
    return any("macroenabled" in each.lower() for each in types)


def _other(package: Package) -> str:
    words = (
        word
        for start, word in _OTHER.items()
        if any(name.startswith(start) for name in package.parts)
    )
    return next(words, "een ingepakt bestand (zip)")
