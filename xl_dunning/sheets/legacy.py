"""xls, xlsb and ods to a grid, read by a child process that may die without harm."""

from __future__ import annotations

import json
import subprocess
import sys
from datetime import date
from typing import BinaryIO

from xl_dunning.rules.findings import Refusal
from xl_dunning.sheets.grid import Cell, Grid, Row, Sheet
from xl_dunning.sheets.serials import exact
from xl_dunning.sheets.texts import printable

PATIENCE = 180
"""Seconds; a sheet of a hundred thousand rows takes a few."""


def read_legacy(file: BinaryIO, *, kind: str) -> Grid:
    """Read an xls, xlsb or ods file. Which rows are hidden is not known for these kinds.

    Error cells would come as blanks. An xls that holds one is refused here, the other two kinds
    where their zip is opened.

    Raises:
        Refusal: FILE_LEGACY when it can't be read, LEGACY_ERROR_CELLS, PASSWORD_UNUSABLE or
            FILE_WITHOUT_SHEETS; the first two with ``kind``.
    """
    file.seek(0)
    try:
        # -P: a module in the folder of the list must not pass for one of Python's own.
        child = subprocess.run(
            [sys.executable, "-P", "-m", "xl_dunning.sheets.legacy_child"],
            input=file.read(),
            capture_output=True,
            timeout=PATIENCE,
            check=True,
            creationflags=getattr(subprocess, "CREATE_NO_WINDOW", 0),
        )
        answer = json.loads(child.stdout)
    except (subprocess.SubprocessError, ValueError) as error:
        raise Refusal("FILE_LEGACY", kind=kind) from error
    if "refusal" in answer:
        raise Refusal(answer["refusal"], kind=kind)
    if not answer["sheets"]:
        raise Refusal("FILE_WITHOUT_SHEETS")
    sheets = tuple(_sheet(*sheet) for sheet in answer["sheets"])
    return Grid(kind, sheets, answer["date1904"])


def _sheet(name: str, visible: bool, rows: list[tuple[int, list[list[str]]]]) -> Sheet:  # noqa: FBT001
    return Sheet(
        name,
        tuple(
            Row(number, {int(column): _cell(kind, text) for column, kind, text in cells})
            for number, cells in rows
        ),
        visible,
    )


def _cell(kind: str, text: str) -> Cell:
    match kind:
        case "n":
            number = exact(text)
            return Cell(None, error="#NUM!") if number is None else Cell(number)
        case "d":
            return Cell(date.fromisoformat(text))
        case "b":
            return Cell(bool(text))
        case _:
            return Cell(printable(text))
