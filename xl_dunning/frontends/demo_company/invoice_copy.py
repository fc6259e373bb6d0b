"""Copies of invoices as PDFs of one page: what the example letters enclose."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from pathlib import Path

from xl_dunning.frontends.demo_company.company import Company, Row
from xl_dunning.frontends.messages_nl import amount, shown

_PAGE = "/MediaBox [0 0 595 842]"  # A4 in points
_LEFT, _TOP, _SIZE, _LEADING = 70, 770, 11, 18


def write_copies(company: Company, folder: Path) -> None:
    """Write a PDF for each invoice that names a file in column Factuurbestand."""
    folder.mkdir()
    for row in company.invoices:
        if name := row["Factuurbestand"]:
            (folder / str(name)).write_bytes(one_page(_lines(company, row)))


def one_page(lines: Sequence[str]) -> bytes:
    """A PDF with the lines from the top of one A4 page; what cp1252 lacks becomes ``?``."""
    text = b"".join(b"(%s) Tj T*\n" % _escaped(line) for line in lines)
    page = b"BT /F1 %d Tf %d TL %d %d Td\n%sET" % (_SIZE, _LEADING, _LEFT, _TOP, text)
    objects = (
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        f"<< /Type /Page /Parent 2 0 R {_PAGE} /Contents 4 0 R "
        "/Resources << /Font << /F1 5 0 R >> >> >>".encode(),
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(page), page),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    )
    made, offsets = b"%PDF-1.4\n", []
    for number, content in enumerate(objects, start=1):
        offsets.append(len(made))
        made += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    table = b"".join(b"%010d 00000 n \n" % offset for offset in offsets)
    size = len(objects) + 1
    return made + (
        b"xref\n0 %d\n0000000000 65535 f \n%strailer\n<< /Size %d /Root 1 0 R >>\n"
        b"startxref\n%d\n%%%%EOF\n" % (size, table, size, len(made))
    )


def _lines(company: Company, row: Row) -> tuple[str, ...]:
    own = company.settings
    due = row["Bedrag"]
    return (
        str(own["naam"]),
        f"{own['adres']}, {own['postcode']} {own['plaats']}",
        f"KvK {own['kvk']}, btw {own['btw']}",
        "",
        f"FACTUUR {row['Factuurnummer']} (kopie)",
        f"Debiteur {row['Debiteurnummer']}: {row['Debiteurnaam']}",
        f"Factuurdatum {_day(row['Factuurdatum'])}, te betalen voor {_day(row['Vervaldatum'])}",
        "",
        str(row["Omschrijving"]),
        f"Totaal inclusief btw: {amount(due) if isinstance(due, Decimal) else ''}",
        "",
        f"IBAN {own['iban']} ten name van {own['naam']}",
    )


def _day(value: object) -> str:
    return shown(value) if isinstance(value, date) else str(value)


def _escaped(line: str) -> bytes:
    plain = line.encode("cp1252", errors="replace")
    return plain.replace(b"\\", b"\\\\").replace(b"(", b"\\(").replace(b")", b"\\)")
