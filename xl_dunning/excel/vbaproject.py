"""Writing xl/vbaProject.bin from modules: [MS-OVBA] streams in an [MS-CFB] container.

Only source goes in, no compiled code: the stream _VBA_PROJECT names a version that no Excel has,
and each Excel then compiles the source itself. Section numbers are those of [MS-OVBA].
"""

from __future__ import annotations

import struct
from collections.abc import Sequence

from xl_dunning.excel.compound_file import compound_file
from xl_dunning.excel.ovba import compress, obfuscate
from xl_dunning.excel.vba_module import CODEPAGE, Module, ModuleKind

_PROJECT_ID = "{5A1D1D0E-5B0B-4C43-9C1B-0D0D4E1A9B77}"
"""Fixed, so that the same modules always give the same bytes."""
_NO_CACHE = bytes.fromhex("cc61ffff000000")
"""The whole of _VBA_PROJECT (2.3.4.1): version FFFF, no performance cache."""
_DIR = "dir"
"""Stream with the list of modules (2.3.4.2); it stands among them."""
_REFERENCES = (
    # VBA and Excel itself are there without being named. Office is where IRibbonControl lives.
    (
        "stdole",
        r"00020430-0000-0000-C000-000000000046",
        r"C:\Windows\System32\stdole2.tlb",
        "OLE Automation",
    ),
    (
        "Office",
        r"2DF8D04C-5BFA-101B-BDE5-00AA0044DE52",
        r"C:\Program Files\Common Files\Microsoft Shared\OFFICE16\MSO.DLL",
        "Microsoft Office 16.0 Object Library",
    ),
)


def build_project(modules: Sequence[Module], *, name: str = "VBAProject") -> bytes:
    """The bytes of vbaProject.bin with these modules, in this order; always the same ones.

    Raises:
        ValueError: when two modules have one name, a source can't be written (see
            ``Module.encoded``), or the whole is too large (see ``compound_file``).
    """
    names = [module.name for module in modules]
    if len({each.lower() for each in (*names, name, _DIR)}) < len(names) + 2:
        msg = f"a name stands twice, or is that of the project or of its {_DIR}: {', '.join(names)}"
        raise ValueError(msg)
    streams = {module.name: compress(module.encoded()) for module in modules}
    streams["_VBA_PROJECT"] = _NO_CACHE
    streams[_DIR] = compress(_dir(name, modules))
    return compound_file(
        {"VBA": streams, "PROJECT": _project(name, modules), "PROJECTwm": _name_map(names)}
    )


def _dir(name: str, modules: Sequence[Module]) -> bytes:
    """The stream dir (2.3.4.2): information, references, modules, each as a row of records."""
    records = [
        _record(0x0001, _u32(1)),  # PROJECTSYSKIND: 32-bit Windows; read on all systems
        _record(0x0002, _u32(0x0409)),  # PROJECTLCID
        _record(0x0014, _u32(0x0409)),  # PROJECTLCIDINVOKE
        _record(0x0003, _u16(CODEPAGE)),
        _record(0x0004, _narrow(name)),  # PROJECTNAME
        _both(0x0005, 0x0040, ""),  # PROJECTDOCSTRING
        _record(0x0006) + _record(0x003D),  # PROJECTHELPFILEPATH
        _record(0x0007, _u32(0)),  # PROJECTHELPCONTEXT
        _record(0x0008, _u32(0)),  # PROJECTLIBFLAGS
        struct.pack("<HIIH", 0x0009, 4, 0x5F1B0B5B, 1),  # PROJECTVERSION: its size leaves out "1"
        _both(0x000C, 0x003C, ""),  # PROJECTCONSTANTS
        *(_reference(*reference) for reference in _REFERENCES),
        _record(0x000F, _u16(len(modules))),  # PROJECTMODULES
        _record(0x0013, _u16(0xFFFF)),  # PROJECTCOOKIE
        *(_module(module) for module in modules),
        _record(0x0010),
    ]
    return b"".join(records)


def _reference(name: str, guid: str, path: str, title: str) -> bytes:
    """REFERENCENAME and REFERENCEREGISTERED (2.3.4.2.2.2, 2.3.4.2.2.5)."""
    library = _narrow(rf"*\G{{{guid}}}#2.0#0#{path}#{title}")
    return _both(0x0016, 0x003E, name) + _record(0x000D, _u32(len(library)) + library + bytes(6))


def _module(module: Module) -> bytes:
    """MODULE (2.3.4.2.3.2); the source starts at the first byte of its stream."""
    in_editor = 0x0021 if module.kind is ModuleKind.STANDARD else 0x0022
    return b"".join(
        (
            _both(0x0019, 0x0047, module.name),  # MODULENAME
            _both(0x001A, 0x0032, module.name),  # MODULESTREAMNAME
            _both(0x001C, 0x0048, ""),  # MODULEDOCSTRING
            _record(0x0031, _u32(0)),  # MODULEOFFSET
            _record(0x001E, _u32(0)),  # MODULEHELPCONTEXT
            _record(0x002C, _u16(0xFFFF)),  # MODULECOOKIE
            _record(in_editor),  # MODULETYPE
            _record(0x002B),
        )
    )


def _project(name: str, modules: Sequence[Module]) -> bytes:
    """The stream PROJECT (2.3.1): readable lines; no password, everything visible."""
    lines = [
        f'ID="{_PROJECT_ID}"',
        *(module.kind.value.format(module.name) for module in modules),
        f'Name="{name}"',
        'HelpContextID="0"',
        'VersionCompatible32="393222000"',
        f'CMG="{_hidden(bytes(4))}"',  # protection: none
        f'DPB="{_hidden(bytes(1))}"',  # password: none
        f'GC="{_hidden(bytes([0xFF]))}"',  # visible
        "",
        "[Host Extender Info]",
        "&H00000001={3832D640-CF90-11CF-8E43-00A0C911005A};VBE;&H00000000",
        "",
        "[Workspace]",
        *(f"{module.name}=0, 0, 0, 0, C" for module in modules),
        "",
    ]
    return "\r\n".join(lines).encode("cp1252")


def _name_map(names: Sequence[str]) -> bytes:
    """The stream PROJECTwm (2.3.3): each name in the code page and in Unicode."""
    pairs = (_narrow(name) + b"\0" + name.encode("utf-16-le") + b"\0\0" for name in names)
    return b"".join(pairs) + b"\0\0"


def _hidden(data: bytes) -> str:
    return obfuscate(data, project_id=_PROJECT_ID, seed=0x40)


def _record(identifier: int, data: bytes = b"") -> bytes:
    return struct.pack("<HI", identifier, len(data)) + data


def _both(narrow: int, wide: int, text: str) -> bytes:
    """A text twice, as two records: in the code page and in Unicode."""
    return _record(narrow, _narrow(text)) + _record(wide, text.encode("utf-16-le"))


def _narrow(text: str) -> bytes:
    return text.encode("cp1252")


def _u16(number: int) -> bytes:
    return struct.pack("<H", number)


def _u32(number: int) -> bytes:
    return struct.pack("<I", number)
