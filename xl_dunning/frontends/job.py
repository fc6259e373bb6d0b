"""A run that was thought through, and what there is to tell of it once it was carried out."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from xl_dunning.frontends.door import Door
from xl_dunning.frontends.options import RunOptions
from xl_dunning.frontends.places import output_of
from xl_dunning.frontends.preparing import Prepared, located
from xl_dunning.frontends.proposing import propose_run
from xl_dunning.frontends.results import RunResult
from xl_dunning.frontends.typed_log import Typed, in_new_log
from xl_dunning.letters.batch import LetterRoom
from xl_dunning.rules.agreements.todo import TodoKind
from xl_dunning.rules.events import Event
from xl_dunning.rules.findings import Finding, without_repeats
from xl_dunning.rules.proposal import Proposal
from xl_dunning.rules.risk.advise import advise
from xl_dunning.rules.risk.difference import Difference
from xl_dunning.rules.risk.observations import Observation, changes
from xl_dunning.workflow.issue import Issued, last_run_on
from xl_dunning.workflow.ports import Run
from xl_dunning.workflow.since import since_last_run


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """A run that was thought through and can be carried out; nothing was written yet."""

    options: RunOptions
    door: Door
    prepared: Prepared
    typed: Typed
    backup: Path
    letters: LetterRoom
    proposal: Proposal
    log: tuple[Event, ...]
    runs: tuple[Run, ...]
    """The runs of before."""
    observations: tuple[Observation, ...]
    """What those saw in the list."""
    findings: tuple[Finding, ...]

    def propose(self, log: Sequence[Event], *, earlier_runs: Sequence[date]) -> Proposal:
        """What is to be done by that log; no letters as long as the sender's data lack."""
        return propose_run(
            self.options,
            self.prepared,
            log,
            earlier_runs=earlier_runs,
            observations=self.observations,
            doubts=self.typed.findings,
        )


def seen_by(job: Job, *, run_id: str) -> tuple[Observation, ...]:
    """What the list tells that earlier runs did not see."""
    if job.options.only:
        return ()  # one letter by hand tells nothing about the list: it may be a part of it
    ledger = job.prepared.reading.ledger
    return changes(job.observations, ledger, on=job.options.as_of, run=run_id)


def _difference(job: Job, issued: Issued) -> Difference | None:
    """What changed in the list since the last run; a letter by hand does not look."""
    if job.options.only:
        return None
    return since_last_run(
        job.runs,
        job.observations,
        job.prepared.reading.ledger,
        issued.log,
        reference_date=job.options.as_of,
        agreements=issued.proposal.agreements,
    )


def result_of(job: Job, issued: Issued, *, run: Run | None = None) -> RunResult:
    """All that there is to tell of a run; without ``run`` it was tried dry."""
    findings = (*job.findings, *issued.proposal.findings, *issued.findings)
    if not job.options.what_if:  # that has no Logboek: the row is the one where it was typed
        findings = in_new_log(findings, job.typed, issued.log)
    # Without what this run records: a dry run must advise the same.
    before = issued.log[: len(issued.log) - len(issued.recorded)]
    return RunResult(
        reading=job.prepared.reading,
        policy=job.prepared.policies.default,
        proposal=issued.proposal,
        run=run,
        letters=issued.letters,
        recorded=issued.recorded,
        log=issued.log,
        log_not_taken=job.typed.not_taken,
        calls_taken=job.typed.calls.events,
        calls_not_taken=job.typed.calls.rows,
        settings=job.prepared.settings,
        observations=job.observations,
        seen=issued.seen,
        broken_promises=_broken(issued),
        difference=_difference(job, issued),
        advice=advise(
            job.prepared.reading.ledger,
            issued.proposal.decisions,
            before,
            (*job.observations, *issued.seen),
            reference_date=issued.proposal.reference_date,
        ),
        findings=without_repeats(located(findings, job.prepared.reading)),
        output=output_of(job.options),
        what_if=job.options.what_if,
        last_run=job.options.as_of if run else last_run_on(job.runs, issued.log),
        letters_dir=Path(run.letters_dir) if run and run.letters_dir else None,
    )


def _broken(issued: Issued) -> tuple[Event, ...]:
    """The promises that were not kept, of which somebody should speak."""
    broken = {todo.event for todo in issued.proposal.todos if todo.kind is TodoKind.PROMISE_BROKEN}
    return tuple(event for event in issued.log if event.id in broken)
