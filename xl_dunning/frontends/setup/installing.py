"""``xl-dunning install``: one configuration file, on a Mac one script, and nothing else."""

from __future__ import annotations

import shutil
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from xl_dunning.frontends.setup.machine import (
    Machine,
    configuration,
    interpreter_settings,
    script_folder,
)
from xl_dunning.rules.findings import Refusal

OURS = ("INTERPRETER_WIN", "INTERPRETER_MAC", "CONDA PATH", "CONDA ENV")
"""Names in the configuration that install writes; others are the user's and stay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Plan:
    """What install will write; made without touching anything."""

    configuration: Path
    text: str
    script: Path | None = None
    """xlwings' script for the Mac, as it lies in the installed xlwings."""
    script_to: Path | None = None


def plan(machine: Machine, *, xlwings_folder: Path | None, xlwings_version: str = "") -> Plan:
    """What to write on this machine.

    Raises:
        Refusal: INSTALL_NO_EXCEL on a system without Excel, INSTALL_NO_XLWINGS without the extra.
    """
    where, folder = configuration(machine), script_folder(machine)
    if where is None:
        raise Refusal("INSTALL_NO_EXCEL")
    if xlwings_folder is None:
        raise Refusal("INSTALL_NO_XLWINGS")
    path = Path(where)
    text = merged(_text(path), interpreter_settings(machine))
    if folder is None:
        return Plan(configuration=path, text=text)
    script = xlwings_folder / f"xlwings-{xlwings_version}.applescript"
    return Plan(configuration=path, text=text, script=script, script_to=Path(folder) / script.name)


def merged(text: str, settings: Mapping[str, str]) -> str:
    r"""The configuration with our lines replaced; what else stood in it stays as it was.

    >>> merged('"SHOW CONSOLE","true"', {"INTERPRETER_WIN": "C:/python.exe"})
    '"SHOW CONSOLE","true"\n"INTERPRETER_WIN","C:/python.exe"\n'
    """
    kept = [line for line in text.splitlines() if line.strip() and _name(line) not in OURS]
    return "\n".join([*kept, *(f'"{name}","{value}"' for name, value in settings.items())]) + "\n"


def settings_in(text: str) -> dict[str, str]:
    """Name to value of every line of a configuration."""
    pairs = (line.strip().strip('"').split('","', maxsplit=1) for line in text.splitlines())
    return {pair[0].upper(): pair[1] for pair in pairs if len(pair) > 1}


def install(planned: Plan) -> tuple[Path, ...]:
    """Write what was planned; returns the files.

    Raises:
        Refusal: INSTALL_NOT_WRITTEN when a folder is closed to us.
    """
    written = [planned.configuration]
    try:
        planned.configuration.parent.mkdir(parents=True, exist_ok=True)
        beside = planned.configuration.with_name(f"{planned.configuration.name}.nieuw")
        # VBA and xlwings read it in the code page of the machine.
        beside.write_text(planned.text, encoding="locale")
        beside.replace(planned.configuration)
        if planned.script and planned.script_to:
            planned.script_to.parent.mkdir(parents=True, exist_ok=True)
            shutil.copyfile(planned.script, planned.script_to)
            written.append(planned.script_to)
    except OSError as problem:
        file = str(problem.filename or planned.configuration)
        raise Refusal("INSTALL_NOT_WRITTEN", file=file) from None
    return tuple(written)


def uninstall(machine: Machine) -> tuple[Path, ...]:
    """Take our lines out again, and the file when nothing else is in it; returns what changed.

    The script for the Mac stays: another project of xlwings may use it.

    Raises:
        Refusal: INSTALL_NO_EXCEL, INSTALL_NOT_WRITTEN.
    """
    where = configuration(machine)
    if where is None:
        raise Refusal("INSTALL_NO_EXCEL")
    path = Path(where)
    if not path.exists():
        return ()
    left = merged(_text(path), {})
    try:
        if left.strip():
            path.write_text(left, encoding="locale")
        else:
            path.unlink()
    except OSError:
        raise Refusal("INSTALL_NOT_WRITTEN", file=str(path)) from None
    return (path,)


def _name(line: str) -> str:
    return line.strip().strip('"').split('","', maxsplit=1)[0].upper()


def _text(path: Path) -> str:
    return path.read_text(encoding="locale", errors="replace") if path.exists() else ""
