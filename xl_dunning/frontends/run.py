"""The main job: from an open-items list to a marked workbook and registered letters."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from uuid import uuid4

from xl_dunning.casefile.store import open_casefile
from xl_dunning.frontends.door import FILE_DOOR, Door, Marks
from xl_dunning.frontends.job import Job, result_of, seen_by
from xl_dunning.frontends.last_output import last_output, typed_before
from xl_dunning.frontends.options import RunOptions
from xl_dunning.frontends.places import (
    back_up,
    beside,
    clear_output_remains,
    letters_of_others,
    make_folder,
    output_of,
    own_templates,
    places_of,
    refuse_harm,
    refuse_over_run,
    told_as,
)
from xl_dunning.frontends.preparing import prepare
from xl_dunning.frontends.proposing import propose_run
from xl_dunning.frontends.report_sheets import report_sheets
from xl_dunning.frontends.result_columns import highlights, result_columns
from xl_dunning.frontends.results import RunResult
from xl_dunning.frontends.typed_log import events_in_list
from xl_dunning.letters.batch import LetterRoom
from xl_dunning.rules.findings import Refusal, warning
from xl_dunning.rules.proposal import Notice
from xl_dunning.workflow.issue import (
    Issued,
    days_of_runs,
    issue,
    last_run_on,
    next_run_id,
    refuse_earlier,
    refuse_other_company,
)
from xl_dunning.workflow.ports import Run

Progress = Callable[[int, int], None]
"""Told after each letter: how many are made, of how many."""


def run(
    options: RunOptions, *, on_progress: Progress | None = None, door: Door = FILE_DOOR
) -> RunResult:
    """Read the list, decide for every item, make and record the letters, mark the workbook.

    A dry run marks the workbook only: it issues and records nothing. A what-if is a dry run that
    leaves the workbook of the last run alone as well.

    Raises:
        Refusal: the run can't be made; nothing was written.
    """
    job = _think_through(options, door, on_progress=on_progress)
    return _try_dry(job) if options.dry_run or options.what_if else _carry_out(job)


def letters_tried(
    options: RunOptions, *, door: Door = FILE_DOOR
) -> tuple[tuple[Notice, ...], LetterRoom]:
    """The letters that a run would make, and the room that makes them; nothing is written.

    Raises:
        Refusal: the run could not be made.
    """
    job = _think_through(options, door, on_progress=None)
    return job.proposal.notices, job.letters


def _think_through(options: RunOptions, door: Door, *, on_progress: Progress | None) -> Job:
    """Everything that can be refused, before anything is written."""
    casefile = open_casefile(options.list.casefile_or_default, create=False)
    prepared = prepare(options.list, remembered=casefile.remembered(), door=door)
    if door.makes_file:
        refuse_harm(options, prepared.grid)
    last = last_output(
        output_of(options),
        file=options.list.file,
        password=options.list.password,
        listed=prepared.grid,
        layout=prepared.reading.layout,
    )
    stored, runs = casefile.events(), casefile.runs()
    refuse_over_run(options, runs)
    books, unread = typed_before(options, runs, last)
    typed = events_in_list(
        prepared,
        stored,
        reference_date=options.as_of,
        seen=casefile.observations(),
        earlier=books,
    )
    log = (*stored, *typed.events)
    refuse_earlier(options.as_of, last_run=last_run_on(runs, log))
    refuse_other_company(prepared.settings.creditor, runs)
    doubts = (*prepared.findings, *typed.findings, *last.findings, *unread)
    observations = casefile.observations()
    proposal = propose_run(
        options,
        prepared,
        log,
        observations=observations,
        earlier_runs=days_of_runs(runs),
        doubts=typed.findings,
    )
    letters = LetterRoom(
        creditor=prepared.settings.creditor,
        reference_date=options.as_of,
        templates_dir=own_templates(options, prepared.settings),
        invoices_dir=beside(prepared.settings.invoices_dir, options.list.file),
        on_progress=on_progress,
    )
    letters.check(proposal.notices)
    return Job(
        options=options,
        door=door,
        prepared=prepared,
        typed=typed,
        backup=last.backup,
        letters=letters,
        proposal=proposal,
        log=log,
        runs=runs,
        observations=observations,
        findings=(
            *doubts,
            *prepared.about_the_law(options.as_of),
            *(prepared.sender_problems if any(d.due_now for d in proposal.decisions) else ()),
            *letters.problems(proposal.notices),
        ),
    )


def _try_dry(job: Job) -> RunResult:
    seen = seen_by(job, run_id="")
    result = result_of(job, Issued(proposal=job.proposal, log=job.log, seen=seen))
    if job.door.makes_file:
        back_up(result.output, job.backup)
    return _write(result, _marks(result, job), job, target=result.output)


def _carry_out(job: Job) -> RunResult:
    """Under the lock: what was thought through is checked against the log as it is now."""
    options = job.options
    casefile = open_casefile(options.list.casefile_or_default)
    with casefile.lock():
        unfinished = casefile.finish()
        if job.door.makes_file:
            clear_output_remains(options)
        casefile.append(job.typed.events)
        if options.list.columns:
            casefile.remember(job.prepared.reading.layout.signature, dict(options.list.columns))
        runs, log = casefile.runs(), casefile.events()
        job = replace(job, runs=runs, observations=casefile.observations())
        refuse_earlier(options.as_of, last_run=last_run_on(runs, log))
        days = days_of_runs(runs)
        settings = job.prepared.settings
        others = letters_of_others(options, settings)
        refuse_other_company(job.prepared.settings.creditor, runs)
        run_id = next_run_id(options.as_of, runs, log, also_taken=others)
        places = places_of(options, settings, run_id=run_id)
        with_letters = bool(job.proposal.notices)
        this_run = Run(
            id=run_id,
            reference_date=options.as_of,
            letters_dir=str(places.letters) if with_letters else "",
            output=str(places.output),
            creditor=job.prepared.settings.creditor.name,
            iban=job.prepared.settings.creditor.iban,
            by_hand=options.only[0].letter.value if options.only else "",
        )
        marked: list[tuple[RunResult, Marks]] = []

        def mark(issued: Issued) -> None:
            result = result_of(job, issued, run=this_run)
            marks = _marks(result, job)
            if job.door.makes_file:
                result = _write(result, marks, job, target=places.staged_output)
                back_up(places.output, job.backup)
            marked.append((result, marks))

        issued = issue(
            job.proposal,
            casefile=casefile,
            again=lambda now: job.propose(now, earlier_runs=days),
            run=this_run,
            moves=places.moves(with_letters=with_letters, with_book=job.door.makes_file),
            letters=job.letters,
            staging=str(places.staged_letters),
            mark=mark,
            new_id=lambda: str(uuid4()),
            seen=seen_by(job, run_id=run_id),
        )
    ((result, marks),) = marked
    if not job.door.makes_file:
        result = _write_recorded(result, marks, job)
    late = tuple(finding for finding in issued.findings if finding not in result.findings)
    return replace(result, findings=(*unfinished, *result.findings, *late))


def _marks(result: RunResult, job: Job) -> Marks:
    """Everything that the workbook gets, counted out: after this nothing but writing can fail."""
    # The default policy first: where two policies share a title, its colour is the one shown.
    in_use = {result.policy.name: result.policy} | {
        decision.policy.name: decision.policy for decision in result.proposal.decisions
    }
    return Marks(
        list=job.options.list,
        layout=result.reading.layout,
        columns=result_columns(result),
        highlights=highlights(in_use.values()),
        sheets=report_sheets(result),
        grid=job.prepared.grid,
    )


def _write(result: RunResult, marks: Marks, job: Job, *, target: Path) -> RunResult:
    """Write the marked workbook to the target; tells whether the user's own book came back."""
    if job.door.makes_file:
        make_folder(result.output)
    with told_as(result.output, instead_of=target):
        outcome = job.door.write(marks, target)
    findings = (*result.findings, *outcome.findings)
    return replace(result, kept=outcome.kept, lost=outcome.lost, findings=findings)


def _write_recorded(result: RunResult, marks: Marks, job: Job) -> RunResult:
    """Mark the open workbook after its run was recorded: the letters stand, also without marks."""
    try:
        return _write(result, marks, job, target=result.output)
    except Refusal:
        return replace(result, findings=(*result.findings, warning("MARKS_NOT_WRITTEN")))
