"""What the tab shows after a button: counts on the labels, and what makes no sense now."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date

from xl_dunning.sheets.live import StateKey, StateValue

Labels = Mapping[StateKey, StateValue]


def work_state(*, letters: int, calls: int, last_run: date | None) -> Labels:
    """The labels for so many letters to make and rows on the Belijst."""
    return {
        ("xldLetters", "label"): f"Brieven ({letters})",
        ("xldLetters", "enabled"): letters > 0,
        ("xldLettersSelected", "enabled"): letters > 0,
        ("xldCalls", "label"): f"Belijst ({calls})",
        **run_state(last_run),
    }


def run_state(last_run: date | None) -> Labels:
    """What tells when the last run was, and whether there is one to take back."""
    when = f"{last_run:%d-%m-%Y}" if last_run else "nog geen"
    return {
        ("xldStatus", "label"): f"Laatste ronde: {when}",
        ("xldUndo", "enabled"): last_run is not None,
    }
