"""Whatever is wrong with a file: a Dutch sentence or findings, never an unforeseen error."""

from __future__ import annotations

import random
from collections.abc import Callable
from pathlib import Path
from zipfile import ZipFile

import pytest

from tests.acceptance.company import UNEXPECTED, Company, cli, letter

DAY = "2026-03-20"
LIST = """
    Factuurnummer | Debiteurnummer | Vervaldatum | Openstaand
    F1            | 1              | 2026-03-02  | 100.00
    F2            | 2              | 2026-03-16  | 200.00
"""


@pytest.fixture
def steps(company: Company) -> Company:
    return company.policy(letter("een", 5), letter("twee", 20)).listed(LIST)


def _cut(path: Path) -> None:
    path.write_bytes(path.read_bytes()[:-200])


def _without(part: str) -> Callable[[Path], None]:
    def spoil(path: Path) -> None:
        with ZipFile(path) as book:
            parts = {name: book.read(name) for name in book.namelist() if name != part}
        with ZipFile(path, "w") as book:
            for name, content in parts.items():
                book.writestr(name, content)

    return spoil


def _replaced(part: str, old: bytes, new: bytes) -> Callable[[Path], None]:
    def spoil(path: Path) -> None:
        with ZipFile(path) as book:
            parts = {name: book.read(name) for name in book.namelist()}
        assert old in parts[part]
        with ZipFile(path, "w") as book:
            for name, content in parts.items():
                book.writestr(name, content.replace(old, new) if name == part else content)

    return spoil


def _written(content: bytes) -> Callable[[Path], None]:
    def spoil(path: Path) -> None:
        path.write_bytes(content)

    return spoil


_SHEET = "xl/worksheets/sheet1.xml"
SPOILT: dict[str, Callable[[Path], None]] = {
    "empty": _written(b""),
    "text": _written(b"dit is geen werkmap"),
    "web page": _written(b"<html><body><table><tr><td>Factuur</td></tr></table></body></html>"),
    "pdf": _written(b"%PDF-1.7 ..."),
    "cut off": _cut,
    "no workbook part": _without("xl/workbook.xml"),
    "no sheet": _without(_SHEET),
    "no strings": _without("xl/sharedStrings.xml"),
    "no styles": _without("xl/styles.xml"),
    "no types": _without("[Content_Types].xml"),
    "broken xml": _replaced(_SHEET, b"</sheetData>", b"</sheetDat>"),
    "an entity": _replaced(_SHEET, b"<worksheet", b"<!DOCTYPE x [<!ENTITY a 'b'>]><worksheet"),
    "a string that is not there": _replaced(_SHEET, b"<v>0</v>", b"<v>9999</v>"),
    "a number that is none": _replaced(_SHEET, b"<v>100</v>", b"<v>honderd</v>"),
    "endless": _replaced(_SHEET, b"<v>100</v>", b"<v>1e400</v>"),
    "not a number": _replaced(_SHEET, b"<v>100</v>", b"<v>NaN</v>"),
    "an error": _replaced(_SHEET, b"<v>100</v>", b"<v>#REF!</v>"),
    "a cell nowhere": _replaced(_SHEET, b'r="A2"', b'r="ZZZZ9999999999"'),
}


@pytest.mark.parametrize("spoil", SPOILT.values(), ids=SPOILT)
def test_a_spoilt_file_ends_in_a_dutch_sentence_or_in_findings(
    steps: Company, spoil: Callable[[Path], None]
) -> None:
    spoil(steps.list_file)
    steps.words()
    before = steps.files()

    outcome = steps.try_run(DAY)

    assert outcome.code in (0, 1)
    assert UNEXPECTED not in outcome.err
    assert "Traceback" not in outcome.out + outcome.err
    if outcome.code:
        assert (outcome.out, outcome.err.count("\n")) == ("", 1)
        assert outcome.err.rstrip().endswith(".")
        assert steps.files() == before


def test_bytes_changed_at_random_never_end_in_an_unforeseen_error(steps: Company) -> None:
    chance = random.Random(2026)  # noqa: S311 - the same damage each time
    with ZipFile(steps.list_file) as book:
        parts = {name: book.read(name) for name in book.namelist()}
    for _ in range(40):
        name = chance.choice([part for part in parts if part.endswith(".xml")])
        content = bytearray(parts[name])
        for _ in range(3):
            content[chance.randrange(len(content))] = chance.choice(b"<>&\"'/0123456789=\x00\xffA")
        with ZipFile(steps.list_file, "w") as book:
            for part, whole in parts.items():
                book.writestr(part, bytes(content) if part == name else whole)
        outcome = steps.try_run(DAY, "--dry-run")
        assert UNEXPECTED not in outcome.err, (name, outcome.err)


@pytest.mark.parametrize(
    ("option", "content"),
    [
        ("--settings", b""),
        ("--settings", b"naam = "),
        ("--settings", b"naam = 'a'\nnaam = 'b'"),
        ("--settings", b"\xff\xfe\x00"),
        ("--settings", b"kolommen = 3\nbetalingstermijn = 'ooit'\niban = 12"),
        ("--policy", b""),
        ("--policy", b"name = 'x'\nstage = 3"),
        ("--policy", b"name = 'x'\n[[stage]]\nafter = 'morgen'"),
        ("--debtors", b""),
        ("--debtors", b"\x00\x01\x02"),
        ("--debtors", b"naam;adres\na;b"),
        ("--casefile", b"geen database"),
        ("--templates", b"geen map"),
        ("--settings", None),  # a folder instead of a file
        ("--policy", None),
        ("--debtors", None),
        ("--casefile", None),
    ],
)
def test_a_wrong_file_with_any_option_ends_in_a_dutch_sentence(
    steps: Company, option: str, content: bytes | None
) -> None:
    name = {"--debtors": "x.csv", "--casefile": "x.sqlite"}.get(option, "x.toml")
    wrong = steps.folder / name
    if content is None:
        wrong.mkdir()
    else:
        wrong.write_bytes(content)
    words = ["run", steps.list_file, "--as-of", DAY, option, wrong, "--dry-run"]
    outcome = cli(*words)
    assert outcome.code in (0, 1)
    assert UNEXPECTED not in outcome.err
    assert "Traceback" not in outcome.err
