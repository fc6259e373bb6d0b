"""How a list is read: the columns with samples, the findings, and what a run would find to do."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from xl_dunning.casefile.store import open_casefile
from xl_dunning.frontends.door import FILE_DOOR, Door
from xl_dunning.frontends.options import ListOptions
from xl_dunning.frontends.preparing import Prepared, located, prepare
from xl_dunning.frontends.typed_log import events_in_list
from xl_dunning.rules.findings import Finding
from xl_dunning.rules.ledger import withheld
from xl_dunning.rules.proposal import Proposal
from xl_dunning.rules.propose import propose
from xl_dunning.workflow.issue import days_of_runs


@dataclass(frozen=True, slots=True, kw_only=True)
class CheckResult:
    """A list as it was read. Nothing was written."""

    prepared: Prepared
    proposal: Proposal
    findings: tuple[Finding, ...]


def check(options: ListOptions, *, as_of: date, door: Door = FILE_DOOR) -> CheckResult:
    """Read the list as a run on that day would; changes nothing.

    Raises:
        Refusal: when the list can't be read.
    """
    casefile = open_casefile(options.casefile_or_default, create=False)
    prepared = prepare(options, remembered=casefile.remembered(), door=door)
    stored = casefile.events()
    typed = events_in_list(prepared, stored, reference_date=as_of, seen=casefile.observations())
    proposal = propose(
        withheld(prepared.reading.ledger, typed.findings),
        (*stored, *typed.events),
        reference_date=as_of,
        terms=prepared.terms,
        earlier_runs=days_of_runs(casefile.runs()),
        observations=casefile.observations(),
    )
    findings = (
        *prepared.findings,
        *typed.findings,
        *proposal.findings,
        *prepared.about_the_law(as_of),
        *prepared.sender_problems,
    )
    return CheckResult(
        prepared=prepared, proposal=proposal, findings=located(findings, prepared.reading)
    )
