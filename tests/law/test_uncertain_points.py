"""The page about uncertain points names only codes and options that are there, and every doubt."""

from __future__ import annotations

import re
from pathlib import Path

from xl_dunning.frontends.cli_law import claim_command, deadline_command
from xl_dunning.frontends.cli_rates import rates_command
from xl_dunning.frontends.messages_nl.law import SENTENCES
from xl_dunning.rules.settings_rules import KEYS

PAGE = (Path(__file__).parents[2] / "docs" / "onzekere-punten.md").read_text(encoding="utf-8")
ABOUT_DOUBT = {code for code in SENTENCES if "DOUBTFUL" in code or "ROLLED" in code}


def test_every_code_on_the_page_is_a_code() -> None:
    named = set(re.findall(r"`([A-Z]+(?:_[A-Z]+)+)`", PAGE))
    assert len(named) > 10
    assert named <= SENTENCES.keys()


def test_every_code_about_a_doubt_is_on_the_page() -> None:
    assert {code for code in ABOUT_DOUBT if code not in PAGE} == set()


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
