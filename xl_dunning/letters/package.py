"""A Word file as its parts: opened with suspicion, written the same way every time."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterable, Mapping
from datetime import date
from typing import TypeAlias

from lxml import etree

from xl_dunning.rules.findings import Finding, error

Parts: TypeAlias = Mapping[str, bytes]
"""The parts of a package by their name in it, in the order of the file."""

CONTENT_TYPES = "[Content_Types].xml"
DOCUMENT = "word/document.xml"

_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_MOST_PARTS = 2_000
_MOST_BYTES = 60_000_000
_MAIN = "application/vnd.openxmlformats-officedocument.wordprocessingml.%s.main+xml"
_WORD = (_MAIN % "document").encode()
_WORD_TEMPLATE = (_MAIN % "template").encode()
_WITH_MACROS = b"macroEnabled"
_EPOCH = date(1980, 1, 1)
"""The first day that a zip file can name."""


def open_package(data: bytes, *, template: str) -> Parts | Finding:
    """The parts of a .docx or .dotx file, or what is wrong with it as a finding.

    A .dotx is turned into a document. Refused are: old .doc files and files with a password,
    other kinds of files, files with macros, damaged ones, huge ones and any DOCTYPE.
    """
    if data.startswith(_OLE):
        return error("TEMPLATE_OLD_OR_LOCKED", template=template)
    try:
        parts = _unpacked(data)
    except (zipfile.BadZipFile, EOFError, NotImplementedError, RuntimeError, ValueError):
        # A zip that broke off, a false checksum, an unknown packing, a locked part.
        code = "TEMPLATE_DAMAGED" if data.startswith(b"PK") else "TEMPLATE_NOT_WORD"
        return error(code, template=template)
    if parts is None:
        return error("TEMPLATE_TOO_LARGE", template=template)
    kind = parts.get(CONTENT_TYPES, b"")
    if problem := _kind_problem(parts, kind):
        return error(problem, template=template)
    for name, content in parts.items():
        if name.endswith((".xml", ".rels")) and (problem := _xml_problem(content)):
            return error(problem, template=template)
    return {**parts, CONTENT_TYPES: kind.replace(_WORD_TEMPLATE, _WORD)}


def parse_xml(content: bytes) -> etree._Element:
    """The XML, without ever fetching or expanding anything from outside."""
    return etree.fromstring(content, etree.XMLParser(resolve_entities=False, no_network=True))


def write_package(parts: Iterable[tuple[str, bytes]], *, made_on: date = _EPOCH) -> bytes:
    """The file of these parts: the same parts give the same bytes, on any day.

    ``made_on`` is the day that whoever opens the file sees as that of its parts.
    """
    file = io.BytesIO()
    with zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts:
            entry = zipfile.ZipInfo(name, (made_on.year, made_on.month, made_on.day, 0, 0, 0))
            entry.create_system = 0
            entry.compress_type = zipfile.ZIP_DEFLATED
            package.writestr(entry, content)
    return file.getvalue()


def _unpacked(data: bytes) -> dict[str, bytes] | None:
    """The parts, or None when unpacking would take more room than any letter needs."""
    with zipfile.ZipFile(io.BytesIO(data)) as package:
        entries = [entry for entry in package.infolist() if not entry.is_dir()]
        size = sum(entry.file_size for entry in entries)
        if len(entries) > _MOST_PARTS or size > _MOST_BYTES:
            return None
        return {entry.filename: package.read(entry) for entry in entries}


def _kind_problem(parts: Parts, kind: bytes) -> str:
    if _WITH_MACROS in kind:
        return "TEMPLATE_WITH_MACROS"
    is_word = DOCUMENT in parts and (_WORD in kind or _WORD_TEMPLATE in kind)
    return "" if is_word else "TEMPLATE_NOT_WORD"


def _xml_problem(content: bytes) -> str:
    try:
        root = parse_xml(content)
    except etree.XMLSyntaxError:
        return "TEMPLATE_DAMAGED"
    return "TEMPLATE_DOCTYPE" if root.getroottree().docinfo.internalDTD is not None else ""
