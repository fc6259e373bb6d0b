"""What the law adds to the decisions of a run, and what it keeps out of its letters."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date

from xl_dunning.rules.claims import starts, with_claims
from xl_dunning.rules.dates import add_days
from xl_dunning.rules.decide import asks_for, hold
from xl_dunning.rules.findings import Finding, error, warning
from xl_dunning.rules.ledger import OpenItem
from xl_dunning.rules.notices import Account
from xl_dunning.rules.owed import ClaimRules, knows_rate_on
from xl_dunning.rules.policy import Action, Charge
from xl_dunning.rules.prescribed import hold_prescribed
from xl_dunning.rules.proposal import Clock, Decision, Reason
from xl_dunning.rules.reasons import Case
from xl_dunning.rules.term_letters import letters_without_force


def claimed_under_law(
    decisions: Sequence[Decision],
    cases: Sequence[Case],
    *,
    credits_of: Mapping[Account, Sequence[OpenItem]],
    rules: ClaimRules,
    reference_date: date,
) -> tuple[list[Decision], tuple[Finding, ...]]:
    """The decisions with interest and costs, prescribed items held, and what to look into.

    On a day whose rate nobody knows yet no interest is counted, which an error tells, and a letter
    that would claim interest is held.
    """
    claimed = with_claims(
        decisions, cases, credits_of=credits_of, rules=rules, reference_date=reference_date
    )
    claimed, findings = hold_prescribed(claimed, cases, rules=rules, reference_date=reference_date)
    findings += letters_without_force(claimed, cases, rules=rules)
    held: list[Decision] = []
    unknown: list[date] = []
    for decision, case in zip(claimed, cases, strict=True):
        kind, since = case.debtor.kind, decision.owed.default_since
        known = knows_rate_on(reference_date, kind=kind, rules=rules)
        if since and known and not knows_rate_on(since, kind=kind, rules=rules):
            debtor, invoice = decision.item.key
            findings += (warning("INTEREST_TOO_OLD", debtor=debtor, invoice=invoice, since=since),)
        if last_day := _running_until(decision, case, rules=rules, day=reference_date):
            held.append(_wait(decision, last_day))
            continue
        charges = _charges(decision)
        if not known and (charges or since):
            unknown.append(min(table.known_until for table in rules.law.rates.values()))
        if charges and not known:
            held.append(hold(decision, Reason.BLOCKED, kind="rate", known_until=unknown[-1]))
        else:
            held.append(decision)
    if unknown:
        outdated = error("RATES_OUTDATED", day=reference_date, known_until=min(unknown))
        findings = (*findings, outdated)
    return held, findings


def _running_until(decision: Decision, case: Case, *, rules: ClaimRules, day: date) -> date | None:
    """The last day of a consumer's legal term, as long as it has not passed.

    A letter that was logged by hand names no day to pay: without this the next step could come
    before its term is over.
    """
    due_date = case.item.due_date
    if not decision.due_now or due_date is None:
        return None
    _, letter = starts(case, due_date, rules=rules, day=day)
    return letter.last_day if letter and letter.last_day >= day else None


def _wait(decision: Decision, last_day: date) -> Decision:
    earliest = add_days(last_day, 1 + decision.policy.correction_days)
    return replace(
        hold(
            decision,
            Reason.TOO_EARLY,
            earliest=earliest,
            clock=Clock.PAY_BY,
            previous=decision.stage.title if decision.stage else "",
            pay_by=last_day,
        ),
        earliest=earliest,
        clock=Clock.PAY_BY,
    )


def _charges(decision: Decision) -> bool:
    """Whether the letter that is due would claim interest or costs."""
    stage = decision.next_stage
    return (
        asks_for(decision, Action.LETTER) and stage is not None and stage.charge is not Charge.NONE
    )
