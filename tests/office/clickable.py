"""Debiteuren.xlsm as ``new`` builds it, with a hand in it that can click on the tab.

LibreOffice shows no ribbon and can't compile the VBA of xlwings. So a module that calls the same
callbacks with a control of its own is built in, and one of four lines takes the place of xlwings:
it leaves the command to Python in a cell.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from tests.acceptance.company import SETTINGS
from tests.office.calc import Document, Office, opened
from tests.office.open_books import in_calc
from xl_dunning.excel.own_modules import document_modules, own_modules, ribbon
from xl_dunning.excel.package import code_names, with_macros
from xl_dunning.excel.pages import workbook_sheets
from xl_dunning.excel.plan import PlanRow
from xl_dunning.excel.vba_module import module_from_text
from xl_dunning.excel.vbaproject import build_project
from xl_dunning.frontends.new_files import hidden_sheets
from xl_dunning.frontends.new_workbook import workbook_plan
from xl_dunning.sheets.live import read_state

_XLWINGS = """Attribute VB_Name = "xlwings"
Option Explicit
Public Function RunPython(command As String)
    ThisWorkbook.Worksheets("_ribbon").Range("H1").Value = command
End Function
"""
_CONTROL = """VERSION 1.0 CLASS
BEGIN
  MultiUse = -1  'True
END
Attribute VB_Name = "Control"
Attribute VB_GlobalNameSpace = False
Attribute VB_Creatable = False
Attribute VB_PredeclaredId = False
Attribute VB_Exposed = False
Option Explicit
Public ID As String
"""
_HAND = """Attribute VB_Name = "Hand"
Option Explicit
Private Function OfId(id As String) As Control
    Set OfId = New Control
    OfId.ID = id
End Function
Public Sub Click(id As String)
    XlDunning.Press OfId(id)
End Sub
Public Function LabelOf(id As String) As String
    Dim answer As Variant
    XlDunning.GetLabel OfId(id), answer
    LabelOf = answer
End Function
Public Function IsEnabled(id As String) As Boolean
    Dim answer As Variant
    XlDunning.GetEnabled OfId(id), answer
    IsEnabled = answer
End Function
Public Function ThereAndBack(text As String) As String
    ThereAndBack = XlDunningBrug.FromHex(XlDunningBrug.ToHex(text))
End Function
"""


@dataclass(frozen=True, slots=True)
class Clickable:
    """The workbook while it is open in LibreOffice."""

    document: Document
    book: Any
    """The same as an ``xlwings.Book``."""
    folder: Path

    def ask(self, name: str, *arguments: str) -> Any:  # noqa: ANN401 - whatever VBA gives back
        """Call a procedure of the hand in it."""
        return self.document.macro(f"VBAProject.Hand.{name}", *arguments)

    def click(self, control: str) -> str:
        """Click; returns the command that VBA leaves for Python."""
        self.document.ask("write", "_ribbon", [1, 8, 1, 1], [[""]])
        self.ask("Click", control)
        return str(self.document.ask("read", "_ribbon", [1, 8, 1, 1])[0][0] or "")

    def serve(self, control: str) -> str:
        """Click, and carry out what VBA leaves; what the message then says."""
        self.book.set_mock_caller()
        exec(self.click(control), {})  # noqa: S102 - it is the point: this very text
        return str(read_state(self.book).get(("melding", "tekst")) or "")


def clickable(
    office: Office,
    folder: Path,
    *,
    invoices: tuple[PlanRow, ...] = (),
    debtors: tuple[PlanRow, ...] = (),
) -> Clickable:
    """Build it in the folder, and open it."""
    plan = workbook_plan(settings=SETTINGS, hidden_sheets=hidden_sheets(bridge_only=False))
    sheets = workbook_sheets(replace(plan, invoices=invoices, debtors=debtors))
    extra = (module_from_text(text) for text in (_XLWINGS, _CONTROL, _HAND))
    modules = (*document_modules(code_names(sheets)), *own_modules(), *extra)
    file = folder / "Debiteuren.xlsm"
    file.write_bytes(with_macros(sheets, project=build_project(modules), ribbon=ribbon()))
    document = opened(office, file)
    book = in_calc(document)
    book.impl.fullname = str(file)
    return Clickable(document, book, folder)
