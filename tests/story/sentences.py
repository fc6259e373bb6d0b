"""The plain sentences in which ``story.toml`` tells what happens; one pattern for each.

Between square brackets stands what may be left out. ``{factuur}`` is an invoice number, ``{dag}`` a
day such as ``16-03``, ``{bedrag}`` an amount; what follows a colon is the note that goes with it.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal

from xl_dunning.casefile.words import OUTCOME_WORDS

YEAR = 2026

PATTERNS: Mapping[str, str] = {
    # What comes in at the bank and in the books; the list of that day shows it.
    "paid": "betaalt {factuur}",
    "paid_part": "betaalt {bedrag} op {factuur}",
    "paid_unseen": "betaling {bedrag} op {factuur} alleen in het logboek",
    "returned": "storno {factuur}",
    "credit_note": "creditnota {factuur} van {bedrag}",
    "credit_used": "creditnota {factuur} verrekend met {andere}",
    "master": "{kolom} wordt {tekst}",
    # What is typed on the Belijst of that day.
    "called": "Belijst {uitkomst}[ voor {dag}][ van {bedrag}]",
    # What is recorded with log add.
    "rang": "zelf gebeld {uitkomst}[ voor {dag}][ van {bedrag}]",
    "promise": "toezegging[ {factuur}][ van {bedrag}] voor {dag}",
    "plan": "regeling[ {factuur}] {termijnen}",
    "settlement": "schikking[ {factuur}] van {bedrag} voor {dag}",
    "dispute": "betwist {factuur}[ voor {bedrag}][, antwoord voor {dag}]",
    "dispute_closed": "betwisting {factuur} opgelost",
    "block": "blokkade[ {factuur}][ tot {dag}]",
    "unblock": "vrijgegeven[ {factuur}]",
    "step": "stap {fase} gedaan[ {factuur}]",
    "suspended": "opgeschort",
    "resumed": "hervat",
    # What is asked for by a command of its own.
    "letter": "brief {soort}[ {factuur}][ {termijnen}][ voor {dag}]",
    "handover": "overgedragen aan {ontvanger} {tekst}",
    "takes_back": "laatste gebeurtenis ingetrokken",
}

_GAPS = {
    "factuur": r"[A-Z]{1,2}\d+",
    "andere": r"[A-Z]{1,2}\d+",
    "bedrag": r"\d[\d.]*(?:,\d\d)?",
    "dag": r"\d\d-\d\d",
    "termijnen": r"\d+ x [\d.,]+ per \w+ vanaf \d\d-\d\d",
    "uitkomst": "|".join(OUTCOME_WORDS.values()),
    "kolom": "Telefoon|Adres|Postcode|Plaats|E-mail|Automatische incasso|Niet aanmanen tot",
    "ontvanger": "incassobureau|jurist",
    "fase": r"[a-z_]+",
    "soort": r"[a-z_]+",
    "tekst": r"[^:]+",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Happening:
    """One line of the script."""

    on: date
    debtor: str
    what: str
    """The name of its pattern."""
    gaps: Mapping[str, str] = field(default_factory=dict)
    note: str = ""
    line: str = ""

    @property
    def invoice(self) -> str:
        """The invoice number, or nothing for the whole debtor."""
        return self.gaps.get("factuur", "")

    @property
    def amount(self) -> Decimal | None:
        """Euro."""
        typed = self.gaps.get("bedrag")
        return amount_of(typed) if typed else None

    @property
    def day(self) -> date | None:
        """The day that was agreed."""
        typed = self.gaps.get("dag")
        return day_of(typed) if typed else None


def happening(line: str, debtor: str) -> Happening:
    """The line as a value.

    Raises:
        ValueError: when no pattern fits the line.
    """
    day, _, said = line.strip().partition(" ")
    told, _, note = said.strip().partition(": ")
    for name, pattern in _READ.items():
        if found := pattern.fullmatch(told):
            gaps = {gap: text for gap, text in found.groupdict().items() if text}
            return Happening(
                on=day_of(day), debtor=debtor, what=name, gaps=gaps, note=note, line=said.strip()
            )
    raise ValueError(line)


def day_of(typed: str) -> date:
    """A day of the year of the story, typed as 16-03."""
    day, month = typed.split("-")
    return date(YEAR, int(month), int(day))


def amount_of(typed: str) -> Decimal:
    """An amount as the Dutch write it."""
    return Decimal(typed.replace(".", "").replace(",", "."))


def _regex(pattern: str) -> re.Pattern[str]:
    text = re.escape(pattern).replace(r"\[", "(?:").replace(r"\]", ")?").replace(r"\ ", " ")
    return re.compile(re.sub(r"\\{(\w+)\\}", lambda gap: f"(?P<{gap[1]}>{_GAPS[gap[1]]})", text))


_READ = {name: _regex(pattern) for name, pattern in PATTERNS.items()}
