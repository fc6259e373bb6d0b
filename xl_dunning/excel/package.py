"""A workbook of sheets made into one with macros and a tab in the ribbon: parts of its zip.

Content types and relations are read and written as XML, so it does not matter how whoever made the
sheets spells them.
"""

from __future__ import annotations

import posixpath
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from io import BytesIO
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from lxml import etree

_TYPES = "[Content_Types].xml"
_ROOT_RELATIONS = "_rels/.rels"
_WORKBOOK = "xl/workbook.xml"
_WORKBOOK_RELATIONS = "xl/_rels/workbook.xml.rels"
_VBA = "xl/vbaProject.bin"
_RIBBON = "customUI/customUI.xml"

_MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
_DOCUMENT = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_VBA_RELATION = "http://schemas.microsoft.com/office/2006/relationships/vbaProject"
_RIBBON_RELATION = "http://schemas.microsoft.com/office/2006/relationships/ui/extensibility"
"""The part of 2006: Excel 2007 and later read it, on Windows and Mac."""
_VBA_TYPE = "application/vnd.ms-office.vbaProject"
_LONG_AGO = (1980, 1, 1, 0, 0, 0)
"""The first moment that a zip can hold: a build has no time of its own."""


class BookKind(Enum):
    """What the workbook is to Excel; the value is the content type of its main part."""

    WORKBOOK = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
    ADDIN = "application/vnd.ms-excel.addin.macroEnabled.main+xml"


@dataclass(frozen=True, slots=True)
class CodeNames:
    """By which names the sheets' file knows its VBA modules: one of the book, one a sheet."""

    workbook: str
    sheets: tuple[str, ...]


def code_names(xlsx: bytes) -> CodeNames:
    """The code names in a workbook, sheets in their order.

    Raises:
        ValueError: when the workbook or a sheet has none; Excel would then not find its module.
    """
    parts = _parts(xlsx)
    workbook = etree.fromstring(parts[_WORKBOOK])
    targets = {
        each.get("Id", ""): posixpath.normpath(posixpath.join("/xl", each.get("Target", "")))
        for each in etree.fromstring(parts[_WORKBOOK_RELATIONS])
    }
    properties = workbook.find(f"{{{_MAIN}}}workbookPr")
    own = "" if properties is None else properties.get("codeName", "")
    sheets: dict[str, str] = {}
    for sheet in workbook.iterfind(f"{{{_MAIN}}}sheets/{{{_MAIN}}}sheet"):
        part = targets[sheet.get(f"{{{_DOCUMENT}}}id", "")].lstrip("/")
        named = etree.fromstring(parts[part]).find(f"{{{_MAIN}}}sheetPr")
        sheets[sheet.get("name", "")] = "" if named is None else named.get("codeName", "")
    without = [name for name, code in {"the workbook": own, **sheets}.items() if not code]
    if without:
        msg = f"without a code name: {', '.join(without)}"
        raise ValueError(msg)
    return CodeNames(own, tuple(sheets.values()))


def with_macros(
    xlsx: bytes, *, project: bytes, ribbon: bytes, kind: BookKind = BookKind.WORKBOOK
) -> bytes:
    """The workbook with a VBA project and a customUI part; the same bytes for the same input.

    Raises:
        ValueError: when the workbook has a VBA project or a ribbon already.
    """
    parts = _parts(xlsx)
    if {_VBA, _RIBBON} & parts.keys():
        msg = "the workbook has macros or a ribbon already"
        raise ValueError(msg)
    parts[_TYPES] = _with_types(parts[_TYPES], kind)
    parts[_WORKBOOK_RELATIONS] = _with_relation(
        parts[_WORKBOOK_RELATIONS], "rIdVba", _VBA_RELATION, "vbaProject.bin"
    )
    parts[_ROOT_RELATIONS] = _with_relation(
        parts[_ROOT_RELATIONS], "rIdRibbon", _RIBBON_RELATION, _RIBBON
    )
    parts |= {_VBA: project, _RIBBON: ribbon}
    return _zipped(parts)


def _with_types(xml: bytes, kind: BookKind) -> bytes:
    """Content types where the main part is one with macros, and .bin is a VBA project.

    Raises:
        ValueError: when the main part is not named, or .bin is something else already.
    """
    root = etree.fromstring(xml)
    main = [each for each in root if each.get("PartName") == f"/{_WORKBOOK}"]
    if len(main) != 1 or any(each.get("Extension") == "bin" for each in root):
        msg = "the content types do not name the workbook once, or know .bin as something else"
        raise ValueError(msg)
    main[0].set("ContentType", kind.value)
    default = etree.Element(f"{{{root.nsmap[None]}}}Default")
    default.set("Extension", "bin")
    default.set("ContentType", _VBA_TYPE)
    root.insert(0, default)
    return _written(root)


def _with_relation(xml: bytes, identifier: str, kind: str, target: str) -> bytes:
    root = etree.fromstring(xml)
    relation = etree.SubElement(root, f"{{{root.nsmap[None]}}}Relationship")
    relation.set("Id", identifier)
    relation.set("Type", kind)
    relation.set("Target", target)
    return _written(root)


def _written(root: etree._Element) -> bytes:
    return etree.tostring(root, xml_declaration=True, encoding="UTF-8", standalone=True)


def _parts(xlsx: bytes) -> dict[str, bytes]:
    with ZipFile(BytesIO(xlsx)) as package:
        return {entry.filename: package.read(entry) for entry in package.infolist()}


def _zipped(parts: Mapping[str, bytes]) -> bytes:
    out = BytesIO()
    with ZipFile(out, "w", ZIP_DEFLATED) as package:
        for name, content in parts.items():
            entry = ZipInfo(name, _LONG_AGO)
            entry.compress_type = ZIP_DEFLATED
            entry.create_system = 0  # else the machine that builds is in the file
            package.writestr(entry, content)
    return out.getvalue()
