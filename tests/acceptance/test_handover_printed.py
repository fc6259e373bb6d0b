"""The dossier on paper, as LibreOffice prints it: nothing cut off, fingerprints on one line."""

from __future__ import annotations

import re
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.acceptance.company import Company
from tests.acceptance.handing_over import BUSINESS, Dossier, handed_over, line, ready

pytestmark = [
    pytest.mark.office,
    pytest.mark.skipif(
        not (shutil.which("soffice") and shutil.which("pdftotext")),
        reason="LibreOffice and poppler print the dossier",
    ),
]

LONG = {
    **BUSINESS,
    "Naam": "STICHTING TOT INSTANDHOUDING EN BEVORDERING VAN DE KONINKLIJKE WWWW HARMONIE & <Zn>",
    "Adres": "Burgemeester van Roijensingel 123-bis III hoog achter",
    "Plaats": "Nieuwerkerk aan den IJssel",
}
NUMBERS = [f"VF-2026-ABCDEF-{number:05}" for number in range(1, 13)]


@pytest.fixture(scope="module")
def printed(tmp_path_factory: pytest.TempPathFactory) -> tuple[Dossier, dict[str, str]]:
    """The dossier, and the words of each of its documents as printed."""
    company = Company(folder=tmp_path_factory.mktemp("bedrijf"))
    lines = (
        line(number, "123456.78", due=f"2026-08-{at:02}") for at, number in enumerate(NUMBERS, 1)
    )
    ready(company, *lines, debtors=[LONG])
    note = "Belde terug: „wij betalen niet”, zei hij; {{ naam }} ½ € ≥ 株式会社. " * 12
    company.log("call", "--outcome", "reached", "--note", note, day="2026-11-02")
    dossier = handed_over(company, "--name", "Gerechtsdeurwaarderskantoor Van den Berg & Zonen")
    folder = tmp_path_factory.mktemp("gedrukt")
    for name in ("00 Index.docx", "01 Vordering.docx", "02 Rente.docx", "05 Geschiedenis.docx"):
        (folder / name).write_bytes(dossier.files[name])
    (folder / "07 Dossier.xlsx").write_bytes(dossier.files["07 Dossier.xlsx"])
    profile = f"-env:UserInstallation=file://{tmp_path_factory.mktemp('profiel')}"
    subprocess.run(
        [
            *("soffice", profile, "--headless", "--convert-to", "pdf", "--outdir", str(folder)),
            *(str(path) for path in sorted(folder.iterdir())),
        ],
        check=True,
        capture_output=True,
        timeout=300,
    )
    return dossier, {path.stem: words(path) for path in sorted(folder.glob("*.pdf"))}


def words(pdf: Path) -> str:
    return subprocess.run(
        ["pdftotext", "-layout", pdf, "-"], check=True, capture_output=True, text=True
    ).stdout


Printed = tuple[Dossier, dict[str, str]]


def test_every_document_can_be_printed(printed: Printed) -> None:
    _, texts = printed
    assert list(texts) == [
        *("00 Index", "01 Vordering", "02 Rente", "05 Geschiedenis", "07 Dossier")
    ]


def test_every_fingerprint_stands_on_one_line(printed: Printed) -> None:
    dossier, texts = printed
    told = set(re.findall(r"\b[0-9a-f]{64}\b", texts["00 Index"]))
    assert told == {sha for name, sha in dossier.hashes.items() if name != "00 Index.docx"}
    in_book = set(re.findall(r"\b[0-9a-f]{64}\b", texts["07 Dossier"]))
    assert in_book == told - {dossier.hashes["07 Dossier.xlsx"]}


def test_every_invoice_and_amount_is_whole(printed: Printed) -> None:
    _, texts = printed
    for page in ("01 Vordering", "02 Rente"):
        for number in NUMBERS:
            assert number in texts[page], (page, number)
    assert texts["01 Vordering"].count("€ 123.456,78") == 2 * len(NUMBERS)
    assert "€ 1.481.481,36" in texts["01 Vordering"]


def test_each_page_says_which_dossier_it_is_of_and_how_many_there_are(printed: Printed) -> None:
    _, texts = printed
    for name in ("00 Index", "01 Vordering", "02 Rente", "05 Geschiedenis"):
        pages = texts[name].strip("\f").split("\f")
        for at, page in enumerate(pages, start=1):
            assert "Dossier 1 · STICHTING" in page, (name, at)
            assert f"pagina {at} van {len(pages)}" in page, (name, at)


def test_a_long_note_is_printed_to_its_end(printed: Printed) -> None:
    _, texts = printed
    flat = " ".join(texts["05 Geschiedenis"].split())
    assert flat.count("{{") == 12
    assert " ".join(texts["07 Dossier"].split()).count("{{") == 12
