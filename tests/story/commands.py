"""What somebody types for a happening: the words of the command line."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tests.story.sentences import YEAR, Happening
from xl_dunning.casefile.words import OUTCOME_WORDS

_OUTCOMES = {word: outcome.value for outcome, word in OUTCOME_WORDS.items()}
_KINDS = {
    "rang": "call",
    "promise": "promise",
    "plan": "plan",
    "settlement": "settlement",
    "dispute": "dispute",
    "dispute_closed": "dispute-closed",
    "block": "block",
    "unblock": "unblock",
    "suspended": "suspension",
    "resumed": "resume",
    "paid_unseen": "payment",
}
_STEPS: Mapping[str, str] = {
    "opschorten": "suspension",
    "rechter": "legal",
    "incassobureau": "handover",
    "bellen": "call",
    "nabellen": "call",
    "terugbellen": "call",
}
"""The kind of event that carries a step out; of any other step it is a letter."""
_RECIPIENTS = {"incassobureau": "agency", "jurist": "lawyer"}


def log_words(each: Happening) -> list[str] | None:
    """The words after ``log add``; None when it is not recorded that way."""
    step = each.gaps.get("fase", "")
    kind = _STEPS.get(step, "letter") if step else _KINDS.get(each.what)
    if kind is None:
        return None
    words = [kind, "--debtor", each.debtor, "--date", each.on.isoformat()]
    words += _more(each)
    if step:
        words += ["--stage", step]
    if kind == "call":
        words += ["--channel", "phone"]
    if said := each.gaps.get("uitkomst"):
        words += ["--outcome", _OUTCOMES[said]]
    return words


def letter_words(each: Happening) -> list[str]:
    """The words after ``letter``, without the list and the settings."""
    return [
        each.gaps["soort"],
        "--debtor",
        each.debtor,
        "--as-of",
        each.on.isoformat(),
        *_more(each),
    ]


def handover_words(each: Happening) -> list[str]:
    """The words after ``handover``, without the list and the settings."""
    to = _RECIPIENTS[each.gaps["ontvanger"]]
    words = ["--debtor", each.debtor, "--as-of", each.on.isoformat(), "--to", to]
    return [*words, "--name", each.gaps["tekst"]]


def _more(each: Happening) -> Sequence[str]:
    words: list[str] = []
    if each.invoice:
        words += ["--invoice", each.invoice]
    if each.day:
        words += ["--until", each.day.isoformat()]
    if each.amount:
        words += ["--amount", str(each.amount)]
    if typed := each.gaps.get("termijnen"):
        words += ["--instalments", f"{typed}-{YEAR}"]
    if each.note:
        words += ["--note", each.note]
    return words
