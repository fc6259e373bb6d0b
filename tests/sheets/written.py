"""What stands in a workbook that was written: colours, names, parts."""

from __future__ import annotations

import re
from pathlib import Path
from zipfile import ZipFile

from openpyxl import load_workbook
from openpyxl.formatting.rule import Rule
from openpyxl.styles import Font
from openpyxl.styles.differential import DifferentialStyle

LIST = "Openstaande posten"


def rules_of(path: Path) -> dict[str, list[tuple[str, int]]]:
    """Formula and priority of every rule on the list's sheet, per range."""
    found = load_workbook(path).worksheets[0].conditional_formatting
    rules: dict[str, list[tuple[str, int]]] = {}
    for area in found:
        rules[str(area.sqref)] = [(rule.formula[0], rule.priority) for rule in area.rules]
    return rules


def bold_rule(formula: list[str]) -> Rule:
    style = DifferentialStyle(font=Font(bold=True))
    return Rule(type="expression", dxf=style, formula=formula)


def names_of(path: Path) -> list[str]:
    return re.findall(r'<definedName[^>]* name="([^"]+)"', part_of(path, "xl/workbook.xml"))


def part_of(path: Path, name: str) -> str:
    with ZipFile(path) as package:
        return package.read(name).decode()
