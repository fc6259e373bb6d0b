"""Through which door a list comes in and its results go back: a file, or the open workbook."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

from xl_dunning.frontends.options import ListOptions
from xl_dunning.sheets.grid import Grid
from xl_dunning.sheets.marking import Highlight, OwnSheet, ResultColumn, WriteOutcome
from xl_dunning.sheets.reading import Layout


@dataclass(frozen=True, slots=True, kw_only=True)
class Marks:
    """All that a run has to write into the workbook, as values."""

    list: ListOptions
    layout: Layout
    columns: tuple[ResultColumn, ...]
    highlights: tuple[Highlight, ...]
    sheets: Sequence[OwnSheet]
    grid: Grid


@dataclass(frozen=True, slots=True, kw_only=True)
class Door:
    """How a list is read, and how its results are written."""

    read: Callable[[ListOptions], Grid]
    """Raises Refusal when the list can't be read."""
    write: Callable[[Marks, Path], WriteOutcome]
    """Writes to a file of that name; raises Refusal when that can't be done."""
    makes_file: bool = True
    """Whether the result is a file. That one waits, staged, until its run is recorded; an open
    workbook is written when the run was recorded, for nobody can put it aside until then."""
    has_own_headers: bool = False
    """Whether the list bears our own headers: then answers about columns are about exports."""


def _read_file(options: ListOptions) -> Grid:
    # Loaded here: whoever has the open workbook needs no library for files.
    from xl_dunning.sheets.opening import open_grid  # noqa: PLC0415 - see above

    return open_grid(options.file, password=options.password)


def _write_file(marks: Marks, target: Path) -> WriteOutcome:
    from xl_dunning.sheets.writer import write_marked  # noqa: PLC0415 - as above

    return write_marked(
        marks.list.file,
        target,
        layout=marks.layout,
        columns=marks.columns,
        highlights=marks.highlights,
        sheets=marks.sheets,
        grid=marks.grid,
        password=marks.list.password,
    )


FILE_DOOR = Door(read=_read_file, write=_write_file)
"""The list is a file, and the marked workbook is one."""
