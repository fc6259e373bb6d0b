"""What a run would do with a list that was read: the proposal, as far as letters may be sent."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Sequence
from dataclasses import replace
from datetime import date

from xl_dunning.frontends.options import RunOptions
from xl_dunning.frontends.preparing import Prepared
from xl_dunning.rules.agreements.asked import occasion_of
from xl_dunning.rules.agreements.payment_terms import late_payment
from xl_dunning.rules.agreements.side_letters import SideLetter
from xl_dunning.rules.events import Event, standing
from xl_dunning.rules.findings import Finding, Refusal
from xl_dunning.rules.ledger import OpenItem, withheld
from xl_dunning.rules.notices import Account, account_of
from xl_dunning.rules.proposal import Notice, Proposal, Reason
from xl_dunning.rules.propose import propose
from xl_dunning.rules.risk.observations import Observation
from xl_dunning.rules.single_letter import single_letter


def propose_run(
    options: RunOptions,
    prepared: Prepared,
    log: Sequence[Event],
    *,
    earlier_runs: Sequence[date],
    observations: Sequence[Observation],
    doubts: Sequence[Finding],
) -> Proposal:
    """What is to be done by that log; no letters as long as the sender's data lack."""
    proposal = propose(
        withheld(prepared.reading.ledger, doubts),
        log,
        reference_date=options.as_of,
        terms=prepared.terms,
        earlier_runs=earlier_runs,
        observations=observations,
    )
    if options.only:
        proposal = _only(proposal, log, options, prepared)
    if options.debtors:
        proposal = _of_debtors(proposal, frozenset(options.debtors))
    return proposal if prepared.may_send else replace(proposal, notices=())


def _of_debtors(proposal: Proposal, chosen: Collection[str]) -> Proposal:
    """The proposal in which nobody but the chosen debtors moves along."""
    return replace(
        proposal,
        notices=tuple(n for n in proposal.notices if n.debtor.number in chosen),
        passed_over=tuple(d for d in proposal.passed_over if d.item.debtor in chosen),
    )


def _only(
    proposal: Proposal, log: Sequence[Event], options: RunOptions, prepared: Prepared
) -> Proposal:
    """The proposal with the letters that were asked for; nothing else is carried out."""
    terms, ledger = prepared.terms, prepared.reading.ledger
    credits_of: dict[Account, list[OpenItem]] = defaultdict(list)
    for decision in proposal.decisions:
        if decision.reason is Reason.CREDIT_NOTE:
            credits_of[account_of(decision.item)].append(decision.item)
    letters: list[Notice] = []
    for asked in options.only:
        debtor = ledger.debtor(asked.debtor)
        policy = terms.named_by(debtor) or terms.policy
        letters += single_letter(
            proposal.decisions,
            occasion=occasion_of(
                asked,
                log=standing(log),
                judged=proposal.agreements,
                plan_grace=policy.plan_grace,
                reference_date=options.as_of,
            ),
            debtor=debtor,
            invoices=asked.invoices,
            policy=policy,
            credits_of=credits_of,
            rules=prepared.claims,
            reference_date=options.as_of,
            is_working_day=terms.is_working_day,
            address_required=terms.address_required,
        )
    told = tuple(_with_terms(notice, options, prepared) for notice in letters)
    return replace(proposal, passed_over=(), notices=told)


def _with_terms(notice: Notice, options: RunOptions, prepared: Prepared) -> Notice:
    """A letter about payment terms tells them, as they hold on the day of the letter.

    Raises:
        Refusal: LETTER_NEEDS_TERM when the settings do not say how many days customers have.
    """
    if notice.stage.template != SideLetter.TERMS:
        return notice
    term = prepared.settings.payment_term
    if term is None:
        raise Refusal("LETTER_NEEDS_TERM")
    return replace(
        notice,
        late_payment=late_payment(
            term=term,
            kind=notice.debtor.kind,
            rules=prepared.claims,
            reference_date=options.as_of,
        ),
    )
