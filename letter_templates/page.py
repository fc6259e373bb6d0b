"""The page that all letters share: letterhead, window, reference block, tables, footer.

All measures are millimetres on A4. The address lies in x 24-98, y 52.5-77: visible through a
window on the left of a DIN long envelope, however the folded letter slips.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from docx import Document
from docx.enum.section import WD_SECTION
from docx.enum.style import WD_STYLE_TYPE
from docx.enum.text import WD_ALIGN_PARAGRAPH, WD_LINE_SPACING, WD_TAB_ALIGNMENT
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import Length, Mm, Pt, RGBColor

from letter_templates.labels import Labels

ACCENT, GREY, LIGHT = "1F3A5F", "5F6B7A", "F1F4F8"
LEFT, RIGHT, TOP, BOTTOM = 24, 20, 27, 18
WIDTH = 210 - LEFT - RIGHT
_BODY_STARTS = 91
_WINDOW = {"x": 24, "y": 52.5, "w": 74, "h": 24.4}
_KEPT_STYLES = {"Normal", "DefaultParagraphFont", "TableNormal", "NoList"}
_DROPPED = ("stylesWithEffects", "customXml", "thumbnail", "numbering", "theme", "webSettings")

Paragraph = Any
"""python-docx names no public type for what it hands out."""


def new_letter(*, title: str, labels: Labels) -> Any:  # noqa: ANN401
    """An empty document with our page and styles, in the language of the labels."""
    letter = Document()
    _only_our_parts(letter)
    _define_styles(letter, labels.word)
    _modern_settings(letter, labels.word)
    page = letter.sections[0]
    page.start_type = WD_SECTION.NEW_PAGE
    page.page_width, page.page_height = Mm(210), Mm(297)
    page.left_margin, page.right_margin = Mm(LEFT), Mm(RIGHT)
    page.top_margin, page.bottom_margin = Mm(TOP), Mm(BOTTOM)
    page.header_distance, page.footer_distance = Mm(12), Mm(8)
    page.different_first_page_header_footer = True
    _letterhead(page.first_page_header)
    _next_pages(page.header, labels)
    for footer in (page.first_page_footer, page.footer):
        _footer(footer, labels)
    letter.core_properties.title = title
    return letter


def add_text(holder: Any, text: str, style: str = "Normal") -> Paragraph:  # noqa: ANN401
    """A paragraph; what stands between double asterisks is bold. A tag is never split."""
    paragraph = holder.add_paragraph(style=style)
    fill(paragraph, text)
    return paragraph


def fill(paragraph: Paragraph, text: str) -> None:
    """Put the text into the paragraph, bold where asked."""
    for position, piece in enumerate(text.split("**")):
        if piece:
            paragraph.add_run(piece).bold = True if position % 2 else None


def add_address(letter: Any) -> None:  # noqa: ANN401
    """The address lines, in a frame that keeps its place whatever the user edits."""
    for text in (
        "{%p for regel in debiteur.adresregels %}",
        "{{ regel }}",
        "{%p endfor %}",
    ):
        paragraph = letter.add_paragraph(text, style="Adres")
        frame = _element(
            "w:framePr",
            hRule="exact",
            hSpace="0",
            wrap="around",
            vAnchor="page",
            hAnchor="page",
            **{side: str(round(Mm(length).twips)) for side, length in _WINDOW.items()},
        )
        paragraph._p.get_or_add_pPr().insert_element_before(  # noqa: SLF001
            frame, "w:widowControl", "w:numPr", "w:spacing", "w:ind", "w:jc", "w:rPr"
        )
    room = letter.add_paragraph(style="Normal").paragraph_format
    room.space_after = Pt(0)
    room.line_spacing_rule, room.line_spacing = WD_LINE_SPACING.EXACTLY, Mm(_BODY_STARTS - TOP)


def add_references(letter: Any, pairs: Sequence[tuple[str, str]]) -> None:  # noqa: ANN401
    """The reference block: small labels, the values below them."""
    table = new_table(letter, [WIDTH / len(pairs)] * len(pairs), rows=2)
    for column, (label, value) in enumerate(pairs):
        put(table.cell(0, column), label, "Label")
        put(table.cell(1, column), value, "Tabel")


def new_table(letter: Any, widths: Sequence[float], *, rows: int, padding: float = 0) -> Any:  # noqa: ANN401
    """A table without lines, columns of fixed width, rows that do not break over a page."""
    table = letter.add_table(rows=rows, cols=len(widths))
    table.autofit = False
    # Word asks its own order of what it finds here.
    table._tbl.tblPr.insert_element_before(  # noqa: SLF001
        _element("w:tblCellMar", children=[_margin("left", padding), _margin("right", 1)]),
        "w:tblLook",
    )
    for row in table.rows:
        row._tr.get_or_add_trPr().append(_element("w:cantSplit"))  # noqa: SLF001
        for cell, width in zip(row.cells, widths, strict=True):
            cell.width = Mm(width)
    for column, width in zip(table.columns, widths, strict=True):
        column.width = Mm(width)
    return table


def put(cell: Any, text: str, style: str, *, right: bool = False) -> Paragraph:  # noqa: ANN401
    """The text as the first paragraph of a cell."""
    paragraph = cell.paragraphs[0]
    paragraph.style = style
    fill(paragraph, text)
    if right:
        paragraph.alignment = WD_ALIGN_PARAGRAPH.RIGHT
    return paragraph


def repeat_on_every_page(row: Any) -> None:  # noqa: ANN401
    """Make the row the heading of its table."""
    row._tr.get_or_add_trPr().append(_element("w:tblHeader"))  # noqa: SLF001


def points(size: float) -> Length:
    """A length in points."""
    return Pt(size)


def add_gap(letter: Any, points: float = 8) -> Paragraph:  # noqa: ANN401
    """A little room after a table; Word knows no such thing as the table's own margin."""
    gap = letter.add_paragraph(style="Klein")
    layout = gap.paragraph_format
    layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.EXACTLY, Pt(points)
    return gap


