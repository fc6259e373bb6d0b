"""csv and txt: every encoding and delimiter that exports come in; values stay as typed."""

from __future__ import annotations

from pathlib import Path

import pytest

from xl_dunning.frontends.messages_nl import refusal_text
from xl_dunning.rules.findings import Refusal
from xl_dunning.sheets.opening import open_grid


def rows_of(path: Path, content: str | bytes) -> dict[int, list[object]]:
    path.write_bytes(content if isinstance(content, bytes) else content.encode())
    grid = open_grid(path)
    assert grid.kind == "csv"
    [sheet] = grid.sheets
    assert sheet.name == path.stem
    return {row.number: [cell.value for cell in row.cells.values()] for row in sheet.rows}


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "openstaand.csv"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_letters_with_accents_and_the_euro_sign_survive(encoding: str, file: Path) -> None:
    content = "Naam;Bedrag\r\nCafé Zoë;€ 12,50\r\n".encode(encoding)

    assert rows_of(file, content) == {1: ["Naam", "Bedrag"], 2: ["Café Zoë", "€ 12,50"]}


def test_big_endian_utf_16(file: Path) -> None:
    content = b"\xfe\xff" + "a;é\n".encode("utf-16-be")

    assert rows_of(file, content) == {1: ["a", "é"]}


@pytest.mark.parametrize(
    ("content", "expected"),
    [
        # Decimal commas beside semicolons.
        ("Nr;Bedrag\nF1;1,50\nF2;2,50\n", [["Nr", "Bedrag"], ["F1", "1,50"], ["F2", "2,50"]]),
        # More decimal commas than semicolons.
        ("A;B;C\n1,5;2,5;3,5\n1,5;2,5;3,5", [["A", "B", "C"], *[["1,5", "2,5", "3,5"]] * 2]),
        # The English way, with semicolons inside quoted text.
        ('Nr,Tekst\nF1,"a; b; c"\nF2,d\n', [["Nr", "Tekst"], ["F1", "a; b; c"], ["F2", "d"]]),
        ("Nr\tBedrag\nF1\t1,50\n", [["Nr", "Bedrag"], ["F1", "1,50"]]),
        ("Nr|Naam\nF1|Jansen, P.\n", [["Nr", "Naam"], ["F1", "Jansen, P."]]),
        # A title above the list has no delimiter, or another one.
        (
            "Posten, per 1-1-2026\n\nNr;A;B\nF1;1;2\n",
            [["Posten, per 1-1-2026"], ["Nr", "A", "B"], ["F1", "1", "2"]],
        ),
        # Excel's own first line names it, against all appearances.
        ("sep=,\nNr,A;B\nF1,1;2\n", [["Nr", "A;B"], ["F1", "1;2"]]),
        ("sep=\t\r\nNr\tA\r\n", [["Nr", "A"]]),
        # One column only.
        ("Factuurnummer\nF1\n", [["Factuurnummer"], ["F1"]]),
    ],
)
def test_the_delimiter_is_found(content: str, expected: list[list[str]], file: Path) -> None:
    assert list(rows_of(file, content).values()) == expected


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        # Nothing is turned into a number, a date or a truth value.
        ("0042", "0042"),
        ("1e3", "1e3"),
        ("31-12-2025", "31-12-2025"),
        ("WAAR", "WAAR"),
        (" F1 ", " F1 "),
        ('"Rijk ""de Zon"" BV"', 'Rijk "de Zon" BV'),
        # A screen of 19 inch: a quote inside a text means nothing.
        ('Scherm 19"', 'Scherm 19"'),
        # Quotes that were not doubled, yet close.
        ('"Café "De Zon" BV"', 'Café De Zon" BV"'),
        # How exports keep Excel from eating zeros.
        ('="0042"', "0042"),
        ('"=""0042"""', "0042"),
        ('"regel 1\nregel 2"', "regel 1\nregel 2"),
        ("F1\x1a", "F1"),
    ],
)
def test_a_value_stays_the_text_it_is(value: str, expected: str, file: Path) -> None:
    assert rows_of(file, f"Nr;Naam\nF1;{value}\n")[2] == ["F1", expected]


def test_rows_have_the_numbers_that_excel_shows(file: Path) -> None:
    content = 'sep=;\nNr;Naam\n\n;;\nF1;"a\nb"\nF2;c\n'

    # Blank rows count, the line sep= does not, a line break inside a cell makes no row.
    assert rows_of(file, content) == {1: ["Nr", "Naam"], 4: ["F1", "a\nb"], 5: ["F2", "c"]}


def test_columns_keep_their_place_beside_empty_ones(file: Path) -> None:
    file.write_text("Nr;;Bedrag\nF1; ;1\n")

    assert [sorted(row.cells) for row in open_grid(file).sheets[0].rows] == [[0, 2], [0, 2]]


@pytest.mark.parametrize(
    "content",
    [
        # The quote would swallow the next row, and with it an invoice.
        'Nr;Naam;Bedrag\nF1;"Jansen;10\nF2;"Piet";20\n',
        'Nr;Naam;Bedrag\nF1;"Jansen;10\nF2;Piet;20\n',
    ],
)
def test_a_quote_that_stays_open_is_refused(content: str, file: Path) -> None:
    file.write_text(content)

    with pytest.raises(Refusal) as caught:
        open_grid(file)

    assert refusal_text(caught.value) == (
        "In het bestand openstaand.csv opent in rij 2 een aanhalingsteken dat niet sluit; waar de"
        " rij eindigt, is niet te zien. Herstel die rij en probeer het opnieuw."
    )
