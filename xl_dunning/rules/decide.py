"""One decision per item: where it stands, what comes next, and why now or why not."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from datetime import date

from xl_dunning.rules.findings import Detail
from xl_dunning.rules.history import Holds, holds, payment_under_way
from xl_dunning.rules.money import ZERO
from xl_dunning.rules.policy import Action
from xl_dunning.rules.progress import Progress, progress
from xl_dunning.rules.proposal import Clock, Decision, Reason
from xl_dunning.rules.reasons import Case, Facts, first_reason
from xl_dunning.rules.staging import days_overdue, earliest

_OPEN_TO_ACCOUNT = (Reason.HISTORY_GAP, Reason.TOO_EARLY, Reason.LAST_STAGE, Reason.DUE)
_WITHOUT_A_DAY = (
    Reason.UNREADABLE,
    Reason.DUPLICATE_KEY,
    Reason.PAID,
    Reason.CREDIT_NOTE,
    Reason.DISPUTED,
    Reason.SKIPPED,
    Reason.HISTORY_GAP,
)


def decide(case: Case, *, reference_date: date) -> Decision:
    """The decision on one item as far as it can be made without looking at its neighbours."""
    item = case.item
    come = progress(case.stages, case.events)
    held = holds(item, case.events, reference_date=reference_date, judged=case.judged)
    day, clock = _earliest(case, come, held)
    reason, details = first_reason(
        Facts(
            case=case,
            progress=come,
            holds=held,
            under_way=payment_under_way(item, case.events),
            earliest=day,
            clock=clock,
            reference_date=reference_date,
        )
    )
    nobody_knows = reason in _WITHOUT_A_DAY or (reason is Reason.BLOCKED and _endless(case, held))
    return Decision(
        item=item,
        policy=case.policy,
        days_overdue=days_overdue(item.due_date, reference_date=reference_date)
        if item.due_date
        else 0,
        stage=case.stages[come.level - 1] if come.level else None,
        stage_number=come.level,
        stage_on=come.step_on,
        next_stage=case.stages[come.level] if _rises(case, come) else None,
        earliest=None if nobody_knows else day,
        clock=clock,
        reason=reason,
        details=details,
    )


def hold(decision: Decision, reason: Reason, **details: Detail) -> Decision:
    """The same decision, held back for a reason that its neighbours gave."""
    return replace(decision, reason=reason, details=details)


def dunnable(decisions: Iterable[Decision]) -> tuple[Decision, ...]:
    """The overdue items that nothing of their own holds back."""
    return tuple(decision for decision in decisions if decision.reason in _OPEN_TO_ACCOUNT)


def asks_for(decision: Decision, action: Action) -> bool:
    """Whether that action is to be taken for the item on the reference date."""
    stage = decision.next_stage
    return decision.due_now and stage is not None and stage.action is action


def _rises(case: Case, come: Progress) -> bool:
    """Whether there is a next step at all: the item is a claim and its last stage not reached."""
    amount = case.item.open
    return amount is not None and amount > ZERO and come.level < len(case.stages)


def _earliest(case: Case, come: Progress, held: Holds) -> tuple[date | None, Clock | None]:
    due_date = case.item.due_date
    if due_date is None or not _rises(case, come):
        return None, None
    return earliest(
        due_date=due_date,
        stages=case.stages,
        progress=come,
        policy=case.policy,
        hold_until=max(
            (until for until in (held.until, case.debtor.hold_until) if until), default=None
        ),
    )


def _endless(case: Case, held: Holds) -> bool:
    """Whether the block ends only when somebody lifts it."""
    return bool(held.handover or case.debtor.hold or (held.block and held.block.until is None))