def rule(holder: Any, side: str, *, size: int = 4, colour: str = ACCENT) -> None:  # noqa: ANN401
    """A line along a side of a cell or paragraph; the size in eighths of a point."""
    line = _element(f"w:{side}", val="single", sz=str(size), space="3", color=colour)
    if hasattr(holder, "_tc"):
        holder._tc.get_or_add_tcPr().append(  # noqa: SLF001
            _element("w:tcBorders", children=[line])
        )
    else:
        holder._p.get_or_add_pPr().insert_element_before(  # noqa: SLF001
            _element("w:pBdr", children=[line]), "w:shd", "w:tabs", "w:spacing", "w:ind", "w:jc"
        )


def shade(cell: Any) -> None:  # noqa: ANN401
    """A light ground behind the cell."""
    cell._tc.get_or_add_tcPr().append(  # noqa: SLF001
        _element("w:shd", val="clear", color="auto", fill=LIGHT)
    )


def _letterhead(header: Any) -> None:  # noqa: ANN401
    first = header.paragraphs[0]
    first.style = "Briefhoofd"
    fill(first, "{{ bedrijf.naam }}")
    for line in ("bedrijf.adresregel", "bedrijf.contactregel"):
        add_text(header, f"{{%p if {line} %}}", "Klein")
        add_text(header, f"{{{{ {line} }}}}", "Klein")
        add_text(header, "{%p endif %}", "Klein")
    rule(add_text(header, "", "Klein"), "top", size=8)


def _next_pages(header: Any, labels: Labels) -> None:  # noqa: ANN401
    line = header.paragraphs[0]
    line.style = "Klein"
    fill(
        line, f"{{{{ bedrijf.naam }}}} · {{{{ datum }}}} · {labels.our_reference} {{{{ kenmerk }}}}"
    )
    rule(line, "bottom")


def _footer(footer: Any, labels: Labels) -> None:  # noqa: ANN401
    line = footer.paragraphs[0]
    line.style = "Klein"
    line.paragraph_format.tab_stops.add_tab_stop(Mm(WIDTH), WD_TAB_ALIGNMENT.RIGHT)
    rule(line, "top")
    fill(line, f"{{{{ bedrijf.registratieregel }}}}\t{labels.page} ")
    _number(line, "PAGE")
    fill(line, f" {labels.of} ")
    _number(line, "NUMPAGES")


