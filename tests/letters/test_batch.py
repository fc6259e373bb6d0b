"""The letters of a run: all of them or none, each with its fingerprint."""

from __future__ import annotations

import hashlib
from dataclasses import replace
from pathlib import Path

import pytest

from tests.letters.factory import COMPANY, JANSEN, TODAY, item, notice
from tests.letters.words import paragraphs_of, template
from xl_dunning.frontends.messages_nl import finding_text, refusal_text
from xl_dunning.letters.batch import LetterRoom
from xl_dunning.rules.findings import Refusal
from xl_dunning.workflow.ports import LetterMaker

ROOM = LetterRoom(creditor=COMPANY, reference_date=TODAY)


def test_the_room_is_what_the_workflow_asks_for() -> None:
    maker: LetterMaker = ROOM
    assert maker.write([], "/nergens/nodig") == ()


def test_each_notice_gets_its_own_file_and_fingerprint(tmp_path: Path) -> None:
    notices = [
        notice(key="sommatie"),
        notice(debtor=replace(JANSEN, number="7", name="Zoë")),
        notice(key="sommatie", debtor=replace(JANSEN, number="8")),
    ]
    made = ROOM.write(notices, str(tmp_path / "brieven"))
    assert [letter.file for letter in made] == [
        "Sommatie_10023_Jansen en Zn. -BV_2026-11-21.docx",
        "Betalingsherinnering_7_Zoë_2026-11-21.docx",
        "Sommatie_8_Jansen en Zn. -BV_2026-11-21.docx",
    ]
    assert [letter.notice for letter in made] == notices
    for letter in made:
        content = (tmp_path / "brieven" / letter.file).read_bytes()
        assert hashlib.sha256(content).hexdigest() == letter.sha256
    assert "Geachte mevrouw Jansen," in paragraphs_of(content)


def test_a_letter_that_is_made_again_has_the_same_fingerprint(tmp_path: Path) -> None:
    first, second = (ROOM.write([notice()], str(tmp_path / name)) for name in ("a", "b"))
    assert first[0].sha256 == second[0].sha256


def test_two_letters_to_one_debtor_do_not_overwrite_each_other(tmp_path: Path) -> None:
    made = ROOM.write([notice(), notice(items=[item("X")])], str(tmp_path))
    assert len({letter.file.casefold() for letter in made}) == 2
    assert len(list(tmp_path.iterdir())) == 2


def test_a_wrong_template_stops_everything_before_the_first_letter(tmp_path: Path) -> None:
    own = tmp_path / "sjablonen"
    own.mkdir()
    (own / "sommatie.docx").write_bytes(template("{{ onbekend }}"))
    room = replace(ROOM, templates_dir=own)
    with pytest.raises(Refusal):
        room.write([notice(), notice(key="sommatie")], str(tmp_path / "brieven"))
    assert not (tmp_path / "brieven").exists()


def test_a_letter_that_fails_on_its_own_data_names_the_debtor(tmp_path: Path) -> None:
    own = tmp_path / "sjablonen"
    own.mkdir()
    # right for the example letters, but nothing stands there for an address of five lines
    picky = "{{ ['a', 'b', 'c', 'd', 'e'][debiteur.adresregels|length] }}"
    (own / "herinnering.docx").write_bytes(template(picky))
    room = replace(ROOM, templates_dir=own)
    abroad = notice(debtor=replace(JANSEN, country="BE"))
    with pytest.raises(Refusal) as refusal:
        room.write([abroad], str(tmp_path / "brieven"))
    assert refusal_text(refusal.value) == (
        "De brief aan debiteur 10023 kon niet worden gemaakt met het sjabloon herinnering. Er is "
        "geen enkele brief gemaakt. Kijk in het sjabloon naar codes die rekenen of een filter "
        "gebruiken, of gebruik het meegeleverde sjabloon."
    )


def test_a_folder_that_cannot_be_written_is_told(tmp_path: Path) -> None:
    (tmp_path / "brieven").write_bytes(b"dit is een bestand")
    with pytest.raises(Refusal) as refusal:
        ROOM.write([notice()], str(tmp_path / "brieven"))
    assert refusal_text(refusal.value) == (
        f"De brieven konden niet in de map {tmp_path / 'brieven'} worden geschreven. Kijk of de "
        "schijf vol is en of u in die map mag schrijven."
    )


