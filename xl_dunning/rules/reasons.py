"""The reasons of an item by itself, in their fixed order: the first one that holds is shown.

Reasons that depend on the debtor's other items (net credit, direct debit, minimum) are given
afterwards to the items that got one of the last four here; see ``accounts``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import TypeAlias

from xl_dunning.rules.agreements.calls import failed
from xl_dunning.rules.agreements.states import AgreementState, Judgement
from xl_dunning.rules.events import Event, EventKind, Outcome
from xl_dunning.rules.findings import Detail
from xl_dunning.rules.history import Holds
from xl_dunning.rules.ledger import Debtor, OpenItem
from xl_dunning.rules.money import ZERO, Euro
from xl_dunning.rules.policy import Action, DunningPolicy, Stage
from xl_dunning.rules.progress import Progress
from xl_dunning.rules.proposal import Clock, Reason

Details: TypeAlias = Mapping[str, Detail]


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """One item with all that bears on it: the input of a decision."""

    item: OpenItem
    debtor: Debtor
    policy: DunningPolicy
    stages: tuple[Stage, ...]
    """The stages that apply to this debtor, in order."""
    events: tuple[Event, ...]
    """Standing events that concern this item, oldest first."""
    doubled: bool
    judged: Mapping[str, Judgement] = field(default_factory=dict)
    """Event id to how each promise, plan and settlement of the log stands."""
    unknown_policy: str = ""
    """The policy that the debtor names and that does not exist."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Facts:
    """A case on a day, with what follows from its events."""

    case: Case
    progress: Progress
    holds: Holds
    under_way: Euro
    """Payments in the log that the list does not show yet."""
    earliest: date | None
    clock: Clock | None
    reference_date: date

    @property
    def previous(self) -> str:
        """Title of the last step carried out; empty when there was none."""
        level = self.progress.level
        return self.case.stages[level - 1].title if level else ""


Check: TypeAlias = Callable[[Facts], Details | None]


def first_reason(facts: Facts) -> tuple[Reason, Details]:
    """The first reason that holds, with what its sentence needs; DUE when none does."""
    for reason, check in _ORDER:
        details = check(facts)
        if details is not None:
            return reason, details
    return Reason.DUE, {"since": facts.earliest, **_after_broken(facts)}


def _after_broken(facts: Facts) -> Details:
    """The promise or plan that was not kept, when no step has followed it yet."""
    broken, step_on = facts.holds.broken, facts.progress.step_on
    if broken is None or (step_on and step_on > broken.holds_until):
        return {}
    return {
        "broken": broken.until,
        "broken_kind": _kind_of(broken) or "promise",
        "broken_on": broken.event.on,
        "paid": broken.paid,
    }


def _kind_of(agreed: Judgement) -> str:
    """What kind of agreement it is, when it is no plain promise."""
    event = agreed.event
    if event.kind is EventKind.PLAN:
        return "plan"
    if event.kind is EventKind.SETTLEMENT and event.amount:
        return "settlement"
    return "under_way" if event.outcome is Outcome.UNDER_WAY else ""


def _unreadable(facts: Facts) -> Details | None:
    item, wrong_policy = facts.case.item, facts.case.unknown_policy
    unknown = item.unreadable or item.open is None
    # A credit needs no due date: it is settled, never dunned.
    undated = item.due_date is None and item.open is not None and item.open > ZERO
    return {"policy": wrong_policy} if unknown or undated or wrong_policy else None


def _doubled(facts: Facts) -> Details | None:
    return {} if facts.case.doubled else None


def _paid(facts: Facts) -> Details | None:
    amount = facts.case.item.open or ZERO
    if amount == ZERO:
        return {"logged": None}
    if amount < ZERO:
        return None
    if settled := facts.holds.settled:
        return {"logged": None, "settled": settled.event.amount}
    return {"logged": facts.under_way} if facts.under_way >= amount else None


def _credit_note(facts: Facts) -> Details | None:
    return {} if (facts.case.item.open or ZERO) < ZERO else None


def _not_due(facts: Facts) -> Details | None:
    """Up to and including the due date, unless a stage asks for a call on that day already."""
    due_date, today = facts.case.item.due_date, facts.reference_date
    if due_date is None or today > due_date:
        return None
    ripe = facts.earliest is not None and facts.earliest <= due_date and facts.earliest <= today
    return None if ripe else {"due_date": due_date}


def _disputed(facts: Facts) -> Details | None:
    dispute = facts.holds.dispute
    if dispute:
        return {"on": dispute.on, "note": _noted(dispute)}
    return {"on": None, "note": ""} if facts.case.item.disputed else None


