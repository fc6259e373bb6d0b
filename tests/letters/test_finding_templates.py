"""Which file becomes the letter: the user's own copy, the right language, never another folder."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.letters.words import template
from xl_dunning.letters.dutch import DUTCH
from xl_dunning.letters.english import ENGLISH
from xl_dunning.letters.spoken import Spoken
from xl_dunning.letters.templates import Found, find_template
from xl_dunning.shipped import shipped

SHIPPED = shipped("letter_templates")
GOOD = template("Aan {{ debiteur.naam }}")


def test_own_copies_go_before_the_shipped_ones(tmp_path: Path) -> None:
    (tmp_path / "aanmaning.dotx").write_bytes(GOOD)
    own = find_template(("nl", "aanmaning"), own_folder=tmp_path)
    assert own == Found(path=tmp_path / "aanmaning.dotx", spoken=DUTCH)
    other = find_template(("nl", "sommatie"), own_folder=tmp_path)
    assert other == Found(path=SHIPPED / "nl" / "sommatie.docx", spoken=DUTCH)


@pytest.mark.parametrize(
    ("key", "path", "spoken"),
    [
        (("en", "sommatie"), "en/sommatie.docx", ENGLISH),
        # there is no English one of this
        (("en", "rentespecificatie"), "nl/rentespecificatie.docx", DUTCH),
        # a language that the program has no words for
        (("fr", "sommatie"), "nl/sommatie.docx", DUTCH),
    ],
)
def test_a_language_without_a_template_gets_the_dutch_letter(
    key: tuple[str, str], path: str, spoken: Spoken
) -> None:
    assert find_template(key, own_folder=None) == Found(path=SHIPPED / path, spoken=spoken)


def test_an_own_dutch_copy_does_not_go_before_the_english_letter(tmp_path: Path) -> None:
    (tmp_path / "sommatie.docx").write_bytes(GOOD)
    found = find_template(("en", "sommatie"), own_folder=tmp_path)
    assert found == Found(path=SHIPPED / "en" / "sommatie.docx", spoken=ENGLISH)


@pytest.mark.parametrize("key", [("nl", "../../geheim"), ("../x", "sommatie"), ("nl", "")])
def test_a_name_never_leads_out_of_the_folder(key: tuple[str, str], tmp_path: Path) -> None:
    (tmp_path / "geheim.docx").write_bytes(GOOD)
    assert find_template(key, own_folder=tmp_path / "a" / "b") is None
