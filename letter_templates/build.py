"""Builds the letter templates: ``python -m letter_templates.build`` writes ``*/*.docx``.

The same sources give the same files, so a change can be reviewed and a test can compare them.
"""

from __future__ import annotations

import io
import re
import zipfile
from datetime import UTC, datetime
from itertools import pairwise
from pathlib import Path
from typing import Any

from docx.shared import Mm

from letter_templates import page
from letter_templates.agreement_blocks import AGREEMENT_BLOCKS
from letter_templates.blocks import BLOCKS
from letter_templates.labels import LABELS, Labels
from letter_templates.source import SOURCES, Source, names, read

_REFERENCES = ("{{ datum }}", "{{ kenmerk }}", "{{ debiteur.nummer }}", "{{ behandelaar }}")
_BLOCKS = {**BLOCKS, **AGREEMENT_BLOCKS}
_BELOW_SIGNATURE = "[akkoord]"
_EPOCH = (1980, 1, 1, 0, 0, 0)


def build(language: str, name: str) -> bytes:
    """The template of that name as a .docx file."""
    source, labels = read(language, name), LABELS[language]
    letter = page.new_letter(title=source.title, labels=labels)
    page.add_address(letter)
    page.add_references(letter, [*zip(labels.references, _REFERENCES, strict=True)])
    subject = page.add_text(letter, f"{labels.subject}: {source.subject}", "Betreft")
    subject.paragraph_format.space_before = page.points(14)
    page.add_text(letter, "{{ aanhef }}")
    paragraphs = [text for text in source.paragraphs if text != _BELOW_SIGNATURE]
    last_two = set(paragraphs[-2:])
    for text, following in pairwise((*paragraphs, "")):
        if text in _BLOCKS:
            _BLOCKS[text](letter, labels)
        else:
            paragraph = page.add_text(letter, text)
            # A request stays with its payment details, a colon with what it announces, and a
            # signature never stands alone on a page.
            if following.startswith("[betaling") or text in last_two or _announces(text):
                paragraph.paragraph_format.keep_with_next = True
                paragraph.paragraph_format.keep_together = True
    _closing(letter, source, labels)
    if _BELOW_SIGNATURE in source.paragraphs:
        _BLOCKS[_BELOW_SIGNATURE](letter, labels)
    if "[rente]" not in source.paragraphs:
        _BLOCKS["[rente]"](letter, labels)
    return _file(letter, labels)


def _announces(text: str) -> bool:
    return re.sub(r"\{%.*?%\}", "", text).rstrip().endswith(":")


def _closing(letter: Any, source: Source, labels: Labels) -> None:  # noqa: ANN401
    """The closing and signature, in one cell: "keep with next" alone does not hold everywhere."""
    cell = page.new_table(letter, (page.WIDTH,), rows=1).cell(0, 0)
    page.put(cell, source.closing, "Normal").paragraph_format.space_after = Mm(9)
    for text in (
        "{%p if bedrijf.ondertekenaar %}",
        "{{ bedrijf.ondertekenaar }}",
        "{%p endif %}",
        "{{ bedrijf.naam }}",
    ):
        page.add_text(cell, text).paragraph_format.space_after = page.points(0)
    for text in (
        "{%p if bijlagen %}",
        labels.copies,
        "{%p endif %}",
    ):
        page.add_text(cell, text, "Klein").paragraph_format.space_before = page.points(6)
    page.add_gap(letter, 1)


def _file(letter: Any, labels: Labels) -> bytes:  # noqa: ANN401
    """The document with fixed dates inside and around it."""
    properties = letter.core_properties
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.language = labels.word
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
