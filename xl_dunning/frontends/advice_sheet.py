"""The sheet Advies: per debtor a score with its reasons, what to expect, and what may help."""

from __future__ import annotations

from datetime import date

from xl_dunning.frontends.advice_text import (
    advice_text,
    basis_text,
    chance_text,
    everyone_text,
    range_text,
    steps_text,
    terms_text,
    why_text,
)
from xl_dunning.frontends.messages_nl.advice import EVERYONE, LEVELS
from xl_dunning.frontends.results import RunResult
from xl_dunning.rules.proposal import Reason
from xl_dunning.rules.risk.advise import DebtorAdvice
from xl_dunning.rules.risk.chances import is_enough
from xl_dunning.rules.risk.habits import whole_days
from xl_dunning.rules.risk.item_advice import AdviceReason, ItemAdvice
from xl_dunning.sheets.marking import MarkValue, OwnSheet, SheetColumn

COLUMNS = (
    SheetColumn(header="Debiteur", width=12),
    SheetColumn(header="Naam", width=30),
    SheetColumn(header="Score", width=8, format="0"),
    SheetColumn(header="Betaalrisico", width=13),
    SheetColumn(header="Waarom", width=44),
    SheetColumn(header="Gemiddeld dagen te laat", width=13, format="0"),
    SheetColumn(header="Factuur", width=15),
    SheetColumn(header="Verwachte betaaldatum", width=15, format="dd-mm-yyyy"),
    SheetColumn(header="Meestal tussen", width=25),
    SheetColumn(header="Advies", width=30),
    SheetColumn(header="Kans", width=15),
    SheetColumn(header="Gebaseerd op", width=40),
    SheetColumn(header="Betalingstermijn", width=36),
)
ADVICE_HEADERS = tuple(column.header for column in COLUMNS)
"""What we put in the first row of the sheet."""


def advice_sheet(result: RunResult) -> OwnSheet:
    """First all debtors together, then each debtor with open items, the highest score first.

    As long as nothing is known of anybody there is only the first row, which says so.
    """
    learned = result.advice.learned
    known = learned is not None and (
        learned.everyone.closed or any(is_enough(each) for each in learned.experience.values())
    )
    debtors = result.advice.debtors if known else ()
    return OwnSheet(
        name="Advies",
        title="Advies (schattingen uit uw eigen administratie; u beslist)",
        columns=COLUMNS,
        rows=(_everyone(result), *(_row(debtor, result) for debtor in debtors)),
    )


def stage_titles(result: RunResult) -> dict[str, str]:
    """The titles of all stages of the policies in use, by key."""
    policies = {decision.policy.name: decision.policy for decision in result.proposal.decisions}
    return {stage.key: stage.title for policy in policies.values() for stage in policy.stages}


def _everyone(result: RunResult) -> tuple[MarkValue, ...]:
    learned = result.advice.learned
    average = learned.everyone.average if learned else None
    return (
        None,
        EVERYONE["NAME"],
        None,
        None,
        everyone_text(learned),
        None if average is None else whole_days(average),
        None,
        None,
        None,
        None,
        None,
        steps_text(learned, stage_titles(result)),
        None,
    )


def _row(advice: DebtorAdvice, result: RunResult) -> tuple[MarkValue, ...]:
    score, average = advice.score, advice.habit.average
    item = min(advice.items, key=_urgency)
    expected = item.pay_date
    return (
        advice.debtor.number,
        advice.debtor.name,
        score.points if score else None,
        LEVELS[score.level] if score else None,
        why_text(advice),
        None if average is None else whole_days(average),
        item.decision.item.invoice,
        expected.expected if expected else None,
        range_text(expected),
        advice_text(item, result),
        chance_text(item.chance),
        basis_text(item, result),
        terms_text(advice),
    )


def _urgency(advice: ItemAdvice) -> tuple[int, date]:
    """Of a debtor's items the one to speak about: one with a step to take, then the oldest."""
    decision = advice.decision
    if advice.step:
        rank = 0
    elif decision.reason is Reason.TOO_EARLY or advice.reason is AdviceReason.DECIDE:
        rank = 1
    else:
        rank = 3 if advice.reason is AdviceReason.NOT_DUE else 2
    return rank, decision.item.due_date or date.max
