"""The workbook as the user gets it: sheets, VBA and ribbon together."""

from __future__ import annotations

from xl_dunning.excel.own_modules import (
    bridge_only_modules,
    document_modules,
    own_modules,
    ribbon,
)
from xl_dunning.excel.package import BookKind, code_names, with_macros
from xl_dunning.excel.vbaproject import build_project
from xl_dunning.excel.xlwings_modules import xlwings_modules


def build_workbook(
    sheets: bytes, *, kind: BookKind = BookKind.WORKBOOK, bridge_only: bool = False
) -> bytes:
    """The macro workbook or add-in that these sheets become; the same bytes for the same input.

    Args:
        sheets: an .xlsx whose workbook and sheets all have code names.
        kind: a workbook, or an add-in.
        bridge_only: leave out xlwings, so that Excel never starts a program by itself.

    Raises:
        Refusal: EXCEL_EXTRA_MISSING or EXCEL_EXTRA_UNKNOWN, unless ``bridge_only``.
        ValueError: when the sheets have no code names, or have macros already.
    """
    runner = bridge_only_modules() if bridge_only else xlwings_modules(kind)
    modules = (*document_modules(code_names(sheets)), *own_modules(), *runner)
    return with_macros(sheets, project=build_project(modules), ribbon=ribbon(), kind=kind)
