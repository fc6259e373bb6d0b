"""Waarom nu, waarom niet: the reason of an item in one or two plain Dutch sentences."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date

from xl_dunning.frontends.messages_nl import shown
from xl_dunning.frontends.messages_nl.reasons import REASONS
from xl_dunning.rules.findings import Detail
from xl_dunning.rules.policy import Action
from xl_dunning.rules.proposal import Decision, Reason
from xl_dunning.rules.reasons import Details


def reason_text(decision: Decision) -> str:
    """The reason with its deciding date and rule, then the user's own note when there is one."""
    stage = decision.next_stage
    text = _fill(_variant(decision), {"stage": stage.title if stage else "", **decision.details})
    if decision.item.set_aside and decision.reason is not Reason.PAID:
        text = f"{text} {_fill('SET_ASIDE', {'amount': decision.item.set_aside})}"
    note = decision.details.get("note")
    return f"{text} Notitie: {note}" if note else text


def done_text(decision: Decision, *, on: date, pay_by: date | None) -> str:
    """What this run did for the item: a letter with its pay-by date, or a call passed over."""
    stage = decision.next_stage
    key = "ISSUED" if pay_by else "PASSED_OVER"
    if stage and stage.action is Action.SUSPEND:
        key = "PASSED_OVER.suspend"
    return _fill(key, {"stage": stage.title if stage else "", "on": on, "pay_by": pay_by})


def _fill(key: str, details: dict[str, Detail]) -> str:
    return REASONS[key].format_map({name: shown(value) for name, value in details.items()})


def _variant(decision: Decision) -> str:
    """Which of the sentences of a reason fits its details."""
    reason = decision.reason
    suffix = _SUFFIX[reason](decision.details) if reason in _SUFFIX else ""
    return f"{reason}.{suffix}" if suffix else reason.value


def _clock(details: Details) -> str:
    kind = details.get("kind")
    return f"{details['clock']}.{kind}" if kind else str(details["clock"])


def _blocked(details: Details) -> str:
    kind = str(details["kind"])
    endless = kind in ("block", "debtor") and details["until"] is None
    return f"{kind}.endless" if endless else kind


def _paid(details: Details) -> str:
    return next((name for name in ("settled", "logged") if details.get(name)), "")


def _kind(details: Details) -> str:
    return str(details.get("kind") or "")


_SUFFIX: Mapping[Reason, Callable[[Details], str]] = {
    Reason.DUE: lambda details: str(details.get("broken_kind") or ""),
    Reason.TOO_EARLY: _clock,
    Reason.BLOCKED: _blocked,
    Reason.PAID: _paid,
    Reason.PROMISE_RUNNING: _kind,
    Reason.PLAN_RUNNING: _kind,
    Reason.UNREADABLE: lambda details: "policy" if details.get("policy") else "",
    Reason.DISPUTED: lambda details: "logged" if details.get("on") else "",
}
"""What follows the code of a reason in the name of its sentence, by its details."""
