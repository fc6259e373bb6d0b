"""Handing a debtor over: from an open-items list to one zip with everything, registered."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from uuid import uuid4

from xl_dunning.casefile.store import open_casefile
from xl_dunning.frontends.door import FILE_DOOR, Door
from xl_dunning.frontends.dossier.enclosures import Enclosures, enclosures
from xl_dunning.frontends.dossier.enclosures import Places as FilePlaces
from xl_dunning.frontends.dossier.index_page import RECIPIENTS, FileLine
from xl_dunning.frontends.dossier.maker import Dossier, DossierFile, dossier_of
from xl_dunning.frontends.last_output import of_last_run
from xl_dunning.frontends.options import HandOverOptions, RunOptions
from xl_dunning.frontends.places import beside
from xl_dunning.frontends.preparing import Prepared, prepare
from xl_dunning.frontends.proposing import propose_run
from xl_dunning.frontends.typed_log import Typed, events_in_list
from xl_dunning.letters.names import letter_name, unique_names
from xl_dunning.rules.agreements.side_letters import SideLetter
from xl_dunning.rules.events import Event
from xl_dunning.rules.findings import Finding, without_repeats
from xl_dunning.rules.ledger import withheld
from xl_dunning.rules.risk.observations import Observation
from xl_dunning.workflow.hand_over import hand_over as carry_out
from xl_dunning.workflow.hand_over import refuse_holes, think_through
from xl_dunning.workflow.handover_claim import Assignment, Handover
from xl_dunning.workflow.issue import (
    days_of_runs,
    last_run_on,
    next_run_id,
    refuse_earlier,
    refuse_other_company,
)
from xl_dunning.workflow.ports import Move, Run

FOLDER = "overdracht"
"""Beside the list, where the dossiers come unless the user names another folder."""


@dataclass(frozen=True, kw_only=True)
class HandOverResult:
    """A debtor that was handed over."""

    handover: Handover
    run: Run
    dossier: Path
    sha256: str
    recipient: str
    files: tuple[FileLine, ...]
    recorded: tuple[Event, ...]
    findings: tuple[Finding, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    """A handover that was thought through and can be carried out; nothing was written yet."""

    options: HandOverOptions
    prepared: Prepared
    typed: Typed
    handover: Handover
    observations: tuple[Observation, ...]
    enclosures: Enclosures
    findings: tuple[Finding, ...]

    def dossier(self) -> Dossier:
        """Everything in it, made in memory."""
        return dossier_of(
            self.handover,
            creditor=self.prepared.settings.creditor,
            rules=self.prepared.claims,
            enclosures=self.enclosures,
            stage_titles=_stage_titles(self.prepared),
            findings=self.findings,
        )

    @property
    def folder(self) -> Path:
        """Where the dossier comes."""
        options = self.options
        return (options.output or options.list.file.parent / FOLDER).absolute()

    @property
    def recipient(self) -> str:
        """To whom it goes, as the log says it."""
        assignment = self.handover.assignment
        return assignment.name or RECIPIENTS[assignment.to]

    def again(self, log: Sequence[Event], *, days: Sequence[date]) -> Handover:
        """The handover by the log as it is now."""
        known = {event.id for event in log}
        typed = tuple(event for event in self.typed.events if event.id not in known)
        return _handover(
            self.options,
            self.prepared,
            self.typed,
            (*log, *typed),
            days=days,
            observations=self.observations,
        )


def hand_over(options: HandOverOptions, *, door: Door = FILE_DOOR) -> HandOverResult:
    """Read the list, gather everything about the debtor's claim, make and record the dossier.

    Raises:
        Refusal: HANDOVER_INCOMPLETE or HANDOVER_IMPOSSIBLE with all that is missing; or whatever
            keeps a run from being made. Nothing was written or recorded.
    """
    job = _think(options, door)
    refuse_holes(job.findings, incomplete=options.incomplete)
    return _carry_out(job)


def _think(options: HandOverOptions, door: Door) -> _Job:
    casefile = open_casefile(options.list.casefile_or_default, create=False)
    with casefile.lock():
        # What a killed command left comes first: its letters may belong in this dossier.
        casefile.finish()
    prepared = prepare(options.list, remembered=casefile.remembered(), door=door)
    stored, runs = casefile.events(), casefile.runs()
    elsewhere, unread = of_last_run(
        runs, apart_from=(options.list.file,), password=options.list.password
    )
    typed = events_in_list(
        prepared,
        stored,
        reference_date=options.as_of,
        earlier=[elsewhere] if elsewhere else [],
    )
    log = (*stored, *typed.events)
    refuse_earlier(options.as_of, last_run=last_run_on(runs, log))
    refuse_other_company(prepared.settings.creditor, runs)
    observations = casefile.observations()
    handover = _handover(
        options, prepared, typed, log, days=days_of_runs(runs), observations=observations
    )
    found = enclosures(
        handover, _file_places(options, prepared, runs), stage_titles=_stage_titles(prepared)
    )
    return _Job(
        options=options,
        prepared=prepared,
        typed=typed,
        handover=handover,
        observations=observations,
        enclosures=found,
        findings=without_repeats(
            (
                *handover.findings,
                *found.findings,
                *_about_rows((*prepared.findings, *typed.findings), options),
                *unread,
            )
        ),
    )


def _about_rows(findings: Sequence[Finding], options: HandOverOptions) -> tuple[Finding, ...]:
    """What was found in the list about this debtor, as far as it bears on these invoices."""
    ours = {"", *options.invoices}
    return tuple(
        finding
        for finding in findings
        if finding.debtor == options.debtor.strip()
        and (not options.invoices or finding.invoice in ours)
    )


def _handover(
    options: HandOverOptions,
    prepared: Prepared,
    typed: Typed,
    log: Sequence[Event],
    *,
    days: Sequence[date],
    observations: Sequence[Observation],
) -> Handover:
    """What would be handed over by that log: decided by the same rules as a run."""
    proposal = propose_run(
        RunOptions(list=options.list, as_of=options.as_of),
        prepared,
        log,
        earlier_runs=days,
        observations=observations,
        doubts=typed.findings,
    )
    return think_through(
        Assignment(
            debtor=options.debtor.strip(),
            invoices=tuple(invoice.strip() for invoice in options.invoices),
            to=options.to,
            name=options.name.strip(),
        ),
        proposal=proposal,
        ledger=withheld(prepared.reading.ledger, typed.findings),
        log=log,
        terms=prepared.terms,
    )


def _carry_out(job: _Job) -> HandOverResult:
    """Under the lock: what was thought through must still be so."""
    options, settings = job.options, job.prepared.settings
    dossier = job.dossier()
    casefile = open_casefile(options.list.casefile_or_default)
    with casefile.lock():
        waiting = casefile.finish()
        runs, log = casefile.runs(), casefile.events()
        refuse_earlier(options.as_of, last_run=last_run_on(runs, log))
        refuse_other_company(settings.creditor, runs)
        place = job.folder / _name(job, log)
        run_id = next_run_id(options.as_of, runs, log)
        run = Run(
            id=run_id,
            reference_date=options.as_of,
            letters_dir=str(place),
            creditor=settings.creditor.name,
            iban=settings.creditor.iban,
            by_hand=SideLetter.HANDOVER,
        )
        known = {event.id for event in log}
        done = carry_out(
            job.handover,
            casefile=casefile,
            again=lambda now: job.again(now, days=days_of_runs(runs)),
            run=run,
            place=Move(staged=str(job.folder / f".{run_id}.bezig.zip"), final=str(place)),
            dossier=DossierFile(content=dossier.zipped(), told_as=place),
            document=place.name,
            note=job.recipient,
            new_id=lambda: str(uuid4()),
            typed=[event for event in job.typed.events if event.id not in known],
        )
    return HandOverResult(
        handover=job.handover,
        run=run,
        dossier=place,
        sha256=done.sha256,
        recipient=job.recipient,
        files=dossier.files,
        recorded=done.recorded,
        findings=without_repeats((*waiting, *job.findings, *done.findings)),
    )


def _name(job: _Job, log: Sequence[Event]) -> str:
    """A name that no dossier had: the one in the log must tell which file it was."""
    debtor = job.handover.debtor
    wanted = letter_name(
        stage="Dossier",
        debtor=debtor.number,
        name=debtor.name,
        day=job.options.as_of,
        suffix=".zip",
    )
    try:
        taken = [entry.name for entry in job.folder.iterdir()]
    except OSError:  # not there yet
        taken = []
    taken += [event.document for event in log if event.document.endswith(".zip")]
    *_, name = unique_names([*dict.fromkeys(taken), wanted])
    return name


def _file_places(options: HandOverOptions, prepared: Prepared, runs: Sequence[Run]) -> FilePlaces:
    """Where invoices, letters and terms may lie."""
    file, settings = options.list.file.absolute(), prepared.settings
    letters = beside(settings.letters_dir, file) or file.parent / "brieven"
    return FilePlaces(
        invoices=beside(settings.invoices_dir, file),
        terms=beside(settings.terms_file, file),
        runs={run.id: run.letters_dir for run in runs},
        letters=(letters, file.parent),
    )


def _stage_titles(prepared: Prepared) -> dict[str, str]:
    """Key of a stage to its title, in the policies that are known here; the default one wins."""
    policies = (*prepared.policies.by_name.values(), prepared.policies.default)
    return {stage.key: stage.title for policy in policies for stage in policy.stages}
