"""The VBA and the ribbon that travel with the program, as text, in ``workbook``."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from xl_dunning.excel.package import CodeNames
from xl_dunning.excel.vba_module import Module, module_from_text, sheet_module, workbook_module
from xl_dunning.shipped import shipped


def ribbon() -> bytes:
    """The customUI of the tab Debiteuren."""
    return (shipped("workbook") / "ribbon" / "customUI.xml").read_bytes()


def own_modules() -> tuple[Module, ...]:
    """The modules that every workbook gets, in the order of their names.

    Raises:
        ValueError: when a file does not start with its name.
    """
    return _modules((shipped("workbook") / "vba").glob("*.bas"))


def bridge_only_modules() -> tuple[Module, ...]:
    """What takes the place of xlwings where Excel may start no program.

    Raises:
        ValueError: when a file does not start with its name.
    """
    return _modules((shipped("workbook") / "vba" / "alleen_brug").glob("*.bas"))


def document_modules(names: CodeNames) -> tuple[Module, ...]:
    """A module for the workbook and one for each sheet, by the names that their XML has."""
    body = (shipped("workbook") / "vba" / "ThisWorkbook.cls").read_text(encoding="cp1252")
    sheets = (sheet_module(name) for name in names.sheets)
    return (workbook_module(names.workbook, body), *sheets)


def _modules(files: Iterable[Path]) -> tuple[Module, ...]:
    return tuple(module_from_text(file.read_text(encoding="cp1252")) for file in sorted(files))