def test_progress_is_told_after_every_letter(tmp_path: Path) -> None:
    told: list[tuple[int, int]] = []
    room = replace(ROOM, on_progress=lambda made, of: told.append((made, of)))
    room.write([notice(), notice(key="sommatie"), notice(items=[item("X")])], str(tmp_path))
    assert told == [(1, 3), (2, 3), (3, 3)]


def test_a_copy_of_the_invoice_goes_along_and_the_letter_says_so(tmp_path: Path) -> None:
    invoices = tmp_path / "facturen"
    (invoices / "2026").mkdir(parents=True)
    (invoices / "2026" / "factuur 117.pdf").write_bytes(b"%PDF-1.7")
    room = replace(ROOM, invoices_dir=invoices)
    letter = notice(items=[item(invoice_file="2026\\factuur 117.pdf")])
    assert room.problems([letter]) == ()
    (made,) = room.write([letter], str(tmp_path / "brieven"))
    copies = tmp_path / "brieven" / made.file.removesuffix(".docx")
    assert [path.name for path in copies.iterdir()] == ["factuur 117.pdf"]
    text = paragraphs_of((tmp_path / "brieven" / made.file).read_bytes())
    assert "Bijlage: kopie van factuur 2026-0117" in text


@pytest.mark.parametrize(
    ("file", "sentence"),
    [
        (
            "",
            "Bij factuur 2026-0117 van debiteur 10023 is geen factuurbestand genoemd. De brief "
            "gaat zonder kopie. Vul de kolom Factuurbestand in, of voeg de factuur zelf bij.",
        ),
        (
            "weg.pdf",
            "Het factuurbestand weg.pdf van factuur 2026-0117 (debiteur 10023) staat niet in de "
            "map {folder}. De brief gaat zonder kopie. Zet het bestand daar neer, of voeg de "
            "factuur zelf bij.",
        ),
        # a name that this system can't look up
        (
            "a\0b.pdf",
            "Het factuurbestand a\0b.pdf van factuur 2026-0117 (debiteur 10023) staat niet in de "
            "map {folder}. De brief gaat zonder kopie. Zet het bestand daar neer, of voeg de "
            "factuur zelf bij.",
        ),
        (
            "../geheim.pdf",
            "Het factuurbestand ../geheim.pdf van factuur 2026-0117 (debiteur 10023) ligt buiten "
            "de factuurmap {folder} en gaat niet mee. Zet een kopie in de factuurmap.",
        ),
    ],
)
def test_a_missing_copy_is_told_and_the_letter_goes_without_it(
    file: str, sentence: str, tmp_path: Path
) -> None:
    (tmp_path / "geheim.pdf").write_bytes(b"%PDF-1.7")
    folder = tmp_path / "facturen"
    folder.mkdir()
    room = replace(ROOM, invoices_dir=folder)
    letter = notice(items=[item(invoice_file=file)])
    (problem,) = room.problems([letter])
    assert finding_text(problem) == sentence.format(folder=folder)
    (made,) = room.write([letter], str(tmp_path / "brieven"))
    assert [path.name for path in (tmp_path / "brieven").iterdir()] == [made.file]


def test_without_an_invoice_folder_one_warning_is_enough() -> None:
    problems = ROOM.problems([notice(), notice(items=[item("X")])])
    assert [finding_text(problem) for problem in problems] == [
        "Bij de fase Betalingsherinnering hoort een kopie van de factuur, maar er is geen "
        "factuurmap ingesteld. De brieven gaan zonder kopie. Vul bij Instellingen de factuurmap "
        "in, of voeg de facturen zelf bij."
    ]
    # this stage asks for no copy
    assert ROOM.problems([notice(key="sommatie")]) == ()


def test_an_address_that_had_to_be_shortened_is_told() -> None:
    debtor = replace(JANSEN, name="Stichting Zeer Lange Naam " * 8)
    (problem,) = ROOM.problems([notice(key="sommatie", debtor=debtor)])
    assert finding_text(problem).endswith(
        "passen niet in zes regels van het adresvenster; in de brief is een deel weggelaten. Kort "
        "de naam, T.a.v. of het adres in."
    )
