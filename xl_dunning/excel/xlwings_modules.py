"""The VBA of the xlwings that is installed on this machine, for the workbook that is built here.

It is read at build and never kept with us, so that the VBA in the workbook and the Python that it
calls are always of one version. Its licences (BSD-3, MIT) stand in its text and stay there.
"""

from __future__ import annotations

from collections.abc import Sequence
from importlib.metadata import version
from importlib.util import find_spec
from pathlib import Path

from xl_dunning.excel.package import BookKind
from xl_dunning.excel.vba_module import Module, module_from_text
from xl_dunning.rules.findings import Refusal

PROJECT_NAME = "xl-dunning"
"""Names our own configuration file and sheet; other xlwings projects of the user stay apart."""
CONFIG_SHEET = f"{PROJECT_NAME}.conf"
CONFIG_ROWS: Sequence[Sequence[str]] = (
    # Else xlwings searches the folder of the workbook first, and a file called csv.py that happens
    # to lie there would be run. As text: a truth value is spelled otherwise in a Dutch Excel.
    ("ADD_WORKBOOK_TO_PYTHONPATH", "false"),
)
_CONSTANT = 'Public Const PROJECT_NAME As String = "{}"'
_SOURCES = {
    # The file with its RunPython, and what it calls its project.
    BookKind.WORKBOOK: ("xlwings.bas", "xlwings"),
    BookKind.ADDIN: ("xlwings_custom_addin.bas", "myaddin"),
}


def xlwings_version() -> str:
    """The version of the installed xlwings; empty when there is none."""
    return version("xlwings") if find_spec("xlwings") else ""


def xlwings_modules(kind: BookKind) -> tuple[Module, ...]:
    """The modules ``xlwings`` and ``Dictionary``, the first looking for our configuration.

    Raises:
        Refusal: EXCEL_EXTRA_MISSING without xlwings, EXCEL_EXTRA_UNKNOWN when that version has
            other files than those we know.
    """
    found = find_spec("xlwings")
    if found is None or found.origin is None:
        raise Refusal("EXCEL_EXTRA_MISSING")
    folder, (file, project) = Path(found.origin).parent, _SOURCES[kind]
    own, theirs = _CONSTANT.format(PROJECT_NAME), _CONSTANT.format(project)
    try:
        runner = (folder / file).read_text(encoding="utf-8")
        dictionary = (folder / "addin" / "Dictionary.cls").read_text(encoding="utf-8")
    except OSError as problem:
        raise Refusal("EXCEL_EXTRA_UNKNOWN", version=xlwings_version()) from problem
    if runner.count(theirs) != 1:
        raise Refusal("EXCEL_EXTRA_UNKNOWN", version=xlwings_version())
    return module_from_text(runner.replace(theirs, own)), module_from_text(dictionary)
