"""A finished 14-dagenbrief is read back and held to the law before anybody gets it."""

from __future__ import annotations

import io
import re
import zipfile
from datetime import date

from xl_dunning.letters.engine import Fields
from xl_dunning.letters.package import parse_xml
from xl_dunning.rules.findings import Finding
from xl_dunning.rules.letter_text import Promised, check_fourteen_day_text

_TEXT_PART = re.compile(r"word/(?:document|header\d*|footer\d*|footnotes|endnotes)\.xml")
_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def fourteen_day_problems(letter: bytes, fields: Fields, *, template: str) -> list[Finding]:
    """All errors in the words of the letter, made with these fields."""
    company = fields["bedrijf"]
    iban = company["iban"] if isinstance(company, dict) else ""
    promised = Promised(
        principal=str(fields["hoofdsom"]),
        costs=str(fields["aangekondigde_kosten"]),
        vat=str(fields["aangekondigde_btw"]) if fields["kondigt_btw_aan"] else "",
        iban=str(iban),
        letter_date=date.fromisoformat(str(fields["datum_iso"])),
    )
    return [*check_fourteen_day_text(text_of(letter), template=template, promised=promised)]


def text_of(letter: bytes) -> str:
    """The words of a Word file in their order, one paragraph a line; then headers and footers."""
    lines: list[str] = []
    with zipfile.ZipFile(io.BytesIO(letter)) as package:
        for name in filter(_TEXT_PART.fullmatch, package.namelist()):
            for paragraph in parse_xml(package.read(name)).iter(f"{_W}p"):
                words = (
                    (run.text or "") if run.tag == f"{_W}t" else " "
                    for run in paragraph.iter(f"{_W}t", f"{_W}br", f"{_W}tab")
                )
                lines.append("".join(words))
    return "\n".join(lines)
