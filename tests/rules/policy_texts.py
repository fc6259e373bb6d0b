"""Pieces of policy files, to put together and spoil."""

from __future__ import annotations

import tomllib
from decimal import Decimal

from xl_dunning.rules.findings import Finding
from xl_dunning.rules.policy import DunningPolicy
from xl_dunning.rules.policy_rules import policy_from

TOP = 'name = "mijn"\ntitle = "Mijn beleid"\n'
REMINDER = """
[[stage]]
key = "herinnering"
title = "Herinnering"
action = "letter"
template = "herinnering"
after = 3
"""
DEMAND = """
[[stage]]
key = "aanmaning"
title = "Aanmaning"
action = "letter"
template = "aanmaning"
after = 18
"""
CALL = """
[[stage]]
key = "bellen"
title = "Bellen"
action = "call"
after = 10
"""


def read(text: str) -> tuple[DunningPolicy | None, tuple[Finding, ...]]:
    return policy_from(tomllib.loads(text, parse_float=Decimal), origin="mijn.toml")
