"""Letters about agreements on paper: few pages, and what belongs together on one of them."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from tests.letters.agreed import AGREED_LETTERS, TITLES, D, plan, side_letter
from tests.letters.factory import COMPANY, JANSEN, TODAY, item
from tests.letters.test_page import LONG, boxes_of, pages_of
from xl_dunning.letters.batch import LetterRoom
from xl_dunning.rules.agreements.states import Arrangement
from xl_dunning.rules.proposal import Notice

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(
        not (shutil.which("soffice") and shutil.which("pdftotext")),
        reason="LibreOffice and poppler print the letters",
    ),
]

OF_PLANS = [name for name in TITLES if name.startswith("regeling_")]
ASK_NOTHING = ("hervatting", "betalingsvoorwaarden")
KEPT = {
    # the payment with its QR code, and the signature with the last words
    "nl": (("Te betalen ", "Scan met uw bankapp"), ("IBAN", "Onder vermelding van")),
    "en": (("Amount due ", "Scan to pay"), ("IBAN", "Reference")),
}
SIGNED = {
    "nl": r"(?:Met vriendelijke groet|Hoogachtend),\s+Anja de Boer",
    "en": r"Yours (?:sincerely|faithfully),\s+Anja de Boer",
}


def _letter(template: str, language: str, *, invoices: int, instalments: int) -> Notice:
    parts = plan(*["100.00"] * instalments, first=D("2026-12-01"))
    if template in ("regeling_herinnering", "regeling_verbroken"):
        paid = ("100.00",) if instalments > 1 else ()
        late = len(paid) + 1
        parts = plan(*["100.00"] * instalments, first=D("2026-10-01"), paid=paid, late=late)
    agreed = Arrangement(
        on=D("2026-11-20"),
        until=D("2026-11-30"),
        amount=None if template in OF_PLANS else Decimal("100.00"),
        instalments=parts if template in OF_PLANS else (),
        note="Wij hebben dit nagekeken en zien geen reden om de factuur te wijzigen. " * 3,
        event="e1",
    )
    items = [item(f"2026-{each:04d}", ref=each) for each in range(invoices)]
    if template == "hervatting":
        items = [replace(each, open=Decimal("0.00")) for each in items]
    debtor = replace(LONG if invoices > 1 else JANSEN, language=language)
    if template == "betalingsvoorwaarden":
        word = "consument" if language == "nl" else "consumer"
        return replace(AGREED_LETTERS[f"{language}/{template} {word}"], debtor=debtor)
    return side_letter(template, agreed, items=items, debtor=debtor)


CASES = [
    (template, language, invoices, instalments)
    for template in TITLES
    for language in ("nl", "en")
    for invoices in (1, 12)
    for instalments in ((1, 12) if template in OF_PLANS else (1,))
]
LETTERS = {
    "-".join(map(str, case)): _letter(case[0], case[1], invoices=case[2], instalments=case[3])
    for case in CASES
}


def most_pages(name: str) -> int:
    """One where it can be; two for a plan, for the terms, and for a long list of invoices."""
    template, _, invoices, _ = name.split("-")
    return 2 if template in (*OF_PLANS, "betalingsvoorwaarden") or invoices == "12" else 1


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Mapping[str, Path]:
    folder = tmp_path_factory.mktemp("afspraken")
    room = LetterRoom(creditor=COMPANY, reference_date=TODAY)
    letters = room.write([*LETTERS.values()], str(folder))
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
        timeout=300,
    )
    return {
        name: (folder / letter.file).with_suffix(".pdf")
        for name, letter in zip(LETTERS, letters, strict=True)
    }


@pytest.mark.parametrize("name", LETTERS)
def test_a_letter_stays_on_few_pages_and_keeps_together_what_belongs_together(
    name: str, printed: Mapping[str, Path]
) -> None:
    pages, language = pages_of(printed[name]), LETTERS[name].debtor.language
    assert len(pages) <= most_pages(name)
    if not name.startswith(ASK_NOTHING):
        for first, last in KEPT[language]:
            assert any(first in page and last in page for page in pages)
    (signed,) = [page for page in pages if re.search(SIGNED[language], page)]
    # never alone on a page: the letter's own words stand above it
    above = re.split(SIGNED[language], signed)[0]
    assert len(above.split()) > 25
    # and no page is nearly empty
    for page in pages:
        assert len(page.split()) > 40


@pytest.mark.parametrize("name", [name for name in LETTERS if name.endswith("-12-12")])
def test_every_invoice_and_every_instalment_is_listed_once_under_a_heading(
    name: str, printed: Mapping[str, Path]
) -> None:
    pages = pages_of(printed[name])
    text = "\n".join(pages)
    assert re.findall(r"(?m)^ *(2026-\d{4}) ", text) == [f"2026-{each:04d}" for each in range(12)]
    numbers = re.findall(r"(?m)^ *(\d{1,2}) +\d{1,2}[- ]\w+[- ]20\d\d ", text)
    assert numbers == [str(each) for each in range(1, 13)]
    for page in pages:
        if re.search(r"(?m)^ *\d{1,2} +\d{1,2}[- ]\w+[- ]20\d\d ", page):
            assert re.search(r"Termijn|Instalment", page)


@pytest.mark.parametrize("template", TITLES)
def test_the_longest_address_shows_in_the_window(
    template: str, printed: Mapping[str, Path]
) -> None:
    name = next(name for name in LETTERS if name.startswith(f"{template}-nl-12"))
    seen = [box for box in boxes_of(printed[name]) if 40 < box[2] < 92]
    assert len(seen) >= 6
    for word, left, top, right, bottom in seen:
        assert left >= 23.9, word
        assert right <= 98.1, word
        assert top >= 52.0, word
        assert bottom <= 77.0, word


@pytest.mark.parametrize("name", [name for name in LETTERS if "regeling_voorstel" in name])
def test_whoever_agrees_signs_below_our_signature(name: str, printed: Mapping[str, Path]) -> None:
    pages, language = pages_of(printed[name]), LETTERS[name].debtor.language
    words = {"nl": ("Voor akkoord", "Handtekening"), "en": ("Agreed", "Signature")}[language]
    (page,) = [page for page in pages if words[1] in page]
    assert page.index("Anja de Boer") < page.index(words[0]) < page.index(words[1])
