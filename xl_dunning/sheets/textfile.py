"""csv and txt: the encoding and the delimiter are found, every value stays the text it is."""

from __future__ import annotations

import csv
import io
import re
from collections import Counter

from xl_dunning.rules.findings import Refusal
from xl_dunning.sheets.grid import Cell, Grid, Row, Sheet
from xl_dunning.sheets.texts import printable

_DELIMITERS = (";", "\t", ",", "|")
_SAMPLE = 50_000
_STATED = re.compile(r"sep=(.)[\r\n]+", re.IGNORECASE)
_SHIELDED = re.compile(r'="(.*)"', re.DOTALL)
_SENTINEL = "\N{SYMBOL FOR END OF TRANSMISSION}"


def read_text(data: bytes, *, name: str) -> Grid:
    """Read delimited text as a book of one sheet called ``name``.

    Rows are numbered as Excel numbers them: by record, blank ones counted, a first line
    ``sep=;`` not counted.

    Raises:
        Refusal: CSV_OPEN_QUOTE when it can't be told where a row ends.
    """
    text = printable(decoded(data))
    stated = _STATED.match(text)
    if stated:
        text = text[stated.end() :]
    delimiter = stated[1] if stated else delimiter_of(text)
    rows = (
        Row(number, cells)
        for number, record in enumerate(_records(text, delimiter), start=1)
        if (cells := _cells(record))
    )
    return Grid("csv", (Sheet(name, tuple(rows)),))


def decoded(data: bytes) -> str:
    r"""The text of a file: by its mark, else UTF-8, else as Windows writes Western European.

    >>> decoded("Café".encode()), decoded("Café".encode("cp1252")), decoded("é".encode("utf-16"))
    ('Café', 'Café', 'é')
    """
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return data.decode("utf-16", errors="replace")
    try:
        return data.decode("utf-8-sig")
    except UnicodeDecodeError:
        return data.decode("cp1252", errors="replace")


def delimiter_of(text: str) -> str:
    r"""The character that divides most records into equally many fields.

    >>> delimiter_of("Nummer;Bedrag\nF1;1,50\nF2;2,50"), delimiter_of('a,b\n1,"x;y;z"')
    (';', ',')
    """
    return max(_DELIMITERS, key=lambda delimiter: _evenness(text[:_SAMPLE], delimiter))


def _evenness(text: str, delimiter: str) -> float:
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    try:
        widths = [len(record) for record in reader if record]
    except csv.Error:
        return 0
    common = Counter(width for width in widths if width > 1).most_common(1)
    return common[0][0] * common[0][1] / len(widths) if common else 0


def _records(text: str, delimiter: str) -> list[list[str]]:
    lines = io.StringIO(text, newline="")
    try:
        return list(csv.reader(lines, delimiter=delimiter, strict=True))
    except csv.Error:
        # Quotes that were not doubled inside a field. Line by line is safe as long as none is
        # left open: an open quote would swallow the next rows without a word.
        return [
            _one_record(line, delimiter, number)
            for number, line in enumerate(io.StringIO(text, newline=""), start=1)
        ]


def _one_record(line: str, delimiter: str, number: int) -> list[str]:
    try:
        record, *rest = csv.reader([line, _SENTINEL], delimiter=delimiter)
    except csv.Error:
        rest = []
    if rest != [[_SENTINEL]]:
        raise Refusal("CSV_OPEN_QUOTE", row=number)
    return record


def _cells(record: list[str]) -> dict[int, Cell]:
    return {
        index: Cell(_bare(value))
        for index, value in enumerate(record)
        if value and not value.isspace()
    }


def _bare(value: str) -> str:
    # ="0042" is how exports keep Excel from eating zeros; the text inside is meant.
    shielded = _SHIELDED.fullmatch(value)
    return shielded[1] if shielded else value
