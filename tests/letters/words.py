"""Small Word files for tests, and the text of letters."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Callable, Sequence

from docx import Document
from lxml import etree

_W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def template(*paragraphs: str | Sequence[str]) -> bytes:
    """A Word file with these paragraphs; one given as a list is split over that many runs."""
    document = Document()
    for paragraph in paragraphs:
        added = document.add_paragraph()
        for run in [paragraph] if isinstance(paragraph, str) else paragraph:
            added.add_run(run)
    return _saved(document)


def table_template(*rows: Sequence[str]) -> bytes:
    """A Word file with one table of these rows."""
    document = Document()
    table = document.add_table(rows=len(rows), cols=len(rows[0]))
    for row, texts in enumerate(rows):
        for column, text in enumerate(texts):
            table.cell(row, column).text = text
    return _saved(document)


def changed(file: bytes, change: Callable[[str, bytes], bytes | None]) -> bytes:
    """The same file with parts changed, or left out when the change gives None."""
    result = io.BytesIO()
    with (
        zipfile.ZipFile(io.BytesIO(file)) as source,
        zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED) as target,
    ):
        for name in source.namelist():
            content = change(name, source.read(name))
            if content is not None:
                target.writestr(name, content)
    return result.getvalue()


def paragraphs_of(letter: bytes, part: str = "word/document.xml") -> list[str]:
    """The text of each paragraph; a line break is shown as such."""
    with zipfile.ZipFile(io.BytesIO(letter)) as package:
        root = etree.fromstring(package.read(part))
    return [
        "".join(
            run.text or "" if run.tag == f"{_W}t" else "\n"
            for run in paragraph.iter(f"{_W}t", f"{_W}br")
        )
        for paragraph in root.iter(f"{_W}p")
    ]


def _saved(document: object) -> bytes:
    file = io.BytesIO()
    document.save(file)  # type: ignore[attr-defined]
    return file.getvalue()
