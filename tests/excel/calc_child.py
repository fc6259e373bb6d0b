"""LibreOffice Calc computes formulas with a VBA module of ours; run by a Python that has ``uno``.

Standard input: one JSON object with ``module`` (the source), ``sheets`` (name to rows) and
``formulas``. Standard output: a list with the value of each formula, a number or a text.
"""

# mypy: ignore-errors
# ruff: noqa: ANN001, SIM105
from __future__ import annotations

import json
import shutil
import subprocess
import sys
import tempfile
import time
import uuid
from pathlib import Path

import uno
from com.sun.star.beans import PropertyValue
from com.sun.star.connection import NoConnectException
from com.sun.star.script import ModuleInfo
from com.sun.star.script.ModuleType import DOCUMENT, NORMAL
from com.sun.star.table.CellContentType import TEXT

PATIENCE = 60
PROJECT = "VBAProject"


def connect(pipe: str, office: subprocess.Popen):
    local = uno.getComponentContext()
    resolver = local.ServiceManager.createInstanceWithContext(
        "com.sun.star.bridge.UnoUrlResolver", local
    )
    until = time.monotonic() + PATIENCE
    while True:
        try:
            return resolver.resolve(f"uno:pipe,name={pipe};urp;StarOffice.ComponentContext")
        except NoConnectException:
            if time.monotonic() > until or office.poll() is not None:
                raise
            time.sleep(0.1)


def fill(sheet, rows) -> None:
    if rows:
        area = sheet.getCellRangeByPosition(0, 0, len(rows[0]) - 1, len(rows) - 1)
        area.setDataArray(
            tuple(tuple("" if cell is None else cell for cell in row) for row in rows)
        )


def value(cell):
    if cell.getError():
        return f"Err:{cell.getError()}"
    return cell.String if cell.FormulaResultType2 == 2 or cell.Type == TEXT else cell.Value


def as_macro_workbook(desktop, book, how):
    """Saved and opened again: only then does VBA know its ThisWorkbook."""
    path = Path(tempfile.mkdtemp(prefix="xld-book-")) / "proef.xlsm"
    kind = PropertyValue()
    kind.Name, kind.Value = "FilterName", "Calc MS Excel 2007 VBA XML"
    book.storeToURL(path.as_uri(), (kind,))
    book.close(True)
    opened = desktop.loadComponentFromURL(path.as_uri(), "_blank", 0, how)
    shutil.rmtree(path.parent)
    return opened


def compute(desktop, job) -> list:
    hidden = PropertyValue()
    hidden.Name, hidden.Value = "Hidden", True
    macros = PropertyValue()
    macros.Name, macros.Value = "MacroExecutionMode", 4
    book = desktop.loadComponentFromURL("private:factory/scalc", "_blank", 0, (hidden, macros))
    libraries = book.BasicLibraries
    libraries.VBACompatibilityMode = True
    libraries.ProjectName = PROJECT
    modules = libraries.createLibrary(PROJECT)
    for name, kind, source in (("ThisWorkbook", DOCUMENT, ""), ("Functies", NORMAL, job["module"])):
        info = ModuleInfo()
        info.ModuleType = kind
        modules.insertModuleInfo(name, info)
        modules.insertByName(name, f"Option VBASupport 1\n{source}")
    for position, (name, rows) in enumerate(job["sheets"].items(), start=1):
        book.Sheets.insertNewByName(name, position)
        fill(book.Sheets.getByName(name), rows)
    book = as_macro_workbook(desktop, book, (hidden, macros))
    sheet = book.Sheets.getByIndex(0)
    for row, formula in enumerate(job["formulas"]):
        sheet.getCellByPosition(0, row).setFormula(formula)
    book.calculateAll()
    found = [value(sheet.getCellByPosition(0, row)) for row in range(len(job["formulas"]))]
    book.close(True)
    return found


def main() -> None:
    job = json.load(sys.stdin)
    profile = Path(tempfile.mkdtemp(prefix="xld-calc-"))
    pipe = f"xld{uuid.uuid4().hex}"
    office = subprocess.Popen(
        [
            "soffice",
            "--headless",
            "--norestore",
            "--nologo",
            "--nodefault",
            f"-env:UserInstallation={profile.as_uri()}",
            f"--accept=pipe,name={pipe};urp;StarOffice.ComponentContext",
        ],
        stdout=subprocess.DEVNULL,
        stderr=subprocess.DEVNULL,
    )
    try:
        context = connect(pipe, office)
        desktop = context.ServiceManager.createInstanceWithContext(
            "com.sun.star.frame.Desktop", context
        )
        print(json.dumps(compute(desktop, job)))  # noqa: T201 - how it answers
        try:
            desktop.terminate()
        except Exception:  # noqa: BLE001, S110 - it breaks the line it was told on
            pass
        office.wait(PATIENCE)
    finally:
        if office.poll() is None:
            office.kill()
            office.wait()
        shutil.rmtree(profile, ignore_errors=True)


if __name__ == "__main__":
    main()
