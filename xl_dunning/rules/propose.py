"""The proposal: what a run would do with a list on a day, and why for every single item.

Pure: the same list, log, policies and day give the same proposal, in a dry run and in the real
one. The order of the rows in the list does not matter.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date

from xl_dunning.rules.accounts import credits_by_account, settle_accounts
from xl_dunning.rules.dates import IsWorkingDay
from xl_dunning.rules.decide import asks_for, decide
from xl_dunning.rules.events import Event, standing
from xl_dunning.rules.findings import Finding, error, warning
from xl_dunning.rules.history import events_by_item
from xl_dunning.rules.imported import imported_events
from xl_dunning.rules.lawful import keep_lawful
from xl_dunning.rules.ledger import Ledger, OpenItem, doubled_keys, withheld
from xl_dunning.rules.money import ZERO, Euro
from xl_dunning.rules.notices import notices
from xl_dunning.rules.owed import ClaimRules
from xl_dunning.rules.policy import Action, DunningPolicy
from xl_dunning.rules.proposal import Decision, Proposal, Reason
from xl_dunning.rules.reasons import Case
from xl_dunning.rules.settings import Creditor
from xl_dunning.rules.small_instalments import small_instalments
from xl_dunning.rules.under_law import claimed_under_law


@dataclass(frozen=True, slots=True, kw_only=True)
class Terms:
    """Everything that rules a run besides the list and the log."""

    policy: DunningPolicy
    """The default policy."""
    is_working_day: IsWorkingDay
    policies: Mapping[str, DunningPolicy] = field(default_factory=dict)
    """Policies that a debtor may name, by name in lower case."""
    minimum_amount: Euro = ZERO
    """Raises the policy's own minimum; euro, of the debtor's dunnable total."""
    address_required: bool = True
    law: str = "nl"
    """The jurisdiction (rechtsstelsel) of the creditor: nl or be."""
    creditor: Creditor = field(default_factory=Creditor)
    claims: ClaimRules | None = None
    """How interest and costs are counted; None: nothing is claimed on top of the principal."""


def propose(
    ledger: Ledger,
    events: Iterable[Event],
    *,
    reference_date: date,
    terms: Terms,
    earlier_runs: Sequence[date] = (),
) -> Proposal:
    """The proposal for the reference date.

    ``events`` is the whole log, void events included. ``earlier_runs`` are the days on which
    runs were carried out: a call is passed over only after a run has put it on the call list.
    """
    known = _cases(ledger, standing(events), terms=terms)
    imported, findings = imported_events(known, reference_date=reference_date)
    certain = withheld(ledger, findings)
    log = standing((*events, *imported))
    cases = _cases(certain, log, terms=terms) if imported or findings else known
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
    letters = notices(
        decisions,
        ledger=ledger,
        credits_of=credits_of,
        reference_date=reference_date,
        is_working_day=terms.is_working_day,
    )
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
    )
    return Proposal(
        reference_date=reference_date,
        decisions=tuple(decisions),
        notices=letters,
        calls=_calls(decisions, passed_over),
        passed_over=passed_over,
        imported=imported,
        findings=(*findings, *doubts, *_findings(cases, decisions, passed_over)),
    )


def _cases(ledger: Ledger, log: Iterable[Event], *, terms: Terms) -> tuple[Case, ...]:
    doubled = doubled_keys(ledger.items)
    events_about = events_by_item(log)
    return tuple(
        _case(item, ledger=ledger, events=events_about(item), doubled=doubled, terms=terms)
        for item in ledger.items
    )


def _case(
    item: OpenItem,
    *,
    ledger: Ledger,
    events: tuple[Event, ...],
    doubled: frozenset[tuple[str, str]],
    terms: Terms,
) -> Case:
    debtor = ledger.debtor(item.debtor)
    wanted = debtor.policy.strip().casefold()
    named = terms.policies.get(wanted) if wanted else terms.policy
    assumed = terms.claims.term_agreed if terms.claims else True
    policy = (named or terms.policy).for_term(
        agreed=assumed if item.term_agreed is None else item.term_agreed,
        taken={event.stage for event in events},
    )
    return Case(
        item=item,
        debtor=debtor,
        policy=policy,
        stages=policy.stages_for(debtor.kind, terms.law),
        events=events,
        doubled=item.key in doubled,
        unknown_policy="" if named else debtor.policy,
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
        if stage := decision.next_stage:
            debtor, invoice = decision.item.key
            found["CALL", debtor, invoice] = warning(
                "CALL_PASSED_OVER",
                debtor=debtor,
                invoice=invoice,
                stage=stage.title,
                days=stage.skip_after,
            )
    return tuple(found.values())
