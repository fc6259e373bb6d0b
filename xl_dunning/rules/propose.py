"""The proposal: what a run would do with a list on a day, and why for every single item.

Pure: the same list, log, policies and day give the same proposal, in a dry run and in the real
one. The order of the rows in the list does not matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from xl_dunning.rules.accounts import credits_by_account, settle_accounts
from xl_dunning.rules.agreements.attention import attention
from xl_dunning.rules.agreements.followups import follow_ups, held_by_letters
from xl_dunning.rules.agreements.occasions import occasions
from xl_dunning.rules.agreements.suspension import not_to_suspend, suspensions, wait_for_notice
from xl_dunning.rules.agreements.worklist import todos
from xl_dunning.rules.cases import cases_of, judgements
from xl_dunning.rules.dates import add_days
from xl_dunning.rules.decide import asks_for, decide, hold
from xl_dunning.rules.events import Event, standing
from xl_dunning.rules.findings import Finding, error, warning
from xl_dunning.rules.imported import imported_events
from xl_dunning.rules.lawful import keep_lawful
from xl_dunning.rules.ledger import Ledger, withheld
from xl_dunning.rules.money import ZERO, Euro
from xl_dunning.rules.notices import notices
from xl_dunning.rules.policy import Action, DunningPolicy
from xl_dunning.rules.proposal import Clock, Decision, Notice, Proposal, Reason
from xl_dunning.rules.reasons import Case
from xl_dunning.rules.risk.observations import Observation
from xl_dunning.rules.small_instalments import small_instalments
from xl_dunning.rules.terms import Terms
from xl_dunning.rules.under_law import claimed_under_law


def propose(
    ledger: Ledger,
    events: Iterable[Event],
    *,
    reference_date: date,
    terms: Terms,
    earlier_runs: Sequence[date] = (),
    observations: Sequence[Observation] = (),
) -> Proposal:
    """The proposal for the reference date.

    ``events`` is the whole log, void events included. ``earlier_runs`` are the days on which
    runs were carried out: a call is passed over only after a run has put it on the call list.
    ``observations`` is what they saw in the list; it judges promises and plans.
    """
    recorded = tuple(events)
    log = standing(recorded)
    judged = judgements(
        ledger,
        log,
        terms=terms,
        reference_date=reference_date,
        observations=observations,
        earlier_runs=earlier_runs,
    )

    def policy_of(debtor: str) -> DunningPolicy:
        return terms.named_by(ledger.debtor(debtor)) or terms.policy

    known = cases_of(ledger, log, terms=terms, judged=judged)
    imported, findings = imported_events(known, reference_date=reference_date)
    certain = withheld(ledger, findings)
    log = standing((*recorded, *imported))
    cases = cases_of(certain, log, terms=terms, judged=judged) if imported or findings else known
    credits_of = credits_by_account(cases)
    decisions = settle_accounts(
        [decide(case, reference_date=reference_date) for case in cases],
        credits_of,
        ledger=ledger,
        minimum_amount=terms.minimum_amount,
        address_required=terms.address_required,
    )
    doubts: tuple[Finding, ...] = ()
    if terms.claims:
        decisions, doubts = claimed_under_law(
            decisions,
            cases,
            credits_of=credits_of,
            rules=terms.claims,
            reference_date=reference_date,
        )
    suspended = suspensions(decisions, log, credits_of=credits_of, reference_date=reference_date)
    side, not_made = follow_ups(
        occasions(
            log, (*judged.values(),), suspended, policy_of=policy_of, reference_date=reference_date
        ),
        decisions,
        ledger=ledger,
        credits_of=credits_of,
        policy_of=policy_of,
        address_required=terms.address_required,
        reference_date=reference_date,
        is_working_day=terms.is_working_day,
    )
    decisions = wait_for_notice(
        _postponed(decisions, side), suspended, reference_date=reference_date
    )
    letters = notices(
        decisions,
        ledger=ledger,
        credits_of=credits_of,
        reference_date=reference_date,
        is_working_day=terms.is_working_day,
    )
    letters += side
    if terms.claims:
        letters, decisions, unlawful = keep_lawful(
            letters,
            decisions,
            rules=terms.claims,
            creditor=terms.creditor,
            reference_date=reference_date,
        )
        doubts += unlawful
        doubts += small_instalments(
            letters, decisions, cases, log, rules=terms.claims, reference_date=reference_date
        )
    passed_over = tuple(
        decision
        for decision in decisions
        if _was_passed_over(decision, reference_date=reference_date, earlier_runs=earlier_runs)
    ) + not_to_suspend(decisions, suspended)
    return Proposal(
        reference_date=reference_date,
        decisions=tuple(decisions),
        notices=letters,
        calls=_calls(decisions, passed_over),
        passed_over=passed_over,
        agreements=tuple(judged.values()),
        suspensions=suspended,
        todos=todos(
            decisions, log, tuple(judged.values()), suspended, reference_date=reference_date
        ),
        imported=imported,
        findings=(
            *findings,
            *doubts,
            *not_made,
            *_findings(cases, decisions, passed_over),
            *attention(cases, decisions, log, judged.values(), reference_date=reference_date),
        ),
    )


def _was_passed_over(
    decision: Decision, *, reference_date: date, earlier_runs: Sequence[date]
) -> bool:
    """Whether a call stood on the call list longer than its stage allows."""
    stage, since = decision.next_stage, decision.earliest
    if stage is None or since is None or not stage.skip_after:
        return False
    if not asks_for(decision, Action.CALL):
        return False
    listed_on = min((day for day in earlier_runs if day >= since), default=reference_date)
    return (reference_date - listed_on).days > stage.skip_after


def _postponed(decisions: Sequence[Decision], side: Iterable[Notice]) -> list[Decision]:
    """The decisions, those held whose debtor gets another letter today with a day of its own."""
    letters = held_by_letters(decisions, side)
    held: list[Decision] = []
    for decision in decisions:
        notice = letters.get(decision.item.ref)
        if notice is None:
            held.append(decision)
            continue
        earliest = add_days(notice.pay_by, 1 + decision.policy.correction_days)
        waits = hold(
            decision,
            Reason.TOO_EARLY,
            earliest=earliest,
            clock=Clock.FOLLOW_UP,
            letter=notice.stage.title,
        )
        held.append(replace(waits, earliest=earliest, clock=Clock.FOLLOW_UP))
    return held


def _calls(decisions: Iterable[Decision], passed_over: Sequence[Decision]) -> tuple[Decision, ...]:
    """Items due for a call, those of the debtor with most at stake first."""
    lapsed = {decision.item.ref for decision in passed_over}
    calls = [
        decision
        for decision in decisions
        if asks_for(decision, Action.CALL) and decision.item.ref not in lapsed
    ]
    at_stake: dict[str, Euro] = defaultdict(lambda: ZERO)
    for decision in calls:
        at_stake[decision.item.debtor] += decision.item.open or ZERO
    return tuple(
        sorted(
            calls,
            key=lambda decision: (
                -at_stake[decision.item.debtor],
                decision.item.debtor,
                decision.item.due_date or date.max,
                decision.item.invoice,
            ),
        )
    )


def _findings(
    cases: Sequence[Case], decisions: Sequence[Decision], passed_over: Sequence[Decision]
) -> tuple[Finding, ...]:
    """What the user must look into before the run can do more."""
    found: dict[tuple[str, str, str], Finding] = {}
    for case in cases:
        if case.unknown_policy:
            number = case.debtor.number
            found["POLICY", number, ""] = error(
                "POLICY_OF_DEBTOR_UNKNOWN", debtor=number, name=case.unknown_policy
            )
    for decision in decisions:
        debtor, invoice = decision.item.key
        if decision.reason is Reason.NO_CHANNEL:
            found["CHANNEL", debtor, ""] = error("NO_CHANNEL", debtor=debtor)
        elif decision.reason is Reason.HISTORY_GAP:
            found["GAP", debtor, invoice] = error(
                "HISTORY_GAP", decision.details, debtor=debtor, invoice=invoice
            )
    for decision in passed_over:
        stage = decision.next_stage
        if stage and stage.action is Action.CALL:
            debtor, invoice = decision.item.key
            found["CALL", debtor, invoice] = warning(
                "CALL_PASSED_OVER",
                debtor=debtor,
                invoice=invoice,
                stage=stage.title,
                days=stage.skip_after,
            )
    return tuple(found.values())
