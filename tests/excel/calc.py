"""Formulas with the worksheet functions, as LibreOffice Calc computes them."""

from __future__ import annotations

import json
import shutil
import subprocess
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import TypeAlias

from xl_dunning.excel.law_sheets import SHEET, law_rows
from xl_dunning.law.loader import load_law
from xl_dunning.shipped import shipped

Value: TypeAlias = str | int | float | date | None

MODULE = shipped("workbook") / "vba" / "Functies.bas"
PYTHON_WITH_UNO = "/usr/bin/python3"
_CHILD = Path(__file__).with_name("calc_child.py")
_SERIAL_ZERO = date(1899, 12, 30)


def can_compute() -> bool:
    """Whether LibreOffice and a Python that can speak to it are here."""
    if not (shutil.which("soffice") and Path(PYTHON_WITH_UNO).exists()):
        return False
    asked = subprocess.run([PYTHON_WITH_UNO, "-c", "import uno"], capture_output=True, check=False)
    return asked.returncode == 0


def serial(day: date) -> int:
    return (day - _SERIAL_ZERO).days


def from_serial(number: float) -> date:
    return date.fromordinal(_SERIAL_ZERO.toordinal() + int(number))


def law_sheet() -> list[list[Value]]:
    laws = [load_law(country) for country in ("nl", "be")]
    return plain(law_rows(laws))


def plain(rows: Sequence[Sequence[Value]]) -> list[list[Value]]:
    """Cells as a file holds them: a day is its serial number."""
    return [[serial(cell) if isinstance(cell, date) else cell for cell in row] for row in rows]


def compute(
    formulas: Sequence[str], *, sheets: Mapping[str, Sequence[Sequence[Value]]] | None = None
) -> list[str | float]:
    """The value of each formula (in English, ``;`` between arguments), in one workbook."""
    job = {
        "module": MODULE.read_text(encoding="cp1252"),
        "sheets": {SHEET: law_sheet()}
        | {name: plain(rows) for name, rows in (sheets or {}).items()},
        "formulas": list(formulas),
    }
    done = subprocess.run(
        [PYTHON_WITH_UNO, str(_CHILD)],
        input=json.dumps(job),
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: list[str | float] = json.loads(done.stdout)
    return found