def _number(paragraph: Paragraph, name: str) -> None:
    """A field that Word fills in: the page, or the number of pages."""
    for kind in ("begin", "", "separate", "1", "end"):
        run = paragraph.add_run("1" if kind == "1" else None)
        if not kind:
            code = _element("w:instrText")
            code.text = name
            run._r.append(code)  # noqa: SLF001
        elif kind != "1":
            run._r.append(_element("w:fldChar", fldCharType=kind))  # noqa: SLF001


def _define_styles(letter: Any, language: str) -> None:  # noqa: ANN401
    for style in [*letter.styles]:
        if style.style_id not in _KEPT_STYLES:
            style.delete()
    defaults = letter.styles.element.find(qn("w:docDefaults"))
    letter.styles.element.remove(defaults)
    for latent in letter.styles.element.findall(qn("w:latentStyles")):
        letter.styles.element.remove(latent)
    normal = letter.styles["Normal"]
    _font(normal, 10)
    normal.paragraph_format.widow_control = True
    normal.element.get_or_add_rPr().append(_element("w:lang", val=language))
    _spacing(normal, after=6.5, line=13)
    for name, size, after, line, colour, bold in (
        ("Adres", 10, 0, 11.3, None, False),
        ("Briefhoofd", 15, 2, 19, ACCENT, True),
        ("Klein", 7.5, 0, 10, GREY, False),
        ("Label", 7.5, 0, 10, GREY, False),
        ("Betreft", 10.5, 9, 14, ACCENT, True),
        ("Tabel", 9, 0, 13, None, False),
        ("Tabelkop", 8, 0, 12, ACCENT, True),
        ("Betaling", 10, 0, 15, None, False),
        ("Betaling kop", 9, 0, 15, GREY, False),
    ):
        style = letter.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
        style.base_style = normal
        style.quick_style = True
        _font(style, size)
        style.font.bold = bold or None
        style.font.color.rgb = RGBColor.from_string(colour) if colour else None
        _spacing(style, after=after, line=line)
    # Six lines must fit the window: these are set tighter than the letters themselves ask.
    letter.styles["Adres"].paragraph_format.line_spacing_rule = WD_LINE_SPACING.EXACTLY


def _font(style: Any, size: float) -> None:  # noqa: ANN401
    style.font.name, style.font.size = "Arial", Pt(size)
    style.element.rPr.rFonts.set(qn("w:eastAsia"), "Arial")
    style.element.rPr.rFonts.set(qn("w:cs"), "Arial")


def _spacing(style: Any, *, after: float, line: float) -> None:  # noqa: ANN401
    layout = style.paragraph_format
    layout.space_before, layout.space_after = Pt(0), Pt(after)
    layout.line_spacing_rule, layout.line_spacing = WD_LINE_SPACING.AT_LEAST, Pt(line)


def _modern_settings(letter: Any, language: str) -> None:  # noqa: ANN401
    """The settings of today's Word: not its compatibility mode, and nothing of the library's."""
    settings = letter.settings.element
    for child in [*settings]:
        settings.remove(child)
    settings.append(_element("w:defaultTabStop", val="709"))
    mode = _element(
        "w:compatSetting",
        name="compatibilityMode",
        uri="http://schemas.microsoft.com/office/word",
        val="15",
    )
    settings.append(_element("w:compat", children=[mode]))
    settings.append(_element("w:themeFontLang", val=language))
    settings.append(_element("w:decimalSymbol", val=","))
    settings.append(_element("w:listSeparator", val=";"))


def _only_our_parts(letter: Any) -> None:  # noqa: ANN401
    """Leave out what the library's own blank document brings along."""
    for relations in (letter.part.rels, letter.part.package.rels):
        for key, relation in [*relations.items()]:
            if relation.reltype.endswith(_DROPPED):
                del relations[key]


def _margin(side: str, width: float) -> Any:  # noqa: ANN401
    return _element(f"w:{side}", w=str(round(Mm(width).twips)), type="dxa")


def _element(tag: str, *, children: Sequence[Any] = (), **attributes: str) -> Any:  # noqa: ANN401
    element = OxmlElement(tag)
    for name, value in attributes.items():
        element.set(qn(f"w:{name}"), value)
    element.extend(children)
    return element
