"""A policy (aanmaanbeleid) from a TOML table: every rule that makes it a possible one.

A reminder may not go out on or before the due date, so a letter starts at ``after = 1``; the phone
may ring on the due date itself. Stages stand in the order of their days. What can't work is an
error; what works, but perhaps not as the user hopes, is a warning.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import TypeAlias

from xl_dunning.rules.fields import Fields
from xl_dunning.rules.findings import Finding
from xl_dunning.rules.policy import (
    Action,
    Audience,
    Charge,
    DunningPolicy,
    Stage,
    SuspensionRule,
)

POLICY_KEYS = (
    "name",
    "title",
    "source",
    "minimum_amount",
    "minimum_interval",
    "correction_days",
    "confirm",
    "plan_grace",
    "suspend_after",
    "suspend_amount",
    "suspend_later",
    "suspend_notice",
)
STAGE_KEYS = (
    "key",
    "title",
    "action",
    "template",
    "after",
    "end_of_month",
    "wait",
    "pay_within",
    "for",
    "law",
    "without_term",
    "skip_after",
    "attempts",
    "attach_invoice",
    "charge",
    "colour",
)

Words: TypeAlias = Mapping[str, Mapping[str, str]]
"""Per key the words that may be typed, each with the value that it stands for."""

WORDS: Words = {
    "action": {action.value: action.value for action in Action},
    "for": {audience.value: audience.value for audience in Audience},
    "law": {"nl": "nl", "be": "be", "all": ""},
    "charge": {charge.value: charge.value for charge in Charge},
}

_KEY = re.compile(r"[\w-]+")
_TEMPLATE = re.compile(r"[\w-][\w -]*")
_COLOUR = re.compile(r"[0-9A-F]{6}")


def policy_from(
    data: Mapping[str, object], *, origin: str
) -> tuple[DunningPolicy | None, tuple[Finding, ...]]:
    """The policy that the table describes, and all that is wrong with it at once.

    Args:
        data: keys of design section 6; amounts as Decimal, the stages as a list under ``stage``.
        origin: how the user knows the table, mostly the name of its file.

    Returns:
        The policy, or None when there is an error; warnings come with a policy.
    """
    top = Fields(values={k: v for k, v in data.items() if k != "stage"}, origin=origin)
    tables = data.get("stage")
    listed = tables if isinstance(tables, list) else []
    stages = [
        Fields(values=table, origin=f"{origin}, {_named(table, number)}")
        for number, table in enumerate(listed, start=1)
        if isinstance(table, Mapping)
    ]
    if not stages or len(stages) < len(listed):
        top.error("POLICY_WITHOUT_STAGES", "stage")
    return read_policy(top, stages)


def read_policy(
    top: Fields, tables: Sequence[Fields], *, words: Words = WORDS
) -> tuple[DunningPolicy | None, tuple[Finding, ...]]:
    """The policy out of its own fields and those of each stage, whatever they were typed in."""
    top.refuse_unknown(POLICY_KEYS)
    top.refuse_missing(("name", "title"))
    minimum_interval, grace = top.whole("minimum_interval"), top.whole("plan_grace", most=60)
    stages = [(table, _stage(table, words)) for table in tables]
    policy = DunningPolicy(
        name=top.text("name"),
        title=top.text("title"),
        source=top.text("source"),
        stages=tuple(stage for _, stage in stages),
        minimum_amount=top.amount("minimum_amount"),
        minimum_interval=7 if minimum_interval is None else minimum_interval,
        correction_days=top.whole("correction_days", most=60) or 0,
        confirm=top.truth("confirm"),
        plan_grace=7 if grace is None else grace,
        suspension=_suspension(top),
    )
    # The order of stages is judged only among those that are sound in themselves.
    _judge_order([(table, stage) for table, stage in stages if not table.has_errors()])
    _refuse_doubled(tables)
    readers = (top, *tables)
    findings = tuple(finding for reader in readers for finding in reader.findings)
    return (None if any(reader.has_errors() for reader in readers) else policy), findings


def _suspension(top: Fields) -> SuspensionRule | None:
    """The rule for suspending; None without one."""
    after, later = top.whole("suspend_after", least=1), top.whole("suspend_later")
    amount, notice = top.amount("suspend_amount"), top.whole("suspend_notice", least=1, most=60)
    if after is None:
        if amount or later or notice:
            top.error("SUSPENSION_WITHOUT_DAYS", "suspend_after")
        return None
    return SuspensionRule(
        after=after,
        amount=amount,
        later_unpaid=later or 0,
        notice=7 if notice is None else notice,
    )


def _stage(table: Fields, words: Words) -> Stage:
    """One stage; where a field is wrong, its default stands in and an error tells."""
    table.refuse_unknown(STAGE_KEYS)
    table.refuse_missing(("key", "title", "action", "after"))
    action = Action(table.choice("action", words["action"], default=Action.CALL))
    is_letter = action is Action.LETTER
    key = table.text("key")
    if key and not _KEY.fullmatch(key):
        table.error("STAGE_KEY_SPELLING", "key", key=key)
    template = table.text("template")
    if template and not _TEMPLATE.fullmatch(template):
        table.error("STAGE_TEMPLATE_NAME", "template", template=template)
    if is_letter and not template:
        table.error("STAGE_WITHOUT_TEMPLATE", "template")
    after = table.whole("after")
    if is_letter and after == 0:
        table.error("STAGE_LETTER_TOO_EARLY", "after")
    skip_after = table.whole("skip_after") or 0
    if skip_after and action is not Action.CALL:
        table.error("STAGE_SKIP_NOT_CALL", "skip_after")
    attempts = table.whole("attempts", least=1, most=20)
    if attempts and action is not Action.CALL:
        table.error("STAGE_ATTEMPTS_NOT_CALL", "attempts")
    charge = Charge(table.choice("charge", words["charge"], default=Charge.NONE))
    pay_within = table.whole("pay_within", least=int(is_letter))
    return Stage(
        key=key,
        title=table.text("title"),
        action=action,
        after=after or 0,
        template=template,
        end_of_month=table.truth("end_of_month"),
        wait=table.whole("wait"),
        pay_within=14 if pay_within is None else pay_within,
        audience=Audience(table.choice("for", words["for"], default=Audience.ALL)),
        law=table.choice("law", words["law"], default=""),
        without_term=table.truth("without_term"),
        skip_after=skip_after,
        attempts=3 if attempts is None else attempts,
        attach_invoice=table.truth("attach_invoice"),
        charge=charge,
        colour=_colour(table),
    )


def _colour(table: Fields) -> str:
    typed = table.text("colour", default="FEEDDE")
    colour = typed.upper()
    if table.lenient and colour.isdigit():
        # A cell makes a number of 000000: the zeros in front are lost, the colour is not.
        colour = colour.zfill(6)
    if not _COLOUR.fullmatch(colour):
        table.error("STAGE_COLOUR", "colour", value=typed)
    return colour


def _refuse_doubled(tables: Sequence[Fields]) -> None:
    seen: set[str] = set()
    for table in tables:
        key = str(table.values.get("key") or "").strip()
        if key and key.lower() in seen:
            table.error("STAGE_DOUBLED", "key", key=key)
        seen.add(key.lower())


def _judge_order(stages: Sequence[tuple[Fields, Stage]]) -> None:
    """Each stage against those before it that the same debtor can pass."""
    for index, (table, stage) in enumerate(stages):
        earlier = [other for _, other in stages[:index] if _share_debtors(stage, other)]
        latest = max(earlier, key=lambda other: other.after, default=None)
        if latest is None and stage.wait is not None:
            table.error("STAGE_WAIT_ON_FIRST", "wait")
        if latest is not None and latest.after > stage.after:
            table.error(
                "STAGE_ORDER",
                "after",
                after=stage.after,
                other=latest.key,
                other_after=latest.after,
            )
        handed_over = [other.key for other in earlier if other.action is Action.HANDOVER]
        if handed_over and stage.action is Action.LETTER:
            table.warning("STAGE_LETTER_AFTER_HANDOVER", "action", other=handed_over[0])


def _share_debtors(stage: Stage, other: Stage) -> bool:
    if "" not in (stage.law, other.law) and stage.law != other.law:
        return False
    return Audience.ALL in (stage.audience, other.audience) or stage.audience is other.audience


def _named(table: Mapping[str, object], number: int) -> str:
    """How a stage is called in a sentence: its key, or its number when it has none."""
    key = table.get("key")
    return key.strip() if isinstance(key, str) and key.strip() else str(number)
