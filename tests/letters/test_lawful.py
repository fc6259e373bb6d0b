"""Letters that the law does not allow are not made, however the template or the data got so."""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from tests.letters.charged import (
    ANNOUNCED,
    CONSUMER,
    LINES,
    first_reminder_be,
    fourteen_day,
    with_interest,
)
from tests.letters.factory import COMPANY, JANSEN, TODAY, item, notice
from tests.letters.words import changed, template
from xl_dunning.frontends.messages_nl import finding_text, refusal_text
from xl_dunning.letters.batch import LetterRoom
from xl_dunning.letters.fourteen_day import text_of
from xl_dunning.rules.findings import Refusal
from xl_dunning.rules.proposal import Charges, Notice
from xl_dunning.shipped import shipped

SHIPPED = shipped("letter_templates") / "nl" / "veertiendagenbrief.docx"
ROOM = LetterRoom(creditor=COMPANY, reference_date=TODAY)
TERM = "binnen veertien dagen, te rekenen vanaf de dag nadat deze brief bij u is bezorgd"


def edited(folder: Path, old: str, new: str) -> LetterRoom:
    """A room whose user changed some words of the shipped 14-dagenbrief in Word."""
    folder.mkdir()

    def change(name: str, content: bytes) -> bytes:
        words = content.replace(old.encode(), new.encode())
        assert name != "word/document.xml" or words != content, "these words are not in it"
        return words if name == "word/document.xml" else content

    (folder / "veertiendagenbrief.docx").write_bytes(changed(SHIPPED.read_bytes(), change))
    return replace(ROOM, templates_dir=folder)


@pytest.mark.parametrize(
    ("old", "new", "sentence"),
    [
        (
            "vanaf de dag nadat",
            "vanaf de dag waarop",
            "Sjabloon veertiendagenbrief.docx: de wettelijke termijn ontbreekt. Neem letterlijk "
            "over: „binnen veertien dagen, te rekenen vanaf de dag nadat deze brief bij u is "
            "bezorgd”. Met een andere termijn mag u geen incassokosten rekenen.",
        ),
        (
            "Dan betaalt u geen incassokosten.",
            "Dat is uiterlijk op {{ uiterste_betaaldatum }}.",
            "Sjabloon veertiendagenbrief.docx: de brief noemt de datum 07-12-2026. Die kan te "
            "vroeg zijn voor wie de brief laat krijgt, en dan mag u geen incassokosten rekenen. "
            "Noem geen datum om te betalen.",
        ),
        (
            "Dan betaalt u geen incassokosten.",
            "Doe dat liefst binnen acht dagen.",
            "Sjabloon veertiendagenbrief.docx: „binnen acht dagen” is geen geldige termijn of "
            "spreekt de wettelijke termijn tegen. Haal dit weg; met een onduidelijke termijn mag u "
            "geen incassokosten rekenen.",
        ),
        (
            "{{ aangekondigde_kosten }}",
            "de wettelijke kosten",
            "Sjabloon veertiendagenbrief.docx: het bedrag €\N{NO-BREAK SPACE}40,00 staat niet in "
            "de brief. Een 14-dagenbrief noemt de hoofdsom en de precieze kosten; vergelijk met "
            "het meegeleverde sjabloon.",
        ),
        (
            "Wij kunnen de btw over deze kosten niet verrekenen; daarom zijn",
            "Daarom zijn",
            "Sjabloon veertiendagenbrief.docx: de btw over de kosten is niet verklaard. Vermeld "
            "dat u de btw niet kunt verrekenen en de kosten daarom zijn verhoogd; vergelijk met "
            "het meegeleverde sjabloon.",
        ),
        (
            "Dan betaalt u geen incassokosten.",
            "Het mag ook op BE71 0961 2345 6769.",
            "Sjabloon veertiendagenbrief.docx: er staat een ander rekeningnummer in "
            "(BE71096123456769) dan bij Instellingen. Noem in een 14-dagenbrief één rekening.",
        ),
    ],
)
def test_an_edited_template_that_breaks_the_law_is_refused(
    old: str, new: str, sentence: str, tmp_path: Path
) -> None:
    room = edited(tmp_path / "eigen", old, new)
    with pytest.raises(Refusal) as refusal:
        room.check([fourteen_day()])
    assert refusal.value.code == "TEMPLATES_WRONG"
    assert sentence in [finding_text(finding) for finding in refusal.value.findings]


def test_an_edited_template_that_keeps_to_the_law_is_used(tmp_path: Path) -> None:
    room = edited(tmp_path / "eigen", "Dan betaalt u geen incassokosten.", "Wij danken u.")
    (letter,) = room.write([fourteen_day()], str(tmp_path / "brieven"))
    text = text_of((tmp_path / "brieven" / letter.file).read_bytes())
    assert f"{TERM}. Wij danken u." in text


