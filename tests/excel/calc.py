"""Formulas with the worksheet functions, as LibreOffice computes them in a workbook of ours."""

from __future__ import annotations

import io
import tempfile
from collections.abc import Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any, TypeAlias

import xlsxwriter

from tests.office.calc import Office, opened
from xl_dunning.excel.law_sheets import SHEET, law_rows
from xl_dunning.excel.own_modules import document_modules, ribbon
from xl_dunning.excel.package import code_names, with_macros
from xl_dunning.excel.pages.cells import code_name
from xl_dunning.excel.vba_module import module_from_text
from xl_dunning.excel.vbaproject import build_project
from xl_dunning.law.loader import load_law
from xl_dunning.shipped import shipped

Value: TypeAlias = str | int | float | date | None
Rows: TypeAlias = Sequence[Sequence[Value]]

MODULE = shipped("workbook") / "vba" / "Functies.bas"
_QUESTIONS = "Vragen"
_SERIAL_ZERO = date(1899, 12, 30)


def serial(day: date) -> int:
    return (day - _SERIAL_ZERO).days


def from_serial(number: float) -> date:
    return date.fromordinal(_SERIAL_ZERO.toordinal() + int(number))


def law_sheet() -> Rows:
    return law_rows([load_law(country) for country in ("nl", "be")])


def compute(
    office: Office, formulas: Sequence[str], *, sheets: Mapping[str, Rows] | None = None
) -> list[str | float]:
    """The value of each formula (in English, ``;`` between arguments), in one workbook."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "proef.xlsm"
        path.write_bytes(_book({_QUESTIONS: (), SHEET: law_sheet(), **(sheets or {})}))
        document = opened(office, path)
        area = [1, 1, len(formulas), 1]
        document.ask("write", _QUESTIONS, area, [[formula] for formula in formulas])
        document.ask("recalculate")
        found = document.ask("read", _QUESTIONS, area)
        document.ask("close")
    return [_plain(value) for (value,) in found]


def _plain(value: Any) -> str | float:  # noqa: ANN401 - JSON
    if isinstance(value, dict):
        return str(value["error"])
    return "" if value is None else value


def _book(sheets: Mapping[str, Rows]) -> bytes:
    """Such a workbook, with the functions as its only module."""
    file = io.BytesIO()
    with xlsxwriter.Workbook(file, {"in_memory": True}) as book:
        book.set_vba_name("ThisWorkbook")
        for title, rows in sheets.items():
            sheet = book.add_worksheet(title)
            sheet.set_vba_name(code_name(title))
            for number, values in enumerate(rows):
                sheet.write_row(
                    number, 0, [serial(v) if isinstance(v, date) else v for v in values]
                )
    content = file.getvalue()
    functions = module_from_text(MODULE.read_text(encoding="cp1252"))
    project = build_project((*document_modules(code_names(content)), functions))
    return with_macros(content, project=project, ribbon=ribbon())
