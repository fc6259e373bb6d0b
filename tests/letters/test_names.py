"""File names that every system accepts."""

from __future__ import annotations

import unicodedata
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from xl_dunning.letters.names import LONGEST, letter_name, safe_name, unique_names

DAY = date(2026, 11, 21)

NASTY = [
    "../../etc/passwd",
    "CON",
    "nul.txt",
    "com¹",
    "A/B \\ C:D*?",
    "...",
    "",
    "👩‍⚖️ Zoë" * 40,
    "\u202egnp.exe",
    "a\nb\x00c",
    "x" * 400,
    "naam.",
    "C:\\x",
    "~$temp",
    "\ud800kapot",
    "COM0",
]


@pytest.mark.parametrize(
    ("text", "safe"),
    [
        ("Jansen & Zn. ", "Jansen en Zn"),
        ("../../etc/passwd", "etc-passwd"),
        ("CON", "-CON"),
        ("nul.txt", "-nul.txt"),
        ("~$temp", "temp"),
        ("A/B \\ C:D*?", "A-B - C-D"),
        # an underscore divides the parts of our names
        ("a_b", "a-b"),
        ("\u202egnp\u200b.exe", "gnp.exe"),
    ],
)
def test_a_part_of_a_name_is_made_safe(text: str, safe: str) -> None:
    assert safe_name(text) == safe


def test_the_name_of_a_letter_sorts_by_stage_debtor_and_day() -> None:
    name = letter_name(stage="Herinnering", debtor="10023", name="Jansen", day=DAY)
    assert name == "Herinnering_10023_Jansen_2026-11-21.docx"


@pytest.mark.parametrize("name", NASTY)
def test_no_name_leaves_its_folder_or_is_refused_by_the_disk(name: str, tmp_path: Path) -> None:
    for file_name in (
        letter_name(stage="Aanmaning", debtor="10023", name=name, day=DAY),
        letter_name(stage=name, debtor=name, name=name, day=DAY),
    ):
        assert len(file_name.encode()) <= LONGEST
        path = tmp_path / file_name
        path.write_bytes(b"")
        assert path.resolve().parent == tmp_path.resolve()


def test_names_are_unique_whatever_the_capitals_or_accents() -> None:
    wanted = ["Müller.docx", "MÜLLER.docx", "Mu\u0308ller.docx", "Jansen.docx"]
    assert list(unique_names(wanted)) == [
        "Müller.docx",
        "MÜLLER~2.docx",
        "Mu\u0308ller~3.docx",
        "Jansen.docx",
    ]


@given(st.text(), st.text())
def test_every_name_is_short_visible_and_without_forbidden_signs(debtor: str, name: str) -> None:
    made = letter_name(stage="Aanmaning", debtor=debtor, name=name, day=DAY)
    assert len(made.encode()) <= LONGEST
    assert not set(made) & set('<>:"/\\|?*')
    assert not any(unicodedata.category(sign) in {"Cc", "Cf", "Cs"} for sign in made)
    assert made.endswith("_2026-11-21.docx")


def test_a_title_that_is_a_sentence_leaves_room_for_the_name() -> None:
    title = "Stap 4: laatste aanmaning met aankondiging van de incassokosten en het bureau"
    made = letter_name(stage=title, debtor="10023", name="Jansen & Zn.", day=DAY)
    assert made == "Stap 4- laatste aanmaning met aankondigi_10023_Jansen en Zn_2026-11-21.docx"
