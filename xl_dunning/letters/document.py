"""A page as a Word document: A4 on its side, plain tables, to be printed or kept as PDF.

The same page gives the same bytes.
"""

from __future__ import annotations

import io
import zipfile
from datetime import date, datetime, time
from typing import Any

from docx import Document
from docx.enum.section import WD_ORIENT
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement, parse_xml
from docx.oxml.ns import qn
from docx.shared import Mm, Pt, RGBColor

from xl_dunning.letters.package import write_package
from xl_dunning.letters.text import clean, one_line
from xl_dunning.letters.word_table import CELL, CODE, HEAD, TOTAL, table_xml
from xl_dunning.workflow.pages import Page, PageTable, Section

_ACCENT, _GREY = "1F3A5F", "5F6B7A"
_SIDE, _TOP, _BOTTOM = 20, 18, 16
WIDTH = 297 - 2 * _SIDE
"""Of the text, in millimetres."""
_KEPT_STYLES = {"Normal", "DefaultParagraphFont", "TableNormal", "NoList"}
_DROPPED = ("stylesWithEffects", "customXml", "thumbnail", "numbering", "theme", "webSettings")
_STYLES = (
    # name, points, points after, colour, bold
    ("Titel", 16, 8, _ACCENT, True),
    ("Kop", 11, 4, _ACCENT, True),
    (CELL, 8, 0, None, False),
    (HEAD, 8, 0, _ACCENT, True),
    (TOTAL, 8, 0, None, True),
    (CODE, 6.5, 0, None, False),
    ("Klein", 7.5, 0, _GREY, False),
)

Word = Any
"""python-docx names no public type for what it hands out."""


def document(page: Page, *, footer: str, day: date) -> bytes:
    """The document; ``day`` is its date of making, ``footer`` stands on every sheet."""
    word = Document()
    _only_our_parts(word)
    _define_styles(word)
    _set_up(word, footer)
    word.add_paragraph(one_line(page.title), style="Titel")
    for section in page.sections:
        _add_section(word, section)
    properties = word.core_properties
    properties.title, properties.language, properties.revision = one_line(page.title), "nl-NL", 1
    properties.author = properties.last_modified_by = properties.comments = ""
    properties.created = properties.modified = datetime.combine(day, time())
    return _same_bytes(word)


def _add_section(word: Word, section: Section) -> None:
    if section.title:
        heading = word.add_paragraph(one_line(section.title), style="Kop")
        heading.paragraph_format.space_before = Pt(10)
        heading.paragraph_format.keep_with_next = True
    for text in section.paragraphs:
        word.add_paragraph(clean(text))
    if section.table:
        _add_table(word, section.table)


def _add_table(word: Word, table: PageTable) -> None:
    if not (table.with_header or table.rows):
        return
    made = parse_xml(table_xml(table, room=WIDTH))
    word.element.body.insert_element_before(made, "w:sectPr")
    word.add_paragraph(style="Klein")


def _set_up(word: Word, footer: str) -> None:
    page = word.sections[0]
    page.orientation = WD_ORIENT.LANDSCAPE
    page.page_width, page.page_height = Mm(297), Mm(210)
    page.left_margin = page.right_margin = Mm(_SIDE)
    page.top_margin, page.bottom_margin = Mm(_TOP), Mm(_BOTTOM)
    page.header_distance = page.footer_distance = Mm(8)
    line = page.footer.paragraphs[0]
    line.style = "Klein"
    line.paragraph_format.tab_stops.add_tab_stop(Mm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    line.add_run(f"{one_line(footer)}\tpagina ")
    _number(line, "PAGE")
    line.add_run(" van ")
    _number(line, "NUMPAGES")


def _number(paragraph: Word, name: str) -> None:
    """A field that Word fills in: the page, or the number of pages."""
    for kind in ("begin", "", "separate", "1", "end"):
        run = paragraph.add_run("1" if kind == "1" else None)
        if not kind:
            code = _element("w:instrText")
            code.text = name
            run._r.append(code)  # noqa: SLF001
        elif kind != "1":
            run._r.append(_element("w:fldChar", fldCharType=kind))  # noqa: SLF001


def _define_styles(word: Word) -> None:
    for style in [*word.styles]:
        if style.style_id not in _KEPT_STYLES:
            style.delete()
    normal = word.styles["Normal"]
    _font(normal, "Arial", 9)
    normal.element.get_or_add_rPr().append(_element("w:lang", val="nl-NL"))
    normal.paragraph_format.space_after = Pt(4)
    normal.paragraph_format.widow_control = True
    for name, size, after, colour, bold in _STYLES:
        style = word.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = normal
        _font(style, "Courier New" if name == CODE else "Arial", size)
        style.font.bold = bold or None
        style.font.color.rgb = RGBColor.from_string(colour) if colour else None
        style.paragraph_format.space_before = Pt(2 if name in (CELL, HEAD, TOTAL, CODE) else 0)
        style.paragraph_format.space_after = Pt(after or 2)


def _font(style: Word, name: str, size: float) -> None:
    style.font.name, style.font.size = name, Pt(size)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), name)
    style.element.rPr.rFonts.set(qn("w:cs"), name)


def _only_our_parts(word: Word) -> None:
    """Leave out what the library's own blank document brings along."""
    for relations in (word.part.rels, word.part.package.rels):
        for key, relation in [*relations.items()]:
            if relation.reltype.endswith(_DROPPED):
                del relations[key]


def _same_bytes(word: Word) -> bytes:
    """The file without the moment at which it was written."""
    raw = io.BytesIO()
    word.save(raw)
    with zipfile.ZipFile(raw) as made:
        names = sorted(made.namelist(), key=lambda name: (name[0] != "[", name))
        return write_package((name, made.read(name)) for name in names)


def _element(tag: str, *children: Word, **attributes: str) -> Word:
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    element.extend(children)
    return element
