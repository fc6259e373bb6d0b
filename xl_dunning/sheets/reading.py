"""What reading a list yields: the ledger, and an account of every row and column."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from xl_dunning.rules.findings import Finding, Place
from xl_dunning.rules.ledger import Ledger
from xl_dunning.sheets.grid import CellValue


@dataclass(frozen=True, slots=True, kw_only=True)
class ColumnMatch:
    """One column of the list and the field it was read as."""

    index: int
    header: str
    field: str
    """Canonical field name; empty when the column is not used."""
    samples: tuple[str, ...] = ()
    """Up to three values as they were read, in Dutch notation."""
    why: str = ""
    """Code of the ground: signature, lexicon, confirmed, remembered."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SkippedRow:
    """A row that is no item, and why: TITLE, HEADER, GROUP_ROW, SUBTOTAL_ROW, TOTAL_ROW ..."""

    sheet: str
    row: int
    why: str
    text: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """Where the table of items lies in the file."""

    path: Path
    kind: str
    sheet: str
    header_row: int
    last_row: int
    """Last row of the table that holds an item or a skipped row."""
    columns: tuple[ColumnMatch, ...]
    """All columns of the table, used or not, in the order of the sheet."""
    signature: str
    """Fingerprint of the header row, by which a confirmed mapping is remembered."""
    format: str = ""
    """Name of the export format that was recognised; empty when none was."""
    features: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TableRow:
    """One row of a side sheet (Afspraken, Logboek, Belijst, Beleid): canonical header to value."""

    place: Place
    values: Mapping[str, CellValue]


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Everything that was found in a list. Items + skipped rows account for every row."""

    ledger: Ledger
    layout: Layout
    rows: Mapping[int, int]
    """Item ref to its row number on the sheet."""
    skipped: tuple[SkippedRow, ...] = ()
    findings: tuple[Finding, ...] = ()
    settings: Mapping[str, CellValue] = field(default_factory=dict)
    """Sheet Instellingen: key as typed to value."""
    agreements: tuple[TableRow, ...] = ()
    """Sheet Afspraken."""
    log: tuple[TableRow, ...] = ()
    """Sheet Logboek."""
    calls: tuple[TableRow, ...] = ()
    """Sheet Belijst."""
    policy: tuple[TableRow, ...] = ()
    """Sheet Beleid."""
