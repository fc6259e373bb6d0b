"""What the law adds to the decisions of a run, and what it keeps out of its letters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date

from xl_dunning.rules.claims import with_claims
from xl_dunning.rules.decide import asks_for, hold
from xl_dunning.rules.findings import Finding, error
from xl_dunning.rules.ledger import OpenItem
from xl_dunning.rules.notices import Account
from xl_dunning.rules.owed import ClaimRules, knows_rate_on
from xl_dunning.rules.policy import Action, Charge
from xl_dunning.rules.prescribed import hold_prescribed
from xl_dunning.rules.proposal import Decision, Reason
from xl_dunning.rules.reasons import Case


def claimed_under_law(
    decisions: Sequence[Decision],
    cases: Sequence[Case],
    *,
    credits_of: Mapping[Account, Sequence[OpenItem]],
    rules: ClaimRules,
    reference_date: date,
) -> tuple[list[Decision], tuple[Finding, ...]]:
    """The decisions with interest and costs, prescribed items held, and what to look into.

    A letter that would claim interest is held on a day whose rate nobody knows yet.
    """
    claimed = with_claims(
        decisions, cases, credits_of=credits_of, rules=rules, reference_date=reference_date
    )
    claimed, findings = hold_prescribed(
        claimed, cases, law=rules.law, reference_date=reference_date
    )
    held: list[Decision] = []
    unknown: list[date] = []
    for decision, case in zip(claimed, cases, strict=True):
        kind = case.debtor.kind
        if not _charges(decision) or knows_rate_on(reference_date, kind=kind, rules=rules):
            held.append(decision)
            continue
        known_until = min(table.known_until for table in rules.law.rates.values())
        unknown.append(known_until)
        held.append(hold(decision, Reason.BLOCKED, kind="rate", known_until=known_until))
    if unknown:
        outdated = error("RATES_OUTDATED", day=reference_date, known_until=min(unknown))
        findings = (*findings, outdated)
    return held, findings


def _charges(decision: Decision) -> bool:
    """Whether the letter that is due would claim interest or costs."""
    stage = decision.next_stage
    return (
        asks_for(decision, Action.LETTER) and stage is not None and stage.charge is not Charge.NONE
    )
