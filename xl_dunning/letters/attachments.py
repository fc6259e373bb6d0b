"""Copies of invoices that go along with a letter."""

from __future__ import annotations

import shutil
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from xl_dunning.letters.names import safe_name
from xl_dunning.rules.agreements.payment_asked import template_of
from xl_dunning.rules.agreements.side_letters import SideLetter
from xl_dunning.rules.findings import Finding, warning
from xl_dunning.rules.ledger import OpenItem
from xl_dunning.rules.proposal import Decision, Notice


class NoCopy(StrEnum):
    """Why a copy can't go along; the values are the codes of the warnings."""

    UNNAMED = "INVOICE_FILE_UNNAMED"
    MISSING = "INVOICE_FILE_MISSING"
    OUTSIDE = "INVOICE_FILE_OUTSIDE"


@dataclass(frozen=True, slots=True, kw_only=True)
class Attachment:
    """The file of one invoice, found on disk."""

    invoice: str
    file: Path


def attachments_of(
    notice: Notice, *, folder: Path | None
) -> tuple[tuple[Attachment, ...], tuple[Finding, ...]]:
    """The invoice files that are there, and a warning for each that is not.

    Only items whose own stage asks for a copy, and all of a letter that sends the invoice again.
    Warnings: INVOICE_FILE_UNNAMED, INVOICE_FILE_MISSING
    (file, folder), INVOICE_FILE_OUTSIDE (file, folder). Without a folder there is nothing to say
    per invoice: see ``folder_missing``.
    """
    files: list[Attachment] = []
    problems: list[Finding] = []
    if folder is not None:
        for decision in _wanted(notice):
            found = _look_up(decision, folder)
            if isinstance(found, Finding):
                problems.append(found)
            else:
                files.append(found)
    return tuple(files), tuple(problems)


def find_copy(item: OpenItem, folder: Path) -> Path | NoCopy:
    """Where the copy of the invoice lies in the folder with invoices, or why there is none."""
    name = item.invoice_file.strip().replace("\\", "/")
    if not name:
        return NoCopy.UNNAMED
    try:
        path = (folder / name).resolve()
        if not path.is_relative_to(folder.resolve()):
            return NoCopy.OUTSIDE
        if path.is_file():
            return path
    except (OSError, ValueError):
        pass  # A name that this system can't even look up is as good as missing.
    return NoCopy.MISSING


def folder_missing(notices: Iterable[Notice]) -> tuple[Finding, ...]:
    """One warning for the whole run when copies are wanted and no invoice folder is set."""
    wanted = next((notice for notice in notices if any(_wanted(notice))), None)
    if wanted is None:
        return ()
    return (warning("INVOICE_FOLDER_UNSET", stage=wanted.stage.title),)


def copy_attachments(files: tuple[Attachment, ...], folder: Path) -> None:
    """Copy the files into the (new) folder, under names that every system accepts."""
    folder.mkdir(parents=True, exist_ok=True)
    for attachment in files:
        name = safe_name(attachment.file.stem) or safe_name(attachment.invoice) or "Factuur"
        shutil.copyfile(attachment.file, folder / f"{name}{attachment.file.suffix}")


def _wanted(notice: Notice) -> Iterator[Decision]:
    always = template_of(notice) == SideLetter.INVOICE_AGAIN
    for decision in notice.decisions:
        stage = decision.next_stage
        if always or (stage is not None and stage.attach_invoice):
            yield decision


def _look_up(decision: Decision, folder: Path) -> Attachment | Finding:
    found = find_copy(decision.item, folder)
    if isinstance(found, NoCopy):
        return _warning(found.value, decision, folder)
    return Attachment(invoice=decision.item.invoice, file=found)


def _warning(code: str, decision: Decision, folder: Path) -> Finding:
    item = decision.item
    return warning(
        code, debtor=item.debtor, invoice=item.invoice, file=item.invoice_file, folder=str(folder)
    )
