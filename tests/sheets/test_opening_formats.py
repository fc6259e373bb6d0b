"""Which number formats make a number a day; the codes are those that stand in files."""

from __future__ import annotations

import pytest

from tests.sheets import traps
from xl_dunning.sheets.styles import is_date_format, read_styles


@pytest.mark.parametrize(
    "code",
    [
        "dd-mm-yyyy",
        "d/m/yy;@",
        "yyyy-mm-dd hh:mm:ss",
        "dd-mm-yyyy hh:mm:ss.000",
        "mmm-yy",
        "mmmm",
        "[$-413]d mmmm yyyy;@",
        "[$-F800]dddd\\,\\ mmmm\\ dd\\,\\ yyyy",
        '"Datum: "d-m-yyyy',
        # Dutch and German letters, as some programs write them into the file.
        "dd-mm-jjjj",
        "TT.MM.JJJJ",
    ],
)
def test_shows_a_day(code: str) -> None:
    assert is_date_format(code)


@pytest.mark.parametrize(
    "code",
    [
        "General",
        "Standaard",
        'Standaard" dagen"',
        "0",
        "#,##0.00",
        "0.00E+00",
        "# ?/?",
        "@",
        "",
        # Letters that only stand there: words, colours, currencies.
        '0" dagen"',
        "[Red]-0.00",
        "[$€-413] #,##0.00",
        '_-€ * #,##0.00_-;_-€ * #,##0.00-;_-€ * "-"??_-;_-@_-',
        "0\\d",
        # Times and durations have no day.
        "hh:mm",
        "[h]:mm:ss",
        "mm:ss.0",
        "h:mm AM/PM",
    ],
)
def test_shows_no_day(code: str) -> None:
    assert not is_date_format(code)


@pytest.mark.parametrize(
    ("number", "is_date"),
    # Built-in formats have no code in the file.
    [
        (0, False),
        (2, False),
        (14, True),
        (17, True),
        (18, False),
        (22, True),
        (45, False),
        (49, False),
    ],
)
def test_built_in_formats(number: int, is_date: bool) -> None:
    xml = traps.styles_xml("0").replace('<xf numFmtId="164"/>', f'<xf numFmtId="{number}"/>')

    assert ("1" in read_styles([xml.encode()]).dates) is is_date


def test_only_the_formats_of_cells_count_not_those_of_named_styles() -> None:
    # Cell style 0 is General; the named style before it is a date.
    assert read_styles([traps.styles_xml("0").encode()]).dates == frozenset()
