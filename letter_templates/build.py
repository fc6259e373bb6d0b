"""Builds the letter templates: ``python -m letter_templates.build`` writes ``nl/*.docx``.

The same sources give the same files, so a change can be reviewed and a test can compare them.
"""

from __future__ import annotations

import io
import zipfile
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

from docx.shared import Mm, Pt

from letter_templates import page
from letter_templates.source import SOURCES, Source, names, read

_WIDTHS = (36, 24, 24, 24, 29, 29)
_HEADINGS = ("Factuur", "Factuurdatum", "Vervaldatum", "Dagen te laat", "Bedrag", "Openstaand")
_CELLS = (
    "{{ factuur.nummer }}{% if factuur.is_creditnota %} (tegoed){% endif %}",
    "{{ factuur.datum }}",
    "{{ factuur.vervaldatum }}",
    "{{ factuur.dagen }}",
    "{{ factuur.bedrag }}",
    "{{ factuur.openstaand }}",
)
_FIRST_RIGHT = 3
_PAYMENT = (
    ("Te betalen", "**{{ totaal }}**"),
    ("Uiterlijk op", "**{{ uiterste_betaaldatum }}**"),
    ("IBAN", "{{ bedrijf.iban }}"),
    ("Ten name van", "{{ bedrijf.naam }}"),
    ("Onder vermelding van", "{{ betalingskenmerk }}"),
)
_REFERENCES = (
    ("Datum", "{{ datum }}"),
    ("Ons kenmerk", "{{ kenmerk }}"),
    ("Debiteurnummer", "{{ debiteur.nummer }}"),
    ("Behandeld door", "{{ behandelaar }}"),
)
_EPOCH = (1980, 1, 1, 0, 0, 0)


def build(language: str, name: str) -> bytes:
    """The template of that name as a .docx file."""
    source = read(language, name)
    letter = page.new_letter(title=source.title)
    page.add_address(letter)
    page.add_references(letter, _REFERENCES)
    subject = page.add_text(letter, f"Betreft: {source.subject}", "Betreft")
    subject.paragraph_format.space_before = Pt(14)
    page.add_text(letter, "{{ aanhef }}")
    last_two = set(source.paragraphs[-2:])
    for text, following in pairwise((*source.paragraphs, "")):
        if text == "[facturen]":
            _invoices(letter)
        elif text == "[betaling]":
            _payment(letter)
        else:
            paragraph = page.add_text(letter, text)
            # A request stays with its payment details; a signature never stands alone on a page.
            if following == "[betaling]" or text in last_two:
                paragraph.paragraph_format.keep_with_next = True
                paragraph.paragraph_format.keep_together = True
    _closing(letter, source)
    return _file(letter)


def _invoices(letter: Any) -> None:  # noqa: ANN401
    table = page.new_table(letter, _WIDTHS, rows=5)
    for column, (heading, text) in enumerate(zip(_HEADINGS, _CELLS, strict=True)):
        right = column >= _FIRST_RIGHT
        page.put(table.cell(0, column), heading, "Tabelkop", right=right)
        page.put(table.cell(2, column), text, "Tabel", right=right)
        page.rule(table.cell(0, column), "bottom", size=8)
        page.rule(table.cell(4, column), "top", size=8)
    page.repeat_on_every_page(table.rows[0])
    page.put(table.cell(1, 0), "{%tr for factuur in facturen %}", "Tabel")
    page.put(table.cell(3, 0), "{%tr endfor %}", "Tabel")
    label = table.cell(4, 0).merge(table.cell(4, 4))
    page.put(label, "**Totaal te betalen**", "Tabel")
    page.put(table.cell(4, 5), "**{{ totaal }}**", "Tabel", right=True)
    table.rows[0].cells[0].paragraphs[0].paragraph_format.keep_with_next = True
    page.add_gap(letter)


def _payment(letter: Any) -> None:  # noqa: ANN401
    """What the payer must fill in, with the QR code beside it; never over two pages."""
    table = page.new_table(letter, (42, 91, 33), rows=len(_PAYMENT), padding=3)
    for row, (label, value) in enumerate(_PAYMENT):
        last = row == len(_PAYMENT) - 1
        for column, (text, style) in enumerate(((label, "Betaling kop"), (value, "Betaling"))):
            paragraph = page.put(table.cell(row, column), text, style)
            paragraph.paragraph_format.keep_with_next = not last
            page.shade(table.cell(row, column))
    code = table.cell(0, 2).merge(table.cell(len(_PAYMENT) - 1, 2))
    page.shade(code)
    page.put(code, "{{ qr_code }}", "Label")
    for text in ("{%p if heeft_qr_code %}", "Scan met uw bankapp", "{%p endif %}"):
        page.add_text(code, text, "Label")
    page.add_gap(letter)


def _closing(letter: Any, source: Source) -> None:  # noqa: ANN401
    """The closing and signature, in one cell: "keep with next" alone does not hold everywhere."""
    cell = page.new_table(letter, (page.WIDTH,), rows=1).cell(0, 0)
    page.put(cell, source.closing, "Normal").paragraph_format.space_after = Mm(10)
    for text in (
        "{%p if bedrijf.ondertekenaar %}",
        "{{ bedrijf.ondertekenaar }}",
        "{%p endif %}",
        "{{ bedrijf.naam }}",
    ):
        page.add_text(cell, text).paragraph_format.space_after = Pt(0)
    for text in (
        "{%p if bijlagen %}",
        "Bijlage: kopie van factuur {{ bijlagen|join(', factuur ') }}",
        "{%p endif %}",
    ):
        page.add_text(cell, text, "Klein").paragraph_format.space_before = Pt(6)
    page.add_gap(letter, 1)


def _file(letter: Any) -> bytes:  # noqa: ANN401
    """The document with fixed dates inside and around it."""
    properties = letter.core_properties
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.language = "nl-NL"
    properties.revision = 1
    properties.created = properties.modified = datetime(2026, 1, 1, tzinfo=UTC).replace(tzinfo=None)
    raw, file = io.BytesIO(), io.BytesIO()
    letter.save(raw)
    with zipfile.ZipFile(raw) as source, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as target:
        for name in sorted(source.namelist(), key=lambda name: (name[0] != "[", name)):
            entry = zipfile.ZipInfo(name, _EPOCH)
            entry.create_system, entry.compress_type = 0, zipfile.ZIP_DEFLATED
            target.writestr(entry, source.read(name))
    return file.getvalue()


def main() -> None:
    """Write all templates beside this script."""
    for sources in sorted(SOURCES.iterdir()):
        folder = Path(__file__).parent / sources.name
        folder.mkdir(exist_ok=True)
        for name in names(folder.name):
            (folder / f"{name}.docx").write_bytes(build(folder.name, name))
            print(folder.name, name)


if __name__ == "__main__":
    main()
