"""Workbooks as they come from outside: built part by part, each oddity in plain sight."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from zipfile import ZIP_DEFLATED, ZipFile

MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
STRICT = "http://purl.oclc.org/ooxml/spreadsheetml/main"
_OFFICE = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
_RELS = "http://schemas.openxmlformats.org/package/2006/relationships"
_TYPES = "http://schemas.openxmlformats.org/package/2006/content-types"
_BOOK_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"
MACRO_TYPE = "application/vnd.ms-excel.sheet.macroEnabled.main+xml"
_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>'


def sheet_xml(rows: str, *, after: str = "", space: str = MAIN) -> str:
    """A worksheet part with ``rows`` inside sheetData and ``after`` behind it."""
    return f'{_HEAD}<worksheet xmlns="{space}"><sheetData>{rows}</sheetData>{after}</worksheet>'


def styles_xml(*formats: str) -> str:
    """A styles part: cell style 1 shows the first number format, 2 the second ..."""
    codes = "".join(
        f'<numFmt numFmtId="{164 + index}" formatCode="{code.replace(chr(34), "&quot;")}"/>'
        for index, code in enumerate(formats)
    )
    xfs = "".join(f'<xf numFmtId="{164 + index}"/>' for index in range(len(formats)))
    return (
        f'{_HEAD}<styleSheet xmlns="{MAIN}"><numFmts>{codes}</numFmts>'
        f'<cellStyleXfs><xf numFmtId="14"/></cellStyleXfs>'
        f'<cellXfs><xf numFmtId="0"/>{xfs}</cellXfs></styleSheet>'
    )


def strings_xml(*items: str) -> str:
    """A shared-strings part; each item is the inside of one ``si``."""
    inside = "".join(f"<si>{item}</si>" for item in items)
    return f'{_HEAD}<sst xmlns="{MAIN}">{inside}</sst>'


def book_parts(
    *sheets: str,
    names: Iterable[str] = ("Posten", "Debiteuren", "Logboek"),
    states: Iterable[str] = ("visible", "visible", "visible"),
    workbook_properties: str = "",
    styles: str = "",
    strings: str = "",
    book_type: str = _BOOK_TYPE,
) -> dict[str, bytes]:
    """The parts of a small xlsx: name to content. ``sheets`` are whole worksheet parts."""
    listed = "".join(
        f'<sheet name="{name}" sheetId="{number}" state="{state}" r:id="rId{number}"/>'
        for number, (name, state, _) in enumerate(zip(names, states, sheets, strict=False), 1)
    )
    relations = "".join(
        f'<Relationship Id="rId{number}" Type="{_OFFICE}/worksheet"'
        f' Target="worksheets/sheet{number}.xml"/>'
        for number in range(1, len(sheets) + 1)
    )
    parts = {
        "[Content_Types].xml": f'{_HEAD}<Types xmlns="{_TYPES}">'
        f'<Override PartName="/xl/workbook.xml" ContentType="{book_type}"/></Types>',
        "_rels/.rels": f'{_HEAD}<Relationships xmlns="{_RELS}"><Relationship Id="rId1"'
        f' Type="{_OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>',
        "xl/workbook.xml": f'{_HEAD}<workbook xmlns="{MAIN}" xmlns:r="{_OFFICE}">'
        f"{workbook_properties}<sheets>{listed}</sheets></workbook>",
    }
    for number, sheet in enumerate(sheets, start=1):
        parts[f"xl/worksheets/sheet{number}.xml"] = sheet
    for name, kind, part in (("styles", "styles", styles), ("strings", "sharedStrings", strings)):
        if part:
            relations += (
                f'<Relationship Id="r{name}" Type="{_OFFICE}/{kind}" Target="/xl/{name}.xml"/>'
            )
            parts[f"xl/{name}.xml"] = part
    parts["xl/_rels/workbook.xml.rels"] = (
        f'{_HEAD}<Relationships xmlns="{_RELS}">{relations}</Relationships>'
    )
    return {name: part.encode() for name, part in parts.items()}


def write_zip(path: Path, parts: Mapping[str, bytes]) -> Path:
    """Write a zip with these parts."""
    with ZipFile(path, "w", ZIP_DEFLATED) as zipped:
        for name, content in parts.items():
            zipped.writestr(name, content)
    return path


def one_sheet(
    path: Path, rows: str, *, after: str = "", strings: str = "", styles: str = ""
) -> Path:
    """Write an xlsx of one sheet with these rows."""
    parts = book_parts(sheet_xml(rows, after=after), strings=strings, styles=styles)
    return write_zip(path, parts)


def claimed_size(path: Path, part: str, size: int) -> Path:
    """Let the zip's list of contents claim another unpacked size for one part."""
    data = bytearray(path.read_bytes())
    directory = data.index(b"PK\x01\x02")
    name = data.index(part.encode(), directory)
    # The name stands 46 bytes into its entry, the unpacked size 24 bytes.
    data[name - 22 : name - 18] = size.to_bytes(4, "little")
    path.write_bytes(data)
    return path
