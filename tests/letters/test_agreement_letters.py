"""Letters about agreements: firm and friendly, one payment, and nothing that is not meant.

The words are those of the golden texts, which ``test_golden`` holds to the letters themselves.
"""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path

import pytest

from letter_templates.source import names
from tests.letters.agreed import AGREED_LETTERS, LATE, PROPOSED, SAID, TITLES, side_letter
from tests.letters.charged import B5, CONSUMER
from tests.letters.factory import COMPANY, TODAY, item
from tests.letters.test_golden import GOLDEN
from tests.letters.words import paragraphs_of
from xl_dunning.frontends.messages_nl import refusal_text
from xl_dunning.letters.batch import LetterRoom
from xl_dunning.letters.english import ENGLISH
from xl_dunning.letters.text import in_words, money
from xl_dunning.rules.agreements.payment_asked import payment_asked, template_of
from xl_dunning.rules.agreements.side_letters import SideLetter
from xl_dunning.rules.findings import Refusal
from xl_dunning.rules.proposal import Notice

TEXTS = {
    name: (GOLDEN / f"{name}.txt").read_text(encoding="utf-8").split("\nBetreft: ")[-1]
    for name in AGREED_LETTERS
}
DUTCH_TEXTS = [name for name in TEXTS if name.startswith("nl/")]
ENGLISH_TEXTS = [name for name in TEXTS if name.startswith("en/")]
ASK_NOTHING = ("hervatting", "betalingsvoorwaarden", "handed over")
ASKING = [name for name in TEXTS if not any(word in name for word in ASK_NOTHING)]
HARSH = {
    "nl": r"onmiddellijk|per omgaande|deurwaarder|rechtbank|rechter|beslag|faillissement|boete|"
    r"dwang|wanbetal|helaas genoodzaakt|!",
    "en": r"immediately|forthwith|bailiff|court|seiz|bankrupt|penalty|defaulter|forced to|!",
}


@pytest.mark.parametrize("name", SideLetter)
def test_every_letter_outside_the_stages_is_there_in_dutch(name: SideLetter) -> None:
    assert name.value in names("nl")


@pytest.mark.parametrize(
    "name", [letter for letter in SideLetter if letter is not SideLetter.INTEREST_STATEMENT]
)
def test_and_all_but_the_statement_of_interest_in_english(name: SideLetter) -> None:
    assert name.value in names("en")


@pytest.mark.parametrize("name", DUTCH_TEXTS)
def test_a_dutch_letter_says_u(name: str) -> None:
    assert re.search(r"\bu\b", TEXTS[name])
    assert not re.search(r"\b(?:je|jij|jou|jouw|jullie)\b", TEXTS[name], re.IGNORECASE)


@pytest.mark.parametrize("name", TEXTS)
def test_no_letter_threatens_with_what_is_not_meant(name: str) -> None:
    assert not re.search(HARSH[name[:2]], TEXTS[name], re.IGNORECASE)


@pytest.mark.parametrize("name", TEXTS)
def test_every_letter_says_how_to_reach_us_and_ask_or_object(name: str) -> None:
    call = {"nl": "Bel ons dan op 030 123 45 67", "en": "Please call us on 030 123 45 67"}
    assert call[name[:2]] in TEXTS[name]
    asked = {
        "nl": r"niet (?:mee )?eens|niet goed genoteerd|klopt er iets niet|een vraag\?",
        "en": r"disagree|dispute|noted .*incorrectly|something incorrect|a question\?",
    }
    assert re.search(asked[name[:2]], TEXTS[name], re.IGNORECASE)


@pytest.mark.parametrize("name", ASKING)
def test_a_letter_names_one_payment_with_its_day_and_all_that_a_payer_types(name: str) -> None:
    letter, text = AGREED_LETTERS[name], TEXTS[name]
    asked = payment_asked(letter)
    spoken = {"spoken": ENGLISH} if name.startswith("en/") else {}
    amount = money(asked.amount, "EUR", **spoken).replace("\N{NO-BREAK SPACE}", " ")
    day = in_words(asked.by, **spoken)
    label, iban, holder = {
        "nl": ("Te betalen", "IBAN", "Ten name van"),
        "en": ("Amount due", "IBAN", "Account holder"),
    }[name[:2]]
    lines = text.splitlines()
    (at,) = [at for at, line in enumerate(lines) if line == label and lines[at + 1][0] == "€"]
    assert lines[at + 1] == amount
    assert lines[at + 4] == day
    assert {iban, holder} <= {*lines[at:]}
    # the sentence above the payment details says the same
    said = "\n".join(lines[:at])
    assert amount in said
    if template_of(letter) not in {"regeling_voorstel", "regeling_bevestiging"}:
        assert day in said


