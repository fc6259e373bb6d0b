"""The result columns beside the list, and the colours of the stages."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
from decimal import Decimal

from xl_dunning.frontends.explain import done_text, reason_text
from xl_dunning.frontends.messages_nl.reasons import ACTIONS, TODO
from xl_dunning.frontends.results import RunResult
from xl_dunning.rules.policy import Action, DunningPolicy
from xl_dunning.rules.proposal import Decision, Reason
from xl_dunning.sheets.marking import (
    DATE_FORMAT,
    HELD_FILL,
    LIVE_COLUMN,
    MONEY_FORMAT,
    Highlight,
    MarkValue,
    ResultColumn,
    ink,
)

RESULT_COLUMNS = (
    ResultColumn(key=LIVE_COLUMN, header="Dagen te laat", values={}, format="0", width=9),
    ResultColumn(key="fase", header="Fase", values={}, width=30),
    ResultColumn(key="actie", header="Actie", values={}, width=22),
    ResultColumn(key="actie_vanaf", header="Actie vanaf", values={}, format=DATE_FORMAT, width=12),
    ResultColumn(key="reden", header="Reden", values={}, width=90),
    ResultColumn(key="rente", header="Rente", values={}, format=MONEY_FORMAT, width=11),
    ResultColumn(
        key="incassokosten", header="Incassokosten", values={}, format=MONEY_FORMAT, width=13
    ),
    ResultColumn(key="te_vorderen", header="Te vorderen", values={}, format=MONEY_FORMAT, width=13),
)
"""The result columns in their order, still without values."""


def result_columns(result: RunResult) -> tuple[ResultColumn, ...]:
    """What is to be done with each item and why, and what may be claimed, after the run."""
    value_of: Mapping[str, Callable[[Decision], MarkValue]] = {
        LIVE_COLUMN: lambda decision: decision.days_overdue,
        "fase": lambda decision: stage_text(decision, result),
        "actie": lambda decision: action_text(decision, result),
        "actie_vanaf": lambda decision: (
            result.reference_date if result.carried_out(decision) else decision.earliest
        ),
        "reden": lambda decision: why_text(decision, result),
        "rente": lambda decision: decision.owed.interest,
        "incassokosten": lambda decision: decision.owed.costs,
        "te_vorderen": _claimed,
    }
    return tuple(
        replace(
            column,
            values={
                result.reading.rows[decision.item.ref]: value_of[column.key](decision)
                for decision in result.proposal.decisions
            },
        )
        for column in RESULT_COLUMNS
    )


def _claimed(decision: Decision) -> Decimal | None:
    """Principal, interest and costs together; empty when the amount could not be read."""
    if decision.item.open is None:
        return None
    return decision.item.open + decision.owed.interest + decision.owed.costs


def stage_text(decision: Decision, result: RunResult) -> str:
    """The last step carried out, this run's included; empty when there was none."""
    stage = decision.next_stage if result.carried_out(decision) else decision.stage
    return stage.title if stage else ""


def action_text(decision: Decision, result: RunResult) -> str:
    """What the user has to do with the item now."""
    if decision.item.ref in result.notice_of:
        return "Brief versturen"
    if decision.item.ref in result.passed_over:
        return TODO[Reason.TOO_EARLY]
    stage = decision.next_stage
    if not decision.due_now or stage is None:
        return TODO[decision.reason]
    if stage.action is Action.LETTER:
        return f"{ACTIONS[stage.action]}: {stage.title}"
    return ACTIONS[stage.action]


def why_text(decision: Decision, result: RunResult) -> str:
    """Waarom nu, waarom niet; or what this run did."""
    notice = result.notice_of.get(decision.item.ref)
    if notice or decision.item.ref in result.passed_over:
        return done_text(
            decision, on=result.reference_date, pay_by=notice.pay_by if notice else None
        )
    return reason_text(decision)


def highlights(policies: Iterable[DunningPolicy]) -> tuple[Highlight, ...]:
    """One fill per stage of the policies in use, and grey for what is blocked or disputed."""
    colours: dict[str, str] = {}
    for policy in policies:
        for stage in policy.stages:
            colours.setdefault(stage.title, stage.colour)
    grey = tuple(
        Highlight(key="actie", word=TODO[reason], fill=HELD_FILL)
        for reason in (Reason.BLOCKED, Reason.DISPUTED)
    )
    return grey + tuple(
        Highlight(key="fase", word=title, fill=colour, ink=ink(colour))
        for title, colour in colours.items()
    )
