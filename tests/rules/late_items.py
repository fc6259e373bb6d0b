"""A debtor with late items, and a policy of two letters."""

from __future__ import annotations

from datetime import date

from tests.rules.world import World, letter, policy, reachable
from xl_dunning.rules.ledger import OpenItem
from xl_dunning.rules.proposal import Reason

D = date.fromisoformat
TODAY = D("2026-11-21")
LATE = D("2026-10-01")
RULES = policy(letter("een", 5), letter("twee", 20, template="aanmaning"))


def world(*items: OpenItem, **debtor: object) -> World:
    return World(RULES, list(items), {"1": reachable("1", **debtor)} if debtor else {})


def reason(found: World, invoice: str = "F") -> Reason:
    return Reason(found.reasons(TODAY)[invoice])
