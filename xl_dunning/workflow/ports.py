"""What the workflow needs from the doors: the case file and the letters.

The doors do not know this page; they fit it, and the frontends join them.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import date
from typing import Protocol

from xl_dunning.rules.events import Event
from xl_dunning.rules.findings import Finding
from xl_dunning.rules.proposal import Notice
from xl_dunning.rules.risk.observations import Observation


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """One run (aanmaanronde) that was carried out."""

    id: str
    reference_date: date
    undone: bool = False
    letters_dir: str = ""
    output: str = ""
    """The marked workbook, where the user types in the log until the next run."""
    creditor: str = ""
    """Name of the company that it was for."""
    iban: str = ""
    """IBAN of that company, as in its settings."""
    by_hand: str = ""
    """The template of the one letter that was asked for by hand; empty for a whole run.

    Such a run tells nothing about the list, which may have been a part of it.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """A finished file or folder that waits in ``staged`` for its place ``final``."""

    staged: str
    final: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Letter:
    """A letter that was made: its file name in the folder of the run, and its fingerprint."""

    notice: Notice
    file: str
    sha256: str


class CaseFile(Protocol):
    """The dossier: the append-only log and the runs that wrote it."""

    def lock(self) -> AbstractContextManager[None]:
        """Hold the case file alone; raises Refusal CASEFILE_LOCKED at once when another does."""

    def events(self) -> tuple[Event, ...]:
        """All events, void ones included, in the order of recording."""

    def append(self, events: Iterable[Event]) -> int:
        """Add the events whose id is not there yet; returns how many were new."""

    def runs(self) -> tuple[Run, ...]:
        """The runs that were carried out, oldest first, undone ones included."""

    def begin(self, run: Run, moves: Sequence[Move]) -> None:
        """Write down what is going to be made, before anything is made."""

    def observations(self) -> tuple[Observation, ...]:
        """What the list held on the days of the runs, in the order of recording."""

    def commit(
        self, run: Run, events: Iterable[Event], observations: Iterable[Observation] = ()
    ) -> None:
        """Record events and observations and mark the run as carried out, in one transaction."""

    def finish(self) -> tuple[Finding, ...]:
        """Bring every run to its end: committed ones get their files, others lose their staging.

        What can't be done now (a file that is open in Excel) is reported and tried again later.
        """

    def mark_undone(self, run: Run, events: Iterable[Event], moves: Sequence[Move]) -> None:
        """Record the void events, mark the run as undone, rename its letters; one act."""


class LetterMaker(Protocol):
    """Makes letters from templates."""

    def write(self, notices: Sequence[Notice], folder: str) -> tuple[Letter, ...]:
        """Write one document per notice into the (new) folder, all of them or none.

        Every template is checked as a whole before the first letter is made; raises Refusal when
        one is wrong.
        """
