"""Berekenen and Belijst: everything decided and marked, nothing recorded."""

from __future__ import annotations

from datetime import date

from xl_dunning.frontends.call_sheet import NAME as CALL_SHEET
from xl_dunning.frontends.call_sheet import call_sheet
from xl_dunning.frontends.door import Door
from xl_dunning.frontends.live_door import list_in, live_door
from xl_dunning.frontends.messages_nl import counted
from xl_dunning.frontends.options import RunOptions
from xl_dunning.frontends.results import RunResult
from xl_dunning.frontends.ribbon.days import reference_date
from xl_dunning.frontends.ribbon.desk import Press, Told
from xl_dunning.frontends.ribbon.findings import findings_told
from xl_dunning.frontends.ribbon.showing import show_sheet
from xl_dunning.frontends.ribbon.tab import Labels, work_state
from xl_dunning.frontends.run import run
from xl_dunning.rules.notices import by_letter
from xl_dunning.sheets.live import Book


def compute(press: Press) -> Told:
    """Mark the workbook as a run would; issues and records nothing."""
    result = tried(press.book, reference_date(press))
    return told_of(result)


def call_list(press: Press) -> Told:
    """The same, and show whom to call."""
    told = compute(press)
    show_sheet(press.book, CALL_SHEET)
    return told


def tried(book: Book, day: date, *, door: Door | None = None) -> RunResult:
    """A dry run over the open workbook; through a door that was used before it is not read anew."""
    return run(
        RunOptions(list=list_in(book), as_of=day, dry_run=True, in_place=True),
        door=door or live_door(book),
    )


def told_of(result: RunResult) -> Told:
    """What a dry run found to do."""
    letters, calls = len(result.proposal.notices), len(call_sheet(result).rows)
    return Told(
        sentences=(
            (
                "COMPUTED",
                {
                    "reference_date": result.reference_date,
                    "items": counted(len(result.proposal.decisions), "factuur", "facturen"),
                    "letters": counted(letters, "brief", "brieven"),
                    "calls": counted(calls, "regel", "regels"),
                },
            ),
            *findings_told(result.findings),
        ),
        state=work_state(letters=letters, calls=calls, last_run=result.last_run),
    )


def labels_after(result: RunResult) -> Labels:
    """The tab after a real run: what is still to do, also for debtors whom it left alone."""
    left = by_letter(d for d in result.proposal.decisions if not result.carried_out(d))
    return work_state(
        letters=len(left), calls=len(call_sheet(result).rows), last_run=result.last_run
    )
