"""A policy as the rows of the sheet ``Beleid``: what ``policy_from_rows`` reads back."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from xl_dunning.rules.policy import Action, DunningPolicy, Stage
from xl_dunning.rules.policy_rows import DUTCH_WORDS, POLICY_HEADERS, STAGE_HEADERS

PolicyRow = Mapping[str, str | int | Decimal | None]

TABLE_HEADERS = (*STAGE_HEADERS.values(), *POLICY_HEADERS.values())
"""The columns from left to right: those of a stage, then those of the policy as a whole."""


def rows_of_policy(policy: DunningPolicy) -> tuple[PolicyRow, ...]:
    """Header to value, one row a stage; what holds for the whole policy stands on the first."""
    stages = [_stage(stage) for stage in policy.stages]
    return ({**stages[0], **_whole(policy)}, *stages[1:])


def dutch_words(key: str) -> tuple[str, ...]:
    """The Dutch words that may be typed for a field with fixed words, such as ``action``.

    >>> dutch_words("charge")
    ('geen', 'rente', 'rente+kosten')
    """
    first: dict[str, str] = {}
    for word, meaning in DUTCH_WORDS[key].items():
        first.setdefault(meaning, word)
    return tuple(first.values())


def _stage(stage: Stage) -> PolicyRow:
    is_call = stage.action is Action.CALL
    return {
        STAGE_HEADERS["key"]: stage.key,
        STAGE_HEADERS["title"]: stage.title,
        STAGE_HEADERS["action"]: _dutch("action", stage.action),
        STAGE_HEADERS["template"]: stage.template or None,
        STAGE_HEADERS["after"]: stage.after,
        STAGE_HEADERS["end_of_month"]: _yes_no(stage.end_of_month),
        STAGE_HEADERS["wait"]: stage.wait,
        STAGE_HEADERS["pay_within"]: stage.pay_within,
        STAGE_HEADERS["for"]: _dutch("for", stage.audience),
        STAGE_HEADERS["law"]: _dutch("law", stage.law),
        STAGE_HEADERS["without_term"]: _yes_no(stage.without_term),
        STAGE_HEADERS["skip_after"]: stage.skip_after if is_call else None,
        STAGE_HEADERS["attempts"]: stage.attempts if is_call else None,
        STAGE_HEADERS["attach_invoice"]: _yes_no(stage.attach_invoice),
        STAGE_HEADERS["charge"]: _dutch("charge", stage.charge),
        STAGE_HEADERS["colour"]: stage.colour,
    }


def _whole(policy: DunningPolicy) -> PolicyRow:
    rule = policy.suspension
    return {
        POLICY_HEADERS["name"]: policy.name,
        POLICY_HEADERS["title"]: policy.title,
        POLICY_HEADERS["source"]: policy.source or None,
        POLICY_HEADERS["minimum_amount"]: policy.minimum_amount,
        POLICY_HEADERS["minimum_interval"]: policy.minimum_interval,
        POLICY_HEADERS["correction_days"]: policy.correction_days,
        POLICY_HEADERS["confirm"]: _yes_no(policy.confirm),
        POLICY_HEADERS["plan_grace"]: policy.plan_grace,
        POLICY_HEADERS["suspend_after"]: rule.after if rule else None,
        POLICY_HEADERS["suspend_amount"]: rule.amount if rule else None,
        POLICY_HEADERS["suspend_later"]: rule.later_unpaid if rule else None,
        POLICY_HEADERS["suspend_notice"]: rule.notice if rule else None,
    }


def _dutch(key: str, meaning: str) -> str:
    return next(word for word, stands_for in DUTCH_WORDS[key].items() if stands_for == meaning)


def _yes_no(value: bool) -> str:  # noqa: FBT001 - a value and no switch
    return "ja" if value else "nee"
