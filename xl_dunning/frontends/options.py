"""What the user chooses for a command, whichever door she comes through."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path

from xl_dunning.rules.agreements.asked import AskedLetter
from xl_dunning.workflow.handover_claim import Recipient

CASEFILE_NAME = "debiteurendossier.sqlite"


@dataclass(frozen=True, slots=True, kw_only=True)
class ListOptions:
    """Which list, and how to read it."""

    file: Path
    sheet: str | None = None
    password: str | None = None
    settings: Path | None = None
    debtors: Path | None = None
    policies: tuple[str, ...] = ()
    """Names or files; the first is the default, a debtor's Beleid may name any of them."""
    casefile: str = ""
    """Path or URL; empty: one file beside the list."""
    columns: Mapping[str, str] = field(default_factory=dict)
    """Field to column header: the user's answers, remembered by a run."""

    @property
    def casefile_or_default(self) -> str:
        """Where the log is kept."""
        return self.casefile or str(self.file.parent / CASEFILE_NAME)


@dataclass(frozen=True, slots=True, kw_only=True)
class RunOptions:
    """A run: the list, the day, and where the results go."""

    list: ListOptions
    as_of: date
    output: Path | None = None
    letters: Path | None = None
    templates: Path | None = None
    in_place: bool = False
    dry_run: bool = False
    what_if: bool = False
    """A dry run for a day that is still to come: what if nothing happens until then?

    Its workbook is one of its own, only to be looked at: that of the last run stays as it is.
    """
    only: tuple[AskedLetter, ...] = ()
    """Make these letters and no others; the workbook is marked all the same."""
    debtors: tuple[str, ...] = ()
    """Carry out the steps of these debtors alone; none named: of all.

    Whole debtors, never single invoices: a letter holds all that is due for its debtor.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class HandOverOptions:
    """A handover: whose invoices (none named: all that are overdue) go to whom, and for which day.

    ``incomplete`` makes the dossier although something is missing; the index then says what.
    """

    list: ListOptions
    as_of: date
    debtor: str
    invoices: tuple[str, ...] = ()
    to: Recipient = Recipient.AGENCY
    name: str = ""
    output: Path | None = None
    incomplete: bool = False
