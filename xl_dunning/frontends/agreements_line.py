"""How the agreements with debtors stand, in one line of a report."""

from __future__ import annotations

from xl_dunning.frontends.messages_nl.agreements import SUMMARY
from xl_dunning.rules.agreements.states import AgreementState
from xl_dunning.rules.agreements.todo import TodoKind
from xl_dunning.rules.proposal import Proposal

_BROKEN = (TodoKind.PROMISE_BROKEN, TodoKind.SETTLEMENT_BROKEN, TodoKind.PLAN_BROKEN)


def agreements_line(proposal: Proposal) -> str:
    """How many of them were broken, are late or run; empty when there are none to tell of."""
    counts: dict[str, int] = {
        kind: len({todo.event for todo in proposal.todos if todo.kind is kind}) for kind in _BROKEN
    }
    counts[TodoKind.INSTALMENT_LATE] = sum(
        part.late
        for each in proposal.agreements
        if each.state is AgreementState.LATE
        for part in each.instalments
    )
    counts["running"] = sum(each.state is AgreementState.RUNNING for each in proposal.agreements)
    return ", ".join(
        f"{count} {SUMMARY[what][count > 1]}" for what, count in counts.items() if count
    )
