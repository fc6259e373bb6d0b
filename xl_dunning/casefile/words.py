"""The Dutch words of the sheets for kinds of events, channels and outcomes, both ways."""

from __future__ import annotations

import re

from xl_dunning.rules.events import Channel, EventKind, Outcome

KIND_WORDS: dict[EventKind, str] = {
    EventKind.LETTER: "brief",
    EventKind.EMAIL: "e-mail",
    EventKind.CALL: "telefoon",
    EventKind.PROMISE: "toezegging",
    EventKind.PLAN: "regeling",
    EventKind.INSTALMENT: "termijn",
    EventKind.DISPUTE: "betwisting",
    EventKind.DISPUTE_CLOSED: "betwisting opgelost",
    EventKind.BLOCK: "blokkade",
    EventKind.UNBLOCK: "vrijgave",
    EventKind.SUSPENSION: "opschorting",
    EventKind.RESUME: "hervatting",
    EventKind.PAYMENT: "betaling",
    EventKind.CREDIT: "creditering",
    EventKind.SETTLEMENT: "schikking",
    EventKind.HANDOVER: "overdracht",
    EventKind.LEGAL: "juridisch",
    EventKind.INTERRUPTION: "stuiting",
    EventKind.VOID: "intrekking",
    EventKind.IMPORTED: "ingelezen",
    EventKind.PASSED_OVER: "overgeslagen",
}
CHANNEL_WORDS: dict[Channel, str] = {
    Channel.POST: "post",
    Channel.EMAIL: "e-mail",
    Channel.PHONE: "telefoon",
}
OUTCOME_WORDS: dict[Outcome, str] = {
    Outcome.REACHED: "bereikt",
    Outcome.NOT_REACHED: "niet bereikt",
    Outcome.VOICEMAIL: "voicemail",
    Outcome.WRONG_NUMBER: "verkeerd nummer",
    Outcome.NOT_RECEIVED: "factuur niet ontvangen",
    Outcome.DISPUTED: "betwist",
    Outcome.PROMISED: "toezegging",
    Outcome.PLAN_ASKED: "regeling gevraagd",
    Outcome.UNDER_WAY: "betaling onderweg",
}
NEEDS_END = frozenset({EventKind.PROMISE, EventKind.PLAN, EventKind.SETTLEMENT})
"""What holds letters back up to and including a day, and so means nothing without that day."""
NEEDS_AMOUNT = frozenset({EventKind.PAYMENT, EventKind.CREDIT})
"""What counts towards an invoice, and so means nothing without that invoice and an amount."""


def _bare(word: str) -> str:
    """The word without capitals, blanks and hyphens: ``E - Mail`` is ``email``."""
    return re.sub(r"[\s\-_‐‑–]+", "", word).casefold()


_KINDS = {_bare(word): kind for kind, word in KIND_WORDS.items()} | {
    _bare(kind.value): kind for kind in EventKind
}
_CHANNELS = {_bare(word): channel for channel, word in CHANNEL_WORDS.items()} | {
    _bare(channel.value): channel for channel in Channel
}
_OUTCOMES = {_bare(word): outcome for outcome, word in OUTCOME_WORDS.items()} | {
    _bare(outcome.value): outcome for outcome in Outcome
}


def kind_of(word: str) -> EventKind | None:
    """The kind of event that a Dutch or English word names, however it is spaced."""
    return _KINDS.get(_bare(word))


def channel_of(word: str) -> Channel | None:
    """The channel that a Dutch or English word names."""
    return _CHANNELS.get(_bare(word))


def outcome_of(word: str) -> Outcome | None:
    """The outcome of a call that a Dutch or English word names."""
    return _OUTCOMES.get(_bare(word))
