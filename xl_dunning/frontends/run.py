"""The main job: from an open-items list to a marked workbook and registered letters."""

from __future__ import annotations

import shutil
from collections.abc import Callable, Sequence
from contextlib import nullcontext
from dataclasses import dataclass, replace
from pathlib import Path
from uuid import uuid4

from xl_dunning.casefile.store import DatabaseCaseFile, open_casefile
from xl_dunning.frontends.options import RunOptions
from xl_dunning.frontends.preparing import Prepared, beside, events_in_list, located, prepare
from xl_dunning.frontends.report_sheets import report_sheets
from xl_dunning.frontends.result_columns import highlights, result_columns
from xl_dunning.frontends.results import RunResult
from xl_dunning.letters.batch import LetterRoom
from xl_dunning.rules.events import Event
from xl_dunning.rules.findings import Finding, Refusal
from xl_dunning.rules.proposal import Proposal
from xl_dunning.rules.propose import propose
from xl_dunning.sheets.grid import Grid
from xl_dunning.sheets.writer import write_marked
from xl_dunning.workflow.issue import Issued, issue, last_run_on, next_run_id, refuse_earlier
from xl_dunning.workflow.ports import Move, Run

Progress = Callable[[int, int], None]
"""Told after each letter: how many are made, of how many."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Places:
    """Where the results of a run end up, and where they wait until they are recorded."""

    output: Path
    letters: Path
    staged_output: Path
    staged_letters: Path

    def moves(self, *, with_letters: bool) -> tuple[Move, ...]:
        """What a recorded run must still put in place."""
        book = Move(staged=str(self.staged_output), final=str(self.output))
        folder = Move(staged=str(self.staged_letters), final=str(self.letters))
        return (folder, book) if with_letters else (book,)


def run(options: RunOptions, *, on_progress: Progress | None = None) -> RunResult:
    """Read the list, decide for every item, make and record the letters, mark the workbook.

    A dry run marks the workbook only: it issues and records nothing.

    Raises:
        Refusal: the run can't be made; nothing was written.
    """
    casefile = open_casefile(options.list.casefile_or_default, create=not options.dry_run)
    with nullcontext() if options.dry_run else casefile.lock():
        unfinished = () if options.dry_run else casefile.finish()
        prepared = prepare(options.list, remembered=casefile.remembered())
        _refuse_harm(options, prepared.grid)
        stored = casefile.events()
        typed, of_log = events_in_list(prepared, stored, reference_date=options.as_of)
        runs = casefile.runs()
        refuse_earlier(options.as_of, last_run=last_run_on(runs, (*stored, *typed)))
        days = [earlier.reference_date for earlier in runs if not earlier.undone]

        def again(log: Sequence[Event]) -> Proposal:
            proposal = propose(
                prepared.reading.ledger,
                log,
                reference_date=options.as_of,
                terms=prepared.terms,
                earlier_runs=days,
            )
            return proposal if prepared.may_send else replace(proposal, notices=())

        proposal = again((*stored, *typed))
        found = (*unfinished, *prepared.findings, *of_log, *_about_sender(prepared, proposal))
        if options.dry_run:
            return _dry(options, prepared, proposal, (*stored, *typed), found)
        casefile.append(typed)
        if options.list.columns:
            casefile.remember(prepared.reading.layout.signature, dict(options.list.columns))
        return _carry_out(
            options,
            prepared,
            proposal,
            casefile=casefile,
            again=again,
            found=found,
            on_progress=on_progress,
        )


def _refuse_harm(options: RunOptions, grid: Grid) -> None:
    """Refuse to rewrite a book in place that would not come back whole."""
    if options.in_place and (grid.features or grid.kind not in ("xlsx", "xlsm")):
        raise Refusal("IN_PLACE_NOT_POSSIBLE", file=options.list.file.name)


def _dry(
    options: RunOptions,
    prepared: Prepared,
    proposal: Proposal,
    log: tuple[Event, ...],
    found: tuple[Finding, ...],
) -> RunResult:
    result = _result(options, prepared, Issued(proposal=proposal, log=log), found=found)
    return _write(result, options, grid=prepared.grid, target=result.output)


def _carry_out(
    options: RunOptions,
    prepared: Prepared,
    proposal: Proposal,
    *,
    casefile: DatabaseCaseFile,
    again: Callable[[Sequence[Event]], Proposal],
    found: tuple[Finding, ...],
    on_progress: Progress | None,
) -> RunResult:
    run_id = next_run_id(options.as_of, casefile.runs(), casefile.events())
    places = _places(options, prepared, run_id)
    with_letters = bool(proposal.notices)
    this_run = Run(
        id=run_id,
        reference_date=options.as_of,
        letters_dir=str(places.letters) if with_letters else "",
    )
    outcome: list[RunResult] = []

    def mark(issued: Issued) -> None:
        result = _result(options, prepared, issued, found=found, run=this_run)
        outcome.append(_write(result, options, grid=prepared.grid, target=places.staged_output))
        _back_up(places.output)

    issued = issue(
        proposal,
        casefile=casefile,
        again=again,
        run=this_run,
        moves=places.moves(with_letters=with_letters),
        letters=LetterRoom(
            creditor=prepared.settings.creditor,
            reference_date=options.as_of,
            templates_dir=options.templates
            or beside(prepared.settings.templates_dir, options.list.file),
            invoices_dir=beside(prepared.settings.invoices_dir, options.list.file),
            on_progress=on_progress,
        ),
        staging=str(places.staged_letters),
        mark=mark,
        new_id=lambda: str(uuid4()),
    )
    marked = outcome[0]
    late = tuple(finding for finding in issued.findings if finding not in marked.findings)
    return replace(marked, findings=(*marked.findings, *late))


def _about_sender(prepared: Prepared, proposal: Proposal) -> tuple[Finding, ...]:
    """What is missing of the sender's own data, when there is anything to send."""
    waiting = any(decision.due_now for decision in proposal.decisions)
    return prepared.sender_problems if waiting else ()