def _blocked(facts: Facts) -> Details | None:
    held, debtor = facts.holds, facts.case.debtor
    if held.handover and not _goes_on(facts):
        return {"kind": held.handover.kind.value, "on": held.handover.on}
    if held.block:
        return {"kind": "block", "until": held.block.until, "note": _noted(held.block)}
    if debtor.hold:
        return {"kind": "debtor", "until": None, "note": debtor.hold_reason}
    if debtor.hold_until and facts.reference_date <= debtor.hold_until:
        return {"kind": "debtor", "until": debtor.hold_until, "note": debtor.hold_reason}
    return {"kind": "payment", "amount": facts.under_way} if facts.under_way else None


def _goes_on(facts: Facts) -> bool:
    """Whether a handover was a step of the policy, after which only the court can come.

    Then the item shows that step, or that it was the last one. A letter after it never goes out.
    """
    handover, following = facts.holds.handover, facts.case.stages[facts.progress.level :]
    last = not following or following[0].action in (Action.HANDOVER, Action.LEGAL)
    return bool(handover and handover.stage) and last


def _skipped(facts: Facts) -> Details | None:
    item = facts.case.item
    return {"note": item.skip_reason} if item.skipped else None


def _promise_running(facts: Facts) -> Details | None:
    promise = facts.holds.promise
    if promise is None:
        return None
    event, broken = promise.event, facts.holds.broken
    details: dict[str, Detail] = {"until": promise.until, "amount": event.amount, "on": event.on}
    if facts.reference_date > promise.until:
        return {**details, "kind": "bank", "last": promise.holds_until}
    kind = _kind_of(promise)
    if not kind and broken and broken.event.kind is not EventKind.PLAN:
        return {**details, "kind": "again", "broken": broken.until}
    return {**details, "kind": kind} if kind else details


def _plan_running(facts: Facts) -> Details | None:
    plan, asked = facts.holds.plan, facts.holds.plan_asked
    if plan is None:
        if asked is None:
            return None
        wish = asked.outcome is Outcome.PLAN_ASKED
        return {
            "kind": "asked" if wish else "proposed",
            "on": asked.on,
            "until": facts.holds.answer_until,
        }
    details: dict[str, Detail] = {"until": plan.until, "on": plan.event.on}
    unpaid = next((part for part in plan.instalments if part.left), None)
    if unpaid is None:
        return details
    details |= {
        "kind": "late" if plan.state is AgreementState.LATE else "instalments",
        "paid": plan.paid,
        "amount": plan.promised,
        "number": unpaid.number,
        "due_on": unpaid.due_on,
        "left": unpaid.left,
        "last": plan.holds_until,
    }
    return details


def _history_gap(facts: Facts) -> Details | None:
    misfit = facts.progress.misfit
    return None if misfit is None else {"stage": misfit.stage, "on": misfit.on}


def _too_early(facts: Facts) -> Details | None:
    day, come = facts.earliest, facts.progress
    if day is None or facts.reference_date >= day:
        return None
    details: dict[str, Detail] = {"earliest": day, "clock": facts.clock}
    if facts.clock is Clock.DUE_DATE:
        details["due_date"] = facts.case.item.due_date
    elif facts.clock is Clock.PREVIOUS_STEP:
        details |= {"previous": facts.previous, "on": come.step_on}
    elif facts.clock is Clock.PAY_BY:
        details |= {"previous": facts.previous, "pay_by": come.pay_by}
    elif facts.clock is Clock.CALL_BACK and come.call_back:
        most = facts.case.stages[come.level].attempts
        details |= {"on": come.call_back.on, "attempts": come.attempts, "most": most}
        details["kind"] = "again" if failed(come.call_back) else "asked"
    return details


def _last_stage(facts: Facts) -> Details | None:
    if facts.progress.level < len(facts.case.stages):
        return None
    return {"previous": facts.previous, "on": facts.progress.step_on}


def _noted(event: Event) -> str:
    """What was noted with the event, and who did so."""
    return " ".join(part for part in (event.note, f"({event.by})" if event.by else "") if part)


_ORDER: tuple[tuple[Reason, Check], ...] = (
    (Reason.UNREADABLE, _unreadable),
    (Reason.DUPLICATE_KEY, _doubled),
    (Reason.PAID, _paid),
    (Reason.CREDIT_NOTE, _credit_note),
    (Reason.NOT_DUE, _not_due),
    (Reason.DISPUTED, _disputed),
    (Reason.BLOCKED, _blocked),
    (Reason.SKIPPED, _skipped),
    (Reason.PROMISE_RUNNING, _promise_running),
    (Reason.PLAN_RUNNING, _plan_running),
    (Reason.HISTORY_GAP, _history_gap),
    (Reason.TOO_EARLY, _too_early),
    (Reason.LAST_STAGE, _last_stage),
)
