"""Grids from text, for what no file can be asked to hold: errors, formulas without a result."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

from tests.sheets.layouts import Value, rows
from xl_dunning.frontends.messages_nl import finding_text
from xl_dunning.sheets.grid import Cell, Grid, Row, Sheet
from xl_dunning.sheets.opening import open_grid
from xl_dunning.sheets.reader import understand
from xl_dunning.sheets.reading import Reading

PATH = Path("lijst.xlsx")


def cell(value: Value) -> Cell:
    """``!#N/A`` is an error, ``?`` a formula without a result, ``0042=42`` a number shown so."""
    if isinstance(value, str):
        if value.startswith("!"):
            return Cell(None, error=value[1:])
        if value == "?":
            return Cell(None, uncalculated=True)
        shown, found, number = value.partition("=")
        if found and number.isdecimal():
            return Cell(Decimal(number), shown=shown)
        return Cell(value)
    if isinstance(value, date | bool) or value is None:
        return Cell(value)
    return Cell(Decimal(str(value)))


def sheet(
    name: str, text: str, *, visible: bool = True, hidden: frozenset[int] = frozenset()
) -> Sheet:
    """A sheet of the grid from its text; ``hidden`` are row numbers."""
    return Sheet(
        name=name,
        visible=visible,
        rows=tuple(
            Row(
                number=number,
                cells={i: cell(value) for i, value in enumerate(values) if value is not None},
                hidden=number in hidden,
            )
            for number, values in enumerate(rows(text), 1)
            if any(value is not None for value in values)
        ),
    )


def grid(sheets: Mapping[str, str], *, date1904: bool = False) -> Grid:
    """A whole file from the texts of its sheets."""
    return Grid(
        kind="xlsx",
        sheets=tuple(sheet(name, text) for name, text in sheets.items()),
        date1904=date1904,
    )


def understood(text: str, **others: str) -> Reading:
    """The reading of one list, with other sheets beside it by name."""
    return understand(grid({"Lijst": text, **others}), path=PATH)


def read_list(path: Path, **how: Any) -> Reading:  # noqa: ANN401 - typed by what it calls
    """The reading of a list in a file, with the options of ``understand``."""
    return understand(open_grid(path), path=path, **how)


def sentences(reading: Reading) -> list[str]:
    """All findings but those about unknown kinds of debtors, as the user reads them."""
    return [
        finding_text(finding)
        for finding in reading.findings
        if finding.code not in {"DEBTOR_KIND_UNKNOWN", "DEBTOR_KINDS_UNKNOWN"}
    ]
