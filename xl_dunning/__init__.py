"""xl_dunning: debtor management (debiteurenbeheer) in Excel and Word.

The use cases as functions, the same that the command line runs:

    from datetime import date
    from pathlib import Path
    import xl_dunning as xld

    chosen = xld.ListOptions(file=Path("openstaand.xlsx"), settings=Path("bedrijf.toml"))
    result = xld.run(xld.RunOptions(list=chosen, as_of=date(2026, 11, 21)))
    for letter in result.letters:
        print(letter.file, letter.notice.total)

A use case that can't be done raises ``Refusal``; ``explain`` turns it into a Dutch sentence.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from xl_dunning.frontends.check import CheckResult, check
    from xl_dunning.frontends.hand_over import HandOverResult, hand_over
    from xl_dunning.frontends.logbook import Entry, add_event, list_events, undo
    from xl_dunning.frontends.messages_nl import refusal_text as explain
    from xl_dunning.frontends.options import HandOverOptions, ListOptions, RunOptions
    from xl_dunning.frontends.results import EventUndone, RunResult, UndoResult
    from xl_dunning.frontends.run import run
    from xl_dunning.frontends.undo_event import undo_event
    from xl_dunning.policies.loader import shipped_policies
    from xl_dunning.rules.events import Channel, Event, EventKind
    from xl_dunning.rules.findings import Finding, Refusal
    from xl_dunning.workflow.handover_claim import Recipient

__version__ = "0.1.0"

__all__ = [
    "Channel",
    "CheckResult",
    "Entry",
    "Event",
    "EventKind",
    "EventUndone",
    "Finding",
    "HandOverOptions",
    "HandOverResult",
    "ListOptions",
    "Recipient",
    "Refusal",
    "RunOptions",
    "RunResult",
    "UndoResult",
    "add_event",
    "check",
    "explain",
    "hand_over",
    "list_events",
    "run",
    "shipped_policies",
    "undo",
    "undo_event",
]

# Loaded on first use: a rule or a worksheet function must not pay for Word and a database.
_HOMES = {
    "Channel": "rules.events",
    "CheckResult": "frontends.check",
    "Entry": "frontends.logbook",
    "Event": "rules.events",
    "EventKind": "rules.events",
    "EventUndone": "frontends.results",
    "Finding": "rules.findings",
    "HandOverOptions": "frontends.options",
    "HandOverResult": "frontends.hand_over",
    "ListOptions": "frontends.options",
    "Recipient": "workflow.handover_claim",
    "Refusal": "rules.findings",
    "RunOptions": "frontends.options",
    "RunResult": "frontends.results",
    "UndoResult": "frontends.results",
    "add_event": "frontends.logbook",
    "check": "frontends.check",
    "explain": "frontends.messages_nl",
    "hand_over": "frontends.hand_over",
    "list_events": "frontends.logbook",
    "run": "frontends.run",
    "shipped_policies": "policies.loader",
    "undo": "frontends.logbook",
    "undo_event": "frontends.undo_event",
}
_OTHER_NAMES = {"explain": "refusal_text"}


def __getattr__(name: str) -> Any:  # noqa: ANN401 - each name has its own type, told above
    if name not in _HOMES:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    home = import_module(f"{__name__}.{_HOMES[name]}")
    return getattr(home, _OTHER_NAMES.get(name, name))
