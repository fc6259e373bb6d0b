"""What a run would do with a list that was read: the proposal, as far as letters may be sent."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from datetime import date

from xl_dunning.frontends.options import RunOptions, SingleLetter
from xl_dunning.frontends.preparing import Prepared
from xl_dunning.rules.events import Event
from xl_dunning.rules.findings import Finding
from xl_dunning.rules.ledger import withheld
from xl_dunning.rules.proposal import Proposal
from xl_dunning.rules.propose import propose
from xl_dunning.rules.single_letter import single_letter
from xl_dunning.workflow.ports import Run


def propose_run(
    options: RunOptions,
    prepared: Prepared,
    log: Sequence[Event],
    *,
    earlier_runs: Sequence[date],
    doubts: Sequence[Finding],
) -> Proposal:
    """What is to be done by that log; no letters as long as the sender's data lack."""
    proposal = propose(
        withheld(prepared.reading.ledger, doubts),
        log,
        reference_date=options.as_of,
        terms=prepared.terms,
        earlier_runs=earlier_runs,
    )
    if options.only:
        proposal = _only(options.only, proposal, options, prepared)
    return proposal if prepared.may_send else replace(proposal, notices=())


def call_list_days(runs: Iterable[Run]) -> list[date]:
    """The days on which a run put calls on the call list; a handover makes no such list."""
    return [run.reference_date for run in runs if run.output and not run.undone]


def _only(
    letter: SingleLetter, proposal: Proposal, options: RunOptions, prepared: Prepared
) -> Proposal:
    """The proposal with the one letter that was asked for; nothing else is carried out."""
    terms = prepared.terms
    return replace(
        proposal,
        passed_over=(),
        notices=single_letter(
            proposal.decisions,
            template=letter.template,
            title=letter.title,
            debtor=prepared.reading.ledger.debtor(letter.debtor),
            invoices=letter.invoices,
            rules=prepared.claims,
            reference_date=options.as_of,
            is_working_day=terms.is_working_day,
            address_required=terms.address_required,
        ),
    )
