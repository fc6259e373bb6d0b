"""Waarom nu, waarom niet: the reason of an item in one or two plain Dutch sentences."""

from __future__ import annotations

from datetime import date

from xl_dunning.frontends.messages_nl import shown
from xl_dunning.frontends.messages_nl.reasons import REASONS
from xl_dunning.rules.findings import Detail
from xl_dunning.rules.proposal import Decision, Reason


def reason_text(decision: Decision) -> str:
    """The reason with its deciding date and rule, then the user's own note when there is one."""
    stage = decision.next_stage
    text = _fill(_variant(decision), {"stage": stage.title if stage else "", **decision.details})
    note = decision.details.get("note")
    return f"{text} Notitie: {note}" if note else text


def done_text(decision: Decision, *, on: date, pay_by: date | None) -> str:
    """What this run did for the item: a letter with its pay-by date, or a call passed over."""
    stage = decision.next_stage
    key = "ISSUED" if pay_by else "PASSED_OVER"
    return _fill(key, {"stage": stage.title if stage else "", "on": on, "pay_by": pay_by})


def _fill(key: str, details: dict[str, Detail]) -> str:
    return REASONS[key].format_map({name: shown(value) for name, value in details.items()})


def _variant(decision: Decision) -> str:
    """Which of the sentences of a reason fits its details."""
    reason, details = decision.reason, decision.details
    if reason is Reason.TOO_EARLY:
        return f"{reason}.{details['clock']}"
    if reason is Reason.BLOCKED:
        kind = details["kind"]
        endless = kind in ("block", "debtor") and details["until"] is None
        return f"{reason}.{kind}.endless" if endless else f"{reason}.{kind}"
    if reason is Reason.UNREADABLE and details.get("policy"):
        return f"{reason}.policy"
    if reason is Reason.PAID and details.get("logged"):
        return f"{reason}.logged"
    if reason is Reason.DISPUTED and details.get("on"):
        return f"{reason}.logged"
    return reason.value
