"""What a use case gives back: values that the command line, the ribbon and a script can show."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path

from xl_dunning.casefile.rows import SheetRow
from xl_dunning.rules.events import Event
from xl_dunning.rules.findings import Finding
from xl_dunning.rules.policy import DunningPolicy
from xl_dunning.rules.proposal import Decision, Notice, Proposal
from xl_dunning.rules.risk.advise import Advice
from xl_dunning.rules.risk.difference import Difference
from xl_dunning.rules.risk.observations import Observation
from xl_dunning.rules.settings import Settings
from xl_dunning.sheets.reading import Reading, TableRow
from xl_dunning.workflow.ports import Letter, Run


@dataclass(frozen=True, kw_only=True)
class RunResult:
    """A whole run, carried out or tried dry. ``findings`` know their place in the list."""

    reading: Reading
    policy: DunningPolicy
    proposal: Proposal
    run: Run | None
    """None for a dry run."""
    letters: tuple[Letter, ...]
    recorded: tuple[Event, ...]
    log: tuple[Event, ...]
    findings: tuple[Finding, ...]
    output: Path
    letters_dir: Path | None
    """The folder of this run's letters; None when it made none."""
    log_not_taken: tuple[TableRow, ...] = ()
    """Rows that the user typed in the Logboek and that could not be read."""
    calls_taken: tuple[Event, ...] = ()
    """What the user filled in on the Belijst since the last run, as calls of the log."""
    calls_not_taken: tuple[SheetRow, ...] = ()
    """Rows that the user filled in on the Belijst and that could not be read."""
    broken_promises: tuple[Event, ...] = ()
    """Promises whose day passed without the money: first on the Belijst, and told in its script."""
    settings: Settings = field(default_factory=Settings)
    observations: tuple[Observation, ...] = ()
    """What earlier runs saw in the list, in the order of recording."""
    seen: tuple[Observation, ...] = ()
    """What this run saw in the list that none before had."""
    difference: Difference | None = None
    """What changed in the list since the last run; None for a letter by hand, which does not look.
    """
    advice: Advice = field(default_factory=Advice)
    """Scores and advice, as they were before this run did anything."""
    last_run: date | None = None
    """The day of the last run that stands, this one included; None when there was none yet."""
    kept: bool = True
    """Whether the user's own workbook came back, or a fresh one."""
    lost: tuple[str, ...] = ()
    what_if: bool = False
    """Whether it was a dry run for a day that is still to come."""

    @property
    def reference_date(self) -> date:
        """The day for which the run was made (peildatum)."""
        return self.proposal.reference_date

    @property
    def dry_run(self) -> bool:
        """Whether nothing was issued or recorded."""
        return self.run is None

    @cached_property
    def notice_of(self) -> Mapping[int, Notice]:
        """Item ref to the letter that this run made for it."""
        return {
            decision.item.ref: letter.notice
            for letter in self.letters
            for decision in letter.notice.decisions
            # A letter asked for by hand moves no item along.
            if letter.notice.stage.key
        }

    @cached_property
    def passed_over(self) -> frozenset[int]:
        """Refs of the items whose call this run logged as passed over."""
        if self.dry_run:
            return frozenset()
        return frozenset(decision.item.ref for decision in self.proposal.passed_over)

    def carried_out(self, decision: Decision) -> bool:
        """Whether this run took the item's next step."""
        return decision.item.ref in self.notice_of or decision.item.ref in self.passed_over


@dataclass(frozen=True, kw_only=True)
class UndoResult:
    """A run that was taken back."""

    run: Run
    voided: tuple[Event, ...]
    letters_dir: Path | None
    """The folder with the letters (or the dossier) that must not be sent, under its new name."""
    handover: bool = False
    """Whether the run handed a debtor over, instead of sending letters."""
    findings: tuple[Finding, ...] = ()


@dataclass(frozen=True, kw_only=True)
class EventUndone:
    """One event that was taken back."""

    event: Event
    void: Event
    """The void event that does it."""
    findings: tuple[Finding, ...] = ()
