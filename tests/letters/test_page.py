"""The letter on paper, as LibreOffice prints it: window, pages, what stays together."""

from __future__ import annotations

import re
import shutil
import subprocess
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from lxml import etree

from tests.letters.charged import (
    ANNOUNCED_WITH_VAT,
    CONSUMER,
    FLEMISH,
    LINES,
    first_reminder_be,
    fourteen_day,
    with_interest,
)
from tests.letters.factory import COMPANY, JANSEN, TODAY, item, notice
from xl_dunning.letters.batch import LetterRoom
from xl_dunning.rules.proposal import Charges

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(
        not (shutil.which("soffice") and shutil.which("pdftotext")),
        reason="LibreOffice and poppler print the letters",
    ),
]

POINT = 25.4 / 72
LONG_CLAIM = Charges(interest=Decimal("14811.60"), costs=Decimal("875.00"))
LONG = replace(
    JANSEN,
    number="2",
    name="STICHTING TOT INSTANDHOUDING EN BEVORDERING VAN DE KONINKLIJKE WWWW HARMONIE " * 2,
    contact="De Weledelgestrenge Heer Mr. W.M. van Wassenaer-Obdam",
    address="Burgemeester van Roijensingel 123-bis III hoog achter",
    city="Nieuwerkerk aan den IJssel",
)


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    """PDFs by debtor number: 1, 3, 13 and 40 invoices, the longest address, and legal letters."""
    folder = tmp_path_factory.mktemp("brieven")
    numbers = {"1": 1, "2": 3, "3": 3, "13": 13, "40": 40}
    notices = [
        notice(
            key="ingebreke" if number == "3" else "sommatie",
            debtor=replace(LONG if number == "2" else JANSEN, number=number),
            items=[item(f"2026-{each:04d}") for each in range(count)],
        )
        for number, count in numbers.items()
    ]
    notices += [
        fourteen_day(ANNOUNCED_WITH_VAT, debtor=replace(CONSUMER, number="14")),
        first_reminder_be(debtor=replace(FLEMISH, number="15")),
        with_interest(
            "sommatie", debtor=replace(JANSEN, number="16"), lines=LINES * 30, charges=LONG_CLAIM
        ),
    ]
    letters = LetterRoom(creditor=COMPANY, reference_date=TODAY).write(notices, str(folder))
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation=file://{folder}/profile",
            "--headless",
            "--convert-to",
            "pdf",
            "--outdir",
            str(folder),
            *(str(folder / letter.file) for letter in letters),
        ],
        check=True,
        capture_output=True,
        timeout=120,
    )
    return {
        letter.notice.debtor.number: (folder / letter.file).with_suffix(".pdf")
        for letter in letters
    }


def pages_of(pdf: Path) -> list[str]:
    result = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, timeout=60
    )
    return result.stdout.decode().split("\f")[:-1]


def boxes_of(pdf: Path) -> list[tuple[str, float, float, float, float]]:
    """Words of the first page with left, top, right and bottom in millimetres."""
    result = subprocess.run(
        ["pdftotext", "-bbox", "-l", "1", str(pdf), "-"],
        check=True,
        capture_output=True,
        timeout=60,
    )
    words = etree.HTML(result.stdout).iter("word")
    boxes = []
    for word in words:
        left, top, right, bottom = (
            float(word.get(side) or 0) * POINT for side in ("xmin", "ymin", "xmax", "ymax")
        )
        boxes.append((word.text or "", left, top, right, bottom))
    return boxes


@pytest.mark.parametrize("number", ["1", "2", "40", "14"])
def test_the_whole_address_shows_in_the_window_and_nothing_else(
    number: str, printed: dict[str, Path]
) -> None:
    # What any fold and slip of the paper can show: 50 to 90 mm from the top.
    seen = [box for box in boxes_of(printed[number]) if 40 < box[2] < 92]
    assert len(seen) >= 6
    for word, left, top, right, bottom in seen:
        assert left >= 23.9, word
        assert right <= 98.1, word
        assert top >= 52.0, word
        assert bottom <= 77.0, word


@pytest.mark.parametrize(
    ("number", "pages"), [("1", 1), ("3", 1), ("40", 2), ("14", 1), ("15", 1), ("16", 3)]
)
def test_a_letter_takes_no_more_pages_than_it_needs(
    number: str, pages: int, printed: dict[str, Path]
) -> None:
    texts = pages_of(printed[number])
    assert len(texts) == pages
    for page, text in enumerate(texts, start=1):
        assert f"pagina {page} van {pages}" in text


def test_forty_invoices_all_stand_in_the_letter_under_a_repeated_heading(
    printed: dict[str, Path],
) -> None:
    pages = pages_of(printed["40"])
    found = [number for page in pages for number in re.findall(r"(?m)^ *(2026-\d{4}) ", page)]
    assert found == [f"2026-{number:04d}" for number in range(40)]
    for page in pages:
        assert re.search(r"Factuur +Factuurdatum +Vervaldatum", page)
    # page two says whose letter it is
    assert "ons kenmerk 40-20261121" in pages[1]


def test_the_lines_of_the_interest_stand_under_a_repeated_heading(printed: dict[str, Path]) -> None:
    pages = pages_of(printed["16"])
    lines = [len(re.findall(r"art\. 6:119a BW", page)) for page in pages]
    assert sum(lines) == 60
    for page, count in zip(pages, lines, strict=True):
        assert bool(count) is bool(re.search(r"Factuur +Van +Tot en met", page))
    assert "Rente tot en met 21 november 2026" in pages[-1]


@pytest.mark.parametrize("number", ["1", "2", "3", "13", "40", "14", "16"])
def test_what_belongs_together_stays_on_one_page(number: str, printed: dict[str, Path]) -> None:
    pages = pages_of(printed[number])
    for first, last in (
        ("Wij ", "Scan met uw bankapp"),
        ("IBAN", "Onder vermelding van"),
        ("Te betalen", "Scan met uw bankapp"),
        ("Hoogachtend,", "Anja de Boer"),
        ("Bent u het er niet mee eens", "Hoogachtend,"),
    ):
        assert any(first in page and last in page for page in pages)
