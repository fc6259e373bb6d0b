"""Every shipped letter, word for word: a change of a text shows in the diff.

``pytest tests/letters/test_golden.py --rewrite-golden`` writes the texts anew.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from letter_templates.source import names
from tests.letters.agreed import AGREED_LETTERS
from tests.letters.charged import (
    ANNOUNCED_WITH_VAT,
    B5,
    FLEMISH,
    R11,
    charged_notice,
    first_reminder_be,
    fourteen_day,
    with_interest,
)
from tests.letters.factory import COMPANY, JANSEN, TODAY, item, notice
from xl_dunning.letters.batch import LetterRoom
from xl_dunning.letters.fourteen_day import text_of
from xl_dunning.rules.events import Channel
from xl_dunning.rules.interest import InterestLine
from xl_dunning.rules.policy import Action, Charge
from xl_dunning.rules.proposal import Charges, Notice

GOLDEN = Path(__file__).parent / "golden"

BE_COMPANY = replace(
    COMPANY,
    name="Houthandel Peeters BV",
    address="Kouter 1",
    postcode="9000",
    city="Gent",
    country="België",
    kvk="0403.170.701",
    vat_number="BE0403170701",
    iban="BE71 0961 2345 6769",
    bic="GKCCBEBB",
)
ENGLISH = replace(JANSEN, language="en")
CREDIT = item("CN-9", open_="-250.00", due_date=None, ref=9)
AFTER_FIRST_BE = {
    "debtor": FLEMISH,
    "items": B5[:1],
    "law": "be",
    "title": "Tweede herinnering",
    "charge": Charge.INTEREST_AND_COSTS,
    "lines": (
        InterestLine(
            first=date(2026, 11, 19),
            last=TODAY,
            percent=Decimal("10.5"),
            base=Decimal("500.00"),
            interest=Decimal("0.43"),
            article="art. XIX.4 WER",
        ),
    ),
    "charges": Charges(
        interest=Decimal("0.43"), costs=Decimal("65.00"), daily_interest=Decimal("0.14")
    ),
}

LETTERS: Mapping[str, Notice] = {
    "nl/herinnering": notice(),
    "nl/tweede_herinnering": notice(key="tweede", items=[item(), item("2026-0118")]),
    "nl/aanmaning": notice(key="aanmaning", credits_=[CREDIT]),
    "nl/aanmaning met rente": with_interest(
        "aanmaning",
        charges=Charges(interest=Decimal("493.72"), daily_interest=Decimal("2.85")),
    ),
    "nl/sommatie": notice(key="sommatie"),
    "nl/sommatie met rente en kosten": with_interest("sommatie"),
    "nl/ingebrekestelling": notice(key="ingebreke"),
    "nl/overdracht": notice(key="aankondiging"),
    "nl/overdracht met rente en kosten": with_interest("overdracht", action=Action.HANDOVER),
    "nl/veertiendagenbrief": fourteen_day(),
    "nl/veertiendagenbrief met btw": fourteen_day(ANNOUNCED_WITH_VAT, channel=Channel.EMAIL),
    "nl/stuiting": with_interest("stuiting", charges=Charges(interest=Decimal("493.72"))),
    "nl/rentespecificatie": with_interest(
        "rentespecificatie",
        charges=Charges(interest=Decimal("493.72"), daily_interest=Decimal("2.85")),
    ),
    "nl/rentespecificatie zonder rente": charged_notice("rentespecificatie", items=(R11,)),
    "nl/eerste_herinnering_be": first_reminder_be(),
    "nl/eerste_herinnering_be per e-mail": first_reminder_be(Channel.EMAIL, charges=Charges()),
    "nl/tweede_herinnering_be": charged_notice("tweede_herinnering_be", **AFTER_FIRST_BE),  # type: ignore[arg-type]
    "en/herinnering": notice(debtor=ENGLISH),
    "en/tweede_herinnering": notice(key="tweede", debtor=ENGLISH),
    "en/aanmaning": notice(key="aanmaning", debtor=ENGLISH, credits_=[CREDIT]),
    "en/sommatie met rente en kosten": with_interest("sommatie", debtor=ENGLISH),
    "en/veertiendagenbrief met btw": fourteen_day(
        ANNOUNCED_WITH_VAT, debtor=replace(ENGLISH, kind=None, contact="", name="Ann Smith")
    ),
    **AGREED_LETTERS,
}


def written(letter: Notice, folder: Path) -> str:
    company = BE_COMPANY if letter.law == "be" else COMPANY
    (made,) = LetterRoom(creditor=company, reference_date=TODAY).write([letter], str(folder))
    text = text_of((folder / made.file).read_bytes()).replace("\N{NO-BREAK SPACE}", " ")
    return "\n".join(line for line in text.splitlines() if line.strip()) + "\n"


@pytest.mark.parametrize("name", LETTERS)
def test_the_words_of_a_letter_are_those_that_were_agreed(
    name: str, tmp_path: Path, pytestconfig: pytest.Config
) -> None:
    golden = GOLDEN / f"{name}.txt"
    text = written(LETTERS[name], tmp_path)
    if pytestconfig.getoption("--rewrite-golden"):
        golden.parent.mkdir(parents=True, exist_ok=True)
        golden.write_text(text, encoding="utf-8")
    assert text == golden.read_text(encoding="utf-8")


def test_every_shipped_letter_has_its_golden_text() -> None:
    shown = {name.split(" ")[0] for name in LETTERS}
    assert shown == {f"{language}/{name}" for language in ("nl", "en") for name in names(language)}


def test_no_golden_text_is_left_over() -> None:
    found = {str(path.relative_to(GOLDEN).with_suffix("")) for path in GOLDEN.glob("*/*.txt")}
    assert found == set(LETTERS)
