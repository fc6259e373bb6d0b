"""A table of a page as Word writes it; made as text, for cell by cell takes ten times as long."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date
from decimal import Decimal
from xml.sax.saxutils import escape

from xl_dunning.letters.text import clean, in_digits, money, percentage
from xl_dunning.workflow.pages import CellOfPage, PageColumn, PageTable, Shape

CELL, HEAD, TOTAL, CODE = "Cel", "Celkop", "Totaal", "Code"
"""Styles of the paragraphs in a table."""
_NAMESPACE = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
_RIGHT = frozenset({Shape.NUMBER, Shape.MONEY, Shape.PERCENT})
_TWIPS = 1440 / 25.4
"""In a millimetre."""
_LINES = (("top", 6, "1F3A5F"), ("bottom", 6, "1F3A5F"), ("insideH", 4, "C9D1DB"))


def table_xml(table: PageTable, *, room: float) -> str:
    """The table as an element of a document, not wider than ``room`` millimetres.

    Its header stands on every sheet, and no row breaks over two.
    """
    widths = _widths(table.columns, room)
    grid = "".join(f'<w:gridCol w:w="{width}"/>' for width in widths)
    rows = "".join(_rows(table, widths))
    return f'<w:tbl xmlns:w="{_NAMESPACE}">{_PROPERTIES}<w:tblGrid>{grid}</w:tblGrid>{rows}</w:tbl>'


def shown(value: CellOfPage, column: PageColumn, currency: str) -> str:
    """The value as it is printed; a dash where a figure or day is not known."""
    if isinstance(value, Decimal) and column.shape is Shape.PERCENT:
        return percentage(value)
    if isinstance(value, Decimal):
        return money(value, currency).strip()
    if isinstance(value, date):
        return in_digits(value)
    if value is None:
        return "" if column.shape in (Shape.TEXT, Shape.CODE) else "–"
    return clean(str(value))


def _rows(table: PageTable, widths: Sequence[int]) -> Iterator[str]:
    columns, currency = table.columns, table.currency
    if table.with_header:
        yield _row([(each.header, HEAD) for each in columns], columns, widths, header=True)
    for values in table.rows:
        texts = [
            (shown(value, column, currency), CODE if column.shape is Shape.CODE else CELL)
            for value, column in zip(values, columns, strict=True)
        ]
        if not table.with_header:
            texts[0] = (texts[0][0], HEAD)
        yield _row(texts, columns, widths)
    if table.totals:
        totals = [
            ("" if value is None else shown(value, column, currency), TOTAL)
            for value, column in zip(table.totals, columns, strict=True)
        ]
        yield _row(totals, columns, widths)


def _row(
    texts: Sequence[tuple[str, str]],
    columns: Sequence[PageColumn],
    widths: Sequence[int],
    *,
    header: bool = False,
) -> str:
    cells = "".join(
        f'<w:tc><w:tcPr><w:tcW w:w="{width}" w:type="dxa"/></w:tcPr><w:p><w:pPr>'
        f'<w:pStyle w:val="{style}"/>{_JUSTIFIED if column.shape in _RIGHT else ""}</w:pPr>'
        f"{_run(text)}</w:p></w:tc>"
        for (text, style), column, width in zip(texts, columns, widths, strict=True)
    )
    repeated = "<w:tblHeader/>" if header else ""
    return f"<w:tr><w:trPr><w:cantSplit/>{repeated}</w:trPr>{cells}</w:tr>"


def _run(text: str) -> str:
    if not text:
        return ""
    lines = (
        f'<w:t xml:space="preserve">{escape(line)}</w:t>'
        for line in text.replace("\t", " ").split("\n")
    )
    return f"<w:r>{'<w:br/>'.join(lines)}</w:r>"


def _widths(columns: Sequence[PageColumn], room: float) -> list[int]:
    """In twips, as asked for; narrower in proportion where there is no room for them."""
    scale = min(room / sum(column.width for column in columns), 1) * _TWIPS
    return [int(column.width * scale) for column in columns]


_JUSTIFIED = '<w:jc w:val="right"/>'
_BORDERS = "".join(
    f'<w:{side} w:val="single" w:sz="{size}" w:space="0" w:color="{colour}"/>'
    for side, size, colour in _LINES
)
_PROPERTIES = (
    f'<w:tblPr><w:tblW w:w="0" w:type="auto"/><w:tblBorders>{_BORDERS}</w:tblBorders>'
    '<w:tblLayout w:type="fixed"/><w:tblCellMar><w:left w:w="80" w:type="dxa"/>'
    '<w:right w:w="80" w:type="dxa"/></w:tblCellMar></w:tblPr>'
)