@pytest.mark.parametrize("name", [name for name in TEXTS if "hervatting" in name])
def test_who_has_paid_is_thanked_and_asked_for_nothing(name: str) -> None:
    text = TEXTS[name]
    assert re.search(r"Hartelijk dank|Thank you", text)
    assert not re.search(r"Te betalen|Amount due|Openstaand|Outstanding|Scan|vermelding", text)


@pytest.mark.parametrize("name", [name for name in TEXTS if "opschorting" in name])
def test_the_ground_of_a_suspension_is_that_of_the_law_that_applies(name: str) -> None:
    belgian = AGREED_LETTERS[name].law == "be"
    assert ("exceptie van niet-uitvoering" in TEXTS[name]) is belgian
    assert ("6:52" in TEXTS[name] and "6:262" in TEXTS[name]) is not belgian


@pytest.mark.parametrize("name", [name for name in TEXTS if "/regeling_" in name])
def test_a_running_plan_never_shows_interest_that_goes_on(name: str) -> None:
    goes_on = re.search(r"per dag .* rente bij|is added for each day", TEXTS[name])
    assert bool(goes_on) is ("verbroken" in name)


def test_the_invoice_again_reproaches_nothing() -> None:
    for name in ("nl/factuur_opnieuw", "en/factuur_opnieuw"):
        assert not re.search(r"te laat|verstreken|overdue|has passed|[Hh]erinner", TEXTS[name])


def text_of(letter: Notice, folder: Path, room: LetterRoom | None = None) -> str:
    room = room or LetterRoom(creditor=COMPANY, reference_date=TODAY)
    (made,) = room.write([letter], str(folder))
    return "\n".join(paragraphs_of((folder / made.file).read_bytes()))


@pytest.mark.parametrize(
    "template", sorted({*TITLES} - {"betalingsvoorwaarden", "hervatting", "factuur_opnieuw"})
)
def test_one_invoice_or_more_reads_as_good_dutch(template: str, tmp_path: Path) -> None:
    agreed = LATE if template == "regeling_herinnering" else PROPOSED
    agreed = replace(agreed, amount=item().open, note="Wij zien het anders.")
    if template == "schikkingsvoorstel":
        agreed = replace(agreed, amount=agreed.paid + 1, instalments=())
    for count in (1, 2):
        items = [item(f"2026-{each:04d}", ref=each) for each in range(count)]
        text = text_of(side_letter(template, agreed, items=items), tmp_path / str(count))
        assert ("factuur 2026-0000" in text) is (count == 1)
        assert ("facturen" in text) is (count == 2)


def test_the_copy_goes_along_with_the_letter_that_sends_the_invoice_again(tmp_path: Path) -> None:
    invoices = tmp_path / "facturen"
    invoices.mkdir()
    (invoices / "0117.pdf").write_bytes(b"%PDF-1.7 kopie")
    letter = side_letter("factuur_opnieuw", SAID, items=[item(invoice_file="0117.pdf")])
    room = LetterRoom(creditor=COMPANY, reference_date=TODAY, invoices_dir=invoices)
    text = text_of(letter, tmp_path / "brieven", room)
    assert "Daarom sturen wij u een kopie mee met deze brief." in text
    assert "Bijlage: kopie van factuur 2026-0117" in text
    (copy,) = (tmp_path / "brieven").glob("*/*.pdf")
    assert copy.read_bytes() == b"%PDF-1.7 kopie"
    assert room.problems([letter]) == ()


def test_without_a_copy_the_letter_promises_none_and_the_user_is_told(tmp_path: Path) -> None:
    letter = side_letter("factuur_opnieuw", SAID, debtor=CONSUMER, items=B5)
    room = LetterRoom(creditor=COMPANY, reference_date=TODAY, invoices_dir=tmp_path)
    text = text_of(letter, tmp_path / "brieven", room)
    assert "een kopie mee" not in text
    assert "Bijlage" not in text
    assert {found.code for found in room.problems([letter])} == {"INVOICE_FILE_UNNAMED"}


def test_a_letter_that_lacks_its_agreement_is_not_made(tmp_path: Path) -> None:
    letter = side_letter("regeling_bevestiging", None)
    with pytest.raises(Refusal) as refusal:
        text_of(letter, tmp_path / "brieven")
    assert refusal_text(refusal.value) == (
        "De brieven zijn niet gemaakt, want ten minste één ervan mag zo niet worden verstuurd. "
        "Verbeter dit eerst:\n"
        "- De brief „Bevestiging betalingsregeling” aan debiteur 10023 gaat over een afspraak, "
        "maar in het logboek staat er geen. Leg de afspraak eerst vast."
    )
    assert not (tmp_path / "brieven").exists()
