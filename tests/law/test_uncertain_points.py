"""The page about uncertain points names only codes and options that are there, and every doubt."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from xl_dunning.frontends.cli_law import claim_command, deadline_command
from xl_dunning.frontends.cli_rates import rates_command
from xl_dunning.frontends.messages_nl import law, letters, reasons
from xl_dunning.rules.settings_rules import KEYS

PAGE = (Path(__file__).parents[2] / "workbook" / "ONZEKERE-PUNTEN.md").read_text(encoding="utf-8")
SENTENCES = {**law.SENTENCES, **letters.SENTENCES, **reasons.SENTENCES}
DOUBTS = ("DOUBTFUL", "ROLLED", "ASSUMED", "TERM_LETTER", "SMALL_")
ABOUT_DOUBT = {code for code in SENTENCES if any(word in code for word in DOUBTS)}


def test_every_code_on_the_page_is_a_code() -> None:
    named = set(re.findall(r"`([A-Z]+(?:_[A-Z]+)+)`", PAGE))
    assert len(named) > 10
    assert named <= SENTENCES.keys()


def test_every_code_about_a_doubt_is_on_the_page() -> None:
    assert {code for code in ABOUT_DOUBT if code not in PAGE} == set()


@pytest.mark.parametrize(
    "named",
    [
        "RATES_OUTDATED",  # 1: the rates of 2027
        "SMALL_INSTALMENTS",  # 2: the rule against stacking
        "DEADLINE_ROLLED",  # 3: the Algemene termijnenwet
        "1 juli 2026",  # 4: post within 48 hours
        "mei 2017",  # 5: the age of the texts
        "1 januari 2004",  # 6: 9.01 or 9.02 percent
        "Boek XIX WER is niet rechtstreeks gelezen",  # 7: Belgian texts, and what follows from it
        "Drie gratis herinneringen",
        "Is zaterdag een werkdag?",
        "Telt de derde werkdag",
        "tweede helft van 2026",  # 8: the derived Belgian rate
        "RATE_MAY_BE_UNFAIR",  # 9: unfair terms
    ],
)
def test_every_open_point_of_the_law_is_on_the_page(named: str) -> None:
    assert named in PAGE


def test_every_option_on_the_page_is_an_option() -> None:
    options = {
        option
        for command in (claim_command, deadline_command, rates_command)
        for parameter in command.params
        for option in parameter.opts
    }
    named = set(re.findall(r"(--[a-z][a-z-]+)", PAGE))
    assert len(named) > 5
    assert named <= options


def test_every_setting_on_the_page_is_a_setting() -> None:
    named = {name.strip() for name in re.findall(r"instelling `([a-z ]+)", PAGE)}
    assert len(named) >= 4
    assert named <= set(KEYS)