def _places(options: RunOptions, prepared: Prepared, run_id: str) -> _Places:
    file = options.list.file.absolute()
    folder = (
        options.letters or beside(prepared.settings.letters_dir, file) or file.parent / "brieven"
    ).absolute()
    output = _output(options).absolute()
    return _Places(
        output=output,
        letters=folder / run_id,
        staged_output=output.with_name(f".{output.stem}.{run_id}.bezig{output.suffix}"),
        staged_letters=folder / f".{run_id}.bezig",
    )


def _output(options: RunOptions) -> Path:
    file = options.list.file
    if options.in_place:
        return file
    return options.output or file.with_name(f"{file.stem}-debiteuren.xlsx")


def _back_up(output: Path) -> None:
    """Keep one copy of what is about to be replaced."""
    if output.exists():
        shutil.copy2(output, output.with_name(f"{output.stem}-vorige{output.suffix}"))


def _result(
    options: RunOptions,
    prepared: Prepared,
    issued: Issued,
    *,
    found: tuple[Finding, ...],
    run: Run | None = None,
) -> RunResult:
    findings = (*found, *issued.proposal.findings, *issued.findings)
    return RunResult(
        reading=prepared.reading,
        policy=prepared.policies.default,
        proposal=issued.proposal,
        run=run,
        letters=issued.letters,
        recorded=issued.recorded,
        log=issued.log,
        findings=located(findings, prepared.reading),
        output=_output(options).absolute(),
        letters_dir=Path(run.letters_dir) if run and run.letters_dir else None,
    )


def _write(result: RunResult, options: RunOptions, *, grid: Grid, target: Path) -> RunResult:
    """Write the marked workbook to the target; tells whether the user's own book came back."""
    policies = dict.fromkeys(decision.policy.name for decision in result.proposal.decisions)
    in_use = {decision.policy.name: decision.policy for decision in result.proposal.decisions}
    target.parent.mkdir(parents=True, exist_ok=True)
    outcome = write_marked(
        options.list.file,
        target,
        layout=result.reading.layout,
        columns=result_columns(result),
        highlights=highlights(in_use[name] for name in policies),
        sheets=report_sheets(result),
        grid=grid,
        password=options.list.password,
    )
    return replace(result, kept=outcome.kept, lost=outcome.lost)
