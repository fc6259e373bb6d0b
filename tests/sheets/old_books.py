"""Tiny xls, xlsb and ods files, byte by byte: no program that writes them is needed."""

from __future__ import annotations

import struct
from collections.abc import Sequence
from pathlib import Path

from tests.sheets.traps import write_zip

Value = str | float | None
"""A text, a number, or None for a cell that shows #N/A."""
_SECTOR = 512
_FREE, _END, _FAT = 0xFFFFFFFF, 0xFFFFFFFE, 0xFFFFFFFD


def write_xls(
    path: Path, rows: Sequence[Sequence[Value]], *, top: int = 0, date1904: bool = False
) -> Path:
    """An Excel 97 book with one sheet ``Posten``; ``top`` is the index of the first row."""
    sheet = _biff(0x809, struct.pack("<HHHHII", 0x600, 0x10, 0, 0, 0, 0))
    for number, row in enumerate(rows, start=top):
        for column, value in enumerate(row):
            place = struct.pack("<HHH", number, column, 0)
            if isinstance(value, str):
                text = struct.pack("<HB", len(value), 1) + value.encode("utf-16-le")
                sheet += _biff(0x204, place + text)
            elif value is None:
                sheet += _biff(0x205, place + b"\x2a\x01")
            else:
                sheet += _biff(0x203, place + struct.pack("<d", value))
    sheet += _biff(0x0A)
    bof = _biff(0x809, struct.pack("<HHHHII", 0x600, 0x05, 0, 0, 0, 0))
    bof += _biff(0x22, struct.pack("<H", date1904))
    name = b"Posten"
    bound = struct.pack("<BBBB", 0, 0, len(name), 0) + name
    start = len(bof) + 4 + 4 + len(bound) + 4
    book = bof + _biff(0x85, struct.pack("<I", start) + bound) + _biff(0x0A) + sheet
    path.write_bytes(ole("Workbook", book))
    return path


def ole(stream: str, content: bytes) -> bytes:
    """An OLE file with a single stream."""
    content = content.ljust(8 * _SECTOR, b"\0")
    content = content.ljust(-(-len(content) // _SECTOR) * _SECTOR, b"\0")
    count = len(content) // _SECTOR
    header = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + bytes(16)
    header += struct.pack("<HHHHH6x", 0x3E, 3, 0xFFFE, 9, 6)
    header += struct.pack("<IIIIIIIIII", 0, 1, 1, 0, 4096, _END, 0, _END, 0, 0)
    header += struct.pack("<108I", *[_FREE] * 108)
    chain = [_FAT, _END, *range(3, count + 2), _END]
    fat = struct.pack(f"<{len(chain)}I", *chain).ljust(_SECTOR, b"\xff")
    root = _entry("Root Entry", kind=5, child=1, start=_END, size=0)
    item = _entry(stream, kind=2, child=_FREE, start=2, size=len(content))
    return header + fat + (root + item).ljust(_SECTOR, b"\0") + content


def write_xlsb(path: Path, cells: Sequence[tuple[int, int, Value]]) -> Path:
    """A binary workbook with one sheet ``Posten`` of (row index, column index, value)."""
    sheet = _biff12(129) + _biff12(145)
    for row, column, value in cells:
        sheet += _biff12(0, struct.pack("<I", row) + bytes(21))
        place = struct.pack("<II", column, 0)
        if isinstance(value, str):
            text = struct.pack("<I", len(value)) + value.encode("utf-16-le")
            sheet += _biff12(6, place + text)
        elif value is None:
            sheet += _biff12(3, place + b"\x2a")
        else:
            sheet += _biff12(5, place + struct.pack("<d", value))
    last = max(row for row, _, _ in cells), max(column for _, column, _ in cells)
    size = _biff12(148, struct.pack("<IIII", 0, last[0], 0, last[1]))
    sheet = sheet.replace(_biff12(145), size + _biff12(145), 1) + _biff12(146) + _biff12(130)
    bundle = struct.pack("<II", 0, 1) + b"".join(
        struct.pack("<I", len(each)) + each.encode("utf-16-le") for each in ("rId1", "Posten")
    )
    book = _biff12(131) + _biff12(143) + _biff12(156, bundle) + _biff12(144) + _biff12(132)
    office = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
    rels = (
        '<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">'
        '<Relationship Id="rId1" Type="{office}/{kind}" Target="{target}"/></Relationships>'
    )
    main = rels.format(office=office, kind="officeDocument", target="xl/workbook.bin")
    inner = rels.format(office=office, kind="worksheet", target="worksheets/sheet1.bin")
    return write_zip(
        path,
        {
            "_rels/.rels": main.encode(),
            "xl/workbook.bin": book,
            "xl/_rels/workbook.bin.rels": inner.encode(),
            "xl/worksheets/sheet1.bin": sheet,
        },
    )


def write_ods(path: Path, rows: str, *, before: str = "", coded: str = "") -> Path:
    """An OpenDocument book with one sheet ``Posten``.

    ``before`` stands before the root of its content, ``coded`` inside the list of its parts.
    """
    urn = "urn:oasis:names:tc:opendocument:xmlns"
    content = (
        f'<?xml version="1.0"?>{before}<office:document-content'
        f' xmlns:office="{urn}:office:1.0" xmlns:table="{urn}:table:1.0"'
        f' xmlns:text="{urn}:text:1.0" office:version="1.3"><office:body><office:spreadsheet>'
        f'<table:table table:name="Posten">{rows}</table:table>'
        f"</office:spreadsheet></office:body></office:document-content>"
    )
    kind = "application/vnd.oasis.opendocument.spreadsheet"
    manifest = (
        f'<manifest:manifest xmlns:manifest="{urn}:manifest:1.0">'
        f'<manifest:file-entry manifest:full-path="/" manifest:media-type="{kind}">{coded}'
        "</manifest:file-entry></manifest:manifest>"
    )
    parts = {"mimetype": kind, "META-INF/manifest.xml": manifest, "content.xml": content}
    return write_zip(path, {name: part.encode() for name, part in parts.items()})


def _biff(kind: int, data: bytes = b"") -> bytes:
    return struct.pack("<HH", kind, len(data)) + data


def _biff12(kind: int, data: bytes = b"") -> bytes:
    head = bytes([kind]) if kind < 128 else bytes([kind & 0x7F | 0x80, kind >> 7])
    size, length = b"", len(data)
    while True:
        length, rest = length >> 7, length & 0x7F
        size += bytes([rest | (0x80 if length else 0)])
        if not length:
            return head + size + data


def _entry(name: str, *, kind: int, child: int, start: int, size: int) -> bytes:
    coded = name.encode("utf-16-le") + b"\0\0"
    return (
        coded.ljust(64, b"\0")
        + struct.pack("<HBBIII", len(coded), kind, 1, _FREE, _FREE, child)
        + bytes(36)
        + struct.pack("<IQ", start, size)
    )
