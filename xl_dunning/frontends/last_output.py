"""The workbook of the last run, which this run makes anew: what the user typed in it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from xl_dunning.frontends.options import RunOptions
from xl_dunning.frontends.places import backup_of, book_of_run, same_file
from xl_dunning.frontends.report_sheets import OWN_HEADERS
from xl_dunning.rules.findings import Finding, Refusal, warning
from xl_dunning.sheets.grid import Grid, Sheet
from xl_dunning.sheets.lexicon import RESULT_HEADERS
from xl_dunning.sheets.opening import open_grid
from xl_dunning.sheets.reading import Layout
from xl_dunning.sheets.sidesheets import SideSheets, read_side_sheets
from xl_dunning.sheets.words import compact, text_of
from xl_dunning.workflow.ports import Run

_OURS = " (xl_dunning"
"""Follows the name of a column or sheet of ours where the user has one of that name herself."""
_ENOUGH_HEADERS = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class LastOutput:
    """What stands in the workbook of the last run; empty when there is none."""

    backup: Path
    """Where it is kept when this run replaces it."""
    sheets: SideSheets | None = None
    findings: tuple[Finding, ...] = ()


def last_output(
    output: Path, *, file: Path, password: str | None, listed: Grid, layout: Layout
) -> LastOutput:
    """Read the workbook that is about to be made anew from the list, unless it is the list.

    ``listed`` and ``layout`` are the list as it is now. A workbook from a list behind a password
    has that password too.
    """
    backup = backup_of(output, with_own_work=False)
    if not output.exists() or (file.exists() and output.samefile(file)):
        return LastOutput(backup=backup)
    try:
        grid = open_grid(output, password=password)
    except Refusal:
        backup = backup_of(output, with_own_work=True)
        unread = warning("LAST_OUTPUT_UNREADABLE", file=output.name, kept=backup.name)
        return LastOutput(backup=backup, findings=(unread,))
    findings: tuple[Finding, ...] = ()
    if own_work := ", ".join(_own_work(grid, listed, layout)):
        backup = backup_of(output, with_own_work=True)
        findings = (warning("LAST_OUTPUT_OWN_WORK", what=own_work, kept=backup.name),)
    sheets = read_side_sheets(grid, apart_from=None)
    return LastOutput(backup=backup, sheets=sheets, findings=findings)


def typed_before(
    options: RunOptions, runs: Sequence[Run], last: LastOutput
) -> tuple[list[SideSheets], tuple[Finding, ...]]:
    """The sheets of workbooks in which the user may have typed since the last run, oldest first.

    An export is often named after its week: then the workbook in which she typed last week is
    neither the list of this week nor the place of its result. What she typed in the workbook of a
    what-if does not count.
    """
    book, file = book_of_run(options), options.list.file
    password = options.list.password
    elsewhere, unread = of_last_run(runs, apart_from=(book, file), password=password)
    here = last.sheets
    if options.what_if:
        here, damaged = (None, ()) if same_file(book, file) else _sheets_of(book, password)
        unread = (*unread, *damaged)
    return [sheets for sheets in (elsewhere, here) if sheets], unread


def of_last_run(
    runs: Sequence[Run], *, apart_from: Sequence[Path], password: str | None
) -> tuple[SideSheets | None, tuple[Finding, ...]]:
    """What was typed in the workbook of the last run, when that is another one."""
    books = [Path(run.output) for run in runs if run.output]
    if not books or any(same_file(books[-1], path) for path in apart_from):
        return None, ()
    if not books[-1].exists():
        return None, (warning("LAST_BOOK_GONE", file=str(books[-1])),)
    return _sheets_of(books[-1], password)


def _sheets_of(book: Path, password: str | None) -> tuple[SideSheets | None, tuple[Finding, ...]]:
    """What was typed in a workbook that this run leaves as it is; nothing when it is not there."""
    if not book.exists():
        return None, ()
    try:
        return read_side_sheets(open_grid(book, password=password), apart_from=None), ()
    except Refusal:
        return None, (warning("LAST_BOOK_UNREADABLE", file=str(book)),)


def _own_work(grid: Grid, listed: Grid, layout: Layout) -> Iterator[str]:
    """What the user added and the new workbook will not have: sheets and columns, in Dutch."""
    # Loaded here: the open workbook is no file that would be made anew.
    from xl_dunning.sheets.fresh import title_for  # noqa: PLC0415 - see above

    come_along = {sheet.name for sheet in listed.sheets}
    come_along |= {title_for(name) for name in come_along}
    hers = {sheet.name for sheet in listed.sheets if not _is_ours(sheet)}
    for sheet in grid.sheets:
        name = sheet.name.split(_OURS)[0]
        if name in OWN_HEADERS and sheet.name not in hers:
            known = {compact(header) for header in OWN_HEADERS[name]}
            added = _unknown_headers(sheet, row=1, known=known)
            if added or _has_more(sheet, width=len(known) + len(added)):
                yield f"blad {sheet.name}"
        elif sheet.name not in come_along:
            yield f"blad {sheet.name}"
        elif sheet.name in (layout.sheet, title_for(layout.sheet)):
            known = {compact(match.header) for match in layout.columns}
            known |= {compact(header) for header in RESULT_HEADERS}
            for header in _unknown_headers(sheet, row=layout.header_row, known=known):
                yield f"kolom {header}"


def _is_ours(sheet: Sheet) -> bool:
    """Whether it has our headers; a user may have a sheet of that name herself."""
    known = OWN_HEADERS.get(sheet.name.split(_OURS)[0], ())
    headers = {text_of(cell) for row in sheet.rows[:1] for cell in row.cells.values()}
    return len(headers.intersection(known)) >= _ENOUGH_HEADERS


def _unknown_headers(sheet: Sheet, *, row: int, known: set[str]) -> list[str]:
    (cells,) = [found.cells for found in sheet.rows if found.number == row] or [{}]
    headers = [text_of(cell) for _, cell in sorted(cells.items())]
    return [text for text in headers if text and compact(text.split(_OURS)[0]) not in known]


def _has_more(sheet: Sheet, *, width: int) -> bool:
    """Whether anything stands beside the columns that have a header."""
    return any(text_of(cell) for row in sheet.rows for i, cell in row.cells.items() if i >= width)
