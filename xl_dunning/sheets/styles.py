"""Number formats: which styles show a date, and which pad a number with zeros."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from xl_dunning.sheets.markup import elements

_BUILT_IN_DATES = frozenset({*range(14, 18), 22, *range(27, 32), 36, *range(50, 55), 57, 58})
_LITERAL = re.compile(
    r'"([^"]*)"|\\(.)|\[\$([^\]-]*)[^\]]*\]|\[(?![hms]+\])[^\]]*\]|[_*].', re.IGNORECASE
)
_SUBSECONDS = re.compile(r"(?<=s)\.0+")
_WORDS = frozenset({"general", "standaard", "standard"})
_CONDITION = re.compile(r"\[[<>=]")
_DIGIT = "0"
_TOKEN = re.compile(r'"[^"]*"|\\.|\[[^\]]*\]|[_*].|.', re.DOTALL)


@dataclass(frozen=True, slots=True)
class Styles:
    """What matters of the cell styles; keys are the ``s`` attribute of a cell as text."""

    dates: frozenset[str] = frozenset()
    padded: Mapping[str, str] = field(default_factory=dict)
    """Style to the number format that fills up with zeros."""


def read_styles(chunks: Iterable[bytes]) -> Styles:
    """Read the styles part of a workbook.

    Raises:
        Refusal: FILE_CORRUPT or FILE_WITH_DTD.
    """
    codes: dict[str, str] = {}
    formats: list[str] = []
    inside = False
    for name, attributes in elements(chunks):
        if name == "numFmt":
            codes.setdefault(attributes.get("numFmtId", ""), attributes.get("formatCode", ""))
        elif name in {"cellXfs", "cellStyles"}:
            inside = name == "cellXfs"
        elif name == "xf" and inside:
            formats.append(attributes.get("numFmtId", "0"))
    dates = {key for key in {*formats} if _shows_date(key, codes)}
    padded = {key for key in {*formats} - dates if pads(codes.get(key, ""))}
    return Styles(
        frozenset(str(index) for index, key in enumerate(formats) if key in dates),
        {str(index): codes[key] for index, key in enumerate(formats) if key in padded},
    )


def is_date_format(code: str) -> bool:
    """Whether a number format shows a day (not only a time or a duration).

    >>> is_date_format("dd-mm-yyyy"), is_date_format("[h]:mm"), is_date_format('0" dagen"')
    (True, False, False)
    """
    bare = _SUBSECONDS.sub("", _LITERAL.sub("", code.partition(";")[0]).lower())
    if bare.strip() in _WORDS or re.search(r"[0#?]", bare):
        return False
    return bool(re.search(r"[yd]", bare)) or ("m" in bare and not re.search(r"[hs]", bare))


def pads(code: str) -> bool:
    """Whether a number format is made of zeros and fixed text only, two zeros or more.

    >>> pads("0000"), pads('"K"00000'), pads("0"), pads("0.00"), pads("[<10]00;0")
    (True, True, False, False, False)
    """
    if _CONDITION.search(code):
        return False
    bare = _LITERAL.sub("", code.partition(";")[0]).replace("-", "").replace(" ", "")
    return bare.strip("0") == "" and len(bare) > 1


def padded_text(number: int, code: str) -> str:
    r"""A whole number of zero or more as a format that ``pads`` shows it.

    >>> padded_text(42, "0000"), padded_text(42, '"K"00000'), padded_text(1234567, r"000\-000")
    ('0042', 'K00042', '1234-567')
    """
    tokens = _TOKEN.findall(code.partition(";")[0])
    digits = str(number).zfill(tokens.count(_DIGIT))
    out: list[str] = []
    places = [index for index, token in enumerate(tokens) if token == _DIGIT]
    for index in range(len(tokens) - 1, -1, -1):
        if index == places[0]:
            out.append(digits)
        elif tokens[index] == _DIGIT:
            out.append(digits[-1])
            digits = digits[:-1]
        else:
            out.append(_literal(tokens[index]))
    return "".join(reversed(out))


def _literal(token: str) -> str:
    if token[0] == '"':
        return token[1:-1]
    if token[0] == "\\":
        return token[1]
    if token[0] == "[":
        return token[2:-1].partition("-")[0] if token[1] == "$" else ""
    return "" if token[0] in "_*" else token


def _shows_date(key: str, codes: Mapping[str, str]) -> bool:
    if key in codes:
        return is_date_format(codes[key])
    return key.isdecimal() and int(key) in _BUILT_IN_DATES
