"""Findings (controlepunten) and refusals (weigeringen).

A finding is a value: something in the data is missing or odd, the work goes on. A refusal is an
exception: the action as a whole can't be done and nothing was written. Both carry a code and
details; the Dutch sentences live in the frontends, one per code.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from typing import TypeAlias

Detail: TypeAlias = str | int | Decimal | date | None
"""What fills a sentence. Decimal is shown as an amount in euro, a date as day-month-year."""


class Severity(StrEnum):
    """An error keeps a letter inside; a warning never blocks."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where the user finds it: sheet name, row number as she sees it (1-based), column header."""

    sheet: str
    row: int | None = None
    column: str | None = None
    cell: str | None = None
    """The address on the sheet, such as ``E14``; empty when there is no single cell."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Finding:
    """One thing in the data that the user should look at."""

    code: str
    severity: Severity
    details: Mapping[str, Detail] = field(default_factory=dict)
    debtor: str = ""
    invoice: str = ""
    place: Place | None = None
    """Filled in by the door that knows it; the rules never do."""


def error(
    code: str,
    given: Mapping[str, Detail] | None = None,
    *,
    debtor: str = "",
    invoice: str = "",
    place: Place | None = None,
    **details: Detail,
) -> Finding:
    """A finding that keeps its item out of every letter; details may come as a mapping too."""
    return Finding(
        code=code,
        severity=Severity.ERROR,
        details={**(given or {}), **details},
        debtor=debtor,
        invoice=invoice,
        place=place,
    )


def warning(
    code: str,
    given: Mapping[str, Detail] | None = None,
    *,
    debtor: str = "",
    invoice: str = "",
    place: Place | None = None,
    **details: Detail,
) -> Finding:
    """A finding that blocks nothing."""
    return Finding(
        code=code,
        severity=Severity.WARNING,
        details={**(given or {}), **details},
        debtor=debtor,
        invoice=invoice,
        place=place,
    )


def without_repeats(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """The findings in their order, each that two rooms made only once."""
    once: dict[tuple[object, ...], Finding] = {}
    for finding in findings:
        details = tuple(sorted((name, str(value)) for name, value in finding.details.items()))
        subject = (finding.code, finding.debtor, finding.invoice, finding.place)
        once.setdefault((*subject, details), finding)
    return tuple(once.values())


class Refusal(Exception):  # noqa: N818 - the word of the field, not of Python
    """The action can't be done; nothing was written.

    ``code`` names the sentence, ``details`` fill it. ``findings`` may hold all the single errors
    behind it, so that the user sees everything that is wrong at once.
    """

    def __init__(self, code: str, *, findings: tuple[Finding, ...] = (), **details: Detail) -> None:
        super().__init__(code, details)
        self.code = code
        self.details: Mapping[str, Detail] = details
        self.findings = findings
