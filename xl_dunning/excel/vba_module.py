"""One module of a VBA project, from the text that stands in a .bas or .cls file."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum

CODEPAGE = 1252
"""Of the whole project: Excel reads the text of a module by it."""
_LONGEST_LINE = 1023
_NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,30}")
_WORKBOOK = "0{00020819-0000-0000-C000-000000000046}"
_SHEET = "0{00020820-0000-0000-C000-000000000046}"
_CLASS = "0{FCFB3D2A-A0FA-1068-A738-08002B3371B5}"


class ModuleKind(Enum):
    """What a module is to its project; the value is its line in the stream PROJECT."""

    DOCUMENT = "Document={}/&H00000000"
    STANDARD = "Module={}"
    CLASS = "Class={}"


@dataclass(frozen=True, slots=True)
class Module:
    """A module by its name (at most 31 characters), kind and source.

    ``source`` has its Attribute lines; its lines are ended by a line feed only.
    """

    name: str
    kind: ModuleKind
    source: str

    def encoded(self) -> bytes:
        """The source as it stands in the project: cp1252, lines ended by CR and LF.

        Raises:
            ValueError: when the name is no VBA name, a line is longer than VBA takes, or a
                character is not in cp1252.
        """
        if not _NAME.fullmatch(self.name):
            msg = f"{self.name!r} can't be the name of a VBA module"
            raise ValueError(msg)
        for number, line in enumerate(self.source.split("\n"), 1):
            if len(line) > _LONGEST_LINE:
                msg = f"module {self.name}, line {number}: longer than {_LONGEST_LINE} characters"
                raise ValueError(msg)
            try:
                line.encode("cp1252")
            except UnicodeEncodeError as wrong:
                letter = line[wrong.start]
                msg = f"module {self.name}, line {number}: {letter!r} is not in code page cp1252"
                raise ValueError(msg) from None
        return self.source.replace("\n", "\r\n").encode("cp1252")


def workbook_module(name: str, body: str = "") -> Module:
    """The module of the workbook itself; ``name`` is the codeName in its XML."""
    return _document(name, _WORKBOOK, body)


def sheet_module(name: str) -> Module:
    """The module of a worksheet; ``name`` is the codeName in its XML."""
    return _document(name, _SHEET, "")


def module_from_text(text: str) -> Module:
    """A standard or class module from an exported file; its name is the attribute VB_Name.

    A class file starts with a block VERSION ... END that the editor keeps out of the project.

    Raises:
        ValueError: when the text does not say its name.
    """
    lines = text.replace("\r\n", "\n").replace("\r", "\n").split("\n")
    is_class = lines[0].startswith("VERSION ")
    if is_class:
        del lines[: next((n for n, line in enumerate(lines) if line.strip() == "END"), 0) + 1]
    named = re.fullmatch(r'Attribute VB_Name = "(\w+)"', lines[0].strip()) if lines else None
    if named is None:
        msg = "a module must start with the line: Attribute VB_Name = ..."
        raise ValueError(msg)
    if is_class:
        lines = _class_attributes(lines)
    kind = ModuleKind.CLASS if is_class else ModuleKind.STANDARD
    return Module(named[1], kind, "\n".join(lines))


def _class_attributes(lines: list[str]) -> list[str]:
    """What the editor adds when it imports a class: where it comes from, and two more answers."""
    out: list[str] = []
    for number, line in enumerate(lines):
        out.append(line)
        if number == 0:
            out.append(f'Attribute VB_Base = "{_CLASS}"')
        if line.startswith("Attribute VB_Exposed"):
            out += ["Attribute VB_TemplateDerived = False", "Attribute VB_Customizable = False"]
    return out


def _document(name: str, base: str, body: str) -> Module:
    attributes = (
        f'VB_Name = "{name}"',
        f'VB_Base = "{base}"',
        "VB_GlobalNameSpace = False",
        "VB_Creatable = False",
        "VB_PredeclaredId = True",
        "VB_Exposed = True",
        "VB_TemplateDerived = False",
        "VB_Customizable = True",
    )
    head = "".join(f"Attribute {attribute}\n" for attribute in attributes)
    return Module(name, ModuleKind.DOCUMENT, head + body)
