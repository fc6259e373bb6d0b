"""Where the results of a run end up, and where they wait until they are recorded."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from glob import escape
from pathlib import Path

from xl_dunning.frontends.options import RunOptions
from xl_dunning.rules.findings import Refusal
from xl_dunning.rules.settings import Settings
from xl_dunning.sheets.grid import Grid
from xl_dunning.sheets.replacing import clear_remains
from xl_dunning.workflow.ports import Move, Run

_NO_HARM = {"PASSWORD"}
"""A password is no loss: the result gets the same one."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Places:
    """The workbook and the folder of letters of one run, all as absolute paths."""

    output: Path
    letters: Path
    staged_output: Path
    staged_letters: Path

    def moves(self, *, with_letters: bool, with_book: bool) -> tuple[Move, ...]:
        """What a recorded run must still put in place; the open workbook has its place already."""
        book = Move(staged=str(self.staged_output), final=str(self.output))
        folder = Move(staged=str(self.staged_letters), final=str(self.letters))
        return (*((folder,) if with_letters else ()), *((book,) if with_book else ()))


def places_of(options: RunOptions, settings: Settings, *, run_id: str) -> Places:
    """The places of a run; waiting files stand beside their final place, on the same disk."""
    folder, output = _letters_folder(options, settings), output_of(options)
    return Places(
        output=output,
        letters=folder / run_id,
        staged_output=output.with_name(f"{_waiting(output.stem, run_id)}{output.suffix}"),
        staged_letters=folder / f".{run_id}.bezig",
    )


def letters_of_others(options: RunOptions, settings: Settings) -> tuple[str, ...]:
    """What stands in the folder of letters already; another administration may share it."""
    try:
        return tuple(entry.name for entry in _letters_folder(options, settings).iterdir())
    except OSError:  # not there yet, or the writing of letters will tell what is wrong with it
        return ()


def _letters_folder(options: RunOptions, settings: Settings) -> Path:
    file = options.list.file.absolute()
    folder = options.letters or beside(settings.letters_dir, file) or file.parent / "brieven"
    return folder.absolute()


def clear_output_remains(options: RunOptions) -> None:
    """Remove what a killed run left beside the workbook; the caller holds the lock."""
    output = output_of(options)
    clear_remains(output.parent, of=_waiting(escape(output.stem), "*"))


def _waiting(stem: str, run_id: str) -> str:
    """The stem of a workbook that waits until its run is recorded."""
    return f".{stem}.{run_id}.bezig"


def output_of(options: RunOptions) -> Path:
    """Where the marked workbook goes; that of a what-if never where a run put its own."""
    file = options.list.file
    if options.what_if:
        return (options.output or file.with_name(f"{file.stem}-proef.xlsx")).absolute()
    return book_of_run(options)


def book_of_run(options: RunOptions) -> Path:
    """Where a run with these options that is no what-if puts the marked workbook."""
    file = options.list.file
    if options.in_place:
        return file.absolute()
    return (options.output or file.with_name(f"{file.stem}-debiteuren.xlsx")).absolute()


def refuse_harm(options: RunOptions, grid: Grid) -> None:
    """Refuse an output that would harm the list or could not be opened.

    Raises:
        Refusal: IN_PLACE_NOT_POSSIBLE, OUTPUT_IS_LIST, OUTPUT_NOT_XLSX or OUTPUT_NAME_WRONG.
    """
    file, output = options.list.file, output_of(options)
    if options.in_place and not options.what_if:
        if set(grid.features) - _NO_HARM or grid.kind != "xlsx":
            raise Refusal("IN_PLACE_NOT_POSSIBLE", file=file.name)
        return
    try:
        is_list = output.exists() and output.samefile(file)
    except OSError as problem:  # too long, or a sign that this system does not take
        raise Refusal("OUTPUT_NAME_WRONG", file=output.name) from problem
    if is_list:
        raise Refusal("OUTPUT_IS_LIST", file=file.name)
    if output.suffix.lower() != ".xlsx":
        raise Refusal("OUTPUT_NOT_XLSX", file=output.name)


def refuse_over_run(options: RunOptions, runs: Iterable[Run]) -> None:
    """Refuse a what-if that would take the place of the workbook of a run.

    Raises:
        Refusal: WHAT_IF_OVER_RUN.
    """
    output = output_of(options)
    for run in runs if options.what_if else ():
        if run.output and same_file(output, Path(run.output)):
            raise Refusal("WHAT_IF_OVER_RUN", file=output.name, run=run.id)


def same_file(one: Path, other: Path) -> bool:
    """Whether both paths lead to one file, which need not be there."""
    if one.exists() and other.exists():
        return one.samefile(other)
    return one.absolute() == other.absolute()


def own_templates(options: RunOptions, settings: Settings) -> Path | None:
    """The folder with the user's own templates; None when she named none.

    Raises:
        Refusal: TEMPLATES_FOLDER_MISSING; the shipped letters are not what she meant to send.
    """
    folder = options.templates or beside(settings.templates_dir, options.list.file)
    if folder and not folder.is_dir():
        raise Refusal("TEMPLATES_FOLDER_MISSING", folder=str(folder))
    return folder


def make_folder(output: Path) -> None:
    """Make the folder of the workbook when it is not there yet.

    Raises:
        Refusal: TARGET_FOLDER_CLOSED or TARGET_FOLDER_MISSING.
    """
    try:
        output.parent.mkdir(parents=True, exist_ok=True)
    except OSError as problem:
        closed = isinstance(problem, PermissionError)
        code = "TARGET_FOLDER_CLOSED" if closed else "TARGET_FOLDER_MISSING"
        raise Refusal(code, file=output.name, folder=str(output.parent)) from problem


def backup_of(output: Path, *, with_own_work: bool) -> Path:
    """Where the workbook that stands there now is kept.

    Only the last one is kept, but each one with the user's own work in it gets a name of its own.
    """
    if not with_own_work:
        return output.with_name(f"{output.stem}-vorige{output.suffix}")
    kept, number = output.with_name(f"{output.stem}-aantekeningen{output.suffix}"), 1
    while kept.exists():
        number += 1
        kept = kept.with_name(f"{output.stem}-aantekeningen ({number}){output.suffix}")
    return kept


def back_up(output: Path, kept: Path) -> None:
    """Keep a copy of the workbook that is about to be replaced.

    Raises:
        Refusal: TARGET_IN_USE when the copy of last time is open, TARGET_FAILED.
    """
    if not output.exists():
        return
    try:
        shutil.copy2(output, kept)
    except PermissionError as problem:
        raise Refusal("TARGET_IN_USE", file=kept.name) from problem
    except OSError as problem:
        raise Refusal("TARGET_FAILED", file=kept.name, folder=str(kept.parent)) from problem


@contextmanager
def told_as(output: Path, *, instead_of: Path) -> Iterator[None]:
    """Let a refusal name the workbook that the user knows, not the place where it waits."""
    try:
        yield
    except Refusal as refusal:
        if refusal.details.get("file") != instead_of.name:
            raise
        details = {**refusal.details, "file": output.name}
        raise Refusal(refusal.code, findings=refusal.findings, **details) from refusal


def beside(path: str, file: Path) -> Path | None:
    """A folder as typed in the settings, relative to the list; None when none was typed."""
    return file.parent / path if path else None
