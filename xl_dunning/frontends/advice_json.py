"""Risk and advice in the ``--json`` object of a run; fields may be added, never renamed."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from xl_dunning.frontends.advice_text import advice_text, basis_text, terms_text, why_text
from xl_dunning.frontends.results import RunResult
from xl_dunning.rules.events import Outcome
from xl_dunning.rules.risk.advise import DebtorAdvice
from xl_dunning.rules.risk.attempts import StepKind
from xl_dunning.rules.risk.candidates import Candidate
from xl_dunning.rules.risk.chances import Chance
from xl_dunning.rules.risk.item_advice import ItemAdvice

JsonObject = dict[str, Any]
_DIGITS = 3
"""Decimals of a chance."""


def advice_json(result: RunResult) -> list[JsonObject]:
    """One object per debtor with open items, the highest score first.

    Chances lie between 0 and 1 and are about the fourteen days after a step; with ``low`` and
    ``high`` they hold eight out of ten. What is not known well enough is null.
    """
    return [_debtor(debtor, result) for debtor in result.advice.debtors]


def experience_json(result: RunResult) -> list[JsonObject]:
    """What each kind of step brought so far, calls by what came of them too."""
    learned = result.advice.learned
    helped: dict[tuple[StepKind, Outcome | None], list[float]] = defaultdict(list)
    for attempt in learned.attempts if learned else ():
        helped[attempt.step, attempt.outcome].append(attempt.helped)
    return [
        {
            "step": step,
            "outcome": outcome.value if outcome else None,
            "times": len(answers),
            "paid": round(sum(answers) / len(answers), _DIGITS),
        }
        for (step, outcome), answers in sorted(
            helped.items(), key=lambda entry: (entry[0][0], entry[0][1] or "")
        )
    ]


def _debtor(advice: DebtorAdvice, result: RunResult) -> JsonObject:
    score, habit, terms = advice.score, advice.habit, advice.terms
    return {
        "debtor": advice.debtor.number,
        "name": advice.debtor.name,
        "score": score.points if score else None,
        "level": score.level.value if score else None,
        "why": why_text(advice),
        "parts": {
            each.part.value: round(each.points, 1)
            for each in (score.contributions if score else ())
        },
        "thin": score.thin if score else True,
        "paid_invoices": habit.closed,
        "paid_late": habit.late,
        "days_late": None if habit.average is None else round(habit.average, 1),
        "terms": terms.change.value if terms else None,
        "terms_text": terms_text(advice) or None,
        "items": [_item(item, result) for item in advice.items],
    }


def _item(advice: ItemAdvice, result: RunResult) -> JsonObject:
    chance, expected = advice.chance, advice.pay_date
    return {
        "invoice": advice.decision.item.invoice,
        "reason": advice.reason.value,
        "step": _step(advice.step),
        "advice": advice_text(advice, result),
        "chance": _rounded(chance.mean) if chance else None,
        "low": _rounded(chance.low) if chance else None,
        "high": _rounded(chance.high) if chance else None,
        "times": chance.times if chance else None,
        "own_times": chance.own if chance else None,
        "other_step": _step(advice.other),
        "other_chance": _chance(advice.other_chance),
        "basis": basis_text(advice, result),
        "expected": _day(expected.expected) if expected else None,
        "expected_from": _day(expected.earliest) if expected else None,
        "expected_until": _day(expected.latest) if expected else None,
    }


def _step(candidate: Candidate | None) -> str | None:
    """The stage's key, or ``call`` for a call outside the policy."""
    if candidate is None:
        return None
    return candidate.stage.key if candidate.stage else candidate.step


def _chance(chance: Chance | None) -> float | None:
    return _rounded(chance.mean) if chance else None


def _rounded(share: float) -> float:
    return round(share, _DIGITS)


def _day(day: date | None) -> str | None:
    return day.isoformat() if day else None
