"""The VBA project, read by olevba and by pyOpenVBA as they read those that Excel writes."""

from __future__ import annotations

import io
from pathlib import Path

import olefile  # type: ignore[import-untyped]
import pytest
from oletools.olevba import VBA_Parser
from pyopenvba import ExcelFile, check_file

from xl_dunning.excel.build import build_workbook
from xl_dunning.excel.pages import workbook_sheets
from xl_dunning.excel.vba_module import Module, ModuleKind, module_from_text, workbook_module
from xl_dunning.excel.vbaproject import build_project
from xl_dunning.frontends.new_files import hidden_sheets
from xl_dunning.frontends.new_workbook import workbook_plan

LINE = "    ' Een regel met é en €, nummer {}\n"
CLASS = """VERSION 1.0 CLASS
BEGIN
  MultiUse = -1  'True
END
Attribute VB_Name = "Doos"
Attribute VB_GlobalNameSpace = False
Attribute VB_Creatable = False
Attribute VB_PredeclaredId = False
Attribute VB_Exposed = False
Option Explicit
Public Inhoud As String
"""
CLASS_IN_PROJECT = """Attribute VB_Name = "Doos"
Attribute VB_Base = "0{FCFB3D2A-A0FA-1068-A738-08002B3371B5}"
Attribute VB_GlobalNameSpace = False
Attribute VB_Creatable = False
Attribute VB_PredeclaredId = False
Attribute VB_Exposed = False
Attribute VB_TemplateDerived = False
Attribute VB_Customizable = False
Option Explicit
Public Inhoud As String
"""


def standard(name: str, body: str = "") -> Module:
    return module_from_text(f'Attribute VB_Name = "{name}"\n{body}')


def sources(data: bytes, file: str = "vbaProject.bin") -> dict[str, str]:
    """Module to source, as olevba finds them."""
    parser = VBA_Parser(file, data=data)
    return {name: code for _, _, name, code in parser.extract_macros()}


@pytest.mark.parametrize("lines", [0, 1, 100, 1_300, 4_000])
def test_olevba_reads_the_source_as_it_was_written(lines: int) -> None:
    """1,300 lines are 46 KB, as long as the module of xlwings."""
    body = "".join(LINE.format(number) for number in range(lines))
    modules = [workbook_module("ThisWorkbook"), standard("Lang", body), module_from_text(CLASS)]
    found = sources(build_project(modules))
    assert {name.partition(".")[0]: code for name, code in found.items()} == {
        module.name: module.source.replace("\n", "\r\n") for module in modules
    }
    assert list(found) == ["ThisWorkbook.cls", "Lang.bas", "Doos.cls"]


def test_a_class_gets_what_the_editor_of_vba_adds_on_import() -> None:
    module = module_from_text(CLASS)
    assert (module.kind, module.source) == (ModuleKind.CLASS, CLASS_IN_PROJECT)


def whole_workbook(*, bridge_only: bool) -> bytes:
    plan = workbook_plan(hidden_sheets=hidden_sheets(bridge_only=bridge_only))
    return build_workbook(workbook_sheets(plan), bridge_only=bridge_only)


@pytest.mark.parametrize("bridge_only", [True, False])
def test_a_second_reader_finds_nothing_wrong_with_the_whole_workbook(
    tmp_path: Path, bridge_only: bool
) -> None:
    book = tmp_path / "Debiteuren.xlsm"
    book.write_bytes(whole_workbook(bridge_only=bridge_only))
    report = check_file(book)
    assert (report.issues, report.complete) == ((), True)
    file = ExcelFile(book)
    try:
        assert file.validate() == []
        assert set(file.module_names()) == {
            name.partition(".")[0] for name in sources(book.read_bytes(), "Debiteuren.xlsm")
        }
    finally:
        file.close()


def test_the_same_modules_always_give_the_same_bytes() -> None:
    modules = [workbook_module("ThisWorkbook"), standard("A", LINE)]
    assert build_project(modules) == build_project(modules)


def test_no_compiled_code_goes_in() -> None:
    """Version FFFF and nothing behind it: each Excel compiles the source itself."""
    data = build_project([workbook_module("ThisWorkbook")])
    with olefile.OleFileIO(io.BytesIO(data)) as file:
        assert file.openstream("VBA/_VBA_PROJECT").read() == bytes.fromhex("cc61ffff000000")
        project = file.openstream("PROJECT").read().decode("cp1252")
        wide = file.openstream("PROJECTwm").read()
    assert "Document=ThisWorkbook/&H00000000\r\n" in project
    assert "[Host Extender Info]\r\n" in project
    assert wide == b"ThisWorkbook\0" + "ThisWorkbook\0".encode("utf-16-le") + b"\0\0"


# A module, and the words by which it is refused.
REFUSED = [
    (standard("A", "x = 1" + " " * 1_020), "module A, line 2: longer than 1023 characters"),
    (standard("A", "' 漢字"), "module A, line 2: '漢' is not in code page cp1252"),
    (standard("A" * 32), "can't be the name of a VBA module"),
    (standard("dir"), "a name stands twice, or is that of the project or of its dir"),
    (standard("ThisWORKBOOK"), "a name stands twice"),
    (standard("VBAProject"), "a name stands twice"),
]


@pytest.mark.parametrize(("module", "words"), REFUSED, ids=[words for _, words in REFUSED])
def test_what_vba_does_not_take_is_refused(module: Module, words: str) -> None:
    with pytest.raises(ValueError, match=words):
        build_project([workbook_module("ThisWorkbook"), module])


def test_a_text_that_does_not_say_its_name_is_no_module() -> None:
    with pytest.raises(ValueError, match="must start with the line: Attribute VB_Name"):
        module_from_text("Option Explicit\n")
