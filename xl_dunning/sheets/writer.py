"""The one door by which results get into a workbook."""

from __future__ import annotations

import io
import warnings
from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from openpyxl import load_workbook
from openpyxl.utils import quote_sheetname
from openpyxl.workbook.workbook import Workbook

from xl_dunning.rules.findings import Finding, Refusal
from xl_dunning.sheets.fresh import fresh_workbook, retitled, title_for
from xl_dunning.sheets.grid import Grid
from xl_dunning.sheets.highlighting import highlight
from xl_dunning.sheets.locked import locked, opened
from xl_dunning.sheets.marking import Highlight, OwnSheet, ResultColumn, WriteOutcome
from xl_dunning.sheets.names import PREFIX, claim, parse_area, unquoted
from xl_dunning.sheets.own_sheets import refresh
from xl_dunning.sheets.reading import Layout
from xl_dunning.sheets.replacing import write_whole
from xl_dunning.sheets.table_marks import mark_table

_OPENPYXL_GIVES_UP = (
    ValueError,
    TypeError,
    KeyError,
    IndexError,
    AttributeError,
    SyntaxError,  # damaged XML in a part that the list does not need
    OSError,
)
"""What openpyxl runs into on parts that Excel itself reads or repairs without complaint."""
_ODD = "UNUSUAL_BUILD"
_PROTECTION = "PASSWORD"


def write_marked(
    source: Path,
    target: Path,
    *,
    layout: Layout,
    columns: Sequence[ResultColumn],
    highlights: Sequence[Highlight],
    sheets: Sequence[OwnSheet],
    grid: Grid,
    password: str | None = None,
) -> WriteOutcome:
    """Write the results into a copy of the user's workbook, or over it when target is source.

    When the workbook holds something that would be lost (``grid.features``), or is of a kind that
    can't hold the results, ``target`` becomes a fresh workbook with the list's values and the
    source is left alone. What lay behind a password gets the same password.

    Raises:
        Refusal: TARGET_NOT_XLSX, TARGET_IS_SOURCE (a fresh workbook would replace the list itself),
            TARGET_FOLDER_MISSING, TARGET_FOLDER_CLOSED, TARGET_IN_USE, TARGET_DISK_FULL,
            TARGET_FAILED, WRITE_NO_ROOM; nothing was written then.
    """
    if target.suffix.casefold() != ".xlsx":
        raise Refusal("TARGET_NOT_XLSX", file=target.name)
    content, secret = opened(source, password)
    # The protection with a password is no loss: the result gets the same one.
    lost = tuple(code for code in grid.features if code != _PROTECTION)
    kept = grid.kind == "xlsx" and not lost
    book = _load(content, listed=layout.sheet) if kept else None
    if kept and book is None:
        kept, lost = False, (_ODD,)
    if book is None:
        if target.exists() and target.samefile(source):
            raise Refusal("TARGET_IS_SOURCE", file=source.name)
        sheets = _relinked(sheets, layout.sheet)
        grid, layout = retitled(grid, layout)
        book = fresh_workbook(grid, layout, leave_out=[sheet.name for sheet in sheets])
        if grid.kind in {"xlsx", "xlsm"}:
            _take_over_names(book, content, sheet=layout.sheet)
    findings = _mark(
        book, layout=layout, columns=columns, highlights=highlights, sheets=sheets, grid=grid
    )
    result = _saved(book)
    if secret and password is not None:
        result = locked(result, password)
    write_whole(target, result)
    return WriteOutcome(kept=kept, lost=lost, findings=findings)


def _load(content: io.BytesIO, *, listed: str) -> Workbook | None:
    """The workbook; None when openpyxl can't cope with it, or loses the sheet with the list."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")  # what it drops is in grid.features, in the user's words
        try:
            book = load_workbook(content)
        except _OPENPYXL_GIVES_UP:
            return None
    if listed not in {sheet.title for sheet in book.worksheets}:
        return None
    book.template = False
    return book


def _mark(
    book: Workbook,
    *,
    layout: Layout,
    columns: Sequence[ResultColumn],
    highlights: Sequence[Highlight],
    sheets: Iterable[OwnSheet],
    grid: Grid,
) -> tuple[Finding, ...]:
    marked = mark_table(book, layout=layout, columns=columns, grid=grid)
    highlight(marked, highlights)
    renamed = [finding for sheet in sheets for finding in refresh(book, sheet)]
    return (*marked.findings, *renamed)


def _saved(book: Workbook) -> bytes:
    result = io.BytesIO()
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        book.save(result)
    return result.getvalue()


def _take_over_names(book: Workbook, content: io.BytesIO, *, sheet: str) -> None:
    """Our columns in the old file came along as plain values: they are still ours."""
    with warnings.catch_warnings():
        warnings.simplefilter("ignore")
        try:
            old = load_workbook(content, read_only=True)
        except _OPENPYXL_GIVES_UP:
            return
    listed = old[sheet].defined_names if sheet in old.sheetnames else {}
    for name, defined in {**old.defined_names, **listed}.items():
        area = parse_area(defined.attr_text)
        # A name for a sheet that did not come along would make Excel call the file damaged.
        if name.startswith(PREFIX) and area is not None and area.sheet == sheet:
            claim(book, name, area)
    old.close()


def _relinked(sheets: Iterable[OwnSheet], listed: str) -> list[OwnSheet]:
    """The same sheets, their links to the list pointing at its name in the fresh workbook."""
    title = quote_sheetname(title_for(listed))
    return [
        replace(
            sheet,
            links={
                place: f"{title}!{cell}" if unquoted(name) == listed else f"{name}!{cell}"
                for place, link in sheet.links.items()
                for name, _, cell in (link.rpartition("!"),)
            },
        )
        for sheet in sheets
    ]