def test_what_the_data_put_into_the_letter_is_read_back_too(tmp_path: Path) -> None:
    late = replace(JANSEN, name="Betaal binnen 8 dagen B.V.", kind=None)
    with pytest.raises(Refusal) as refusal:
        ROOM.write([fourteen_day(debtor=late)], str(tmp_path / "brieven"))
    assert refusal_text(refusal.value).splitlines() == [
        "De brieven zijn niet gemaakt, want ten minste één ervan mag zo niet worden verstuurd. "
        "Verbeter dit eerst:",
        "- Sjabloon veertiendagenbrief: „binnen 8 dagen” is geen geldige termijn of spreekt de "
        "wettelijke termijn tegen. Haal dit weg; met een onduidelijke termijn mag u geen "
        "incassokosten rekenen.",
    ]


@pytest.mark.parametrize(
    ("letter", "sentence"),
    [
        (
            fourteen_day(Charges()),
            "De 14-dagenbrief aan debiteur 20417 noemt geen incassokosten en heeft dan geen zin. "
            "Geef dit door aan de beheerder van het programma.",
        ),
        (
            fourteen_day(law="be"),
            "Bij de fase 14-dagenbrief hoort het sjabloon veertiendagenbrief, dat alleen voor "
            "Nederlands recht is. Kies in het beleid een ander sjabloon, of verander het "
            "rechtsstelsel bij Instellingen.",
        ),
        (
            with_interest("sommatie", charges=Charges(interest=Decimal("493.73"))),
            "De rente van €\N{NO-BREAK SPACE}493,73 in de brief aan debiteur 10023 is niet de som "
            "van haar regels. De brief wordt daarom niet gemaakt. Geef dit door aan de beheerder "
            "van het programma.",
        ),
        (
            first_reminder_be(charges=Charges(interest=Decimal("493.72")), lines=LINES[:1]),
            "De eerste herinnering aan debiteur 30008 vordert €\N{NO-BREAK SPACE}493,72 aan rente "
            "of kosten. In België is zij gratis. Zet in het beleid charge van deze fase op none.",
        ),
    ],
)
def test_a_letter_that_may_not_be_sent_stops_the_run_before_anything_is_written(
    letter: Notice, sentence: str, tmp_path: Path
) -> None:
    with pytest.raises(Refusal) as refusal:
        ROOM.write([notice(), letter], str(tmp_path / "brieven"))
    assert refusal.value.code == "LETTERS_UNLAWFUL"
    assert sentence in [finding_text(finding) for finding in refusal.value.findings]
    assert not (tmp_path / "brieven").exists()


def test_a_belgian_sender_without_his_number_is_refused() -> None:
    room = replace(ROOM, creditor=replace(COMPANY, kvk=""))
    with pytest.raises(Refusal) as refusal:
        room.check([first_reminder_be(), first_reminder_be()])
    assert [finding_text(finding) for finding in refusal.value.findings] == [
        "Uw ondernemingsnummer ontbreekt. Een Belgische eerste herinnering moet het noemen. Vul "
        "bij Instellingen kvk in."
    ]


def test_a_missing_description_is_told_but_stops_nothing() -> None:
    letter = first_reminder_be(items=[item("A"), item("B", ref=2)])
    ROOM.check([letter])
    assert [finding_text(finding) for finding in ROOM.problems([letter])][:1] == [
        "De eerste herinnering aan debiteur 30008 zegt niet wat er is geleverd (factuur A, B); de "
        "Belgische wet vraagt dat. Vul de kolom Omschrijving in."
    ]


def test_a_debtor_of_another_language_gets_dutch_and_the_user_is_told(tmp_path: Path) -> None:
    french = replace(JANSEN, language="fr")
    english = replace(CONSUMER, language="en")
    letters = [
        notice(debtor=french),
        notice(debtor=french),
        # this one exists
        fourteen_day(ANNOUNCED, debtor=english),
        with_interest("rentespecificatie", debtor=replace(english, number="7")),
    ]
    warnings = [finding for finding in ROOM.problems(letters) if finding.code == "LANGUAGE_MISSING"]
    assert [(finding.debtor, finding.severity) for finding in warnings] == [
        ("10023", "warning"),
        ("7", "warning"),
    ]
    assert finding_text(warnings[0]) == (
        "De taal van debiteur 10023 (Jansen & Zn. <BV>) is fr, maar het sjabloon herinnering is er "
        "in die taal niet. De brief is in het Nederlands. Zet een vertaling in de sjabloonmap, of "
        "verander de kolom Taal."
    )
    made = ROOM.write(letters, str(tmp_path))
    texts = [text_of((tmp_path / letter.file).read_bytes()) for letter in made]
    assert ["Geachte" in text for text in texts] == [True, True, False, True]


def test_a_word_file_of_the_users_own_without_a_term_is_refused(tmp_path: Path) -> None:
    (tmp_path / "veertiendagenbrief.docx").write_bytes(template("Betaal {{ totaal }} nu."))
    room = replace(ROOM, templates_dir=tmp_path)
    with pytest.raises(Refusal) as refusal:
        room.check([fourteen_day()])
    codes = {finding.code for finding in refusal.value.findings}
    assert codes >= {"FOURTEEN_DAY_TERM_MISSING", "FOURTEEN_DAY_AMOUNT_MISSING"}
